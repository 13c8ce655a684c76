# Panneaux imprimés.
panels-code = Code qui mène à { $what }
panels-where = Dans l’exposition
panels-book = Livre des noms
panels-unnamed = { $n ->
    [one] Une personne est sur ce mur sans nom.
   *[other] { $shown } personnes sont sur ce mur sans nom.
}
panels-guest = Qui le souhaite peut écrire ici un nom, un souvenir ou quelques mots.
panels-date = Date de la source
panels-source = Source
panels-credit = Auteur, licence
panels-added = Dans l’archive depuis
panels-number = Numéro de pièce

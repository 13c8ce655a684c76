# Feeds, data to take away, cards, banners.

## Data in the pages (JSON-LD)
linked-named-by = Selon { $who } : { $what }

## Fils d’actualité
feed-title = Nouveautés
feed-of = { $what } : nouveautés
feed-added = Nouveau document : { $what }
feed-changed = Modifié : { $what }
feed-withdrawn = Retiré : { $what }
feed-release = Version publiée nº { $number }

## Données à emporter
data-title = Les données
data-text = Tout ce que montrent ces pages, sous forme de fichiers pour un tableur ou un programme : une ligne par affirmation, avec sa source et l’endroit où on la lit.
data-files = Les fichiers
data-what = Contenu
data-rows = Lignes
data-size = Taille
data-take = Fichiers
data-people = Affirmations sur des personnes
data-groups = Affirmations sur des groupes
data-places = Affirmations sur des lieux
data-events = Affirmations sur des événements
data-statements = Affirmations sur des déclarations
data-proceedings = Affirmations sur des procédures
data-sources = Sources
data-items = Pièces
data-kilobytes = { $number } ko
data-count = { $n ->
    [one] { $shown } fichier, dans la liste
   *[other] { $shown } fichiers, dans la liste
}
data-forms = Les affirmations existent sous deux formes : CSV pour les tableurs et JSON Lines pour les programmes. Dans un fichier CSV, une cellule qu’un tableur exécuterait comme formule commence par une apostrophe, et les commandes invisibles sont écrites en clair ; les fichiers JSON gardent les mots tels quels.
data-package = décrit tous les fichiers (Data Package), avec l’empreinte de chacun
data-list = énumère tous les fichiers avec lignes, octets et SHA-256
data-schema = dit ce que signifie chaque colonne d’une affirmation
data-licence = Licence
data-licence-none = Aucune licence n’est indiquée. Demandez avant de publier les données à nouveau.
data-check = Comment les vérifier
data-check-text = Calculez l’empreinte SHA-256 d’un fichier et comparez-la à la liste. La liste correspond à cet état du registre, dont chaque entrée peut être prouvée avec le programme cenotaph-verify. Ce qui est soustrait au public ne figure pas dans ces fichiers ; quand une partie d’une affirmation est soustraite, la ligne dit pourquoi.

## Salle de presse
press-pictures = Images pour la presse
press-pictures-none = Aucune image n’est autorisée à la publication.
press-follow = Pour suivre et pour travailler
press-banner-page = La bannière sous forme de page qui s’adapte à tout cadre
banner-made-up = Données inventées pour des essais

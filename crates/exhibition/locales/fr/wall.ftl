# The wall of names and its facets.
wall-whole = Tous les noms sur une page ({ $number } ko)
wall-everybody = Tous les noms sur une page
wall-hung = Les noms
letter-second = Par la deuxième lettre
letter-neighbours = Les lettres d’avant et d’après
letter-previous = Avant : { $name }
letter-next = Après : { $name }
leaves-figures = { $n ->
    [one] { $shown } chiffre publié parle de plus de personnes que ce mur n’en nomme :
   *[other] { $shown } chiffres publiés parlent de plus de personnes que ce mur n’en nomme :
}
facets = Par lieu, date, âge et autres
facets-note = Seul compte ici ce que disent les sources. Là où elles diffèrent, la personne figure sous chacune. Ce qui est réservé ne figure nulle part.
facets-capped = Il y a plus de listes de ce genre que cette édition n’en contient ; les plus petites n’ont pas de page.
facet-together = Avec aussi
facet-unstated = non indiqué, ou pas assez précisément
facet-city = Lieu du décès
facet-prison = Prison
facet-year = Année du décès
facet-month = Mois du décès
facet-solar-year = Année du décès, hégire solaire
facet-solar-month = Mois du décès, hégire solaire
facet-age = Âge au décès
facet-sex = Sexe
facet-affiliation = Appartenance
facet-birthplace = Lieu de naissance
facet-arrest-place = Lieu d’arrestation
facet-burial = Lieu d’inhumation
facet-source-count = Nombre de sources
facet-list = Sur la liste
age-under = moins de { $number } ans
age-from = { $number } ans et plus

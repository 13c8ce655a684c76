# Les mots de l’exposant en français. Ce qui est inséré ($number, $date…) est déjà écrit comme la langue le veut.

## Cadre
skip = Aller au contenu
made-up = Données inventées pour des essais : aucun nom ne désigne ici une personne, vivante ou morte.
languages = Langues
rooms = Les salles
room-number = Salle { $number }
as-of = au { $date }
as-of-never = rien n’est encore enregistré
footer-about = À propos de cette exposition, de ses sources et de leur vérification
pages = Pages
page-of = Page { $number } sur { $total }
page-previous = Page précédente
page-next = Page suivante
notes = Sources
moved = Cette page a été déplacée. Deux notices concernaient le même sujet :

## Salles
room-people = Les victimes
room-graves = Les fosses
room-documents = Les documents
room-remarks = Les propos
room-commission = Les commissions
room-tolls = Les chiffres
room-timeline = Chronologie
room-book = Livre de mémoire
room-programme = Programme
room-demands = Les demandes
room-press = Presse
room-about = À propos

## Entrée
content-note = Avant d’entrer
contact = Contact et corrections
credits = Crédits

## Nombres
count-names = { $n ->
    [one] { $shown } nom
   *[other] { $shown } noms
}
count-sites = { $n ->
    [one] { $shown } site
   *[other] { $shown } sites
}
count-items = { $n ->
    [one] { $shown } pièce
   *[other] { $shown } pièces
}
count-sources = { $n ->
    [one] { $shown } source
   *[other] { $shown } sources
}
count-remarks = { $n ->
    [one] { $shown } propos
   *[other] { $shown } propos
}
count-named = { $n ->
    [one] { $shown } personne nommée
   *[other] { $shown } personnes nommées
}
count-demands = { $n ->
    [one] { $shown } demande
   *[other] { $shown } demandes
}
count-events = { $n ->
    [one] { $shown } événement
   *[other] { $shown } événements
}
count-figures = { $n ->
    [one] { $shown } chiffre publié
   *[other] { $shown } chiffres publiés
}
count-records = { $n ->
    [one] { $shown } notice
   *[other] { $shown } notices
}
count-bytes = { $n ->
    [one] { $shown } octet
   *[other] { $shown } octets
}
and-more = { $n ->
    [one] et { $shown } autre
   *[other] et { $shown } autres
}
years-without = { $n ->
    [one] { $shown } année sans entrée
   *[other] { $shown } années sans entrée
}

## Personnes
wall-latin = Noms en lettres latines
wall-arabic = Noms en lettres arabes et persanes
wall-other = Noms dans d’autres écritures
wall-order = Les noms suivent l’ordre de leurs lettres, tels qu’ils sont écrits, dès le premier mot. Les lettres sans nom sont montrées, sans lien.
wall-marks = Les années sont celles où les sources situent la mort, dans deux calendriers. Le nombre entre crochets indique combien de sources parlent de la personne.
search-label = Chercher sur le mur
search-button = Chercher
search-hint = Dans toute écriture. Le nom peut être mal orthographié ou connu en partie seulement.
search-found = Personnes trouvées :
search-first = Personnes trouvées, les premières montrées :
search-none = Personne n’a été trouvé. Tous figurent sur le mur, sous les lettres ci-dessous.
search-failed = La recherche n’a pas pu être chargée. Tous figurent sur le mur, sous les lettres ci-dessous.
letter-title = Noms sous { $name }
letter-rest = autres signes
unnamed = Personnes dont le nom n’est pas montré ou pas connu
unnamed-person = Une personne sans nom connu
blank-leaves = Ce mur n’est pas complet. L’espace laissé ici est celui de celles et ceux dont le nom n’a pas été recueilli.

## Personne
names-as-written = Le nom, tel que les sources l’écrivent
lists-naming = Les listes qui nomment cette personne, côte à côte
lists-signs = ≈ écrit autrement que sur une autre liste · ≠ ne peut être vrai en même temps qu’une autre liste · – cette liste n’en dit rien
list-silent = cette liste n’en dit rien
list-otherwise = écrit autrement que sur une autre liste
what-is-said = Ce que disent les sources
sources-differ = les sources divergent
open-pairs = Peut-être la même personne
open-pairs-other = Peut-être une seule et même entrée
pair-same = Pourrait être la même entrée que
pair-different = Tenue pour une autre entrée que
pair-by = proposé par
pair-undecided = non tranché
mentions = Mentions
not-known = Ce qui n’est pas connu ici
unknown-born = Date de naissance : aucune source de cette archive ne la donne.
unknown-arrested = Arrestation : aucune source de cette archive n’en parle.
unknown-died = Date de la mort : aucune source de cette archive ne la donne.
unknown-place-of-death = Lieu de la mort : aucune source de cette archive ne le donne.
unknown-buried-at = Sépulture : aucune source de cette archive ne dit où.
correct = Quelque chose est faux, manque, ou ne devrait pas figurer ici ?
correct-how = Comment corriger ou retirer une notice
identifier = Adresse de cette notice, qui ne change pas :

## Sortes de notices
kind-person = Personne
kind-group = Groupe
kind-place = Lieu
kind-event = Événement
kind-statement = Déclaration
kind-remark = Propos
kind-demand = Demande
kind-proceeding = Procédure

## Marques, notes et lacunes
withheld = Non montré : { $reason }
withheld-whole = Certaines notices, pièces ou sources ne sont pas montrées du tout :
reason-missing = mentionné, mais absent de l’archive
reason-restricted = réservé aux lecteurs autorisés
reason-confidential = pour protéger une personne
reason-erased = supprimé définitivement, sur demande ou par décision
no-source = Aucune source n’est donnée
voice-said-by = dit par
voice-reported-by = rapporté par
voice-withheld = une voix qui n’est pas montrée
locator-page = page { $page }
locator-text = caractères { $from } à { $to }
locator-row = ligne { $row }
locator-time = { $from } à { $to }
not-given = non indiqué
source = Source
according-to = Selon

## Dates et nombres
date-unreadable = tel quel ; aucune date ne peut y être lue
date-as-stated = indiqué comme
date-about = vers { $date }
date-uncertain = { $date }, incertain selon la source
date-from = à partir du { $date }
date-until = jusqu’au { $date }
date-unknown = date inconnue
calendar-lunar-hijri = hégirien lunaire
year-gregorian = { $number }
year-solar = { $number } de l’hégire solaire
season-spring = printemps
season-summer = été
season-autumn = automne
season-winter = hiver
month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre
month-farvardin = farvardin
month-ordibehesht = ordibehesht
month-khordad = khordad
month-tir = tir
month-mordad = mordad
month-shahrivar = shahrivar
month-mehr = mehr
month-aban = aban
month-azar = azar
month-dey = dey
month-bahman = bahman
month-esfand = esfand
number-or-more = { $number } ou plus
number-at-most = { $number } au plus

## Fosses
map-title = Carte des sites
map-projection = Projection équirectangulaire, longueurs exactes le long de { $number }° nord.
map-projection-south = Projection équirectangulaire, longueurs exactes le long de { $number }° sud.
map-borders = Les limites sont celles d’aujourd’hui, non celles de l’époque ; des provinces ont été divisées depuis.
map-file = La carte comme fichier
map-rings = La taille d’un cercle dit avec quelle précision le point est connu. Elle ne dit rien du nombre des morts. Plusieurs numéros près d’un cercle désignent des sites trop proches pour être dessinés à part.
sites-table = Les sites, numérotés comme sur la carte
sites-not-surveyed = On lit ici ce que disent les sources. L’exposition n’a pas fait de relevé du site.
precision-exact = l’endroit même
precision-city = la ville
precision-region = une zone approximative
precision-country = le pays
no-point = aucun point donné
column-site = Site
column-precision = Précision du point

## Documents
items = Pièces
sources = Sources
column-number = N°
column-what = Quoi
column-type = Sorte
column-cited-by = Citée pour
column-producer = Auteur ou éditeur
column-date = Date
column-row = Ligne
untitled = Sans titre
provenance = Provenance
item-number = Numéro de pièce
file-name = Nom du fichier à la réception
file-type = Type de fichier, tel que constaté
file-size = Taille
ledger-entry = Entrée du registre
obtained-from = Obtenu de
obtained-how = Comment obtenu
custody = Conservation
cited-by = Ce qui s’y appuie
cited-for = Ce pour quoi elle est citée
content = Contenu
content-none = Rien de cette pièce ne peut être montré comme texte.
content-text-note = Les mots de la pièce elle-même. Ce qui est souligné est cité dans l’exposition.
source-languages = Langues
source-reference = Où la trouver
source-reliability = Fiabilité
source-note = Remarque
source-items = Pièces venant de cette source
judged-by = jugée par
leaves = mène hors de cette exposition
property-kind = Sorte

## Propos et demandes
remarks-not-ours = Ce sont les mots des personnes nommées, tels que les sources les rapportent. L’exposition ne les reprend pas à son compte.
demands-not-ours = Ce sont les demandes de ceux qui sont nommés, telles que les sources les rapportent. L’exposition ne les formule pas elle-même.
form-gist = Le sens, non la lettre : dans les mots d’un autre
form-gist-name = Sens
chain = Par où ces mots nous sont parvenus
chain-read-in = lu dans
speaker-not-named = Auteur non nommé
post-that-day = Fonctions que des sources donnent à l’auteur pour ce jour
demand-number = Demande { $number }

## Commissions
alleged-room = Allégations : les personnes de cette page sont nommées par les sources indiquées à côté de chacune. L’exposition elle-même n’accuse personne.
alleged-person = Allégations : ce que cette page dit d’un rôle dans une commission est une allégation des sources nommées. L’exposition elle-même n’accuse personne.
place-not-given = Aucun lieu indiqué
column-person = Personne
column-role = Rôle, dans les mots de la source
column-named-by = Nommé par
posts-title = Fonctions dans le temps
posts-text = Plein : entre les dates que donne une source. Contour pointillé : la date n’est pas précise. Un point d’interrogation : aucune source de cette archive ne donne cette limite. La ligne pointillée verticale marque un décret.
roles-alleged = Rôle dans une commission, selon les allégations

## Chiffres
tolls-never-summed = Chaque ligne est un chiffre publié, avec la portée dans laquelle il a été donné. Des chiffres de portée différente ne se comparent pas, et aucun n’est ajouté à un autre.
tolls-axis = Chaque dessin va de 0 à { $number }. Une flèche ouverte signifie : ou plus.
unit-not-given = Unité non indiquée
scope-not-given = Portée non indiquée
column-figure = Chiffre
column-drawn = Dessin
column-said-by = Dit par
column-when = Quand

## Livre
book-record = Les cérémonies dans l’archive
book-nothing = L’archive ne contient aucune cérémonie et ne dit rien d’un livre.

## Presse
press-facts = Faits
press-no-toll = L’exposition ne donne aucun chiffre propre des morts ; ceux qui ont été publiés se trouvent côte à côte dans la salle des chiffres.
press-text = Texte court
press-banner = Bannières
press-banner-text = Quatre formats, clairs et sombres : un lien autour d’une image, sans script. Pour en intégrer un, copiez son code ; il ne charge rien d’autre et ne compte personne.
press-address = ADRESSE-DE-VOTRE-COPIE

## À propos
about-what = Ce que c’est
about-what-text = Une exposition commémorative calculée à partir d’une archive de preuves. Chaque fait est montré avec ceux qui le disent et l’endroit où il peut être lu, à côté des faits de ceux qui disent autre chose.
about-never-asserts = L’exposition n’affirme rien elle-même. Elle dit qui a dit quoi, et où.
about-marks = Comment lire les marques
mark-note = Un petit nombre mène aux sources du fait qui précède.
mark-disputed = Une autre source donne une valeur qui ne peut être vraie en même temps. Les deux sont montrées, dans l’ordre des sources.
mark-unsure = Un mot après une valeur dit à quel point elle est sûre, quand la source ne l’énonce pas simplement.
mark-gap-name = Non montré
mark-gap = Quelque chose est connu mais n’est pas montré, et voici pourquoi. Rien n’est omis en silence.
mark-gist = Un propos dans un champ gris est rapporté quant au sens. Seul ce qui est entre guillemets est littéral.
about-dates = Dates
about-dates-text = Les dates sont montrées avec la précision avec laquelle elles ont été données, dans les calendriers grégorien et hégirien solaire. Une année de l’un couvre des parties de deux années de l’autre, et elle est montrée ainsi.
correct-title = Corrections et retrait
correct-text = Les proches et d’autres peuvent demander une correction, un ajout ou un retrait. Une notice retirée laisse une marque disant que quelque chose a été retiré et pourquoi, et rien d’autre.
privacy-title = Vie privée
privacy-text = Ces pages ne posent aucun témoin et ne chargent rien d’ailleurs. Seule la recherche sur le mur des noms exécute un programme, dans votre navigateur ; il n’envoie rien, et l’on peut s’en passer. Elles se lisent depuis un dossier, sans réseau.
verify-title = Comment vérifier
verify-text = Tout ce qui est ici a été calculé à partir du registre décrit ci-dessous. Qui possède l’archive ou un dossier tiré d’elle peut recalculer la racine et comparer.
verify-origin = Registre
verify-day = État
verify-size = Entrées
verify-root = Racine
verify-program = Version du programme
verify-checkpoint = Point de contrôle signé
fonts-text = Composé en Source Serif 4 et Vazirmatn, tous deux sous SIL Open Font License 1.1 ; les licences se trouvent à côté des polices.

## Propriétés
property-name = Nom
property-title = Titre
property-listed-as = Figure comme
property-sex = Sexe
property-father-name = Nom du père
property-born = Naissance
property-place-of-birth = Lieu de naissance
property-age = Âge
property-affiliation = Appartenance
property-arrested = Arrestation
property-prison = Prison
property-died = Mort
property-place-of-death = Lieu de la mort
property-buried-at = Sépulture
property-position = Fonction
property-commission-role = Rôle dans une commission
property-place-kind = Sorte de lieu
property-city = Ville
property-province = Province
property-location = Point
property-condition = État
property-event-kind = Sorte d’événement
property-statement-kind = Sorte de déclaration
property-part-of = Fait partie de
property-order = Ordre
property-date = Date
property-held-at = Lieu
property-speaker = Auteur
property-speaker-role = S’exprime comme
property-words = Paroles
property-occasion = Occasion
property-addressed-to = Adressé à
property-demanded-by = Demandé par
property-toll = Chiffre
property-described-as = Décrit comme
property-portrait = Portrait
property-photograph = Photographie
property-body = Organe
property-from = Depuis
property-to = Jusqu’à
property-place = Lieu
property-scope = Portée
property-unit = Unité
property-form = Forme
property-as-stated = Tel qu’énoncé
property-list = Liste
property-original-language = Langue d’origine

## Termes
term-public = public
term-restricted = réservé aux lecteurs autorisés
term-confidential = confidentiel
term-stated = énoncé par la source
term-derived = dérivé
term-inferred = déduit
term-alleged = allégué par la source
term-unchecked = non vérifié dans la source
term-received = reçu
term-copied = copié
term-viewed = consulté
term-exported = exporté
term-moved = déplacé
term-checked = contrôlé
term-request-of-person = à la demande de la personne
term-request-of-family = à la demande de la famille
term-order-of-court = sur décision d’un tribunal
term-wrong-person = concernait une autre personne
term-recorded-by-mistake = enregistré par erreur
term-decree = décret
term-wave-of-executions = vague d’exécutions
term-conference = conférence
term-exhibition = exposition
term-speech = discours
term-trial = procès
term-report = rapport
term-ceremony = cérémonie
term-programme-item = partie du programme
term-gist = sens
term-quote = citation
term-victim = victime
term-mass-grave = fosse commune
term-cemetery-section = partie d’un cimetière
term-suspected-site = site présumé
term-prison = prison
term-highly-reliable = tenu pour très fiable
term-likely-reliable = tenu pour probablement fiable
term-unsure = incertain
term-likely-unreliable = tenu pour probablement peu fiable
term-highly-unreliable = tenu pour très peu fiable
term-unknown = inconnu
term-male = homme
term-female = femme
term-press = presse
term-book = livre
term-testimony = témoignage
term-judgment = jugement
term-un-document = document des Nations unies
term-website = site web
term-dataset = jeu de données
term-remark = propos
term-demand = demande
term-people = Personnes
term-names = Noms sur des listes
term-sites = Sites
term-deaths = Morts

## Langues des sources
language-en = anglais
language-fr = français
language-fa = persan
language-ar = arabe
language-de = allemand
language-es = espagnol
language-it = italien
language-nl = néerlandais
language-sv = suédois
language-ku = kurde
language-tr = turc

# Les salles, et les pages sur l’exposition.

## Cadre
untranslated = Non traduit. Ces mots sont en

## À propos : les pages
about-pages = À propos de cette exposition, page par page
about-method = Comment elle est faite
about-sources = À propos des sources
about-glossary = Les mots employés ici
about-accessibility = Accessibilité
method-who = Qui figure ici
method-who-1 = Une personne figure sur le mur dès qu’une source de l’archive la nomme parmi les victimes. Personne n’est retiré parce qu’une autre source ne le nomme pas, et personne n’est ajouté parce que cela paraît probable.
method-who-2 = L’absence d’un nom ne dit rien du sort d’une personne.
method-claim = Ce qui est inscrit
method-claim-1 = Ce qui est inscrit est une assertion : sur qui, quoi, qui le dit et par qui cela nous est parvenu, où on peut le lire, et avec quelle certitude. Les assertions qui se contredisent figurent côte à côte ; aucune n’est retirée au profit d’une autre.
method-claim-2 = Tout ce qui arrive à l’archive est une entrée du registre : ce qui est arrivé, ce qui a été inscrit, qui a décidé quoi. Ces pages sont calculées à partir de lui.
method-match = Comment les noms sont rapprochés
method-match-1 = Les noms sont comparés d’une écriture et d’une graphie à l’autre. Deux notices n’en deviennent une que par une décision inscrite au registre : celle d’une personne, ou celle d’une règle stricte, publiée et nommée chaque fois.
method-match-2 = Là où une comparaison rend seulement probable que deux notices désignent une seule personne, les deux pages le disent et laissent la question ouverte.
method-machine = Ce qu’une machine a fait
method-machine-1 = Des programmes lisent des tableaux et des comptes rendus, convertissent les dates d’un calendrier à l’autre, comparent les noms, dessinent les cartes et les graphiques. Ce qu’un programme propose à partir d’un texte ne figure ici que si une personne l’a accepté.
method-machine-2 = Les mots d’une source sont montrés dans la langue où ils ont été inscrits. Aucun programme ne les traduit quand ces pages sont écrites ; s’il n’y a pas de traduction, la page le dit. Les villes et les provinces portent le nom qu’elles ont dans la langue de la page.
method-not = Ce qui n’est pas fait
method-not-1 = Les chiffres ne sont ni additionnés, ni moyennés, ni arrondis. Ce qu’aucune source ne dit n’est pas deviné. Le nombre des personnes jamais recensées n’a pas été estimé.
method-hidden = Ce qui n’est pas montré
method-hidden-1 = Ce qui pourrait nuire à une personne n’est pas montré, ni ce qu’on a demandé de garder privé. La lacune est visible et donne sa raison. Sur les cartes, les points sont déplacés sur une grille d’un centième de degré, pour qu’aucun lieu protégé ne puisse être trouvé grâce à elles.
sources-use = Comment les sources sont employées
sources-use-1 = Une source est qui a produit un document, une liste ou un rapport. Qu’elle soit citée ne veut pas dire qu’elle ait raison, ni que l’exposition partage ses vues. Une source peut être partie à l’affaire ; là où cela est connu, sa page le dit.
sources-grade-1 = Là où quelqu’un a évalué une source, sa page donne l’évaluation et son auteur. Une source sans évaluation n’a pas été évaluée ; ce n’est pas un jugement.
sources-kinds = Les sources par sorte
correct-ask = Comment demander
correct-what = Indiquez de quelle notice il s’agit (son adresse ou son identifiant), ce qui est faux ou manque et, si vous le pouvez, où l’on peut lire ce qui est juste.
correct-after = Une correction n’efface pas : la première inscription reste au registre, la suivante prend sa place sur la page. Les données supprimées sont détruites ; le registre garde que quelque chose a été supprimé, quand et pourquoi.
withdrawn-title = Retiré
withdrawn-none = Rien de ce que montrait une publication antérieure n’a été retiré.
releases = Publications
releases-none = Aucune publication n’est encore inscrite au registre.
releases-caption = Chaque publication, la plus récente d’abord, et combien de pages diffèrent de la précédente
column-added = Ajoutées
column-changed = Modifiées
column-removed = Retirées
column-manifest = SHA-256 de la liste des fichiers
content-words = Les mots
content-words-1 = Certaines des paroles citées sont hostiles aux personnes qui ont été tuées. Elles sont montrées parce qu’elles témoignent de ce qui a été dit. L’exposition ne les partage pas.
content-pictures = Les images
content-pictures-1 = Une image qui peut heurter se trouve derrière un lien, sur une page à part, et n’est chargée que par qui le choisit. Elle ne figure dans aucune liste, aucun flux, aucun aperçu.
content-dead = Les morts
content-dead-1 = Les personnes sont montrées d’abord par leur nom. Rien ici ne compte les visites, n’invite aux commentaires ni ne classe qui que ce soit.
privacy-what = Ce qu’elles ne font pas
privacy-1 = Elles ne posent aucun témoin et ne gardent rien dans votre navigateur.
privacy-2 = Elles ne chargent rien d’ailleurs : polices, cartes et images se trouvent à côté d’elles.
privacy-3 = Elles ne comptent et ne reconnaissent personne. Il n’y a ni compte ni publicité.
privacy-4 = Un lien qui mène au-dehors le dit, et n’indique pas à l’autre site de quelle page vous venez.
privacy-5 = Ce qu’un serveur garde des visites, ceux qui l’exploitent en décident ; ces pages ne lui demandent rien.
privacy-6 = Elles se lisent depuis une clé, sans réseau, et avec le navigateur Tor dans son réglage le plus sûr.
access-aim = Ce qui est visé
access-aim-1 = Les pages sont faites pour suivre les règles d’accessibilité WCAG 2.2 au niveau AA. Le programme qui les écrit est testé pour cela ; personne ne les a certifiées.
access-how = Ce sur quoi vous pouvez compter
access-how-1 = Tout s’atteint et se lit au clavier, sans script, agrandi quatre fois, sur un écran étroit et sur papier.
access-how-2 = Chaque carte et chaque graphique a un tableau avec les mêmes données.
access-how-3 = La langue et le sens d’écriture sont déclarés pour chaque page et pour chaque passage dans une autre langue.
access-how-4 = Rien n’est dit par la seule couleur, rien ne bouge, aucun son ne part de lui-même.
access-how-5 = Chaque image montrée a une description.
access-limits = Ce qui manque
access-limits-1 = Un document numérisé peut ne pas avoir de transcription ; seule sa description peut alors être lue à voix haute.
access-limits-2 = Les mots des sources peuvent être dans une autre langue que la page.
access-report = Si quelque chose ne peut être lu
access-report-1 = Indiquez de quelle page il s’agit et avec quoi vous la lisez.
check-receipts = Reçus
check-receipts-1 = Un reçu prouve qu’une entrée est dans le registre. Le programme cenotaph-verify vérifie reçus, registres et dossiers sans réseau et sans nous faire confiance.
check-releases-1 = Quand l’exposition est publiée, l’empreinte SHA-256 de la liste de tous ses fichiers est inscrite au registre. Qui en possède une copie peut ainsi savoir si c’est bien celle qui a été publiée.
check-sums = Sur cette clé
check-sums-1 = Le fichier SHA256SUMS, à la racine, donne l’empreinte SHA-256 de chaque fichier. Cette commande, lancée dans ce dossier, les vérifie :

## Glossaire
gloss-item = pièce
gloss-item-is = Un fichier tel qu’il est arrivé, jamais modifié, avec son numéro et l’empreinte SHA-256 de ses octets.
gloss-source = source
gloss-source-is = Qui a produit un document, une liste ou un rapport dont quelque chose est inscrit.
gloss-record = notice sur une personne, un lieu, un événement ou une déclaration
gloss-record-is = Ce dont quelque chose est dit. Elle a une adresse à elle, qui ne change pas.
gloss-claim = assertion
gloss-claim-is = Une chose que quelqu’un dit d’une notice, avec l’endroit où on peut la lire et le degré de certitude.
gloss-quotation = citation
gloss-quotation-is = Des mots tels qu’ils ont été dits ou écrits, entre guillemets ; ce qu’une source a omis ou ajouté reste comme elle l’imprime.
gloss-gist = sens
gloss-gist-is = Le sens de ce qui a été dit, dans les mots d’un autre. Il n’est jamais entre guillemets.
gloss-alleged = allégué
gloss-alleged-is = Dit de quelqu’un par une source, sans constat d’un tribunal. Cela est montré avec le nom de la source et jamais comme un fait.
gloss-unchecked = non vérifié dans la source
gloss-unchecked-is = Inscrit de connaissance générale ou de seconde main ; personne ne l’a comparé à la source.
gloss-disputed = les sources divergent
gloss-disputed-is = Deux valeurs ne peuvent être vraies à la fois. Les deux sont montrées, dans l’ordre des sources, avec le signe ≠.
gloss-withheld = non montré
gloss-withheld-is = Connu de l’archive, mais non montré. La raison figure à sa place.
gloss-grave = fosse commune
gloss-grave-is = Un lieu dont une source dit que plusieurs personnes y ont été enterrées ensemble.
gloss-suspected = site présumé
gloss-suspected-is = Un lieu dont une source dit qu’il pourrait être une fosse commune.
gloss-commission = commission
gloss-commission-is = Ici : un groupe qui, selon des sources, décidait dans les prisons qui serait exécuté. Des survivants l’appellent « commission de la mort ».
gloss-solar = calendrier hégirien solaire
gloss-solar-is = Le calendrier de l’Iran. Son année commence en mars ; 1367 va de mars 1988 à mars 1989.
gloss-ledger = registre
gloss-ledger-is = La liste ordonnée de tout ce qui est arrivé à l’archive. Ce qui y figure ne peut être changé sans que cela se voie ; sa racine est un nombre qui vaut pour l’ensemble.
gloss-receipt = reçu
gloss-receipt-is = La preuve qu’une entrée donnée est dans le registre.
gloss-digest = SHA-256
gloss-digest-is = Un nombre calculé à partir des octets d’un fichier. Qu’un seul bit change, et le nombre change.
gloss-release = publication
gloss-release-is = Une exposition inscrite au registre avec la liste de ses fichiers.

## Propriétés
property-response = Ce que la personne répond
property-threat = Danger pour le site
property-answer = Réponse
property-state = Où cela en est
property-deals-with = Porte sur

## Fosses
map-area = Un cercle hachuré est dessiné à l’échelle, avec un rayon de { $number } km. Il signifie que seule la zone est connue ; aucune source n’en dit l’étendue.
map-moved = Le point a été déplacé sur une grille d’un centième de degré.
state-title = Le site au fil du temps
state-text = Ce qui a été dit du site, dans l’ordre des dates. Là où une assertion n’a pas de date propre, celle de sa source est donnée.
date-of-source = dans une source de
photograph-before = Avant.
photograph-after = Après.
buried-title = Personnes qui seraient enterrées ici
buried-text = Chaque nom figure ici parce qu’une source le dit. La liste n’est pas complète, et aucune tombe n’a été ouverte pour l’établir.
column-certainty = Certitude
column-since = Date la plus ancienne donnée
column-buried = Personnes qui y seraient enterrées

## Propos
remarks-lists = Listes des propos
remarks-all = Tous, par date
remarks-by-speaker = Par auteur
remarks-by-year = Par année
words-in = Mots en
words-original = l’original
words-original-in = l’original est en
words-of-sources = Certains mots des sources restent dans la langue où ils ont été inscrits ; il n’y a pas de traduction.

## Commissions
commission-places = Par lieu
response-none = Aucune réponse de la personne nommée n’est inscrite ici.

## Chronologie
timeline-kinds = Événements par sorte
timeline-years = Événements par année

## Chiffres
column-basis = Où on le lit, et avec quelle certitude
column-repeats = Aussi donné par
repeats-none = aucune autre source ici
estimate-title = Estimation
estimate-none = Aucune estimation du nombre des personnes jamais recensées n’a été faite ici. Tant qu’il n’y en a pas, avec ses hypothèses, cette place reste vide.

## Programme
said-there = Dit à cette occasion
recording = Enregistrement, avec transcription s’il y en a une
captions-in = sous-titres :

## Demandes
answer-none = Aucune réponse n’est inscrite dans cette archive.
state-none = Rien n’est inscrit sur l’état actuel.
proceedings = Procédures

## Livre
book-sign = Pour signer
book-sign-1 = Qui le souhaite peut signer à la mémoire des morts. Signez du nom que vous choisissez ; ville, date et quelques mots peuvent être ajoutés ou omis.
book-sign-2 = Sur papier : imprimez la feuille ci-dessous ou demandez-la, signez à la main et remettez-la à ceux qui sont responsables de l’exposition. La feuille est gardée comme pièce. Ce qui en est montré, une personne le décide.
book-sheet = Une feuille à signer sur papier
book-sheet-title = À la mémoire
book-sheet-text = N’écrivez que ce qui peut être montré. Vous pouvez signer d’un prénom, d’initiales ou sans nom.
sheet-name = Nom
sheet-town = Ville
sheet-date = Date
sheet-words = Mots

# What the program says in a terminal. `err-…` says what happened, `rec-…` what to do about it.

-name = Cenotaph

error = erreur : { $text }
hint = conseil : { $text }

## Making an archive

init-done = Archive « { $name } » créée dans `{ $path }`
init-key = Son registre est signé par `{ $key }`
init-policy = Donnez `{ $policy }` à qui doit la vérifier ; gardez le dossier `keys` pour vous

## Adding files

add-item = { $number }  { $digest }  { $path }
add-known = { $number }  { $digest }  { $path }  (déjà présente)
add-total = { $count ->
    [one] { $count } pièce
   *[other] { $count } pièces
  }, nouvelles : { $new }

## Importing

import-done = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
  } : nouvelles notices : { $records }, nouvelles assertions : { $claims }, assertions déjà connues : { $known }
import-more = Nouveautés : sources : { $sources }, pièces : { $items }, décisions : { $judgements }, propositions : { $suggestions }
import-restricted = L’accès à la table et à ce qui en a été tiré est restreint ; pour les montrer dans l’exposition, importez-la de nouveau avec `--access public`
import-nothing = Rien de nouveau ; le registre est inchangé
import-problems = non repris : { $left }, repris avec un signalement : { $flagged }
problem-place-file = { $file }
problem-place-column = { $file }, colonne « { $column } »
problem-place-row = { $file }, ligne { $row }
problem-place-cell = { $file }, ligne { $row }, colonne « { $column } »
problem-left = non repris : { $place } : { $reason }
problem-flagged = signalé : { $place } : { $reason }

problem-unreadable = le fichier ne peut pas être lu : { $cause }
problem-file-too-large = le fichier compte { $found } octets, on en lit au plus { $limit }
problem-text-too-long = le texte dépasse { $limit } octets ; le reste n’a pas été lu
problem-too-deep = l’imbrication dépasse { $limit } niveaux ; la structure en dessous a été ignorée
problem-replaced-bytes = octets sans signification dans cet encodage : { $count }, le premier à la position { $byte } ; ils ont été lus comme �
problem-declared-encoding-wrong = l’encodage déclaré est { $declared }, mais le texte est écrit en { $found }
problem-declared-encoding-unknown = l’encodage déclaré { $declared } est inconnu
problem-encoding-guessed = aucun encodage n’est déclaré ; le texte a été lu en { $found }
problem-nul-characters = caractères NUL dans le texte : { $count }, le premier à la position { $byte }
problem-ragged-row = nombre de cellules de la ligne : { $found }, de l’en-tête : { $expected } : { $raw }
problem-unclosed-quote = un guillemet est ouvert et jamais fermé : { $raw }
problem-text-after-quote = il y a du texte entre un guillemet fermant et la cellule suivante : { $raw }
problem-cell-too-long = la cellule compte { $found } octets, on en lit au plus { $limit }
problem-too-many-columns = la ligne compte { $found } cellules, on en lit au plus { $limit }
problem-too-many-rows = { $count } lignes, c’est plus que les { $limit } qui sont lues
problem-duplicate-header = l’en-tête « { $header } » figure deux fois ; cette colonne est nommée « { $called } »
problem-empty-header = la colonne n’a pas d’en-tête
problem-no-header = il n’y a pas d’en-tête, donc pas de table
problem-no-such-column = la correspondance demande cette colonne, que la table n’a pas
problem-unused-column = rien n’a été tiré de cette colonne
problem-empty = la cellule est vide, et la correspondance la demande
problem-no-key = rien n’indique sur quelle notice porte la ligne
problem-unknown-source = la source « { $key } » est inconnue
problem-not-a-number = « { $text } » n’est pas un nombre
problem-reversed = la borne inférieure { $low } dépasse la borne supérieure { $high }
problem-not-a-date = « { $text } » n’est pas une date EDTF ; elle est gardée telle qu’elle est écrite
problem-no-such-date = « { $text } » est une date qui n’existe pas ; elle est gardée telle quelle
problem-not-a-calendar = « { $text } » n’est pas un calendrier
problem-not-a-term = « { $text } » n’est pas un mot du vocabulaire
problem-not-a-position = « { $latitude } », « { $longitude } » n’est pas un lieu sur la Terre
problem-not-a-precision = « { $text } » n’est pas une précision ; le lieu a été pris comme une zone approximative
problem-not-a-link = « { $text } » n’est pas une adresse web
problem-not-a-language = « { $text } » n’est pas une langue ; les mots ont été repris sans langue
problem-not-an-access = « { $text } » n’est ni « public », ni « restricted » (restreint), ni « confidential » (confidentiel) ; pris comme confidentiel
problem-not-readable = illisible : { $text }
problem-nothing-here = rien n’y est de ce format
problem-capture-failed = la page n’a pas été capturée (« { $text } ») ; seule son adresse est reprise
problem-unknown-kind = « { $text } » n’est rien dont cette archive ait des fiches
problem-unknown-item = { $text } n’est pas dans cette archive ; l’assertion est gardée, sa référence ne mène nulle part
problem-anchor = le passage pour { $row } ne figure pas une seule et unique fois dans le rapport
problem-bad-judgement = « { $text } » n’est pas une décision qu’un cas peut apporter
problem-picture-kind = cette image est d’un type qui n’est pas lu ici ; elle n’est pas montrée
problem-picture-pixels = elle fait { $width } × { $height } pixels, et l’on ne lit que des images d’au plus { $limit } pixels ; elle n’est pas montrée
problem-picture-cut = le fichier s’arrête avant la fin de l’image ; elle n’est pas montrée
problem-picture-damaged = ce fichier ne peut être lu comme une image ; il n’est pas montré
problem-picture-locked = le fichier est protégé par un mot de passe ; ses pages ne sont pas montrées
problem-picture-no-alt = personne n’a écrit ce que l’on y voit ; sans ces mots, l’image n’est pas montrée
problem-bad-claim = l’assertion ne correspond pas au vocabulaire : { $detail }
problem-replaced-characters = caractères illisibles en UTF-8 : { $count } ; ils ont été lus comme �
problem-row-too-long = la ligne est plus longue que ce qui est lu : { $raw }
problem-no-pair = il n’y a pas de tabulation, donc pas de paire : { $raw }
problem-match-not-a-date = « { $text } » n’est pas une date ; elle compte comme non indiquée
problem-match-no-such-day = « { $text } » est un jour que son calendrier n’a pas ; son mois ou son année compte
problem-match-day-or-month = « { $text } » : jour et mois ne se distinguent pas, et la liste ne le dit pas ; l’année compte
problem-match-not-that-calendar = l’année de « { $text } » ne peut pas être du calendrier indiqué ; il a été déduit de l’année
problem-match-future = « { $text } » est dans le futur ; la date compte comme non indiquée
problem-match-not-an-age = « { $text } » n’est pas un âge que l’on atteint ; il compte comme non indiqué
problem-match-not-a-calendar = « { $text } » n’est pas un calendrier ; il a été déduit de l’année
problem-match-not-a-sex = « { $text } » n’est ni homme ni femme ; le sexe compte comme non indiqué
problem-match-key-twice = « { $text } » figurait déjà dans une autre ligne ; cette ligne a reçu une clé à elle
problem-match-column-twice = la colonne figure deux fois ; la première compte
problem-match-name-differs = « { $text } » diffère du prénom et du nom de famille, qui comptent
problem-match-name-too-long = « { $text } » a plus de parties qu’on n’en compare ; les premières comptent
problem-match-mixed-scripts = « { $text } » mêle des écritures dans un mot ; ce peut être une tromperie ou une erreur
problem-match-cell-count = la ligne n’a pas autant de cellules que l’en-tête : { $text }
problem-match-says-nothing = rien dans la ligne ne permet de reconnaître une personne ; elle reste seule
problem-match-too-many-lists = il y a plus de listes qu’on n’en distingue ; « { $text } » est dans la dernière
problem-match-other = « { $text } » n’a pas pu être repris tel quel
problem-judgement-row = la décision ne peut pas être lue : { $raw }
problem-judgement-unknown = la table n’a pas de notice « { $raw } »
problem-judgement-itself = « { $raw } » est comparé à lui-même
problem-judgement-word = « { $raw } » n’est ni « same » (la même personne), ni « different » (deux personnes), ni « undecided » (non tranché)
problems-more = … autres cas de ce genre : { $count }

## Reading

read-type = { $type }, { $encoding }
read-title = titre : { $text }
read-byline = par : { $text }
read-place = lieu : { $text }
read-date = date : { $text }
read-language = langue : { $text }
read-length = caractères de texte : { $count }
read-entity = { $kind } : { $text } ({ $place })
read-quote = citation : { $speaker } : « { $text } » ({ $place })
read-nobody = locuteur incertain
read-flag = signalement { $code } : { $note }
read-fact = { $name } : { $value }
read-part = contient : { $name } ({ $type }, { $size } octets)

## Matching

progress-reading = lignes lues : { $rows }
progress-keys = tri selon ce qui se prononce pareil
progress-pairs = paires comparées : { $done } sur { $all }
progress-weights = apprentissage du poids de chaque champ, tour { $round }
progress-clusters = des paires aux personnes
progress-writing = écriture
match-done = { $rows ->
    [one] { $rows } ligne lue
   *[other] { $rows } lignes lues
  } : notices : { $records }, { $lists ->
    [one] { $lists } liste
   *[other] { $lists } listes
  }
match-clusters = Groupes : { $clusters }, dont de plusieurs notices : { $shared } ; paires retenues : { $pairs }
match-largest = Notices du plus grand groupe : { $records }, la première est `{ $first }`
match-judged = Décisions respectées : même personne : { $same }, deux personnes : { $different }, non tranché : { $undecided }
match-held = Paires qui semblent une même personne et que sépare une décision ou une liste sans doublons : { $count }
match-not-linkable = Notices qui en disent trop peu pour être rapprochées de quiconque : { $count } ; ne les comptez pas comme autant de personnes de plus
match-learned = Les poids ont été appris de ces notices
match-shipped = Les poids sont ceux que fournit { -name }
match-reach = On estime qu’environ { $percent } % des paires qui sont une même personne ont été comparées
match-expected = Selon ces poids, paires fausses attendues dans les groupes : { $wrong }, paires justes manquées : { $missed }
match-note-shipped-weights-few-records = Rien n’a été appris : trop peu de notices ({ $fact })
match-note-shipped-weights-few-strict-pairs = Rien n’a été appris : trop peu de paires hors de doute ({ $fact })
match-note-shipped-weights-too-many-matches = Rien n’a été appris : trop de paires passaient pour une même personne ({ $fact })
match-note-shipped-weights-name-speaks-against = Rien n’a été appris : l’accord des noms semblait parler contre une même personne
match-note-capped-blocks = Ensembles de même prononciation trop grands pour être comparés en entier : { $fact }
match-note-not-an-identifier = Un identifiant est commun à plusieurs notices ({ $fact }) ; il n’a pas été pris pour tel
match-note-cannot-be-told-apart = Impossible à distinguer : { $fact }
match-note-not-scored-on-demand = Paires des groupes laissées sans poids : { $fact }
match-written = Écrit : `{ $path }`

## Rapprochement dans une archive
people-matched = { $people } notices de personnes venant de { $lists } listes ont été comparées
people-accepted = Tenues pour une seule personne par la règle { $rule } : { $count } paires. Chaque décision figure au registre avec ses raisons et peut être reprise
people-proposed = Proposées à l’examen : { $count } nouvelles paires ; { $waiting } en attente. Voyez-les avec `cenotaph review`

## Examen
review-pair = Paire { $number } sur { $total }
review-also =      jugée la même aussi : { $name }  ({ $id })
review-proposed-same = Proposée comme une seule personne par { $by }
review-proposed-different = Tenue pour deux personnes par { $by }
review-question = 1 même personne · 2 deux personnes · 3 on ne peut le dire · w poids et raisons · u annuler · n suivante · q arrêter
review-keys = Tapez une des touches ci-dessus, puis Entrée
review-recorded = Inscrit comme entrée { $entry }
review-odds =      probable à { $percent } %, pour ces raisons (en bits) :
review-no-odds =      Non pesée : trop peu parle pour elle
review-undone = Reprise : l’entrée { $entry } sur { $left } et { $right } ; les deux restent au registre
review-nothing-to-undo = Il n’y a aucune décision de vous à reprendre
review-waiting = { $count ->
    [0] Aucune paire n’attend
    [one] { $count } paire attend
   *[other] { $count } paires attendent
}

## Names

names-done = paires notées : { $pairs }, lignes : { $rows }
names-part = { $part }  { $role }
names-nothing = rien qui puisse être comparé
names-cut = parties laissées hors de la comparaison : { $count }
names-mixed = un mot mêle des écritures ; il est lu lettre par lettre
role-title = titre
role-given = prénom
role-particle = particule
role-patronymic = nom du père
role-kunya = kunya
role-laqab = épithète
role-nisba = lieu ou tribu
role-nickname = surnom
role-family = nom de famille
role-initial = initiale
role-suffix = suffixe
role-unknown = partie de nature inconnue

## Searching, log

search-hit = { $id }  { $name }
search-snippet = { "    " }{ $snippet }
search-none = Rien trouvé
search-behind = { $count ->
    [one] L’index est en retard de { $count } entrée
   *[other] L’index est en retard de { $count } entrées
  } ; des nouveautés peuvent manquer
log-line = { $index }  { $time }  { $actor }  { $what }
log-erased = { $what } (contenu effacé)
log-count = { $name } { $count }
entry-archive-created = archive créée
entry-source-described = source décrite
entry-item-added = pièce ajoutée
entry-claims-recorded = assertions enregistrées
entry-suggestion-made = proposition faite
entry-judgement-made = décision prise
entry-exhibition-arranged = exposition composée
entry-release-published = version publiée
entry-payloads-erased = contenu effacé : { $reason }

receipt-done = Reçu `{ $receipt }` et entrée `{ $entry }` écrits ; vérifiez-les avec `cenotaph verify` ou `cenotaph-verify`

## Checking

check-line = { $mark }  { $what }
check-line-note = { $mark }  { $what } : { $note }
mark-holds = conforme
mark-not-checked = non vérifié
mark-does-not-hold = NON CONFORME
verdict-holds = Tout ce qui a été vérifié est conforme
verdict-not-checked = Une partie n’a pas pu être vérifiée
verdict-does-not-hold = Ce n’est pas conforme
check-size = entrées : { $entries }, pièces : { $items }, octets : { $bytes }
checked-root = racine { $root }
check-open = l’archive est ce que dit son point de contrôle
check-checkpoint = le point de contrôle est signé comme la politique le demande
check-log-signature = le registre a signé le point de contrôle
check-witnesses = les témoins que la politique demande l’ont signé
check-entries = l’empreinte de chaque entrée est sa feuille, et celle de l’ensemble la racine
check-tiles = les tuiles sont celles des entrées
check-root = les tuiles donnent la racine qui a été signée
check-payloads = chaque contenu est celui auquel son entrée engage
check-items = chaque pièce a les octets qui ont été reçus
check-published = tuiles, lots et point de contrôle sont ceux du registre
check-claims = chaque entrée et chaque contenu peut être lu
check-surplus = rien ne gêne (ce qu’aucune entrée ne nomme est énuméré)
check-receipt = le reçu peut être lu
check-inclusion = l’entrée est dans le registre, comme le dit le reçu
repaired = réparé : { $what }
repair-leftover-removed = un fichier à moitié écrit a été retiré ({ $path })
repair-published-rewritten = un fichier publié manquait ou différait et a été réécrit à partir du registre ({ $path })
repair-superseded-removed = une tuile partielle dont plus aucun point de contrôle n’a besoin a été retirée ({ $path })
repair-erasure-completed = un effacement interrompu a été achevé ({ $digest })
repair-other = quelque chose a été remis en ordre
repair-migrated = le registre est passé du format { $from } au format { $to }
repair-catalog = le catalogue a été reconstruit ({ $reason })

## Exhibition

exhibit-done = Exposition écrite dans `{ $out }` : fichiers : { $files }, taille : { $size }, langues : { $languages }
exhibit-changed = inchangés : { $unchanged }, retirés : { $removed }
exhibit-open = Ouvrez `{ $start }` dans un navigateur
export-done = Écrit dans `{ $out }` : fiches { $records }, faits { $facts }, fichiers { $files }, { $size }
export-left-kind = Laissé de côté, { $count } : fiches d’un genre que le format ne connaît pas
export-left-property = Laissé de côté, { $count } : faits pour lesquels le format n’a pas de place
export-left-qualifier = Laissé de côté, { $count } : faits que quelque chose restreint ; sans cela ils diraient plus que leur source
export-left-value = Laissé de côté, { $count } : faits dont le format ne peut contenir la valeur
export-left-reference = Écrit comme un nom, { $count } : renvois à d’autres fiches
export-left-language = Écrit sans leur langue, { $count } : textes
export-left-source = Écrit sans dire qui le dit, { $count } : faits
export-left-withheld = Pas pour ces lecteurs, { $count } : faits qui restent une lacune
export-closed = Ceci n’est pas pour le public. Le registre ne dit pas à qui on l’a remis : notez-le
export-readme =
    Ce dossier contient ce que l’on sait d’un cas. Aucun programme n’est nécessaire pour le lire.

    claims.csv      ce qui a été dit, une assertion par ligne : de quelle fiche, quoi, par quelle source
    sources.csv     qui le dit
    archive.jsonld  la même chose pour les machines (JSON-LD)
    items.csv       les fichiers de l’archive, avec leur SHA-256
    files/          ceux des fichiers qui peuvent être remis, par leur numéro
    SHA256SUMS      pour vérifier que rien n’a changé : sha256sum -c SHA256SUMS

    Deux assertions peuvent se contredire. C’est ainsi que parlent les sources ; rien n’a été lissé.
exhibit-released = Ceci est la version { $number } : inscrite au registre, manifeste { $manifest }
exhibit-released-before = Ceci est la version { $number } telle qu’elle a été inscrite, manifeste { $manifest } ; rien à inscrire de nouveau
exhibit-packed = Réunie dans `{ $file }`, { $size }
compare-room = { $room } : { $added } de plus, { $changed } modifiées, { $removed } de moins
compare-files = autres fichiers
compare-same = fichiers identiques : { $same }
panels-done = Imprimé dans `{ $out }` : fichiers : { $files }, pages : { $pages }, taille : { $size }
panels-no-people = Personne n’a de panneau ; nommez-les avec `--people`, ou demandez-les tous avec `--people all`
panels-picture = Une image manque sur son panneau : { $cause }

## Erasing

cover-done = { $place } : { $access ->
    [public] visible par tous
    [restricted] masqué pour le public
   *[confidential] masqué pour tous sauf les dépositaires
}, dès que l’exposition sera réécrite
erase-done = Assertions effacées : { $claims } ; l’entrée { $entry } atteste l’effacement, et le registre reste vérifiable
erase-items = Pièces effacées : { $items }
erase-still = Les pièces { $items } contiennent encore ce qui y a été lu ; effacez-les aussi avec `--with-items`

## Made-up cases

synth-done = Cas fictif de { $people } personnes écrit dans `{ $out }` : { $named } figurent sur au moins une liste parmi { $lists }
synth-next = Importez-le avec `cenotaph init` et `cenotaph import { $out }` ; rien n’y est réel

## Demo

demo-new = Construction de l’archive de Paris 2019 dans `{ $path }`
demo-again = `{ $path }` existe déjà ; on continue avec
demo-made = { $records } notices avec { $claims } assertions, tirées de { $sources } sources et { $items } pièces ({ $first } à { $last })
demo-people = { $people } personnes sur le mur ; paires tenues pour une même personne : { $same }, proposées et non tranchées : { $open }
demo-ledger = Registre : { $entries } entrées, racine { $root }
demo-report = Le rapport est { $number }, SHA-256 { $digest }
demo-summary = Ceci est notre résumé ; `demo --report FILE` prend l’original à sa place
demo-verified = Vérifié par son propre vérificateur : { $verdict }
demo-exhibition = Exposition : fichiers : { $files }, taille : { $size }, langues : { $languages }
demo-open = Ouvrez `{ $start }`
demo-serving = Servie à { $address }, sur cette machine seulement ; Ctrl-C y met fin
demo-took = Construit en { $seconds } s

## Errors

err-no-archive = il n’y a pas d’archive dans `{ $path }` ni au-dessus
rec-no-archive = créez-en une avec `cenotaph init DIR --name NAME`, ou indiquez-en une avec `--archive DIR`
err-not-found = `{ $path }` n’existe pas
rec-not-found = vérifiez l’orthographe ; les chemins partent du dossier courant
err-exists = `{ $path }` n’est pas vide
rec-exists = choisissez un dossier qui n’existe pas encore
err-no-alt = des images sont montrées que personne n’a décrites : { $items }
rec-no-alt = dites ce qu’on voit sur chacune (`alt` dans la composition du dossier), ou ne les montrez pas
err-no-manifest = `{ $path }` n’est pas le manifeste de la version { $release }
rec-no-manifest = remettez sous ce nom le fichier `manifest.txt` du dossier de cette version
err-unknown-release = il n’y a pas de version { $id }
rec-unknown-release = les versions sont comptées à partir de 1 ; `cenotaph log` les énumère ; un dossier se donne par son chemin, comme `./{ $id }`
err-io = `{ $path }` : { $cause }
rec-io = vérifiez que le dossier existe et qu’on peut y écrire
err-disk-full = le disque est plein : `{ $path }`
rec-disk-full = faites de la place et recommencez ; rien de ce qui a été confirmé n’est perdu et rien n’a été gardé à moitié
err-read-only = `{ $path }` n’est pas accessible en écriture
rec-read-only = copiez l’archive là où vous pouvez écrire ; consulter et vérifier restent possibles
err-locked = l’archive est utilisée par { $holder }
rec-locked = attendez la fin, ou arrêtez-le ; deux écritures à la fois déchireraient le registre
err-newer-form = l’archive a le format { $found }, cette version lit jusqu’au format { $known }
rec-newer-form = utilisez une version plus récente de { -name }
err-older-form = l’archive a le format { $found } et doit d’abord passer au format { $known }
rec-older-form = toute commande qui écrit l’y fait passer, par exemple `cenotaph add` ; gardez d’abord une copie du dossier
err-interrupted = `{ $path }` a été laissé à mi-chemin par une écriture interrompue, et ne peut pas être remis en ordre là où l’on ne peut pas écrire
rec-interrupted = copiez l’archive là où vous pouvez écrire ; toute commande qui écrit la remet en ordre
err-damaged = le registre est endommagé : { $detail }
rec-damaged = n’y écrivez pas ; copiez le dossier, puis lancez `cenotaph verify` sur la copie et restaurez une sauvegarde
err-archive = l’archive ne peut pas être utilisée : { $cause }
rec-archive = `cenotaph verify` dit si elle est endommagée ; rien n’a été modifié
err-truncated = le registre est tronqué : entrées annoncées par son point de contrôle : { $promised }, présentes : { $found }
rec-truncated = n’y écrivez pas ; restaurez `ledger.db` depuis une sauvegarde, le point de contrôle prouve ce qui manque
err-foreign-key = le point de contrôle est signé par `{ $found }`, et non par la clé de cette archive
rec-foreign-key = `ledger/checkpoint` vient d’une autre archive, ou le dossier `keys` a été échangé ; restaurez le bon
err-item-too-large = `{ $path }` dépasse { $limit } octets
rec-item-too-large = divisez-le, ou gardez-le à côté de l’archive et ajoutez une note disant où il est
err-keys = les clés dans `{ $path }` ne peuvent pas être utilisées : { $cause }
rec-keys = restaurez le dossier `keys` depuis une sauvegarde ; sans lui rien ne peut être ajouté ni consulté, mais tout peut encore être vérifié
err-randomness = le système d’exploitation ne fournit pas d’octets aléatoires : { $cause }
rec-randomness = réessayez ; si cela persiste, la machine ne convient pas pour des clés
err-case = `{ $path }` : { $cause }
rec-case = voir docs/formats/mapping.md et le dossier cases/paris-2019 pour un exemple
err-map = `{ $path }` : { $cause }
rec-map = voir docs/formats/mapping.md pour ce qu’une correspondance peut contenir
err-not-the-report = `{ $path }` n’est pas le rapport dont ce cas est tiré : son SHA-256 est { $found }, et non { $expected }
rec-not-the-report = prenez le fichier exact, octet pour octet ; dans une copie aux fins de ligne différentes, les positions sont autres
err-unknown-record = { $id } n’est pas dans cette archive
rec-unknown-record = un identifiant n’appartient qu’à une seule archive ; cherchez la personne avec `cenotaph search`
err-unknown-item = { $id } n’est pas dans cette archive
rec-unknown-item = `cenotaph log` énumère ce qui a été reçu
err-unknown-proposal = { $id } n’attend aucune décision
rec-unknown-proposal = `cenotaph review --claims` montre ce qui attend
err-unknown-entry = il n’y a pas d’entrée { $id } dans le registre
rec-unknown-entry = `cenotaph log` énumère les entrées ; elles sont comptées à partir de 0
err-unknown-source = la source { $id } n’est pas dans cette archive
rec-unknown-source = `cenotaph search` trouve les sources par leur titre
err-bad-id = { $cause }
rec-bad-id = copiez-le en entier ; le dernier caractère dit si les autres sont justes
err-bad-reason = « { $reason } » n’est pas un motif d’effacement
rec-bad-reason = au choix : { $known }
err-erased-already = { $id } a déjà été effacé
rec-erased-already = l’entrée { $entry } atteste l’effacement ; il ne reste rien à effacer
err-nothing-to-erase = rien n’est enregistré sur { $id }
rec-nothing-to-erase = cherchez avec `cenotaph search`
err-archive-record = l’entrée { $index } ne peut pas être lue : { $cause }
rec-archive-record = elle vient peut-être d’une version plus récente de { -name } ; l’archive elle-même est intacte
err-catalog = le catalogue ne peut pas être utilisé : { $cause }
rec-catalog = supprimez le dossier `catalog` ; il est reconstruit à partir du registre
err-render = une page ne peut pas être produite : { $cause }
rec-render = c’est un défaut du programme ; merci de le signaler
err-cannot-verify = `{ $path }` n’est rien qui puisse être vérifié : { $cause }
rec-cannot-verify = une archive, un dossier de registre avec `checkpoint`, ou un reçu avec `--data` et `--policy`
err-made-up = données fictives et données réelles ne doivent pas être mêlées : `{ $path }`
rec-made-up = importez-les dans une archive à part
err-serve = l’exposition ne peut pas être servie : { $cause }
rec-serve = choisissez une autre adresse avec `--addr`, ou 127.0.0.1:0 pour n’importe quel port libre
err-no-reader = il n’y a pas de lecteur pour `{ $path }`, qui est de type { $type }
rec-no-reader = `cenotaph add` le garde quand même ; textes, pages web et tables peuvent être lus
err-too-large = `{ $path }` dépasse { $limit } octets
rec-too-large = `cenotaph add` le garde comme pièce, quelle que soit sa taille ; la lecture s’arrête à cette limite
err-one-record = { $id } est nommé deux fois
rec-one-record = une décision porte sur deux notices
err-bad-answer = « { $text } » n’est pas une réponse
rec-bad-answer = l’une de : same, different, cannot-tell
err-words-of-one = « --words » va avec un seul « --accept »
rec-words-of-one = nommez une proposition par son identifiant
err-packed = `{ $path }` ne peut pas être décompressé jusqu’au bout : { $cause }
rec-packed = rien n’a été écrit ; procurez-vous de nouveau le fichier, il est peut-être tronqué ou modifié
err-not-utf8 = `{ $path }` n’est pas en UTF-8 ; il semble être en { $found }
rec-not-utf8 = enregistrez-le en UTF-8, par exemple avec `iconv -f { $found } -t utf-8`
err-no-table-header = `{ $path }` n’a pas d’en-tête, ce n’est donc pas une table
rec-no-table-header = la première ligne doit nommer les colonnes, par exemple `rec_id,list,name,birth,place`
err-no-columns = il manque à `{ $path }` : { $needed } ; ses colonnes sont : { $found }
rec-no-columns = nommez les colonnes comme le dit docs/formats/match.md ; le séparateur peut être virgule, tabulation, point-virgule ou barre
err-too-many-table-rows = `{ $path }` a plus de { $limit } lignes
rec-too-many-table-rows = traitez-la en plusieurs parties, par exemple par province
err-overwrites = `{ $path }` serait écrit par-dessus ce qui est lu, ou par-dessus un autre résultat
rec-overwrites = donnez à chaque fichier un nom à lui
err-unknown-list = la table n’a pas de liste « { $name } »
rec-unknown-list = ses listes sont : { $known }
err-contradiction = des décisions se contredisent : { $chain }, mais il est décidé que { $first } et { $last } sont deux personnes
rec-contradiction = revoyez les notices le long de cette chaîne et revenez sur une décision
err-names-json = avec `--json`, la sortie standard est un seul document et n’a pas de place pour les paires
rec-names-json = dites avec `--out FILE` où vont les paires

## Propositions lues dans les pièces
suggest-made = { $count } propositions tirées de { $item }
suggest-kind =   { $what } : { $count }
suggest-person = noms de personnes
suggest-position = fonctions et rôles
suggest-event = ce que le compte rendu dit de lui-même
suggest-toll = nombres de personnes tuées
suggest-remark = propos
suggest-demand = demandes
suggest-known = { $count } étaient déjà proposées, décidées ou enregistrées
suggest-matched =   { $name } est connu : { $record }
claims-waiting = { $count ->
    [0] Rien de ce qui a été lu n’attend
    [one] Une proposition attend. Voyez-la avec `cenotaph review --claims`
   *[other] { $count } propositions attendent. Voyez-les avec `cenotaph review --claims`
}
claims-voices =      dit par { $voices }
claims-place =      lu dans { $item }, caractères { $place }
claims-decided = Acceptées : { $accepted }. Écartées : { $rejected }
claims-changed = Enregistré dans vos mots sous { $claim } ; ce qui avait été lu est écarté

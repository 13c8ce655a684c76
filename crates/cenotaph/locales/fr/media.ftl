# What can be wrong or remarkable in pictures, recordings, letters, web captures and folders packed into one file.

# Files packed into one file.
problem-entry-size-differs = `{ $name }` a { $found } octets, l’emballage en annonce { $said }
problem-entry-checksum = `{ $name }` ne correspond pas à sa somme de contrôle
problem-entry-bomb = `{ $name }` passe de { $packed } octets à plus de { $limit } ; il n’a pas été déballé
problem-entry-damaged = `{ $name }` est abîmé après { $found } octets ; il n’a pas été déballé
problem-entry-cut = `{ $name }` est coupé ; il n’a pas été déballé
problem-entry-encrypted = `{ $name }` est chiffré ; il n’a pas été déballé
problem-entry-method = `{ $name }` est emballé d’une manière qui n’est pas lue ici ({ $method })
problem-unpacked-too-large = `{ $name }` n’a pas été déballé : il restait { $left } octets de ce qui peut l’être en tout
problem-too-many-entries = il contient { $count } fichiers, { $limit } au plus sont énumérés
problem-entry-link = `{ $name }` est un lien vers `{ $to }` ; il n’a pas été suivi
problem-entry-device = `{ $name }` est un périphérique ou un tube, pas un fichier
problem-entry-twice = plusieurs fichiers portent le nom `{ $name }`
problem-entry-names-alike = les noms `{ $name }` et `{ $other }` se ressemblent
problem-entry-name-leads-out = le nom `{ $name }` mène hors du dossier où il serait déballé
problem-entry-name-invisible = le nom `{ $name }` a des caractères invisibles
problem-entry-name-backslash = le nom `{ $name }` a une barre oblique inverse, dossier pour certains systèmes et lettre pour d’autres
problem-entry-name-special = le nom `{ $name }` signifie autre chose sous Windows
problem-entry-name-guessed = l’encodage du nom `{ $name }` a été deviné
problem-container-data-before = { $size } octets précèdent les fichiers emballés
problem-container-data-between = { $size } octets se trouvent entre les fichiers emballés
problem-container-data-after = { $size } octets suivent la fin
problem-zip-headers-differ = pour `{ $name }`, le répertoire dit { $said } ({ $what }), l’en-tête devant le fichier dit { $found }
problem-zip-entries-overlap = { $count } fichiers occupent les mêmes octets, dont `{ $name }` ; ils n’ont pas été déballés
problem-zip-entry-missing = le répertoire nomme `{ $name }`, qui n’est pas où il le dit
problem-zip-entry-unlisted = `{ $name }` est dans le fichier, mais pas dans son répertoire
problem-zip-two-directories = il a deux répertoires ; d’autres programmes peuvent y voir d’autres fichiers
problem-zip-no-directory = son répertoire manque ; le contenu a été cherché fichier par fichier
problem-zip-directory-damaged = son répertoire est abîmé à { $offset }
problem-zip-count-differs = son répertoire a { $found } fichiers et en annonce { $said }
problem-gzip-bomb = il passe de { $packed } octets à plus de { $limit } ; il n’a pas été déballé
problem-gzip-damaged = il est abîmé après { $found } octets ; le reste n’a pas été déballé
problem-gzip-checksum = { $count } de ses morceaux ne correspondent pas à leur somme de contrôle
problem-gzip-size-differs = { $count } de ses morceaux n’ont pas la taille annoncée
problem-gzip-members = il a plus de { $limit } morceaux ; le reste n’a pas été déballé
problem-nested-too-deep = il est emballé plus de { $limit } fois ; le cœur est resté emballé
problem-tar-header-damaged = ce qui se trouve à { $offset } est abîmé ; la suite n’a pas été lue
problem-tar-no-end = rien ne dit où il finit ; il peut manquer quelque chose

# Pictures.
problem-exif-damaged = { $count } des notes de l’appareil ne peuvent être lues
problem-exif-loop = les notes de l’appareil reviennent sur elles-mêmes à { $offset }
problem-position-zero = la position est 0, 0, celle des appareils qui n’en connaissent pas
problem-position-range = la position { $latitude }, { $longitude } n’est pas un lieu sur terre
problem-position-damaged = la position ne peut être lue
problem-exif-datum = la position est donnée dans le système { $datum } et non WGS 84 ; sur une carte, elle est ailleurs
problem-exif-time-none = « { $text } » n’est pas un moment du calendrier
problem-exif-times-reversed = elle a été modifiée ({ $changed }) avant d’être prise ({ $made })
problem-exif-time-place = l’horloge est à { $hours } h de UTC, ce qui n’est pas le cas à la longitude { $longitude }
problem-exif-clocks-differ = l’horloge de l’appareil dit { $made }, les satellites disaient { $satellites }
problem-dates-differ = elle est datée du { $one } à un endroit et du { $other } à un autre
problem-thumbnail-differs = la vignette montre autre chose (en moyenne { $mean }, à un endroit { $worst } sur 255 niveaux de gris)
problem-thumbnail-damaged = la vignette ne peut être lue
problem-data-after-picture = { $size } octets ({ $kind }) suivent la fin de l’image
problem-png-checksum = { $count } morceaux ne correspondent pas à leur somme de contrôle
problem-made-by-algorithm = elle dit avoir été faite par une machine, ou en partie ({ $kind })
problem-c2pa-damaged = ses preuves d’origine (C2PA) ne peuvent être lues
problem-c2pa-content-differs = ses preuves d’origine portent sur d’autres octets : l’image a été modifiée après signature
problem-c2pa-content-not-checked = il n’a pas été vérifié que ses preuves d’origine portent sur ces octets ({ $kind })
problem-c2pa-assertion-differs = ce que disent ses preuves d’origine dans « { $label } » n’est pas ce qui a été signé
problem-c2pa-bytes-left-out = { $size } octets de l’image sont exclus de ce qui a été signé
problem-c2pa-signature-wrong = la signature de ses preuves d’origine est fausse
problem-c2pa-signature-not-checked = la signature de ses preuves d’origine est d’un genre non vérifié ici ({ $algorithm })
problem-c2pa-signer-not-looked-up = le signataire de ses preuves d’origine n’a pas été cherché dans une liste de confiance

# Sound and film.
problem-recording-cut = le fichier finit avant l’enregistrement
problem-recording-without-head = ce qui décrit le film manque ; il ne peut être lu
problem-recording-end-damaged = la fin de l’enregistrement est abîmée, ou quelque chose la suit
problem-data-after-recording = { $size } octets ({ $kind }) suivent la fin de l’enregistrement

# Letters.
problem-letter-date-none = « { $text } » n’est pas une date
problem-letter-cut = rien ne ferme ses parties ; il peut manquer quelque chose
problem-letter-coding-damaged = { $count } caractères de `{ $name }` ne peuvent être décodés
problem-letter-encrypted = elle est chiffrée ; ses mots n’ont pas été lus
problem-letter-signature-not-checked = elle est signée ({ $kind }) ; la signature n’a pas été vérifiée
problem-letter-attachment-closed = la pièce jointe `{ $name }` est un message ou un objet à part et n’a pas été extraite
problem-ole-damaged = la table du fichier est abîmée ; il peut manquer quelque chose

# Captures of the web, folders with proofs, and stamps.
problem-warc-cut = le dernier enregistrement est coupé ; le fichier finit à { $offset }
problem-warc-damaged = ce qui se trouve à { $offset } n’est pas un enregistrement ; la suite n’a pas été lue
problem-warc-digest-differs = ce qui a été capturé de { $name } ne correspond pas à son empreinte
problem-warc-digest-not-checked = les empreintes du genre { $kind } n’ont pas été vérifiées
problem-capture-error = { $address } a répondu par une erreur ({ $status }) ; la page n’est pas dans la capture
problem-capture-login-wall = { $address } demande un mot de passe ; ce qui est derrière n’a pas été capturé
problem-capture-empty = la page { $address } n’a pas de mots
problem-capture-without-page = il n’y a pas de page dans la capture
problem-capture-parts-missing = { $count } fichiers voulus par la page ont répondu par une erreur
problem-wacz-list-damaged = la liste de son contenu ne peut être lue
problem-wacz-index-differs = { $count } lignes de l’index ne mènent pas à l’enregistrement qu’elles nomment
problem-wacz-signed-other = ce qui a été signé n’est pas la liste qu’il contient
problem-wacz-signature-not-checked = il est signé par { $who } ; la signature n’a pas été vérifiée
problem-bundle-file-missing = la liste nomme `{ $name }`, qui n’y est pas
problem-bundle-file-differs = `{ $name }` ne correspond pas à son empreinte
problem-bundle-file-unlisted = `{ $name }` s’y trouve, mais sur aucune liste
problem-bundle-digest-not-checked = les empreintes du genre { $kind } n’ont pas été vérifiées
problem-bundle-signatures-not-checked = { $count } signatures OpenPGP qu’il contient n’ont pas été vérifiées
problem-bag-size-differs = le sac annonce { $said } (octets, fichiers) et a { $found }
problem-proof-damaged = la preuve `{ $name }` ne peut être lue
problem-proof-file-missing = la preuve `{ $name }` porte sur un fichier qui n’est pas à côté ({ $digest })
problem-stamp-not-checked = ses signatures n’ont pas été vérifiées ; il faut pour cela les clés des signataires
problem-stamp-damaged = c’est un horodatage illisible

# What becomes of files when they are read apart, seen again, heard, recognised and fetched.

problem-reader-crashed = le lecteur de ce fichier s’est arrêté brutalement ({ $cause }) ; le fichier lui-même est conservé
problem-reader-timed-out = le lecteur de ce fichier a pris trop de temps et a été arrêté ; le fichier lui-même est conservé
problem-reader-out-of-memory = le lecteur de ce fichier demandait plus de { $limit } Mio de mémoire et a été arrêté ; le fichier lui-même est conservé
reader-unconfined = remarque : les lecteurs de fichiers ne sont pas entièrement isolés sur ce système (manque : { $missing })

alike-picture = { $item } montre la même image que { $other } (distance { $distance } sur 64)
alike-text = { $item } a le même texte que { $other }
alike-much-of-the-text = { $item } partage une grande partie de son texte avec { $other } (distance { $distance } sur 64)
alike-none = Aucune pièce ne ressemble à une autre.

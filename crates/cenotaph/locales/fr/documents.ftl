# What can be wrong or remarkable in documents and tables.

problem-locked = il est verrouillé par un mot de passe et n’a pas été lu
problem-encrypted = il est chiffré, et s’ouvre sans mot de passe
problem-document-damaged = le document ne peut pas être lu : { $why }
problem-hidden-layers = calques éteints, non lus : { $count }
problem-former-states = états antérieurs que le fichier contient encore : { $count } ; le dernier en est les { $bytes } premiers octets
problem-scripts = scripts qu’il contient : { $count } ; aucun n’a été exécuté
problem-starts-programs = endroits où il lancerait un programme : { $count } ; aucun n’a été lancé
problem-sends-data = endroits où il enverrait ce qui est saisi : { $count } ; rien n’a été envoyé
problem-media-inside = sons, films ou modèles non examinés : { $count }
problem-comments = notes écrites en marge du texte : { $count }
problem-files-inside = fichiers à l’intérieur : { $count }
problem-form-not-read = il contient un formulaire d’un type qui n’est pas lu (XFA)
problem-too-many-pages = { $count } pages, c’est plus que les { $limit } qui sont lues
problem-no-text-layer = pages qui sont des images sans texte : { $count } (pages { $pages }) ; seule une reconnaissance les lirait
problem-page-damaged = pages endommagées, non lues : { $count } (pages { $pages })
problem-page-overfull = pages qui contiennent plus que ce qui est lu : { $count } (pages { $pages })
problem-letters-without-meaning = lettres dont le fichier ne dit pas ce qu’elles signifient : { $count } ; elles ont été lues comme �
problem-hidden-text = lettres présentes dans le fichier et invisibles : { $count }
problem-covered-text = lettres recouvertes et toujours présentes : { $count } ; si un nom devait être noirci, il ne l’est pas
problem-recognised-text = pages dont le texte a été reconnu par une machine : { $count } ; il peut être faux
problem-no-pages = il n’a pas de pages

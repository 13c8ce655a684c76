# Manières de visiter : sur un écran dans la salle, sur une clé, sur papier.
kiosk-bar = Chemins depuis cette page
kiosk-home = Accueil
kiosk-back = Retour
kiosk-idle = Lisez-vous encore ? Touchez l’écran ; sinon, il revient au début dans 15 secondes.
stick-open = Pour commencer, ouvrez START.html avec n’importe quel navigateur. Aucun réseau n’est nécessaire, rien n’est installé, rien n’est envoyé.
stick-whole = Gardez le dossier entier : les pages ont besoin des fichiers qui se trouvent à côté. Il peut être copié et transmis tel quel.
stick-check = SHA256SUMS donne l’empreinte SHA-256 de chaque fichier. Là où le programme sha256sum est installé, `sha256sum --check SHA256SUMS` dit si quelque chose a été changé.

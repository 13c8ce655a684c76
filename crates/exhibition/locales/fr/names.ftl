# How names are written.
machine-name = écrit par une machine
machine-note = Une machine a écrit ce nom dans ces lettres, d’après ses sons. Aucune source ne l’écrit ainsi.

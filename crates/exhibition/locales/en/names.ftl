# How names are written.
machine-name = written by a machine
machine-note = A machine wrote this name in these letters, by its sounds. No source writes it so.

# How names are written.

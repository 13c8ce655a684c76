# The wall of names and its facets.

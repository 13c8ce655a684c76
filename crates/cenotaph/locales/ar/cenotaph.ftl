# Translations follow; English stands in where one is missing.

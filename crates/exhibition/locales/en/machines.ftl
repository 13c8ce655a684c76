# Feeds, data to take away, cards, banners.

## Data in the pages (JSON-LD)
linked-named-by = According to { $who }: { $what }

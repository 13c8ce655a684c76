# Feeds, data to take away, cards, banners.

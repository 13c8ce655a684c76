# Rooms.

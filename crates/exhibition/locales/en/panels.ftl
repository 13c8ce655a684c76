# Printed boards.

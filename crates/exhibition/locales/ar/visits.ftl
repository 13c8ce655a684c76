# Kiosk, stick, how to visit.

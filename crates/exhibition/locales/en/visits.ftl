# Ways to visit: on a screen in the room, on a stick, on paper.
kiosk-bar = Ways from here
kiosk-home = Home
kiosk-back = Back
kiosk-idle = Are you still reading? Touch the screen; otherwise it goes back to the start in 15 seconds.
stick-open = To begin, open START.html with any browser. No network is needed, nothing is installed, and nothing is sent.
stick-whole = Keep the folder whole: the pages need the files beside them. It may be copied and passed on as it is.
stick-check = SHA256SUMS lists the SHA-256 of every file. Where the program sha256sum is installed, `sha256sum --check SHA256SUMS` says whether anything was changed.

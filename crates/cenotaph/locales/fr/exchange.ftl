# Exports of other systems, in and out.

# Feeds, data to take away, cards, banners.

## Data in the pages (JSON-LD)
linked-named-by = According to { $who }: { $what }

## Feeds
feed-title = What is new
feed-of = { $what }: what is new
feed-added = New document: { $what }
feed-changed = Changed: { $what }
feed-withdrawn = Withdrawn: { $what }
feed-release = Release { $number }

## Data to take away
data-title = The data
data-text = Everything that these pages show, as files for a spreadsheet or a program: each claim a row, with its source and the place in it.
data-files = The files
data-what = What
data-rows = Rows
data-size = Size
data-take = Files
data-people = Claims about people
data-groups = Claims about groups
data-places = Claims about places
data-events = Claims about events
data-statements = Claims about statements
data-proceedings = Claims about proceedings
data-sources = Sources
data-items = Items of evidence
data-kilobytes = { $number } kB
data-count = { $n ->
    [one] { $shown } file, in the list
   *[other] { $shown } files, in the list
}
data-forms = Claims stand in two forms: CSV for spreadsheets and JSON Lines for programs. In a CSV file, a cell that a spreadsheet would run as a formula begins with an apostrophe, and invisible commands are written out; the JSON files hold the words exactly.
data-package = describes all files (Data Package), with the digest of each
data-list = lists all files with rows, bytes and SHA-256
data-schema = says what each column of a claim means
data-licence = Licence
data-licence-none = No licence is stated. Ask before you publish the data again.
data-check = How to check it
data-check-text = Compute the SHA-256 of a file and compare it with the list. The list belongs to this state of the ledger, in which every entry can be proved with the program cenotaph-verify. What is withheld from the public is not in these files; where a part of a claim is withheld, the row says why.

## Press room
press-pictures = Pictures for the press
press-pictures-none = No picture has been released for print.
press-follow = To follow, and to work with
press-banner-page = The banner as a page that fits any frame
banner-made-up = Invented data for tests

# Rooms, and the pages about the exhibition.

## Frame
untranslated = Not translated. These words stand in

## About: its pages
about-pages = About this exhibition, page by page
about-method = How it is made
about-sources = About the sources
about-glossary = Words used here
about-accessibility = Accessibility
method-who = Who stands here
method-who-1 = A person stands on the wall when at least one source in the archive names them among the victims. Nobody is taken off because another source does not name them, and nobody is added because it seems likely.
method-who-2 = That a name is missing says nothing about what happened to a person.
method-claim = What is recorded
method-claim-1 = What is recorded is a claim: about whom, what, who says it and through whom it reached us, where it can be read, and how sure it is. Claims that contradict each other stand beside each other; none is removed for the sake of the other.
method-claim-2 = Everything that happens to the archive is an entry in a ledger: what came in, what was recorded, who decided what. These pages are computed from it.
method-match = How names are matched
method-match-1 = Names are compared across scripts and spellings. Two entries become one only by a decision that stands in the ledger: of a person, or of a strict rule that is published and named each time.
method-match-2 = Where a comparison only makes it likely that two entries are one person, both pages say so and leave the question open.
method-machine = What a machine did
method-machine-1 = Programs read tables and reports, convert dates between calendars, compare names, and draw the maps and charts. What a program proposes from a text stands here only when a person has accepted it.
method-machine-2 = Words of a source are shown in the language in which they were recorded. No program translates them when these pages are written; where there is no translation, the page says so. Towns and provinces are called by their names in the language of the page.
method-not = What is not done
method-not-1 = Figures are not added, averaged or rounded. What no source says is not guessed. How many people were never listed has not been estimated.
method-hidden = What is withheld
method-hidden-1 = What could harm a person is withheld, and so is what was asked to be kept private. The gap can be seen and gives its reason. Points on maps are moved to a grid of a hundredth of a degree, so that no protected spot can be found with them.
sources-use = How sources are used
sources-use-1 = A source is whoever produced a document, a list or a report. That it is cited does not mean that it is right, nor that the exhibition shares its view. A source may be a party to the matter; where this is known, its page says so.
sources-grade-1 = Where somebody has graded a source, its page gives the grade and who gave it. A source without a grade has not been graded, which is no judgement on it.
sources-kinds = Sources by kind
correct-ask = How to ask
correct-what = Please say which entry it is (its address or its identifier), what is wrong or missing and, where you can, where the right thing can be read.
correct-after = A correction does not overwrite: the earlier entry stays in the ledger, and the later one takes its place on the page. Data that is removed is destroyed; the ledger keeps that something was removed, when, and why.
withdrawn-title = Withdrawn
withdrawn-none = Nothing that an earlier release showed has been withdrawn.
releases = Releases
releases-none = No release has been entered in the ledger yet.
releases-caption = Each release, the newest first, and how many pages differ from the one before
column-added = Added
column-changed = Changed
column-removed = Removed
column-manifest = SHA-256 of the list of files
content-words = Words
content-words-1 = Some of the words quoted are hostile to the people who were killed. They are shown because they are evidence of what was said. The exhibition does not share them.
content-pictures = Pictures
content-pictures-1 = A picture that may distress stands behind a link, on a page of its own, and is loaded only by those who choose it. It stands in no list, no feed and no preview.
content-dead = The dead
content-dead-1 = People are shown by name first. Nothing here counts visits, invites comments or ranks anybody.
privacy-what = What they do not do
privacy-1 = They set no cookie and store nothing in your browser.
privacy-2 = They load nothing from elsewhere: fonts, maps and pictures lie beside them.
privacy-3 = They count and recognise nobody. There is no account and no advertisement.
privacy-4 = A link that leads out says so, and does not tell the other side which page you came from.
privacy-5 = What a web server keeps of visits is decided by those who run it; these pages ask it to keep nothing.
privacy-6 = They can be read from a stick without a network, and with Tor Browser at its safest setting.
access-aim = What is aimed at
access-aim-1 = The pages are made to follow the Web Content Accessibility Guidelines 2.2 at level AA. The program that writes them is tested for it; nobody has certified them.
access-how = What you can count on
access-how-1 = Everything can be reached and read with the keyboard, without a script, at four times the size, on a narrow screen, and on paper.
access-how-2 = Each map and each chart has a table with the same data.
access-how-3 = Language and direction are declared for each page and for each piece of text in another language.
access-how-4 = Nothing is said by colour alone, nothing moves, nothing sounds by itself.
access-how-5 = Each picture that is shown has a description.
access-limits = What is missing
access-limits-1 = A scanned document may have no transcription; then only its description can be read aloud.
access-limits-2 = Words of sources may stand in another language than the page.
access-report = If something cannot be read
access-report-1 = Please say which page it is and what you read it with.
check-receipts = Receipts
check-receipts-1 = A receipt proves that one entry stands in the ledger. The program cenotaph-verify checks receipts, ledgers and bundles without a network and without trusting us.
check-releases-1 = When the exhibition is released, the SHA-256 of the list of all its files is entered in the ledger. Whoever holds a copy can so tell whether it is the one that was released.
check-sums = On this stick
check-sums-1 = The file SHA256SUMS at the root lists the SHA-256 of every file. This command, run in that folder, checks them:

## Glossary
gloss-item = item of evidence
gloss-item-is = A file as it came in, never changed, with a number of its own and the SHA-256 of its bytes.
gloss-source = source
gloss-source-is = Whoever produced a document, a list or a report from which something is recorded.
gloss-record = entry on a person, place, event or statement
gloss-record-is = That about which something is said. It has an address of its own, which does not change.
gloss-claim = claim
gloss-claim-is = One thing that somebody says about an entry, with the place where it can be read and how sure it is.
gloss-quotation = quotation
gloss-quotation-is = Words as they were said or written, in quotation marks, with what a source left out or put in kept as it prints it.
gloss-gist = gist
gloss-gist-is = The sense of what was said, in the words of another. It never stands in quotation marks.
gloss-alleged = alleged
gloss-alleged-is = Said of somebody by a source, without a finding by a court. It is shown with the name of the source and never as a fact.
gloss-unchecked = not checked against the source
gloss-unchecked-is = Recorded from general knowledge or second hand; nobody has compared it with the source.
gloss-disputed = sources differ
gloss-disputed-is = Two values cannot both be true. Both are shown, in the order of the sources, with the sign ≠.
gloss-withheld = withheld
gloss-withheld-is = Known to the archive, but not shown. The reason stands in its place.
gloss-grave = mass grave
gloss-grave-is = A place of which a source says that several people were buried there together.
gloss-suspected = suspected site
gloss-suspected-is = A place of which a source says that it may be a mass grave.
gloss-commission = commission
gloss-commission-is = Here: a panel that, according to sources, decided in prisons who was to be executed. Survivors call it “Death Commission”.
gloss-solar = Solar Hijri calendar
gloss-solar-is = The calendar of Iran. Its year begins in March; 1367 ran from March 1988 to March 1989.
gloss-ledger = ledger
gloss-ledger-is = The ordered list of everything that happened to the archive. What stands in it cannot be changed unnoticed; its root is a number that stands for all of it.
gloss-receipt = receipt
gloss-receipt-is = A proof that a certain entry stands in the ledger.
gloss-digest = SHA-256
gloss-digest-is = A number computed from the bytes of a file. If one bit changes, so does the number.
gloss-release = release
gloss-release-is = An exhibition that was entered in the ledger, with the list of its files.

## Properties
property-response = What the person answers
property-threat = Danger to the site
property-answer = Answer
property-state = How it stands
property-deals-with = About

## Graves
map-area = A hatched circle is drawn to scale with a radius of { $number } km. It means that only the area is known; how wide it is, no source says.
map-moved = The point has been moved to a grid of a hundredth of a degree.
state-title = The site over time
state-text = What was said of the site, in the order of the dates. Where a claim bears no date of its own, that of its source is given.
date-of-source = in a source of
photograph-before = Before.
photograph-after = After.
buried-title = Said to be buried here
buried-text = Each name stands here because a source says so. The list is not complete, and no grave here has been opened for it.
column-certainty = How sure
column-since = Oldest date given
column-buried = People said to be buried here

## Remarks
remarks-lists = Lists of remarks
remarks-all = All, by date
remarks-by-speaker = By speaker
remarks-by-year = By year
words-in = Words in
words-original = the original
words-original-in = the original is in
words-of-sources = Some words of sources stand in the language in which they were recorded; there is no translation.

## Commissions
commission-places = By place
response-none = No answer of the person named is recorded here.

## Timeline
timeline-kinds = Events by kind
timeline-years = Events by year

## Figures
column-basis = Where it is read, and how sure
column-repeats = Also given by
repeats-none = no other source here
estimate-title = Estimate
estimate-none = No estimate has been made here of how many people were never listed. Until one is made and its assumptions are shown, this place stays empty.

## Programme
said-there = Said there
recording = Recording, with transcript where there is one
captions-in = captions:

## Demands
answer-none = No answer is recorded in this archive.
state-none = Nothing is recorded of how it stands today.
proceedings = Proceedings

## Book
book-sign = To sign
book-sign-1 = Whoever wishes may sign in memory of the dead. Sign with the name that you choose; town, date and a few words may be added or left out.
book-sign-2 = On paper: print the sheet below or ask for it, sign by hand, and give it to those who are responsible for the exhibition. The sheet is kept as an item of evidence. What is shown of it is decided by a person.
book-sheet = A sheet to sign on paper
book-sheet-title = In memory
book-sheet-text = Please write only what may be shown. You may sign with a first name, with initials, or with no name at all.
sheet-name = Name
sheet-town = Town
sheet-date = Date
sheet-words = Words

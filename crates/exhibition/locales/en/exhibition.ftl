# The exhibitor's words in English. What is filled in: $number, $date and the like are already in the digits of the language.

## Frame
skip = Skip to the content
made-up = Invented data for tests: no name here stands for a person, living or dead.
languages = Languages
rooms = The rooms
room-number = Room { $number }
as-of = as of { $date }
as-of-never = nothing recorded yet
footer-about = About this exhibition, its sources and how to check it
pages = Pages
page-of = Page { $number } of { $total }
page-previous = Previous page
page-next = Next page
notes = Sources
moved = This page has moved. Two entries were found to be about the same:

## Rooms
room-people = The victims
room-graves = Graves
room-documents = Documents
room-remarks = Remarks
room-commission = Commissions
room-tolls = Figures
room-timeline = Timeline
room-book = Book of memory
room-programme = Programme
room-demands = Demands
room-press = Press
room-about = About

## Entrance
content-note = Before you enter
contact = Contact and corrections
credits = Credits

## Counts
count-names = { $n ->
    [one] { $shown } name
   *[other] { $shown } names
}
count-sites = { $n ->
    [one] { $shown } site
   *[other] { $shown } sites
}
count-items = { $n ->
    [one] { $shown } item of evidence
   *[other] { $shown } items of evidence
}
count-sources = { $n ->
    [one] { $shown } source
   *[other] { $shown } sources
}
count-remarks = { $n ->
    [one] { $shown } remark
   *[other] { $shown } remarks
}
count-named = { $n ->
    [one] { $shown } person named
   *[other] { $shown } people named
}
count-demands = { $n ->
    [one] { $shown } demand
   *[other] { $shown } demands
}
count-events = { $n ->
    [one] { $shown } event
   *[other] { $shown } events
}
count-figures = { $n ->
    [one] { $shown } published figure
   *[other] { $shown } published figures
}
count-records = { $n ->
    [one] { $shown } record
   *[other] { $shown } records
}
count-bytes = { $n ->
    [one] { $shown } byte
   *[other] { $shown } bytes
}
and-more = { $n ->
    [one] and { $shown } more
   *[other] and { $shown } more
}
years-without = { $n ->
    [one] { $shown } year without an entry
   *[other] { $shown } years without an entry
}

## People
wall-latin = Names in Latin letters
wall-arabic = Names in Arabic and Persian letters
wall-other = Names in other scripts
wall-order = Names stand in the order of their letters as they are written, from the first word on. Letters without names are shown, but lead nowhere.
wall-marks = The years are those in which the sources place the death, in two calendars. The number in brackets says how many sources speak of the person.
search-label = Search the wall
search-button = Search
search-hint = In any script. A name may be misspelled or only partly known.
search-found = People found:
search-first = People found; the first shown:
search-none = Nobody found. Everybody stands on the wall, under the letters below.
search-failed = The search could not be loaded. Everybody stands on the wall, under the letters below.
letter-title = Names under { $name }
letter-rest = other signs
unnamed = People whose name is not shown or not known
unnamed-person = A person without a known name
blank-leaves = This wall is not complete. The space left here stands for those whose names have not been recorded.

## Person
names-as-written = The name, as the sources write it
lists-naming = Lists that name this person, side by side
lists-signs = ≈ written otherwise than on another list · ≠ cannot be true together with another list · – this list does not say
list-silent = this list does not say
list-otherwise = written otherwise than on another list
what-is-said = What the sources say
sources-differ = sources differ
open-pairs = Perhaps the same person
open-pairs-other = Perhaps one and the same
pair-same = May be the same as
pair-different = Held to be another than
pair-by = proposed by
pair-undecided = not decided
mentions = Mentioned in
not-known = What is not known here
unknown-born = Date of birth: no source in this archive gives it.
unknown-arrested = Arrest: no source in this archive speaks of it.
unknown-died = Date of death: no source in this archive gives it.
unknown-place-of-death = Place of death: no source in this archive gives it.
unknown-buried-at = Burial: no source in this archive says where.
correct = Is something wrong, missing, or should it not stand here?
correct-how = How to correct or withdraw an entry
identifier = Address of this entry, which does not change:

## Kinds of record
kind-person = Person
kind-group = Group
kind-place = Place
kind-event = Event
kind-statement = Statement
kind-remark = Remark
kind-demand = Demand
kind-proceeding = Proceeding

## Marks, notes and gaps
withheld = Withheld: { $reason }
withheld-whole = Some records, items or sources are withheld as a whole:
reason-missing = referred to, but not in the archive
reason-restricted = for readers with rights
reason-confidential = to protect a person
reason-erased = removed for good, at somebody’s request or by order
no-source = No source is given
voice-said-by = said by
voice-reported-by = reported by
voice-withheld = a voice that is withheld
locator-page = page { $page }
locator-text = characters { $from } to { $to }
locator-row = row { $row }
locator-time = { $from } to { $to }
not-given = not given
source = Source
according-to = According to

## Dates and numbers
date-unreadable = as stated; no date can be read from it
date-as-stated = stated as
date-about = about { $date }
date-uncertain = { $date }, uncertain in the source
date-from = from { $date } on
date-until = until { $date }
date-unknown = date not known
calendar-lunar-hijri = lunar Hijri
year-gregorian = { $number }
year-solar = { $number } Solar Hijri
season-spring = spring
season-summer = summer
season-autumn = autumn
season-winter = winter
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
month-farvardin = Farvardin
month-ordibehesht = Ordibehesht
month-khordad = Khordad
month-tir = Tir
month-mordad = Mordad
month-shahrivar = Shahrivar
month-mehr = Mehr
month-aban = Aban
month-azar = Azar
month-dey = Dey
month-bahman = Bahman
month-esfand = Esfand
number-or-more = { $number } or more
number-at-most = at most { $number }

## Graves
map-title = Map of the sites
map-projection = Equirectangular projection, true to length along { $number }° north.
map-projection-south = Equirectangular projection, true to length along { $number }° south.
map-borders = Borders are those of today, not of the time; provinces have been divided since.
map-file = The map as a file
map-rings = The size of a ring says how precisely the point is known. It says nothing about the number of the dead. Several numbers at one ring are sites too close to be drawn apart.
sites-table = The sites, numbered as on the map
sites-not-surveyed = What stands here is what the sources say. The exhibition has not surveyed the site.
precision-exact = the spot itself
precision-city = the town
precision-region = a rough area
precision-country = the country
no-point = no point given
column-site = Site
column-precision = How precisely known

## Documents
items = Items of evidence
sources = Sources
column-number = No.
column-what = What
column-type = Kind
column-cited-by = Cited for
column-producer = Author or publisher
column-date = Date
column-row = Row
untitled = Without a title
provenance = Where it comes from
item-number = Evidence number
file-name = File name as received
file-type = Kind of file, as found
file-size = Size
ledger-entry = Entry in the ledger
obtained-from = Obtained from
obtained-how = How obtained
custody = Custody
cited-by = What rests on it
cited-for = What it is cited for
content = Content
content-none = Nothing of this item can be shown as text.
content-text-note = The item’s own words. What is underlined is cited in this exhibition.
source-languages = Languages
source-reference = Where it is found
source-reliability = Reliability
source-note = Note
source-items = Items from this source
judged-by = judged by
leaves = leads out of this exhibition
property-kind = Kind

## Remarks and demands
remarks-not-ours = These are words of the people named, as the sources report them. The exhibition does not adopt them.
demands-not-ours = These are demands of those named, as the sources report them. The exhibition does not make them.
form-gist = Sense, not wording: in the words of another
form-gist-name = Gist
chain = How these words reached us
chain-read-in = read in
speaker-not-named = Speaker not named
post-that-day = Posts that sources give the speaker for that day
demand-number = Demand { $number }

## Commissions
alleged-room = Alleged: the people on this page are named by the sources given beside each of them. The exhibition itself accuses nobody.
alleged-person = Alleged: what this page says of a role in a commission is an allegation of the sources named. The exhibition itself accuses nobody.
place-not-given = No place given
column-person = Person
column-role = Role, in the words of the source
column-named-by = Named by
posts-title = Posts over time
posts-text = Solid: between the dates that a source gives. Dotted outline: the date is not sharp. A question mark: no source in this archive gives that end. The dotted line across marks a decree.
roles-alleged = Role in a commission, as alleged

## Figures
tolls-never-summed = Each row is one published figure, in the scope in which it was given. Figures of different scope cannot be compared, and none is added to another.
tolls-axis = Each drawing runs from 0 to { $number }. An open arrow means: or more.
unit-not-given = Unit not given
scope-not-given = Scope not given
column-figure = Figure
column-drawn = Drawn
column-said-by = Said by
column-when = When

## Book
book-record = Ceremonies in the record
book-nothing = The record holds no ceremony and says nothing of a book.

## Press
press-facts = Facts
press-no-toll = The exhibition gives no figure of its own for the dead; the published ones stand side by side in the room of figures.
press-text = Short text
press-banner = Banners
press-banner-text = Four sizes, light and dark: a link around a picture, without script. To embed one, copy its code; it loads nothing else and counts nobody.
press-address = ADDRESS-OF-YOUR-COPY

## About
about-what = What this is
about-what-text = A memorial exhibition computed from an archive of evidence. Each fact is shown with those who say it and with the place where it can be read, beside the facts of those who say otherwise.
about-never-asserts = The exhibition asserts nothing itself. It says who said what, and where.
about-marks = How to read the marks
mark-note = A small number leads to the sources of the fact before it.
mark-disputed = Another source gives a value that cannot be true at the same time. Both are shown, in the order of the sources.
mark-unsure = A word after a value says how sure it is, where it is not simply stated by the source.
mark-gap-name = Withheld
mark-gap = Something is known but not shown, and this is why. Nothing is left out silently.
mark-gist = A remark in a grey field is a report of its sense. Only what stands in quotation marks is wording.
about-dates = Dates
about-dates-text = Dates are shown as sharply as they were stated, in the Gregorian and the Solar Hijri calendar. A year of one calendar covers parts of two of the other, and is shown so.
correct-title = Corrections and withdrawal
correct-text = Relatives and others may ask for a correction, an addition or a withdrawal. A withdrawn entry leaves a mark that something was removed and why, and nothing else.
privacy-title = Privacy
privacy-text = These pages set no cookies and load nothing from elsewhere. Only the search on the wall of names runs a program, in your browser; it sends nothing, and nobody needs it. They can be read from a folder without a network.
verify-title = How to check it
verify-text = Everything here was computed from the ledger described below. Whoever has the archive or a bundle of it can compute the root anew and compare.
verify-origin = Ledger
verify-day = State
verify-size = Entries
verify-root = Root
verify-program = Version of the program
verify-checkpoint = Signed checkpoint
fonts-text = Set in Source Serif 4 and Vazirmatn, both under the SIL Open Font License 1.1; the licence texts lie beside the fonts.

## Properties
property-name = Name
property-title = Title
property-listed-as = Listed as
property-sex = Sex
property-father-name = Father’s name
property-born = Born
property-place-of-birth = Place of birth
property-age = Age
property-affiliation = Affiliation
property-arrested = Arrested
property-prison = Prison
property-died = Died
property-place-of-death = Place of death
property-buried-at = Buried
property-position = Post
property-commission-role = Role in a commission
property-place-kind = Kind of place
property-city = City
property-province = Province
property-location = Point
property-condition = Condition
property-event-kind = Kind of event
property-statement-kind = Kind of statement
property-part-of = Part of
property-order = Order
property-date = Date
property-held-at = Held at
property-speaker = Speaker
property-speaker-role = Speaking as
property-words = Words
property-occasion = Occasion
property-addressed-to = Addressed to
property-demanded-by = Demanded by
property-toll = Figure
property-described-as = Described as
property-portrait = Portrait
property-photograph = Photograph
property-body = Body
property-from = From
property-to = To
property-place = Place
property-scope = Scope
property-unit = Unit
property-form = Form
property-as-stated = As stated
property-list = List
property-original-language = Original language

## Terms
term-public = public
term-restricted = for readers with rights
term-confidential = confidential
term-stated = stated by the source
term-derived = derived
term-inferred = inferred
term-alleged = alleged by the source
term-unchecked = not checked against the source
term-received = received
term-copied = copied
term-viewed = viewed
term-exported = exported
term-moved = moved
term-checked = checked
term-request-of-person = at the person’s request
term-request-of-family = at the family’s request
term-order-of-court = by order of a court
term-wrong-person = about another person
term-recorded-by-mistake = recorded by mistake
term-decree = decree
term-wave-of-executions = wave of executions
term-conference = conference
term-exhibition = exhibition
term-speech = speech
term-trial = trial
term-report = report
term-ceremony = ceremony
term-programme-item = part of the programme
term-gist = gist
term-quote = quotation
term-victim = victim
term-mass-grave = mass grave
term-cemetery-section = part of a cemetery
term-suspected-site = suspected site
term-prison = prison
term-highly-reliable = held to be highly reliable
term-likely-reliable = held to be probably reliable
term-unsure = not sure
term-likely-unreliable = held to be probably unreliable
term-highly-unreliable = held to be highly unreliable
term-unknown = unknown
term-male = man
term-female = woman
term-press = press
term-book = book
term-testimony = testimony
term-judgment = judgment
term-un-document = document of the United Nations
term-website = web site
term-dataset = data set
term-remark = remark
term-demand = demand
term-people = People
term-names = Names on lists
term-sites = Sites
term-deaths = Deaths

## Languages of sources
language-en = English
language-fr = French
language-fa = Persian
language-ar = Arabic
language-de = German
language-es = Spanish
language-it = Italian
language-nl = Dutch
language-sv = Swedish
language-ku = Kurdish
language-tr = Turkish

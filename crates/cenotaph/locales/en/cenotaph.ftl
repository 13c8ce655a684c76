# What the program says in a terminal. `err-…` says what happened, `rec-…` what to do about it.

-name = Cenotaph

error = error: { $text }
hint = hint: { $text }

## Making an archive

init-done = Made the archive “{ $name }” in `{ $path }`
init-key = Its ledger is signed by `{ $key }`
init-policy = Give `{ $policy }` to whoever shall check it; keep the folder `keys` to yourself

## Adding files

add-item = { $number }  { $digest }  { $path }
add-known = { $number }  { $digest }  { $path }  (was here already)
add-total = { $count ->
    [one] 1 item
   *[other] { $count } items
  }, { $new } new

## Importing

import-done = { $rows ->
    [one] 1 row read
   *[other] { $rows } rows read
  }: { $records } new records, { $claims } new claims, { $known } claims known already
import-more = { $sources } sources, { $items } items, { $judgements } decisions, { $suggestions } proposals were new
import-restricted = The table and what was taken from it are restricted; to show them in the exhibition, import it again with `--access public`
import-nothing = Nothing was new; the ledger is as it was
import-problems = { $left } not taken, { $flagged } taken with a flag
problem-place-file = { $file }
problem-place-column = { $file }, column “{ $column }”
problem-place-row = { $file }, row { $row }
problem-place-cell = { $file }, row { $row }, column “{ $column }”
problem-left = not taken: { $place }: { $reason }
problem-flagged = flagged: { $place }: { $reason }

problem-unreadable = the file cannot be read: { $cause }
problem-file-too-large = the file has { $found } bytes, at most { $limit } are read
problem-text-too-long = the text has more than { $limit } bytes; the rest was not read
problem-too-deep = it is nested deeper than { $limit }; the structure below was passed over
problem-replaced-bytes = { $count } bytes mean nothing in this encoding, the first at { $byte }; they were read as �
problem-declared-encoding-wrong = { $declared } is declared, but it is written in { $found }
problem-declared-encoding-unknown = the declared encoding { $declared } is not known
problem-encoding-guessed = no encoding is declared; it was read as { $found }
problem-nul-characters = there are { $count } NUL characters in the text, the first at { $byte }
problem-ragged-row = the row has { $found } cells, the header has { $expected }: { $raw }
problem-unclosed-quote = a quotation mark is opened and never closed: { $raw }
problem-text-after-quote = there is text between a closing quotation mark and the next cell: { $raw }
problem-cell-too-long = the cell has { $found } bytes, at most { $limit } are read
problem-too-many-columns = the row has { $found } cells, at most { $limit } are read
problem-too-many-rows = { $count } rows are more than the { $limit } that are read
problem-duplicate-header = the header “{ $header }” stands twice; this column is called “{ $called }”
problem-empty-header = the column has no header
problem-no-header = there is no header, and so no table
problem-no-such-column = the map asks for this column, which the table does not have
problem-unused-column = nothing was taken from this column
problem-empty = the cell is empty, and the map asks for it
problem-no-key = nothing tells which record the row is about
problem-unknown-source = the source “{ $key }” is not known
problem-not-a-number = “{ $text }” is no number
problem-reversed = the lower bound { $low } is above the upper bound { $high }
problem-not-a-date = “{ $text }” is no date in EDTF; it is kept in its words
problem-no-such-date = “{ $text }” is a date that does not exist; it is kept as stated
problem-not-a-calendar = “{ $text }” is no calendar
problem-not-a-term = “{ $text }” is no word of the vocabulary
problem-not-a-position = “{ $latitude }”, “{ $longitude }” is no place on the earth
problem-not-a-precision = “{ $text }” is no precision; the place was taken as a rough area
problem-not-a-link = “{ $text }” is no web address
problem-not-a-language = “{ $text }” is no language; the words were taken without one
problem-not-an-access = “{ $text }” is not public, restricted or confidential; it was taken as confidential
problem-not-readable = it cannot be read: { $text }
problem-nothing-here = nothing in it is of this format
problem-capture-failed = the page was not captured (“{ $text }”); only its address is taken
problem-unknown-kind = “{ $text }” is nothing that this archive has records of
problem-unknown-item = { $text } is not in this archive; the claim is kept, its citation leads nowhere
problem-anchor = the passage for { $row } does not stand once in the report
problem-bad-judgement = “{ $text }” is no decision that a case may bring
problem-picture-kind = it is a picture of a kind that is not read here; it is not shown
problem-picture-pixels = it is { $width } × { $height } pixels, and pictures of at most { $limit } pixels are read; it is not shown
problem-picture-cut = the file ends before the picture does; it is not shown
problem-picture-damaged = it cannot be read as a picture; it is not shown
problem-picture-locked = it is locked with a password; its pages are not shown
problem-picture-no-alt = nobody has written what can be seen on it; without these words it is not shown
problem-bad-claim = the claim does not fit the vocabulary: { $detail }
problem-replaced-characters = { $count } characters cannot be read as UTF-8; they were read as �
problem-row-too-long = the row is longer than any that is read: { $raw }
problem-no-pair = there is no tab, and so no pair: { $raw }
problem-match-not-a-date = “{ $text }” is no date; it counts as not given
problem-match-no-such-day = “{ $text }” is a day that its calendar does not have; its month or year counts
problem-match-day-or-month = “{ $text }”: day and month cannot be told apart, nor does the list tell; the year counts
problem-match-not-that-calendar = the year of “{ $text }” cannot be of the calendar that is named; the calendar was told from the year
problem-match-future = “{ $text }” has not come yet; it counts as not given
problem-match-not-an-age = “{ $text }” is no age that people reach; it counts as not given
problem-match-not-a-calendar = “{ $text }” is no calendar; it was told from the year
problem-match-not-a-sex = “{ $text }” is neither man nor woman; it counts as not given
problem-match-key-twice = “{ $text }” stood in another row before; this row got a key of its own
problem-match-column-twice = the column stands twice; the first one counts
problem-match-name-differs = “{ $text }” differs from given name and surname, which count
problem-match-name-too-long = “{ $text }” has more parts than are compared; the first ones count
problem-match-mixed-scripts = “{ $text }” mixes scripts within a word; it may be a deception or a slip
problem-match-cell-count = the row has not as many cells as the header: { $text }
problem-match-says-nothing = nothing in the row can tell a person; it stands alone
problem-match-too-many-lists = there are more lists than can be told apart; “{ $text }” stands in the last
problem-match-other = “{ $text }” could not be taken as it stands
problem-judgement-row = the decision cannot be read: { $raw }
problem-judgement-unknown = the table has no record “{ $raw }”
problem-judgement-itself = “{ $raw }” is compared with itself
problem-judgement-word = “{ $raw }” is not “same”, “different” or “undecided”
problems-more = … and { $count } more of this kind

## Reading

read-type = { $type }, { $encoding }
read-title = title: { $text }
read-byline = by: { $text }
read-place = place: { $text }
read-date = date: { $text }
read-language = language: { $text }
read-length = { $count } characters of text
read-entity = { $kind }: { $text } ({ $place })
read-quote = quoted: { $speaker }: “{ $text }” ({ $place })
read-nobody = speaker not certain
read-flag = flag { $code }: { $note }
read-fact = { $name }: { $value }
read-part = holds: { $name } ({ $type }, { $size } bytes)

## Matching

progress-reading = { $rows } rows read
progress-keys = sorting by what sounds alike
progress-pairs = { $done } of { $all } pairs compared
progress-weights = learning what each field is worth, round { $round }
progress-clusters = from pairs to people
progress-writing = writing
match-done = { $rows ->
    [one] 1 row read
   *[other] { $rows } rows read
  }: { $records } records in { $lists ->
    [one] 1 list
   *[other] { $lists } lists
  }
match-clusters = { $clusters } clusters, { $shared } of them of more than one record; { $pairs } pairs above the floor
match-largest = The largest has { $records } records, the first of them `{ $first }`
match-judged = Decisions kept to: { $same } same, { $different } different, { $undecided } undecided
match-held = { $count } pairs look like one person and are kept apart by a decision or a clean list
match-not-linkable = { $count } records say too little to be matched to anybody; do not count them as so many more people
match-learned = The weights were learned from these records
match-shipped = The weights are those that come with { -name }
match-reach = About { $percent } % of the pairs that are one person are thought to have been compared
match-expected = By these weights, { $wrong } pairs within clusters are expected to be wrong and { $missed } right ones to be missed
match-note-shipped-weights-few-records = Nothing was learned: { $fact } records are too few
match-note-shipped-weights-few-strict-pairs = Nothing was learned: { $fact } pairs beyond doubt are too few
match-note-shipped-weights-too-many-matches = Nothing was learned: too many pairs came out as one person, { $fact }
match-note-shipped-weights-name-speaks-against = Nothing was learned: agreement of names came out as speaking against one person
match-note-capped-blocks = { $fact } groups that sound alike were too large to be compared whole
match-note-not-an-identifier = An identifier is shared by { $fact } records; it was not taken for one
match-note-cannot-be-told-apart = Cannot be told apart: { $fact }
match-note-not-scored-on-demand = { $fact } pairs within clusters were left unweighed
match-written = Wrote `{ $path }`

## Matching within an archive
people-matched = { $people } records of people from { $lists } lists were compared
people-accepted = Decided as one person by the rule { $rule }: { $count } pairs. Each decision stands in the ledger with its reasons and can be taken back
people-proposed = Proposed to reviewers: { $count } new pairs; { $waiting } wait. Look at them with `cenotaph review`

## Review
review-pair = Pair { $number } of { $total }
review-also =      also judged the same: { $name }  ({ $id })
review-proposed-same = Proposed as one person by { $by }
review-proposed-different = Held to be two people by { $by }
review-question = 1 same · 2 different · 3 cannot tell · w weights and reasons · u undo · n next · q stop
review-keys = Type one of the keys above, then Enter
review-recorded = Recorded as entry { $entry }
review-odds =      { $percent } % probable, for these reasons (in bits):
review-no-odds =      Not weighed: too little speaks for it
review-undone = Taken back: entry { $entry } about { $left } and { $right }; both stay in the ledger
review-nothing-to-undo = There is no decision of yours to take back
review-waiting = { $count ->
    [0] No pair waits
    [one] 1 pair waits
   *[other] { $count } pairs wait
}

## Names

names-done = { $pairs } pairs scored, { $rows } rows
names-part = { $part }  { $role }
names-nothing = nothing that could be compared
names-cut = { $count } more parts are left out of comparison
names-mixed = a word mixes scripts; it is read letter by letter
role-title = title
role-given = given name
role-particle = particle
role-patronymic = father’s name
role-kunya = kunya
role-laqab = epithet
role-nisba = place or tribe
role-nickname = nickname
role-family = family name
role-initial = initial
role-suffix = suffix
role-unknown = part of unknown kind

## Searching, log

search-hit = { $id }  { $name }
search-snippet = { "    " }{ $snippet }
search-none = Nothing found
search-behind = { $count ->
    [one] The index is behind by 1 entry
   *[other] The index is behind by { $count } entries
  }; something new may be missing
log-line = { $index }  { $time }  { $actor }  { $what }
log-erased = { $what } (its content was erased)
log-count = { $name } { $count }
entry-archive-created = archive made
entry-source-described = source described
entry-item-added = item added
entry-claims-recorded = claims recorded
entry-suggestion-made = proposal made
entry-judgement-made = decision made
entry-exhibition-arranged = exhibition arranged
entry-release-published = release published
entry-payloads-erased = content erased: { $reason }

receipt-done = Wrote the receipt `{ $receipt }` and the entry `{ $entry }`; check them with `cenotaph verify` or `cenotaph-verify`

## Checking

check-line = { $mark }  { $what }
check-line-note = { $mark }  { $what }: { $note }
mark-holds = holds
mark-not-checked = not checked
mark-does-not-hold = DOES NOT HOLD
verdict-holds = Everything that was checked holds
verdict-not-checked = Some of it could not be checked
verdict-does-not-hold = It does not hold
check-size = { $entries } entries, { $items } items, { $bytes } bytes
checked-root = root { $root }
check-open = the archive is what its checkpoint says
check-checkpoint = the checkpoint is signed as the policy asks
check-log-signature = the log has signed the checkpoint
check-witnesses = the witnesses that the policy asks for have signed it
check-entries = each entry hashes to its leaf, and all of them to the root
check-tiles = the tiles are those of the entries
check-root = the tiles give the root that was signed
check-payloads = each payload is the one its entry commits to
check-items = each item has the bytes that came in
check-published = tiles, bundles and checkpoint are those of the ledger
check-claims = each entry and each payload can be read
check-surplus = nothing is in the way (what no entry names is listed)
check-receipt = the receipt can be read
check-inclusion = the entry is in the ledger, as the receipt says
repaired = repaired: { $what }
repair-leftover-removed = a half-written file was removed ({ $path })
repair-published-rewritten = a published file was missing or differed and was written anew from the ledger ({ $path })
repair-superseded-removed = a partial tile that no checkpoint needs any more was removed ({ $path })
repair-erasure-completed = an erasure that had been interrupted was completed ({ $digest })
repair-other = something was put in order
repair-migrated = the ledger was brought from form { $from } to form { $to }
repair-catalog = the catalog was rebuilt ({ $reason })

## Exhibition

exhibit-done = Wrote the exhibition to `{ $out }`: { $files } files, { $size } in { $languages }
exhibit-changed = { $unchanged } were as before, { $removed } were removed
exhibit-open = Open `{ $start }` in a browser
export-done = Written to `{ $out }`: records { $records }, facts { $facts }, files { $files }, { $size }
export-left-kind = Left out, { $count }: records of a kind that the format does not know
export-left-property = Left out, { $count }: facts for which the format has no place
export-left-qualifier = Left out, { $count }: facts that something narrows; without it they would say more than their source
export-left-value = Left out, { $count }: facts whose value the format cannot hold
export-left-reference = Written as a name, { $count }: references to other records
export-left-language = Written without their language, { $count }: words
export-left-source = Written without who says them, { $count }: facts
export-left-withheld = Not for this audience, { $count }: facts that stand as a gap
export-closed = This is not for the public. Who was given it does not stand in the ledger: write it down
export-readme =
    This folder holds what is known about a case. No program is needed to read it.

    claims.csv      what was said, one claim a row: of which record, what, by which source
    sources.csv     who says it
    archive.jsonld  the same for machines (JSON-LD)
    items.csv       the files of the archive, with their SHA-256
    files/          those files that may be handed out, by their number
    SHA256SUMS      to check that nothing was changed: sha256sum -c SHA256SUMS

    Two claims can contradict each other. That is how the sources speak, and nothing was smoothed.
exhibit-released = This is release { $number }: entered in the ledger, manifest { $manifest }
exhibit-released-before = This is release { $number } as it was entered, manifest { $manifest }; nothing to enter again
exhibit-packed = Packed into `{ $file }`, { $size }
compare-room = { $room }: { $added } added, { $changed } changed, { $removed } removed
compare-files = other files
compare-same = { $same } files are the same
panels-done = Printed { $files } files with { $pages } pages ({ $size }) into `{ $out }`
panels-no-people = No person has a panel; name them with `--people`, or ask for all with `--people all`
panels-picture = A picture is not on its panel: { $cause }

## Erasing

cover-done = { $place } is { $access ->
    [public] shown to everyone
    [restricted] covered for the public
   *[confidential] covered for all but custodians
} as soon as the exhibition is written again
erase-done = Erased { $claims } claims; entry { $entry } is the tombstone, and the ledger still verifies
erase-items = Erased the items { $items }
erase-still = The items { $items } still hold what was read in them; erase them too with `--with-items`

## Made-up cases

synth-done = Wrote an invented case of { $people } people to `{ $out }`: { $named } stand on at least one of { $lists } lists
synth-next = Import it with `cenotaph init` and `cenotaph import { $out }`; nothing in it is real

## Demo

demo-new = Building the archive of Paris 2019 in `{ $path }`
demo-again = `{ $path }` is there already; going on with it
demo-made = { $records } records with { $claims } claims from { $sources } sources and { $items } items ({ $first } to { $last })
demo-people = { $people } people on the wall; { $same } pairs are held to be one person, { $open } are proposed and open
demo-ledger = Ledger: { $entries } entries, root { $root }
demo-report = The report is { $number }, SHA-256 { $digest }
demo-summary = This is our summary; `demo --report FILE` takes the original in its place
demo-verified = Checked by its own verifier: { $verdict }
demo-exhibition = Exhibition: { $files } files, { $size }, in { $languages }
demo-open = Open `{ $start }`
demo-serving = Serving it at { $address }, on this machine only; Ctrl-C ends it
demo-took = Built in { $seconds } s

## Errors

err-no-archive = there is no archive in `{ $path }` or above it
rec-no-archive = make one with `cenotaph init DIR --name NAME`, or name one with `--archive DIR`
err-not-found = `{ $path }` is not there
rec-not-found = check the spelling; paths are read from the current folder
err-exists = `{ $path }` is not empty
rec-exists = choose a folder that does not exist yet
err-no-alt = pictures are shown that nobody has put into words: { $items }
rec-no-alt = say what can be seen on each of them (`alt` in the arrangement of the case), or do not show them
err-no-manifest = `{ $path }` is not the manifest of release { $release }
rec-no-manifest = put back the file `manifest.txt` of that release's folder under this name
err-unknown-release = there is no release { $id }
rec-unknown-release = releases are counted from 1; `cenotaph log` lists them; a folder is given by its path, such as `./{ $id }`
err-io = `{ $path }`: { $cause }
rec-io = check that the folder exists and may be written
err-disk-full = the disk is full: `{ $path }`
rec-disk-full = make room and do it again; nothing acknowledged was lost and nothing half was kept
err-read-only = `{ $path }` cannot be written
rec-read-only = copy the archive to where you may write; looking and checking work as it is
err-locked = the archive is in use by { $holder }
rec-locked = wait until that is done, or end it; two writers at once would tear the ledger
err-newer-form = the archive has form { $found }, this version reads up to form { $known }
rec-newer-form = use a newer version of { -name }
err-older-form = the archive has form { $found } and must first be brought to form { $known }
rec-older-form = any command that writes brings it there, such as `cenotaph add`; keep a copy of the folder first
err-interrupted = `{ $path }` was left in the middle by a writer that was stopped, and cannot be put in order where nothing may be written
rec-interrupted = copy the archive to where you may write; any command that writes puts it in order
err-damaged = the ledger is damaged: { $detail }
rec-damaged = do not write to it; copy the folder, then run `cenotaph verify` on the copy and restore from a backup
err-archive = the archive cannot be used: { $cause }
rec-archive = `cenotaph verify` says whether it is damaged; nothing was changed
err-truncated = the ledger is cut short: its checkpoint speaks of { $promised } entries, { $found } are there
rec-truncated = do not write to it; restore `ledger.db` from a backup, the checkpoint proves what is missing
err-foreign-key = the checkpoint is signed by `{ $found }`, not by the key of this archive
rec-foreign-key = `ledger/checkpoint` comes from another archive, or the folder `keys` was exchanged; restore the right one
err-item-too-large = `{ $path }` is larger than { $limit } bytes
rec-item-too-large = split it, or keep it beside the archive and add a note on where it is
err-keys = the keys in `{ $path }` cannot be used: { $cause }
rec-keys = restore the folder `keys` from a backup; without it nothing can be added or looked up, but everything can still be verified
err-randomness = the operating system gives no random bytes: { $cause }
rec-randomness = try again; if it stays so, the machine is not fit for keys
err-case = `{ $path }`: { $cause }
rec-case = see docs/formats/mapping.md and the folder cases/paris-2019 for an example
err-map = `{ $path }`: { $cause }
rec-map = see docs/formats/mapping.md for what a map may say
err-not-the-report = `{ $path }` is not the report that this case was made from: its SHA-256 is { $found }, not { $expected }
rec-not-the-report = take the exact file, byte for byte; a copy with other line ends has other places
err-unknown-record = { $id } is not in this archive
rec-unknown-record = an identifier belongs to one archive alone; look for the person with `cenotaph search`
err-unknown-item = { $id } is not in this archive
rec-unknown-item = `cenotaph log` lists what came in
err-unknown-proposal = { $id } does not wait for a decision
rec-unknown-proposal = `cenotaph review --claims` lists what waits
err-unknown-entry = there is no entry { $id } in the ledger
rec-unknown-entry = `cenotaph log` lists the entries; they are counted from 0
err-unknown-source = the source { $id } is not in this archive
rec-unknown-source = `cenotaph search` finds sources by their title
err-bad-id = { $cause }
rec-bad-id = copy it whole; the last character tells whether the others are right
err-bad-reason = “{ $reason }” is no reason for an erasure
rec-bad-reason = one of: { $known }
err-erased-already = { $id } was erased already
rec-erased-already = the tombstone is entry { $entry }; nothing is left to erase
err-nothing-to-erase = nothing is recorded about { $id }
rec-nothing-to-erase = look for it with `cenotaph search`
err-archive-record = entry { $index } cannot be read: { $cause }
rec-archive-record = it may come from a newer version of { -name }; the archive itself is untouched
err-catalog = the catalog cannot be used: { $cause }
rec-catalog = remove the folder `catalog`; it is rebuilt from the ledger
err-render = a page cannot be made: { $cause }
rec-render = this is a fault of the program; please report it
err-cannot-verify = `{ $path }` is nothing that can be checked: { $cause }
rec-cannot-verify = an archive, a ledger folder with `checkpoint`, or a receipt with `--data` and `--policy`
err-made-up = made-up and real data must not be mixed: `{ $path }`
rec-made-up = import it into an archive of its own
err-serve = the exhibition cannot be served: { $cause }
rec-serve = choose another address with `--addr`, or 127.0.0.1:0 for any free one
err-no-reader = there is no reader for `{ $path }`, which is { $type }
rec-no-reader = `cenotaph add` keeps it all the same; text, web pages and tables can be read
err-too-large = `{ $path }` has more than { $limit } bytes
rec-too-large = `cenotaph add` keeps it as an item of any size; reading stops at that limit
err-one-record = { $id } is named twice
rec-one-record = a decision is about two records
err-bad-answer = “{ $text }” is no answer
rec-bad-answer = one of: same, different, cannot-tell
err-words-of-one = “--words” goes with one “--accept”
rec-words-of-one = name one proposal by its identifier
err-packed = `{ $path }` cannot be unpacked to its end: { $cause }
rec-packed = nothing was written; get the file again, it may be cut off or changed
err-not-utf8 = `{ $path }` is not UTF-8; it seems to be { $found }
rec-not-utf8 = save it as UTF-8, for example with `iconv -f { $found } -t utf-8`
err-no-table-header = `{ $path }` has no header, and so is no table
rec-no-table-header = the first line must name the columns, such as `rec_id,list,name,birth,place`
err-no-columns = `{ $path }` lacks { $needed }; its columns are: { $found }
rec-no-columns = name the columns as docs/formats/match.md says; the separator may be comma, tab, semicolon or bar
err-too-many-table-rows = `{ $path }` has more than { $limit } rows
rec-too-many-table-rows = match it in parts, such as by province
err-overwrites = `{ $path }` would be written over what is read, or over another output
rec-overwrites = give each file a name of its own
err-unknown-list = the table has no list “{ $name }”
rec-unknown-list = its lists are: { $known }
err-contradiction = decisions contradict each other: { $chain }, but { $first } and { $last } are decided to be different
rec-contradiction = look at the records along this chain again and take one decision back
err-names-json = with `--json`, standard output is one document and has no room for the pairs
rec-names-json = say with `--out FILE` where the pairs go

## Proposals read out of items
suggest-made = { $count } proposals from { $item }
suggest-kind =   { $what }: { $count }
suggest-person = names of people
suggest-position = positions and roles
suggest-event = what the report tells of itself
suggest-toll = numbers of people killed
suggest-remark = remarks
suggest-demand = demands
suggest-known = { $count } were proposed, decided or recorded before
suggest-matched =   { $name } is known: { $record }
claims-waiting = { $count ->
    [0] Nothing that was read waits
    [one] One proposal waits. Look at it with `cenotaph review --claims`
   *[other] { $count } proposals wait. Look at them with `cenotaph review --claims`
}
claims-voices =      said by { $voices }
claims-place =      read in { $item }, characters { $place }
claims-decided = Accepted: { $accepted }. Set aside: { $rejected }
claims-changed = Recorded in your words as { $claim }; what was read is set aside

# What can be wrong or remarkable in pictures, recordings, letters, web captures and folders packed into one file.

# Files packed into one file.
problem-entry-size-differs = `{ $name }` has { $found } bytes, and the packing says { $said }
problem-entry-checksum = `{ $name }` is not what its checksum was made from
problem-entry-bomb = `{ $name }` grows from { $packed } bytes to more than { $limit }; it was not unpacked
problem-entry-damaged = `{ $name }` is damaged after { $found } bytes; it was not unpacked
problem-entry-cut = `{ $name }` is cut short; it was not unpacked
problem-entry-encrypted = `{ $name }` is encrypted; it was not unpacked
problem-entry-method = `{ $name }` is packed in a way that is not read here ({ $method })
problem-unpacked-too-large = `{ $name }` was not unpacked: { $left } bytes were left of what may be unpacked in all
problem-too-many-entries = there are { $count } files in it, and at most { $limit } are listed
problem-entry-link = `{ $name }` is a link to `{ $to }`; it was not followed
problem-entry-device = `{ $name }` is a device or pipe, not a file
problem-entry-twice = there are several files of the name `{ $name }`
problem-entry-names-alike = the names `{ $name }` and `{ $other }` look alike
problem-entry-name-leads-out = the name `{ $name }` leads out of the folder it would be unpacked into
problem-entry-name-invisible = the name `{ $name }` has characters that cannot be seen
problem-entry-name-backslash = the name `{ $name }` has a backslash, which is a folder on some systems and a letter on others
problem-entry-name-special = the name `{ $name }` means something else on Windows
problem-entry-name-guessed = the encoding of the name `{ $name }` was guessed
problem-container-data-before = { $size } bytes stand before the packed files
problem-container-data-between = { $size } bytes stand between the packed files
problem-container-data-after = { $size } bytes stand behind the end
problem-zip-headers-differ = the directory says { $said } for the { $what } of `{ $name }`, the header before the file says { $found }
problem-zip-entries-overlap = { $count } files take the same bytes, `{ $name }` among them; they were not unpacked
problem-zip-entry-missing = the directory names `{ $name }`, which does not stand where it says
problem-zip-entry-unlisted = `{ $name }` is in the file, but not in its directory
problem-zip-two-directories = it has two directories; other programs may see other files in it
problem-zip-no-directory = its directory is missing; what is in it was looked for file by file
problem-zip-directory-damaged = its directory is damaged at { $offset }
problem-zip-count-differs = its directory has { $found } files, and says { $said }
problem-gzip-bomb = it grows from { $packed } bytes to more than { $limit }; it was not unpacked
problem-gzip-damaged = it is damaged after { $found } bytes; the rest was not unpacked
problem-gzip-checksum = { $count } of its pieces are not what their checksum was made from
problem-gzip-size-differs = { $count } of its pieces have another size than they say
problem-gzip-members = it has more than { $limit } pieces; the rest was not unpacked
problem-nested-too-deep = it is packed more than { $limit } times; the innermost was left packed
problem-tar-header-damaged = what stands at { $offset } is damaged; what follows was not read
problem-tar-no-end = nothing says where it ends; something may be missing

# Pictures.
problem-exif-damaged = { $count } of the camera’s notes cannot be read
problem-exif-loop = the camera’s notes lead back to themselves at { $offset }
problem-position-zero = the position is 0, 0, which is where cameras stand that know none
problem-position-range = the position { $latitude }, { $longitude } is no place on the earth
problem-position-damaged = the position cannot be read
problem-exif-datum = the position is given on the datum { $datum }, not on WGS 84; on a map it is elsewhere
problem-exif-time-none = “{ $text }” is no time of the calendar
problem-exif-times-reversed = it was changed ({ $changed }) before it was taken ({ $made })
problem-exif-time-place = the clock is { $hours } hours from UTC, which it is not at longitude { $longitude }
problem-exif-clocks-differ = the camera’s clock says { $made }, the satellites said { $satellites }
problem-dates-differ = it is dated { $one } in one place and { $other } in another
problem-thumbnail-differs = the small picture in it shows something else (mean { $mean }, at one place { $worst } of 255 steps of grey)
problem-thumbnail-damaged = the small picture in it cannot be read
problem-data-after-picture = { $size } bytes ({ $kind }) stand behind the end of the picture
problem-png-checksum = { $count } pieces are not what their checksum was made from
problem-made-by-algorithm = it says that a machine made it, or parts of it ({ $kind })
problem-c2pa-damaged = its content credentials cannot be read
problem-c2pa-content-differs = its content credentials are about other bytes: the picture was changed after they were signed
problem-c2pa-content-not-checked = whether its content credentials are about these bytes was not checked ({ $kind })
problem-c2pa-assertion-differs = what its content credentials say in “{ $label }” is not what was signed
problem-c2pa-bytes-left-out = { $size } bytes of the picture are left out of what was signed
problem-c2pa-signature-wrong = the signature of its content credentials is wrong
problem-c2pa-signature-not-checked = the signature of its content credentials is of a kind that is not checked here ({ $algorithm })
problem-c2pa-signer-not-looked-up = whoever signed its content credentials was not looked up in a list of those who are trusted

# Sound and film.
problem-recording-cut = the file ends before the recording does
problem-recording-without-head = what says what the film is is missing; it cannot be played
problem-recording-end-damaged = the end of the recording is damaged, or something stands behind it
problem-data-after-recording = { $size } bytes ({ $kind }) stand behind the end of the recording

# Letters.
problem-letter-date-none = “{ $text }” is no date
problem-letter-cut = nothing closes its parts; something may be missing
problem-letter-coding-damaged = { $count } characters of `{ $name }` cannot be decoded
problem-letter-encrypted = it is encrypted; its words were not read
problem-letter-signature-not-checked = it is signed ({ $kind }); the signature was not checked
problem-letter-attachment-closed = the attachment `{ $name }` is a message or object of its own and was not taken out
problem-ole-damaged = the file’s table of contents is damaged; something may be missing

# Captures of the web, folders with proofs, and stamps.
problem-warc-cut = the last record is cut short; the file ends at { $offset }
problem-warc-damaged = what stands at { $offset } is no record; the rest was not read
problem-warc-digest-differs = what was captured from { $name } is not what its digest was made from
problem-warc-digest-not-checked = digests of the kind { $kind } were not checked
problem-capture-error = { $address } answered with an error ({ $status }); the page is not in the capture
problem-capture-login-wall = { $address } asks for a password; what stands behind it was not captured
problem-capture-empty = the page { $address } has no words
problem-capture-without-page = there is no page in the capture
problem-capture-parts-missing = { $count } files that the page wants answered with an error
problem-wacz-list-damaged = the list of what is in it cannot be read
problem-wacz-index-differs = { $count } lines of the index do not lead to the record that they name
problem-wacz-signed-other = what was signed is not the list that is in it
problem-wacz-signature-not-checked = it is signed by { $who }; the signature was not checked
problem-bundle-file-missing = the list names `{ $name }`, which is not in it
problem-bundle-file-differs = `{ $name }` is not what its digest was made from
problem-bundle-file-unlisted = `{ $name }` is in it, but on no list
problem-bundle-digest-not-checked = digests of the kind { $kind } were not checked
problem-bundle-signatures-not-checked = { $count } signatures of OpenPGP in it were not checked
problem-bag-size-differs = the bag says { $said } (bytes, files) and has { $found }
problem-proof-damaged = the proof `{ $name }` cannot be read
problem-proof-file-missing = the proof `{ $name }` is about a file that is not beside it ({ $digest })
problem-stamp-not-checked = its signatures were not checked; that needs the keys of those who signed
problem-stamp-damaged = it is a stamp that cannot be read

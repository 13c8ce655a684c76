# What can be wrong or remarkable in documents and tables.

problem-locked = it is locked with a password, and was not read
problem-encrypted = it is encrypted, and can be opened without a password
problem-document-damaged = the document cannot be read: { $why }
problem-hidden-layers = layers that are switched off, and were not read: { $count }
problem-former-states = the file still holds { $count } earlier states of itself; the last one is its first { $bytes } bytes
problem-scripts = scripts in it: { $count }; none was run
problem-starts-programs = places where it would start a program: { $count }; none was started
problem-sends-data = places where it would send what is filled in: { $count }; nothing was sent
problem-media-inside = sound, film or models in it that were not looked at: { $count }
problem-comments = notes written beside the text: { $count }
problem-files-inside = files inside it: { $count }
problem-form-not-read = it has a form of a kind that is not read (XFA)
problem-too-many-pages = { $count } pages are more than the { $limit } that are read
problem-no-text-layer = pages that are pictures without text: { $count } (pages { $pages }); only recognition would read them
problem-page-damaged = damaged pages that were not read: { $count } (pages { $pages })
problem-page-overfull = pages with more on them than is read: { $count } (pages { $pages })
problem-letters-without-meaning = letters of which the file does not tell what they say: { $count }; they were read as �
problem-hidden-text = letters that are in the file and cannot be seen: { $count }
problem-covered-text = letters that were covered and are still there: { $count }; if a name was to be blackened, it is not
problem-recognised-text = pages whose text was recognised by a machine: { $count }; it may be wrong
problem-no-pages = it has no pages

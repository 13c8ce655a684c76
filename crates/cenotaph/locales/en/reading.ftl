# What becomes of files when they are read apart, seen again, heard, recognised and fetched.

problem-reader-crashed = the reader of this file crashed ({ $cause }); the file itself is kept
problem-reader-timed-out = the reader of this file took too long and was stopped; the file itself is kept
problem-reader-out-of-memory = the reader of this file wanted more than { $limit } MiB of memory and was stopped; the file itself is kept
reader-unconfined = note: readers of files are not fully shut in on this system (missing: { $missing })

alike-picture = { $item } shows the same picture as { $other } (distance { $distance } of 64)
alike-text = { $item } has the same text as { $other }
alike-much-of-the-text = { $item } has much of its text in common with { $other } (distance { $distance } of 64)
alike-none = No items are alike.

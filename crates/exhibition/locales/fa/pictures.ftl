# Pictures, documents to look at, recordings.

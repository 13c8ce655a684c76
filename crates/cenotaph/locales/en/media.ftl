# What can be wrong or remarkable in pictures, recordings, letters, web captures and folders packed into one file.

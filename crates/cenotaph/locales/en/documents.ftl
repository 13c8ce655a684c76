# What can be wrong or remarkable in documents and tables.

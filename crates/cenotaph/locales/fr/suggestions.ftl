# What is proposed from a reading, and how it is decided.

//! What the tables hold, and what is answered from them.

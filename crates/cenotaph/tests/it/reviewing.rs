//! Matching and reviewing within an archive: what is proposed, decided, taken back, and what the ledger shows of it.

use std::io::Write as _;

use crate::run::{Home, Ran};

/// Two lists of invented people: one man on both in two scripts, one name borne by two men.
const LISTS: &str = "rec,list,name,father,birth,death,place
1,first,Mostafa Pour Mohammadi,Hassan,1951-03-02,1988-08-06,Tehran
2,second,مصطفی پورمحمدی,حسن,1951-03-02,1988-08-06,تهران
3,first,Reza Karimi,Ali,1960-01-05,1988-08-01,Shiraz
4,second,Reza Karimi,Hossein,1944-09-20,1981-06-03,Tabriz
";

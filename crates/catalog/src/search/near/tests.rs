//! Slips in keys.

use super::slips;

#[test]
fn a_slip_leaves_out_puts_in_replaces_or_swaps_one_letter() {
    let near = slips("mhmd");
    for slip in [
        "mhd", "hmd", "mhm", "mhmd", "mhmdk", "bmhmd", "mhnd", "hmmd", "mmhd", "mhdm",
    ] {
        let doubled = slip.as_bytes().windows(2).any(|pair| pair[0] == pair[1]);
        assert_eq!(near.contains(slip), slip != "mhmd" && !doubled, "{slip}");
    }
    for far in ["md", "mhmdkk", "hmdm", "dmhm"] {
        assert!(!near.contains(far), "{far}");
    }
}

#[test]
fn slips_are_few_and_never_a_single_letter() {
    for key in ["", "k", "kr", "krm", "brmhmd", &"kr".repeat(20)] {
        let near = slips(key);
        assert!(near.iter().all(|slip| slip.len() >= 2), "{key}");
        assert!(near.len() <= 32 * (key.len() + 1), "{key}");
    }
    assert!(slips("k").is_empty());
}

//! How to check the exhibition: the ledger it was computed from, its releases, receipts, checksums.

use maud::{Markup, html};

use crate::{Way, escape, here::Here, numbers, page};

/// The page.
pub(super) fn content(here: &Here<'_>) -> Markup {
    let ledger = &here.site.edition.ledger;
    html! {
        p { (here.say("verify-text")) }
        dl.facts {
            div { dt { (here.say("verify-origin")) } dd { (escape::code(&ledger.origin)) } }
            div { dt { (here.say("verify-day")) } dd { (page::as_of(here)) } }
            div { dt { (here.say("verify-size")) } dd { (numbers::whole(here.lang(), ledger.size)) } }
            div { dt { (here.say("verify-root")) } dd { (escape::code(&ledger.root)) } }
            div { dt { (here.say("verify-program")) } dd { (escape::code(&here.site.options.program_version)) } }
        }
        @if !ledger.checkpoint.is_empty() {
            h2 { (here.say("verify-checkpoint")) }
            pre dir="ltr" { code { (escape::Data(&ledger.checkpoint)) } }
        }
        section aria-labelledby="receipts" { h2 #receipts { (here.say("check-receipts")) } p { (here.say("check-receipts-1")) } }
        section aria-labelledby="released" {
            h2 #released { (here.say("releases")) }
            p { (here.say("check-releases-1")) }
            p { a href=(here.to("about/corrections.html#releases")) { (here.say("releases")) } }
        }
        @if here.site.options.way == Way::Stick {
            section aria-labelledby="sums" {
                h2 #sums { (here.say("check-sums")) }
                p { (here.say("check-sums-1")) }
                pre dir="ltr" { code { "sha256sum --check SHA256SUMS" } }
            }
        }
    }
}

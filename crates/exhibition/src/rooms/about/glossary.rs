//! The words used on these pages: each explained in the language of the page, with what the other languages call it.

use maud::{Markup, html};

use crate::{here::Here, lang::Lang, words::Words};

/// What is explained, in the order of the page: the message with the word, and the one with its meaning.
const ENTRIES: [(&str, &str); 18] = [
    ("gloss-item", "gloss-item-is"),
    ("gloss-source", "gloss-source-is"),
    ("gloss-record", "gloss-record-is"),
    ("gloss-claim", "gloss-claim-is"),
    ("gloss-quotation", "gloss-quotation-is"),
    ("gloss-gist", "gloss-gist-is"),
    ("gloss-alleged", "gloss-alleged-is"),
    ("gloss-unchecked", "gloss-unchecked-is"),
    ("gloss-disputed", "gloss-disputed-is"),
    ("gloss-withheld", "gloss-withheld-is"),
    ("gloss-grave", "gloss-grave-is"),
    ("gloss-suspected", "gloss-suspected-is"),
    ("gloss-commission", "gloss-commission-is"),
    ("gloss-solar", "gloss-solar-is"),
    ("gloss-ledger", "gloss-ledger-is"),
    ("gloss-receipt", "gloss-receipt-is"),
    ("gloss-digest", "gloss-digest-is"),
    ("gloss-release", "gloss-release-is"),
];

/// The page.
pub(super) fn content(here: &Here<'_>) -> Markup {
    let others: Vec<Words> = here
        .site
        .options
        .languages
        .iter()
        .filter(|lang| **lang != here.lang())
        .map(|lang| Words::new(*lang))
        .collect();
    html! {
        dl.glossary {
            @for (word, meaning) in ENTRIES {
                div id=(word) {
                    dt {
                        dfn { (here.say(word)) }
                        @for (place, words) in others.iter().enumerate() {
                            @if place == 0 { br; } @else { " · " }
                            (foreign(words.lang, words.say(word)))
                        }
                    }
                    dd { (here.say(meaning)) }
                }
            }
        }
    }
}

fn foreign(lang: Lang, word: &str) -> Markup {
    html! { small lang=(lang.tag()) dir=(lang.direction().as_str()) { (word) } }
}

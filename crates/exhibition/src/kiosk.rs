//! The exhibition on a screen in the room: dark and large, a bar to touch, no way out, back to the door when nobody touches it.

use maud::{Markup, html};

use crate::{here::Here, page};

/// Seconds without a touch after which a page leads back to the door (exhibition brief, section 11). The script says so 15
/// seconds before.
const IDLE: u32 = 90;

/// Path of the style sheet from the root of the exhibition.
pub(crate) const STYLE: &str = "assets/kiosk.css";

const SCRIPT: &str = "assets/kiosk.js";

/// Files that only this edition has: path from the root of the exhibition, and bytes.
pub(crate) const FILES: [(&str, &[u8]); 2] = [
    (STYLE, include_bytes!("../assets/kiosk.css")),
    (SCRIPT, include_bytes!("../assets/kiosk.js")),
];

/// What the head of a page has in this edition; `root` is the way to the root of the exhibition.
pub(crate) fn head(root: &str) -> Markup {
    html! {
        link rel="stylesheet" href={ (root) (STYLE) };
        script defer src={ (root) (SCRIPT) } {}
        noscript { meta http-equiv="refresh" content=(format!("{IDLE};url={root}index.html")); }
    }
}

/// The bar at the foot of the screen: home, back, languages; and the notice of the script.
///
/// "Back" leads up, not to the page before: a browser remembers what the visitor before looked at, and nobody shall see that.
pub(crate) fn bar(here: &Here<'_>, room: &str) -> Markup {
    let up = if here.path == "index.html" {
        "../index.html".to_owned()
    } else {
        let index = format!("{room}/index.html");
        let is_room = page::rooms(here.site).contains(&room) && here.path != index;
        here.to(if is_room { &index } else { "index.html" })
    };
    html! {
        p #idle role="status" hidden data-start={ (here.up) "../index.html" } { (here.say("kiosk-idle")) }
        nav.foot aria-label=(here.say("kiosk-bar")) {
            ul {
                li { a href=(here.to("index.html")) { (here.say("kiosk-home")) } }
                li { a href=(up) { (here.say("kiosk-back")) } }
                @for other in here.site.options.languages.iter().filter(|other| **other != here.lang()) {
                    li { a href={ (here.up) "../" (other.tag()) "/" (here.path) } lang=(other.tag()) hreflang=(other.tag())
                        dir=(other.direction().as_str()) { (other.own_name()) } }
                }
            }
        }
    }
}

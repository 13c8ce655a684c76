//! A page as a row of blocks of text, each with what it stands in. Time in proportion to the length, whatever the nesting.

use std::cell::RefCell;

use html5ever::{
    buffer_queue::BufferQueue,
    tendril::StrTendril,
    tokenizer::{
        Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};

/// What a page holds.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) blocks: Vec<Block>,
    pub(super) media: Vec<Shown>,
    pub(super) language: Option<String>,
    pub(super) author: Option<String>,
    /// Time of publication as declared, ISO 8601.
    pub(super) published: Option<String>,
    pub(super) too_deep: bool,
    title: Option<String>,
    title_for_sharing: Option<String>,
    heading: Option<String>,
}

impl Page {
    /// The title for sharing, which has no name of the site in it; else the first heading; else the title.
    pub(super) fn best_title(&self) -> Option<String> {
        [&self.title_for_sharing, &self.heading, &self.title]
            .into_iter()
            .flatten()
            .map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "))
            .find(|title| !title.is_empty())
    }
}

/// A picture, sound or film.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) element: String,
    pub(super) address: String,
    pub(super) description: Option<String>,
}

/// A paragraph, a heading, an item of a list, a cell.
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Its text, blanks collapsed; line breaks of the page are kept.
    pub(super) text: String,
    /// Bytes of it inside links.
    pub(super) linked: usize,
    /// Stands in `article` or `main`.
    pub(super) inside: bool,
    /// Stands in a menu, a footer, a side column or the like.
    pub(super) aside: bool,
    /// Is a heading.
    pub(super) heading: bool,
}

/// Elements whose text is never read.
const SILENT: &[&str] = &[
    "script", "style", "template", "svg", "math", "noscript", "iframe", "object", "canvas",
    "select", "button", "textarea", "datalist", "title", "audio", "video", "noembed", "noframes",
];
/// Elements that are not the page's main text.
const ASIDE: &[&str] = &["nav", "footer", "aside", "menu", "form", "dialog", "search"];
/// Roles of WAI-ARIA that are not the page's main text.
const ASIDE_ROLES: &[&str] = &[
    "navigation",
    "banner",
    "contentinfo",
    "search",
    "complementary",
    "dialog",
];
/// Words in `class` and `id` by which pages name what is not their main text.
const ASIDE_NAMES: &[&str] = &[
    "nav",
    "navbar",
    "navigation",
    "menu",
    "footer",
    "sidebar",
    "breadcrumb",
    "breadcrumbs",
    "share",
    "sharing",
    "social",
    "related",
    "comments",
    "cookie",
    "cookies",
    "newsletter",
    "promo",
    "advert",
    "advertisement",
    "ads",
    "banner",
    "popup",
    "modal",
    "subscribe",
    "toolbar",
    "skip-link",
    "pagination",
    "tags",
];
/// Elements that do not break a line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u",
    "var", "wbr", "img", "picture", "source", "track", "tt", "big", "strike", "input", "svg",
    "script", "style", "noscript", "template", "ruby", "rt", "rp",
];
/// Elements without an end.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements whose end tag may be left out before another of its kind.
const LEFT_OPEN: &[&str] = &[
    "p", "li", "dt", "dd", "tr", "td", "th", "option", "thead", "tbody", "tfoot",
];

/// Reads a page; elements nested deeper than `depth` are read as if they were not there.
pub(super) fn read(text: &str, depth: usize) -> Page {
    let sink = Sink(RefCell::new(Builder {
        page: Page::default(),
        open: Vec::new(),
        block: Block::default(),
        blank: false,
        depth,
        in_title: false,
        in_heading: false,
    }));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    // The sink asks for no script to be run and no encoding to be changed, so one call reads to the end; should the
    // tokenizer stop all the same, it is called until nothing is left.
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let mut builder = tokenizer.sink.0.into_inner();
    builder.end_block();
    builder.page
}

struct Sink(RefCell<Builder>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                builder.start(&tag);
                return raw(&tag.name).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::TagToken(tag) => builder.end(&tag.name),
            Token::CharacterTokens(text) => builder.characters(&text),
            Token::DoctypeToken(_)
            | Token::CommentToken(_)
            | Token::NullCharacterToken
            | Token::EOFToken
            | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

/// Elements whose content is not markup (HTML Standard section 13.2.5.1 and 13.2.6).
fn raw(name: &str) -> Option<RawKind> {
    Some(match name {
        "title" | "textarea" => RawKind::Rcdata,
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => RawKind::Rawtext,
        "script" => RawKind::ScriptData,
        _ => return None,
    })
}

struct Element {
    name: String,
    silent: bool,
    aside: bool,
    inside: bool,
    link: bool,
}

struct Builder {
    page: Page,
    open: Vec<Element>,
    block: Block,
    /// A blank waits to be written before the next character.
    blank: bool,
    depth: usize,
    in_title: bool,
    in_heading: bool,
}

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs
        .iter()
        .find(|attribute| &*attribute.name.local == name)
        .map(|attribute| attribute.value.trim().to_owned())
        .filter(|value| !value.is_empty())
}

impl Builder {
    fn start(&mut self, tag: &Tag) {
        let name: &str = &tag.name;
        self.facts(name, tag);
        if name == "br" {
            self.block.text.truncate(self.block.text.trim_end().len());
            self.block.text.push('\n');
            self.blank = false;
            return;
        }
        if !INLINE.contains(&name) {
            self.end_block();
        }
        if LEFT_OPEN.contains(&name) && self.open.last().is_some_and(|last| last.name == name) {
            self.open.pop();
        }
        let closes_paragraph =
            !INLINE.contains(&name) && self.open.last().is_some_and(|last| last.name == "p");
        if closes_paragraph {
            self.open.pop();
        }
        if VOID.contains(&name) || tag.self_closing && name != "script" {
            return;
        }
        if self.open.len() >= self.depth {
            self.page.too_deep = true;
            return;
        }
        let element = self.element(name, tag);
        self.in_heading |= name == "h1" && self.page.heading.is_none() && !element.silent;
        self.open.push(element);
    }

    fn element(&self, name: &str, tag: &Tag) -> Element {
        let around = self.open.last();
        let inside = around.is_some_and(|outer| outer.inside)
            || matches!(name, "article" | "main")
            || attribute(tag, "role").as_deref() == Some("main");
        let hidden = tag.attrs.iter().any(|attribute| {
            let value = attribute.value.replace(' ', "");
            match &*attribute.name.local {
                "hidden" => true,
                "aria-hidden" => value == "true",
                "style" => value.contains("display:none") || value.contains("visibility:hidden"),
                _ => false,
            }
        });
        // `body` and `html` carry class names of all kinds and hold everything.
        let whole = matches!(name, "html" | "body" | "main" | "article");
        Element {
            name: name.to_owned(),
            silent: around.is_some_and(|outer| outer.silent)
                || SILENT.contains(&name)
                || hidden && !whole,
            aside: around.is_some_and(|outer| outer.aside)
                || ASIDE.contains(&name)
                || name == "header" && !inside
                || !whole && named_aside(tag),
            inside,
            link: around.is_some_and(|outer| outer.link) || name == "a",
        }
    }

    /// What the page says of itself, and what it shows.
    fn facts(&mut self, name: &str, tag: &Tag) {
        match name {
            "html" => self.page.language = self.page.language.take().or(attribute(tag, "lang")),
            "title" => self.in_title = self.page.title.is_none() && !self.is_in("svg"),
            "meta" => self.meta(tag),
            "time" => {
                self.page.published = self.page.published.take().or(attribute(tag, "datetime"));
            }
            "img" | "video" | "audio" | "source" | "iframe" | "embed" => {
                if let Some(address) = attribute(tag, "src") {
                    self.page.media.push(Shown {
                        element: name.to_owned(),
                        address,
                        description: attribute(tag, "alt").or(attribute(tag, "title")),
                    });
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let key = attribute(tag, "property").or(attribute(tag, "name"));
        let (Some(key), Some(content)) = (key, attribute(tag, "content")) else {
            return;
        };
        let place = match key.to_ascii_lowercase().as_str() {
            "og:title" => &mut self.page.title_for_sharing,
            "author" | "article:author" if !content.starts_with("http") => &mut self.page.author,
            "article:published_time" | "date" | "dc.date" | "dcterms.date" => {
                &mut self.page.published
            }
            _ => return,
        };
        *place = place.take().or(Some(content));
    }

    fn is_in(&self, name: &str) -> bool {
        self.open.iter().any(|element| element.name == name)
    }

    fn end(&mut self, name: &str) {
        if !INLINE.contains(&name) {
            self.end_block();
        }
        if name == "title" {
            self.in_title = false;
        }
        if name == "h1" {
            self.in_heading = false;
        }
        if let Some(place) = self.open.iter().rposition(|element| element.name == name) {
            self.open.truncate(place);
        }
    }

    fn characters(&mut self, text: &str) {
        if self.in_title {
            self.page.title.get_or_insert_default().push_str(text);
            return;
        }
        if self.in_heading && !self.open.last().is_some_and(|element| element.silent) {
            self.page.heading.get_or_insert_default().push_str(text);
        }
        let (silent, aside, inside, link) = self
            .open
            .last()
            .map_or((false, false, false, false), |element| {
                (element.silent, element.aside, element.inside, element.link)
            });
        if silent {
            return;
        }
        let before = self.block.text.len();
        for c in text.chars() {
            if c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}') {
                self.blank = true;
                continue;
            }
            if self.blank && !self.block.text.is_empty() && !self.block.text.ends_with('\n') {
                self.block.text.push(' ');
            }
            self.blank = false;
            self.block.text.push(c);
        }
        let grown = self.block.text.len() - before;
        if grown > 0 {
            self.block.aside |= aside;
            self.block.inside |= inside;
            self.block.heading |= self.in_heading;
            self.block.linked += if link { grown } else { 0 };
        }
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        self.blank = false;
        block.text.truncate(block.text.trim_end().len());
        if !block.text.is_empty() {
            self.page.blocks.push(block);
        }
    }
}

fn named_aside(tag: &Tag) -> bool {
    let role = attribute(tag, "role");
    if role.is_some_and(|role| ASIDE_ROLES.contains(&role.as_str())) {
        return true;
    }
    ["class", "id"].iter().any(|name| {
        attribute(tag, name).is_some_and(|value| {
            value
                .split([' ', '_'])
                .any(|word| ASIDE_NAMES.contains(&word.to_ascii_lowercase().as_str()))
        })
    })
}

//! The page being written: its language, its place in the tree, and the links that lead from it.

use edition::{
    EvidenceNumber, RecordId, SourceId,
    edition::{Name, Reason, ShownLocator, Subject},
};
use maud::{Markup, html};

use crate::{escape, lang::Lang, linked::About, site, site::Site, words::Words};

/// What the writer of a page has at hand.
#[derive(Clone, Debug)]
pub(crate) struct Here<'a> {
    /// The edition.
    pub(crate) site: &'a Site<'a>,
    /// The words of the language.
    pub(crate) words: &'a Words,
    /// Address of the page from the folder of its language.
    pub(crate) path: String,
    /// The way up to that folder, such as `../../`; empty on its own level.
    pub(crate) up: String,
    /// What the page is about, for machines.
    pub(crate) about: About<'a>,
}

impl<'a> Here<'a> {
    /// The page at `path`, counted from the folder of the language.
    pub(crate) fn new(site: &'a Site<'a>, words: &'a Words, path: String) -> Self {
        let up = "../".repeat(path.matches('/').count());
        Self {
            site,
            words,
            path,
            up,
            about: About::Nothing,
        }
    }

    /// The same page, which is about this.
    pub(crate) fn about(mut self, about: About<'a>) -> Self {
        self.about = about;
        self
    }

    /// The page at `path`, which shows part `part` of what would be too long for this one. The first part is this page itself.
    pub(crate) fn part(&self, part: usize, path: String) -> Self {
        let here = Self::new(self.site, self.words, path);
        if part == 0 {
            here.about(self.about)
        } else {
            here
        }
    }

    /// The language of the page.
    pub(crate) fn lang(&self) -> Lang {
        self.words.lang
    }

    /// The message `id`.
    pub(crate) fn say<'w>(&'w self, id: &'w str) -> &'w str {
        self.words.say(id)
    }

    /// A link to `path`, counted from the folder of the language.
    pub(crate) fn to(&self, path: &str) -> String {
        format!("{}{path}", self.up)
    }

    /// A link to a record's page.
    pub(crate) fn to_record(&self, id: RecordId) -> String {
        self.to(&self.site.address(id))
    }

    /// A link to a source's page.
    pub(crate) fn to_source(&self, id: SourceId) -> String {
        self.to(&site::source_address(id))
    }

    /// A link to an item's page, at the place that the locator names.
    pub(crate) fn to_item(&self, number: EvidenceNumber, locator: Option<&ShownLocator>) -> String {
        self.to(&self.site.item_address(number, locator))
    }

    /// Label of a vocabulary term: in words, or as it stands when there are none for it.
    pub(crate) fn term(&self, term: &str) -> Markup {
        self.label("term-", term)
    }

    /// Label of a property.
    pub(crate) fn property(&self, term: &str) -> Markup {
        self.label("property-", term)
    }

    fn label(&self, family: &str, term: &str) -> Markup {
        match self.words.find(&format!("{family}{term}")) {
            Some(words) => html! { (words) },
            None => escape::code(term),
        }
    }

    /// Why something is withheld.
    pub(crate) fn reason(&self, reason: Reason) -> &str {
        self.say(match reason {
            Reason::Missing => "reason-missing",
            Reason::Restricted => "reason-restricted",
            Reason::Confidential => "reason-confidential",
            Reason::Erased => "reason-erased",
            _ => "reason-confidential",
        })
    }

    /// A visible gap.
    pub(crate) fn gap(&self, reason: Reason) -> Markup {
        html! { span.gap { (self.words.fill("withheld", &[("reason", self.reason(reason))])) } }
    }

    /// What to call a record inside a line: by the name in the script of the page, otherwise by what it is and its identifier.
    pub(crate) fn called(&self, id: RecordId, names: &[Name]) -> Markup {
        match site::names(self.lang(), names).0 {
            Some(name) => escape::name(name),
            None => match self.site.subject(id) {
                Some(subject) if subject.names.is_empty() => self.unnamed(subject),
                Some(subject) => self.called(id, &subject.names),
                None => escape::code(&id.to_string()),
            },
        }
    }

    /// A link to a record, by its name.
    pub(crate) fn record(&self, id: RecordId) -> Markup {
        let names = self
            .site
            .subject(id)
            .map(|subject| subject.names.as_slice())
            .unwrap_or_default();
        html! { a href=(self.to_record(id)) { (self.called(id, names)) } }
    }

    /// What a record without a name is called: its kind, and for statements who speaks and when.
    fn unnamed(&self, subject: &Subject) -> Markup {
        let kind = match subject.id.kind() {
            edition::RecordKind::Person => "kind-person",
            edition::RecordKind::Group => "kind-group",
            edition::RecordKind::Place => "kind-place",
            edition::RecordKind::Event => "kind-event",
            edition::RecordKind::Statement if self.site.is_demand(subject.id) => "kind-demand",
            edition::RecordKind::Statement => "kind-remark",
            edition::RecordKind::Proceeding => "kind-proceeding",
        };
        let speaker = ["speaker", "demanded-by"].iter().find_map(|property| {
            site::facts(subject, property).find_map(|fact| match &fact.value {
                edition::edition::Shown::Record { names, .. } => {
                    site::names(self.lang(), names).0.map(escape::name)
                }
                edition::edition::Shown::Text { text, language } => {
                    Some(escape::value(text, language.as_ref()))
                }
                _ => None,
            })
        });
        let year = crate::dates::years(
            self.words,
            site::facts(subject, "date").filter_map(|fact| match &fact.value {
                edition::edition::Shown::Date(date) => Some(&**date),
                _ => None,
            }),
        );
        html! {
            (self.say(kind))
            @match (&speaker, &year) {
                (None, None) => { " " (escape::code(&subject.id.to_string())) },
                (speaker, year) => {
                    @if let Some(speaker) = speaker { (self.lang().colon()) (speaker) }
                    @if let Some(year) = year { (self.lang().comma()) (year) }
                },
            }
        }
    }
}

//! Marked secrets in every field that can be hidden: each must come through to those who may see it, and to nobody else.

use edition::{
    Audience, Policy, compile,
    draft::{Draft, DraftItem, DraftSource},
};
use model::{
    access::Access,
    arrangement::Presented,
    claim::{Certainty, Claim, Locator, Qualifier, Voice, VoiceRole, Who},
    date::{Calendar, StatedDate},
    entry::Timestamp,
    id::{EvidenceNumber, RecordId, SourceId},
    item::{CustodyEvent, Item},
    language::Language,
    position::Precision,
    source::{Reliability, Source},
    value::Value,
};
use proof::digest::Digest;

use crate::drafts::{
    a_term, by_source, claim, claim_id, closed, covered, date, draft, event, in_item, item,
    narrowed, number, pair, person, picture, place, position, presented, record, source, term,
    text, voiced, with,
};

/// A secret, how it looks in the edition, and from which access on it may be seen; `None`: never.
struct Canary {
    what: String,
    looks: String,
    least: Option<Access>,
}

/// Hands out secrets that occur nowhere else.
struct Nest {
    next: u32,
    level: Access,
    canaries: Vec<Canary>,
}

impl Nest {
    fn note(&mut self, what: &str, looks: String, least: Option<Access>) {
        let what = format!("{what}, {:?}", self.level);
        self.canaries.push(Canary { what, looks, least });
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }

    fn plant(&mut self, what: &str, looks: String) {
        self.note(what, looks, Some(self.level));
    }

    fn words(&mut self, what: &str) -> String {
        let words = format!("CANARY-{}-", self.number());
        self.plant(what, words.clone());
        words
    }

    fn term(&mut self, what: &str) -> model::term::Term {
        let word = format!("canary-{}-x", self.number());
        self.plant(what, word.clone());
        term(&word)
    }

    /// Eight digits that start with 77, small enough for longitudes and record numbers.
    fn digits(&mut self, what: &str) -> u32 {
        let digits = 77_000_000 + self.number() * 1_001;
        self.plant(what, digits.to_string());
        digits
    }

    fn record(&mut self, what: &str, make: fn(u64) -> RecordId) -> RecordId {
        let id = make(u64::from(self.number()) * 0x1_2345_6789_abcd);
        self.plant(what, id.to_string());
        id
    }

    fn source(&mut self, what: &str) -> SourceId {
        let id = SourceId::from_bits(u64::from(self.number()) * 0x1_2345_6789_abcd);
        self.plant(what, id.to_string());
        id
    }

    fn item(&mut self, what: &str) -> EvidenceNumber {
        let number = EvidenceNumber(770_000 + self.number());
        self.plant(what, number.to_string());
        number
    }

    /// A day in a year of its own, looked for as stated, as a year and as a count of days.
    fn date(&mut self, what: &str) -> StatedDate {
        let year = 7_000 + self.number();
        let stated = StatedDate {
            stated: format!("{year}-05-17"),
            calendar: Calendar::Gregorian,
        };
        let day = stated
            .span()
            .ok()
            .and_then(|span| span.earliest)
            .expect("a day");
        self.plant(what, stated.stated.clone());
        self.plant(what, format!("year: {year},"));
        self.plant(what, format!("{day:?}"));
        stated
    }

    fn language(&mut self, what: &str) -> Language {
        let tag = format!("fa-x-can{}y", self.number());
        self.plant(what, tag.clone());
        // A single letter is no subtag here.
        Language::new(&tag.replace("-x-", "-")).expect("a language")
    }

    /// One value of every type.
    fn values(&mut self) -> Vec<Value> {
        let language = self.language("language");
        let language_looks = language.as_str().to_owned();
        self.canaries.last_mut().expect("one planted").looks = language_looks;
        let low = u64::from(self.digits("number"));
        let latitude = self.digits("latitude") as i32;
        let longitude = self.digits("longitude") as i32;
        vec![
            Value::Text {
                text: self.words("text"),
                language: Some(language),
            },
            Value::Date(self.date("date")),
            date(&self.words("date in words")),
            number(Some(low), None),
            Value::Record({
                let id = self.record("referred record", person);
                // Nothing is known of it, so it is missing even to custodians.
                self.canaries.last_mut().expect("one planted").least = None;
                id
            }),
            position(latitude, longitude, Precision::Exact),
            Value::Link(self.words("link")),
            Value::Term(self.term("term")),
        ]
    }

    fn locators(&mut self) -> Vec<Locator> {
        vec![
            Locator::Page {
                page: self.digits("page"),
                area: None,
            },
            Locator::Text {
                start: u64::from(self.digits("start")),
                end: u64::from(self.digits("end")),
            },
            Locator::Cell {
                row: u64::from(self.digits("row")),
                column: Some(self.words("column")),
            },
            Locator::Time {
                start_ms: u64::from(self.digits("first millisecond")),
                end_ms: u64::from(self.digits("last millisecond")),
            },
        ]
    }

    /// A source with a secret in every field.
    fn whole_source(&mut self) -> DraftSource {
        DraftSource {
            source: Source {
                id: self.source("source"),
                title: self.words("source title"),
                kind: self.term("source kind"),
                producer: Some(self.words("producer")),
                date: Some(self.date("source date")),
                languages: Vec::new(),
                reference: Some(self.words("reference")),
                reliability: Some(Reliability {
                    grade: self.term("grade"),
                    by: self.words("graded by"),
                }),
                note: Some(self.words("source note")),
                access: Access::Public,
            },
            access: self.level,
        }
    }

    /// An item with a secret in every field; what is in its bytes is seen from `least` on.
    fn whole_item(&mut self, bytes_least: Option<Access>, obtained_from: SourceId) -> DraftItem {
        let number = self.item("item");
        let title = Some(self.words("item title"));
        let obtained_how = self.words("obtained");
        let custody = vec![CustodyEvent {
            time: Timestamp(0),
            action: self.term("custody action"),
            by: self.words("custodian"),
            note: Some(self.words("custody note")),
        }];
        let first = self.canaries.len();
        let digest = Digest([self.number() as u8; 32]);
        self.plant("digest", digest.to_string());
        let item = Item {
            number,
            digest,
            size: u64::from(self.digits("size")),
            media_type: self.words("media type"),
            name: self.words("file name"),
            title,
            obtained_how,
            obtained_from: Some(obtained_from),
            custody,
            access: Access::Public,
        };
        let text = Some(self.words("item text"));
        let sheets = vec![(self.digits("width"), self.digits("height"))];
        for canary in &mut self.canaries[first..] {
            canary.least = bytes_least;
        }
        DraftItem {
            item,
            access: self.level,
            entry: 1,
            text,
            table: None,
            erased: false,
            sheets,
            covered: Vec::new(),
            added: None,
        }
    }

    /// Words about how an item looks.
    fn presented(&mut self, number: EvidenceNumber) -> Presented {
        let mut said = presented(number.0, &self.words("alternative text"));
        said.caption = presented(0, &self.words("caption")).alt;
        said.credit = presented(0, &self.words("credit")).alt;
        said
    }

    /// A public picture of which a part is covered. What can be seen is said of it; its file is not had.
    fn covered(&mut self) -> DraftItem {
        let mut open = picture(20_000 + self.number(), Access::Public);
        open.item.digest = Digest([self.number() as u8; 32]);
        self.plant("digest of a covered item", open.item.digest.to_string());
        open.item.size = u64::from(self.digits("size of a covered item"));
        open.item.name = self.words("name of a covered item");
        open.item.media_type = self.words("media type of a covered item");
        open.text = Some(self.words("text of a covered item"));
        open.covered = vec![covered(2, [1, 2, 3, 4], self.level)];
        open
    }

    /// Hidden claims about `about` that put a secret in every field of a claim.
    fn hidden_claims(
        &mut self,
        about: RecordId,
        source: SourceId,
        item: EvidenceNumber,
    ) -> Vec<Claim> {
        let mut claims = Vec::new();
        let locators = self.locators();
        for (place, value) in self.values().into_iter().enumerate() {
            let property = match self.level {
                // The property of a restricted claim is told in its gap.
                Access::Public | Access::Restricted => term("described-as"),
                Access::Confidential => self.term("property"),
            };
            let mut hidden = closed(claim(about, "described-as", value), self.level);
            hidden.property = property;
            hidden.qualifiers = self
                .values()
                .into_iter()
                .map(|value| Qualifier {
                    property: term("scope"),
                    value,
                })
                .collect();
            hidden.citation.item = Some(item);
            hidden.citation.locator = Some(locators[place % locators.len()].clone());
            hidden.citation.source = Some(source);
            hidden.citation.place_in_source = Some(self.words("place in source"));
            hidden.attribution = vec![Voice {
                role: VoiceRole::SaidBy,
                who: Who::Named(self.words("voice")),
            }];
            hidden.certainty = Certainty {
                term: self.term("certainty"),
                note: Some(self.words("certainty note")),
            };
            // One reference is to nothing, so the identifier is shown to nobody.
            self.note("claim", claim_id(&hidden).to_string(), None);
            claims.push(hidden);
        }
        let plain = closed(claim(about, "described-as", text("plain")), self.level);
        self.plant("identifier of a plain claim", claim_id(&plain).to_string());
        claims.push(plain);
        claims
    }
}

/// Everything that can be hidden, hidden at `level`.
fn plant(nest: &mut Nest, draft: &mut Draft) {
    let level = nest.level;
    let whole_source = nest.whole_source();
    let hidden_source = whole_source.source.id;
    draft.sources.push(whole_source);
    let whole_item = nest.whole_item(Some(level), hidden_source);
    let hidden_item = whole_item.item.number;
    draft.arrangement.items.push(nest.presented(hidden_item));
    let partly = nest.covered();
    draft.items.push(partly);
    draft.items.push(whole_item);

    // Hidden claims about a person who may be seen.
    let seen = person(u64::from(nest.number()));
    let mut claims = nest.hidden_claims(seen, hidden_source, hidden_item);
    claims.push(claim(seen, "name", text("Seen")));

    // A record closed as a whole, and one of which every claim is closed.
    let by_record = nest.record("closed record", place);
    let mut closed_record = record(
        by_record,
        vec![claim(by_record, "name", text(&nest.words("name")))],
    );
    closed_record.access = level;
    let by_claims = nest.record("record of closed claims", event);
    let of_claims = record(
        by_claims,
        vec![closed(
            claim(by_claims, "toll", text(&nest.words("toll"))),
            level,
        )],
    );
    draft.records.extend([closed_record, of_claims]);

    // Public claims that refer to what is hidden, in every place where one can refer.
    for hidden in [by_record, by_claims] {
        let value = claim(seen, "held-at", Value::Record(hidden));
        let qualifier = narrowed(
            claim(seen, "described-as", text("public words")),
            "place",
            Value::Record(hidden),
        );
        let voice = with(
            voiced(
                claim(seen, "affiliation", text("a party")),
                Voice {
                    role: VoiceRole::SaidBy,
                    who: Who::Record(hidden),
                },
            ),
            |claim| claim.certainty.note = Some(nest.words("note beside a hidden voice")),
        );
        for public in [value, qualifier, voice] {
            nest.plant("claim that refers to it", claim_id(&public).to_string());
            claims.push(public);
        }
    }
    let cited = with(by_source(claim(seen, "sex", a_term("male")), 0), |claim| {
        claim.citation.source = Some(hidden_source);
        claim.citation.place_in_source = Some(nest.words("place in a hidden source"));
        claim.certainty.note = Some(nest.words("note on a hidden source"));
    });
    let held = with(claim(seen, "city", text("a city")), |claim| {
        claim.citation.item = Some(hidden_item);
        claim.citation.locator = Some(Locator::Page {
            page: nest.digits("page of a hidden item"),
            area: None,
        });
    });
    let reported = voiced(
        claim(seen, "prison", text("a prison")),
        Voice {
            role: VoiceRole::ReportedBy,
            who: Who::Source(hidden_source),
        },
    );
    for public in [cited, held, reported] {
        nest.plant("claim with a hidden part", claim_id(&public).to_string());
        claims.push(public);
    }

    // A public item that a hidden claim cites, obtained from a hidden source.
    let open_number = 50 + nest.number();
    let mut open = item(
        open_number,
        Access::Public,
        Some(&nest.words("text of an open item")),
    );
    open.item.digest = Digest([nest.number() as u8; 32]);
    nest.plant("digest of an open item", open.item.digest.to_string());
    open.item.size = u64::from(nest.digits("size of an open item"));
    open.item.name = nest.words("name of an open item");
    open.item.media_type = nest.words("media type of an open item");
    open.item.obtained_how = nest.words("how an open item was obtained");
    open.item.obtained_from = Some(hidden_source);
    open.item.custody.push(CustodyEvent {
        time: Timestamp(0),
        action: term("received"),
        by: "the archive".to_owned(),
        note: Some(nest.words("custody note of an open item")),
    });
    let mut table = item(open_number + 1_000, Access::Public, None);
    table.table = Some(vec![vec![nest.words("cell of an open item")]]);
    open.sheets = vec![(nest.digits("width of an open item"), 1)];
    let said = nest.presented(open.item.number);
    draft.arrangement.items.push(said);
    draft.items.extend([open, table]);
    for number in [open_number, open_number + 1_000] {
        claims.push(closed(
            in_item(claim(seen, "born", date("1960")), number, None),
            level,
        ));
    }
    // A public claim into the same text: the words there may hold the secret too.
    claims.push(in_item(
        claim(seen, "died", date("1988")),
        open_number,
        Some(Locator::Text { start: 0, end: 9 }),
    ));

    // A record judged to be the same, of which everything is hidden.
    let twin = nest.record("hidden twin", person);
    let mut record = record(seen, claims);
    // When the hidden claim was recorded: the day is a number of its own.
    let day = i64::from(nest.number()) + 880_000;
    nest.plant("day of a hidden claim", format!("Day({day})"));
    let hidden_first = record.claims[0].0;
    (record.recorded).push((hidden_first, Timestamp((day - 719_163) * 86_400)));
    record.also.push(twin);
    let said = closed(claim(twin, "name", text(&nest.words("twin's name"))), level);
    record.claims.push((claim_id(&said), said));
    draft.records.push(record);

    // Pairs with the person of whom something is hidden, and with what is hidden altogether.
    let other = person(u64::from(nest.number()));
    draft.records.push(crate::drafts::record(
        other,
        vec![claim(other, "name", text("Other"))],
    ));
    let mut open_pair = pair(seen, other);
    open_pair.basis = nest.words("basis of a pair");
    draft.open_pairs.push(open_pair);

    // The map.
    let corner = nest.digits("corner of an outline");
    draft.arrangement.outlines.push(hidden_item);
    let (longitude, latitude) = (corner as f32 / 1e6, 1.0);
    nest.canaries.last_mut().expect("one planted").looks = format!("{longitude:?}, 1.0");
    draft.outlines.push(vec![vec![(longitude, latitude)]]);
}

fn planted() -> (Draft, Vec<Canary>) {
    let mut nest = Nest {
        next: 100,
        level: Access::Restricted,
        canaries: Vec::new(),
    };
    let mut draft = draft(Vec::new(), vec![source(1, Access::Public)], Vec::new());
    plant(&mut nest, &mut draft);
    nest.level = Access::Confidential;
    plant(&mut nest, &mut draft);

    // Bytes that are gone are shown to nobody.
    nest.level = Access::Public;
    let mut gone = nest.whole_item(None, SourceId::from_bits(1));
    gone.erased = true;
    let planted = nest.canaries.len();
    draft
        .arrangement
        .items
        .push(nest.presented(gone.item.number));
    for canary in &mut nest.canaries[planted..] {
        canary.least = None;
    }
    draft.items.push(gone);

    // Digits of a public position are for readers.
    nest.level = Access::Restricted;
    let site = place(9);
    let (latitude, longitude) = (
        nest.digits("public latitude"),
        nest.digits("public longitude"),
    );
    let spot = claim(
        site,
        "location",
        position(latitude as i32, longitude as i32, Precision::Exact),
    );
    nest.plant("claim with a position", claim_id(&spot).to_string());
    let of = narrowed(
        claim(site, "described-as", text("where")),
        "location",
        position(latitude as i32 + 1, longitude as i32, Precision::City),
    );
    nest.plant("digits in a qualifier", (latitude + 1).to_string());
    draft.records.push(record(site, vec![spot, of]));
    (draft, nest.canaries)
}

#[test]
fn no_secret_reaches_an_audience_that_may_not_see_it_and_all_others_do() {
    let (_, canaries) = planted();
    assert!(canaries.len() > 200, "only {} secrets", canaries.len());
    for audience in [Audience::Public, Audience::Readers, Audience::Custodians] {
        let (draft, canaries) = planted();
        let shown = format!("{:?}", compile(draft, &Policy::new(audience)));
        for Canary { what, looks, least } in canaries {
            let may = least.is_some_and(|least| least <= audience.sees());
            assert_eq!(
                shown.contains(&looks),
                may,
                "{what}: `{looks}` for {audience:?}"
            );
        }
    }
}

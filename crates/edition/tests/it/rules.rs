//! Each rule of `docs/edition.md` as a table.

use edition::{
    Audience, Policy, compile,
    draft::Draft,
    edition::{Cited, Content, DateShape, Edition, Fact, Reason, Shown, ShownLocator, Subject},
};
use model::{
    access::Access,
    arrangement::{Arrangement, Localized, RoomText},
    claim::{Claim, Locator, Voice, VoiceRole, Who},
    date::{Calendar, Day, StatedDate},
    entry::Timestamp,
    id::{EvidenceNumber, RecordId, SourceId},
    item::CustodyEvent,
    position::{Position, Precision},
    value::Value,
};

use crate::drafts::{
    a_term, by_source, claim, claim_id, closed, date, draft, event, in_item, item, narrowed,
    number, pair, person, place, position, record, source, statement, term, text, text_in, voiced,
    with,
};

const ACCESSES: [Access; 3] = [Access::Public, Access::Restricted, Access::Confidential];
const AUDIENCES: [Audience; 3] = [Audience::Public, Audience::Readers, Audience::Custodians];

fn public(draft: Draft) -> Edition {
    compile(draft, &Policy::new(Audience::Public))
}

fn subject(edition: &Edition, id: RecordId) -> &Subject {
    (edition.subjects.iter())
        .find(|subject| subject.id == id)
        .unwrap_or_else(|| panic!("{id} is not shown"))
}

/// What the public is shown of one person of whom `claims` are made.
fn one_person(claims: Vec<Claim>) -> Subject {
    let edition = public(draft(
        vec![record(person(1), claims)],
        Vec::new(),
        Vec::new(),
    ));
    subject(&edition, person(1)).clone()
}

fn facts<'a>(subject: &'a Subject, property: &str) -> Vec<&'a Fact> {
    (subject.facts.iter())
        .filter(|fact| fact.property.as_str() == property)
        .collect()
}

fn reason(access: Access) -> Reason {
    if access == Access::Restricted {
        Reason::Restricted
    } else {
        Reason::Confidential
    }
}

fn name(id: RecordId, words: &str) -> Claim {
    claim(id, "name", text(words))
}

#[test]
fn a_claim_is_seen_when_neither_it_nor_its_record_is_too_closed() {
    for audience in AUDIENCES {
        for of_record in ACCESSES {
            for of_claim in ACCESSES {
                let mut open = record(
                    person(1),
                    vec![
                        name(person(1), "Name"),
                        closed(claim(person(1), "died", date("1988")), of_claim),
                    ],
                );
                open.access = of_record;
                let edition = compile(
                    draft(vec![open], Vec::new(), Vec::new()),
                    &Policy::new(audience),
                );
                let case = format!("{of_claim:?} claim of {of_record:?} record for {audience:?}");
                if of_record > audience.sees() {
                    assert!(edition.subjects.is_empty(), "{case}");
                    assert_eq!(edition.withheld, vec![reason(of_record)], "{case}");
                    continue;
                }
                let seen = subject(&edition, person(1));
                let visible = of_claim <= audience.sees();
                assert_eq!(facts(seen, "died").len(), usize::from(visible), "{case}");
                assert_eq!(seen.gaps.is_empty(), visible, "{case}");
                assert!(edition.withheld.is_empty(), "{case}");
            }
        }
    }
}

#[test]
fn restricted_claims_leave_a_gap_for_each_property_and_confidential_ones_a_single_gap() {
    let hide = |property, value, access| closed(claim(person(1), property, value), access);
    let seen = one_person(vec![
        name(person(1), "Name"),
        hide("prison", text("a"), Access::Restricted),
        hide("prison", text("b"), Access::Restricted),
        hide("born", date("1960"), Access::Restricted),
        hide("affiliation", text("c"), Access::Confidential),
        hide("condition", text("d"), Access::Confidential),
    ]);
    let gaps: Vec<_> = (seen.gaps.iter())
        .map(|gap| (gap.property.as_ref().map(|term| term.as_str()), gap.reason))
        .collect();
    assert_eq!(
        gaps,
        vec![
            (None, Reason::Confidential),
            (Some("born"), Reason::Restricted),
            (Some("prison"), Reason::Restricted),
        ]
    );
}

#[test]
fn a_person_whose_name_is_hidden_has_no_name_but_stays() {
    let hidden = closed(name(person(1), "Secret"), Access::Restricted);
    let seen = one_person(vec![hidden, claim(person(1), "died", date("1988"))]);
    assert!(seen.names.is_empty());
    assert_eq!(seen.facts.len(), 1);
}

#[test]
fn a_record_of_hidden_claims_alone_is_not_there_and_its_reason_is_told_once() {
    let hidden = |number, access| {
        record(
            person(number),
            vec![closed(name(person(number), "Secret"), access)],
        )
    };
    let edition = public(draft(
        vec![
            hidden(1, Access::Restricted),
            hidden(2, Access::Restricted),
            hidden(3, Access::Confidential),
            record(person(4), Vec::new()),
        ],
        Vec::new(),
        Vec::new(),
    ));
    assert!(edition.subjects.is_empty());
    assert_eq!(
        edition.withheld,
        vec![Reason::Restricted, Reason::Confidential]
    );
}

#[test]
fn a_reference_to_what_is_hidden_is_a_visible_gap_and_hidden_ones_cannot_be_told_apart() {
    let mut hidden: Vec<_> = [
        (2, Access::Restricted),
        (3, Access::Restricted),
        (4, Access::Confidential),
    ]
    .into_iter()
    .map(|(number, access)| {
        let mut record = record(place(number), vec![name(place(number), "Secret")]);
        record.access = access;
        record
    })
    .collect();
    let refers = |number| claim(person(1), "prison", Value::Record(place(number)));
    hidden.push(record(
        person(1),
        vec![refers(2), refers(3), refers(4), refers(5)],
    ));
    let edition = public(draft(hidden, Vec::new(), Vec::new()));
    let shown: Vec<_> = (subject(&edition, person(1)).facts.iter())
        .map(|fact| (fact.value.clone(), fact.citations.len()))
        .collect();
    assert_eq!(
        shown,
        vec![
            (Shown::Withheld(Reason::Missing), 1),
            (Shown::Withheld(Reason::Restricted), 1),
            (Shown::Withheld(Reason::Confidential), 1),
        ]
    );
}

#[test]
fn of_a_hidden_source_nothing_is_left_but_that_it_is_withheld() {
    let said = with(by_source(name(person(1), "Name"), 1), |claim| {
        claim.citation.place_in_source = Some("page 3 of their list".to_owned());
        claim.certainty.note = Some("as they say themselves".to_owned());
        for who in [
            Who::Source(SourceId::from_bits(1)),
            Who::Source(SourceId::from_bits(2)),
            Who::Named("somebody".to_owned()),
        ] {
            claim.attribution.push(Voice {
                role: VoiceRole::ReportedBy,
                who,
            });
        }
    });
    for (access, audience) in [
        (Access::Restricted, Audience::Public),
        (Access::Confidential, Audience::Readers),
    ] {
        let edition = compile(
            draft(
                vec![record(person(1), vec![said.clone()])],
                vec![source(1, access), source(2, access)],
                Vec::new(),
            ),
            &Policy::new(audience),
        );
        let fact = &subject(&edition, person(1)).facts[0];
        let cited = &fact.citations[0];
        assert_eq!((cited.source, &cited.place_in_source), (None, &None));
        assert_eq!(cited.certainty_note, None);
        assert_eq!(cited.withheld, Some(reason(access)));
        let voices: Vec<_> = (cited.voices.iter())
            .map(|voice| {
                (
                    voice.source,
                    voice.name.as_ref().map(|name| name.text.as_str()),
                )
            })
            .collect();
        assert_eq!(voices, vec![(None, None), (None, Some("somebody"))]);
        assert_ne!(fact.claims[0], claim_id(&said));
        assert!(edition.sources.is_empty());
        assert_eq!(edition.withheld, vec![reason(access)]);
    }
}

#[test]
fn of_a_hidden_item_nothing_is_left_but_that_it_is_withheld() {
    let said = by_source(
        in_item(
            name(person(1), "Name"),
            7,
            Some(Locator::Page {
                page: 3,
                area: None,
            }),
        ),
        1,
    );
    let edition = public(draft(
        vec![record(person(1), vec![said])],
        vec![source(1, Access::Public)],
        vec![item(7, Access::Confidential, Some("text"))],
    ));
    let cited = &subject(&edition, person(1)).facts[0].citations[0];
    assert_eq!((cited.item, &cited.locator), (None, &None));
    assert_eq!(cited.source, Some(SourceId::from_bits(1)));
    assert_eq!(cited.withheld, Some(Reason::Confidential));
    assert!(edition.items.is_empty());
}

#[test]
fn an_item_is_read_only_by_those_who_may_see_every_claim_that_cites_it() {
    for audience in AUDIENCES {
        for of_claim in ACCESSES {
            for of_record in ACCESSES {
                let span = |start, end| Some(Locator::Text { start, end });
                let citing = closed(in_item(name(person(2), "Secret"), 1, span(8, 14)), of_claim);
                let mut other = record(person(2), vec![citing]);
                other.access = of_record;
                let open = in_item(name(person(1), "Open"), 1, span(0, 4));
                let edition = compile(
                    draft(
                        vec![record(person(1), vec![open]), other],
                        Vec::new(),
                        vec![item(1, Access::Public, Some("Open and Secret"))],
                    ),
                    &Policy::new(audience),
                );
                let needed = of_claim.max(of_record);
                let card = &edition.items[0];
                let words = match &subject(&edition, person(1)).facts[0].citations[0].locator {
                    Some(ShownLocator::Text(0, 4, words)) => words.clone(),
                    other => panic!("{other:?}"),
                };
                if needed > audience.sees() {
                    assert_eq!(card.content, Content::Withheld(reason(needed)));
                    assert_eq!(card.file, None);
                    // Not even the words of an open claim: a text that names somebody twice would give the name away, and
                    // spans that lose their words would show where the hidden passage stands.
                    assert_eq!(words, None);
                } else {
                    assert_eq!(card.content, Content::Text("Open and Secret".to_owned()));
                    assert_eq!(card.file.as_ref().map(|file| file.size), Some(1_001));
                    assert_eq!(words.as_deref(), Some("Open"));
                }
                assert_eq!(card.title.as_deref(), Some("Item 1"));
            }
        }
    }
}

#[test]
fn of_several_reasons_the_most_closed_one_is_told() {
    let citing = |property, access| {
        closed(
            in_item(claim(person(1), property, text("x")), 1, None),
            access,
        )
    };
    let reports = [1, 2].map(|number| Voice {
        role: VoiceRole::ReportedBy,
        who: Who::Source(SourceId::from_bits(number)),
    });
    let voices = with(name(person(1), "Name"), |claim| {
        claim.attribution = reports.to_vec();
    });
    for first in [Access::Restricted, Access::Confidential] {
        let second = if first == Access::Restricted {
            Access::Confidential
        } else {
            Access::Restricted
        };
        let edition = public(draft(
            vec![record(
                person(1),
                vec![
                    voices.clone(),
                    citing("prison", first),
                    citing("city", second),
                ],
            )],
            vec![source(1, first), source(2, second)],
            vec![item(1, Access::Public, Some("text"))],
        ));
        assert_eq!(
            edition.items[0].content,
            Content::Withheld(Reason::Confidential)
        );
        let cited = &facts(subject(&edition, person(1)), "name")[0].citations[0];
        assert_eq!(cited.withheld, Some(Reason::Confidential));
    }
}

#[test]
fn an_erased_item_is_known_by_its_tombstone() {
    let mut gone = item(1, Access::Public, Some("gone"));
    gone.erased = true;
    for audience in AUDIENCES {
        let edition = compile(
            draft(Vec::new(), Vec::new(), vec![gone.clone()]),
            &Policy::new(audience),
        );
        assert_eq!(edition.items[0].content, Content::Withheld(Reason::Erased));
        assert_eq!(edition.items[0].file, None);
    }
}

#[test]
fn what_an_item_holds_is_shown_as_text_or_table_or_not_at_all() {
    let mut table = item(2, Access::Public, None);
    table.table = Some(vec![vec!["header".to_owned()]]);
    let edition = public(draft(
        Vec::new(),
        Vec::new(),
        vec![
            table,
            item(1, Access::Public, Some("text")),
            item(3, Access::Public, None),
        ],
    ));
    let contents: Vec<_> = edition.items.into_iter().map(|item| item.content).collect();
    assert_eq!(
        contents,
        vec![
            Content::Text("text".to_owned()),
            Content::Table(vec![vec!["header".to_owned()]]),
            Content::None
        ]
    );
}

#[test]
fn an_item_from_a_hidden_source_does_not_tell_whence_it_came() {
    let mut from = item(1, Access::Public, None);
    from.item.obtained_from = Some(SourceId::from_bits(1));
    from.item.custody = vec![CustodyEvent {
        time: Timestamp(1_567_209_599),
        action: term("received"),
        by: "the archive".to_owned(),
        note: Some("from them".to_owned()),
    }];
    let table = [
        (Some(Access::Public), "downloaded", Some("from them"), None),
        (Some(Access::Restricted), "", None, Some(Reason::Restricted)),
        (None, "downloaded", Some("from them"), Some(Reason::Missing)),
    ];
    for (access, how, note, withheld) in table {
        let sources = access.map(|access| source(1, access)).into_iter().collect();
        let edition = public(draft(Vec::new(), sources, vec![from.clone()]));
        let card = &edition.items[0];
        assert_eq!(card.obtained_how, how);
        assert_eq!(card.obtained_from.is_some(), withheld.is_none());
        assert_eq!(card.origin_withheld, withheld);
        let (day, action, by, shown) = &card.custody[0];
        assert_eq!(
            (day.as_str(), action.as_str(), by.as_str(), shown.as_deref()),
            ("2019-08-30", "received", "the archive", note)
        );
    }
}

#[test]
fn equal_claims_are_one_fact_with_citations_by_source_and_place() {
    let at = |number, place: &str| {
        with(
            by_source(claim(person(1), "died", date("1988-08")), number),
            |claim| {
                claim.citation.place_in_source = Some(place.to_owned());
            },
        )
    };
    let unsourced = claim(person(1), "died", date("1988-08"));
    let narrower = narrowed(at(1, "no. 1"), "scope", text("as one list has it"));
    let in_solar = claim(
        person(1),
        "died",
        Value::Date(StatedDate {
            stated: "1367-05".to_owned(),
            calendar: Calendar::SolarHijri,
        }),
    );
    let said = vec![
        unsourced.clone(),
        at(2, "no. 1"),
        narrower.clone(),
        at(1, "no. 9"),
        in_solar.clone(),
        at(1, "no. 1"),
    ];
    let edition = public(draft(
        vec![record(person(1), said)],
        vec![source(1, Access::Public), source(2, Access::Public)],
        Vec::new(),
    ));
    let facts = &subject(&edition, person(1)).facts;
    assert_eq!(facts.len(), 3);
    assert_eq!(facts[0].claims, vec![claim_id(&in_solar)]);
    assert_eq!(
        facts[1].claims,
        [at(1, "no. 1"), at(1, "no. 9"), at(2, "no. 1"), unsourced]
            .iter()
            .map(claim_id)
            .collect::<Vec<_>>()
    );
    let places: Vec<_> = (facts[1].citations.iter())
        .map(|cited| {
            (
                cited.source.map(SourceId::bits),
                cited.place_in_source.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        places,
        vec![
            (Some(1), Some("no. 1")),
            (Some(1), Some("no. 9")),
            (Some(2), Some("no. 1")),
            (None, None)
        ]
    );
    assert_eq!(facts[2].claims, vec![claim_id(&narrower)]);
    // The two calendars name overlapping days.
    assert!(facts.iter().all(|fact| !fact.disputed));
}

#[test]
fn facts_stand_in_the_order_of_the_vocabulary() {
    let said = ["unheard-of", "died", "zeta", "sex", "name"]
        .map(|property| claim(person(1), property, text("x")));
    let seen = one_person(said.to_vec());
    let order: Vec<_> = seen
        .facts
        .iter()
        .map(|fact| fact.property.as_str())
        .collect();
    assert_eq!(order, vec!["name", "sex", "died", "unheard-of", "zeta"]);
}

#[test]
fn facts_are_disputed_when_both_cannot_be_true() {
    let spot = |latitude, longitude, precision| position(latitude, longitude, precision);
    let record = |number| Value::Record(place(number));
    let solar = |stated: &str| {
        Value::Date(StatedDate {
            stated: stated.to_owned(),
            calendar: Calendar::SolarHijri,
        })
    };
    let table = [
        ("died", date("1988"), date("1988-08"), false),
        ("died", date("1988-07"), date("1988-08"), true),
        ("died", date("1988-07-27"), solar("1367-05-05"), false),
        ("died", date("1988-07-27"), solar("1367-05-06"), true),
        ("died", date("1988/.."), date("1987"), true),
        ("died", date("1988/.."), date("1999"), false),
        ("died", date("in summer"), date("1999"), false),
        (
            "age",
            number(Some(20), Some(22)),
            number(Some(22), None),
            false,
        ),
        (
            "age",
            number(Some(20), Some(22)),
            number(Some(23), None),
            true,
        ),
        (
            "age",
            number(None, Some(22)),
            number(Some(23), Some(24)),
            true,
        ),
        ("sex", a_term("male"), a_term("female"), true),
        (
            "father-name",
            text_in("en", "Ali"),
            text_in("en", "Reza"),
            true,
        ),
        (
            "father-name",
            text_in("en", "Ali"),
            text_in("fa", "علی"),
            false,
        ),
        ("father-name", text("Ali"), text_in("en", "Reza"), false),
        ("father-name", text("Ali"), text("ALI Reza"), false),
        ("father-name", text("Ali Reza"), text("Ali-Hassan"), true),
        ("place-of-death", text("Karaj"), record(2), false),
        ("place-of-death", record(2), record(3), true),
        // Both are hidden or missing: they cannot be told apart.
        ("place-of-death", record(8), record(9), false),
        ("place-of-death", record(2), record(9), false),
        // Many may be true.
        ("prison", record(2), record(3), false),
        ("name", text("one"), text("two"), false),
        (
            "location",
            spot(35_570_000, 51_620_000, Precision::Exact),
            spot(35_580_000, 51_620_000, Precision::Exact),
            false,
        ),
        (
            "location",
            spot(35_570_000, 51_620_000, Precision::Exact),
            spot(35_580_001, 51_620_000, Precision::Exact),
            true,
        ),
        (
            "location",
            spot(35_570_000, 51_620_000, Precision::Exact),
            spot(35_700_000, 51_400_000, Precision::City),
            false,
        ),
        (
            "location",
            spot(35_570_000, 51_620_000, Precision::City),
            spot(35_570_000, 53_620_000, Precision::City),
            true,
        ),
    ];
    let others = [2, 3, 8].map(|number| {
        let mut other = crate::drafts::record(place(number), vec![name(place(number), "Place")]);
        if number == 8 {
            other.access = Access::Confidential;
        }
        other
    });
    for (property, one, two, expected) in table {
        let case = format!("{property}: {one:?} and {two:?}");
        let mut records = others.to_vec();
        records.push(crate::drafts::record(
            person(1),
            vec![
                claim(person(1), property, one),
                claim(person(1), property, two),
            ],
        ));
        let edition = compile(
            draft(records, Vec::new(), Vec::new()),
            &Policy::new(Audience::Readers),
        );
        let said = facts(subject(&edition, person(1)), property);
        assert_eq!(said.len(), 2, "{case}");
        assert!(said.iter().all(|fact| fact.disputed == expected), "{case}");
    }
}

#[test]
fn a_hidden_value_disputes_nothing() {
    let seen = one_person(vec![
        claim(person(1), "died", date("1988")),
        closed(claim(person(1), "died", date("1990")), Access::Restricted),
    ]);
    assert!(!facts(&seen, "died")[0].disputed);
}

#[test]
fn names_most_cited_come_first_then_the_longest_then_by_text() {
    let called = |source, language, words| {
        by_source(claim(person(1), "name", text_in(language, words)), source)
    };
    let said = vec![
        called(1, "en", "Bb"),
        called(1, "en", "Ab"),
        called(1, "en", "Longest of all"),
        called(1, "fa", "نام"),
        called(2, "fa", "نام"),
        // The same name with and without a qualifier is one name, cited twice.
        narrowed(called(1, "fr", "Noms"), "scope", text("as printed")),
        called(2, "fr", "Noms"),
    ];
    let edition = public(draft(
        vec![record(person(1), said)],
        vec![source(1, Access::Public), source(2, Access::Public)],
        Vec::new(),
    ));
    let names = &subject(&edition, person(1)).names;
    let order: Vec<_> = names.iter().map(|name| name.text.as_str()).collect();
    assert_eq!(order, vec!["Noms", "نام", "Longest of all", "Ab", "Bb"]);
}

#[test]
fn a_reference_carries_the_first_name_in_each_language() {
    let called = |language, words| claim(place(2), "name", text_in(language, words));
    let edition = public(draft(
        vec![
            record(
                place(2),
                vec![
                    called("en", "Evin"),
                    called("en", "Evin Prison"),
                    called("fa", "اوین"),
                ],
            ),
            record(
                person(1),
                vec![voiced(
                    narrowed(
                        claim(person(1), "prison", Value::Record(place(2))),
                        "place",
                        Value::Record(place(2)),
                    ),
                    Voice {
                        role: VoiceRole::SaidBy,
                        who: Who::Record(place(2)),
                    },
                )],
            ),
        ],
        Vec::new(),
        Vec::new(),
    ));
    let fact = &subject(&edition, person(1)).facts[0];
    for value in [&fact.value, &fact.qualifiers[0].1] {
        let Shown::Record { id, names } = value else {
            panic!("{value:?}");
        };
        let names: Vec<_> = names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!((*id, names), (place(2), vec!["Evin Prison", "اوین"]));
    }
    let voice = &fact.citations[0].voices[0];
    assert_eq!(voice.record, Some(place(2)));
    assert_eq!(
        voice.name.as_ref().map(|name| name.text.as_str()),
        Some("Evin Prison")
    );
    assert_eq!(
        subject(&edition, place(2)).referred_by,
        vec![(term("prison"), person(1))]
    );
}

#[test]
fn sources_and_items_know_which_shown_facts_cite_them() {
    let page = |page| Some(Locator::Page { page, area: None });
    let said = |number, page| in_item(by_source(name(person(number), "Name"), 1), 1, page);
    let hidden = closed(said(3, page(9)), Access::Public);
    let mut hidden = record(person(3), vec![hidden]);
    hidden.access = Access::Confidential;
    let edition = compile(
        draft(
            vec![
                record(
                    person(2),
                    vec![said(2, page(4)), said(2, page(1)), said(2, None)],
                ),
                record(person(1), vec![said(1, page(2))]),
                hidden,
            ],
            vec![source(1, Access::Public), source(2, Access::Public)],
            vec![item(1, Access::Public, None)],
        ),
        &Policy::new(Audience::Public),
    );
    assert_eq!(edition.sources[0].cited_by, vec![person(1), person(2)]);
    assert_eq!(edition.sources[1].cited_by, Vec::new());
    assert_eq!(
        edition.items[0].cited_by,
        vec![
            (person(1), vec![ShownLocator::Page(2, None)]),
            (
                person(2),
                vec![ShownLocator::Page(1, None), ShownLocator::Page(4, None)]
            )
        ]
    );
}

#[test]
fn a_record_judged_the_same_is_reached_under_both_identifiers_unless_one_is_hidden() {
    let merged = |one: Access, two: Access| {
        let mut record = record(
            person(1),
            vec![
                closed(name(person(1), "One"), one),
                closed(name(person(2), "Two"), two),
            ],
        );
        record.also = vec![person(2)];
        let refers =
            [1, 2].map(|number| claim(statement(1), "speaker", Value::Record(person(number))));
        public(draft(
            vec![record, crate::drafts::record(statement(1), refers.to_vec())],
            Vec::new(),
            Vec::new(),
        ))
    };
    let speakers = |edition: &Edition| -> Vec<Option<RecordId>> {
        (subject(edition, statement(1)).facts.iter())
            .map(|fact| match &fact.value {
                Shown::Record { id, .. } => Some(*id),
                _ => None,
            })
            .collect()
    };
    let both = merged(Access::Public, Access::Public);
    assert_eq!(subject(&both, person(1)).also, vec![person(2)]);
    assert_eq!(speakers(&both), vec![Some(person(1))]);
    let first = merged(Access::Public, Access::Confidential);
    assert_eq!(subject(&first, person(1)).also, Vec::new());
    assert_eq!(speakers(&first), vec![Some(person(1)), None]);
    let second = merged(Access::Confidential, Access::Public);
    assert_eq!(subject(&second, person(2)).also, Vec::new());
    assert_eq!(speakers(&second), vec![Some(person(2)), None]);
    // Neither the name nor the identifier of the hidden one is left.
    assert!(!format!("{second:?}").contains(&person(1).to_string()));
}

#[test]
fn an_undecided_pair_is_shown_where_all_of_both_is_seen() {
    for access in ACCESSES {
        let one = record(
            person(1),
            vec![
                name(person(1), "One"),
                closed(claim(person(1), "father-name", text("F")), access),
            ],
        );
        let two = record(person(2), vec![name(person(2), "Two")]);
        let mut draft = draft(vec![one, two], Vec::new(), Vec::new());
        draft.open_pairs = vec![
            pair(person(2), person(1)),
            pair(person(1), person(2)),
            pair(person(1), person(1)),
            pair(person(1), person(9)),
        ];
        let edition = public(draft);
        let others = |id| -> Vec<RecordId> {
            let pairs = &subject(&edition, id).open_pairs;
            pairs.iter().map(|pair| pair.other).collect()
        };
        let open = access == Access::Public;
        let expected = |other| if open { vec![other] } else { Vec::new() };
        assert_eq!(others(person(1)), expected(person(2)));
        assert_eq!(others(person(2)), expected(person(1)));
    }
}

#[test]
fn a_position_is_blunt_for_the_public_and_exact_for_others() {
    let spot = Position::new(35_571_234, 51_628_765, Precision::Exact).unwrap();
    let table = [
        (Audience::Public, (35_570_000, 51_630_000, Precision::City)),
        (
            Audience::Readers,
            (35_571_234, 51_628_765, Precision::Exact),
        ),
        (
            Audience::Custodians,
            (35_571_234, 51_628_765, Precision::Exact),
        ),
    ];
    for (audience, (latitude, longitude, precision)) in table {
        let said = claim(place(1), "location", Value::Position(spot));
        let edition = compile(
            draft(
                vec![record(place(1), vec![said.clone()])],
                Vec::new(),
                Vec::new(),
            ),
            &Policy::new(audience),
        );
        let fact = &subject(&edition, place(1)).facts[0];
        let expected = Position::new(latitude, longitude, precision).unwrap();
        assert_eq!(fact.value, Shown::Position(expected));
        // The claim's own identifier would let somebody try all spots near the point until the hash fits.
        assert_eq!(fact.claims[0] == claim_id(&said), expected == spot);
    }
}

#[test]
fn dates_tell_days_two_calendars_and_how_sharp_they_are() {
    let table = [
        ("1988-07-27", DateShape::Day, Some(725_945), Some(725_945)),
        ("1988-07", DateShape::Month, Some(725_919), Some(725_949)),
        ("1988", DateShape::Year, Some(725_737), Some(726_102)),
        ("198X", DateShape::Blunt, Some(722_815), Some(726_467)),
        ("1988-07-XX", DateShape::Blunt, Some(725_919), Some(725_949)),
        (
            "1988/1988",
            DateShape::Interval,
            Some(725_737),
            Some(726_102),
        ),
        ("1988-07-27/..", DateShape::Interval, Some(725_945), None),
        ("27 July", DateShape::Words, None, None),
        ("1988-02-30", DateShape::Words, None, None),
    ];
    for (stated, shape, earliest, latest) in table {
        let seen = one_person(vec![claim(person(1), "died", date(stated))]);
        let Shown::Date(shown) = &seen.facts[0].value else {
            panic!("not a date");
        };
        assert_eq!(shown.stated, stated);
        assert_eq!(shown.shape, shape, "{stated}");
        assert_eq!(shown.problem, shape == DateShape::Words, "{stated}");
        let days = (shown.earliest, shown.latest);
        assert_eq!(days, (earliest.map(Day), latest.map(Day)), "{stated}");
    }
    let seen = one_person(vec![claim(person(1), "died", date("1988-07-27~"))]);
    let Shown::Date(shown) = &seen.facts[0].value else {
        panic!("not a date");
    };
    assert!(shown.approximate && !shown.uncertain);
    let civil = |day: Option<model::date::CivilDay>| day.map(|day| (day.year, day.month, day.day));
    assert_eq!(civil(shown.gregorian.0), Some((1988, 7, 27)));
    assert_eq!(civil(shown.solar_hijri.1), Some((1367, 5, 5)));
}

/// A draft with a record for each room, and some for none.
fn furnished() -> Draft {
    let kind = |id, property, word| claim(id, property, a_term(word));
    let on = |id, stated| claim(id, "date", date(stated));
    let at = |id, place| claim(id, "order", number(Some(place), Some(place)));
    let records = vec![
        vec![kind(person(2), "listed-as", "victim")],
        vec![kind(person(1), "listed-as", "victim")],
        vec![
            closed(kind(person(3), "listed-as", "victim"), Access::Restricted),
            claim(person(3), "commission-role", text("judge")),
        ],
        vec![kind(place(1), "place-kind", "mass-grave")],
        vec![kind(place(2), "place-kind", "prison")],
        vec![kind(place(3), "place-kind", "suspected-site")],
        vec![kind(statement(1), "statement-kind", "remark")],
        vec![
            kind(statement(2), "statement-kind", "remark"),
            on(statement(2), "1990"),
        ],
        vec![
            kind(statement(3), "statement-kind", "decree"),
            on(statement(3), "1988"),
        ],
        vec![kind(statement(4), "statement-kind", "demand")],
        vec![
            kind(event(1), "event-kind", "programme-item"),
            at(event(1), 2),
            on(event(1), "2019"),
        ],
        vec![
            kind(event(2), "event-kind", "programme-item"),
            at(event(2), 1),
        ],
        vec![kind(event(3), "event-kind", "programme-item")],
        vec![
            kind(event(4), "event-kind", "conference"),
            on(event(4), "2019"),
        ],
        vec![
            on(event(5), "1988"),
            claim(event(5), "toll", number(Some(30_000), None)),
        ],
        vec![kind(event(6), "event-kind", "ceremony")],
    ];
    let records = records
        .into_iter()
        .map(|claims| record(claims[0].about, claims))
        .collect();
    draft(records, Vec::new(), Vec::new())
}

#[test]
fn rooms_hold_what_is_shown_to_belong_there_in_their_order() {
    let edition = public(furnished());
    let table: [(&str, Vec<RecordId>); 12] = [
        ("people", vec![person(1), person(2)]),
        ("graves", vec![place(1), place(3)]),
        ("documents", Vec::new()),
        ("remarks", vec![statement(3), statement(2), statement(1)]),
        ("commission", vec![person(3)]),
        ("tolls", vec![event(5)]),
        ("timeline", vec![event(5), event(4)]),
        ("book", Vec::new()),
        ("programme", vec![event(2), event(1), event(3)]),
        ("demands", vec![statement(4)]),
        ("press", Vec::new()),
        ("about", Vec::new()),
    ];
    assert_eq!(edition.rooms.len(), table.len());
    for ((place, (name, members)), room) in (1..).zip(table).zip(&edition.rooms) {
        assert_eq!((room.number, room.room.as_str()), (place, name));
        assert_eq!(room.members, members, "{name}");
    }
}

#[test]
fn the_curator_s_rooms_stand_in_the_curator_s_order() {
    let room = |word| RoomText {
        room: term(word),
        title: Localized::default(),
        introduction: Localized::default(),
    };
    let mut draft = furnished();
    draft.arrangement = Arrangement {
        rooms: vec![room("tolls"), room("people"), room("unheard-of")],
        ..Arrangement::default()
    };
    let rooms = public(draft).rooms;
    let order: Vec<_> = (rooms.iter())
        .map(|room| (room.number, room.room.as_str(), room.members.len()))
        .collect();
    assert_eq!(
        order,
        vec![(1, "tolls", 1), (2, "people", 2), (3, "unheard-of", 0)]
    );
}

#[test]
fn what_is_referred_to_and_not_there_is_missing_and_breaks_nothing() {
    let said = voiced(
        by_source(
            in_item(
                claim(person(1), "prison", Value::Record(place(9))),
                99,
                Some(Locator::Text {
                    start: 5,
                    end: u64::MAX,
                }),
            ),
            9,
        ),
        Voice {
            role: VoiceRole::SaidBy,
            who: Who::Record(person(9)),
        },
    );
    let said = with(said, |claim| {
        claim.citation.place_in_source = Some("page 1".to_owned());
        claim.certainty.note = Some("so they say".to_owned());
    });
    let mut draft = draft(vec![record(person(1), vec![said])], Vec::new(), Vec::new());
    draft.open_pairs = vec![pair(person(1), person(9)), pair(person(8), person(9))];
    draft.arrangement.outlines = vec![EvidenceNumber(98)];
    draft.outlines = vec![Vec::new(), vec![vec![(1.0, 2.0)]]];
    for audience in AUDIENCES {
        let edition = compile(draft.clone(), &Policy::new(audience));
        let fact = &subject(&edition, person(1)).facts[0];
        assert_eq!(fact.value, Shown::Withheld(Reason::Missing));
        let Cited {
            source,
            place_in_source,
            item,
            locator,
            certainty_note,
            withheld,
            ..
        } = &fact.citations[0];
        assert_eq!((source, item, locator), (&None, &None, &None));
        assert_eq!(*withheld, Some(Reason::Missing));
        // Nothing is hidden, so what is known stays.
        assert_eq!(place_in_source.as_deref(), Some("page 1"));
        assert_eq!(certainty_note.as_deref(), Some("so they say"));
        assert!(edition.outlines.is_empty());
    }
}

#[test]
fn map_layers_are_drawn_when_their_item_may_be_read() {
    let layer = |number: f32| vec![vec![(number, number)]];
    let mut draft = draft(
        Vec::new(),
        Vec::new(),
        vec![
            item(1, Access::Public, None),
            item(2, Access::Restricted, None),
        ],
    );
    draft.arrangement.outlines = vec![EvidenceNumber(1), EvidenceNumber(2)];
    draft.outlines = vec![layer(1.0), layer(2.0)];
    assert_eq!(public(draft.clone()).outlines, vec![layer(1.0)]);
    // Which layer is whose cannot be told.
    draft.outlines = vec![layer(2.0)];
    assert!(public(draft.clone()).outlines.is_empty());
    draft.arrangement.outlines.pop();
    draft.outlines = vec![layer(1.0), layer(3.0)];
    assert_eq!(public(draft).outlines.len(), 2);
}

#[test]
fn the_day_of_the_newest_entry_is_a_day_in_utc() {
    let table = [
        (None, ""),
        (Some(0), "1970-01-01"),
        (Some(-1), "1969-12-31"),
        (Some(1_567_209_599), "2019-08-30"),
        (Some(1_567_209_600), "2019-08-31"),
        (Some(1_709_164_800), "2024-02-29"),
    ];
    for (seconds, day) in table {
        let draft = Draft {
            as_of: seconds.map(Timestamp),
            ..Draft::default()
        };
        assert_eq!(public(draft).as_of, day);
    }
}

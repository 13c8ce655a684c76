//! What is found in sentences made for it, kind by kind and language by language.

use super::{Known, Report, edtf, read};
use crate::{
    limits::Limits,
    reading::{EntityKind, FlagCode, Modifier, Norm},
};

fn report(text: &str, language: &str) -> Report {
    let known = Known {
        language: Some(language),
        // A Saturday.
        published: Some(model::date::CivilDay {
            year: 2019,
            month: 8,
            day: 31,
        }),
        titled: true,
    };
    read(text, &known, &Limits::default())
}

/// Language, sentence, and what is found in it as text and norm.
type Sentence<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

/// Text, speaker, the fragment around it, the fragment before it.
type Spoken<T> = (T, Option<T>, Option<usize>, Option<usize>);

/// Every one of a kind, as text and norm.
fn found(language: &str, text: &str, kind: EntityKind) -> Vec<(String, String)> {
    report(text, language)
        .entities
        .into_iter()
        .filter(|entity| entity.kind == kind)
        .map(|entity| {
            let norm = match entity.norm {
                Some(Norm::Date(date)) => date,
                Some(Norm::Name(name)) => name,
                Some(Norm::Count { low, high }) => {
                    let bound =
                        |bound: Option<u64>| bound.map_or("..".to_owned(), |b| b.to_string());
                    let modifier = entity.modifier.map_or("", Modifier::as_str);
                    format!("{modifier} {}-{}", bound(low), bound(high))
                }
                None => entity.of.unwrap_or_default(),
            };
            (entity.text, norm)
        })
        .collect()
}

#[track_caller]
fn check(kind: EntityKind, cases: &[Sentence<'_>]) {
    for (language, text, expected) in cases {
        let expected: Vec<(String, String)> = expected
            .iter()
            .map(|(text, norm)| ((*text).to_owned(), (*norm).to_owned()))
            .collect();
        assert_eq!(found(language, text, kind), expected, "{text}");
    }
}

#[test]
fn dates_are_resolved_against_the_day_of_the_report() {
    check(
        EntityKind::Date,
        &[
            (
                "en",
                "It was on 27 July 1988.",
                &[("27 July 1988", "1988-07-27")],
            ),
            (
                "en",
                "On the 3rd of May, 1999 it rained.",
                &[("3rd of May, 1999", "1999-05-03")],
            ),
            (
                "en",
                "They met on Friday, August 30.",
                &[("Friday, August 30", "2019-08-30")],
            ),
            (
                "en",
                "They met on Saturday and yesterday.",
                &[("Saturday", "2019-08-31"), ("yesterday", "2019-08-30")],
            ),
            (
                "en",
                "It closed last Saturday.",
                &[("last Saturday", "2019-08-24")],
            ),
            (
                "en",
                "Since last year, and next month.",
                &[("last year", "2018"), ("next month", "2019-09")],
            ),
            (
                "en",
                "In July they came; in December too.",
                &[("July", "2019-07"), ("December", "2019-12")],
            ),
            (
                "en",
                "In the 1980s and in autumn 1988.",
                &[("1980s", "198X"), ("autumn 1988", "1988-23")],
            ),
            (
                "en",
                "You may march. May 1988 was calm.",
                &[("May 1988", "1988-05")],
            ),
            (
                "en",
                "Dated 2019-08-30 and 13/02/1989.",
                &[("2019-08-30", "2019-08-30"), ("13/02/1989", "1989-02-13")],
            ),
            ("en", "It is 02/03/1989 here.", &[("02/03/1989", "1989")]),
            ("en", "Over 2000 prisoners sat in room 1988.", &[]),
            (
                "en",
                "In Mordad 1367, it says.",
                &[("Mordad 1367", "1988-07-23/1988-08-22")],
            ),
            (
                "fr",
                "Le 31 août 2019, puis hier et samedi dernier.",
                &[
                    ("31 août 2019", "2019-08-31"),
                    ("hier", "2019-08-30"),
                    ("samedi dernier", "2019-08-24"),
                ],
            ),
            (
                "fr",
                "Pendant l'été 1988 et en mars 1989.",
                &[("été 1988", "1988-22"), ("mars 1989", "1989-03")],
            ),
            (
                "fa",
                "در ۱۴ آبان ۱۳۹۸ و روز شنبه",
                &[("۱۴ آبان ۱۳۹۸", "2019-11-05"), ("شنبه", "2019-08-31")],
            ),
            (
                "fa",
                "تابستان ۱۳۶۷ و سال ۱۳۶۸",
                &[
                    ("تابستان ۱۳۶۷", "1988-06-22/1988-09-22"),
                    ("۱۳۶۸", "1989-03-21/1990-03-20"),
                ],
            ),
            (
                "ar",
                "في صيف 1988 وفي 30 أغسطس 2019 أمس",
                &[
                    ("صيف 1988", "1988-22"),
                    ("30 أغسطس 2019", "2019-08-30"),
                    ("أمس", "2019-08-30"),
                ],
            ),
        ],
    );
}

#[test]
fn counts_have_bounds_and_ages_and_durations_are_none() {
    check(
        EntityKind::Count,
        &[
            (
                "en",
                "It names over 30,000 prisoners.",
                &[("30,000", "over 30000-..")],
            ),
            (
                "en",
                "No fewer than 45 men and nearly two hundred women.",
                &[("45", "at_least 45-.."), ("two hundred", "nearly ..-200")],
            ),
            (
                "en",
                "Between 4,000 and 5,000 people, or 6,000\u{2013}7,000 dead.",
                &[
                    ("4,000 and 5,000", "between 4000-5000"),
                    ("6,000\u{2013}7,000", "between 6000-7000"),
                ],
            ),
            (
                "en",
                "Twenty-five people came, a hundred or so people left.",
                &[
                    ("Twenty-five", "exact 25-25"),
                    ("a hundred", "about 100-100"),
                ],
            ),
            (
                "en",
                "Dozens wept; hundreds of thousands fled.",
                &[
                    ("Dozens", "dozens 24-.."),
                    ("hundreds of thousands", "thousands 200000-.."),
                ],
            ),
            (
                "en",
                "She was aged 28, after 31 years and 3 months, one by one, on page 12.",
                &[],
            ),
            (
                "en",
                "About 1.5 million people and 30 thousand names.",
                &[
                    ("1.5 million", "about 1500000-1500000"),
                    ("30 thousand", "exact 30000-30000"),
                ],
            ),
            (
                "fr",
                "Plus de 30 000 prisonniers, une trentaine de noms, près de 4\u{202f}482 morts.",
                &[
                    ("30 000", "over 30000-.."),
                    ("trentaine", "about 30-30"),
                    ("4\u{202f}482", "nearly ..-4482"),
                ],
            ),
            (
                "fa",
                "بیش از سی هزار زندانی و نزدیک به ۵۰۰ نفر",
                &[("سی هزار", "over 30000-.."), ("۵۰۰", "nearly ..-500")],
            ),
            (
                "ar",
                "أكثر من 30000 سجين ونحو ٥٠٠ شخص",
                &[("30000", "over 30000-.."), ("٥٠٠", "exact 500-500")],
            ),
        ],
    );
}

#[test]
fn people_are_found_without_their_honorifics() {
    check(
        EntityKind::Person,
        &[
            (
                "en",
                "Dr. Jane Porter met Mrs. Hope. Later Porter left.",
                &[
                    ("Jane Porter", "jane porter"),
                    ("Hope", "hope"),
                    ("Porter", "jane porter"),
                ],
            ),
            ("en", "The Supreme Council met in May. Hope remains.", &[]),
            (
                "en",
                "Ayatollah Hossein-Ali Montazeri wrote; J. B. Smith answered.",
                &[
                    ("Hossein-Ali Montazeri", "hossein ali montazeri"),
                    ("J. B. Smith", "j b smith"),
                ],
            ),
            (
                "fr",
                "Selon Me Claire Dubois, avocate, et le maire Jean-François Legaret.",
                &[
                    ("Claire Dubois", "claire dubois"),
                    ("Jean-François Legaret", "jean françois legaret"),
                ],
            ),
            (
                "fa",
                "مریم رجوی و آقای حسینعلی منتظری گفتند",
                &[
                    ("مریم رجوی", "مریم رجوی"),
                    ("حسینعلی منتظری", "حسینعلی منتظری"),
                ],
            ),
            (
                "ar",
                "وقالت مريم رجوي ثم غادرت",
                &[("مريم رجوي", "مریم رجوی")],
            ),
        ],
    );
}

#[test]
fn organisations_and_places_are_told_apart() {
    check(
        EntityKind::Organization,
        &[
            (
                "en",
                "The Committee for Human Rights in Iran and the UN met.",
                &[
                    ("Committee for Human Rights", "committee for human rights"),
                    ("UN", "un"),
                ],
            ),
            ("en", "ALL WORDS IN CAPITALS ARE NO NAMES here", &[]),
            (
                "fr",
                "Le Conseil national de la Résistance et Amnesty International.",
                &[
                    (
                        "Conseil national de la Résistance",
                        "conseil national de la résistance",
                    ),
                    ("Amnesty International", "amnesty international"),
                ],
            ),
            (
                "fa",
                "سازمان ملل متحد در ژنو",
                &[("سازمان ملل متحد", "سازمان ملل متحد")],
            ),
        ],
    );
    check(
        EntityKind::Place,
        &[
            (
                "en",
                "From Evin Prison in Tehran to New York and the US.",
                &[
                    ("Evin Prison", "evin prison"),
                    ("Tehran", "tehran"),
                    ("New York", "new york"),
                    ("US", "us"),
                ],
            ),
            (
                "ar",
                "في باريس وبطهران",
                &[("باريس", "باریس"), ("طهران", "طهران")],
            ),
        ],
    );
}

#[test]
fn roles_are_whole_phrases_and_belong_to_somebody() {
    check(
        EntityKind::Role,
        &[
            (
                "en",
                "Former deputy judge Ali Razini left.",
                &[("Former deputy judge", "Ali Razini")],
            ),
            (
                "en",
                "Shadi Sadr, a lawyer and co-founder of Justice for Iran, spoke.",
                &[("lawyer and co-founder of Justice for Iran", "Shadi Sadr")],
            ),
            ("en", "Ali Razini, Hassan Nouri and others left.", &[]),
            ("en", "Rouhani's Minister of Justice left.", &[]),
        ],
    );
}

/// Fragments with speaker and the fragment around them.
fn quoted(language: &str, text: &str) -> Vec<Spoken<String>> {
    report(text, language)
        .quotes
        .into_iter()
        .map(|quote| (quote.text, quote.speaker, quote.inside, quote.continues))
        .collect()
}

#[track_caller]
fn speech(language: &str, text: &str, expected: &[Spoken<&str>]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(text, speaker, inside, continues)| {
            (
                (*text).to_owned(),
                speaker.map(str::to_owned),
                *inside,
                *continues,
            )
        })
        .collect();
    assert_eq!(quoted(language, text), expected, "{text}");
}

#[test]
fn speakers_stand_before_after_or_in_between() {
    speech(
        "en",
        "“We want it all now,” said Jane Porter.",
        &[("We want it all now,", Some("Jane Porter"), None, None)],
    );
    speech(
        "en",
        "Jane Porter said: “Never again.”",
        &[("Never again.", Some("Jane Porter"), None, None)],
    );
    speech(
        "en",
        "“We came,” Jane Porter said, “and we stay here.”",
        &[
            ("We came,", Some("Jane Porter"), None, None),
            ("and we stay here.", Some("Jane Porter"), None, Some(0)),
        ],
    );
    speech(
        "en",
        "Jane Porter told them they could stay. \"We want the truth,\" she said.",
        &[("We want the truth,", Some("Jane Porter"), None, None)],
    );
    speech(
        "en",
        "“Nobody knows who said this here.”",
        &[("Nobody knows who said this here.", None, None, None)],
    );
    speech(
        "fr",
        "« Nous restons ici », a déclaré Claire Dubois.",
        &[("Nous restons ici", Some("Claire Dubois"), None, None)],
    );
    speech(
        "fa",
        "مریم رجوی گفت: «ما هرگز فراموش نمی‌کنیم».",
        &[("ما هرگز فراموش نمی‌کنیم", Some("مریم رجوی"), None, None)],
    );
    speech(
        "ar",
        "وقالت مريم رجوي: «لن ننسى أبدا».",
        &[("لن ننسى أبدا", Some("مريم رجوي"), None, None)],
    );
}

#[test]
fn quotations_are_nested_and_continued() {
    speech(
        "en",
        "“Jane Porter said, ‘We won’t leave the mothers’ house.’ And she stayed,” Ali Razini wrote.",
        &[
            (
                "Jane Porter said, ‘We won’t leave the mothers’ house.’ And she stayed,",
                Some("Ali Razini"),
                None,
                None,
            ),
            (
                "We won’t leave the mothers’ house.",
                Some("Jane Porter"),
                Some(0),
                None,
            ),
        ],
    );
    speech(
        "en",
        "“First part,” Jane Porter said. “It goes on.\n\n“And ends.”\n\nNobody spoke.",
        &[
            ("First part,", Some("Jane Porter"), None, None),
            ("It goes on.", Some("Jane Porter"), None, Some(0)),
            ("And ends.", Some("Jane Porter"), None, Some(1)),
        ],
    );
}

#[test]
fn an_unclosed_quotation_ends_with_its_paragraph() {
    let report = report(
        "Jane Porter said: “It never ends.\n\nOther words follow here.",
        "en",
    );
    assert_eq!(report.quotes.len(), 1);
    assert_eq!(report.quotes[0].text, "It never ends.");
    assert_eq!(report.flags[0].code, FlagCode::UnclosedQuotation);
}

#[test]
fn datelines_come_in_many_forms() {
    for (text, language, place, date) in [
        (
            "Paris, August 31, 2019\u{2013}A report.",
            "en",
            "Paris",
            Some("2019-08-31"),
        ),
        (
            "GENEVA, Sept 3 (Agency) \u{2013} A report.",
            "en",
            "GENEVA",
            None,
        ),
        (
            "Brussels | 26 October 2019\nA report.",
            "en",
            "Brussels",
            Some("2019-10-26"),
        ),
        (
            "Paris, le 31 août 2019 \u{2013} Un rapport.",
            "fr",
            "Paris",
            Some("2019-08-31"),
        ),
        (
            "تهران \u{2013} ۱۴ آبان ۱۳۹۸ \u{2013} گزارش",
            "fa",
            "تهران",
            Some("2019-11-05"),
        ),
    ] {
        let dateline = report(text, language)
            .dateline
            .unwrap_or_else(|| panic!("{text}"));
        assert_eq!(dateline.place.as_deref(), Some(place), "{text}");
        assert_eq!(dateline.date.as_deref(), date, "{text}");
    }
    assert_eq!(
        report("It was in Paris, on 31 August 2019, that they met.", "en").dateline,
        None
    );
}

#[test]
fn lines_that_are_not_the_report_are_set_apart() {
    let report = report(
        "300x250\nShare this\nRead also: Ali Razini\nPhoto: Jane Porter\nWords of the report.",
        "en",
    );
    let flags: Vec<FlagCode> = report.flags.iter().map(|flag| flag.code).collect();
    assert_eq!(
        flags,
        [
            FlagCode::AdvertisingSlot,
            FlagCode::ShareLine,
            FlagCode::ReadAlso,
            FlagCode::Credit
        ]
    );
    let named: Vec<&str> = report
        .entities
        .iter()
        .map(|entity| entity.text.as_str())
        .collect();
    assert_eq!(named, ["Jane Porter"]);
}

#[test]
fn the_language_is_told_from_frequent_words() {
    for (text, language) in [
        ("The people of the town", Some("en")),
        ("Les gens de la ville", Some("fr")),
        ("این مردم از شهر به خانه", Some("fa")),
        ("هذا من أهل المدينة التي", Some("ar")),
        ("Qwrt zxcv", None),
    ] {
        let found = read(text, &Known::default(), &Limits::default()).language;
        assert_eq!(found.as_deref(), language, "{text}");
    }
}

#[test]
fn days_are_written_as_edtf() {
    let day = model::date::CivilDay {
        year: 988,
        month: 1,
        day: 2,
    };
    assert_eq!(edtf(day), "0988-01-02");
}

//! The rooms: sites over time, remarks and events by list, places of commissions, demands with what became of them, pages about
//! the exhibition.

use model::id::RecordKind;
use scraper::{Html, Selector};

use crate::{
    files::{page, public},
    invented::{self, date, draft, id, record, say, text},
};

/// The words of the elements that a selector finds, in order.
fn words(page: &str, selector: &str) -> Vec<String> {
    Html::parse_document(page)
        .select(&Selector::parse(selector).expect("a selector"))
        .map(|element| {
            let words: Vec<&str> = element.text().collect();
            words.concat().trim().to_owned()
        })
        .collect()
}

#[test]
fn the_state_of_a_site_stands_in_the_order_of_its_dates() {
    let files = public(draft(12));
    let site = page(
        &files,
        &format!("en/graves/{}.html", id(RecordKind::Place, 1)),
    )
    .to_owned();
    let state = words(&site, "section[aria-labelledby=state] td:nth-child(2)");
    let order = [
        "said to be built over; invented",
        "fenced; invented",
        "levelled and planted over; invented",
    ];
    assert_eq!(state, order, "the first has the date of its source, 1971");
    let when = words(&site, "section[aria-labelledby=state] td:first-child");
    assert!(when[0].starts_with("in a source of 1971"), "{when:?}");
    assert!(when[1].starts_with("April 1985"), "{when:?}");
    let threats = words(&site, "section[aria-labelledby=threats] td:nth-child(2)");
    assert_eq!(threats, ["an invented road is planned across it"]);
    for words in [
        "true to length along",
        "Borders are those of today",
        "moved to a grid",
    ] {
        assert!(site.contains(words), "{words}");
    }
}

#[test]
fn where_nobody_is_named_at_any_site_there_is_no_column_of_noughts() {
    let files = public(draft(2));
    let index = page(&files, "en/graves/index.html");
    let heads = words(index, "thead th");
    assert!(!heads.is_empty() && !heads.iter().any(|head| head.contains("buried")));
}

#[test]
fn who_is_said_to_lie_at_a_site_stands_there_with_how_sure_it_is() {
    let files = public(draft(12));
    let site = page(
        &files,
        &format!("en/graves/{}.html", id(RecordKind::Place, 1)),
    );
    let rows = words(site, "section[aria-labelledby=buried] tbody tr");
    assert_eq!(rows.len(), 2, "of twelve, the fourth and the eleventh");
    assert!(rows.iter().all(|row| row.contains("alleged by the source")));
    let index = page(&files, "en/graves/index.html");
    let counts = words(index, "tbody td:last-child");
    assert_eq!(counts.iter().filter(|count| *count == "2").count(), 1);
    assert_eq!(counts.iter().filter(|count| *count == "–").count(), 5);
    let other = page(
        &files,
        &format!("en/graves/{}.html", id(RecordKind::Place, 2)),
    );
    assert!(
        !other.contains("id=\"buried\""),
        "nobody is said to lie there"
    );
}

#[test]
fn an_area_is_drawn_to_scale_and_the_legend_says_how_large() {
    let files = public(draft(3));
    let map = page(&files, "en/graves/map.svg");
    let radius: f64 = map
        .split("stroke-dasharray=\"4 3\"")
        .next()
        .and_then(|before| before.rsplit(" r=\"").next())
        .and_then(|after| after.split('"').next())
        .and_then(|number| number.parse().ok())
        .expect("a circle of an area");
    // The invented island with its margin is 4.58 degrees wide; at 41 degrees south a degree is 83.9 km: 1000 units are 384 km.
    assert!((70.0..86.0).contains(&radius), "{radius}");
    assert!(page(&files, "en/graves/index.html").contains("with a radius of 30 km"));
}

#[test]
fn remarks_are_listed_by_speaker_and_by_year() {
    let files = public(draft(3));
    let speakers = words(page(&files, "en/remarks/by-speaker.html"), "main h2");
    assert_eq!(speakers[0], "Mirtok Zanlor");
    let years = words(page(&files, "fa/remarks/by-year.html"), "main h2");
    assert_eq!(years[0], "۱۹۷۰");
    assert_eq!(
        words(page(&files, "en/remarks/by-year.html"), "main section li").len(),
        2
    );
}

#[test]
fn the_original_stands_before_its_translation_and_both_say_what_they_are() {
    let mut draft = draft(1);
    let about = id(RecordKind::Statement, 77);
    let words_in = |words: &str, tag: &str| {
        say(about, "words", text(words, tag), 4)
            .with("form", model::value::Value::Term(invented::term("quote")))
            .with("original-language", text("fa", ""))
    };
    draft.records.push(record(vec![
        say(
            about,
            "statement-kind",
            model::value::Value::Term(invented::term("remark")),
            4,
        ),
        words_in("invented words [...] (sic)", "en"),
        words_in("سخن ساختگی", "fa"),
    ]));
    let files = public(draft);
    let remark = page(&files, &format!("fr/remarks/{about}.html"));
    let original = remark.find("سخن ساختگی").expect("the original");
    let translation = remark
        .find("invented words [...] (sic)")
        .expect("as printed");
    assert!(original < translation);
    let forms = words(remark, "main p.form");
    assert_eq!(forms[0], "Mots en persan, l’original");
    assert!(forms[1].starts_with("Mots en anglais"), "{forms:?}");
    assert!(forms[1].ends_with("l’original est en persan"), "{forms:?}");
}

#[test]
fn each_place_of_a_commission_has_a_page_that_calls_it_alleged_first() {
    let files = public(draft(3));
    let places: Vec<&String> = files
        .keys()
        .filter(|path| path.starts_with("en/commission/") && !path.ends_with("index.html"))
        .collect();
    assert_eq!(places.len(), 2, "{places:?}");
    let harbour = places
        .iter()
        .find(|path| path.contains("/invented-harbour-"))
        .expect("a page of the harbour");
    let page = page(&files, harbour);
    let first = words(page, "main > :first-child");
    assert!(first[0].starts_with("Alleged:"), "{first:?}");
    let rows = words(page, "table.named tbody tr");
    assert_eq!(rows.len(), 2);
    assert!(
        rows.iter()
            .any(|row| row.contains("He says that the invented list is invented."))
    );
    assert!(
        rows.iter()
            .any(|row| row.contains("No answer of the person named is recorded here."))
    );
    assert!(
        rows.iter().any(|row| row.contains("An invented witness")),
        "named by"
    );
    for language in ["fr", "fa", "ar"] {
        assert!(files.contains_key(&harbour.replacen("en/", &format!("{language}/"), 1)));
    }
}

#[test]
fn events_stand_by_kind_and_by_year() {
    let files = public(draft(3));
    assert_eq!(
        words(page(&files, "en/timeline/kind-trial.html"), ".event h2"),
        ["Invented trial"]
    );
    assert_eq!(
        words(page(&files, "en/timeline/1970.html"), ".event h2"),
        ["Invented decree", "Invented events of the summer"]
    );
    assert!(
        page(&files, "en/timeline/index.html").contains("15 years without an entry")
            || page(&files, "en/timeline/index.html").contains("14 years without an entry")
    );
}

#[test]
fn a_demand_shows_its_answer_and_says_where_nothing_is_recorded() {
    let files = public(draft(3));
    let demands = page(&files, "en/demands/index.html");
    assert!(demands.contains("The invented assembly took note of it."));
    assert!(demands.contains("December 2019"));
    assert!(demands.contains("Nothing is recorded of how it stands today."));
}

#[test]
fn a_proceeding_stands_with_the_demand_it_deals_with() {
    let mut draft = draft(1);
    let about = id(RecordKind::Proceeding, 5);
    draft.records.push(record(vec![
        say(about, "name", text("Invented proceeding", "en"), 4),
        say(
            about,
            "deals-with",
            model::value::Value::Record(id(RecordKind::Statement, 3)),
            4,
        ),
        say(
            about,
            "state",
            text("closed without a result; invented", "en"),
            4,
        )
        .with("date", date("2021", model::date::Calendar::Gregorian)),
    ]));
    let files = public(draft);
    let demands = page(&files, "en/demands/index.html");
    assert_eq!(
        words(demands, "article dd a[href*=proceedings]"),
        ["Invented proceeding"]
    );
    assert!(
        words(demands, "section[aria-labelledby=proceedings] li")[0]
            .contains("closed without a result")
    );
}

#[test]
fn no_estimate_is_made_up() {
    let files = public(draft(3));
    for (language, title) in [
        ("en", "Estimate"),
        ("fr", "Estimation"),
        ("fa", "برآورد"),
        ("ar", "التقدير"),
    ] {
        let tolls = page(&files, &format!("{language}/tolls/index.html"));
        let estimate = words(tolls, "section[aria-labelledby=estimate]");
        assert!(estimate[0].starts_with(title), "{estimate:?}");
        assert!(!estimate[0].chars().any(char::is_numeric), "{estimate:?}");
    }
}

#[test]
fn the_pages_about_the_exhibition_stand_in_every_language_and_are_linked() {
    let files = public(draft(3));
    for language in ["en", "fr", "fa", "ar"] {
        let index = page(&files, &format!("{language}/about/index.html"));
        for name in [
            "method",
            "sources",
            "glossary",
            "corrections",
            "content",
            "privacy",
            "accessibility",
            "check",
        ] {
            let path = format!("{language}/about/{name}.html");
            assert!(files.contains_key(&path), "{path}");
            assert!(
                index.contains(&format!("about/{name}.html\"")),
                "{path} is not linked"
            );
        }
    }
    let glossary = page(&files, "fa/about/glossary.html");
    let claim = words(glossary, "#gloss-claim dt");
    assert_eq!(claim, ["ادعاclaim · assertion · ادعاء"]);
    let check = page(&files, "en/about/check.html");
    assert!(check.contains(&"0123456789abcdef".repeat(4)) && check.contains("12,345"));
    assert!(page(&files, "en/about/corrections.html").contains("corrections@invented.example"));
    let person = words(page(&files, "en/index.html"), "footer a");
    assert!(person.len() >= 4, "{person:?}");
}

#[test]
fn a_translation_of_a_text_stands_for_it_only_in_its_language() {
    let mut draft = draft(1);
    let about = id(RecordKind::Event, 99);
    let described =
        |words: &str, tag: &str| say(about, "described-as", text(words, tag), 5).at("row 9");
    draft.records.push(record(vec![
        say(about, "name", text("Invented matter", "en"), 5),
        described("invented words that describe it", "en"),
        described("mots inventés qui la décrivent", "fr"),
        say(about, "described-as", text("of another source", "en"), 4),
    ]));
    let files = public(draft);
    let on = |language: &str| page(&files, &format!("{language}/events/{about}.html")).to_owned();
    assert!(on("fr").contains("mots inventés") && !on("fr").contains("invented words that"));
    assert!(
        on("fr").contains("of another source"),
        "nothing stands for it"
    );
    assert!(on("en").contains("invented words that") && !on("en").contains("mots inventés"));
    assert!(on("ar").contains("invented words that") && on("ar").contains("mots inventés"));
}

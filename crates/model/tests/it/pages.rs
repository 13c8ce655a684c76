//! The pages in `docs/formats` show what the program does: examples are the fixtures, tables are computed.

use std::fs;

use model::{
    date::{Calendar, CivilDay, Day, StatedDate},
    vocabulary::{ValueRule, standard},
};

use crate::fixtures;

fn page(name: &str) -> String {
    fs::read_to_string(format!(
        "{}/../../docs/formats/{name}",
        env!("CARGO_MANIFEST_DIR")
    ))
    .unwrap()
}

/// Fenced blocks whose opening line names a fixture: its name, and what stands between the fences.
fn examples(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some((_, name)) = line
            .strip_prefix("```")
            .and_then(|info| info.split_once(' '))
        else {
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((name.to_owned(), body.join("\n")));
    }
    found
}

/// Leaves out white space outside strings.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    json.chars()
        .filter(|c| {
            let keep = inside || !c.is_whitespace();
            match (*c, escaped) {
                ('"', false) => inside = !inside,
                ('\\', false) if inside => {
                    escaped = true;
                    return keep;
                }
                _ => {}
            }
            escaped = false;
            keep
        })
        .collect()
}

#[test]
fn examples_are_the_fixtures() {
    let files = fixtures::files();
    for (page_name, count) in [("claim.md", 3), ("payload.md", 13), ("identifiers.md", 1)] {
        let examples = examples(&page(page_name));
        assert_eq!(examples.len(), count, "{page_name}");
        for (name, body) in examples {
            let fixture = std::str::from_utf8(&files[&name]).unwrap();
            if name.ends_with(".json") {
                assert_eq!(compact(&body), fixture, "{page_name}: {name}");
            } else {
                assert_eq!(body, fixture.trim_end(), "{page_name}: {name}");
            }
        }
    }
}

/// The cells of the rows below the table head `head`.
fn rows(page: &str, head: &str) -> Vec<Vec<String>> {
    let mut lines = page.lines().skip_while(|line| *line != head);
    assert!(lines.next().is_some(), "{head}");
    lines
        .skip(1)
        .take_while(|line| line.starts_with('|'))
        .map(|line| {
            line.trim_matches('|')
                .split('|')
                .map(|cell| cell.trim().trim_matches('`').to_owned())
                .collect()
        })
        .collect()
}

fn iso(day: Option<Day>) -> String {
    day.map_or_else(String::new, |day| {
        let CivilDay { year, month, day } = day.to(Calendar::Gregorian);
        format!("{year:04}-{month:02}-{day:02}")
    })
}

fn stated(row: &[String]) -> StatedDate {
    StatedDate {
        stated: row[0].clone(),
        calendar: Calendar::parse(&row[1]).unwrap(),
    }
}

#[test]
fn dates_mean_what_the_page_says() {
    let page = page("dates.md");
    let spans = rows(&page, "| stated | calendar | earliest | latest |");
    assert_eq!(spans.len(), 15);
    for row in spans {
        let span = stated(&row).span().unwrap();
        assert_eq!([iso(span.earliest), iso(span.latest)], row[2..], "{row:?}");
    }
    let flags = rows(&page, "| stated | calendar | flag |");
    assert_eq!(flags.len(), 8);
    for row in flags {
        let problem = stated(&row).span().unwrap_err().to_string();
        assert_eq!(problem.replace('`', ""), row[2].replace('`', ""), "{row:?}");
    }
}

fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(", ")
}

fn value(rule: &ValueRule) -> String {
    let types = words(rule.types.iter().map(|kind| kind.as_str()));
    match &rule.terms {
        Some(list) => format!("{types} of `{}`", list.as_str()),
        None => types,
    }
}

/// The tables of `vocabularies.md`, as they must stand there.
pub(crate) fn vocabulary_tables() -> [String; 3] {
    let vocabulary = standard();
    let mut properties =
        "| property | of | value | single | narrowed by | means |\n| --- | --- | --- | --- | --- | --- |\n"
            .to_owned();
    for property in &vocabulary.properties {
        properties += &format!(
            "| `{}` | {} | {} | {} | {} | {} |\n",
            property.id.as_str(),
            words(property.about.iter().map(|kind| kind.as_str())),
            value(&property.value),
            if property.single { "yes" } else { "" },
            words(property.qualifiers.iter().map(|id| id.as_str())),
            property.means
        );
    }
    let mut qualifiers =
        "| qualifier | value | anywhere | means |\n| --- | --- | --- | --- |\n".to_owned();
    for qualifier in &vocabulary.qualifiers {
        qualifiers += &format!(
            "| `{}` | {} | {} | {} |\n",
            qualifier.id.as_str(),
            value(&qualifier.value),
            if qualifier.anywhere { "yes" } else { "" },
            qualifier.means
        );
    }
    let mut lists = String::new();
    for list in &vocabulary.lists {
        lists += &format!("### {}\n\n", list.id.as_str());
        for term in &list.terms {
            lists += &format!("- `{}`: {}\n", term.id.as_str(), term.means);
        }
        lists += "\n";
    }
    [properties, qualifiers, lists.trim_end().to_owned() + "\n"]
}

#[test]
fn the_page_on_vocabularies_is_complete() {
    let page = page("vocabularies.md");
    for table in vocabulary_tables() {
        assert!(
            page.contains(&table),
            "this must stand on the page:\n{table}"
        );
    }
}

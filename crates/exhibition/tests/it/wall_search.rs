//! The search of the wall, as a browser runs it from a folder.

use std::{fs, path::Path, process::Command};

use edition::draft::{Draft, DraftRecord};
use exhibition::{Lang, Options};
use model::{access::Access, id::RecordKind, value::Value};
use scraper::{Html, Selector};

use crate::{
    files::{Files, html, options, page, public, written},
    invented::{self, id, record, say, term, text},
};

/// A person on a list under these names.
fn person(number: u64, names: &[&str]) -> DraftRecord {
    let about = id(RecordKind::Person, 100_000 + number);
    let mut sayings = vec![say(about, "listed-as", Value::Term(term("victim")), 1)];
    sayings.extend(
        names
            .iter()
            .map(|name| say(about, "name", text(name, ""), 1)),
    );
    record(sayings)
}

fn draft(people: &[&[&str]]) -> Draft {
    let mut draft = invented::draft(0);
    draft.records.extend(
        (0..)
            .zip(people)
            .map(|(number, names)| person(number, names)),
    );
    draft
}

fn address(number: u64) -> String {
    let id = id(RecordKind::Person, 100_000 + number).to_string();
    format!("people/{}/{id}.html", &id[1..3])
}

fn put(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, bytes).expect("a file");
    }
}

/// What the page at `path` has become once its scripts have run.
fn seen(folder: &Path, path: &str) -> Html {
    let profile = tempfile::tempdir().expect("a folder");
    let program = ["chromium", "chromium-browser", "google-chrome"]
        .into_iter()
        .find(|program| {
            Command::new(program)
                .arg("--version")
                .output()
                .is_ok_and(|output| output.status.success())
        })
        .expect("chromium is missing: these tests open pages in it; ./test installs it");
    let output = Command::new(program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
        ])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(["--virtual-time-budget=60000", "--dump-dom"])
        .arg(format!("file://{}/{path}", folder.display()))
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{output:?}");
    Html::parse_document(&String::from_utf8_lossy(&output.stdout))
}

fn select<'p>(page: &'p Html, selector: &str) -> Vec<scraper::ElementRef<'p>> {
    page.select(&Selector::parse(selector).expect("a selector"))
        .collect()
}

#[test]
fn a_query_finds_names_of_another_script_from_a_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let people: [&[&str]; 4] = [
        &["بهرام خسروشاهی"],
        &["Bahram Zand", "بهرام زند"],
        &["Парвиз Хосрови"],
        &["פרהאד רחימי"],
    ];
    put(folder.path(), &public(draft(&people)));
    for (at, query, number) in [
        ("fa/people/index.html", "Bahram%20Khosrowshahi", 0),
        ("en/people/arabic.html", "Bahram%20Khosrovshani", 0),
        ("en/people/letter/latin-b.html", "پرویز%20خسروی", 2),
        ("fr/people/index.html", "Farhad%20Rahimi", 3),
    ] {
        let page = seen(folder.path(), &format!("{at}?q={query}"));
        let form = select(&page, "form[role=search]");
        assert_eq!(form.len(), 1, "{at}");
        assert_eq!(form[0].attr("hidden"), None, "{at}: the form is shown");
        let links = select(&page, "#wall-found a");
        let status: String = select(&page, "[role=status]")[0].text().collect();
        let first = links.first().and_then(|link| link.attr("href"));
        assert!(
            first.is_some_and(|link| link.ends_with(&address(number))),
            "{query}: {first:?}, {status}"
        );
        assert!(
            folder
                .path()
                .join(at)
                .parent()
                .expect("a folder")
                .join(first.expect("a link"))
                .is_file()
        );
        assert!(!status.is_empty(), "{query}");
    }
    let page = seen(folder.path(), "fr/people/index.html?q=Qqqq%20Xxxx");
    assert!(select(&page, "#wall-found li").is_empty());
    let status: String = select(&page, "[role=status]")[0].text().collect();
    assert!(status.starts_with("Personne"), "{status}");
}

/// Spellings of the tables of `names`, by line: in Arabic script and in Latin letters.
fn table(file: &str, columns: (usize, usize)) -> Vec<(String, String)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../names/data/{file}"));
    let text = fs::read_to_string(path).expect("the table");
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let column = |place: usize| {
                let first = line.split('\t').nth(place)?.split(" ; ").next()?.trim();
                (!first.is_empty()).then(|| first.to_owned())
            };
            Some((column(columns.0)?, column(columns.1)?))
        })
        .collect()
}

/// Tries queries one after the other in the page that it is added to, and leaves the addresses found in `pre#tried`.
const TRY: &str = r##"addEventListener("load", async () => {
  const form = document.getElementById("wall-search");
  const status = document.getElementById("wall-status");
  const tried = [];
  for (const query of QUERIES) {
    status.textContent = "";
    document.getElementById("wall-query").value = query;
    form.dispatchEvent(new Event("submit", { cancelable: true }));
    while (!status.textContent) await new Promise((done) => setTimeout(done, 5));
    tried.push([...document.querySelectorAll("#wall-found a")].map((link) => link.getAttribute("href")).join(" "));
  }
  document.body.append(Object.assign(document.createElement("pre"), { id: "tried", textContent: tried.join("\n") }));
});"##;

#[test]
fn names_of_the_tables_are_found_in_latin_letters_and_with_a_slip() {
    let given = table("given-names.tsv", (3, 4));
    let family = table("family-names.tsv", (2, 3));
    let people: Vec<(String, String)> = family
        .iter()
        .step_by(4)
        .enumerate()
        .map(|(number, family)| {
            let given = &given[number * 3 % given.len()];
            (
                format!("{} {}", given.0, family.0),
                format!("{} {}", given.1, family.1),
            )
        })
        .collect();
    let names: Vec<[&str; 1]> = people.iter().map(|(name, _)| [name.as_str()]).collect();
    let names: Vec<&[&str]> = names.iter().map(|names| names.as_slice()).collect();
    let english = Options {
        languages: vec![Lang::En],
        ..options()
    };
    let (mut files, _) = written(draft(&names), &english, 2);
    let slip = |name: &str| {
        let (given, family) = name.split_once(' ').expect("two words");
        // The second consonant of the family name is another, digraphs being one.
        let place = family
            .char_indices()
            .filter(|(_, letter)| "bcdfgjklmnpqrstvwxyz".contains(*letter))
            .nth(1)
            .map_or(0, |(place, _)| place);
        let other = if family[place..].starts_with('n') {
            "m"
        } else {
            "n"
        };
        let rest = family[place + 1..].trim_start_matches('h');
        format!("{given} {}{other}{rest}", &family[..place])
    };
    let queries: Vec<String> = people
        .iter()
        .map(|(_, latin)| latin.clone())
        .chain(people.iter().map(|(_, latin)| slip(latin)))
        .collect();
    let script = TRY.replace("QUERIES", &format!("{queries:?}"));
    files.insert("assets/try.js".to_owned(), script.into_bytes());
    let wall = page(&files, "en/people/index.html").replace(
        "</head>",
        "<script defer src=\"../../assets/try.js\"></script></head>",
    );
    files.insert("en/people/try.html".to_owned(), wall.into_bytes());
    let folder = tempfile::tempdir().expect("a folder");
    put(folder.path(), &files);
    let page = seen(folder.path(), "en/people/try.html");
    let tried: String = select(&page, "#tried")
        .first()
        .expect("all queries were tried")
        .text()
        .collect();
    let tried: Vec<&str> = tried.split('\n').collect();
    assert_eq!(tried.len(), queries.len());
    let missed = |from: usize| -> Vec<&str> {
        (0..people.len())
            .filter(|number| !tried[from + number].contains(&address(*number as u64)))
            .map(|number| queries[from + number].as_str())
            .collect()
    };
    let (exact, slipped) = (missed(0), missed(people.len()));
    println!(
        "missed of {}: {exact:?}\nwith a slip: {slipped:?}",
        people.len()
    );
    assert!(exact.len() * 50 <= people.len(), "{exact:?}");
    assert!(slipped.len() * 20 <= people.len(), "{slipped:?}");
}

#[test]
fn the_index_holds_public_names_only_and_in_small_files() {
    let names: Vec<String> = (0..3_000)
        .map(|number| {
            format!(
                "محمد نام{}",
                ["ا", "ب", "ج", "د", "ر"][number % 5].repeat(1 + number / 600)
            )
        })
        .collect();
    let names: Vec<[&str; 1]> = names.iter().map(|name| [name.as_str()]).collect();
    let names: Vec<&[&str]> = names.iter().map(|names| names.as_slice()).collect();
    let mut draft = draft(&names);
    let about = draft.records.last().expect("a record").id;
    let secret =
        say(about, "name", text("Verborgen Geheimnis", ""), 1).access(Access::Confidential);
    draft
        .records
        .last_mut()
        .expect("a record")
        .claims
        .push((model::id::ClaimId::from_bits(0xabcd), secret.0));
    let english = Options {
        languages: vec![Lang::En],
        ..options()
    };
    let (files, _) = written(draft, &english, 2);
    let mut index = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("search/")) {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        assert!(bytes.len() <= 60_000, "{path}: {}", bytes.len());
        for secret in ["Verborgen", "Geheimnis", "krbkn", "khmns"] {
            assert!(!text.contains(secret), "{path} holds {secret}");
        }
        index += 1;
    }
    assert!(index > 20, "{index}");
    assert!(files["assets/search.js"].len() <= 6_144);
}

#[test]
fn only_the_wall_has_a_script_and_it_is_the_search() {
    let files = public(invented::draft(30));
    let mut walls = 0;
    for (path, text) in html(&files) {
        let document = Html::parse_document(text);
        let scripts = select(&document, "script:not([type])");
        let wall = path.contains("/people/index")
            || path.contains("/people/letter/") && !path.ends_with("/all.html")
            || path.ends_with("/people/latin.html")
            || path.ends_with("/people/arabic.html");
        assert_eq!(scripts.len(), usize::from(wall), "{path}");
        assert_eq!(text.contains("script-src"), wall, "{path}");
        for script in scripts {
            assert!(
                script
                    .attr("src")
                    .is_some_and(|src| src.ends_with("/assets/search.js"))
            );
            assert_eq!(script.inner_html(), "", "{path}");
            walls += 1;
        }
        for form in select(&document, "form") {
            assert!(
                form.attr("hidden").is_some(),
                "{path}: hidden until the script runs"
            );
            assert_eq!(form.attr("role"), Some("search"));
        }
    }
    assert!(walls > 20, "{walls}");
}

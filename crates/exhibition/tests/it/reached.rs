//! Where everything leads: pages, feeds, data, maps of the site, manifests, style sheets, codes on paper. Every address among
//! them is that of a file, and every file is reached from the first page, or is one of those that somebody comes to otherwise.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

use crate::{files::Files, pictures::shown};

/// Where the exhibition is published.
const BASE: &str = "https://example.org/memorial/";

/// Addresses in the attributes and texts of a page.
fn of_page(page: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let mut found = Vec::new();
    for attribute in ["href", "src", "poster", "data"] {
        let selector = Selector::parse(&format!("[{attribute}]")).expect("a selector");
        let values = page.select(&selector).filter_map(|one| one.attr(attribute));
        found.extend(values.map(str::to_owned));
    }
    let srcset = Selector::parse("[srcset]").expect("a selector");
    for list in page.select(&srcset).filter_map(|one| one.attr("srcset")) {
        let one = list
            .split(',')
            .filter_map(|one| one.split_whitespace().next());
        found.extend(one.map(str::to_owned));
    }
    let refresh = Selector::parse("meta[http-equiv=refresh]").expect("a selector");
    for content in page.select(&refresh).filter_map(|one| one.attr("content")) {
        found.extend(content.split_once("url=").map(|(_, to)| to.to_owned()));
    }
    found
}

/// Addresses in a style sheet.
fn of_style(style: &str) -> Vec<String> {
    let found = style.split("url(").skip(1);
    let found = found.filter_map(|rest| rest.split(')').next());
    found
        .map(|to| to.trim_matches(['"', '\'']).to_owned())
        .collect()
}

/// Addresses in full, wherever they stand in a text.
fn in_full(text: &str) -> Vec<String> {
    let found = text.split(BASE).skip(1);
    let found = found.map(|rest| {
        let end = rest.find(|sign: char| sign.is_whitespace() || "\"'<>&)\\".contains(sign));
        format!("{BASE}{}", &rest[..end.unwrap_or(rest.len())])
    });
    found.collect()
}

/// The values of `key` in a JSON text, wherever they stand.
fn values<'v>(json: &'v serde_json::Value, key: &str, found: &mut Vec<&'v str>) {
    match json {
        serde_json::Value::Object(fields) => {
            for (name, value) in fields {
                if name == key {
                    found.extend(value.as_str());
                }
                values(value, key, found);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|one| values(one, key, found)),
        _ => {}
    }
}

/// Every address in the file at `path`, as it stands there.
fn addresses(path: &str, bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Vec::new();
    };
    let mut found = in_full(text);
    match path.rsplit('.').next() {
        Some("html") => found.extend(of_page(text)),
        Some("css") => found.extend(of_style(text)),
        Some("json") => {
            let json = serde_json::from_str(text).expect("JSON");
            let mut paths = Vec::new();
            for key in ["path", "schema"] {
                values(&json, key, &mut paths);
            }
            found.extend(paths.into_iter().map(str::to_owned));
        }
        Some("csv") if path == "redirects.csv" || path == "data/files.csv" => {
            let cells = text.lines().skip(1).flat_map(|line| line.split(','));
            let cells = cells.filter(|cell| cell.contains('/') || cell.ends_with(".csv"));
            found.extend(cells.map(str::to_owned));
        }
        _ => {}
    }
    found
}

/// The file to which `address`, found in the file `from`, leads. `None` for one outside the exhibition.
fn target(from: &str, address: &str) -> Option<String> {
    let (address, _) = address.split_once('#').unwrap_or((address, ""));
    if let Some(path) = address.strip_prefix(BASE) {
        return Some(path.to_owned());
    }
    if address.contains("://") || address.starts_with("data:") || address.starts_with("mailto:") {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    let name = parts.pop().expect("a name");
    if address.is_empty() {
        parts.push(name);
    }
    for part in address.split('/').filter(|_| !address.is_empty()) {
        match part {
            ".." => assert!(parts.pop().is_some(), "{from}: {address} leads out"),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Where each file leads.
fn links(files: &Files) -> BTreeMap<&str, BTreeSet<String>> {
    let of = |(path, bytes): (&'_ String, &Vec<u8>)| -> BTreeSet<String> {
        let found = addresses(path, bytes);
        found.iter().filter_map(|to| target(path, to)).collect()
    };
    let mut links = BTreeMap::new();
    for (path, bytes) in files {
        links.insert(path.as_str(), of((path, bytes)));
    }
    links
}

/// Names that are addresses by the rules of IIIF and lead to no file: what is drawn on, and parts of it.
fn is_only_a_name(from: &str, to: &str) -> bool {
    let folder = from.strip_suffix("manifest.json");
    folder
        .and_then(|folder| to.strip_prefix(folder))
        .is_some_and(|rest| rest.starts_with("canvas/") || rest.starts_with("page/"))
}

#[test]
fn every_address_in_any_file_leads_to_a_file() {
    let files = shown();
    let mut checked: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lost = Vec::new();
    for (from, targets) in links(files) {
        for to in targets {
            // A service is named by its folder, and described in `info.json` there (IIIF Image API 3, section 5).
            let stands = files.contains_key(&to)
                || files.contains_key(&format!("{to}/info.json"))
                || is_only_a_name(from, &to);
            if !stands {
                lost.push(format!("{from}: {to}"));
            }
            let kind = from.rsplit('.').next().expect("an ending");
            *checked.entry(kind).or_default() += 1;
        }
    }
    assert_eq!(lost, Vec::<String>::new());
    // None of them passes by leading nowhere.
    for (kind, least) in [
        ("html", 5_000),
        ("xml", 100),
        ("json", 100),
        ("csv", 5),
        ("css", 5),
        ("txt", 1),
    ] {
        let found = checked.get(kind).copied().unwrap_or_default();
        assert!(found >= least, "{kind}: {found} of {checked:?}");
    }
}

#[test]
fn every_file_is_reached_from_the_first_page_or_otherwise_on_purpose() {
    let files = shown();
    let links = links(files);
    let mut reached = BTreeSet::from(["index.html"]);
    let mut waiting = vec!["index.html"];
    while let Some(from) = waiting.pop() {
        for to in &links[from] {
            let Some((to, _)) = files.get_key_value(to) else {
                continue;
            };
            if reached.insert(to.as_str()) {
                waiting.push(to);
            }
        }
    }
    let mut beside: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lost = Vec::new();
    for path in files.keys().filter(|path| !reached.contains(path.as_str())) {
        match otherwise(path, &files[path]) {
            Some(why) => *beside.entry(why).or_default() += 1,
            None => lost.push(path),
        }
    }
    assert_eq!(lost, Vec::<&String>::new(), "nothing leads to them");
    println!("{} reached, beside them {beside:?}", reached.len());
    assert_eq!(beside.len(), 9, "{beside:?}: one of them is not there");
    assert!(reached.len() * 2 > files.len(), "{beside:?}");
}

/// Who comes to a file to which nothing leads.
fn otherwise(path: &str, bytes: &[u8]) -> Option<&'static str> {
    // Codes are smaller in capitals.
    let is_page = path.ends_with(".html") || path.ends_with(".HTML");
    let room = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(match path {
        _ if is_page && room == "Q" => "who scans a code on a board",
        _ if is_page && is_old_address(bytes) => "who comes by an old address",
        "redirects.csv" => "who moves the exhibition to another server",
        "robots.txt" | "sitemap.xml" => "a search engine, by the rules of its trade",
        _ if room == "sitemap" => "a search engine, from `sitemap.xml`",
        _ if path.starts_with("assets/fonts/") && path.ends_with("OFL.txt") => {
            "who takes the fonts, which must not go without it"
        }
        _ if room == "search" && path.ends_with(".js") => "the script of the wall",
        _ if path.starts_with("iiif/") => "a viewer of pictures, from the manifest and `info.json`",
        _ if path.ends_with("/press/banner.svg") => "who embedded the first banner there was",
        _ => return None,
    })
}

/// A page that leads on from where a record stood before.
fn is_old_address(page: &[u8]) -> bool {
    std::str::from_utf8(page).is_ok_and(|page| page.contains("http-equiv=\"refresh\""))
}

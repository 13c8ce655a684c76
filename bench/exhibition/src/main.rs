//! The bare program that `exhibit` is held against: writes the same pages from records in memory, with nothing but strings and files.
//!
//! Usage: `pages PAGES.jsonl OUT`. Reading is not timed. Two threads, as `exhibit` has on the same machine.

use std::{
    env, fs,
    io::{BufRead as _, BufReader},
    path::Path,
    time::Instant,
};

use serde_json::Value;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A page as it lies in memory.
struct Page {
    lang: String,
    path: String,
    title: String,
    /// Kind, text, label or address.
    blocks: Vec<[String; 3]>,
}

const HEAD: &str = "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">";

const ROOMS: [(&str, &str); 6] = [
    ("people", "The victims"),
    ("graves", "Graves"),
    ("documents", "Documents"),
    ("tolls", "Figures"),
    ("timeline", "Timeline"),
    ("about", "About"),
];

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let pages = read(&arguments[1]);
    let out = Path::new(&arguments[2]);
    let start = Instant::now();
    for page in &pages {
        let folder = page.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        fs::create_dir_all(out.join(&page.lang).join(folder)).expect("a folder");
    }
    let bytes: usize = std::thread::scope(|scope| {
        let workers: Vec<_> = pages
            .chunks(pages.len().div_ceil(2))
            .map(|share| {
                scope.spawn(move || share.iter().map(|page| write(page, out)).sum::<usize>())
            })
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("done"))
            .sum()
    });
    println!(
        "{} pages, {bytes} bytes: {:.2} s",
        pages.len(),
        start.elapsed().as_secs_f64()
    );
}

fn read(path: &str) -> Vec<Page> {
    let file = fs::File::open(path).expect("pages");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    BufReader::new(file)
        .lines()
        .map(|line| {
            let page: Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
            let blocks = page["blocks"].as_array().cloned().unwrap_or_default();
            Page {
                lang: text(&page["lang"]),
                path: text(&page["path"]),
                title: text(&page["title"]),
                blocks: blocks
                    .iter()
                    .map(|block| [text(&block[0]), text(&block[1]), text(&block[2])])
                    .collect(),
            }
        })
        .collect()
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

fn write(page: &Page, out: &Path) -> usize {
    let up = "../".repeat(page.path.matches('/').count() + 1);
    let mut text = String::with_capacity(8_192);
    let dir = if ["fa", "ar"].contains(&page.lang.as_str()) {
        "rtl"
    } else {
        "ltr"
    };
    text.push_str(&format!(
        "<!DOCTYPE html><html lang=\"{}\" dir=\"{dir}\"><head>{HEAD}<title>",
        page.lang
    ));
    escape(&mut text, &page.title);
    text.push_str(&format!("</title><link rel=\"stylesheet\" href=\"{up}assets/style.css\"><link rel=\"icon\" href=\"{up}assets/icon.svg\" type=\"image/svg+xml\"></head><body><a class=\"skip\" href=\"#main\">Skip to the content</a><p class=\"made-up\" role=\"note\"><strong>Invented data for tests: no name here stands for a person, living or dead.</strong></p><header class=\"top\"><a class=\"home\" href=\"{up}{}/index.html\"><bdi>Invented exhibition for tests</bdi></a><nav class=\"languages\"><ul>", page.lang));
    for lang in ["en", "fr", "fa", "ar"] {
        text.push_str(&format!(
            "<li><a href=\"{up}{lang}/{}\" lang=\"{lang}\" hreflang=\"{lang}\">{lang}</a></li>",
            page.path
        ));
    }
    text.push_str("</ul></nav></header><nav class=\"tour\"><ol>");
    for (room, title) in ROOMS {
        text.push_str(&format!(
            "<li><a href=\"{up}{}/{room}/index.html\">{title}</a></li>",
            page.lang
        ));
    }
    text.push_str("</ol></nav><main id=\"main\">");
    for [kind, words, more] in &page.blocks {
        match kind.as_str() {
            "row" => {
                text.push_str("<dl class=\"facts\"><div><dt>");
                escape(&mut text, more);
                text.push_str("</dt><dd><bdi>");
                escape(&mut text, words);
                text.push_str("</bdi></dd></div></dl>");
            }
            "li" if !more.is_empty() => {
                text.push_str("<ul><li><a href=\"");
                escape(&mut text, more);
                text.push_str("\">");
                escape(&mut text, words);
                text.push_str("</a></li></ul>");
            }
            "li" => {
                text.push_str("<ul><li>");
                escape(&mut text, words);
                text.push_str("</li></ul>");
            }
            kind => {
                text.push_str(&format!("<{kind}>"));
                escape(&mut text, words);
                text.push_str(&format!("</{kind}>"));
            }
        }
    }
    text.push_str(&format!("</main><footer><p><a href=\"{up}{}/about/index.html\">About this exhibition, its sources and how to check it</a></p></footer></body></html>", page.lang));
    fs::write(out.join(&page.lang).join(&page.path), &text).expect("written");
    text.len()
}

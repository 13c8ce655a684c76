//! Bad input and bad luck: each has a clear `error:` or problem line, and loses nothing.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{Seek as _, SeekFrom, Write as _},
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Command, Stdio},
};

use crate::run::{Place, files};

/// A table that is damaged in one way, what is said of it, and how many records are taken all the same.
const TABLES: &[(&str, &[u8], &[&str], u64)] = &[
    (
        "ragged rows are reported with row and cells, the others are taken",
        b"rec_id,name\n1,Azad\n2,Omid,x\n3,Sahar\n",
        &["not taken: t.csv, row 3", "3 cells, the header has 2"],
        2,
    ),
    (
        "duplicate headers are named apart",
        b"rec_id,name,name\n1,Azad,Azadi\n",
        &["flagged: t.csv", "stands twice", "name#2"],
        1,
    ),
    (
        "a date that does not exist is kept as stated",
        b"rec_id,name,death\n1,Azad,1988-02-30\n",
        &["flagged: t.csv, row 2, column \u{201c}death\u{201d}", "1988-02-30"],
        1,
    ),
    (
        "an old Arabic encoding is read and said to be a guess",
        b"rec_id,name\n1,\xe3\xcd\xe3\xcf \xda\xc8\xcf\xc7\xe1\xe1\xe5 \xc7\xe1\xcd\xd3\xed\xe4\xed\n2,\xda\xe1\xed \xc7\xe1\xe3\xe6\xd3\xe6\xed\n",
        &["flagged: t.csv", "no encoding is declared"],
        2,
    ),
    (
        "an unclosed quotation mark loses its own row only",
        b"rec_id,name\n1,\"Azad\n2,Omid\n",
        &["not taken: t.csv, row 2", "never closed"],
        1,
    ),
    ("a file without a header is no table", b"", &["not taken: t.csv", "no header"], 0),
];

#[test]
fn damaged_tables_lose_only_what_is_damaged() {
    for (behaviour, bytes, said, records) in TABLES {
        let place = Place::with_archive();
        place.write("t.csv", bytes);
        place
            .on_archive(&["import", "t.csv"])
            .ends_with(1)
            .says(said);
        let again = place.json(&["import", "t.csv"]);
        assert_eq!(
            again["entries"], 0,
            "{behaviour}: a second import changes nothing"
        );
        let claimed = place.json(&["log", "--limit", "1000"])["entries"]
            .as_array()
            .expect("entries")
            .iter()
            .filter(|entry| entry["type"] == "claims-recorded")
            .count() as u64;
        assert_eq!(claimed, *records, "{behaviour}");
        // The file itself is kept as it came, whatever is wrong with it.
        let kept = files(&place.path("a/vault"))
            .iter()
            .any(|path| fs::read(path).is_ok_and(|kept| kept == *bytes));
        assert!(kept, "{behaviour}: the item is not in the vault");
    }
}

#[test]
fn a_row_that_cites_an_unknown_source_is_reported_and_left_out() {
    let place = Place::with_archive();
    place.write("t.csv", "id,name,src\n1,Azad,nowhere\n");
    place.write(
        "m.toml",
        "[record]\nkind = \"person\"\nnamespace = \"l\"\nkey = \"{id}\"\n[citation]\nsource = \"{src}\"\n[certainty]\nterm = \"stated\"\n\
         [[claim]]\nproperty = \"name\"\ntype = \"text\"\nvalue = \"{name}\"\n",
    );
    place
        .on_archive(&["import", "t.csv", "--map", "m.toml"])
        .ends_with(1)
        .says(&["t.csv, row 2", "\u{201c}nowhere\u{201d} is not known"]);
}

#[test]
fn a_citation_to_an_item_that_is_not_there_is_flagged_and_leads_nowhere() {
    let place = Place::with_archive();
    place.write("t.csv", "id,name,ev\n1,Azad,EV-000099\n");
    place.write(
        "m.toml",
        "[record]\nkind = \"person\"\nnamespace = \"l\"\nkey = \"{id}\"\n[citation]\nitem = \"{ev}\"\n[certainty]\nterm = \"stated\"\n\
         [[claim]]\nproperty = \"name\"\ntype = \"text\"\nvalue = \"{name}\"\n[[claim]]\nproperty = \"listed-as\"\ntype = \"term\"\nvalue = \"victim\"\n",
    );
    place
        .on_archive(&["import", "t.csv", "--map", "m.toml", "--access", "public"])
        .ends_with(1)
        .says(&["flagged: t.csv, row 2", "EV-000099 is not in this archive"]);
    place
        .on_archive(&["exhibit", "--out", "site", "--languages", "en"])
        .ok();
    let pages: String = files(&place.path("site/en"))
        .iter()
        .filter_map(|path| fs::read_to_string(path).ok())
        .collect();
    assert!(pages.contains("Azad"), "the claim is kept and shown");
    assert!(
        !pages.contains("ev-000099.html"),
        "no link leads to an item that is not there"
    );
}

#[test]
fn a_map_that_cannot_be_used_names_the_line() {
    let place = Place::with_archive();
    place.write("t.csv", "id,name\n1,Azad\n");
    place.write(
        "m.toml",
        "[record]\nkind = \"ghost\"\nnamespace = \"l\"\nkey = \"{id}\"\n",
    );
    place
        .on_archive(&["import", "t.csv", "--map", "m.toml"])
        .fails(&["`m.toml`", "line 2", "ghost"]);
    assert_eq!(place.entries(), 1);
}

#[test]
fn an_identifier_from_another_archive_is_not_taken_for_one_of_ours() {
    let place = Place::with_archive();
    place.write("t.csv", "rec_id,name\n1,Azad\n");
    place.run(&["init", "b", "--name", "Other"]).ok();
    place.run(&["--archive", "b", "import", "t.csv"]).ok();
    let other: serde_json::Value = serde_json::from_str(
        &place
            .run(&["--archive", "b", "--json", "search", "azad"])
            .ok()
            .out,
    )
    .expect("JSON");
    let id = other["hits"][0]["id"]
        .as_str()
        .expect("an identifier")
        .to_owned();
    place
        .on_archive(&["erase", &id, "--reason", "wrong-person"])
        .fails(&[&id, "not in this archive", "belongs to one archive alone"]);
    let mut wrong = id.clone();
    let last = wrong.pop().expect("a character");
    wrong.push(if last == '0' { '1' } else { '0' });
    place
        .on_archive(&["erase", &wrong, "--reason", "wrong-person"])
        .fails(&["wrong character"]);
    place
        .on_archive(&["add", "t.csv", "--source", "f0123456789abc"])
        .fails(&["error: "]);
}

#[test]
fn a_second_writer_is_told_who_holds_the_archive() {
    let place = Place::with_archive();
    // A table that keeps the first writer busy: it waits for its input to end.
    let fifo = place.path("slow.csv");
    assert!(
        Command::new("mkfifo")
            .arg(&fifo)
            .status()
            .expect("mkfifo runs")
            .success()
    );
    let mut first = Command::new(env!("CARGO_BIN_EXE_cenotaph"))
        .args(["--archive", "a", "--actor", "Mina", "import", "slow.csv"])
        .current_dir(place.path("."))
        .stdout(Stdio::null())
        .spawn()
        .expect("the first writer starts");
    let mut input = OpenOptions::new()
        .write(true)
        .open(&fifo)
        .expect("the first writer opens its table");
    place.write("x.txt", "x");
    place
        .on_archive(&["add", "x.txt"])
        .fails(&["in use by Mina", "two writers at once"]);
    place.on_archive(&["log"]).ok().says(&["archive made"]);
    input.write_all(b"rec_id,name\n1,Azad\n").expect("written");
    drop(input);
    assert!(first.wait().expect("it ends").success());
    place.on_archive(&["add", "x.txt"]).ok();
}

#[test]
fn a_vault_file_changed_by_one_bit_is_found() {
    let place = Place::with_archive();
    place.write("x.txt", "evidence");
    place.on_archive(&["add", "x.txt"]).ok();
    let item = files(&place.path("a/vault")).pop().expect("an item");
    let mut bytes = fs::read(&item).expect("readable");
    bytes[0] ^= 1;
    fs::set_permissions(&item, Permissions::from_mode(0o644)).expect("writable");
    fs::write(&item, bytes).expect("written");
    for command in [&["--archive", "a", "check"][..], &["verify", "a"]] {
        place.run(command).ends_with(1).says(&[
            "DOES NOT HOLD",
            "each item has the bytes that came in",
            "hashes to",
        ]);
    }
}

#[test]
fn a_truncated_ledger_is_refused_and_told_by_verify() {
    let place = Place::with_archive();
    place.write(
        "t.csv",
        (0..200).fold("rec_id,name\n".to_owned(), |table, row| {
            table + &format!("{row},Name {row}\n")
        }),
    );
    place.on_archive(&["import", "t.csv"]).ok();
    let ledger = place.path("a/ledger.db");
    let length = fs::metadata(&ledger).expect("a ledger").len();
    File::options()
        .write(true)
        .open(&ledger)
        .and_then(|file| file.set_len(length / 2))
        .expect("cut");
    place
        .on_archive(&["add", "t.csv"])
        .fails(&["error: the ledger is", "restore"]);
    place
        .run(&["verify", "a"])
        .ends_with(1)
        .says(&["DOES NOT HOLD"]);
}

#[test]
fn a_checkpoint_of_a_foreign_key_is_refused() {
    let place = Place::with_archive();
    place.run(&["init", "b", "--name", "Test"]).ok();
    fs::copy(
        place.path("b/ledger/checkpoint"),
        place.path("a/ledger/checkpoint"),
    )
    .expect("copied");
    place.write("x.txt", "x");
    place
        .on_archive(&["add", "x.txt"])
        .fails(&["not by the key of this archive"]);
    place
        .run(&["verify", "a"])
        .ends_with(1)
        .says(&["DOES NOT HOLD"]);
    // The right origin under a foreign signature.
    let place = Place::with_archive();
    let other = Place::with_archive();
    let policy = other.path("a/policy").display().to_string();
    place
        .run(&["verify", "a", "--policy", &policy])
        .ends_with(1)
        .says(&["DOES NOT HOLD", "signed as the policy asks"]);
}

/// A file system of its own for a test; unmounted afterwards. The tests run as root, as in a container.
struct Mount(std::path::PathBuf);

impl Mount {
    fn tmpfs(path: &Path, options: &str) -> Self {
        fs::create_dir_all(path).expect("a folder");
        let status = Command::new("mount")
            .args(["-t", "tmpfs", "-o", options, "none"])
            .arg(path)
            .status()
            .expect("mount runs");
        assert!(
            status.success(),
            "a small file system cannot be mounted; run the tests as root"
        );
        Self(path.to_path_buf())
    }

    fn remount(&self, options: &str) {
        let status = Command::new("mount")
            .args(["-o", &format!("remount,{options}")])
            .arg(&self.0)
            .status()
            .expect("mount runs");
        assert!(status.success());
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_full_disk_keeps_what_was_acknowledged_and_says_what_to_do() {
    let place = Place::new();
    let _mount = Mount::tmpfs(&place.path("disk"), "size=2m");
    place.run(&["init", "disk/a", "--name", "Test"]).ok();
    place.write("small.txt", "small");
    place.run(&["--archive", "disk/a", "add", "small.txt"]).ok();
    place.write("large.bin", vec![7u8; 4 << 20]);
    place
        .run(&["--archive", "disk/a", "add", "large.bin"])
        .fails(&["the disk is full", "make room"]);
    place
        .run(&["--archive", "disk/a", "check"])
        .ok()
        .says(&["Everything that was checked holds"]);
    let known: serde_json::Value = serde_json::from_str(
        &place
            .run(&["--archive", "disk/a", "--json", "add", "small.txt"])
            .ok()
            .out,
    )
    .expect("JSON");
    assert_eq!(known["items"][0]["known"], true);
    assert!(
        !files(&place.path("disk/a/vault"))
            .iter()
            .any(|path| fs::metadata(path).is_ok_and(|facts| facts.len() > 1000))
    );
}

#[test]
fn a_read_only_folder_can_be_read_and_checked_but_not_written() {
    let place = Place::new();
    let mount = Mount::tmpfs(&place.path("disk"), "size=8m");
    place.run(&["init", "disk/a", "--name", "Test"]).ok();
    place.write("x.csv", "rec_id,name\n1,Azad\n");
    place.run(&["--archive", "disk/a", "import", "x.csv"]).ok();
    mount.remount("ro");
    place
        .run(&["--archive", "disk/a", "log"])
        .ok()
        .says(&["archive made"]);
    place
        .run(&["--archive", "disk/a", "search", "azad"])
        .ok()
        .says(&["Azad"]);
    place.run(&["--archive", "disk/a", "check"]).ok();
    place
        .run(&["--archive", "disk/a", "exhibit", "--out", "site"])
        .ok();
    place
        .run(&["--archive", "disk/a", "add", "x.csv"])
        .fails(&["cannot be written", "looking and checking work"]);
    place
        .run(&["init", "disk/b", "--name", "Test"])
        .fails(&["cannot be written"]);
}

#[test]
fn a_damaged_catalog_is_made_anew_and_nothing_is_lost() {
    let place = Place::with_archive();
    place.write("t.csv", "rec_id,name\n1,Azad\n");
    place.on_archive(&["import", "t.csv"]).ok();
    let catalog = place.path("a/catalog/catalog.db");
    let mut file = File::options()
        .write(true)
        .open(&catalog)
        .expect("a catalog");
    file.seek(SeekFrom::Start(0))
        .and_then(|_| file.write_all(&[0xff; 64]))
        .expect("damaged");
    drop(file);
    place.on_archive(&["search", "azad"]).ok().says(&["Azad"]);
    place
        .on_archive(&["add", "t.csv"])
        .ok()
        .says(&["repaired: the catalog was rebuilt"]);
    fs::remove_dir_all(place.path("a/catalog")).expect("removed");
    place.on_archive(&["search", "azad"]).ok().says(&["Azad"]);
}

#[test]
fn wrong_words_get_a_hint() {
    let place = Place::new();
    place
        .run(&["log"])
        .fails(&["no archive in", "cenotaph init"]);
    place
        .run(&["--archive", "nowhere", "log"])
        .fails(&["no archive in `nowhere`"]);
    place
        .run(&["read", "nowhere.txt"])
        .fails(&["`nowhere.txt` is not there"]);
    place.run(&["init", "a", "--name", "Test"]).ok();
    place
        .run(&["init", "a", "--name", "Test"])
        .fails(&["`a` is not empty"]);
    place.write("p.db", b"SQLite format 3\0");
    place
        .run(&["read", "p.db"])
        .fails(&["application/vnd.sqlite3", "cenotaph add"]);
    place
        .on_archive(&["erase", "EV-000009", "--reason", "wrong-person"])
        .fails(&["EV-000009 is not in this archive"]);
    place
        .on_archive(&["erase", "EV-000009", "--reason", "whim"])
        .fails(&["no reason", "request-of-family"]);
    place
        .run(&["verify", "p.db"])
        .fails(&["nothing that can be checked"]);
    assert_eq!(place.run(&["erase"]).code, 2, "usage");
}

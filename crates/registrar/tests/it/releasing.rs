//! What a release is, what is rewritten when something changes, and that visitors never see half of anything.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

use model::entry::Timestamp;
use proof::digest::Digest;
use registrar::{Compare, Error, ExhibitOptions, Registrar, Surroundings, TableOptions, pack};

/// An archive with four people whom a list names as victims.
struct Place {
    folder: tempfile::TempDir,
    registrar: Registrar,
}

const PEOPLE: &str = "rec_id,name,father\n1,Azad Rahimi,Karim\n2,Baran Nouri,Hamid\n3,Cina Sadri,\n4,Dara Tavakoli,\n";

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let surroundings = Surroundings::fixed(Timestamp(1_567_209_600), 1);
        let (registrar, _) =
            Registrar::create(&folder.path().join("a"), "Test", surroundings, "tester")
                .expect("made");
        let mut place = Self { folder, registrar };
        place.import("list.csv", PEOPLE);
        place
    }

    fn import(&mut self, name: &str, table: &str) {
        let path = self.path(name);
        fs::write(&path, table).expect("written");
        let options = TableOptions {
            sheet: None,
            map: None,
            source: None,
            access: Some("public".to_owned()),
        };
        let imported = self.registrar.import_table(&path, &options);
        imported.expect("imported");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn exhibit(&self, name: &str) -> registrar::outcome::Exhibited {
        let exhibited = self.registrar.exhibit(&self.path(name), &options());
        exhibited.expect("written")
    }

    fn release(&mut self, name: &str, note: &str) -> registrar::outcome::Exhibited {
        let out = self.path(name);
        let released = self.registrar.release(&out, &options(), note);
        released.expect("released")
    }
}

fn options() -> ExhibitOptions {
    ExhibitOptions {
        languages: vec!["en", "fa"],
        ..ExhibitOptions::default()
    }
}

/// Every file below `folder` by its path, with `read` of it.
fn files<T>(folder: &Path, read: impl Fn(&Path) -> T) -> BTreeMap<String, T> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for child in fs::read_dir(next).expect("a folder") {
            let path = child.expect("a child").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below");
                found.insert(name.to_string_lossy().into_owned(), read(&path));
            }
        }
    }
    found
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    files(folder, |path| fs::read(path).expect("readable"))
}

/// Which files are other files than before: written anew, not only named anew.
fn rewritten(before: &BTreeMap<String, u64>, after: &BTreeMap<String, u64>) -> BTreeSet<String> {
    let changed = after
        .iter()
        .filter(|(name, inode)| before.get(*name) != Some(inode));
    changed.map(|(name, _)| name.clone()).collect()
}

fn inodes(folder: &Path) -> BTreeMap<String, u64> {
    files(folder, |path| fs::metadata(path).expect("there").ino())
}

#[test]
fn a_release_changes_no_page_and_says_what_it_is() {
    let mut place = Place::new();
    place.exhibit("site");
    let before = contents(&place.path("site"));
    let released = place.release("site", "For the opening.");
    assert_eq!((released.release, released.entered), (Some(1), true));
    let mut after = contents(&place.path("site"));
    let receipt = after.remove("release.tlog-proof").expect("its receipt");
    let entry = after.remove("release-entry.json").expect("its entry");
    assert_eq!(before, after, "only what speaks of the release is new");
    assert!(String::from_utf8_lossy(&entry).contains("release-published"));
    assert!(String::from_utf8_lossy(&receipt).starts_with("c2sp.org/tlog-proof"));
    let manifest = &after["manifest.txt"];
    assert_eq!(Digest::of(manifest).to_string(), released.manifest);
    let beside = fs::read(place.path("a/releases/0001.manifest")).expect("beside the ledger");
    assert_eq!(&beside, manifest);
    // Again nothing is new, so nothing is entered and nothing changes.
    let again = place.release("site", "Once more.");
    assert_eq!((again.release, again.entered), (Some(1), false));
    place.exhibit("other");
    assert_eq!(
        contents(&place.path("other")),
        contents(&place.path("site"))
    );
}

#[test]
fn a_manifest_lists_every_file_as_it_is() {
    let mut place = Place::new();
    place.release("site", "");
    is_whole(&place.path("site"));
}

/// The manifest of an exhibition, every line of which is found to be true, and nothing to be there beside.
fn is_whole(site: &Path) -> String {
    let text = fs::read_to_string(site.join("manifest.txt")).expect("a manifest");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("cenotaph-manifest 1"));
    let mut listed = BTreeSet::new();
    for line in lines {
        let [path, digest, size] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let bytes = fs::read(site.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(Digest::of(&bytes).to_string(), digest, "{path}");
        assert_eq!(bytes.len().to_string(), size, "{path}");
        listed.insert(path.to_owned());
    }
    for name in files(site, |_| ()).into_keys() {
        let is_own = ["manifest.txt", ".cenotaph-files"].contains(&name.as_str())
            || name.starts_with("release");
        assert!(is_own || listed.contains(&name), "{name} is not listed");
    }
    text
}

#[test]
fn what_has_not_changed_is_not_written() {
    let place = Place::new();
    place.exhibit("site");
    let before = inodes(&place.path("site"));
    assert_eq!(
        rewritten(&before, &{
            place.exhibit("site");
            inodes(&place.path("site"))
        }),
        BTreeSet::new(),
        "nothing changed, nothing is written"
    );
}

#[test]
fn what_is_left_alone_is_what_would_have_been_written() {
    let mut place = Place::new();
    place.exhibit("site");
    for (number, table) in [
        "rec_id,name\n1,Azad Rahimi\n5,Elham Yazdani\n",
        "rec_id,name,age\n9,Farid Zamani,31\n2,Baran Nouri,19\n",
        "rec_id,name\n4,Dara Tavakoli-Fard\n",
    ]
    .into_iter()
    .enumerate()
    {
        place.import(&format!("t{number}.csv"), table);
        place.exhibit("site");
        place.exhibit(&format!("fresh{number}"));
        let fresh = contents(&place.path(&format!("fresh{number}")));
        assert!(
            contents(&place.path("site")) == fresh,
            "after table {number}"
        );
    }
}

#[test]
fn two_releases_are_compared_page_by_page() {
    let mut place = Place::new();
    place.release("site", "one");
    place.import("more.csv", "rec_id,name\n7,Golnar Azadi\n");
    let second = place.release("site", "two");
    assert_eq!(second.release, Some(2));
    let compared = place
        .registrar
        .compare(&Compare::Release(1), &Compare::Release(2))
        .expect("compared");
    let officials = compared
        .rooms
        .iter()
        .find(|room| room.room == "officials")
        .expect("one more of them");
    assert!(
        officials.pages[0]
            .iter()
            .any(|page| page.starts_with("fa/officials/"))
    );
    assert!(officials.pages[2].is_empty(), "{officials:?}");
    let folder = Compare::Folder(place.path("site"));
    let same = place.registrar.compare(&Compare::Release(2), &folder);
    let same = same.expect("compared");
    assert_eq!((same.rooms, same.files), (Vec::new(), [0; 3]));
    // A page that somebody changed by hand does not pass for the released one.
    let page = place.path("site/en/about/index.html");
    fs::remove_file(&page).expect("removed");
    fs::write(&page, "forged").expect("written");
    let forged = place.registrar.compare(&Compare::Release(2), &folder);
    let forged = forged.expect("compared").rooms;
    assert_eq!(forged.len(), 1);
    assert_eq!(forged[0].pages[1], ["en/about/index.html"]);
    let unknown = place
        .registrar
        .compare(&Compare::Release(3), &Compare::Release(1));
    assert!(matches!(
        unknown,
        Err(Error::Unknown {
            what: "release",
            ..
        })
    ));
    fs::write(place.path("a/releases/0001.manifest"), "forged").expect("written");
    let lost = place
        .registrar
        .compare(&Compare::Release(1), &Compare::Release(2));
    assert!(matches!(lost, Err(Error::NoManifest { release: 1, .. })));
}

#[test]
fn one_file_is_the_same_whenever_its_pages_are() {
    let place = Place::new();
    place.exhibit("one");
    place.exhibit("two");
    for name in ["one", "two"] {
        pack(&place.path(name), &place.path(&format!("{name}.zip"))).expect("packed");
    }
    let one = fs::read(place.path("one.zip")).expect("a file");
    assert!(one == fs::read(place.path("two.zip")).expect("a file"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(one)).expect("a ZIP");
    let mut page = String::new();
    std::io::Read::read_to_string(
        &mut zip.by_name("en/about/index.html").expect("a page"),
        &mut page,
    )
    .expect("readable");
    assert_eq!(
        page,
        fs::read_to_string(place.path("one/en/about/index.html")).expect("a page")
    );
}

#[test]
fn a_file_that_vanished_or_is_somebody_elses_is_seen() {
    let mut place = Place::new();
    place.exhibit("site");
    place.exhibit("site");
    fs::remove_file(place.path("site/en/about/index.html")).expect("removed");
    fs::create_dir_all(place.path("site/en/mine")).expect("made");
    fs::write(place.path("site/en/mine/a.txt"), "1").expect("written");
    place.import("more.csv", "rec_id,name\n7,Golnar Azadi\n");
    place.exhibit("site");
    assert!(place.path("site/en/about/index.html").exists());
    assert_eq!(
        fs::read_to_string(place.path("site/en/mine/a.txt")).expect("kept"),
        "1"
    );
    fs::remove_file(place.path("site/en/mine/a.txt")).expect("removed");
    fs::write(place.path("site/b.txt"), "2").expect("written");
    place.import("more.csv", "rec_id,name\n8,Hamid Babaei\n");
    place.exhibit("site");
    assert!(
        !place.path("site/en/mine/a.txt").exists(),
        "what its owner removed does not come back"
    );
    assert!(place.path("site/b.txt").exists());
}

#[test]
fn a_folder_that_is_not_ours_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.path("site")).expect("made");
    fs::write(place.path("site/mine.txt"), "mine").expect("written");
    let refused = place.registrar.exhibit(&place.path("site"), &options());
    assert!(matches!(refused, Err(Error::Exists { .. })));
    assert_eq!(contents(&place.path("site")).len(), 1);
}

/// Names the folder to the child; its presence makes the child.
const FOLDER: &str = "EXHIBITION_KILL_TEST_FOLDER";

/// Kills in all.
const KILLS: u64 = 40;

#[test]
fn killed_at_any_point_visitors_see_the_old_exhibition_or_the_new_one() {
    let mut place = Place::new();
    place.exhibit("site");
    let mut states = BTreeSet::from([is_whole(&place.path("site"))]);
    let mut switched = 0;
    for round in 0..KILLS {
        let name = format!("rec_id,name\n{},Person {round}\n", 100 + round);
        place.import("more.csv", &name);
        place.exhibit("other");
        states.insert(is_whole(&place.path("other")));
        let mut child = Command::new(env::current_exe().expect("this test"))
            .args([
                "--exact",
                "releasing::the_child_that_is_killed",
                "--nocapture",
            ])
            .env(FOLDER, place.folder.path())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        // Spread over the time that one writing takes.
        thread::sleep(Duration::from_millis(2 + round * 7 % 180));
        child.kill().expect("killed");
        child.wait().expect("gone");
        let seen = is_whole(&place.path("site"));
        assert!(states.contains(&seen), "round {round}: neither old nor new");
        switched += u64::from(seen == is_whole(&place.path("other")));
    }
    place.exhibit("site");
    assert_eq!(
        contents(&place.path("site")),
        contents(&place.path("other")),
        "the next writing mends what the killed ones left"
    );
    assert!(switched < KILLS, "none was killed before the switch");
}

#[test]
fn the_child_that_is_killed() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let registrar = Registrar::open_to_read(&folder.join("a")).expect("opened");
    loop {
        registrar
            .exhibit(&folder.join("site"), &options())
            .expect("written");
    }
}

//! Headers, rows, and what cannot be taken of them.

use model::date::Calendar;
use names::part::Sex;
use proptest::prelude::*;

use super::{Columns, NoColumns, Reading, ReadingSettings};
use crate::{
    date::almanac,
    record::{PROBLEMS, ProblemKind, Record, RecordIndex, Records},
};

/// Reads a table whose cells are apart by `|`.
fn table(header: &str, rows: &[&str]) -> Records {
    table_with(header, rows, ReadingSettings::default())
}

fn table_with(header: &str, rows: &[&str], settings: ReadingSettings) -> Records {
    let header: Vec<&str> = header.split('|').collect();
    let (columns, problems) = Columns::of(&header).unwrap();
    let mut reading = Reading::new(columns, settings);
    reading.note(&problems);
    for row in rows {
        let cells: Vec<&str> = row.split('|').collect();
        reading.row(&cells);
    }
    reading.finish()
}

fn until_2026() -> ReadingSettings {
    ReadingSettings {
        today: almanac::day(Calendar::Gregorian, (2026, 1, 1)),
        ..ReadingSettings::default()
    }
}

fn problems(records: &Records) -> Vec<(u64, &str, &str, ProblemKind)> {
    records
        .problems
        .iter()
        .map(|problem| {
            (
                problem.row,
                problem.column.as_str(),
                problem.value.as_str(),
                problem.what,
            )
        })
        .collect()
}

fn name_of(records: &Records, record: &Record, twin: usize) -> Vec<String> {
    record.names[twin].map_or(Vec::new(), |name| {
        let names = &records.names;
        names
            .parts(name)
            .map(|(part, _)| names.text(part).to_owned())
            .collect()
    })
}

#[test]
fn columns_are_known_by_many_words() {
    let header = "Unique ID|Source List|First Name|LAST_NAME|father's name|Gender|Date of Birth|age|Date of Death|City|birthplace|Party|prénom|id:prison|soc_sec_id|street";
    let header: Vec<&str> = header.split('|').collect();
    let (columns, problems) = Columns::of(&header).unwrap();
    assert_eq!(columns.unread().collect::<Vec<_>>(), ["prénom", "street"]);
    assert_eq!(problems.len(), 1);
    assert_eq!(
        (problems[0].column.as_str(), problems[0].value.as_str()),
        ("prénom", "First Name")
    );
    assert_eq!(problems[0].what, ProblemKind::ColumnTwice);
}

#[test]
fn persian_and_french_headers_are_known() {
    let (columns, problems) =
        Columns::of(&["نام", "نام خانوادگی", "نام پدر", "تاریخ تولد", "محل"]).unwrap();
    assert_eq!((columns.unread().count(), problems.len()), (0, 0));
    let (columns, problems) = Columns::of(&["Nom", "Prénom", "Date de naissance", "Sexe"]).unwrap();
    assert_eq!((columns.unread().count(), problems.len()), (0, 0));
    assert!(Columns::of(&["نام"]).is_ok());
    assert!(Columns::of(&["nom"]).is_ok());
}

#[test]
fn a_table_without_names_is_refused_with_its_columns() {
    let refused = Columns::of(&["rec_id", "birth"]);
    let found = vec!["rec_id".to_owned(), "birth".to_owned()];
    assert_eq!(refused, Err(NoColumns::NoName { found }));
    assert!(Columns::of(&[]).is_err());
}

#[test]
fn of_a_doubled_column_the_first_counts() {
    let records = table("name|name|place|city", &["Sara|Leila|Qom|Yazd"]);
    assert_eq!(name_of(&records, &records.rows[0], 0), ["sara"]);
    assert_eq!(records.places.texts, ["qom"]);
    assert_eq!(
        problems(&records),
        [
            (0, "name", "name", ProblemKind::ColumnTwice),
            (0, "city", "place", ProblemKind::ColumnTwice)
        ]
    );
}

#[test]
fn the_likelier_word_counts_before_the_first() {
    let records = table("name|city|place", &["Sara|Qom|Yazd"]);
    assert_eq!(records.places.texts, ["yazd"]);
}

#[test]
fn names_come_from_parts_or_whole_and_have_twins() {
    let records = table(
        "name|given|surname|name_fa|father|father_fa",
        &[
            "Mostafa Pourmohammadi|Mostafa|Pourmohammadi|مصطفی پورمحمدی|Hasan|حسن",
            "Mostafa Pourmohammadi||||unknown|",
            "|Mostafa||||",
            "|||مصطفی پورمحمدی||حسن",
            "Ali Rezaei|Mostafa|Pourmohammadi|||",
            "|||||",
        ],
    );
    assert_eq!(
        records.rows[0].names.map(|name| name.is_some()),
        [true, true]
    );
    assert_eq!(
        records.rows[0].father.map(|name| name.is_some()),
        [true, true]
    );
    assert_eq!(
        records.rows[1].names.map(|name| name.is_some()),
        [true, false]
    );
    assert_eq!(records.rows[1].father, [None, None]);
    assert_eq!(name_of(&records, &records.rows[2], 0), ["mostafa"]);
    // The twin alone stands first.
    assert_eq!(records.rows[3].names, [records.rows[0].names[1], None]);
    assert_eq!(records.rows[3].father, [records.rows[0].father[1], None]);
    assert_eq!(
        name_of(&records, &records.rows[4], 0),
        ["mostafa", "pourmohammadi"]
    );
    assert_eq!(
        problems(&records),
        [
            (5, "name", "Ali Rezaei", ProblemKind::NameDiffers),
            (6, "", "", ProblemKind::SaysNothing)
        ]
    );
}

#[test]
fn names_are_taken_with_what_is_to_be_said_of_them() {
    let long = "a b c d e f g h i j k l m n o p";
    let records = table(
        "name",
        &[long, "М\u{43e}стafa Rezaei", "a", "-", "n/a", "؟"],
    );
    let found: Vec<ProblemKind> = records
        .problems
        .iter()
        .map(|problem| problem.what)
        .collect();
    assert_eq!(found[0], ProblemKind::NameTooLong);
    assert_eq!(found[1], ProblemKind::MixedScripts);
    assert_eq!(records.problem_counts[&ProblemKind::SaysNothing], 3);
    assert!(records.rows[2].names[0].is_some());
}

#[test]
fn sexes_are_read_in_many_languages() {
    for (text, expected) in [
        ("m", Some(Sex::Man)),
        ("Male", Some(Sex::Man)),
        ("homme", Some(Sex::Man)),
        ("مرد", Some(Sex::Man)),
        ("ذكر", Some(Sex::Man)),
        ("1", Some(Sex::Man)),
        ("F", Some(Sex::Woman)),
        ("féminin", Some(Sex::Woman)),
        ("زن", Some(Sex::Woman)),
        ("أنثى", Some(Sex::Woman)),
        ("2", Some(Sex::Woman)),
        ("unknown", None),
        ("9", None),
        ("", None),
    ] {
        let records = table("name|sex", &[&format!("Sara|{text}")]);
        assert_eq!(records.rows[0].sex, expected, "{text}");
        assert_eq!(problems(&records), [], "{text}");
    }
    let records = table("name|sex", &["Sara|purple"]);
    assert_eq!(
        problems(&records),
        [(1, "sex", "purple", ProblemKind::NotASex)]
    );
}

#[test]
fn calendars_are_told_by_row_else_by_list() {
    let records = table_with(
        "list|name|birth|calendar",
        &[
            "a|Sara|1367-05-05|",
            "a|Sara|1988-07-27|gregorian",
            "a|Sara|1408-12-12|lunar-hijri",
            "a|Sara|1367-05-05|martian",
            "a|Sara|1366-01-31|",
            "b|Sara|1408-12-12|",
            "b|Sara|1407-12-30|",
        ],
        until_2026(),
    );
    let calendars: Vec<_> = records
        .rows
        .iter()
        .map(|row| row.birth.map(|birth| birth.calendar))
        .collect();
    let [gregorian, solar, lunar] = Calendar::ALL.map(Some);
    assert_eq!(
        calendars,
        [solar, gregorian, lunar, solar, solar, lunar, lunar]
    );
    assert_eq!(records.lists[0].calendar, solar);
    assert_eq!(records.lists[1].calendar, lunar);
    assert_eq!(
        problems(&records),
        [(4, "calendar", "martian", ProblemKind::NotACalendar)]
    );
}

#[test]
fn what_cannot_be_is_null_and_said() {
    let records = table_with(
        "name|birth|age|death",
        &[
            "Sara|soon|300|2031-01-01",
            "Sara|1988-02-31|34|1988",
            "Sara|unknown|-|n/a",
            "Sara||",
            "Sara|0000-00-00|0|00/00/0000",
        ],
        until_2026(),
    );
    assert_eq!(
        problems(&records),
        [
            (1, "birth", "soon", ProblemKind::NotADate),
            (1, "death", "2031-01-01", ProblemKind::Future),
            (1, "age", "300", ProblemKind::NotAnAge),
            (2, "birth", "1988-02-31", ProblemKind::NoSuchDay),
            (4, "", "3", ProblemKind::CellCount),
        ]
    );
    assert_eq!(records.rows[0].birth, None);
    assert_eq!(records.rows[0].age, None);
    assert_eq!(records.rows[0].event, None);
    assert!(records.rows[1].birth.is_some());
}

#[test]
fn keys_are_made_unique_and_never_lost() {
    let records = table(
        "rec_id|name",
        &[
            "x|Sara", "x|Sara", "x#2|Sara", "x|Sara", "|Sara", "5|Sara", "5|Sara",
        ],
    );
    assert_eq!(
        records.keys,
        ["x", "x#2", "x#2#2", "x#3", "5", "5#2", "5#3"]
    );
    assert_eq!(records.problem_counts[&ProblemKind::KeyTwice], 5);
    let records = table("name", &["Sara", "Sara"]);
    assert_eq!(records.keys, ["1", "2"]);
}

#[test]
fn many_rows_of_one_key_take_time_in_proportion() {
    let header = ["rec_id", "name"];
    let (columns, _) = Columns::of(&header).unwrap();
    let mut reading = Reading::new(columns, ReadingSettings::default());
    for _ in 0..20_000 {
        reading.row(&["x", "Sara"]);
    }
    let records = reading.finish();
    let keys: std::collections::BTreeSet<&str> = records.keys.iter().map(String::as_str).collect();
    assert_eq!(keys.len(), 20_000);
    assert_eq!(records.problem_counts[&ProblemKind::KeyTwice], 19_999);
    assert_eq!(records.problems.len() as u64, PROBLEMS);
}

#[test]
fn twenty_lists_keep_their_own_habits() {
    let rows: Vec<String> = (0..400)
        .map(|n| {
            let list = n % 20;
            let birth = if list % 2 == 0 {
                "1340-01-31"
            } else {
                "1962-04-20"
            };
            format!("list {list}|Sara|{birth}")
        })
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let settings = ReadingSettings {
        clean_lists: vec!["list 3".to_owned(), "list 99".to_owned()],
        ..until_2026()
    };
    let records = table_with("list|name|birth", &rows, settings);
    assert_eq!(records.lists.len(), 20);
    for (place, list) in records.lists.iter().enumerate() {
        assert_eq!(list.name, format!("list {place}"));
        assert_eq!(list.clean, place == 3);
        let calendar = if place % 2 == 0 {
            Calendar::SolarHijri
        } else {
            Calendar::Gregorian
        };
        assert_eq!(list.calendar, Some(calendar));
    }
    assert!(
        records
            .rows
            .iter()
            .all(|row| row.birth == records.rows[usize::from(row.list) % 2].birth)
    );
    assert_eq!(
        problems(&records),
        [(0, "", "list 99", ProblemKind::NoSuchList)]
    );
}

#[test]
fn first_days_of_years_become_years_where_the_list_has_the_habit() {
    let mut rows: Vec<String> = (0..60)
        .map(|n| format!("a|Sara|19{}-01-01", 20 + n % 60))
        .collect();
    rows.extend((0..60).map(|n| format!("a|Sara|19{}-05-{:02}", 20 + n % 60, 2 + n % 20)));
    rows.extend((0..60).map(|n| format!("b|Sara|19{}-{:02}-01", 20 + n % 60, 1 + n % 12)));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let records = table("list|name|birth", &rows);
    assert_eq!(records.rows[0].birth.unwrap().told, (1920, 0, 0));
    assert_eq!(records.rows[60].birth.unwrap().told, (1920, 5, 2));
}

#[test]
fn febrl_columns_are_taken() {
    let records = table(
        "rec_id|given_name|surname|street_number|address_1|address_2|suburb|postcode|state|date_of_birth|soc_sec_id",
        &["rec-223-org||waller|6|tullaroop street|willaroo|st james|4011|wa|19081209|6988048"],
    );
    let row = &records.rows[0];
    assert_eq!(records.keys, ["rec-223-org"]);
    assert_eq!(name_of(&records, row, 0), ["waller"]);
    assert_eq!(row.birth.unwrap().told, (1908, 12, 9));
    assert_eq!(records.places.texts, ["st james"]);
    assert_eq!(row.identifiers.len(), 1);
    assert_eq!(&*records.identifiers[0], "6988048");
    assert_eq!(problems(&records), []);
}

#[test]
fn identifiers_are_folded_and_empty_forms_are_none() {
    let records = table(
        "name|id:prison|ID:grave",
        &[
            "Sara|12-A 3|۷",
            "Sara|12a3|7",
            "Sara|0000|unknown",
            "Sara||",
        ],
    );
    assert_eq!(records.identifier_columns, ["id:prison", "ID:grave"]);
    assert_eq!(records.rows[0].identifiers, records.rows[1].identifiers);
    assert_eq!(
        records.rows[2].identifiers.len() + records.rows[3].identifiers.len(),
        0
    );
}

#[test]
fn affiliations_are_sets_of_known_words() {
    let records = table(
        "name|affiliation",
        &[
            "Sara|PMOI",
            "Sara|مجاهدین خلق",
            "Sara|Student; MEK",
            "Sara|unknown",
            "Sara|Rowing Club",
        ],
    );
    let of = |row: usize| records.rows[row].affiliation;
    assert_eq!(of(0), of(1));
    assert_eq!(
        records.affiliations[of(2) as usize - 1],
        ["mojahedin", "student"]
    );
    assert_eq!(of(3), 0);
    assert_eq!(records.affiliations[of(4) as usize - 1], ["rowing club"]);
}

#[test]
fn birth_is_told_by_date_else_by_age_on_the_best_day_there_is() {
    let records = table(
        "list|name|birth|age|death",
        &[
            "a|Sara|1960|30|1988-07-27",
            "a|Sara||30|1988-07-27",
            "a|Sara||30|",
            "b|Sara||30|",
            "b|Sara||~30|",
            "b|Sara|||",
        ],
    );
    let years = |row| records.birth_years(RecordIndex(row));
    assert_eq!(years(0), Some((1960, 1960)));
    assert_eq!(years(1), Some((1957, 1958)));
    assert_eq!(years(2), Some((1957, 1958)));
    assert_eq!(years(3), Some((1957, 1958)));
    assert_eq!(years(4), Some((1952, 1963)));
    assert_eq!(years(5), None);
    assert_eq!(
        records.event_day(RecordIndex(0)),
        almanac::day(Calendar::Gregorian, (1988, 7, 27))
    );
    assert_eq!(records.event_year(RecordIndex(0)), Some(1988));
    // Without any date an age has no day to be counted from.
    let records = table("name|age", &["Sara|30"]);
    assert_eq!(records.birth_years(RecordIndex(0)), None);
}

#[test]
fn a_father_in_the_name_stands_in_for_a_field() {
    let records = table(
        "name|father",
        &["Ali ibn Hasan Karimi|", "Ali Karimi|Hasan"],
    );
    assert!(records.rows[0].patronymic.is_some());
    assert_eq!(records.rows[1].patronymic, None);
    let records = table("name", &["Ali ibn Hasan Karimi"]);
    assert_eq!(records.rows[0].patronymic, None);
}

proptest! {
    #[test]
    fn any_row_is_taken(rows in prop::collection::vec(prop::collection::vec("\\PC{0,12}", 0..12), 0..8)) {
        let header = ["rec_id", "list", "name", "father", "sex", "birth", "age", "death", "place", "affiliation", "id:x"];
        let (columns, _) = Columns::of(&header).unwrap();
        let mut reading = Reading::new(columns, until_2026());
        for row in &rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            reading.row(&cells);
        }
        let records = reading.finish();
        prop_assert_eq!(records.rows.len(), rows.len());
        let keys: std::collections::BTreeSet<&String> = records.keys.iter().collect();
        prop_assert_eq!(keys.len(), rows.len());
        prop_assert!(records.problems.windows(2).all(|pair| pair[0].row <= pair[1].row));
    }

    #[test]
    fn any_header_is_read(header in prop::collection::vec("[a-z_:]{0,8}|name|birth_fa|id:x|نام", 0..10)) {
        let header: Vec<&str> = header.iter().map(String::as_str).collect();
        if let Ok((columns, _)) = Columns::of(&header) {
            prop_assert!(columns.unread().count() < header.len());
        }
    }
}

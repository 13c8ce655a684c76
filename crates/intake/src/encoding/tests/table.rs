//! Words of many languages in the encodings in which they were written before UTF-8, declared, undeclared and lied about.

use encoding_rs::Encoding;

use crate::{encoding::decode, problem::Problem};

/// Encoding, text. Each is a few sentences as a report, a letter or a list has them.
const TEXTS: &[(&str, &str)] = &[
    (
        "windows-1256",
        "نامه‌اي از زندان اوين: مادر، پس از سه سال بي‌خبري به ما گفتند كه پسرت را كشتيم و جاي قبرش را نمي‌گوييم. پدرم چهار بار به گوهردشت رفت و ژاكت او را پس گرفت.",
    ),
    (
        "windows-1256",
        "أعلنت عائلات المفقودين أن السجناء نقلوا إلى مكان مجهول في صيف عام 1988، ولم تسلم جثثهم إلى ذويهم حتى اليوم.",
    ),
    (
        "ISO-8859-6",
        "أعلنت عائلات المفقودين أن السجناء نقلوا إلى مكان مجهول في صيف عام 1988، ولم تسلم جثثهم إلى ذويهم حتى اليوم.",
    ),
    (
        "windows-1255",
        "הודעת המשפחות: האסירים הועברו למקום לא ידוע בקיץ 1988, וגופותיהם לא נמסרו לקרוביהם עד היום הזה.",
    ),
    (
        "KOI8-R",
        "Семьи пропавших сообщили, что заключённых увезли в неизвестном направлении летом 1988 года, и тела их не выданы до сих пор.",
    ),
    (
        "KOI8-U",
        "Родини зниклих повідомили, що в'язнів вивезли у невідомому напрямку влітку 1988 року, і їхні тіла досі не видали. Її ім'я внесено до списку, є свідки.",
    ),
    (
        "windows-1251",
        "Семьи пропавших сообщили, что заключённых увезли в неизвестном направлении летом 1988 года, и тела их не выданы до сих пор.",
    ),
    (
        "ISO-8859-5",
        "Семьи пропавших сообщили, что заключенных увезли в неизвестном направлении летом 1988 года, и тела их не выданы до сих пор.",
    ),
    (
        "IBM866",
        "Семьи пропавших сообщили, что заключённых увезли в неизвестном направлении летом 1988 года, и тела их не выданы до сих пор.",
    ),
    (
        "Shift_JIS",
        "行方不明者の家族によれば、囚人たちは一九八八年の夏にどこかへ連れて行かれ、遺体は今日まで返されていない。",
    ),
    (
        "EUC-JP",
        "行方不明者の家族によれば、囚人たちは一九八八年の夏にどこかへ連れて行かれ、遺体は今日まで返されていない。",
    ),
    (
        "ISO-2022-JP",
        "行方不明者の家族によれば、囚人たちは一九八八年の夏にどこかへ連れて行かれ、遺体は今日まで返されていない。",
    ),
    (
        "EUC-KR",
        "실종자 가족들은 수감자들이 1988년 여름에 알 수 없는 곳으로 끌려갔으며 시신은 오늘까지 돌려받지 못했다고 밝혔다.",
    ),
    (
        "GBK",
        "失踪者的家属说，囚犯们在一九八八年夏天被带到不明地点，遗体至今没有归还给他们的亲属。",
    ),
    (
        "Big5",
        "失蹤者的家屬說，囚犯們在一九八八年夏天被帶到不明地點，遺體至今沒有歸還給他們的親屬。",
    ),
    (
        "windows-1252",
        "Né à Évreux, il a été arrêté en août 1981 ; sa mère n’a reçu qu’un sac de vêtements, « sans un mot », dit-elle.",
    ),
    (
        "windows-1254",
        "Kayıp yakınları, tutukluların 1988 yazında bilinmeyen bir yere götürüldüğünü ve cenazelerin bugüne kadar verilmediğini açıkladı. Şimdi ağlıyoruz, çünkü öğrenemedik.",
    ),
    (
        "windows-1250",
        "Rodiny pohřešovaných sdělily, že vězni byli v létě roku 1988 odvezeni na neznámé místo a jejich těla dosud nebyla vydána příbuzným, řekla žena ze Žižkova.",
    ),
    (
        "ISO-8859-2",
        "Rodziny zaginionych oświadczyły, że więźniów wywieziono latem 1988 roku w nieznane miejsce, a ich ciał do dziś nie wydano bliskim; nikt nie powiedział nam słowa, mówi żona.",
    ),
    (
        "windows-1253",
        "Οι οικογένειες των αγνοουμένων ανακοίνωσαν ότι οι κρατούμενοι μεταφέρθηκαν σε άγνωστο μέρος το καλοκαίρι του 1988 και οι σοροί δεν παραδόθηκαν.",
    ),
    (
        "ISO-8859-7",
        "Οι οικογένειες των αγνοουμένων ανακοίνωσαν ότι οι κρατούμενοι μεταφέρθηκαν σε άγνωστο μέρος το καλοκαίρι του 1988 και οι σοροί δεν παραδόθηκαν.",
    ),
    (
        "windows-1257",
        "Dingusiųjų šeimos pranešė, kad kaliniai 1988 metų vasarą buvo išvežti į nežinomą vietą, o jų kūnai iki šiol negrąžinti artimiesiems.",
    ),
    (
        "windows-874",
        "ครอบครัวของผู้สูญหายกล่าวว่านักโทษถูกพาไปยังสถานที่ที่ไม่ทราบในฤดูร้อนปี 1988",
    ),
];

fn written(encoding: &str, text: &str) -> Vec<u8> {
    let encoding = Encoding::for_label(encoding.as_bytes()).expect("a label");
    let (bytes, _, unmappable) = encoding.encode(text);
    assert!(!unmappable, "{text} in {}", encoding.name());
    bytes.into_owned()
}

/// Text and encoding found, and codes.
fn read(bytes: &[u8], declared: Option<&str>) -> (String, &'static str, Vec<&'static str>) {
    let decoded = decode(bytes, declared);
    let codes = decoded.problems.iter().map(Problem::code).collect();
    (decoded.text, decoded.encoding, codes)
}

#[test]
fn each_is_read_as_declared_without_a_word() {
    for (encoding, text) in TEXTS {
        let bytes = written(encoding, text);
        let expected = ((*text).to_owned(), *encoding, Vec::new());
        assert_eq!(read(&bytes, Some(encoding)), expected);
    }
}

#[test]
fn each_is_guessed_where_nothing_is_declared_and_the_guess_is_said() {
    for (encoding, text) in TEXTS {
        let bytes = written(encoding, text);
        let (found, name, codes) = read(&bytes, None);
        assert_eq!(found, *text, "{encoding} read as {name}");
        // Escapes prove an encoding, letters do not.
        let said = *encoding != "ISO-2022-JP";
        assert_eq!(codes.contains(&"encoding-guessed"), said, "{encoding}");
    }
}

#[test]
fn a_line_of_each_is_enough() {
    for (encoding, text) in TEXTS {
        let line: String = text.chars().take(25).collect();
        let (found, name, _) = read(&written(encoding, &line), None);
        assert_eq!(found, line, "{encoding} read as {name}");
    }
}

#[test]
fn each_declared_as_utf_8_or_as_western_by_a_server_is_read_all_the_same() {
    for (encoding, text) in TEXTS {
        let bytes = written(encoding, text);
        for lie in ["utf-8", "iso-8859-1", "windows-1252"] {
            // Between alphabets that are all Latin nothing is a proof: there what is declared counts.
            let latin = [
                "windows-1250",
                "windows-1252",
                "windows-1254",
                "windows-1257",
                "ISO-8859-2",
            ];
            if latin.contains(encoding) && lie != "utf-8" {
                continue;
            }
            let (found, name, codes) = read(&bytes, Some(lie));
            assert_eq!(found, *text, "{encoding} declared as {lie} read as {name}");
            assert!(
                codes.contains(&"declared-encoding-wrong"),
                "{encoding} as {lie}"
            );
        }
    }
}

#[test]
fn each_as_utf_16_with_and_without_its_mark_is_read_whatever_is_declared() {
    for (_, text) in TEXTS {
        for (name, bytes) in [
            (
                "UTF-16LE",
                text.encode_utf16()
                    .flat_map(u16::to_le_bytes)
                    .collect::<Vec<u8>>(),
            ),
            (
                "UTF-16BE",
                text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            ),
        ] {
            let mark: &[u8] = if name == "UTF-16LE" {
                b"\xff\xfe"
            } else {
                b"\xfe\xff"
            };
            let marked = [mark, &bytes].concat();
            for declared in [None, Some("utf-8"), Some("windows-1256")] {
                assert_eq!(read(&marked, declared).0, *text, "{name}");
                // Writing without blanks has no zero byte by which it could be told.
                if text.contains(' ') {
                    assert_eq!(read(&bytes, declared).0, *text, "{name} without a mark");
                }
            }
        }
    }
}

#[test]
fn each_cut_anywhere_or_damaged_gives_text_and_says_so() {
    for (encoding, text) in TEXTS {
        let bytes = written(encoding, text);
        for cut in 0..bytes.len() {
            for declared in [None, Some(*encoding)] {
                let (found, _, _) = read(&bytes[..cut], declared);
                assert!(found.len() <= 3 * cut + 3);
            }
        }
    }
}

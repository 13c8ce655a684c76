//! What towns, provinces and countries are called in each language: a source that writes "Tehran" names the town that a Persian page
//! calls «تهران». General knowledge, as the names of months are; what stands in no table stays as the source writes it.

use maud::{Markup, html};

use edition::Language;

use crate::{escape, here::Here, lang::Lang};

/// English, as sources in English write it, and French, Persian, Arabic; in the order of the English bytes.
#[rustfmt::skip]
const TOWNS: [(&str, [&str; 3]); 74] = [
    ("Abbas Abad", ["Abbas Abad", "عباس‌آباد", "عباس آباد"]),
    ("Ahvaz", ["Ahvaz", "اهواز", "الأهواز"]),
    ("Amol", ["Amol", "آمل", "آمل"]),
    ("Arak", ["Arak", "اراک", "أراك"]),
    ("Babol", ["Babol", "بابل", "بابل"]),
    ("Bandar Anzali", ["Bandar-e Anzali", "بندر انزلی", "بندر أنزلي"]),
    ("Bandar-e Gaz", ["Bandar-e Gaz", "بندر گز", "بندر كز"]),
    ("Behbahan", ["Behbahan", "بهبهان", "بهبهان"]),
    ("Borazjan", ["Borazdjan", "برازجان", "برازجان"]),
    ("Borujerd", ["Boroudjerd", "بروجرد", "بروجرد"]),
    ("Bushehr", ["Bouchehr", "بوشهر", "بوشهر"]),
    ("Dezful", ["Dezfoul", "دزفول", "دزفول"]),
    ("Dezful and Ahvaz", ["Dezfoul et Ahvaz", "دزفول و اهواز", "دزفول والأهواز"]),
    ("Durres", ["Durrës", "دورس", "دوريس"]),
    ("East Azerbaijan", ["Azerbaïdjan oriental", "آذربایجان شرقی", "أذربيجان الشرقية"]),
    ("Esfahan", ["Ispahan", "اصفهان", "أصفهان"]),
    ("Esfahan Province", ["Province d’Ispahan", "استان اصفهان", "محافظة أصفهان"]),
    ("Evin", ["Evin", "اوین", "إيفين"]),
    ("Fars", ["Fars", "فارس", "فارس"]),
    ("Fasa", ["Fasa", "فسا", "فسا"]),
    ("Gachsaran", ["Gachsaran", "گچساران", "كتشساران"]),
    ("Geneva", ["Genève", "ژنو", "جنيف"]),
    ("Gilan", ["Guilan", "گیلان", "كيلان"]),
    ("Gohardasht", ["Gohardasht", "گوهردشت", "كوهردشت"]),
    ("Golestan", ["Golestan", "گلستان", "كلستان"]),
    ("Gonbad", ["Gonbad", "گنبد", "كنبد"]),
    ("Gorgan", ["Gorgan", "گرگان", "كركان"]),
    ("Hamedan", ["Hamadan", "همدان", "همدان"]),
    ("Hamedan Province", ["Province de Hamadan", "استان همدان", "محافظة همدان"]),
    ("Hormozgan", ["Hormozgan", "هرمزگان", "هرمزكان"]),
    ("Ilam", ["Ilam", "ایلام", "إيلام"]),
    ("Iran", ["Iran", "ایران", "إيران"]),
    ("Isfahan", ["Ispahan", "اصفهان", "أصفهان"]),
    ("Karaj", ["Karadj", "کرج", "كرج"]),
    ("Kazerun", ["Kazeroun", "کازرون", "كازرون"]),
    ("Kerend", ["Kerend", "کرند", "كرند"]),
    ("Kerman", ["Kerman", "کرمان", "كرمان"]),
    ("Kermanshah", ["Kermanchah", "کرمانشاه", "كرمانشاه"]),
    ("Kermanshah Province", ["Province de Kermanchah", "استان کرمانشاه", "محافظة كرمانشاه"]),
    ("Khoramabad", ["Khorramabad", "خرم‌آباد", "خرم آباد"]),
    ("Khorasan Razavi", ["Khorassan-e Razavi", "خراسان رضوی", "خراسان رضوي"]),
    ("Khuzestan", ["Khouzistan", "خوزستان", "خوزستان"]),
    ("Kohgiluyeh and Boyer-Ahmad", ["Kohguilouyeh-et-Boyer-Ahmad", "کهگیلویه و بویراحمد", "كهكيلويه وبوير أحمد"]),
    ("Kurdistan", ["Kurdistan", "کردستان", "كردستان"]),
    ("Lahijan", ["Lahidjan", "لاهیجان", "لاهيجان"]),
    ("London", ["Londres", "لندن", "لندن"]),
    ("Markazi", ["Markazi", "مرکزی", "مركزي"]),
    ("Mashhad", ["Mechhed", "مشهد", "مشهد"]),
    ("Mazandaran", ["Mazandéran", "مازندران", "مازندران"]),
    ("Minab", ["Minab", "میناب", "ميناب"]),
    ("New Haven", ["New Haven", "نیوهیون", "نيو هيفن"]),
    ("Oslo", ["Oslo", "اسلو", "أوسلو"]),
    ("Paris", ["Paris", "پاریس", "باريس"]),
    ("Paris, 1st arrondissement", ["Paris, 1er arrondissement", "پاریس، منطقهٔ یک", "باريس، الدائرة الأولى"]),
    ("Paris, 1st arrondissement (by video)", ["Paris, 1er arrondissement (par vidéo)", "پاریس، منطقهٔ یک (از راه ویدئو)", "باريس، الدائرة الأولى (عبر الفيديو)"]),
    ("Paris, Esplanade des Invalides", ["Paris, esplanade des Invalides", "پاریس، میدان انوالید", "باريس، ساحة الأنفاليد"]),
    ("Qae'mshahr", ["Qaem Chahr", "قائم‌شهر", "قائم شهر"]),
    ("Qom", ["Qom", "قم", "قم"]),
    ("Qorveh", ["Qorveh", "قروه", "قروه"]),
    ("Ramsar", ["Ramsar", "رامسر", "رامسر"]),
    ("Rasht", ["Racht", "رشت", "رشت"]),
    ("Rudsar", ["Roudsar", "رودسر", "رودسر"]),
    ("Saleh-Abad", ["Saleh Abad", "صالح‌آباد", "صالح آباد"]),
    ("Sanandaj", ["Sanandadj", "سنندج", "سنندج"]),
    ("Sari", ["Sari", "ساری", "ساري"]),
    ("Semnan", ["Semnan", "سمنان", "سمنان"]),
    ("Shiraz", ["Chiraz", "شیراز", "شيراز"]),
    ("Stockholm", ["Stockholm", "استکهلم", "ستوكهولم"]),
    ("Tabriz", ["Tabriz", "تبریز", "تبريز"]),
    ("Tehran", ["Téhéran", "تهران", "طهران"]),
    ("Tehran (Evin, Gohardasht)", ["Téhéran (Evin, Gohardasht)", "تهران (اوین، گوهردشت)", "طهران (إيفين، كوهردشت)"]),
    ("Tehran Province", ["Province de Téhéran", "استان تهران", "محافظة طهران"]),
    ("Zahedan", ["Zahedan", "زاهدان", "زاهدان"]),
    ("Zanjan", ["Zandjan", "زنجان", "زنجان"]),
];

fn row(text: &str) -> Option<&'static [&'static str; 3]> {
    let place = TOWNS
        .binary_search_by_key(&text, |(english, _)| english)
        .ok()?;
    TOWNS.get(place).map(|(_, names)| names)
}

/// What a place that is written `text` in English is called in `lang`; `None` for English, and for what is not known here.
pub(crate) fn name(lang: Lang, text: &str) -> Option<&'static str> {
    let [fr, fa, ar] = row(text)?;
    match lang {
        Lang::En => None,
        Lang::Fr => Some(fr),
        Lang::Fa => Some(fa),
        Lang::Ar => Some(ar),
    }
}

/// Text from the archive inside a line: a place by its name in the language of the page, the words of the source with it.
pub(crate) fn value(here: &Here<'_>, text: &str, language: Option<&Language>) -> Markup {
    match name(here.lang(), text) {
        Some(name) => html! { bdi title=(escape::Data(text)) { (name) } },
        None => escape::value(text, language),
    }
}

/// Bytes of the longest that `text` is in any language.
pub(crate) fn bytes(text: &str) -> usize {
    let names = row(text).into_iter().flatten().map(|name| name.len());
    names.chain([text.len()]).max().unwrap_or_default()
}

#[cfg(test)]
mod tests;

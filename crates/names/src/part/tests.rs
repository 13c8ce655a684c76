//! How names are read: tables of names with their parts, and what holds for any text.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::{
    PARTS, Parsed, Role, is_placeholder, parse, parse_fields,
    vocabulary::{files, lines},
};
use crate::{fold::fold, normal::JOINT, script};

/// The parts as `role text`, with `+` between those that may be written together and `|` between others; `_` is a joint.
fn written(parsed: &Parsed) -> String {
    let mut out = String::new();
    for (place, part) in parsed.parts.iter().enumerate() {
        if place > 0 {
            let joint = parsed.parts[place - 1].joint;
            out.push_str(if joint { " + " } else { " | " });
        }
        let role = format!("{:?}", part.role).to_lowercase();
        out.push_str(&format!("{role} {}", part.text.replace(JOINT, "_")));
    }
    out
}

#[track_caller]
fn reads(names: &[(&str, &str)]) {
    for (text, parts) in names {
        assert_eq!(written(&parse(text)), *parts, "{text}");
    }
}

#[test]
fn titles_lead_while_a_name_remains() {
    reads(&[
        (
            "Ayatollah Seyyed Ruhollah Khomeini",
            "title ayatollah | title seyyed + given ruhollah | family khomeini",
        ),
        (
            "آیت‌الله سید روح‌الله خمینی",
            "title آیتالله | title سید + given روحالله | family خمینی",
        ),
        (
            "آیت الله سید روح الله خمینی",
            "title آیتالله | title سید + given روحالله | family خمینی",
        ),
        (
            "Hojjat ol-Eslam Hossein-Ali Nayyeri",
            "title hojjat_ol_eslam | given hossein + given ali | family nayyeri",
        ),
        (
            "Hojjatoleslam va l-Moslemin Ebrahim Raisi",
            "title hojjatoleslam_va_l_moslemin | given ebrahim | family raisi",
        ),
        (
            "حجت الاسلام والمسلمین سید ابراهیم رئیسی",
            "title حجتالاسلاموالمسلمین | title سید + given ابراهیم | family رئیسی",
        ),
        ("Seyyed Hosseini", "title seyyed + family hosseini"),
        ("Haji Rezaei", "title haji | family rezaei"),
        ("Haj Agha Rezaei", "title haj + title agha | family rezaei"),
        (
            "Dr. Mohammad Mosaddegh",
            "title dr | given mohammad | family mosaddegh",
        ),
        ("دکتر محمد مصدق", "title دکتر | given محمد | family مصدق"),
        ("ד\"ר משה כהן", "title דר | given משה | family כהן"),
        (
            "المرحوم الحاج محمد حسن الأسدي",
            "title المرحوم | title الحاج + given محمد + given حسن | family الاسدی",
        ),
        (
            "Sheikh Ahmad Yassin",
            "title sheikh | given ahmad | family yassin",
        ),
        (
            "Mir Hossein Mousavi",
            "title mir + given hossein | family mousavi",
        ),
        (
            "خانم زهرا رهنورد",
            "title خانم | given زهرا | family رهنورد",
        ),
        (
            "Shahid Ahmad Rezaei",
            "title shahid | given ahmad | family rezaei",
        ),
        ("شهید احمدی", "title شهید | family احمدی"),
        (
            "Mme Marie Dupont",
            "title mme | given marie | family dupont",
        ),
        (
            "Herr Dr. Hans Müller",
            "title herr | title dr | given hans | family müller",
        ),
        (
            "Полковник Иван Петров",
            "title полковник | given иван | family петров",
        ),
        ("سرهنگ علی رضایی", "title سرهنگ | given علی | family رضایی"),
        (
            "Д-р Фируз Гасемлу",
            "title д_р | given фируз | family гасемлу",
        ),
    ]);
}

#[test]
fn a_title_that_is_the_only_name_left_is_a_name() {
    reads(&[
        ("Seyyed", "family seyyed"),
        ("Shahid Afridi", "given shahid | family afridi"),
        ("Ali Seyyed", "given ali | family seyyed"),
        ("حاجی", "family حاجی"),
    ]);
}

#[test]
fn some_titles_follow_the_given_name() {
    reads(&[
        (
            "Reza Khan Bakhtiari",
            "given reza + title khan | family bakhtiari",
        ),
        ("Sattar Khan", "given sattar | family khan"),
        ("زهرا خانم", "given زهرا + title خانم"),
        (
            "Mirza Ali Khan Amin od-Dowleh",
            "title mirza | given ali + title khan | family amin_od_dowleh",
        ),
        (
            "Mohammad Agha Rezaei",
            "given mohammad + title agha | family rezaei",
        ),
    ]);
}

#[test]
fn m_is_monsieur_only_before_two_names() {
    reads(&[
        (
            "M. Hassan Rouhani",
            "title m | given hassan | family rouhani",
        ),
        ("M. Rouhani", "initial m | family rouhani"),
        ("M. R. Rouhani", "initial m | initial r | family rouhani"),
        ("M.R. Shajarian", "initial m | initial r | family shajarian"),
    ]);
}

#[test]
fn initials_in_any_script() {
    reads(&[
        ("م. ر. شجریان", "initial م | initial ر | family شجریان"),
        ("Gh. Rezaei", "initial gh | family rezaei"),
        ("John F. Kennedy", "given john | initial f | family kennedy"),
        ("A. K. Antony", "initial a | initial k | family antony"),
        ("J.-P. Sartre", "initial j | initial p | family sartre"),
        ("А. С. Пушкин", "initial а | initial с | family пушкин"),
        ("ד. כהן", "initial ד | family כהן"),
    ]);
}

#[test]
fn the_article_stays_with_its_noun() {
    reads(&[
        ("Al Tikriti", "family al_tikriti"),
        ("al-Tikriti", "family al_tikriti"),
        ("التكريتي", "family التکریتی"),
        ("ال تکریتی", "family التکریتی"),
        (
            "Saddam Hussein al-Tikriti",
            "given saddam + unknown hussein | family al_tikriti",
        ),
        ("Muhammad ash-Shami", "given muhammad | family ash_shami"),
        ("Muhammad ar Rashid", "given muhammad | family ar_rashid"),
        ("Аль-Тикрити", "family аль_тикрити"),
        ("אל תכריתי", "family אלתכריתי"),
        ("Ed Smith", "given ed | family smith"),
        (
            "Abdullah Ahmad An-Na'im",
            "given abdullah + unknown ahmad | family an_naʾim",
        ),
    ]);
}

#[test]
fn abd_is_never_alone() {
    reads(&[
        (
            "Abdol Rahman Ghassemlou",
            "given abdol_rahman | family ghassemlou",
        ),
        (
            "Abd al-Rahman Ghassemlou",
            "given abd_al_rahman | family ghassemlou",
        ),
        (
            "Abdul-Rahman Ghassemlou",
            "given abdul_rahman | family ghassemlou",
        ),
        (
            "Abdul Rahman Ghassemlou",
            "given abdul_rahman | family ghassemlou",
        ),
        (
            "Abdurrahman Ghassemlou",
            "given abdurrahman | family ghassemlou",
        ),
        ("عبد الرحمن قاسملو", "given عبدالرحمن | family قاسملو"),
        ("عبدالرحمن قاسملو", "given عبدالرحمن | family قاسملو"),
        ("عبد علی قاسملو", "given عبدعلی | family قاسملو"),
        (
            "Абд аль-Рахман Касемлу",
            "given абд_аль_рахман | family касемлу",
        ),
        ("עבד אל רחמן קאסם", "given עבדאלרחמן | family קאסם"),
        ("Said Abd Rabbo", "given said | family abd_rabbo"),
        (
            "Khaled Abed Elrahman",
            "given khaled | family abed_elrahman",
        ),
    ]);
}

#[test]
fn second_halves_are_put_to_the_first() {
    reads(&[
        ("Rahmat Allah Nabavi", "given rahmat_allah | family nabavi"),
        ("رحمت الله نبوی", "given رحمتالله | family نبوی"),
        ("رحمت‌الله نبوی", "given رحمتالله | family نبوی"),
        (
            "Nour ed-Din Kianouri",
            "given nour_ed_din | family kianouri",
        ),
        ("Nour Eddin Kianouri", "given nour_eddin | family kianouri"),
        ("نور الدین کیانوری", "given نورالدین | family کیانوری"),
        (
            "Zeyn ol-Abedin Rahnama",
            "given zeyn_ol_abedin | family rahnama",
        ),
        ("زین العابدین رهنما", "given زینالعابدین | family رهنما"),
        (
            "Seif al-Islam Gaddafi",
            "given seif_al_islam | family gaddafi",
        ),
        ("سیف الدین احمدی", "given سیفالدین | family احمدی"),
        ("Muhammad Zia ul-Haq", "given muhammad | family zia_ul_haq"),
        ("Zia-ul-Haq", "given zia_ul_haq"),
        (
            "Zine el-Abidine Ben Ali",
            "given zine_el_abidine | particle ben + family ali",
        ),
        ("صلاح الدين الأيوبي", "given صلاحالدین | family الایوبی"),
        (
            "Ashraf os-Sadat Mousavi",
            "given ashraf_os_sadat | family mousavi",
        ),
    ]);
}

#[test]
fn the_father_is_told_by_a_marker() {
    reads(&[
        (
            "Hasan ibn Ali ibn Abi Talib",
            "given hasan | particle ibn | patronymic ali | particle ibn | patronymic abi_talib",
        ),
        (
            "Ali b. Hassan al-Basri",
            "given ali | particle b | patronymic hassan | family al_basri",
        ),
        (
            "Fatima bint Mohammed Al Thani",
            "given fatima | particle bint | patronymic mohammed | family al_thani",
        ),
        (
            "Salman bin Abdulaziz Al Saud",
            "given salman | particle bin | patronymic abdulaziz | family al_saud",
        ),
        (
            "محمد بن راشد آل مكتوم",
            "given محمد | particle بن | patronymic راشد | family آلمکتوم",
        ),
        (
            "Ali Rezaei, son of Hassan",
            "given ali | family rezaei | particle son_of | patronymic hassan",
        ),
        (
            "Ali s/o Hassan",
            "given ali | particle so | patronymic hassan",
        ),
        (
            "علی رضایی فرزند حسن",
            "given علی | family رضایی | particle فرزند | patronymic حسن",
        ),
        (
            "Ali farzand-e Hassan Rezaei",
            "given ali | particle farzand_e | patronymic hassan | family rezaei",
        ),
        (
            "Rezaei, Ali, son of Hassan",
            "given ali | particle son_of | patronymic hassan | family rezaei",
        ),
        (
            "Ahmed Benali fils de Mohamed",
            "given ahmed | family benali | particle fils_de | patronymic mohamed",
        ),
        (
            "Ali Rasul oglu Mammadov",
            "given ali | patronymic rasul + particle oglu | family mammadov",
        ),
        (
            "Məmmədov Əli Rəsul oğlu",
            "given əli | patronymic rəsul + particle oğlu | family məmmədov",
        ),
        (
            "Мамедов Али Расул оглы",
            "given али | patronymic расул + particle оглы | family мамедов",
        ),
        (
            "Ivan Ivanovich Petrov",
            "given ivan | patronymic ivanovich | family petrov",
        ),
        (
            "Petrov Ivan Ivanovich",
            "given ivan | patronymic ivanovich | family petrov",
        ),
        (
            "Иванов Иван Иванович",
            "given иван | patronymic иванович | family иванов",
        ),
        (
            "Анна Сергеевна Каренина",
            "given анна | patronymic сергеевна | family каренина",
        ),
    ]);
}

#[test]
fn what_may_be_a_family_name_is_no_father() {
    reads(&[
        (
            "Mohamed Ben Ali",
            "given mohamed | particle ben + family ali",
        ),
        (
            "Osama bin Laden",
            "given osama | particle bin + family laden",
        ),
        ("محمد بن سلمان", "given محمد | particle بن + family سلمان"),
        (
            "Mahmoud Ould Mohamed",
            "given mahmoud | particle ould + family mohamed",
        ),
        ("דוד בן גוריון", "given דוד | particle בן + family גוריון"),
        ("Ben-Gurion", "particle ben + family gurion"),
        ("Ibn Sina", "particle ibn + family sina"),
        ("Ben Affleck", "given ben + family affleck"),
        ("Roman Abramovich", "given roman | family abramovich"),
        ("Slobodan Milošević", "given slobodan | family milošević"),
        (
            "Mohamed Aït Ahmed",
            "given mohamed | family aït + family ahmed",
        ),
    ]);
}

#[test]
fn kunyas_are_one_part() {
    reads(&[
        (
            "Abu Mazen Mahmoud Abbas",
            "kunya abu_mazen | given mahmoud | family abbas",
        ),
        (
            "Abu Bakr al-Baghdadi",
            "given abu_bakr | family al_baghdadi",
        ),
        ("Ahmad Abu Shanab", "given ahmad | family abu_shanab"),
        ("ابو علی مصطفی", "kunya ابوعلی | family مصطفی"),
        ("أم كلثوم", "given امکلثوم"),
        ("Umm Kulthum", "given umm_kulthum"),
        (
            "Abol Hassan Bani Sadr",
            "given abol_hassan | family bani + family sadr",
        ),
        ("אבו מאזן", "kunya אבומאזן"),
    ]);
}

#[test]
fn an_origin_may_follow_the_family_name() {
    reads(&[
        (
            "Ali Rezaei Esfahani",
            "given ali | family rezaei | nisba esfahani",
        ),
        (
            "علی رضایی اصفهانی",
            "given علی | family رضایی | nisba اصفهانی",
        ),
        (
            "Mohammad Hosseini Esfahani",
            "given mohammad | family hosseini | nisba esfahani",
        ),
        (
            "Hossein Ali Montazeri Najafabadi",
            "given hossein + given ali | family montazeri | nisba najafabadi",
        ),
        (
            "Ali Reza Karim Pour Esfahani",
            "given ali + given reza | family karim_pour | nisba esfahani",
        ),
        (
            "غلامحسین محسنی اژه‌ای",
            "given غلامحسین | family محسنی | nisba اژه_ای",
        ),
    ]);
}

#[test]
fn other_names_stand_in_brackets_or_behind_a_word() {
    reads(&[
        (
            "Hamed (Shahriar) Kalantari",
            "given hamed | nickname shahriar | family kalantari",
        ),
        (
            "Ali Rezaei known as Hamid",
            "given ali | family rezaei | particle known_as | nickname hamid",
        ),
        (
            "علی رضایی معروف به حمید",
            "given علی | family رضایی | particle معروفبه | nickname حمید",
        ),
        (
            "محمد أحمد الملقب بـ أبو خالد",
            "given محمد + unknown احمد | particle الملقبب | nickname ابوخالد",
        ),
        (
            "Jean Dupont dit Petit",
            "given jean | family dupont | particle dit | nickname petit",
        ),
        (
            "Ernesto \"Che\" Guevara",
            "given ernesto | nickname che | family guevara",
        ),
        (
            "Hassan a.k.a. Abu Ahmad",
            "given hassan | particle a_k_a | nickname abu_ahmad",
        ),
        ("«شهریار» کلانتری", "nickname شهریار | family کلانتری"),
        (
            "Zahra Rahnavard (née Kazemi)",
            "given zahra | family rahnavard | particle née | family kazemi",
        ),
        ("\"Ali Rezaei\"", "given ali | family rezaei"),
        ("Ali (Reza", "given ali + unknown reza"),
        (
            "Иван Петров по прозвищу Медведь",
            "given иван | family петров | particle по_прозвищу | nickname медведь",
        ),
    ]);
}

#[test]
fn two_given_names_may_be_one() {
    reads(&[
        (
            "Mohammad Reza Rahimi",
            "given mohammad + given reza | family rahimi",
        ),
        (
            "Mohammadreza Rahimi",
            "given mohammad + given reza | family rahimi",
        ),
        ("محمدرضا رحیمی", "given محمد + given رضا | family رحیمی"),
        ("محمد رضا رحیمی", "given محمد + given رضا | family رحیمی"),
        ("محمد‌رضا رحیمی", "given محمد + given رضا | family رحیمی"),
        (
            "Mohammad-Reza Rahimi",
            "given mohammad + given reza | family rahimi",
        ),
        ("Mohd. Ali Rezaei", "given mohd + given ali | family rezaei"),
        ("حسین علی نیری", "given حسین + given علی | family نیری"),
        (
            "Zahra Sadat Hosseini",
            "given zahra + given sadat | family hosseini",
        ),
        (
            "گلنار سادات موسوی",
            "given گلنار + given سادات | family موسوی",
        ),
        ("Amir Hossein", "given amir + unknown hossein"),
        (
            "Jean-Pierre Dupont-Martin",
            "given jean + given pierre | family dupont + family martin",
        ),
        (
            "Gholam Hossein Elham",
            "given gholam + given hossein | family elham",
        ),
        (
            "Мохаммад Реза Пехлеви",
            "given мохаммад + given реза | family пехлеви",
        ),
    ]);
}

#[test]
fn family_names_are_written_in_two() {
    reads(&[
        (
            "Mostafa Pour Mohammadi",
            "given mostafa | family pour + family mohammadi",
        ),
        (
            "Mostafa Pourmohammadi",
            "given mostafa | family pourmohammadi",
        ),
        (
            "Mostafa Pour-Mohammadi",
            "given mostafa | family pour + family mohammadi",
        ),
        ("مصطفی پور محمدی", "given مصطفی | family پور + family محمدی"),
        ("مصطفی پورمحمدی", "given مصطفی | family پورمحمدی"),
        ("Ali Hassan Zadeh", "given ali | family hassan_zadeh"),
        ("علی حسن زاده", "given علی | family حسن_زاده"),
        ("علی حسن‌زاده", "given علی | family حسن_زاده"),
        ("Hassan Zadeh", "family hassan_zadeh"),
        ("Mohammad Ali Zadeh", "given mohammad | family ali_zadeh"),
        ("Ali Karim Pour", "given ali | family karim_pour"),
        (
            "Mahmoud Ahmadi Nejad",
            "given mahmoud | family ahmadi_nejad",
        ),
        ("محمود احمدی‌نژاد", "given محمود | family احمدی_نژاد"),
        ("Ali Ahmadi Rad", "given ali | family ahmadi + family rad"),
        ("Sahar Tabar", "given sahar | family tabar"),
        (
            "ابوالحسن بنی‌صدر",
            "given ابوالحسن | family بنی + family صدر",
        ),
        ("علی خامنه‌ای", "given علی | family خامنه_ای"),
        ("علی خامنه ای", "given علی | family خامنه_ای"),
        (
            "Reza Shah Pahlavi",
            "given reza | family shah + family pahlavi",
        ),
    ]);
}

#[test]
fn an_ezafe_is_a_particle() {
    reads(&[
        ("Jalal Al-e Ahmad", "given jalal | family al_e_ahmad"),
        ("جلال آل احمد", "given جلال | family آلاحمد"),
        (
            "Hossein-e Rezaei",
            "given hossein + particle e | family rezaei",
        ),
    ]);
}

#[test]
fn surname_particles_belong_to_what_follows() {
    reads(&[
        (
            "Charles de Gaulle",
            "given charles | particle de + family gaulle",
        ),
        (
            "Vincent van der Berg",
            "given vincent | particle van_der + family berg",
        ),
        (
            "Maria del Carmen",
            "given maria | particle del + family carmen",
        ),
        (
            "Leonardo di Caprio",
            "given leonardo | particle di + family caprio",
        ),
        ("De Gaulle", "particle de + family gaulle"),
    ]);
}

#[test]
fn the_family_name_may_stand_first() {
    reads(&[
        ("Rezaei, Ali", "given ali | family rezaei"),
        (
            "Rezaei, Seyyed Ali",
            "title seyyed + given ali | family rezaei",
        ),
        ("رضایی، علی", "given علی | family رضایی"),
        (
            "Mohseni-Eje'i, Gholam-Hossein",
            "given gholam + given hossein | family mohseni + nisba ejeʾi",
        ),
        (
            "King, Martin Luther, Jr.",
            "given martin + given luther | family king | suffix jr",
        ),
        ("DUPONT Jean", "given jean | family dupont"),
        ("Jean DUPONT", "given jean | family dupont"),
        ("Jean de DUPONT", "given jean | particle de + family dupont"),
        ("Rezaei Mohammad", "given mohammad | family rezaei"),
        ("ABDULLAH AHMAD", "given abdullah | family ahmad"),
    ]);
}

#[test]
fn suffixes_are_told() {
    reads(&[
        (
            "Martin Luther King Jr.",
            "given martin + unknown luther + family king | suffix jr",
        ),
        ("John Smith III", "given john | family smith | suffix iii"),
        ("John Smith 3rd", "given john | family smith | suffix 3rd"),
        (
            "Dr. Ali Rezaei, PhD",
            "title dr | given ali | family rezaei | suffix phd",
        ),
    ]);
}

#[test]
fn halves_of_a_family_name_that_nothing_tells_may_be_joined() {
    reads(&[
        (
            "عبدالرسول سی سختی",
            "given عبدالرسول + unknown سی + family سختی",
        ),
        (
            "Abdolrasoul See Sakhti",
            "given abdolrasoul + unknown see + family sakhti",
        ),
        ("علی آذرش گرگانی", "given علی | family آذرش | nisba گرگانی"),
        ("فرج الله میزانی", "given فرجالله | family میزانی"),
        (
            "سید نصرا لله حسینی",
            "title سید + given نصرالله | family حسینی",
        ),
        (
            "Zohreh Haj Mir Esmaili",
            "given zohreh | family haj + family mir + family esmaili",
        ),
        (
            "Mehrangiz Mohammad-Rahimi",
            "given mehrangiz | family mohammad + family rahimi",
        ),
        ("Mohammadnaser", "given mohammad + given naser"),
    ]);
}

#[test]
fn four_names_of_which_nothing_is_told() {
    reads(&[
        (
            "Saddam Hussein Abd al-Majid al-Tikriti",
            "given saddam + unknown hussein + unknown abd_al_majid | family al_tikriti",
        ),
        (
            "Ali Hassan Jabbar",
            "given ali + given hassan | family jabbar",
        ),
        (
            "علي عبدالله صالح",
            "given علی + given عبدالله | family صالح",
        ),
        ("Γιάννης Ρίτσος", "given γιαννησ | family ριτσοσ"),
        (
            "Νικόλαος Παπαδόπουλος",
            "given νικολαοσ | family παπαδοπουλοσ",
        ),
        ("لەیلا قاسم", "given لەیلا | family قاسم"),
        ("Kim Jong-un", "given kim | family jong + family un"),
    ]);
}

#[test]
fn a_half_that_is_often_left_out_is_parted() {
    reads(&[
        (
            "Mohammadali Rajaei",
            "given mohammad + given ali | family rajaei",
        ),
        ("محمدعلی رجایی", "given محمد + given علی | family رجایی"),
        (
            "Amirhossein Rajaei",
            "given amir + given hossein | family rajaei",
        ),
        ("Seyedali Rajaei", "title seyed + given ali | family rajaei"),
        ("Alireza Rajaei", "given alireza | family rajaei"),
        ("علیرضا رجایی", "given علیرضا | family رجایی"),
        ("Mohammadi Rajaei", "given mohammadi | family rajaei"),
        (
            "Mohammadnejad Rajaei",
            "given mohammadnejad | family rajaei",
        ),
        (
            "Мохаммадреза Раджаи",
            "given мохаммад + given реза | family раджаи",
        ),
    ]);
}

#[test]
fn origins_in_other_scripts_and_spellings() {
    reads(&[
        (
            "Ali Akhavan Shirazi",
            "given ali | family akhavan | nisba shirazi",
        ),
        (
            "Ali Akhavan Chirazi",
            "given ali | family akhavan | nisba chirazi",
        ),
        (
            "علی اخوان شیرازی",
            "given علی | family اخوان | nisba شیرازی",
        ),
        (
            "Али Ахаван Исфахани",
            "given али | family ахаван | nisba исфахани",
        ),
        (
            "Nader Kasemsadeh Gilani",
            "given nader | family kasemsadeh | nisba gilani",
        ),
    ]);
}

#[test]
fn the_family_name_may_stand_before_name_and_father() {
    reads(&[
        (
            "خانلری اسداله بن عبدالوهاب",
            "given اسداله | particle بن | patronymic عبدالوهاب | family خانلری",
        ),
        (
            "Hosseinian Vahid ben Salim",
            "given vahid | particle ben | patronymic salim | family hosseinian",
        ),
        (
            "Khoury Abdelkarim ben Mohammad Mehdi",
            "given abdelkarim | particle ben | patronymic mohammad | patronymic mehdi | family khoury",
        ),
        (
            "Fathi, Ismail bin Mohammad Mehdi",
            "given ismail | particle bin | patronymic mohammad | patronymic mehdi | family fathi",
        ),
        (
            "Sardar bin Adel Mousavian",
            "given sardar | particle bin | patronymic adel | family mousavian",
        ),
    ]);
}

#[test]
fn titles_in_other_scripts() {
    reads(&[
        (
            "Ajatollah Chalil Omari",
            "title ajatollah | given chalil | family omari",
        ),
        (
            "аятолла Халил Омари",
            "title аятолла | given халил | family омари",
        ),
        (
            "אייתוללה חליל עומרי",
            "title אייתוללה | given חליל | family עומרי",
        ),
        (
            "Scheich Hadi Asissadeh",
            "title scheich | given hadi | family asissadeh",
        ),
        (
            "حاج سید احمد خمینی",
            "title حاج + title سید + given احمد | family خمینی",
        ),
    ]);
}

#[test]
fn an_epithet_behind_the_name_is_one_part() {
    reads(&[
        (
            "Hossein Qoli Khan Nezam os-Saltaneh",
            "given hossein + given qoli + title khan | laqab nezam_os_saltaneh",
        ),
        (
            "Ali Farahani Amin od-Dowleh",
            "given ali | family farahani | laqab amin_od_dowleh",
        ),
        (
            "میرزا علی خان امین الدوله",
            "title میرزا | given علی + title خان | family امینالدوله",
        ),
    ]);
}

#[test]
fn fields_tell_given_from_family_names() {
    for (given, family, parts) in [
        ("Ali", "Rezaei", "given ali | family rezaei"),
        (
            "Seyyed Ali",
            "Hosseini Khamenei",
            "title seyyed + given ali | family hosseini | nisba khamenei",
        ),
        ("Seyyed", "Hosseini", "given seyyed | family hosseini"),
        ("Dr.", "Rezaei", "title dr | family rezaei"),
        (
            "Mohammad Reza",
            "Pour Mohammadi",
            "given mohammad + given reza | family pour + family mohammadi",
        ),
        (
            "Ivan Ivanovich",
            "Petrov",
            "given ivan | patronymic ivanovich | family petrov",
        ),
        (
            "Mohamed",
            "Ben Ali",
            "given mohamed | particle ben + family ali",
        ),
        (
            "Ahmad bin Mohammad Mehdi",
            "Khoury",
            "given ahmad | particle bin | patronymic mohammad | patronymic mehdi | family khoury",
        ),
        (
            "Salman",
            "bin Abdulaziz Al Saud",
            "given salman | particle bin | patronymic abdulaziz | family al_saud",
        ),
        ("Əli", "Hacı oğlu", "given əli | family haci + family oğlu"),
        (
            "Jan",
            "van der Berg",
            "given jan | particle van_der + family berg",
        ),
        ("علی", "حسن زاده", "given علی | family حسن_زاده"),
        ("علی", "نامشخص", "given علی"),
        ("unknown", "Rezaei", "family rezaei"),
        ("Ali Mohammad", "", "given ali + given mohammad"),
        ("", "Rezaei", "family rezaei"),
        ("", "", ""),
        ("نوزاد فاطمه", "احمدی", "family احمدی"),
        (
            "Rahim Ali",
            "Ash Shami",
            "given rahim + given ali | family ash_shami",
        ),
        (
            "Reza Khan",
            "Bakhtiari",
            "given reza + title khan | family bakhtiari",
        ),
        (
            "Zahra (Nasrin)",
            "Ahmadi",
            "given zahra | nickname nasrin | family ahmadi",
        ),
    ] {
        let parsed = parse_fields(given, family);
        assert_eq!(written(&parsed), parts, "{given}, {family}");
    }
}

#[test]
fn placeholders_have_no_parts() {
    for text in [
        "unknown",
        "Unknown.",
        "UNKNOWN UNKNOWN",
        "(unknown)",
        "n/a",
        "N/A",
        "n.a.",
        "-",
        "?",
        "???",
        "—",
        "123",
        "Unknown 5",
        "no name",
        "Baby of Fatima Ahmadi",
        "baby",
        "son of Hassan",
        "S/O Hassan",
        "Unborn child of Zahra",
        "John Doe",
        "نامشخص",
        "نا مشخص",
        "مجهول",
        "مجهول الهویه",
        "مجهول‌الهویه",
        "بی‌نام",
        "بی نام",
        "ندارد",
        "نوزاد فاطمه",
        "فرزند حسن",
        "غير معروف",
        "مجهول الهوية",
        "inconnu",
        "Inconnue",
        "fils de Hassan",
        "unbekannt",
        "Sohn von Hassan",
        "desconocido",
        "неизвестно",
        "Неизвестный",
        "לא ידוע",
        "אלמוני",
        "kimliği belirsiz",
        "άγνωστος",
    ] {
        let parsed = parse(text);
        assert_eq!(written(&parsed), "", "{text}");
        assert!(parsed.placeholder && is_placeholder(text), "{text}");
    }
    assert!(!parse("").placeholder);
    assert!(is_placeholder(" "));
}

#[test]
fn what_is_known_beside_a_placeholder_stays() {
    for (text, parts) in [
        ("Ali unknown", "given ali"),
        ("علی نامشخص", "given علی"),
        ("Unknown Rezaei", "family rezaei"),
        ("Rezaei, unknown", "family rezaei"),
    ] {
        let parsed = parse(text);
        assert_eq!(written(&parsed), parts);
        assert!(parsed.placeholder);
    }
}

#[test]
fn names_that_look_like_placeholders_are_names() {
    for text in ["Na Li", "Ali Baby", "Man Ray", "X", "Anna", "Nil Ahmadi"] {
        assert!(!is_placeholder(text) || text == "X", "{text}");
    }
}

/// Parts that may be left out cheaply.
fn light(text: &str) -> Vec<String> {
    let parts = parse(text).parts.into_iter();
    parts
        .filter(|part| part.light)
        .map(|part| part.text)
        .collect()
}

#[test]
fn what_clerks_leave_out_is_light() {
    for (text, parts) in [
        ("Dr. Seyyed Ali Rezaei", vec!["dr", "seyyed"]),
        ("Mohammad Reza Rahimi", vec!["mohammad"]),
        ("Reza Mohammad Rahimi", vec![]),
        ("Mohammad Rahimi", vec![]),
        ("Amir Hossein Rahimi", vec!["amir"]),
        ("Zahra Sadat Hosseini", vec!["zahra", "sadat"]),
        ("Maryam Sadat Hosseini", vec!["sadat"]),
        ("Ali Rezaei Esfahani", vec!["esfahani"]),
        ("Charles de Gaulle", vec!["de"]),
        ("Ali ibn Hassan al-Basri", vec!["ibn"]),
        ("John F. Kennedy", vec!["f"]),
        ("J. Kennedy", vec![]),
        ("Hamed (Shahriar) Kalantari", vec!["shahriar"]),
        ("Ali Rezaei", vec![]),
    ] {
        assert_eq!(light(text), parts, "{text}");
    }
}

#[test]
fn a_family_name_that_was_written_first_is_told() {
    for text in [
        "Rezaei, Ali",
        "رضایی، علی",
        "DUPONT Jean",
        "Petrov Ivan Ivanovich",
        "Məmmədov Əli Rəsul oğlu",
    ] {
        assert!(parse(text).surname_first, "{text}");
    }
    for text in ["Ali Rezaei", "Jean DUPONT", "Ali Rezaei, Jr.", "Ali,"] {
        assert!(!parse(text).surname_first, "{text}");
    }
}

#[test]
fn mixed_scripts_within_a_word_are_told() {
    for text in ["Аli Rezaei", "Ali Rеzaei", "علیb", "Rezaei (Аli)"] {
        assert!(parse(text).mixed, "{text}");
    }
    for text in ["Ali رضایی", "Ali2 Rezaei", "Saʿīd", "Šahrām", "علی۲", "ﻋﻠﯽ"] {
        assert!(!parse(text).mixed, "{text}");
    }
}

#[test]
fn spellings_of_one_compound_have_one_text_where_the_script_joins_them() {
    for spellings in [
        ["عبد الرحمن احمدی", "عبدالرحمن احمدی", "عبد‌الرحمن احمدی"],
        ["نور الدین احمدی", "نورالدین احمدی", "نور‌الدین احمدی"],
        ["روح الله احمدی", "روحالله احمدی", "روح‌الله احمدی"],
        ["ابو طالب احمدی", "ابوطالب احمدی", "ابو‌طالب احمدی"],
    ] {
        let read: Vec<String> = spellings.iter().map(|text| written(&parse(text))).collect();
        assert!(read.windows(2).all(|pair| pair[0] == pair[1]), "{read:?}");
    }
}

#[test]
fn invisible_signs_change_nothing() {
    let plain = parse("علی رضایی");
    for text in [
        "\u{202B}علی رضایی\u{202C}",
        "\u{200F}علی\u{200F} \u{2067}رضایی\u{2069}",
        "\u{FEFF}علی\u{00A0}رضایی",
        "علــی رضا\u{00AD}یی",
    ] {
        assert_eq!(parse(text).parts, plain.parts, "{text:?}");
    }
}

#[test]
fn what_is_too_long_is_cut_and_counted() {
    let parsed = parse(&"Karim ".repeat(20));
    assert_eq!((parsed.parts.len(), parsed.cut), (PARTS, 20 - PARTS));
    let parsed = parse(&"Karim ".repeat(1000));
    assert_eq!((parsed.parts.len(), parsed.cut), (PARTS, 1000 - PARTS));
    let parsed = parse_fields(&"Karim ".repeat(10), &"Rad ".repeat(10));
    assert_eq!((parsed.parts.len(), parsed.cut), (PARTS, 20 - PARTS));
}

#[test]
fn a_huge_text_is_read_in_proportion_to_its_length() {
    for piece in [
        "a", "(", "\"", "a b ", "«", "a-", "علی ", ". ", "ibn ", "a,", "'", "\u{200C}", "Abd al ",
    ] {
        let parsed = parse(&piece.repeat(300_000));
        assert!(parsed.parts.len() <= PARTS);
    }
}

#[test]
fn the_files_hold_known_kinds_and_no_empty_word() {
    for file in files() {
        assert!(file.starts_with("# "), "a header says what the file is");
        for line in lines(file) {
            assert!(line.kind.is_some(), "unknown kind beside {}", line.words);
            for word in line.words.split(';') {
                assert!(
                    !fold(word).is_empty(),
                    "an empty word in the line {}",
                    line.words
                );
            }
        }
    }
}

/// Letters of a folded text, sorted.
fn letters(text: &str) -> Vec<char> {
    // Decomposed, since letters of two words may compose when they are put together.
    let mut letters: Vec<char> = fold(text)
        .nfd()
        .filter(|sign| sign.is_alphanumeric())
        .collect();
    letters.sort_unstable();
    letters
}

/// Words that mean something in a name, and others, with the signs that stand between words.
fn names() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "Ali",
            "Mohammad",
            "Reza",
            "Rezaei",
            "Pour",
            "Zadeh",
            "Abd",
            "al",
            "Allah",
            "ibn",
            "Ben",
            "Abu",
            "Seyyed",
            "Dr",
            "Khan",
            "van",
            "de",
            "oghlu",
            "Jr",
            "M",
            "son",
            "of",
            "known",
            "as",
            "née",
            "e",
            "ovich",
            "ol",
            "Molk",
            "Ivanovich",
            "DUPONT",
            "s/o",
        ]),
        prop::sample::select(vec![
            "علی",
            "محمد",
            "رضا",
            "رضایی",
            "پور",
            "زاده",
            "عبد",
            "ال",
            "الله",
            "بن",
            "ابو",
            "سید",
            "خان",
            "فرزند",
            "معروف",
            "به",
            "ی",
            "ای",
            "خامنه",
            "الدین",
            "آل",
            "م",
        ]),
        prop::sample::select(vec!["Иван", "Иванович", "оглы", "בן", "אל", "ד\"ר", "Αλή"]),
    ];
    let sign = prop::sample::select(vec![
        " ", " ", " ", "-", "\u{200C}", ", ", ". ", ".", " (", ") ", "\"", "«", "»", "/", "'", "، ",
    ]);
    prop::collection::vec((word, sign), 0..10).prop_map(|pieces| {
        pieces
            .into_iter()
            .map(|(word, sign)| format!("{word}{sign}"))
            .collect()
    })
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        names(),
        any::<String>(),
        "[a-zA-Z'’ʿ .,\\-()\"\u{200c}\u{202b}\u{202c}é-ſ]{0,40}",
        "[\u{0600}-\u{06ff}\u{200c}\u{200d} ،«»]{0,40}",
    ]
}

fn check(parsed: &Parsed, text: &str) -> Result<(), TestCaseError> {
    prop_assert!(parsed.parts.len() <= PARTS);
    for part in &parsed.parts {
        prop_assert!(!part.text.is_empty());
        prop_assert!(!part.text.contains(' '));
    }
    if let Some(last) = parsed.parts.last() {
        prop_assert!(!last.joint, "nothing follows the last part");
    }
    // Nothing is dropped silently.
    if !parsed.placeholder && parsed.cut == 0 {
        let all: String = parsed.parts.iter().map(|part| part.text.as_str()).collect();
        prop_assert_eq!(letters(&all), letters(text));
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_letter_of_a_name_is_in_some_part(text in texts()) {
        check(&parse(&text), &text)?;
    }

    #[test]
    fn every_letter_of_the_fields_is_in_some_part(given in texts(), family in texts()) {
        check(&parse_fields(&given, &family), &format!("{given} {family}"))?;
    }

    #[test]
    fn a_name_with_a_part_has_a_name(text in names()) {
        let parsed = parse(&text);
        let names = |role| !matches!(role, Role::Title | Role::Particle | Role::Suffix);
        let told = parsed.parts.iter().any(|part| names(part.role));
        prop_assert!(parsed.parts.is_empty() || told, "{}", written(&parsed));
    }

    #[test]
    fn a_word_of_one_script_is_not_mixed(text in "[a-zA-Z]{1,9}|[آ-غ]{1,9}|[а-я]{1,9}") {
        prop_assert!(script::of(&text).is_some());
        prop_assert!(!parse(&text).mixed);
    }
}

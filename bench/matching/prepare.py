"""What one would do by hand to give lists in many scripts to a tool that knows one: names romanised, split and joined, dates turned
into Gregorian ones. Used by the peers; its time is part of theirs.

Two romanisers: anyascii, letter by letter and fast; or arabic-name-romanizer, the best package found for names in Arabic script (a
dictionary of attested spellings, a small network for the rest), slow on names that it does not know, with anyascii for other
scripts."""

import re
import unicodedata

import pandas
from anyascii import anyascii

ARABIC = re.compile("[\u0600-\u06ff]")
UNKNOWN = {"", "-", "n/a", "unknown", "namshkhs", "mjhwl", "ghyr mrwf", "majhul", "majhoul", "majhool", "namoshakhas", "namashkhas"}
SUFFIXES = {"zadh", "zade", "zadeh", "pwr", "pour", "pur", "poor", "njad", "nzhad", "nejad", "nezhad", "nia", "nya", "niya", "sadeh", "khwah", "khah", "dwst", "dust", "doust", "prwr", "parvar", "pnah", "panah", "mnsh", "manesh"}
ARTICLES = {"al", "el", "aal"}
SEXES = {"m": "m", "f": "f", "mrd": "m", "zn": "f", "dhkr": "m", "anthy": "f", "mard": "m", "zan": "f", "untha": "f", "unsa": "f", "zakar": "m", "homme": "m", "femme": "f"}


def romanised_words(texts):
    """Every word in Arabic script among the texts, romanised by the dictionary."""
    from arabic_name_romanizer import transliterate_many

    words = sorted({word for text in texts for word in text.replace("\u200c", "").split() if ARABIC.search(word)})
    return dict(zip(words, transliterate_many(words))) if words else {}


def latin(text, words):
    """Lower-case ASCII words."""
    if not isinstance(text, str) or not text:
        return None
    text = unicodedata.normalize("NFKC", text).replace("\u200c", "")
    text = " ".join(words.get(word, word) for word in text.split()) if words else text
    text = anyascii(text).lower().replace("'", "").replace("`", "")
    text = " ".join(re.sub(r"[^a-z0-9, ]", " ", text).split())
    return None if text in UNKNOWN else text


def split(name):
    """Given and family name of a whole name: the last word, with a suffix or article that belongs to it; or what a comma says."""
    if name is None:
        return None, None
    if "," in name:
        family, given = name.split(",", 1)
        return given.strip() or None, family.replace(" ", "") or None
    words = name.split()
    at = len(words) - 1
    while at > 1 and (words[at] in SUFFIXES or words[at - 1] in ARTICLES):
        at -= 1
    return " ".join(words[:at]) or None, "".join(words[at:])


def gregorian(year, month, day, calendar):
    if calendar == "solar-hijri":
        days = 226894 + 365 * (year - 1) + (8 * year + 21) // 33 + (31 * (month - 1) if month <= 7 else 30 * (month - 1) + 6) + day
    elif calendar == "lunar-hijri":
        days = 227014 + 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    else:
        return f"{year:04}-{month:02}-{day:02}"
    # Day 1 is 1 January of year 1, as in datetime.
    return pandas.Timestamp.fromordinal(days).strftime("%Y-%m-%d")


def date(text, calendar):
    """A Gregorian date; the middle of the year where only the year is told, so that years can still agree."""
    if not isinstance(text, str) or not text:
        return None
    digits = unicodedata.normalize("NFKC", text).translate({0x06F0 + d: str(d) for d in range(10)})
    parts = [int(p) for p in re.findall(r"\d+", digits)]
    if not parts:
        return None
    if not isinstance(calendar, str) or not calendar:
        calendar = "solar-hijri" if 1200 < parts[0] < 1400 else "gregorian"
    year, month, day = (parts + [None, None])[:3]
    if month is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        month, day = (4, 10) if calendar == "solar-hijri" else (7, 1)
    return gregorian(year, month, min(day, 30) if month != 2 or calendar != "gregorian" else min(day, 28), calendar)


def read(path, romaniser):
    """The table, ready: rec_id, given, surname, father, sex, dob, death, place, birth_place, affiliation and, where they are,
    soc_sec, postcode, street_number, state, address_1."""
    raw = pandas.read_csv(path, dtype=str, keep_default_na=False)
    column = lambda name: raw[name] if name in raw else pandas.Series([""] * len(raw))
    named = [c for c in ("name", "given", "surname", "father", "place", "birth_place", "affiliation") if c in raw]
    words = romanised_words(set().union(*(raw[c] for c in named))) if romaniser == "names" else {}
    once = {}

    def of(text):
        if text not in once:
            once[text] = latin(text, words)
        return once[text]

    parts = [(of(g), (of(s) or "").replace(" ", "") or None) if g or s else split(of(n)) for n, g, s in zip(column("name"), column("given"), column("surname"))]
    calendars = column("calendar")
    table = pandas.DataFrame({"unique_id": raw["rec_id"]})
    table["given"], table["surname"] = [p[0] for p in parts], [p[1] for p in parts]
    table["full_name"] = [f"{g} {s}" if g and s else None for g, s in parts]
    for name in ("father", "place", "birth_place", "affiliation"):
        table[name] = [of(v) for v in column(name)]
    table["sex"] = [SEXES.get(of(v)) if v else None for v in column("sex")]
    table["dob"] = [date(v, c) for v, c in zip(column("birth"), calendars)]
    table["death"] = [date(v, c) for v, c in zip(column("death"), calendars)]
    ages = [unicodedata.normalize("NFKC", v).translate({0x06F0 + d: str(d) for d in range(10)}) for v in column("age")]
    # Where no birth is told, the age tells the year.
    table["dob"] = [
        b or (f"{int((d or '1988-01-01')[:4]) - int(a)}-07-01" if a.isdigit() else None) for b, d, a in zip(table["dob"], table["death"], ages)
    ]
    for name, source in (("soc_sec", "id:soc_sec"), ("postcode", "postcode"), ("street_number", "street_number"), ("state", "state"), ("address_1", "address_1")):
        if source in raw:
            table[name] = raw[source].replace("", None)
    # A column that is nowhere filled has nothing to teach a model.
    return table.dropna(axis=1, how="all").astype(object).where(lambda t: t.notna(), None)

"""Pairs of full names with known answers, from groups.tsv. Usage: pairs.py OUT.tsv [SCALE]

Positives are two spellings of one name, made unlike each other in the ways lists differ; negatives are hard on purpose: one long
vowel, a final vowel, a suffix, a brother, a father. Groups are parted into `dev` and `held` by a hash, and a pair is in a half only
if all its groups are: rules may be looked over on `dev`, `held` only gives figures. Same arguments, same bytes.

Columns: left, right, label (1 one name, 0 two), split, stratum (scripts, in order of the alphabet), kind (of negative; or what was
done to a positive).
"""

import hashlib
import random
import sys
import unicodedata
from pathlib import Path

SCRIPT = dict(fa="arabic", ar="arabic", ckb="arabic", en="latin", fr="latin", de="latin", tr="latin", ru="cyrillic", he="hebrew", el="greek")
# Positives of each stratum and half; half as many negatives more. Small where few groups are written so.
WANTED = {
    "latin-latin": 2400, "arabic-arabic": 1600, "arabic-latin": 2400, "cyrillic-latin": 1200, "arabic-cyrillic": 1200,
    "cyrillic-cyrillic": 500, "hebrew-latin": 500, "arabic-hebrew": 500, "cyrillic-hebrew": 200, "greek-latin": 150, "arabic-greek": 150,
}
TITLES = {
    "fa": ["دکتر", "آیت‌الله", "حاج", "سید", "مهندس", "شیخ", "حجت‌الاسلام"], "ar": ["الدكتور", "الشيخ", "السيد", "الحاج"],
    "ckb": ["د.", "شێخ", "حاجی"], "en": ["Dr.", "Ayatollah", "Haj", "Seyed", "Sayyid", "Sheikh", "Mr."],
    "fr": ["M.", "Dr", "Cheikh", "Hadj", "Ayatollah"], "de": ["Dr.", "Scheich", "Ajatollah", "Herr"], "tr": ["Dr.", "Hacı", "Şeyh", "Seyid"],
    "ru": ["д-р", "аятолла", "шейх", "хаджи"], "he": ['ד"ר', "שייח'"], "el": [],
}
# Titles of rank that a woman does not bear are left away before her name.
FOR_WOMEN = {"دکتر", "حاج", "مهندس", "الدكتور", "د.", "Dr.", "Dr", "д-р", 'ד"ר'}
SON = {"fa": "بن", "ar": "بن", "en": "bin", "fr": "ben", "de": "ibn", "ru": "ибн", "tr": "bin"}
# First halves of double given names that clerks leave out, or put before a plain one.
HALVES = {"fa": "محمد", "ar": "محمد", "en": "Mohammad", "fr": "Mohammad", "de": "Mohammad", "ru": "Мохаммад", "tr": "Mehmet"}
FAMILY_PLACES = {"اصفهانی", "شیرازی", "تبریزی", "خراسانی", "کرمانی", "یزدی", "گیلانی", "همدانی", "اردبیلی", "طالقانی", "مازندرانی"}
DOTS = ["بپتثن", "جچحخ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فق"]


class Group:
    def __init__(self, columns, cells):
        row = dict(zip(columns, cells))
        self.kind, self.sex, self.people = row["kind"], row["sex"], row["people"]
        self.forms = {c: row[c].split("|") for c in SCRIPT if row.get(c)}
        self.all = {bare(form) for forms in self.forms.values() for form in forms}
        self.first = next(iter(self.forms.values()))[0]
        key = f"{self.kind} {self.first} {cells[-7]}".encode()
        self.split = "dev" if hashlib.sha256(key).digest()[0] % 2 else "held"


def bare(text):
    """A spelling without case, marks, spaces and joints: equal for two that nobody could tell apart."""
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    folded = folded.translate(str.maketrans("يكىة", "یکیه"))
    return "".join(c for c in folded if c.isalpha())


def skeleton(group):
    """Consonants of the Persian or Arabic spelling: groups that share it differ in vowels only. Empty where there is none."""
    text = (group.forms.get("fa") or group.forms.get("ar") or [""])[0]
    text = bare(text)
    return "".join(c for c in text if c not in "اآویهأإؤئء")


def near(one, other):
    """Edits between the first English spellings."""
    a, b = (bare(g.forms.get("en", [""])[0]) for g in (one, other))
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i]
        for j, y in enumerate(b, 1):
            row.append(min(row[-1] + 1, last[j] + 1, last[j - 1] + (x != y)))
    return row[-1]


def load(path):
    lines = [line.rstrip("\n") for line in path.open(encoding="utf8") if not line.startswith("#")]
    columns = lines[0].split("\t")
    return [Group(columns, line.split("\t")) for line in lines[1:]]


class Maker:
    def __init__(self, groups, split):
        self.rng = random.Random(f"names {split}")
        self.given = [g for g in groups if g.kind == "given" and g.split == split]
        self.family = [g for g in groups if g.kind == "family" and g.split == split]
        self.places = [g for g in self.family if g.first in FAMILY_PLACES]
        # How many groups of a kind a spelling stands in, in either half.
        self.owners = {}
        for g in groups:
            for form in g.all:
                self.owners[g.kind, form] = self.owners.get((g.kind, form), 0) + 1
        self.near = {}
        for pool in (self.given, self.family):
            for g in pool:
                key = skeleton(g)
                same = [o for o in pool if o is not g and key and skeleton(o) == key]
                vowel = [o for o in same if o.sex == g.sex]
                sex = [o for o in same if o.sex != g.sex]
                stem = bare(g.first)[: max(3, len(bare(g.first)) * 3 // 5)]
                suffix = [o for o in pool if o is not g and bare(o.first).startswith(stem) and o not in same]
                close = [o for o in pool if o is not g and 0 < near(g, o) <= 2 and o not in same]
                self.near[id(g)] = dict(vowel=vowel, sex=sex, suffix=suffix, close=close)

    def one(self, pool):
        return pool[self.rng.randrange(len(pool))]

    def chance(self, p):
        return self.rng.random() < p

    def convention(self, script, *groups):
        """A way of writing that all the groups are written in; None if there is none."""
        ways = [c for c, s in SCRIPT.items() if s == script and all(c in g.forms for g in groups)]
        return self.one(ways) if ways else None

    def spell(self, given, family, way, father=None):
        parts = [self.one(given.forms[way])]
        if father:
            parts += [SON[way], self.one(father.forms[way])]
        parts.append(self.one(family.forms[way]))
        return parts

    def dirty(self, parts, given, way, hard):
        """What a clerk does to a name. `hard`: also what takes information away (only one side of a positive)."""
        done = []
        text = parts[0]
        if hard and " " in text and text.split()[0] in HALVES.values() and self.chance(0.35):
            text = text.split(" ", 1)[1]
            done.append("half dropped")
        elif hard and " " not in text and given.sex == "m" and way in HALVES and bare(text) != bare(HALVES[way]) and self.chance(0.04):
            if given.first in ("علی", "رضا", "حسین", "حسن", "مهدی", "جواد", "صادق", "تقی", "ناصر", "کاظم", "باقر", "هادی"):
                text = f"{HALVES[way]} {text}"
                done.append("half added")
        elif hard and SCRIPT[way] in ("latin", "cyrillic") and self.chance(0.04):
            text = text[0] + "."
            done.append("initial")
        elif " " in text and self.chance(0.3):
            text = text.replace(" ", self.one(["-", ""]) if SCRIPT[way] != "arabic" else self.one(["", "\u200c"]))
            done.append("joined")
        family = parts[-1]
        if hard and way in ("en", "ar") and family.startswith(("al-", "Al ", "ال")) and self.chance(0.25):
            family = family[3:] if way == "en" else family[2:]
            done.append("article")
        if " " in family and SCRIPT[way] == "arabic" and self.chance(0.2):
            family = family.replace(" ", self.one(["", "\u200c"]))
        if hard and self.places and way in ("fa", "en", "fr", "de", "ru") and self.chance(0.06):
            place = self.one(self.places)
            if way in place.forms and bare(place.forms[way][0]) != bare(family):
                family += " " + self.one(place.forms[way])
                done.append("place added")
        parts = [text, *parts[1:-1], family]
        if hard and self.chance(0.06):
            parts, slipped = self.slip(parts)
            done += slipped
        if self.chance(0.1):
            if SCRIPT[way] != "arabic" and self.chance(0.6):
                parts = [family + ",", *parts[:-1]]
            else:
                parts = [family, *parts[:-1]]
            done.append("family first")
        elif self.chance(0.12):
            titles = [t for t in TITLES[way] if given.sex != "f" or t in FOR_WOMEN]
            if titles:
                parts = [self.one(titles), *parts]
                done.append("title")
        name = " ".join(parts)
        return (name.upper() if SCRIPT[way] == "latin" and way != "tr" and self.chance(0.05) else name), done

    def slip(self, parts):
        """One wrong letter: a dot too many in Arabic script, two neighbours swapped or one left out elsewhere."""
        where = self.one([0, len(parts) - 1])
        word = parts[where]
        if len(word) < 5:
            return parts, []
        at = self.rng.randrange(1, len(word) - 2)
        if any("\u0600" <= c <= "\u06ff" for c in word):
            mates = next((d for d in DOTS if word[at] in d), None)
            if mates is None:
                return parts, []
            word = word[:at] + self.one([c for c in mates if c != word[at]]) + word[at + 1 :]
        elif self.chance(0.5):
            word = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        else:
            word = word[:at] + word[at + 1 :]
        return [*parts[:where], word, *parts[where + 1 :]], ["slip"]

    def positive(self, scripts):
        given, family = self.one(self.given), self.one(self.family)
        ways = [self.convention(s, given, family) for s in scripts]
        if None in ways:
            return None
        father = self.one(self.given) if self.chance(0.08) else None
        if father and not (father.sex == "m" and father is not given and all(w in SON and w in father.forms for w in ways)):
            father = None
        sides, done = [], []
        order = self.rng.randrange(2)
        for side, way in enumerate(ways):
            with_father = father if father and (side == order or self.chance(0.5)) else None
            parts = self.spell(given, family, way, with_father)
            # A spelling that is also another name's ("Maleki" of ملکی and مالکی) proves nothing.
            if self.owners["given", bare(parts[0])] > 1 or self.owners["family", bare(parts[-1])] > 1:
                return None
            name, what = self.dirty(parts, given, way, side == order)
            if with_father:
                what.append("father")
            sides.append(name)
            done += what
        if sides[0].casefold() == sides[1].casefold():
            return None
        return sides, "+".join(sorted(set(done))) or "spelling"

    def negative(self, scripts):
        kind = self.one(["vowel", "vowel", "sex", "family vowel", "suffix", "suffix", "close given", "close family", "given", "given", "family", "swapped", "brothers", "half", "title"])
        given, family = self.one(self.given), self.one(self.family)
        other, other_family, father, other_father = given, family, None, None
        if kind in ("vowel", "sex", "family vowel", "suffix", "close given", "close family"):
            key = {"family vowel": "vowel", "close given": "close", "close family": "close"}.get(kind, kind)
            pool = self.given if kind in ("vowel", "sex", "close given") else self.family
            subject = self.one([g for g in pool if self.near[id(g)][key]])
            mate = self.one(self.near[id(subject)][key])
            if pool is self.given:
                given, other = subject, mate
            else:
                family, other_family = subject, mate
        elif kind in ("given", "title"):
            other = self.one([g for g in self.given if g.sex == given.sex and g is not given])
        elif kind == "family":
            other_family = self.one([g for g in self.family if g is not family])
        elif kind == "half":
            doubles = [g for g in self.given if " " in g.forms.get("en", [""])[-1] or any(" " in f for f in g.forms.get("en", []))]
            given = self.one(doubles)
            first = next((f for f in given.forms["en"] if " " in f)).split()[0]
            mates = [g for g in doubles if g is not given and any(f.split()[0] == first for f in g.forms["en"] if " " in f)]
            if not mates:
                return None
            other = self.one(mates)
        else:
            given, father = self.one(self.given), self.one(self.given)
            if father.sex != "m" or father is given:
                return None
            if kind == "swapped":
                if given.sex != "m":
                    return None
                other, other_father = father, given
            else:
                other, other_father = self.one(self.given), father
                if other is given or other is father:
                    return None
        ways = [self.convention(scripts[0], given, family, *([father] if father else [])),
                self.convention(scripts[1], other, other_family, *([other_father] if other_father else []))]
        if None in ways or (father and not all(w in SON for w in ways)):
            return None
        left, right = self.spell(given, family, ways[0], father), self.spell(other, other_family, ways[1], other_father)
        # Where a spelling of one is also a spelling of the other, no one could tell: such a pair proves nothing.
        if given is not other and kind != "swapped" and (bare(left[0]) in other.all or bare(right[0]) in given.all):
            return None
        if family is not other_family and (bare(left[-1]) in other_family.all or bare(right[-1]) in family.all):
            return None
        # "Reza" beside "Mohammad Reza" may be one man.
        if given is not other and (words(given) & words(other)) and kind != "half":
            return None
        names = [self.dirty(left, given, ways[0], False)[0], self.dirty(right, other, ways[1], False)[0]]
        if kind == "title":
            same = [t for t in zip(TITLES[ways[0]], TITLES[ways[1]])]
            if not same or "f" in (given.sex, other.sex):
                return None
            titles = self.one(same)
            names = [f"{title} {' '.join(side)}" for title, side in zip(titles, (left, right))]
        return names, kind


def words(group):
    return {bare(w) for form in group.forms.get("en", []) for w in form.split()} | {bare(f) for f in group.forms.get("en", [])}


def main():
    out, scale = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    groups = load(Path(__file__).with_name("groups.tsv"))
    lines = []
    for split in ("dev", "held"):
        maker = Maker(groups, split)
        for stratum, wanted in WANTED.items():
            for label, count, make in ((1, wanted, maker.positive), (0, wanted * 3 // 2, maker.negative)):
                seen, tries = set(), 0
                while len(seen) < int(count * scale) and tries < 400 * count:
                    tries += 1
                    scripts = stratum.split("-")
                    if maker.chance(0.5):
                        scripts.reverse()
                    made = make(scripts)
                    if made and tuple(made[0]) not in seen:
                        seen.add(tuple(made[0]))
                        lines.append("\t".join([*made[0], str(label), split, stratum, made[1]]))
                if len(seen) < int(count * scale):
                    print(f"{split} {stratum} {label}: {len(seen)} of {int(count * scale)}", file=sys.stderr)
    out.write_text("left\tright\tlabel\tsplit\tstratum\tkind\n" + "\n".join(lines) + "\n", encoding="utf8")


main()

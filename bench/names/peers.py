"""Scores pairs of names (pairs.py) with other tools and with ours, and prints how well each tells one name from two.

Usage: peers.py PAIRS.tsv [OURS.tsv [--ours]]: OURS.tsv has the same rows in the same order and a column `score`;
`--ours` leaves the peers out.
Area under the curve, and recall at 1 % false positives: the share of true pairs above the score that one false pair in a hundred
exceeds. Needs jellyfish, rapidfuzz, Unidecode, anyascii, PyICU, rigour and nomenklatura (bench/run-matching installs them).
"""

import csv
import sys
import time
import unicodedata

import icu
import jellyfish
import numpy
from anyascii import anyascii
from followthemoney import model
from nomenklatura.matching import LogicV1, LogicV2
from nomenklatura.matching.compare.names import name_fingerprint_levenshtein, person_name_jaro_winkler
from nomenklatura.matching.logic_v1.phonetic import person_name_phonetic_match
from nomenklatura.matching.types import ScoringConfig
from rapidfuzz import fuzz
from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts
from unidecode import unidecode

ICU = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")


def words(text):
    return " ".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


ROMANISERS = {
    "Unidecode": lambda t: words(unidecode(unicodedata.normalize("NFC", t))),
    "anyascii": lambda t: words(anyascii(t)),
    "ICU": lambda t: words(ICU.transliterate(t)),
}


def romanised(score, romanise):
    return lambda left, right: score(romanise(left), romanise(right))


def sorted_words(score):
    return lambda left, right: score(" ".join(sorted(left.split())), " ".join(sorted(right.split())))


def entity(schema, name):
    made = model.make_entity(schema)
    made.id = name
    made.add("name", name)
    return made


def of_entities(schema, score):
    return lambda left, right: score(entity(schema, left), entity(schema, right))


def rigour_parts(left, right):
    """rigour's own comparison of the parts of two analysed names, put in one number as nomenklatura does: the mean of the
    alignments, weighted by how many letters each covers."""
    best = 0.0
    for one in analyze_names(NameTypeTag.PER, [left]):
        for other in analyze_names(NameTypeTag.PER, [right]):
            alignments = compare_parts(*align_person_name_order(list(one.parts), list(other.parts)))
            weights = [sum(len(p.form) for p in a.qps) + sum(len(p.form) for p in a.rps) for a in alignments]
            if sum(weights):
                best = max(best, sum(a.score * w for a, w in zip(alignments, weights)) / sum(weights))
    return best


def peers():
    config = ScoringConfig.defaults()
    v1, v2 = LogicV1.default_config(), LogicV2.default_config()
    found = {}
    for name, romanise in ROMANISERS.items():
        found[f"Jaro-Winkler, {name}"] = romanised(jellyfish.jaro_winkler_similarity, romanise)
        found[f"Jaro-Winkler of sorted words, {name}"] = romanised(sorted_words(jellyfish.jaro_winkler_similarity), romanise)
        found[f"token sort ratio, {name}"] = romanised(fuzz.token_sort_ratio, romanise)
        found[f"token set ratio, {name}"] = romanised(fuzz.token_set_ratio, romanise)
    found["rigour compare_parts"] = rigour_parts
    found["nomenklatura person_name_jaro_winkler"] = of_entities("Person", lambda a, b: person_name_jaro_winkler(a, b, config).score)
    found["nomenklatura name_fingerprint_levenshtein"] = of_entities("LegalEntity", lambda a, b: name_fingerprint_levenshtein(a, b, config).score)
    found["nomenklatura person_name_phonetic_match"] = of_entities("Person", lambda a, b: person_name_phonetic_match(a, b, config).score)
    found["nomenklatura logic-v1"] = of_entities("Person", lambda a, b: LogicV1.compare(a, b, v1).score)
    found["nomenklatura logic-v2"] = of_entities("Person", lambda a, b: LogicV2.compare(a, b, v2).score)
    return found


def figures(scores, labels):
    """Area under the curve with ties at one half, and recall at 1 % false positives (linear between tied scores)."""
    order = numpy.argsort(-scores, kind="stable")
    sorted_scores, hits = scores[order], labels[order]
    ends = numpy.append(numpy.nonzero(numpy.diff(sorted_scores))[0], len(hits) - 1)
    true = numpy.concatenate([[0], numpy.cumsum(hits)[ends] / hits.sum()])
    false = numpy.concatenate([[0], numpy.cumsum(1 - hits)[ends] / (1 - hits).sum()])
    return numpy.trapezoid(true, false), numpy.interp(0.01, false, true)


def ours(path):
    with open(path, encoding="utf8") as file:
        return numpy.array([float(row["score"]) for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)])


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    labels = numpy.array([int(row["label"]) for row in rows])
    splits = numpy.array([row["split"] for row in rows])
    strata = numpy.array([row["stratum"] for row in rows])
    same = numpy.array([len(set(row["stratum"].split("-"))) == 1 for row in rows])
    scored = {}
    for name, score in ({} if "--ours" in sys.argv else peers()).items():
        begun = time.perf_counter()
        scored[name] = numpy.array([score(row["left"], row["right"]) or 0.0 for row in rows], dtype=float), len(rows) / (time.perf_counter() - begun)
    if len(sys.argv) > 2:
        scored["cenotaph"] = ours(sys.argv[2]), float("nan")
    for split in ("dev", "held"):
        for title, subset in (("same script", same), ("two scripts", ~same)):
            mask = (splits == split) & subset
            print(f"\n{split}, {title}: {labels[mask].sum()} pairs of one name, {(1 - labels[mask]).sum()} of two")
            print(f"{'scorer':48} {'AUC':>6} {'R@1%':>6} {'pairs/s':>9}")
            for name, (scores, speed) in sorted(scored.items(), key=lambda s: figures(s[1][0][mask], labels[mask])[0]):
                area, recall = figures(scores[mask], labels[mask])
                print(f"{name:48} {area:6.3f} {recall:6.3f} {speed:9.0f}")
    best = [n for n in scored if n in ("Jaro-Winkler of sorted words, Unidecode", "token sort ratio, anyascii", "nomenklatura logic-v2", "cenotaph")]
    print("\nby scripts, held: AUC and recall at 1 %")
    print(f"{'':20}" + "".join(f"{n[-32:]:>34}" for n in best))
    for stratum in sorted(set(strata)):
        mask = (splits == "held") & (strata == stratum)
        cells = [figures(scored[n][0][mask], labels[mask]) for n in best]
        print(f"{stratum:20}" + "".join(f"{a:24.3f} {r:9.3f}" for a, r in cells))
    if "cenotaph" in scored:
        kinds(rows, labels, splits, scored["cenotaph"][0], same)
        reliability(labels, splits, scored["cenotaph"][0])


def kinds(rows, labels, splits, scores, same):
    """Where ours errs at its own 1 % level: by kind of pair."""
    for title, subset in (("same script", same), ("two scripts", ~same)):
        mask = (splits == "dev") & subset
        level = numpy.quantile(scores[mask & (labels == 0)], 0.99)
        print(f"\ncenotaph, dev, {title}: share above {level:.3f} by kind of pair")
        names = numpy.array([row["kind"] for row in rows])
        for label in (1, 0):
            for kind in sorted(set(names[mask & (labels == label)])):
                at = mask & (labels == label) & (names == kind)
                if at.sum() >= 40:
                    print(f"  {'one' if label else 'two'} {kind:32} {at.sum():6} {(scores[at] > level).mean():.3f}")


def reliability(labels, splits, scores):
    mask = splits == "held"
    print(f"\ncenotaph, held: reliability (half of these are pairs of one name, the others hard on purpose); Brier {((scores - labels)[mask] ** 2).mean():.4f}")
    bins = numpy.minimum((scores * 10).astype(int), 9)
    for number in range(10):
        at = mask & (bins == number)
        if at.any():
            print(f"  {number / 10:.1f}-{number / 10 + 0.1:.1f} mean {scores[at].mean():.3f} observed {labels[at].mean():.3f} n {at.sum()}")


main()

"""Compares a spaCy pipeline with marked reports. Usage: spacy_peer.py GOLD.jsonl LANGUAGE MODEL

People, bodies and places only: the kinds that all pipelines tell apart. Spans as `reading --gold` gives them.
"""

import json
import sys

import spacy

KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place"}


def without_article(text, start, end):
    """Our spans have no leading article; a peer is not to lose by one."""
    for article in ("the ", "The ", "l'", "l’", "L'", "L’", "la ", "La ", "le ", "Le ", "les "):
        if text[start:end].startswith(article):
            return start + len(article), end
    return start, end


def main():
    gold, language, model = sys.argv[1:4]
    pipeline = spacy.load(model)
    totals = {kind: [0, 0, 0] for kind in ("person", "organization", "place")}
    for line in open(gold, encoding="utf-8"):
        report = json.loads(line)
        if report["language"] != language:
            continue
        text, title = report["text"], report["title"]
        outside = lambda start: not title[0] <= start < title[1]
        marked = {(kind, start, end) for kind, start, end in report["named"] if kind in totals}
        found = set()
        for entity in pipeline(text).ents:
            kind = KINDS.get(entity.label_)
            if kind and outside(entity.start_char):
                found.add((kind, *without_article(text, entity.start_char, entity.end_char)))
        for kind, total in totals.items():
            ours = {one for one in marked if one[0] == kind}
            theirs = {one for one in found if one[0] == kind}
            total[0] += len(ours)
            total[1] += len(theirs)
            total[2] += len(ours & theirs)
    rows = {**totals, "**together**": [sum(column) for column in zip(*totals.values())]}
    for kind, (marked, found, right) in rows.items():
        f1 = 2 * right / (marked + found) if marked + found else 1.0
        print(f"| {language} | {model} | {kind} | {marked} | {found} | {f1:.3f} |")


main()

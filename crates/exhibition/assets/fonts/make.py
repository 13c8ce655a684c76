#!/usr/bin/env python3
"""Makes the Latin fonts of the pages from the whole ones that are printed with (crates/print/fonts). Needs fontTools and brotli.

One file a weight holds what Western languages and the transliterations of Persian, Arabic, Hebrew and Turkish need, so that a first
view loads one file where two would pass the budget of 90 kB. The licence reserves the name of the original: the result has another.
"""
import io
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
WHOLE = HERE.parents[2] / "print" / "fonts"
COMMON = (
    "20-7E A0-FF 131 152-153 2BB-2BF 2C6 2DA 2DC 2000-200B 2010-2015 2018-201E 2020-2022 2026 202F 2030 2032-2033 2039-203A 2044 "
    "20AC 2122 2190-2193 2197 2212 2248 2260 25B8 25C2"
)
TRANSLITERATED = (
    "100-107 10C-113 118-11B 11E-123 128-12B 130 141-144 147-148 14C-14D 150-151 158-15B 15E-165 16A-16B 16E-171 179-17E 18F 259 "
    "304 308 323 331 1E0C-1E0F 1E20-1E21 1E24-1E25 1E2A-1E2B 1E32-1E35 1E62-1E63 1E6C-1E6F 1E92-1E96"
)


def letters(ranges):
    for part in ranges.split():
        first, _, last = part.partition("-")
        yield from range(int(first, 16), int(last or first, 16) + 1)


for face, weight in (("Regular", 400), ("Semibold", 600)):
    options = subset.Options(flavor="woff2", hinting=False, desubroutinize=True)
    options.layout_features = ["kern", "liga", "locl", "mark", "mkmk", "ccmp", "calt", "tnum", "lnum"]
    font = TTFont(WHOLE / f"SourceSerif4-{face}.otf", recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[*letters(COMMON), *letters(TRANSLITERATED)])
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = "CenotaphSerif" if record.nameID == 6 else "Cenotaph Serif"
    top = font["CFF "].cff
    top.fontNames = ["CenotaphSerif"]
    for key in ("FullName", "FamilyName"):
        setattr(top[0], key, "Cenotaph Serif")
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    (HERE / f"cenotaph-serif-{weight}.woff2").write_bytes(out.getvalue())
    print(face, len(out.getvalue()))

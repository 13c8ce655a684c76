"""How far the fields carry: the best F1 of pairs, were every spelling understood. Usage: ceiling.py FOLDER

Names, fathers and places are compared as what they were meant to be (truth.csv of bin people), dates as written; the weight of each
level is counted from the truth itself (Fellegi and Sunter with known m and u), and the best threshold is taken. No program that sees
the same fields field by field can be much better; one that sees only spellings has to reach it from below."""

import sys
from pathlib import Path

import numpy
import pandas
from prepare import read


def day_levels(left, right, steps):
    """0 unknown, 1 the same day, 2… within each step of days, last: further."""
    gap = (left - right).abs().dt.days
    levels = numpy.select([gap.isna(), *[gap <= step for step in steps]], range(len(steps) + 1), len(steps) + 1)
    # A swapped day and month, or one wrong digit of the year, is not any other day.
    slip = (left.dt.day == right.dt.month) & (left.dt.month == right.dt.day) | ((left.dt.month == right.dt.month) & (left.dt.day == right.dt.day))
    return numpy.where((levels > 2) & slip, len(steps) + 2, levels)


def main():
    folder = Path(sys.argv[1])
    table = read(folder / "records.csv", "anyascii")
    truth = pandas.read_csv(folder / "truth.csv", dtype=str)
    table = pandas.DataFrame({"dob": table.get("dob"), "death": table.get("death"), "sex": table.get("sex")}).join(truth)
    for name in ("dob", "death"):
        table[name] = pandas.to_datetime(table[name], errors="coerce", format="%Y-%m-%d")
    table["number"] = numpy.arange(len(table))
    pairs = table.merge(table, on="name", suffixes=("_l", "_r"))
    pairs = pairs[pairs["number_l"] < pairs["number_r"]].reset_index(drop=True)
    same = (pairs["person_l"] == pairs["person_r"]).to_numpy()

    def equal(field):
        left, right = pairs[f"{field}_l"], pairs[f"{field}_r"]
        return numpy.select([left.isna() | right.isna(), left == right], [0, 1], 2)

    levels = [equal(f) for f in ("father", "birth_place", "group", "sex")]
    levels.append(numpy.where((equal("place") == 2) & (equal("province") == 1), 3, equal("place")))
    levels.append(day_levels(pairs["dob_l"], pairs["dob_r"], [0, 2, 200, 800, 2000]))
    levels.append(day_levels(pairs["death_l"], pairs["death_r"], [0, 2, 14, 70, 400]))
    # How often the name is there says how likely two of it are one.
    share = numpy.log2(pairs.groupby("name")["name"].transform("size").to_numpy() + 1.0)
    levels.append(numpy.minimum(share, 14).astype(int))
    weight = numpy.zeros(len(pairs))
    for level in levels:
        m = numpy.bincount(level[same], minlength=20) + 0.5
        u = numpy.bincount(level[~same], minlength=20) + 0.5
        weight += numpy.log2(m / m.sum() / (u / u.sum()))[level]
    order = numpy.argsort(-weight, kind="stable")
    hits = numpy.cumsum(same[order])
    true = same.sum()
    f1 = 2 * hits / (numpy.arange(1, len(pairs) + 1) + true)
    print(f"{folder.name:44} ceiling of the fields: F1 {f1.max():.4f} ({true} true pairs, {len(pairs)} pairs of one name)")


main()

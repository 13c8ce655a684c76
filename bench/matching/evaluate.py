"""How right clusters and pairs are. Usage: evaluate.py TITLE TRUTH.csv OUT [--best] [--reliability]

Reads OUT/clusters.csv (rec_id, cluster_id) and OUT/pairs.csv (left, right, probability). Prints one line: precision, recall and F1
of the pairs within clusters; B-cubed; the largest cluster beside the true largest; the share of true pairs among the candidates
(all rows of pairs.csv); the Brier score of the probabilities. `--best`: also the threshold whose connected components have the best
F1, which needs the truth to be found. `--reliability`: also the table of probabilities against what came true."""

import sys
from pathlib import Path

import numpy
import pandas
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

HEADER = f"{'':44} {'precis.':>7} {'recall':>7} {'F1':>7} {'B-cubed':>7} {'largest':>9} {'reach':>7} {'cand.':>10} {'Brier':>7}"


def pairs_in(counts):
    return int((counts * (counts - 1) // 2).sum())


def figures(person, cluster):
    """Precision, recall, F1 of pairs, B-cubed F1, largest cluster."""
    both = pandas.Series(1, index=pandas.MultiIndex.from_arrays([person, cluster])).groupby(level=[0, 1]).size()
    people, clusters = numpy.bincount(person), numpy.bincount(cluster)
    hits, found, true = pairs_in(both.to_numpy()), pairs_in(clusters), pairs_in(people)
    precision, recall = hits / max(found, 1), hits / max(true, 1)
    n = both.to_numpy().astype(float)
    of_person, of_cluster = people[both.index.get_level_values(0)], clusters[both.index.get_level_values(1)]
    b_precision, b_recall = (n * n / of_cluster).sum() / len(person), (n * n / of_person).sum() / len(person)
    f = lambda p, r: 2 * p * r / max(p + r, 1e-9)
    return precision, recall, f(precision, recall), f(b_precision, b_recall), int(clusters.max())


def main():
    title, truth, out = sys.argv[1], pandas.read_csv(sys.argv[2], dtype=str), Path(sys.argv[3])
    person = pandas.factorize(truth["person"])[0]
    number = pandas.Series(numpy.arange(len(truth)), index=truth["rec_id"])
    clusters = pandas.read_csv(out / "clusters.csv", dtype=str).set_index("rec_id")["cluster_id"]
    assert clusters.index.is_unique and set(clusters.index) == set(truth["rec_id"]), "every record once"
    cluster = pandas.factorize(clusters.reindex(truth["rec_id"]))[0]
    pairs = pandas.read_csv(out / "pairs.csv", dtype={"left": str, "right": str}, usecols=["left", "right", "probability"])
    left, right = number.reindex(pairs["left"]).to_numpy(), number.reindex(pairs["right"]).to_numpy()
    same = person[left] == person[right]
    probability = pairs["probability"].to_numpy()
    true = pairs_in(numpy.bincount(person))
    brier = ((probability - same) ** 2).mean() if len(pairs) else float("nan")

    def line(name, clustered):
        precision, recall, f1, b3, largest = figures(person, clustered)
        print(f"{name:44} {precision:7.4f} {recall:7.4f} {f1:7.4f} {b3:7.4f} {largest:4}/{numpy.bincount(person).max():<4} {same.sum() / true:7.4f} {len(pairs):10} {brier:7.4f}")
        return f1

    line(title, cluster)
    if "--best" in sys.argv:
        best = (-1.0, 0.0, None)
        for threshold in (0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999):
            sure = probability >= threshold
            links = coo_matrix((numpy.ones(sure.sum()), (left[sure], right[sure])), shape=(len(truth),) * 2)
            _, labels = connected_components(links, directed=False)
            best = max(best, (figures(person, labels)[2], threshold, labels), key=lambda b: b[0])
        line(f"  at its best threshold, {best[1]}", best[2])
    if "--reliability" in sys.argv:
        bins = numpy.minimum((probability * 10).astype(int), 9)
        for b in range(10):
            at = bins == b
            if at.any():
                print(f"    {b / 10:.1f}-{b / 10 + 0.1:.1f} mean {probability[at].mean():.3f} observed {same[at].mean():.3f} n {at.sum()}")


if sys.argv[1] == "header":
    print(HEADER)
else:
    main()

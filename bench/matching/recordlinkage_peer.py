"""recordlinkage on a table of records, as its documentation deduplicates febrl: blocks, comparisons, and the ECM classifier.
Usage: recordlinkage_peer.py FOLDER OUT [anyascii|names]. Same files and line as splink_peer.py; its pairs have the ECM probability."""

import resource
import sys
import time
import warnings
from pathlib import Path

import pandas
import recordlinkage
from prepare import read
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

warnings.filterwarnings("ignore")


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    table = read(folder / "records.csv", sys.argv[3] if len(sys.argv) > 3 else "anyascii").set_index("unique_id")
    prepared = time.perf_counter()
    indexer = recordlinkage.Index()
    for column in ("given", "surname", "dob"):
        if column in table:
            indexer.block(column)
    candidates = indexer.index(table)
    compare = recordlinkage.Compare()
    for column in ("given", "surname", "father", "place", "birth_place", "affiliation", "address_1"):
        if column in table:
            compare.string(column, column, method="jarowinkler", threshold=0.85, label=column)
    for column in ("dob", "death", "sex", "soc_sec", "postcode", "state"):
        if column in table:
            compare.exact(column, column, label=column)
    features = compare.compute(candidates, table)
    # A level that all candidates share teaches nothing and stops the classifier.
    features = features.loc[:, features.nunique() > 1].round().astype(int)
    classifier = recordlinkage.ECMClassifier(init="jaro", binarize=None)
    classifier.fit(features)
    probability = classifier.prob(features)
    numbers = {key: number for number, key in enumerate(table.index)}
    sure = probability[probability >= 0.5].index
    left, right = ([numbers[k] for k in sure.get_level_values(side)] for side in (0, 1))
    _, labels = connected_components(coo_matrix(([1] * len(left), (left, right)), shape=(len(table),) * 2), directed=False)
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"seconds {seconds:.2f} processor {used.ru_utime + used.ru_stime:.2f} memory_mb {used.ru_maxrss / 1024:.0f} preparation {prepared - begun:.2f}", flush=True)
    frame = pandas.DataFrame({"left": probability.index.get_level_values(0), "right": probability.index.get_level_values(1), "probability": probability.values})
    frame.to_csv(out / "pairs.csv", index=False)
    pandas.DataFrame({"rec_id": table.index, "cluster_id": labels}).to_csv(out / "clusters.csv", index=False)


main()

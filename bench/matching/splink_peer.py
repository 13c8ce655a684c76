"""Splink on a table of records. Usage: splink_peer.py FOLDER OUT [anyascii|names]

Reads FOLDER/records.csv, writes OUT/pairs.csv (left, right, probability: every candidate) and OUT/clusters.csv (connected components
at 0.95, as its documentation clusters), and prints seconds and memory up to the clusters, writing left out. The model follows the
examples of its documentation (deduplicate 50k synthetic, febrl3): blocking on names, parts of names, dates and places; a forename
and surname comparison with Jaro-Winkler levels and term frequencies; u from random pairs, m by expectation maximisation in two
passes, deterministic rules for the prior."""

import logging
import resource
import sys
import time
import warnings
from pathlib import Path

import splink.comparison_library as cl
from prepare import read
from splink import Linker, SettingsCreator, block_on

try:
    from splink import DuckDBAPI
except ImportError:
    from splink.backends.duckdb import DuckDBAPI

warnings.filterwarnings("ignore")
logging.getLogger("splink").setLevel(logging.ERROR)


def comparisons(columns):
    chosen = [
        cl.ForenameSurnameComparison("given", "surname", forename_surname_concat_col_name="full_name"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
    ]
    if "father" in columns:
        chosen.append(cl.NameComparison("father").configure(term_frequency_adjustments=True))
    if "death" in columns:
        chosen.append(cl.AbsoluteDateDifferenceAtThresholds("death", input_is_string=True, metrics=["day", "day", "month", "year"], thresholds=[1, 14, 3, 1]))
    for name in ("place", "birth_place"):
        if name in columns:
            chosen.append(cl.JaroWinklerAtThresholds(name, [0.92, 0.7]).configure(term_frequency_adjustments=True))
    if "affiliation" in columns:
        chosen.append(cl.JaroWinklerAtThresholds("affiliation", [0.9, 0.7]))
    if "sex" in columns:
        chosen.append(cl.ExactMatch("sex"))
    if "soc_sec" in columns:
        chosen.append(cl.DamerauLevenshteinAtThresholds("soc_sec", [1, 2]))
    for name in ("street_number", "postcode"):
        if name in columns:
            chosen.append(cl.DamerauLevenshteinAtThresholds(name, [1]).configure(term_frequency_adjustments=True))
    if "address_1" in columns:
        chosen.append(cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]))
    return chosen


def blocking(columns):
    rules = [
        block_on("given", "surname"),
        block_on("substr(given,1,3)", "substr(surname,1,4)"),
        block_on("dob"),
        block_on("substr(given,1,2)", "substr(surname,1,2)", "substr(dob,1,4)"),
    ]
    # The rules of the examples find few pairs across scripts, where names seldom agree letter by letter: more are given to it.
    year = "substr(dob,1,4)"
    more = [
        ("surname", "place"), ("surname", year), ("given", "death"), ("given", "place", year), ("death", year), ("father", "given"),
        ("father", "surname"), ("father", year, "birth_place"), ("death", "place", "birth_place"), ("substr(surname,1,4)", "death"),
        ("soc_sec",), ("postcode", "given"), ("postcode", "surname"),
    ]
    rules += [block_on(*rule) for rule in more if all(c in columns or c.startswith("substr") for c in rule)]
    return rules


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    begun = time.perf_counter()
    table = read(folder / "records.csv", sys.argv[3] if len(sys.argv) > 3 else "anyascii")
    prepared = time.perf_counter()
    columns = set(table.columns)
    settings = SettingsCreator(
        link_type="dedupe_only", comparisons=comparisons(columns), blocking_rules_to_generate_predictions=blocking(columns),
        retain_intermediate_calculation_columns=False, retain_matching_columns=False,
    )
    db_api = DuckDBAPI()
    source = db_api.register(table) if hasattr(db_api, "register") else table
    linker = Linker(source, settings) if hasattr(db_api, "register") else Linker(source, settings, db_api)
    certain = [block_on("given", "surname", "dob"), block_on("soc_sec")] if "soc_sec" in columns else [block_on("given", "surname", "dob")]
    linker.training.estimate_probability_two_random_records_match(certain, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("given", "surname"), fix_u_probabilities=True)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("dob"), fix_u_probabilities=True)
    pairs = linker.inference.predict()
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
    seconds = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"seconds {seconds:.2f} processor {used.ru_utime + used.ru_stime:.2f} memory_mb {used.ru_maxrss / 1024:.0f} preparation {prepared - begun:.2f}", flush=True)
    frame = pairs.as_pandas_dataframe()
    frame.rename(columns={"unique_id_l": "left", "unique_id_r": "right", "match_probability": "probability"})[["left", "right", "probability"]].to_csv(out / "pairs.csv", index=False)
    frame = clusters.as_pandas_dataframe()
    frame.rename(columns={"unique_id": "rec_id"})[["rec_id", "cluster_id"]].to_csv(out / "clusters.csv", index=False)


main()

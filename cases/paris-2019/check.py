#!/usr/bin/env python3
"""Checks this case folder: columns, references, maps, anchors, spans, dates, outlines. Prints 'N passed, N failed'.

Where the fact set and the original report lie beside the repository, it also checks that the copies keep every cell, that the
spans lie in the original and that the summary takes no run of eight words from it. Python 3.11, standard library only.
"""
import collections
import csv
import hashlib
import json
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
SHARED = HERE.parent.parent.parent / "shared" / "paris-2019"
SHA256 = "7782b7fe72c8933213e4825bfc9fed45d9a622a38669bb7f0f5189a6e5ead9bc"
LANGUAGES = ["en", "fr", "fa", "ar"]
ROOMS = ["people", "graves", "documents", "remarks", "commission", "tolls", "timeline", "book", "programme", "demands", "press", "about"]
SOURCE_COLUMNS = ["source_id", "kind", "title", "author_or_publisher", "date", "language", "url_or_reference", "note"]
SOURCE_KINDS = {"press", "report", "book", "testimony", "judgment", "un-document", "website", "dataset", "decree", "speech"}
JUDGEMENT_COLUMNS = ["left_kind", "left_namespace", "left_key", "right_kind", "right_namespace", "right_key", "decision", "reason"]
DECISIONS = {"same", "suggest-same", "suggest-different"}
TYPES = {
    "text": {"value"}, "date": {"value", "calendar"}, "number": set(), "record": {"record"},
    "position": {"latitude", "longitude", "precision"}, "link": {"value"}, "term": {"value"},
}
PERSON = {"name", "listed-as", "sex", "father-name", "born", "age", "arrested", "died", "place-of-death", "prison", "buried-at",
          "affiliation", "position", "commission-role", "described-as"}
PLACE = {"name", "place-kind", "city", "province", "location", "condition", "described-as"}
EVENT = {"name", "event-kind", "date", "held-at", "described-as", "toll", "order", "part-of", "speaker", "speaker-role"}
STATEMENT = {"statement-kind", "speaker", "date", "occasion", "words", "addressed-to", "demanded-by"}
PROPERTIES = {"person": PERSON, "place": PLACE, "event": EVENT, "statement": STATEMENT}
QUALIFIERS = {
    "position": {"body", "from", "to"}, "commission-role": {"place"}, "toll": {"scope", "date", "unit"},
    "words": {"form", "original-language"},
}
TERM = re.compile(r"^[a-z][a-z0-9-]{0,63}$")
# EDTF level 1 as far as these tables use it: years, months, days, a mark of doubt, intervals with open ends.
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?[?~%]?"
EDTF = re.compile(rf"^({DAY}|({DAY}|\.\.)?/({DAY}|\.\.)?)$")
HIJRI = re.compile(r"^1[34]\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
HOLE = re.compile(r"\{([^{}]*)\}")
passed = failed = 0


def ok(condition, what):
    """Counts a check and prints it when it fails."""
    global passed, failed
    if condition:
        passed += 1
    else:
        failed += 1
        print("FAIL", what)
    return bool(condition)


def read_csv(path):
    """Header and rows as dictionaries; ragged rows and doubled headers are failures."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader)
        ok(len(header) == len(set(header)), f"{path.name}: a header stands twice")
        rows = []
        for number, cells in enumerate(reader, 2):
            if ok(len(cells) == len(header), f"{path.name}:{number}: {len(cells)} cells, {len(header)} headers"):
                rows.append(dict(zip(header, cells)))
    return header, rows


def read_toml(path):
    with open(path, "rb") as file:
        return tomllib.load(file)


def fill(template, row):
    """The template with its holes filled; None when a hole is empty."""
    cells = [row.get(column, "").strip() for column in HOLE.findall(template)]
    if any(cell == "" for cell in cells):
        return None
    parts = iter(cells)
    return HOLE.sub(lambda _: next(parts), template)


def templates(node):
    """Every text of a map: only templates have holes."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from templates(value)
    elif isinstance(node, list):
        for value in node:
            yield from templates(value)


def record_of(form, row):
    """Kind, namespace and key; None when a hole is empty."""
    namespace, key = fill(form["namespace"], row), fill(form["key"], row)
    return (form["kind"], namespace, key) if namespace and key else None


def check_value(form, row, where):
    """Checks one claim or qualifier of one row; returns the records it refers to and whether it says anything."""
    kind = form["type"]
    if kind == "record":
        record = record_of(form["record"], row)
        return ([record], True) if record else ([], False)
    if kind == "position":
        latitude, longitude = fill(form["latitude"], row), fill(form["longitude"], row)
        if latitude is None or longitude is None:
            return [], False
        ok(25 <= float(latitude) <= 40 and 44 <= float(longitude) <= 64, f"{where}: the point lies outside Iran")
        ok(fill(form["precision"], row) in ("exact", "city", "region", "country"), f"{where}: precision")
        return [], True
    if kind == "number" and "value" not in form:
        low, high = fill(form["low"], row), fill(form["high"], row)
        ok(all(bound is None or bound.isdigit() for bound in (low, high)), f"{where}: bounds {low!r} {high!r}")
        ok(not (low and high) or int(low) <= int(high), f"{where}: low above high")
        return [], bool(low or high)
    value = fill(form["value"], row)
    if value is None:
        return [], False
    for piece in value.split(form["split"]) if "split" in form else [value]:
        piece = piece.strip()
        if kind == "date":
            shape = HIJRI if form["calendar"] == "solar-hijri" else EDTF
            ok(shape.match(piece), f"{where}: {form['property']} {piece!r} is no date")
        elif kind == "number":
            ok(piece.isdigit(), f"{where}: {form['property']} {piece!r} is no number")
        elif kind == "term":
            word = form["terms"].get(piece) if "terms" in form else piece
            ok(word is not None and TERM.match(word), f"{where}: {form['property']} {piece!r} is no term")
        elif kind == "link":
            ok(piece.startswith(("https://", "http://")), f"{where}: {piece!r} is no address")
        else:
            ok(piece != "", f"{where}: {form['property']} has an empty piece")
    return [], True


def check_map_form(name, form, header):
    """What a map says of itself: columns exist, types have their fields, properties are known."""
    for text in templates(form):
        for column in HOLE.findall(text):
            ok(column in header, f"{name}: the hole {{{column}}} names no column")
    known = PROPERTIES.get(form["record"]["kind"], set())
    for claim in form["claim"]:
        ok(claim["property"] in known, f"{name}: {form['record']['kind']} has no property {claim['property']}")
        for part in [claim, *claim.get("qualifier", [])]:
            ok(part["type"] in TYPES and TYPES[part["type"]] <= set(part), f"{name}: {part['property']} lacks a field")
            ok(part["type"] != "text" or "language" in part, f"{name}: {part['property']} says no language")
        allowed = QUALIFIERS.get(claim["property"], set())
        for qualifier in claim.get("qualifier", []):
            ok(qualifier["property"] in allowed, f"{name}: {claim['property']} has no qualifier {qualifier['property']}")
    for voice in form.get("attribution", []):
        ok(voice["role"] in ("said-by", "reported-by"), f"{name}: role {voice['role']}")
        ok(len({"who", "record", "source"} & set(voice)) == 1, f"{name}: a voice has one of who, record and source")


def check_tables(case, sources):
    """Applies every map to every row; returns the records made, the keys of rows by table, and the rows of the report."""
    made, referred, keys, seeds, told = set(), [], {}, set(), collections.Counter()
    for part in case["table"]:
        name = part["file"]
        header, rows = read_csv(HERE / name)
        form = read_toml(HERE / part["map"])
        check_map_form(part["map"], form, header)
        keys[name] = set()
        for number, row in enumerate(rows, 2):
            where = f"{name}:{number}"
            key = fill(form["row"], row)
            ok(key and key not in keys[name], f"{where}: row key {key!r} is empty or stands twice")
            keys[name].add(key)
            record = record_of(form["record"], row)
            if not ok(record, f"{where}: no record"):
                continue
            made.add(record)
            source = fill(form["citation"]["source"], row)
            ok(source in sources, f"{where}: unknown source {source!r}")
            basis = fill(form["certainty"]["term"], row)
            ok(basis in form["certainty"]["terms"], f"{where}: basis {basis!r}")
            ok((basis == "seed") == (source == "s-seed"), f"{where}: basis {basis} with source {source}")
            ok(basis == "memory" or source != "s-memory", f"{where}: source s-memory with basis {basis}")
            if basis == "seed":
                seeds.add((name, key))
            for voice in form.get("attribution", []):
                if "source" in voice:
                    said = fill(voice["source"], row)
                    ok(said is None or said in sources, f"{where}: unknown source {said!r}")
                elif "record" in voice:
                    said = record_of(voice["record"], row)
                    referred.extend([(where, said)] if said else [])
            claims = 0
            for claim in form["claim"]:
                records, says = check_value(claim, row, where)
                referred.extend((where, found) for found in records)
                claims += says
                if says:
                    told[record[0]] += len(fill(claim["value"], row).split(claim["split"])) if "split" in claim else 1
                    for qualifier in claim.get("qualifier", []):
                        referred.extend((where, found) for found in check_value(qualifier, row, where)[0])
            ok(claims > 0, f"{where}: the row says nothing")
    for where, record in referred:
        ok(record in made, f"{where}: {record} is in no table")
    return made, keys, seeds, told


def check_judgements(path, made):
    header, rows = read_csv(path)
    ok(header == JUDGEMENT_COLUMNS, f"{path.name}: columns")
    seen = set()
    for number, row in enumerate(rows, 2):
        left = (row["left_kind"], row["left_namespace"], row["left_key"])
        right = (row["right_kind"], row["right_namespace"], row["right_key"])
        ok(left in made and right in made, f"{path.name}:{number}: {left} or {right} is in no table")
        ok(left != right and left[0] == right[0], f"{path.name}:{number}: a pair is two records of one kind")
        ok(frozenset((left, right)) not in seen, f"{path.name}:{number}: the pair stands twice")
        seen.add(frozenset((left, right)))
        ok(row["decision"] in DECISIONS, f"{path.name}:{number}: decision {row['decision']!r}")
        ok(row["reason"].endswith("."), f"{path.name}:{number}: no reason")
        ok((row["decision"] == "same") == row["reason"].startswith("Omid states"), f"{path.name}:{number}: only what Omid states is decided")
    return collections.Counter(row["decision"] for row in rows)


def words(text):
    return re.findall(r"[\w']+", text.lower().replace("’", "'"))


def check_report(part, keys, seeds):
    summary = (HERE / part["summary"]).read_text(encoding="utf-8")
    ok(part["original-sha256"] == SHA256 and SHA256 in summary, "summary: SHA-256 of the original")
    ok(summary.startswith("SUMMARY"), "summary: the first line marks it as a summary")
    ok("\r" not in summary and "  " not in summary, "summary: blanks")
    for line in ("Original title: ", "Original publisher: ", "Original date: 2019-08-31", "Original address: https://"):
        ok(f"\n{line}" in summary, f"summary: no line {line!r}")
    header, rows = read_csv(HERE / part["passages"])
    ok(header == ["table", "row_id", "anchor", "start", "end"], "passages: columns")
    original = None
    path = SHARED / "seed_press_report.txt"
    if path.is_file():
        data = path.read_bytes()
        if ok(hashlib.sha256(data).hexdigest() == SHA256, "the original has another SHA-256"):
            original = data.decode("utf-8")
    have = set()
    for number, row in enumerate(rows, 2):
        where = f"passages.csv:{number}"
        ok(row["row_id"] in keys.get(row["table"], ()), f"{where}: {row['table']} has no row {row['row_id']}")
        ok((row["table"], row["row_id"]) not in have, f"{where}: the row stands twice")
        have.add((row["table"], row["row_id"]))
        found = summary.count(row["anchor"])
        ok(row["anchor"] and found == 1, f"{where}: the anchor stands {found} times in the summary")
        start, end = int(row["start"]), int(row["end"])
        ok(0 <= start < end, f"{where}: span")
        if original is not None and ok(end <= len(original), f"{where}: the span ends after the original"):
            span = original[start:end]
            ok(span == span.strip() and "\n" not in span, f"{where}: the span begins or ends with a blank, or leaves its paragraph")
            inside = lambda at: at < 0 or at >= len(original) or not original[at].isalnum()
            ok(inside(start - 1) and inside(end), f"{where}: the span cuts a word")
    ok(have == seeds, f"passages: missing {sorted(seeds - have)}, superfluous {sorted(have - seeds)}")
    if original is not None:
        ours = words("\n".join(line for line in summary.split("\n") if not line.startswith("Original title: ")))
        theirs = words(original)
        runs = {tuple(theirs[i:i + 8]) for i in range(len(theirs) - 7)}
        for i in range(len(ours) - 7):
            ok(tuple(ours[i:i + 8]) not in runs, f"summary: eight words of the original: {' '.join(ours[i:i + 8])}")
    return original is not None


def check_exhibition(path):
    form = read_toml(path)
    ok(form["made-up"] is False, "exhibition: made-up")
    fields = ["title", "claim", "introduction", "content-note", "shown", "contact", "credits"]
    ok(set(form) == {"made-up", "room", *fields}, "exhibition: fields")
    texts = [(field, form[field]) for field in fields]
    texts += [(f"{room['room']} {field}", room[field]) for room in form["room"] for field in ("title", "introduction")]
    ok([room["room"] for room in form["room"]] == ROOMS, "exhibition: rooms and their order")
    for what, localized in texts:
        ok(list(localized) == LANGUAGES, f"exhibition: {what}: languages")
        ok(len({text.strip().count("\n\n") for text in localized.values()}) == 1, f"exhibition: {what}: paragraphs differ")
        for language, text in localized.items():
            ok(text.strip() and " \n" not in text, f"exhibition: {what}: {language}")
            arabic = len(re.findall(r"[\u0600-\u06ff]", text))
            ok((arabic > 5) == (language in ("fa", "ar")), f"exhibition: {what}: script of {language}")
            if language == "fa":
                ok(not re.search(r"[يكة]", text), f"exhibition: {what}: an Arabic letter in Persian")
            if language == "ar":
                ok(not re.search(r"[یکپچژگ]", text), f"exhibition: {what}: a Persian letter in Arabic")


def check_outline(path, limit):
    text = path.read_text(encoding="utf-8")
    ok(len(text.encode()) <= limit, f"{path.name}: larger than {limit} bytes")
    ok(not re.search(r"\d\.\d{3}", text), f"{path.name}: more than two decimals")
    collection = json.loads(text)
    ok(collection["type"] == "FeatureCollection", f"{path.name}: no collection")
    for feature in collection["features"]:
        name = feature["properties"]["name"]
        ok(list(feature["properties"]) == ["name"] and name, f"{path.name}: properties of {name}")
        geometry = feature["geometry"]
        ok(geometry["type"] in ("Polygon", "MultiPolygon"), f"{path.name}: {name}: {geometry['type']}")
        polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
        for ring in (ring for polygon in polygons for ring in polygon):
            ok(len(ring) >= 4 and ring[0] == ring[-1], f"{path.name}: {name}: a ring is not closed")
            ok(all(42 <= x <= 66 and 23 <= y <= 42 for x, y in ring), f"{path.name}: {name}: a point lies outside the map")
    return len(collection["features"])


def check_copies():
    """Every cell of the fact set stands in the copy; columns and rows are only added."""
    if not SHARED.is_dir():
        return
    for path in sorted((HERE / "facts").glob("*.csv")):
        origin = SHARED / path.name
        if not origin.is_file():
            continue
        header, rows = read_csv(origin)
        copy_header, copies = read_csv(path)
        kept = [column for column in header if column != "fed_by"]
        ok(set(kept) <= set(copy_header), f"{path.name}: a column is missing")
        ok(len(copies) >= len(rows), f"{path.name}: rows are missing")
        for number, (row, copy) in enumerate(zip(rows, copies), 2):
            ok(all(row[column] == copy.get(column) for column in kept), f"{path.name}:{number}: differs from the fact set")


def main():
    case = read_toml(HERE / "case.toml")
    ok(case["form"] == 1 and case["name"], "case.toml: form and name")
    header, rows = read_csv(HERE / case["sources"]["file"])
    ok(header == SOURCE_COLUMNS, "sources: columns")
    sources = {row["source_id"] for row in rows}
    ok(len(sources) == len(rows), "sources: a key stands twice")
    for row in rows:
        ok(row["kind"] in SOURCE_KINDS and row["title"], f"source {row['source_id']}: kind and title")
        ok(row["date"] == "" or EDTF.match(row["date"]), f"source {row['source_id']}: date {row['date']!r}")
        ok(re.match(r"^([a-z]{2}(\|[a-z]{2})*)?$", row["language"]), f"source {row['source_id']}: language {row['language']!r}")
    mapped = {part["map"] for part in case["table"]}
    ok(mapped == {f"maps/{path.name}" for path in (HERE / "maps").glob("*.toml")}, "case.toml names every map once")
    tables = {part["file"] for part in case["table"]} | {case["sources"]["file"]}
    ok(tables == {f"facts/{path.name}" for path in (HERE / "facts").glob("*.csv")}, "case.toml names every table once")
    made, keys, seeds, told = check_tables(case, sources)
    decisions = check_judgements(HERE / case["judgements"]["file"], made)
    original = check_report(case["report"], keys, seeds)
    check_exhibition(HERE / case["exhibition"]["file"])
    ok([part["file"] for part in case["outline"]] == ["geometry/neighbours.geojson", "geometry/iran-provinces.geojson"], "outlines")
    check_outline(HERE / "geometry" / "neighbours.geojson", 40_000)
    ok(check_outline(HERE / "geometry" / "iran-provinces.geojson", 60_000) == 31, "Iran has 31 provinces")
    check_copies()
    print("rows:", ", ".join(f"{pathlib.Path(name).stem} {len(found)}" for name, found in keys.items()))
    print("records:", ", ".join(f"{kind} {count}" for kind, count in sorted(collections.Counter(record[0] for record in made).items())))
    print("claims:", sum(told.values()), dict(sorted(told.items())))
    print("judgements:", dict(sorted(decisions.items())), "passages:", len(seeds), "sources:", len(sources))
    if not original:
        print("note: the original report is not here; spans and runs of words were not checked")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

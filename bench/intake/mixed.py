"""Writes 1,000 made-up files of nine kinds into a folder: what an archive is handed on one day. Usage: mixed.py FOLDER"""

import io
import random
import struct
import sys
import zipfile
import zlib
from pathlib import Path

WORDS = {
    "en": "the summer prisoners were moved from ward three to hall seven and nobody was told why said Karim Azadi in Paris".split(),
    "fr": "les prisonniers furent conduits dans la grande salle au mois de juillet selon le témoin Nour Haddad à Lyon".split(),
    "fa": "در تابستان آن سال زندانیان را از بند سه به سالن بردند و به خانواده‌ها چیزی نگفتند گفت مریم رضایی در تهران".split(),
    "ar": "في صيف تلك السنة نُقل السجناء من القسم الثالث إلى القاعة ولم تُخبر العائلات قال سامي حداد في بيروت".split(),
}


def prose(rng, words, paragraphs=12):
    def line():
        return " ".join(rng.choices(words, k=90)) + f" {rng.randint(2, 900)}."
    return "\n\n".join(line() for _ in range(paragraphs))


def png(rng, width=1200, height=900):
    shades = [rng.randint(0, 255) for _ in range(48)]
    rows = bytearray()
    for y in range(height):
        rows.append(0)
        for x in range(0, width, 25):
            shade = shades[(x // 25 * 7 + y // 60 * 5) % 48]
            rows += bytes([shade, (shade * 3 + y) % 256, (shade + x) % 256]) * 25
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + chunk(b"IEND", b"")


def pdf(rng, pages=4):
    objects = []
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    objects.append("<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for n in range(pages):
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R /Resources << /Font << /F 3 0 R >> >> >>")
        lines = [" ".join(rng.choices(WORDS["en"], k=12)) for _ in range(40)]
        shown = "BT /F 11 Tf 60 780 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        objects.append(f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream")
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, text in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{text}\nendobj\n".encode())
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(rng, language):
    paragraphs = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in prose(rng, WORDS[language]).split("\n\n"))
    space = "http://schemas.openxmlformats.org"
    return packed([
        ("[Content_Types].xml", f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" ContentType="application/'
         'vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
         'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'),
        ("_rels/.rels", f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r" Type="{space}/officeDocument/2006/'
         'relationships/officeDocument" Target="word/document.xml"/></Relationships>'),
        ("word/document.xml", f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{paragraphs}</w:body></w:document>'),
    ])


def made(rng, kind, number):
    language = list(WORDS)[number % 4]
    text = prose(rng, WORDS[language])
    if kind == "txt":
        return text.encode("windows-1256", "replace") if language == "ar" and number % 8 == 3 else text.encode()
    if kind == "html":
        body = "".join(f"<p>{p}</p>" for p in text.split("\n\n"))
        menu = "".join(f'<li><a href="/{n}">menu {n}</a></li>' for n in range(40))
        return f"<!doctype html><title>Report {number}</title><nav><ul>{menu}</ul></nav><article>{body}</article>".encode()
    if kind == "csv":
        return ("rec_id,name,death\n" + "".join(f"{n},Person {n},1988-08-{n % 28 + 1:02}\n" for n in range(400))).encode()
    if kind == "eml":
        return f"From: a@example.org\r\nTo: b@example.org\r\nSubject: letter {number}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}".encode()
    if kind == "vtt":
        cues = "".join(f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\nline {n}\n\n" for n in range(600))
        return f"WEBVTT\n\n{cues}".encode()
    if kind == "zip":
        return packed([(f"{n}.txt", prose(rng, WORDS[language], 3)) for n in range(10)])
    return {"png": png, "pdf": pdf, "docx": lambda rng: docx(rng, language)}[kind](rng)


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(1988)
    counts = {"txt": 250, "html": 200, "png": 150, "pdf": 100, "docx": 100, "eml": 100, "csv": 40, "vtt": 30, "zip": 30}
    for kind, count in counts.items():
        for number in range(count):
            (folder / f"{number:03}.{kind}").write_bytes(made(rng, kind, number))


main()

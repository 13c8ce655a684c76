#!/usr/bin/env python3
"""Takes the content out of a written exhibition, for the peers of bench/run-exhibition.

Usage: content.py SITE WORK. Writes WORK/pages.jsonl (one page a line: language, path, title, blocks; or where it leads), which the
bare program reads, and WORK/hugo, a site of Hugo with the same content in front matter and templates that give the same pages.
"""
import html
import json
import os
import re
import sys

SITE, WORK = sys.argv[1:3]
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.S)
TITLE = re.compile(r"<title>(.*?)</title>", re.S)
REFRESH = re.compile(r'http-equiv="refresh" content="[^"]*url=([^"]*)"', re.I)
BLOCK = re.compile(r"<(h1|h2|h3|dt|dd|li|p|td|th)\b[^>]*>(.*?)</\1>", re.S)
LINK = re.compile(r'href="([^"]*)"')
TAG = re.compile(r"<[^>]*>")


def text(markup):
    return html.unescape(TAG.sub("", markup))


def blocks(main):
    """Headings, rows of facts, entries of lists and paragraphs: kind, text, and label or address."""
    found, label = [], ""
    for kind, inner in BLOCK.findall(main):
        if kind == "dt":
            label = text(inner)
        elif kind == "dd":
            found.append(["row", text(inner), label])
        else:
            link = LINK.search(inner)
            found.append([kind, text(inner), link.group(1) if link else ""])
    return found


def pages():
    for lang in sorted(os.listdir(SITE)):
        root = os.path.join(SITE, lang)
        if len(lang) != 2 or not os.path.isdir(root):
            continue
        for folder, _, names in os.walk(root):
            for name in sorted(names):
                if name.endswith(".html"):
                    path = os.path.join(folder, name)
                    with open(path, encoding="utf-8") as file:
                        page = file.read()
                    yield lang, os.path.relpath(path, root), page


CONFIG = """baseURL = "/"
uglyURLs = true
relativeURLs = false
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
defaultContentLanguage = "en"
defaultContentLanguageInSubdir = true
disableHugoGeneratorInject = true
[languages]
"""

LANGUAGES = {"en": ("English", "ltr"), "fr": ("Français", "ltr"), "fa": ("فارسی", "rtl"), "ar": ("العربية", "rtl")}

TEMPLATE = """<!DOCTYPE html><html lang="{{ .Language.Lang }}" dir="{{ .Params.dir }}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none'; base-uri 'none'"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer"><title>{{ .Title }}</title><link rel="stylesheet" href="/assets/style.css"><link rel="icon" href="/assets/icon.svg" type="image/svg+xml"></head><body><a class="skip" href="#main">Skip to the content</a><p class="made-up" role="note"><strong>Invented data for tests: no name here stands for a person, living or dead.</strong></p><header class="top"><a class="home" href="/{{ .Language.Lang }}/index.html"><bdi>Invented exhibition for tests</bdi></a><nav class="languages"><ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" lang="{{ .Language.Lang }}" hreflang="{{ .Language.Lang }}">{{ .Language.Lang }}</a></li>{{ end }}</ul></nav></header><nav class="tour"><ol><li><a href="../../people/index.html">The victims</a></li><li><a href="../../graves/index.html">Graves</a></li><li><a href="../../documents/index.html">Documents</a></li><li><a href="../../tolls/index.html">Figures</a></li><li><a href="../../timeline/index.html">Timeline</a></li><li><a href="../../about/index.html">About</a></li></ol></nav><main id="main">{{ range .Params.blocks }}{{ $kind := index . 0 }}{{ if eq $kind "row" }}<dl class="facts"><div><dt>{{ index . 2 }}</dt><dd><bdi>{{ index . 1 }}</bdi></dd></div></dl>{{ else if eq $kind "li" }}<ul><li>{{ if index . 2 }}<a href="{{ index . 2 }}">{{ index . 1 }}</a>{{ else }}{{ index . 1 }}{{ end }}</li></ul>{{ else if eq $kind "h1" }}<h1><bdi>{{ index . 1 }}</bdi></h1>{{ else if eq $kind "h2" }}<h2>{{ index . 1 }}</h2>{{ else }}<p>{{ index . 1 }}</p>{{ end }}{{ end }}</main><footer><p><a href="/{{ .Language.Lang }}/about/index.html">About this exhibition, its sources and how to check it</a></p></footer></body></html>
"""


def main():
    hugo = os.path.join(WORK, "hugo")
    os.makedirs(os.path.join(hugo, "layouts", "_default"), exist_ok=True)
    used, made = [], set()
    with open(os.path.join(WORK, "pages.jsonl"), "w", encoding="utf-8") as out:
        for lang, path, page in pages():
            if lang not in used:
                used.append(lang)
            title = text(TITLE.search(page).group(1))
            refresh = REFRESH.search(page)
            if refresh:
                entry = {"lang": lang, "path": path, "title": title, "to": refresh.group(1)}
            else:
                entry = {"lang": lang, "path": path, "title": title, "blocks": blocks(MAIN.search(page).group(1))}
            out.write(json.dumps(entry, ensure_ascii=False) + "\n")
            front = {"title": title, "dir": LANGUAGES[lang][1], "blocks": entry.get("blocks", [["li", title, entry.get("to", "")]])}
            # `index` has a meaning of its own to Hugo.
            name = re.sub(r"(^|/)index\.html$", r"\1first.html", path)
            file = os.path.join(hugo, "content", lang, name[:-5] + ".md")
            folder = os.path.dirname(file)
            if folder not in made:
                os.makedirs(folder, exist_ok=True)
                made.add(folder)
            with open(file, "w", encoding="utf-8") as content:
                content.write(json.dumps(front, ensure_ascii=False) + "\n")
    with open(os.path.join(hugo, "hugo.toml"), "w", encoding="utf-8") as config:
        config.write(CONFIG)
        for weight, lang in enumerate(used, 1):
            config.write(f'[languages.{lang}]\nweight = {weight}\ncontentDir = "content/{lang}"\n')
    for name in ("single.html", "home.html", "list.html"):
        with open(os.path.join(hugo, "layouts", "_default", name), "w", encoding="utf-8") as layout:
            layout.write(TEMPLATE)


main()

"""Makes, in the folder named, a file of each format that Depeche reads: the same press day as
people would have saved it.  In our own words; nothing of it was ever printed."""

import base64
import gzip
import json
import mailbox
import os
import sqlite3
import subprocess
import sys
from email.message import EmailMessage

folder = sys.argv[1]
os.makedirs(folder)
os.chdir(folder)

TITLE = "Le bac de Molène reprend la mer"
LEAD = ("Après onze jours à quai, le bac de Molène a repris la mer mardi matin, a annoncé la "
        "présidente de la compagnie, Maëlle Kerdoncuff.")
SAID = "« Nous avons changé les deux moteurs en une semaine », a déclaré Maëlle Kerdoncuff."
END = "La traversée du soir, elle, attendra le retour du beau temps."
PARAGRAPHS = [LEAD, SAID, END]
HTML = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
URL = "https://vigie.example/2021/01/26/bac"


def write(path, text, encoding="utf-8"):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "wb") as file:
        file.write(text.encode(encoding))


# What was copied out of a browser's window.
write("text/bac.txt", f"{TITLE}\n26 janvier 2021\n\n" + "\n\n".join(PARAGRAPHS) + "\n")
write("text/bac-latin1.txt", f"{TITLE}\n26 janvier 2021\n\n" + "\n\n".join(PARAGRAPHS) + "\n",
      "cp1252")

# A page as a browser saves it.
write("page/bac.html", f"""<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>{TITLE} - La Vigie</title>
<meta property="og:site_name" content="La Vigie"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2021-01-26T09:18:00+01:00">
<link rel="canonical" href="{URL}"></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/mer">Mer</a></li></ul></nav>
<article><h1>{TITLE}</h1>{HTML}</article>
<footer><a href="/cgu">Conditions d'utilisation</a></footer></body></html>
""")

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>La Vigie</title><link>https://vigie.example</link>
<language>fr</language>
<item><title>{TITLE}</title><link>{URL}</link><guid>v1</guid>
<pubDate>Tue, 26 Jan 2021 09:18:00 +0100</pubDate>
<description><![CDATA[{HTML}]]></description></item>
</channel></rss>
"""
write("feed/rss.xml", RSS)
write("feed/atom.xml", f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Vigie</title>
<entry><id>tag:v1</id><title>{TITLE}</title><link href="{URL}"/>
<published>2021-01-26T09:18:00+01:00</published><author><name>Anne Roy</name></author>
<content type="html">{HTML.replace("<", "&lt;")}</content></entry></feed>
""")
write("feed/feed.json", json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "La Vigie", "language": "fr",
    "items": [{"id": "v1", "url": URL, "title": TITLE, "content_html": HTML,
               "date_published": "2021-01-26T09:18:00+01:00"}]}, ensure_ascii=False))

# Notes: what a browser's clipper writes for Obsidian, what Hugo and Pandoc read.
NOTE = f"""{LEAD.replace("onze jours", "**onze jours**")}

> {SAID.replace("Maëlle Kerdoncuff", "[[Maëlle Kerdoncuff]]")}

{END.replace("beau temps", "[beau temps](https://vigie.example/meteo)")}
"""
write(f"notes/{TITLE}.md", f"""---
title: "{TITLE}"
source: "{URL}"
author:
  - "[[Anne Roy]]"
site: La Vigie
published: 2021-01-26
created: 2023-05-01
tags:
  - "clippings"
---
{NOTE}""")
write("notes/hugo.md", f"""+++
title = "{TITLE}"
date = 2021-01-26T09:18:00+01:00
tags = ["mer", "bac"]
[params]
publisher = "La Vigie"
+++

{NOTE}""")
write("pandoc.md", f"% {TITLE}\n% Anne Roy\n% 26 janvier 2021\n\n{NOTE}")

# What programs that gather articles write.
write("json/one.json", json.dumps({
    "title": TITLE, "text": "\n\n".join(PARAGRAPHS), "date_publish": "2021-01-26 09:18:00",
    "authors": ["Anne Roy"], "language": "fr", "source_domain": "vigie.example", "url": URL}))
write("json/lines.jsonl", "".join(json.dumps({
    "title": TITLE, "text": "\n".join(PARAGRAPHS), "date": f"2021-01-{day}",
    "sitename": "La Vigie", "url": f"{URL}/{day}"}) + "\n" for day in (26, 27)))


def message(number, subject=TITLE):
    mail = EmailMessage()
    mail["From"] = "La Vigie <lettre@vigie.example>"
    mail["To"] = "lectrice@example.org"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 26 Jan 2021 09:18:00 +0100"
    mail["Message-ID"] = f"<{number}@vigie.example>"
    mail.set_content("\n\n".join(PARAGRAPHS) + "\n")
    mail.add_alternative(f"<html><body>{HTML}</body></html>", subtype="html")
    return mail


os.makedirs("mail")
write("mail/bac.eml", message(1).as_string())
box = mailbox.mbox("mail/press.mbox")
for number in (2, 3):
    box.add(message(number))
box.close()
box = mailbox.Maildir("mail/Maildir")
box.add(message(4))

# newsboat's cache, as version 2.21 makes it.
os.makedirs("newsboat")
cache = sqlite3.connect("newsboat/cache.db")
cache.executescript("""
CREATE TABLE rss_feed (  rssurl VARCHAR(1024) PRIMARY KEY NOT NULL,  url VARCHAR(1024) NOT NULL,
  title VARCHAR(1024) NOT NULL , lastmodified INTEGER(11) NOT NULL DEFAULT 0,
  is_rtl INTEGER(1) NOT NULL DEFAULT 0, etag VARCHAR(128) NOT NULL DEFAULT "");
CREATE TABLE rss_item (  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  guid VARCHAR(64) NOT NULL,  title VARCHAR(1024) NOT NULL,  author VARCHAR(1024) NOT NULL,
  url VARCHAR(1024) NOT NULL,  feedurl VARCHAR(1024) NOT NULL,  pubDate INTEGER NOT NULL,
  content VARCHAR(65535) NOT NULL, unread INTEGER(1) NOT NULL , enclosure_url VARCHAR(1024),
  enclosure_type VARCHAR(1024), enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52),
  deleted INTEGER(1) NOT NULL DEFAULT 0, base VARCHAR(128) NOT NULL DEFAULT "");
CREATE INDEX idx_guid ON rss_item(guid);
""")
cache.execute("INSERT INTO rss_feed(rssurl, url, title) VALUES(?, ?, ?)",
              ("https://vigie.example/rss", "https://vigie.example", "La Vigie"))
ROW = ("INSERT INTO rss_item(guid, title, author, url, feedurl, pubDate, content, unread, deleted)"
       " VALUES(?, ?, 'Anne Roy', ?, 'https://vigie.example/rss', 1611649080, ?, 1, ?)")
cache.execute(ROW, ("v1", TITLE, URL, HTML, 0))
cache.execute(ROW, ("v0", "Deleted", URL, HTML, 1))
cache.commit()
cache.close()

# The same while newsboat runs and keeps a log: what is in the log alone is read too.
os.makedirs("running")
pid = os.fork()
if pid == 0:
    with open("newsboat/cache.db", "rb") as old, open("running/cache.db", "wb") as new:
        new.write(old.read())
    cache = sqlite3.connect("running/cache.db")
    cache.execute("PRAGMA journal_mode=wal")
    cache.execute(ROW, ("v2", TITLE, URL + "/2", HTML, 0))
    cache.commit()
    os._exit(0)  # as a program that goes on: nothing is closed
os.waitpid(pid, 0)

# Packed.
os.makedirs("packed")
with gzip.open("packed/bac.txt.gz", "wb") as file:
    file.write(open("text/bac.txt", "rb").read())
with gzip.open("packed/press.mbox.gz", "wb") as file:
    file.write(open("mail/press.mbox", "rb").read())
# Python 3.11 has no zstd: a frame of one block that is stored as it is.
page = open("page/bac.html", "rb").read()
header = b"\x28\xb5\x2f\xfd\xa0" + len(page).to_bytes(4, "little")
block = (1 | len(page) << 3).to_bytes(3, "little")
with open("packed/bac.html.zst", "wb") as file:
    file.write(header + block + page)

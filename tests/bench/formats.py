"""Makes, in the folder named, COUNT articles as a feed, the same as a Maildir, and about three times
as many as JSON lines.  The words mean nothing; their lengths are those of articles."""

import json
import os
import random
import sys
from email.utils import formatdate
from xml.sax.saxutils import escape

folder, count = sys.argv[1], int(sys.argv[2])
os.makedirs(folder)
os.chdir(folder)
random.seed(5)
WORDS = ("le la les un une des port bac ministre président mardi maire ville accord traité "
         "négociations semaine travail réunion jeudi grève usine salariés direction annonce budget "
         "loi projet enquête police justice tribunal hôpital médecins école enseignants élèves "
         "région dépenses euros millions hausse baisse marché prix énergie gaz pétrole mer pêche "
         "navires côtes tempête").split()
FIRST = "Anne Jean Marie Paul Maëlle Yann Nicolas Sophie Louis Claire".split()
LAST = "Roy Kerdoncuff Martin Bihan Dupont Moreau Petit Lambert Girard Faure".split()


def name():
    return f"{random.choice(FIRST)} {random.choice(LAST)}"


def sentence():
    words = " ".join(random.choice(WORDS) for _ in range(random.randint(12, 28)))
    return words[0].upper() + words[1:] + "."


def paragraph():
    text = " ".join(sentence() for _ in range(3))
    return text + (f" « {sentence()[:-1]} », a déclaré {name()}." if random.random() < .5 else "")


articles = [{"title": sentence()[:70], "text": [paragraph() for _ in range(6)],
             "url": f"https://q.example/{i}", "author": name(), "time": 1500000000 + i * 3600}
            for i in range(count)]

with open("feed.xml", "w", encoding="utf-8") as feed:
    feed.write('<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>'
               "<title>Le Quotidien</title><link>https://q.example</link>"
               "<description>x</description>\n")
    for one in articles:
        html = "".join(f"<p>{text}</p>" for text in one["text"])
        feed.write(f"<item><title>{escape(one['title'])}</title><link>{one['url']}</link>"
                   f"<guid>{one['url']}</guid><pubDate>{formatdate(one['time'])}</pubDate>"
                   f"<author>{one['author']}</author><description>{escape(html)}</description>"
                   "</item>\n")
    feed.write("</channel></rss>")
with open("urls", "w", encoding="utf-8") as urls:
    urls.write(f"file://{os.getcwd()}/feed.xml\n")

for part in ("cur", "new", "tmp"):
    os.makedirs(f"Maildir/{part}")
for i, one in enumerate(articles):
    with open(f"Maildir/cur/{one['time']}.{i}.host:2,S", "w", encoding="utf-8") as mail:
        mail.write(f"From: Le Quotidien <l@q.example>\nTo: x@y.example\n"
                   f"Subject: {one['title'].encode('ascii', 'ignore').decode()}\n"
                   f"Date: {formatdate(one['time'])}\nMessage-ID: <{i}@q.example>\n"
                   "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                   "Content-Transfer-Encoding: 8bit\n\n" + "\n\n".join(one["text"]) + "\n")

with open("lines.jsonl", "wb") as lines:
    for i in range(count * 2938 // 1000):
        one = articles[i % count]
        lines.write((json.dumps(
            {"title": one["title"], "text": "\n\n".join(one["text"]) + f"\n\nDépêche {i}.",
             "date": f"20{10 + i % 14}-0{1 + i % 9}-{10 + i % 18}", "author": one["author"],
             "url": f"https://q.example/{i}", "sitename": "Le Quotidien"},
            ensure_ascii=False) + "\n").encode())

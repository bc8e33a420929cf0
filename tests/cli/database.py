"""Checks an export as a database: database.py FILE ARTICLES, with the same export as JSON lines on
standard input. Prints the first fault and exits 1."""
import json
import sqlite3
import sys

path, count = sys.argv[1:]
base = sqlite3.connect(path)
records = [json.loads(line) for line in sys.stdin]


def ask(query, *values):
    return base.execute(query, values).fetchall()


def need(what, found, wanted):
    if found != wanted:
        sys.exit("database: %s: %r, not %r" % (what, found, wanted))


need("integrity", ask("PRAGMA integrity_check"), [("ok",)])
need("foreign keys", ask("PRAGMA foreign_key_check"), [])
need("articles", ask("SELECT count(*) FROM articles"), [(int(count),)])
for record in records:
    text, at = record["text"], record["id"]
    published = record["published"]
    need("an article", ask("SELECT path, title, day, text, story FROM articles WHERE id = ?", at),
         [(record["path"], (record["title"] or {}).get("text"), published and published["date"], text,
           record["story"])])
    data = text.encode()
    named = [(m["start"], m["end"], m["actor_id"], data[m["start"]:m["end"]].decode(), m["how"])
             for m in record["mentions"] if m["kind"] == "person"]
    need("mentions", ask("SELECT start, end, slug, words, how FROM mentions JOIN people ON person = id"
                         " WHERE article = ? ORDER BY start", at), named)
    others = [(m["start"], m["actor_id"], m["kind"]) for m in record["mentions"] if m["kind"] != "person"]
    need("entities", ask("SELECT start, slug, kind FROM entity_mentions JOIN entities ON entity = id"
                         " WHERE article = ? ORDER BY start", at), others)
    need("quotations", ask("SELECT start, end, speaker FROM quotations WHERE article = ? ORDER BY start", at),
         [(q["start"], q["end"], q["speaker"]) for q in record["quotes"]])
    need("days", ask("SELECT start, first_day, last_day FROM days WHERE article = ? ORDER BY start", at),
         [(d["start"], d["from"], d["to"]) for d in record["dates"]])
    need("tags", sorted(t for t, in ask("SELECT tag FROM tags WHERE article = ?", at)), sorted(record["tags"]))
need("the full-text index", ask("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'traite'")[0][0] > 0, True)

#!/usr/bin/env python3
"""What is true of the bundled archive, checked on what the program exports; then the same of
variants of it: other years, other names, other orders, so that nothing can be fitted to five
files.

    seeds.py PROGRAM SEEDS FACTS     exits 0 if every check holds

FACTS says for each file what it holds (line numbers from 1).
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

BODY = ("paragraph", "heading", "caption")

# Years in which every day of January to March falls on the weekday that it has in 2021 and 2024.
YEARS_BACK = (5, 11, 28)

# Persons under other names, of like languages; spellings that differ keep differing.
NAMES = {
    "Zakharova": "Koroleva", "Maria": "Irina", "Patrouchev": "Tchernov", "Nikolaï": "Viktor",
    "Sullivan": "Harrington", "Jake": "Peter", "Peskov": "Morozov", "Dmitri": "Alexei",
    "Dimitri": "Alexeï", "Medvedev": "Sobolev", "Trump": "Graham", "Donald": "Walter",
    "O'Brien": "O'Connor", "Robert": "Francis", "Poutine": "Orlov", "Vladimir": "Grigori",
    "Biden": "Foster", "Joe": "Paul", "Obama": "Whitman", "Barack": "George",
    "Lavrov": "Volkov", "Sergueï": "Andreï", "Blinken": "Marlowe", "Antony": "Edward",
    "Navalny": "Belinski", "Alexeï": "Igor", "Antonov": "Zaitsev", "Anatoly": "Mikhail",
    "Riabkov": "Soloviev",
}

failed = []
checked = 0


def fold(text):
    text = unicodedata.normalize("NFKD", str(text or "").replace("’", "'")).casefold()
    return "".join(c for c in text if not unicodedata.combining(c)).strip(" \"'«»“”")


def check(ok, what, got=None):
    global checked
    checked += 1
    if not ok:
        failed.append(what)
        print("FAIL %s%s" % (what, "" if got is None else "   got: %s" % str(got)[:160]))


def ask(program, command, paths):
    done = subprocess.run([program] + command + ["--today=2026-01-01"] + paths, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def export(program, paths):
    return ask(program, ["export", "--format=jsonl"], paths)


def line_kinds(record):
    """The kind of most of each line, by number from 1."""
    data = record["text"].encode("utf-8")
    kinds, start = [None], 0
    for line in data.split(b"\n"):
        end = start + len(line)
        share = {}
        for piece in record["lines"]:
            common = min(end, piece["end"]) - max(start, piece["start"])
            if common > 0:
                share[piece["kind"]] = share.get(piece["kind"], 0) + common
        kinds.append(max(share, key=share.get) if share else None)
        start = end + 1
    return kinds


def check_lines(tell, fact, record):
    kinds = line_kinds(record)
    text = record["text"].split("\n")
    first, last = fact["body_lines"]
    body = [n for n, kind in enumerate(kinds) if kind in BODY]
    check(body and (body[0], body[-1]) == (first, last), tell("body is lines %d to %d" % (first, last)), body)
    furniture = set(fact["furniture_lines"])
    for n in range(first, last + 1):
        if text[n - 1].strip() and n not in furniture:
            check(kinds[n] in BODY, tell("line %d is body" % n), kinds[n])
    for n in furniture:
        check(kinds[n] in ("furniture", "dateline", "byline"), tell("line %d is furniture" % n), kinds[n])
    for key, kind in (("headings", "heading"), ("captions", "caption")):
        for n in fact.get(key, []):
            check(kinds[n] == kind, tell("line %d is a %s" % (n, kind)), kinds[n])


def real_day(text):
    """A leap day of a variant whose year has none is the month's last."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return text[:-2] + "28"


def check_dates(tell, fact, record):
    data = record["text"].encode("utf-8")
    wanted = {}
    for date in fact.get("dates", []):
        key = (date["line"], date["text"], real_day(date["from"]), real_day(date["to"]))
        wanted[key] = wanted.get(key, 0) + 1
    got = {}
    first, last = fact["body_lines"]
    for date in record["dates"]:
        key = (data.count(b"\n", 0, date["start"]) + 1, data[date["start"]:date["end"]].decode("utf-8"),
               date["from"], date["to"])
        if first <= key[0] <= last:
            got[key] = got.get(key, 0) + 1
    for key, times in wanted.items():
        check(got.get(key, 0) == times, tell("line %d: %s is %s to %s" % key), got.get(key, 0))
    check(set(got) <= set(wanted), tell("no other days are spoken of"), set(got) - set(wanted))


def check_article(name, fact, record):
    def tell(what):
        return "%s: %s" % (name, what)

    check(record["language"] == fact["language"], tell("language"), record["language"])
    check(record["title"]["from"] == fact["title"]["from"], tell("title from"), record["title"])
    check(fold(record["title"]["text"]).startswith(fold(fact["title"]["starts"])), tell("title"), record["title"])
    for key, value in fact["published"].items():
        got = (record["published"] or {}).get(key)
        check(got == value, tell("published %s is %s" % (key, value)), got)
    for key in ("source", "section"):
        if key in fact:
            check(fold(record[key]) == fold(fact[key]), tell(key), record[key])
    if "byline" in fact:
        check(fact["byline"] in record["byline"], tell("byline"), record["byline"])
    if "tags" in fact:
        check(record["tags"] == fact["tags"], tell("tags"), record["tags"])
    check_lines(tell, fact, record)
    check_dates(tell, fact, record)
    for quote in fact.get("quotes", []):
        said = [q["speaker"] for q in record["quotes"]
                if record["text"].encode("utf-8")[q["start"]:q["end"]].decode("utf-8").startswith(quote["starts"])]
        check(said == [quote["speaker"]], tell("'%s' is said by %s" % (quote["starts"], quote["speaker"])), said)
    actors = {m["actor"] for m in record["mentions"] if m["kind"] == "person" and m["how"] == "name"}
    check(actors == set(fact["persons"]), tell("persons"), sorted(actors ^ set(fact["persons"])))
    data = record["text"].encode("utf-8")
    meant = {(data[m["start"]:m["end"]].decode("utf-8"), m["actor"]) for m in record["mentions"] if m["how"] == "role"}
    wanted = set(fact.get("named_by_role", {}).items())
    check(meant == wanted, tell("named by function"), sorted(meant ^ wanted))


def stories(records):
    """The groups of paths that are one story."""
    groups = {}
    for record in records:
        if record["story"] is not None:
            groups.setdefault(record["story"], set()).add(record["path"])
    return sorted(map(sorted, groups.values()))


def check_roles(tell, fact, people):
    """Everybody holds the functions that an article gives him, on a day that lies in their span."""
    held = {row["name"]: row["roles"] for row in people}
    for person, text in fact.get("roles", {}).items():
        day = fact["published"].get("date")
        got = [role for role in held.get(person, []) if fold(role["text"]) == fold(text)]
        check(len(got) == 1, tell("%s is %s" % (person, text)), held.get(person))
        for role in got:
            check(not day or (role["from"] and role["from"] <= day <= role["to"]),
                  tell("%s was read as %s on %s" % (person, text, day)), role)


def check_archive(label, facts, records, roster):
    by_name = {os.path.basename(r["path"]): r for r in records}
    for name, fact in facts.items():
        if name == "archive":
            continue
        check(name in by_name, "%s%s is an article" % (label, name))
        if name in by_name:
            check_article(label + name, fact, by_name[name])
            check_roles(lambda what, name=name: "%s%s: %s" % (label, name, what), fact, roster)
    people = {}
    for record in records:
        for actor in {m["actor"] for m in record["mentions"] if m["how"] == "name"}:
            people[actor] = people.get(actor, 0) + 1
    for person, number in facts["archive"]["people_by_articles"].items():
        check(people.get(person) == number, "%s%s is in %d articles" % (label, person, number), people.get(person))
    for name, best in facts["archive"]["related_best"].items():
        got = [os.path.basename(row["path"]) for row in by_name[name]["related"]][:1]
        check(got == [best], "%smost related to %s" % (label, name), got)
    got = [list(map(os.path.basename, group)) for group in stories(records)]
    check(got == sorted(map(sorted, facts["archive"]["same_event"])), "%sone event" % label, got)


def check_folder(label, facts, program, folder):
    check_archive(label, facts, export(program, [folder]), ask(program, ["people", "--json"], [folder]))


def variant(program, facts, texts, label, change, order=None):
    """Writes the archive with every text changed and checks it against facts changed alike."""
    names = order or sorted(texts)
    changed = json.loads(change(json.dumps(facts, ensure_ascii=False)))
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as f:
                f.write(change(texts[name]))
        check_folder(label, changed, program, folder)


def years_back(back):
    def change(text):
        # A year stands alone or begins a date; file names and counters have longer numbers.
        return re.sub(r"(?<![0-9A-Za-z_])(20[12][0-9])(?![0-9A-Za-z_])", lambda m: str(int(m.group(1)) - back), text)
    return change


def other_names(text):
    words = sorted(NAMES, key=len, reverse=True)
    return re.sub(r"(?<!\w)(%s)(?!\w)" % "|".join(map(re.escape, words)), lambda m: NAMES[m.group(1)], text)


def without_numbering(record):
    """What must not depend on the order of files: everything but the numbers of articles."""
    return {key: value for key, value in record.items() if key not in ("id", "story")}


def check_orders(program, folder, texts):
    paths = [os.path.join(folder, name) for name in sorted(texts)]
    records = export(program, paths)
    want = {r["path"]: without_numbering(r) for r in records}
    want_stories = stories(records)
    for label, order in (("reversed", paths[::-1]), ("from the middle", paths[2:] + paths[:2])):
        records = export(program, order)
        got = {r["path"]: without_numbering(r) for r in records}
        check(stories(records) == want_stories, "nor do the stories change (%s)" % label)
        check(got == want, "the order of paths changes nothing (%s)" % label)


def check_other_file_names(program, facts, texts):
    """The same articles under names that sort the other way round."""
    other = {name: "%s.txt" % chr(ord("z") - i) for i, name in enumerate(sorted(texts))}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            with open(os.path.join(folder, other[name]), "w", encoding="utf-8", newline="") as f:
                f.write(text)
        changed = json.dumps(facts)
        for name, new in other.items():
            changed = changed.replace(name, new)
        check_folder("other file names: ", json.loads(changed), program, folder)


def main():
    program, folder, facts_path = sys.argv[1:4]
    with open(facts_path, encoding="utf-8") as f:
        facts = json.load(f)
    texts = {}
    for name in facts:
        if name != "archive":
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as f:
                texts[name] = f.read()
    check(sorted(os.listdir(folder)) == sorted(texts), "the folder holds the articles and nothing else")
    check_folder("", facts, program, folder)
    for back in YEARS_BACK:
        variant(program, facts, texts, "%d years back: " % back, years_back(back))
    variant(program, facts, texts, "other names: ", other_names)
    check_other_file_names(program, facts, texts)
    check_orders(program, folder, texts)
    print("bundled archive and its variants: %d of %d" % (checked - len(failed), checked))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

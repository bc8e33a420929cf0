"""Checks JSON lines on standard input against what they promise: contract.py KIND.

KIND is article, list, person, dossier, related, quote, story, compare or problem. Prints the first fault and exits 1.
"""
import json
import sys

NULL = type(None)
PRECISIONS = {"day": 10, "month": 7, "year": 4}
ORIGINS = ("text", "metadata", "url", "name", "archive", "reader")
KINDS = ("title", "dateline", "byline", "paragraph", "heading", "caption", "furniture")
KEYS = {
    "article": {"v": int, "id": int, "path": str, "language": (str, NULL), "title": (dict, NULL),
                "published": (dict, NULL), "source": (str, NULL), "source_from": (str, NULL),
                "section": (str, NULL), "url": (str, NULL), "inferred": list, "byline": list,
                "tags": list, "text": str, "lines": list, "mentions": list, "dates": list,
                "quotes": list, "story": (int, NULL), "related": list},
    "list": {"id": int, "path": str, "title": (dict, NULL), "published": (dict, NULL),
             "source": (str, NULL), "language": (str, NULL), "people": list},
    "person": {"name": str, "actor_id": str, "kind": str, "articles": int, "mentions": int,
               "forms": list, "roles": list, "first": (str, NULL), "last": (str, NULL)},
    "dossier": {"name": str, "actor_id": str, "kind": str, "articles": int, "mentions": int,
                "forms": list, "roles": list, "with": list, "quotations": list, "in": list},
    "related": {"path": str, "score": float, "why": list},
    "quote": {"speaker": (str, NULL), "text": str, "path": str, "start": int, "end": int,
              "published": (dict, NULL)},
    "story": {"story": int, "title": (dict, NULL), "from": (str, NULL), "to": (str, NULL),
              "articles": list, "people": list},
    "compare": {"a": dict, "b": dict, "percent": int, "parts": list},
    "problem": {"path": str, "reason": str},
}


def need(holds, words):
    if not holds:
        sys.exit("contract: " + words)


def keys(value, kind):
    for key, types in KEYS[kind].items():
        need(key in value, "%s has no %s" % (kind, key))
        need(isinstance(value[key], types), "%s.%s is %r" % (kind, key, value[key]))
    need(set(value) == set(KEYS[kind]), "%s has more keys: %s" % (kind, sorted(value)))


def boundary(data, at):
    return 0 <= at <= len(data) and (at == len(data) or data[at] & 0xC0 != 0x80)


def spans(value, name, data):
    last = 0
    for item in value[name]:
        start, end = item["start"], item["end"]
        need(0 <= start < end <= len(data), "%s %d-%d lies outside the text" % (name, start, end))
        need(boundary(data, start) and boundary(data, end), "%s %d-%d cuts a character" % (name, start, end))
        need(start >= last, "%s are not in order" % name)
        last = start


def title(value):
    if value["title"]:
        need(value["title"]["from"] in ("document", "metadata", "lead", "reader"), "title.from")
        need(value["title"]["text"].strip(), "an empty title")


def published(value):
    day = value["published"]
    if not day:
        return
    need(set(day) == {"date", "time", "precision", "from", "year"}, "published has keys %s" % sorted(day))
    need(len(day["date"]) == PRECISIONS[day["precision"]], "the date does not fit its precision")
    need(day["from"] in ORIGINS, "published.from is %s" % day["from"])
    need(day["year"] in ("stated", "inferred"), "published.year")
    need(day["time"] is None or len(day["time"]) == 5, "published.time")


def article(value):
    data = value["text"].encode("utf-8", "surrogatepass")
    for name in ("lines", "mentions", "dates", "quotes"):
        spans(value, name, data)
    need(all(line["kind"] in KINDS for line in value["lines"]), "a kind of line")
    rest, at = b"", 0
    for line in value["lines"]:
        rest += data[at:line["start"]]
        at = max(at, line["end"])
    rest += data[at:]
    need(not rest.decode("utf-8").strip(), "a line that is not covered: %r" % rest.strip()[:80])
    covers = [(x["start"], x["end"]) for x in value["lines"] if x["kind"] in ("furniture", "byline", "dateline")]
    for mention in value["mentions"]:
        need(mention["how"] in ("name", "role") and mention["actor"] and mention["actor_id"], "a mention")
        need(mention["actor_id"].isascii(), "an actor_id that is not ASCII")
        need(not any(s < mention["end"] and mention["start"] < e for s, e in covers), "a mention in furniture")
    need(set(value["inferred"]) <= {"title", "day", "year", "source", "language"}, "inferred")
    need(("title" in value["inferred"]) == bool(value["title"] and value["title"]["from"] == "lead"), "inferred title")
    need(len(value["related"]) <= 10, "too many related")
    for item in value["related"]:
        keys(item, "related")
    scores = [item["score"] for item in value["related"]]
    need(scores == sorted(scores, reverse=True), "related are not in order")
    need(value["path"] not in [item["path"] for item in value["related"]], "related to itself")


def compare(value):
    for side in ("a", "b"):
        need(set(value[side]) == {"path", "title", "people", "dates"}, "compare.%s" % side)
    need(0 <= value["percent"] <= 100, "a percentage")
    last = {"a": 0, "b": 0}
    for part in value["parts"]:
        need(part["kind"] in ("same", "changed", "a", "b"), "a kind of part")
        for side, other in (("a", "b"), ("b", "a")):
            need((part[side] is None) == (part["kind"] == other), "a part of one alone")
            if part[side]:
                need(last[side] <= part[side]["start"] < part[side]["end"], "parts are not in order")
                last[side] = part[side]["end"]
            for at in part["only_" + side]:
                need(part["kind"] == "changed", "words of one alone in a part that is the same")
                need(part[side]["start"] <= at["start"] < at["end"] <= part[side]["end"], "words outside their part")


def main():
    kind, count, last = sys.argv[1], 0, -1
    for line in sys.stdin.buffer:
        need(line.endswith(b"\n"), "the last line has no end")
        value = json.loads(line.decode("utf-8"))
        keys(value, kind)
        if "title" in value:
            title(value)
        if "published" in value:
            published(value)
        if kind == "compare":
            compare(value)
        if kind == "story":
            need(value["articles"] and value["title"], "a story of nothing")
            need((value["from"] is None) == (value["to"] is None), "days of a story")
        if kind == "article":
            article(value)
            need(value["id"] > last, "articles are not in path order")
            last = value["id"]
        count += 1
    print(count)


main()

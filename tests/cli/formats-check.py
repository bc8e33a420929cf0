"""Reads an export on standard input: how many articles it has, or what is wrong with one."""

import json
import sys

count = 0
for line in sys.stdin:
    article = json.loads(line)
    published = article["published"] or {}
    body = "\n".join(article["text"].encode()[at["start"]:at["end"]].decode()
                     for at in article["lines"] if at["kind"] == "paragraph")
    wrong = [name for name, is_right in (
        ("title", article["title"]["text"] == "Le bac de Molène reprend la mer"),
        ("day", (published.get("date") or "").startswith("2021-01-2")),
        ("source", sys.argv[1] in ("-", article["source"])),
        ("beginning", body.startswith("Après onze jours à quai, le bac de Molène")),
        ("end", body.endswith("attendra le retour du beau temps.")),
        ("quotation", [quote["speaker"] for quote in article["quotes"]] == ["Maëlle Kerdoncuff"]),
    ) if not is_right]
    if wrong:
        sys.exit(f"{article['path']}: {', '.join(wrong)}: {body[:60]!r} {article['title']}")
    count += 1
print(count)

"""Dumps and labels of the pages that more.mjs marked: more.py DATA FOLDER, where DATA has dump.py
and label.py.  Pages with next to no text are left out."""
import json
import os
import sys

data, folder = sys.argv[1:]
sys.path.insert(0, data)
sys.dont_write_bytecode = True
import dump
import label

for name in sorted(os.listdir(folder)):
    page = os.path.join(folder, name)
    sources = [open(os.path.join(page, file + ".html"), "rb").read() for file in ("source", "expected")]
    lines, text = (dump.dump_lines(dump.decode(source)) for source in sources)
    with open(os.path.join(page, "expected.json")) as facts:
        labels = label.label(lines, text, json.load(facts)["title"] or "")
    words = sum(len(line.split()) for line, kind in zip(lines, labels) if kind == "body")
    if words < 100:
        continue
    with open(os.path.join(page, "dump.txt"), "w", encoding="utf-8", errors="replace") as out:
        out.writelines(line + "\n" for line in lines)
    with open(os.path.join(page, "lines.json"), "w") as out:
        json.dump(labels, out)

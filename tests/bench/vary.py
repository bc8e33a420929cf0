#!/usr/bin/env python3
"""Writes an archive of many articles made from a few: each with other names, other days and a
sentence of its own.

    vary.py SOURCE FOLDER COUNT    the same arguments write the same bytes
"""
import os
import random
import re
import sys

MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
STEMS = "Bar Cor Dal Fer Gal Kor Lam Mar Nor Per Rad Sor Tal Ver Zor".split()
ENDS = "ov in ski enko ard eau son mann ier et".split()
SURNAMES = "Peskov Patrouchev Sullivan Zakharova Lavrov Blinken Navalny Poutine Biden Antonov Riabkov".split()


def vary(text, dice):
    for name in SURNAMES:
        if dice.random() < 0.7:
            other = dice.choice(STEMS) + dice.choice(["", "a", "i", "o"]) + dice.choice("bdlmnrtv") + dice.choice(ENDS)
            text = text.replace(name, other)
    year = dice.randint(2012, 2025)
    text = re.sub(r"\b20(21|24)\b", str(year), text)
    text = re.sub(r"\b(\d{1,2}) (janvier|février|mars)\b",
                  lambda m: "%d %s" % (dice.randint(1, 28), dice.choice(MONTHS)), text)
    lines = text.split("\n")
    words = re.findall(r"\w{4,}", text)
    dice.shuffle(words)
    middle = len(lines) // 2
    lines[middle] += " " + " ".join(words[:12]).capitalize() + "."
    return "\n".join(lines)


def main():
    source, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    texts = []
    for name in sorted(os.listdir(source)):
        with open(os.path.join(source, name), encoding="utf-8", newline="") as f:
            texts.append(f.read())
    dice = random.Random(1)
    for i in range(count):
        inside = os.path.join(folder, "%03d" % (i // 1000))
        os.makedirs(inside, exist_ok=True)
        with open(os.path.join(inside, "%03d.txt" % (i % 1000)), "w", encoding="utf-8", newline="") as f:
            f.write(vary(texts[i % len(texts)], dice))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Prints how fast and how large things are, a row or more for each goal, beside what the machine
itself, SQLite's full-text index and other programs take for the same articles in the same run.
Never fails for a figure.

    bench.py --tools FOLDER --folder FOLDER --articles N [--lines] [--repeat N]
             [--goals "1 5 12"]
"""
import argparse
import os
import shutil

from goals import GOALS, Row
from runs import show
from world import World

COLUMNS = ("goal", "at most", "measured", "beside", "")


def print_row(number, cells):
    print("%-2s  %-62s %10s %10s  %s  %s" % ((number,) + tuple(cells)[:3] + (cells[3] or "-", cells[4])), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--articles", type=int, required=True)
    parser.add_argument("--lines", action="store_true")
    parser.add_argument("--repeat", type=int, default=0, help="of what takes seconds")
    parser.add_argument("--goals", default="")
    options = parser.parse_args()
    wanted = [int(number) for number in options.goals.split()] or range(1, len(GOALS) + 1)
    shutil.rmtree(options.folder, ignore_errors=True)
    os.makedirs(options.folder)
    repeat = options.repeat or (3 if options.articles <= 20000 else 1)
    world = World(os.path.abspath(options.tools), os.path.abspath(options.folder), options.articles,
                  options.lines, repeat)
    print("%d articles, %s, %d processors, load %.1f" % (
        world.articles, show(world.bytes / 2**20, "MiB"), os.cpu_count(), os.getloadavg()[0]))
    print_row("", COLUMNS)
    for number in wanted:
        for row in GOALS[number - 1](world):
            print_row(number, row.cells())


if __name__ == "__main__":
    main()

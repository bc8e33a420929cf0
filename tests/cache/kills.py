#!/usr/bin/env python3
"""What is kept between starts, under kill -9, under two programs at once, and after changes.

    kills.py PROGRAM ARCHIVE MOMENTS

The archive is copied; PROGRAM exports it again and again, killed at random moments of reading and
of writing; each next start must export what --no-cache does, byte for byte.
"""
import glob
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

GRAIN = 2.5  # seconds after which a file's times are believed
SEED = 6
QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Stage:
    def __init__(self, program, archive, work):
        self.program = program
        self.archive = os.path.join(work, "archive")
        self.home = os.path.join(work, "cache")
        self.folder = os.path.join(self.home, "depeche")
        self.env = dict(os.environ, XDG_CACHE_HOME=self.home)
        shutil.copytree(archive, self.archive)
        os.mkdir(self.home)
        self.settle()

    def settle(self):
        """Until what was written is old enough to be kept; then what it is to be."""
        time.sleep(GRAIN)
        self.wanted = self.export("--no-cache")

    def command(self, *options):
        return [self.program, "export", "--format=jsonl", *options, self.archive]

    def export(self, *options):
        done = subprocess.run(self.command(*options), env=self.env, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"FAIL kills: exit code {done.returncode}: {done.stderr[:200]!r}")
        return done.stdout

    def check(self, label):
        if self.export() != self.wanted:
            sys.exit(f"FAIL kills: {label}: not what --no-cache exports")

    def kept(self):
        return sorted(os.listdir(self.folder)) if os.path.isdir(self.folder) else []

    def check_kept(self):
        """What was read, and the epoch; nothing that a killed writer left."""
        ends = [os.path.splitext(name)[1] for name in self.kept()]
        if ends != [".articles", ".epoch"]:
            sys.exit(f"FAIL kills: kept: {self.kept()}")

    def forget(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def kill_while_reading(stage, chance, span):
    child = subprocess.Popen(stage.command(), env=stage.env, **QUIET)
    time.sleep(chance.random() * span)
    child.send_signal(signal.SIGKILL)
    child.wait()


def kill_while_writing(stage, chance):
    """As soon as the file beside is there, or shortly after."""
    child = subprocess.Popen(stage.command(), env=stage.env, **QUIET)
    while child.poll() is None and all(name.count(".") == 1 for name in stage.kept()):
        pass
    time.sleep(chance.random() * 0.01)
    child.send_signal(signal.SIGKILL)
    child.wait()


def change_one(stage, chance):
    path = chance.choice(sorted(glob.glob(os.path.join(stage.archive, "**", "*.txt"), recursive=True)))
    if chance.random() < 0.5:
        os.rename(path, path[:-4] + "x.txt")
    else:
        with open(path, "a", encoding="utf-8") as file:
            file.write("\nUne phrase de plus, dit Paul Durand.\n")


def two_at_once(stage):
    stage.forget()
    pair = [subprocess.Popen(stage.command(), env=stage.env, stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) for _ in range(2)]
    for child in pair:
        if child.communicate()[0] != stage.wanted:
            sys.exit("FAIL kills: two at once: not what --no-cache exports")
    stage.check("after two at once")


def main():
    program, archive, moments = sys.argv[1], sys.argv[2], int(sys.argv[3])
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as work:
        stage = Stage(program, archive, work)
        start = time.monotonic()
        stage.check("the first start")
        span = time.monotonic() - start
        stage.check_kept()
        stage.check("from what was kept")
        two_at_once(stage)
        for moment in range(moments):
            if moment % 2 == 0:
                stage.forget()
            else:
                change_one(stage, chance)
                stage.wanted = stage.export("--no-cache")
            if moment % 4 < 2:
                kill_while_reading(stage, chance, span)
            else:
                kill_while_writing(stage, chance)
            stage.check(f"after kill {moment}")
        stage.settle()
        stage.check("in the end")
        stage.check_kept()
        stage.check("from what was kept in the end")
    print(f"ok   kills: {moments} moments of reading and writing, two at once, changes between")


if __name__ == "__main__":
    main()

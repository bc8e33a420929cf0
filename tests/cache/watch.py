#!/usr/bin/env python3
"""A reader on a terminal whose folder changes: what comes shows up, what is selected stays.

    watch.py PROGRAM ARCHIVE        SKIP where the system tells of no changes
"""
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios

LOADED = b"\x1b]7777;loaded\x1b\\"
IDLE = b"\x1b]7777;idle\x1b\\"
PATIENCE = 60
ARTICLE = """Un phare est rallumé à Sein

Par Anne Roy

Le 3 mars 2031

Le phare a été rallumé lundi, a déclaré le maire Paul Kerval devant les habitants de l'île.
"""


LINE = """{"title": "Conseil numéro %d", "date": "2021-03-%02d", "text": "Le maire a parlé."}
"""


class Reader:
    def __init__(self, program, archive, home):
        self.seen = self.loads = b""
        child, self.terminal = pty.fork()
        if child == 0:
            env = dict(os.environ, HOME=home, DEPECHE_TTY_SYNC="1", TERM="xterm-256color")
            env.pop("XDG_CACHE_HOME", None)
            os.execve(program, [program, archive], env)
        self.child = child
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))

    def until(self, mark, label):
        """What was written up to the mark."""
        while mark not in self.seen:
            if not select.select([self.terminal], [], [], PATIENCE)[0]:
                os.kill(self.child, signal.SIGKILL)
                sys.exit(f"FAIL watch: {label}: nothing came: {plain(self.seen)[-400:]}")
            try:
                self.seen += os.read(self.terminal, 65536)
            except OSError:
                sys.exit(f"FAIL watch: {label}: it ended: {plain(self.seen)[-400:]}")
        before, self.seen = self.seen.split(mark, 1)
        self.loads += LOADED * (before + mark).count(LOADED)
        return plain(before)

    def again(self):
        """The whole screen."""
        self.key(b"\x0c")
        return self.until(IDLE, "drawn anew")

    def until_loaded(self, times, label):
        """Until the archive has been whole so many times."""
        while len(self.loads) < times * len(LOADED):
            self.until(LOADED, label)

    def key(self, key):
        os.write(self.terminal, key)

    def end(self):
        self.key(b"Q")
        while select.select([self.terminal], [], [], PATIENCE)[0]:
            try:
                if not os.read(self.terminal, 65536):
                    break
            except OSError:
                break
        else:
            os.kill(self.child, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])


def plain(stream):
    text = re.sub(rb"\x1b(\[[0-9;?]*[A-Za-z@`]|\][^\x1b]*\x1b\\|[()][0AB]|[=>78M])", b" ", stream)
    return text.decode("utf-8", "replace")


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def check(label, condition, shown):
    if not condition:
        sys.exit(f"FAIL watch: {label}: {shown[-600:]}")


def small(program, archive, work):
    """Everything of the archive is read again before any of it is shown."""
    folder = os.path.join(work, "archive")
    shutil.copytree(archive, folder)
    reader = Reader(program, folder, work)
    reader.until(LOADED, "the first load")
    reader.key(b"j")
    reader.until(IDLE, "a key")
    path = os.path.join(folder, "phare.txt")
    write(path, ARTICLE)
    shown = reader.until(LOADED, "an article came")
    check("it is told of", "new article" in shown, shown)
    reader.key(b"g")
    reader.until(IDLE, "to the newest")
    reader.key(b"\r")
    shown = reader.until(IDLE, "the newest is opened")
    check("it can be read", "phare" in shown, shown)
    os.mkdir(os.path.join(folder, "below"))
    reader.until(LOADED, "a folder came")
    os.rename(path, os.path.join(folder, "below", "phare.txt"))
    shown = reader.until(LOADED, "a folder that came is looked into")
    os.unlink(os.path.join(folder, "below", "phare.txt"))
    reader.until(LOADED, "an article went")
    check("it ends well", reader.end() == 0, "")


def large(program, work):
    """What comes may be shown early, and is what it was when the rest has been read again."""
    folder = os.path.join(work, "large")
    os.mkdir(folder)
    with open(os.path.join(folder, "all.jsonl"), "w", encoding="utf-8") as file:
        for number in range(1100):
            file.write(LINE % (number, 1 + number % 28))
    reader = Reader(program, folder, work)
    reader.until(LOADED, "the first load of many")
    for times in (2, 3):
        write(os.path.join(folder, f"phare-{times}.txt"), ARTICLE.replace("2031", f"203{times}"))
        reader.until(b"new article", "an article came to many")
        reader.key(b"g")
        reader.until(IDLE, "to the newest of many")
        shown = reader.again()
        check("it can be read at once", "phare" in shown, shown)
        check("and is the newest", f"March 203{times}" in shown, shown)
        reader.until_loaded(times, "the rest is read again")
        shown = reader.again()
        check("what is read is what it was", f"March 203{times}" in shown, shown)
    check("it ends well after many", reader.end() == 0, "")


def main():
    program, archive = os.path.abspath(sys.argv[1]), sys.argv[2]
    if not sys.platform.startswith("linux"):
        print("SKIP watch: this system tells of no changes")
        return
    with tempfile.TemporaryDirectory() as work:
        small(program, archive, work)
        large(program, work)
    print("ok   watch: articles that come and go while one reads")


if __name__ == "__main__":
    main()

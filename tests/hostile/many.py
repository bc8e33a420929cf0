#!/usr/bin/env python3
"""Thousands of files that mean harm (harms.py), read by every kind of command and on a terminal.

    many.py PROGRAM FILES [SLOWNESS]     SLOWNESS: how many times slower the program may be (1)

Prints files tried, crashes, hangs (over a second of computing for each begun MB) and bytes that
reached the terminal or a pipe without being Depeche's own; the last three are to be 0.
"""
import contextlib
import fcntl
import gzip
import os
import pty
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import zlib
import time

sys.dont_write_bytecode = True
import harms  # noqa: E402
import harms_databases  # noqa: E402,F401
import harms_notes  # noqa: E402,F401
import harms_packed  # noqa: E402

BATCH = 100
PATIENCE = 120
COMMANDS = (["list"], ["people"], ["quotes"], ["problems"], ["stories"], ["timeline"], ["list", "--json"], ["list", "--filter=port"],
            ["export", "--format=md"], ["export", "--format=csv"], ["export", "--format=bib"])
# What Depeche sends of its own accord: positions and looks by ncurses, the title, the marks of tests.
OWN = re.compile(
    r"\x1b\[\??(?!666[0-9])[0-9]{0,4}(?:;(?!666[0-9])[0-9]{0,4})*[ABCDGHIJKLMPSTXZbcdfghlmrt@]|\x1b[()][0AB]|\x1b[=>78M]|"
    r"\x1b\]2;Depeche: [^\x00-\x1f\x7f-\x9f]*\x1b\\|\x1b\]7777;(?:idle|loaded|key [^\x00-\x20\x7f-\x9f]+ [a-z]*)\x1b\\|[\n\r\b\t\x0e\x0f]")
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f%s]" % harms.BIDI)
JSON_HARMFUL = re.compile("[\x00-\x09\x0b-\x1f]")


class Found:
    def __init__(self):
        self.files = self.crashes = self.hangs = self.bytes = self.runs = 0
        self.shown = 0

    def tell(self, what, where, how=""):
        self.shown += 1
        if self.shown <= 20:
            print("FAIL %s: %s %s" % (what, where, str(how)[:300]), flush=True)


def size_of(path):
    """The bytes that are read: of a packed file those inside."""
    if path.endswith(".zst"):
        with open(path, "rb") as f:
            return max(harms_packed.size_inside(f.read()), os.path.getsize(path))
    if not path.endswith(".gz"):
        return os.path.getsize(path)
    size = 0
    with gzip.open(path) as f, contextlib.suppress(OSError, EOFError, zlib.error):
        while part := f.read(1 << 20):
            size += len(part)
    return max(size, os.path.getsize(path))


def run(program, words, folder):
    """The exit code (None: too long), seconds of computing, what was printed and said."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run([program] + words + [folder], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return None, PATIENCE, b"", b""
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done.returncode, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout, done.stderr


def look_alone(program, words, made, slowness, found):
    """Which file of those it was.  What reading a file costs is what listing it does: a question
    asked of each of its articles is not of the file's size alone."""
    for path, kind in sorted(made.items()):
        code, seconds, _, said = run(program, words, path)
        if code in (0, 1, 2) and words != ["list"]:
            seconds = run(program, ["list"], path)[1]
        if code not in (0, 1, 2) and code is not None:
            found.crashes += 1
            found.tell("crash", kind, said[-300:])
        elif code is None or seconds > slowness * (1 + (size_of(path) >> 20)):
            found.hangs += 1
            found.tell("hang", "%s of %d bytes" % (kind, size_of(path)), "%.1f s" % seconds)


def check_printed(words, data, harmful, found):
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as e:
        text = ""
        found.bytes += 1
        found.tell("no UTF-8", words, e)
    for match in harmful.finditer(text):
        found.bytes += 1
        found.tell("a control in a pipe", words, ascii(text[max(0, match.start() - 30):match.end() + 10]))


def command(program, words, folder, made, slowness, found):
    crashes, hangs = found.crashes, found.hangs
    code, seconds, printed, said = run(program, words, folder)
    found.runs += 1
    if code not in (0, 1, 2) or seconds > slowness:
        look_alone(program, words, made, slowness, found)
    if code is None:
        found.hangs += found.hangs == hangs
    elif code not in (0, 1, 2) and found.crashes == crashes:
        found.crashes += 1
        found.tell("crash of them together", words, said[-300:])
    check_printed(words, printed, JSON_HARMFUL if "--json" in words or "--format=jsonl" in words else HARMFUL, found)
    check_printed(words, said, HARMFUL, found)


# --- on a terminal ---------------------------------------------------------------------------

class Screen:
    def __init__(self, program, folder, columns):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", DEPECHE_TTY_SYNC="1")
            os.execv(program, [program, folder])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
        self.data = b""

    def wait(self, sign):
        """Whether the sign came; what came is kept."""
        start, until = len(self.data), time.monotonic() + PATIENCE
        while self.data.find(sign, start) < 0:
            if time.monotonic() > until or not select.select([self.fd], [], [], PATIENCE)[0]:
                return False
            try:
                got = os.read(self.fd, 65536)
            except OSError:
                return False
            if not got:
                return False
            self.data += got
            start = max(0, min(start, len(self.data)))
        return True

    def end(self):
        """The exit status; None when it had to be ended."""
        os.write(self.fd, b"\x1b\x1b")
        for _ in range(8):
            try:
                os.write(self.fd, b"q")
            except OSError:
                break
            if not self.wait(b"idle\x1b\\"):
                break
        done, status = os.waitpid(self.pid, os.WNOHANG)
        if done == 0 and self.wait(b"\0never") is False:
            done, status = os.waitpid(self.pid, os.WNOHANG)
        for _ in range(100):
            if done:
                break
            select.select([], [], [], .05)
            done, status = os.waitpid(self.pid, os.WNOHANG)
        if not done:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status) if done else None


def on_terminal(program, folder, count, columns, found):
    screen = Screen(program, folder, columns)
    alive = screen.wait(b"loaded\x1b\\")
    for key in [b"J", b"G", b"r"] * min(count, 40) + [b"S", b"a", b"\x1b\x1b", b"=", b"q", b"\t", b"j", b"j", b"?", b"q"]:
        if not alive:
            break
        os.write(screen.fd, key)
        alive = screen.wait(b"idle\x1b\\")
    status = screen.end()
    if status is None or not alive:
        found.hangs += status is None
        found.crashes += status is not None
        found.tell("on a terminal", folder, (status, screen.data[-300:]))
    elif status not in (0, 2):
        found.crashes += 1
        found.tell("crash on a terminal", folder, (status, screen.data[-300:]))
    text = screen.data.decode("utf-8", "surrogateescape")
    for match in re.finditer("[\x00-\x1f\x7f-\x9f\ud800-\udfff%s]" % harms.BIDI, OWN.sub("", text)):
        found.bytes += 1
        found.tell("a byte on the terminal", folder, ascii(match.group()))


def main():
    program, files = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    slowness = float(sys.argv[3]) if len(sys.argv) > 3 else 1
    found = Found()
    for seed in range(0, files, BATCH):
        folder = tempfile.mkdtemp(prefix="depeche-harm-")
        made = harms.fill(folder, seed, min(BATCH, files - seed))
        turn = seed // BATCH
        command(program, ["export", "--format=jsonl"], folder, made, slowness, found)
        command(program, COMMANDS[turn % len(COMMANDS)], folder, made, slowness, found)
        on_terminal(program, folder, len(made), (80, 120, 200, 21)[turn % 4], found)
        found.files += len(made)
        shutil.rmtree(folder, ignore_errors=True)
    print("%s   hostile files: %d of %d kinds tried in %d runs; crashes %d, hangs %d, foreign control bytes %d" % (
        "FAIL" if found.shown else "ok", found.files, len(harms.HARMS) + len(harms.PLACES), found.runs,
        found.crashes, found.hangs, found.bytes))
    return 1 if found.shown else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""An archive that means harm: every command must survive it, tell of what it could not read,
read the rest, and let no control byte out.

    hostile.py PROGRAM [FOLDER]      FOLDER: made and cleared here (default: a temporary one)
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

GOOD = "Un article sain\n\nLe 5 février 2021, M. Dupont a parlé de la paix à Genève devant ses collègues.\n"
BODY = "Le président de la commission, Jean Dupont, a déclaré lundi que la paix était possible. "
failed = []


def check(ok, what, got=""):
    if not ok:
        failed.append(what)
        print("FAIL %s %s" % (what, str(got)[:300]))


def write(folder, name, data):
    with open(os.path.join(folder, name), "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))


def make(folder):
    """Files by what is wrong with them; returns how many hold an article for sure."""
    dice = random.Random(7)
    write(folder, "good.txt", GOOD)
    write(folder, "every-byte.txt", bytes(range(256)) * 64)
    for i in range(30):
        write(folder, "noise-%02d.txt" % i, bytes(dice.randrange(256) for _ in range(dice.randrange(5000))))
    cut = (BODY * 5).encode("utf-8")
    for i in range(40):
        write(folder, "cut-%02d.txt" % i, cut[:len(cut) - i])
    write(folder, "mixed.txt", BODY.encode("utf-8") + BODY.encode("cp1252") + BODY.encode("utf-16-le") + BODY.encode("koi8-r", "replace"))
    write(folder, "nul.txt", (BODY + "\0" + BODY + "\0\0\0\n") * 20)
    write(folder, "surrogates.txt", BODY.encode() + b"\xed\xa0\x80\xed\xbf\xbf \xf4\x90\x80\x80 \xc0\xaf \xff\xfe\n" + BODY.encode())
    write(folder, "utf16-odd.txt", b"\xff\xfe" + BODY.encode("utf-16-le") + b"\x00")
    write(folder, "utf16-lone.txt", b"\xff\xfe" + b"\x00\xd8A\x00" * 500)
    write(folder, "utf32.txt", b"\xff\xfe\x00\x00" + BODY.encode("utf-32-le"))
    write(folder, "mark-only.txt", b"\xef\xbb\xbf")
    write(folder, "empty.txt", b"")
    write(folder, "blank.txt", b" \n\t\r\n" * 3000)
    write(folder, "one-line.txt", BODY * 60000)
    write(folder, "one-word.txt", "a" * 3000000)
    write(folder, "capitals.txt", " ".join("Nom%s" % chr(65 + i % 26) for i in range(60000)))
    write(folder, "quotes.txt", "« " * 50000 + BODY + "\" " * 50000)
    write(folder, "combining.txt", "e" + "\u0301" * 200000 + BODY)
    write(folder, "family.txt", "\U0001F468\u200d\U0001F469\u200d\U0001F467 " * 5000 + BODY)
    write(folder, "lines.txt", "x\n" * 300000)
    write(folder, "dates.txt", "le 31 février 0000, lundi 99 mai 9999, 2021-13-45, " * 3000 + BODY)
    write(folder, "numbers.txt", "1" * 100000 + "/" + "2" * 1000 + "\n" + BODY)
    escapes = "\033]0;owned\007\033[2J\033[31mrouge\033[0m \x9b31m \x9d0;x\x9c \u202eeltit\u202c \u2066x\u2069 \x7f\x08\x08"
    write(folder, "escapes.txt", "%s %s\n\n%s %s\n" % ("Titre", escapes, BODY, escapes))
    write(folder, "name-\033[31m\n\u202e.txt", GOOD)
    with open(os.path.join(os.fsencode(folder), b"name-\xff\xfe.txt"), "wb") as f:
        f.write(GOOD.encode())
    write(folder, ".hidden.txt", "not seen\n")
    write(folder, "picture.jpg", b"\xff\xd8\xff\xe0" + bytes(2000))
    write(folder, "picture-without-suffix", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    write(folder, "program", b"\x7fELF" + bytes(5000))
    os.mkfifo(os.path.join(folder, "fifo.txt"))
    os.symlink("nowhere", os.path.join(folder, "dangling.txt"))
    os.symlink("loop-b.txt", os.path.join(folder, "loop-a.txt"))
    os.symlink("loop-a.txt", os.path.join(folder, "loop-b.txt"))
    os.symlink("/dev/zero", os.path.join(folder, "zero.txt"))
    os.makedirs(os.path.join(folder, "deep", "deeper"))
    os.symlink("../..", os.path.join(folder, "deep", "deeper", "up"))
    os.symlink(".", os.path.join(folder, "deep", "here"))
    write(folder, "deep/deeper/good.txt", GOOD)
    many = os.path.join(folder, *(["d" * 50] * 40))
    os.makedirs(many)
    write(folder, "huge.txt", BODY * (1 + (65 << 20) // len(BODY)))


def run(program, words, data=None):
    start = time.monotonic()
    done = subprocess.run([program] + words, input=data, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300,
                          env=dict(os.environ, ASAN_OPTIONS="detect_leaks=1"))
    label = " ".join(words[:2])
    check(done.returncode in (0, 1, 2), "%s ends with a code of ours" % label, (done.returncode, done.stderr[-400:]))
    print("     %-22s %.1f s, %d bytes" % (label, time.monotonic() - start, len(done.stdout)))
    return done


def controls(data):
    text = data.decode("utf-8")
    return [hex(ord(c)) for c in text if c != "\n" and (ord(c) < 32 or 0x7f <= ord(c) < 0xa0 or
            0x202a <= ord(c) <= 0x202e or 0x2066 <= ord(c) <= 0x2069 or ord(c) in (0x200e, 0x200f, 0x61c))]


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory(prefix="depeche-hostile-") as folder:
        make(folder)
        records = [json.loads(line) for line in run(program, ["export", "--format=jsonl", folder]).stdout.decode("utf-8").splitlines()]
        names = {os.path.basename(r["path"]) for r in records}
        for name in ("good.txt", "escapes.txt", "one-line.txt", "mixed.txt", "cut-17.txt", "utf32.txt"):
            check(name in names, "%s is read" % name, sorted(names)[:10])
        check(sum(r["path"].endswith("deep/deeper/good.txt") for r in records) == 1, "loops of links end")
        for record in records:
            data = record["text"].encode("utf-8")
            marks = record["lines"] + record["mentions"] + record["dates"] + record["quotes"]
            check(all(0 <= m["start"] < m["end"] <= len(data) for m in marks), "marks lie in the text", record["path"])
            for m in marks:
                try:
                    data[m["start"]:m["end"]].decode("utf-8")
                except UnicodeDecodeError:
                    check(False, "marks end on characters", (record["path"], m))
        problems = [json.loads(line) for line in run(program, ["problems", "--json", folder]).stdout.decode("utf-8").splitlines()]
        told = {os.path.basename(p["path"]): p["reason"] for p in problems if "path" in p}
        for name in ("empty.txt", "fifo.txt", "zero.txt", "dangling.txt", "loop-a.txt", "huge.txt"):
            check(name in told, "%s is a problem" % name, told)
        for name in ("good.txt", ".hidden.txt", "picture.jpg"):
            check(name not in told, "%s is no problem" % name)
        for words in (["list"], ["people"], ["problems"], ["show", "escapes.txt"], ["related", "good.txt"], ["list", "--filter", "paix"]):
            out = run(program, words + [folder])
            check(not controls(out.stdout), "%s lets no control byte out" % words[0], controls(out.stdout)[:5])
            check(not controls(out.stderr), "%s tells of errors without control bytes" % words[0], out.stderr)
        out = run(program, ["list", "-"], data=os.path.join(folder, "good.txt").encode() + b"\n")
        check(out.returncode == 0 and out.stdout.count(b"\n") == 1, "a path on standard input is read", out.stderr)
    print("hostile archive: %s" % ("%d failed" % len(failed) if failed else "ok"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Running programs and keeping figures."""
import os
import subprocess
import threading
import time


class Sample:
    """Figures of one kind, in a unit of their own."""

    def __init__(self, figures, unit):
        self.figures = sorted(figures)
        self.unit = unit

    def at(self, share):
        return self.figures[min(int(len(self.figures) * share), len(self.figures) - 1)]

    @property
    def median(self):
        return self.at(0.5)

    @property
    def p95(self):
        return self.at(0.95)

    @property
    def worst(self):
        return self.figures[-1]

    def __str__(self):
        if len(self.figures) == 1:
            return show(self.median, self.unit)
        return "%s (%s … %s)" % (show(self.median, self.unit), show(self.figures[0], ""), show(self.worst, ""))


def show(figure, unit):
    digits = 0 if figure >= 100 else 1 if figure >= 10 else 2 if figure >= 0.1 else 4
    return ("%.*f %s" % (digits, figure, unit)).rstrip()


def output(*argv, env=None):
    return subprocess.run(argv, env=env, check=True, stdout=subprocess.PIPE, text=True).stdout


def seconds(argv, env=None):
    """How long a program runs, by the clock."""
    since = time.monotonic()
    subprocess.run(argv, env=env, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - since


def bytes_under(folder, ending=""):
    return sum(os.path.getsize(os.path.join(where, name))
               for where, _, names in os.walk(folder) for name in names if name.endswith(ending))


class Session:
    """A program on a terminal, which is told what to type (see keys.c)."""

    def __init__(self, keys, argv, env, size="120x36"):
        self.told = {}
        self.process = subprocess.Popen([keys, size, *argv], env=env, text=True, bufsize=1,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def do(self, *lines):
        for line in lines:
            self.process.stdin.write(line + "\n")

    def wait(self, label, patience=None):
        """Until a figure of the label is told; after so many seconds the program is ended."""
        end = threading.Timer(patience, self.process.terminate) if patience else None
        if end:
            end.start()
        while label not in self.told and self.take(self.process.stdout.readline()):
            pass
        if end:
            end.cancel()
        return label in self.told

    def take(self, line):
        if line:
            label, figure = line.split("\t")
            self.told.setdefault(label, []).append(float(figure))
        return bool(line)

    def end(self):
        """All that was told, label by label."""
        self.process.stdin.close()
        while self.take(self.process.stdout.readline()):
            pass
        self.process.wait()
        return self.told

    def drop(self):
        self.process.terminate()
        self.process.wait()

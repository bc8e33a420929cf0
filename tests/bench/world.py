"""What is measured: the archive in its forms, the program, yardsticks and peers.  Everything is
made or measured when a goal first asks for it."""
import os
import shutil
import time
from functools import cached_property

from runs import Sample, Session, bytes_under, output, seconds

RARE_ENOUGH = 150  # from this rank on a word stands in fewer than 30 % of the articles
WORDS = 24
GROUPS = 5
REST = 5  # seconds
ARRIVING = 100
KEYS_WHILE_LOADING = "j j J PgDn k S-Tab j Enter C Tab Tab"


def grouped(number):
    """As the screen has numbers."""
    return "{:,}".format(number).replace(",", " ") if number >= 10000 else str(number)


class World:
    def __init__(self, tools, folder, articles, lines, repeat):
        self.tools, self.folder, self.articles = tools, folder, articles
        self.lines, self.repeat = lines, repeat
        self.program = os.path.join(tools, "..", "..", "depeche")

    def tool(self, name):
        return os.path.join(self.tools, name)

    def place(self, name):
        return os.path.join(self.folder, name)

    def generate(self, form, name, count, *more):
        output(self.tool("generate"), form, self.place(name), str(count), *map(str, more))
        return self.place(name)

    # --- archives

    @cached_property
    def archive(self):
        """Files that have only just changed are read anew at the next start: these are let rest."""
        made = self.generate("lines" if self.lines else "files", "archive", self.articles)
        time.sleep(REST)
        return made

    @cached_property
    def tenth(self):
        return self.generate("lines" if self.lines else "files", "tenth", self.articles // 10)

    @cached_property
    def bytes(self):
        return bytes_under(self.archive)

    @cached_property
    def words(self):
        ranks = output(self.tool("generate"), "words", "-", str(3000), "1", str(RARE_ENOUGH)).split()
        return ranks[::len(ranks) // WORDS][:WORDS]

    # --- yardsticks

    def yardstick(self, *words):
        return float(output(self.tool("yardstick"), *words))

    def several(self, measure):
        return Sample([measure() for _ in range(self.repeat)], "s")

    @cached_property
    def plain_read(self):
        self.yardstick("read", self.archive)
        return self.several(lambda: self.yardstick("read", self.archive))

    @cached_property
    def plain_read_cold(self):
        def cold():
            self.yardstick("forget", self.archive)
            return self.yardstick("read", self.archive)
        return self.several(cold)

    @cached_property
    def look(self):
        return self.several(lambda: self.yardstick("look", self.archive))

    @cached_property
    def write(self):
        return self.several(lambda: self.yardstick("write", self.place("written"), str(self.kept)))

    @cached_property
    def database(self):
        path = self.place("fulltext.db")
        self.fulltext_insert = Sample([float(output(self.tool("fulltext"), "insert", path, self.archive))], "s")
        return path

    @cached_property
    def fulltext_rank(self):
        figures = output(self.tool("fulltext"), "rank", self.database, *self.words).split()
        return Sample(map(float, figures), "ms")

    @cached_property
    def fulltext_group(self):
        figures = output(self.tool("fulltext"), "group", self.database, str(GROUPS)).split()
        return Sample(map(float, figures), "ms")

    @cached_property
    def minimal(self):
        session = Session(self.tool("keys"), [self.tool("minimal")], self.env())
        session.do("first first", "key - j j j", "key echo" + " j" * 50, "key page" + " p" * 30, "size resize 100x30", "size resize 120x36")
        return session.end()

    # --- the program

    def env(self, cache="cache"):
        home = self.place("home")
        os.makedirs(home, exist_ok=True)
        return dict(os.environ, HOME=home, XDG_CACHE_HOME=self.place(cache), DEPECHE_TTY_SYNC="1")

    def forget(self, cache):
        shutil.rmtree(self.place(cache), ignore_errors=True)

    def read(self, path, cache):
        return seconds([self.program, "list", "--limit=1", path], self.env(cache))

    def load(self, path, cache="cache"):
        self.forget(cache)
        return self.read(path, cache)

    @cached_property
    def first_load(self):
        return self.several(lambda: self.load(self.archive))

    @cached_property
    def first_load_cold(self):
        def cold():
            self.yardstick("forget", self.archive)
            return self.load(self.archive, "cache-cold")
        return self.several(cold)

    @cached_property
    def load_of_tenth(self):
        return self.several(lambda: self.load(self.tenth, "cache-tenth"))

    @cached_property
    def without_cache(self):
        return self.several(lambda: seconds(
            [self.program, "list", "--limit=1", "--no-cache", self.archive], self.env()))

    def session(self, cache="cache"):
        return Session(self.tool("keys"), [self.program, "--fresh", self.archive], self.env(cache))

    @cached_property
    def loading(self):
        """The first load behind a screen, with keys all the while."""
        self.forget("cache-screen")
        session = self.session("cache-screen")
        session.do("first first", "busy busy " + KEYS_WHILE_LOADING, "loaded loaded")
        return session.end()

    @cached_property
    def kept(self):
        """How many bytes are kept for the next start; commands end when they are written."""
        self.first_load
        return bytes_under(self.place("cache"))

    @cached_property
    def snapshot(self):
        """The part of it that is mapped at a start."""
        self.kept
        return bytes_under(self.place("cache"), ".epoch")

    @cached_property
    def second_start(self):
        self.kept
        starts = {}
        for _ in range(5):
            session = self.session()
            session.do("first first", "loaded loaded")
            for label, figures in session.end().items():
                starts.setdefault(label, []).extend(figures)
        return starts

    @cached_property
    def asked(self):
        """Every kind of key, the archive being whole."""
        self.kept
        session = self.session()
        session.do("loaded -", "key -" + " j k" * 5, "memory memory",
                   "key page" + " PgDn" * 30, "key next" + " J" * 40)
        for size in ("100x30", "160x50", "80x24", "120x36") * 3:
            session.do("size resize " + size)
        session.do("key - S-Tab")
        for _ in range(12):
            session.do("key - j", "key facet Enter C")
        session.do("key - Tab")
        for i, word in enumerate(self.words):
            other = self.words[(i + 7) % len(self.words)]
            session.do("key - f", "paste word " + word, "key word Enter", "key - C")
            session.do("key - f", "paste two %s %s" % (word, other), "key two Enter", "key - C")
            session.do("key - f", 'paste phrase "%s"' % " ".join(["de", word]), "key phrase Enter", "key - C")
            session.do("key - f", "paste prefix " + word[:3], "key - Esc")
            session.do("key - f", "type letters " + word[:2], "key - Esc")
        session.do("key related" + " r J r J" * 10)
        return session.end()

    @cached_property
    def related(self):
        """Milliseconds by the reports of related.c: median, 95 %."""
        self.kept
        return self.ask_related(self.archive, os.path.join(self.place("cache"), "depeche"))

    def ask_related(self, path, *cache):
        words = output(self.tool("related"), path, *cache).replace(",", "").split()
        median, p95 = words.index("median"), words.index("%")
        return float(words[median + 1]), float(words[p95 + 1])

    def crowd(self, form):
        return self.ask_related(self.generate(form, form, min(self.articles, 4000)))

    @cached_property
    def arriving(self):
        """Articles that are read by themselves, and put with the others, by arrive.c."""
        self.kept
        fresh = self.generate("files", "fresh-alone", ARRIVING, 3)
        told = output(self.tool("arrive"), self.archive, os.path.join(self.place("cache"), "depeche"), fresh).split("\n")
        figures = [line.split() for line in told if line]
        return [Sample([float(ms) for what, ms in figures if what == wanted], "ms") for wanted in ("read", "extended")]

    def arrive(self, count, patience):
        """Articles that come while the program shows the archive: ms until their number is on the
        screen, and until everything is worked out with them; None when nothing is noticed."""
        number = (self.articles // 1000 + 1) * 1000
        fresh = self.generate("files", "fresh", count, 2, number)
        target = os.path.join(self.archive, "fresh")
        self.kept
        session = self.session()
        session.do("loaded whole")
        session.wait("whole")
        os.rename(fresh, target)
        session.do("shows shown %s articles" % grouped(self.articles + count), "again arrived")
        noticed = session.wait("shown", patience) and session.wait("arrived", patience)
        session.drop()
        shutil.rmtree(target)
        if not noticed:
            return None
        shown, rest = session.told["shown"][0], session.told["arrived"][0]
        return shown, shown + rest

    # --- peers

    @cached_property
    def notmuch(self):
        """Seconds of notmuch new; None where it is not installed."""
        if not shutil.which("notmuch"):
            return None
        self.generate("mail", "mail", self.articles)
        config = self.place("notmuch-config")
        with open(config, "w", encoding="utf-8") as f:
            f.write("[database]\npath=%s\n[user]\nname=Bench\nprimary_email=bench@example.org\n"
                    "[new]\ntags=inbox\n[search]\n[maildir]\nsynchronize_flags=false\n"
                    % os.path.abspath(self.place("mail")))
        return Sample([seconds(["notmuch", "new"], dict(os.environ, NOTMUCH_CONFIG=config))], "s")

    @cached_property
    def newsboat(self):
        """Milliseconds to newsboat's first screen, its cache being full."""
        if not shutil.which("newsboat"):
            return None
        feed, urls, home = self.generate("feed", "feed.xml", self.articles), self.place("urls"), self.place("newsboat")
        os.makedirs(home, exist_ok=True)
        with open(urls, "w", encoding="utf-8") as f:
            f.write("file://%s\n" % os.path.abspath(feed))
        argv = [shutil.which("newsboat"), "-u", urls, "-c", os.path.join(home, "cache.db"), "-C", "/dev/null"]
        env = dict(os.environ, HOME=home)
        seconds(argv + ["-x", "reload"], env)
        session = Session(self.tool("keys"), argv, env)
        session.do("quiet start")
        return Sample(session.end()["start"], "ms")

    @cached_property
    def ripgrep(self):
        if not shutil.which("rg"):
            return None
        how = "-cw" if self.lines else "-lw"  # in a file of many articles it must not end at the first
        return Sample([1e3 * seconds(["rg", how, word, self.archive]) for word in self.words[:5]], "ms")

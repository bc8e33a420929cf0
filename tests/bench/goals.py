"""The goals of speed and size, one function each; each gives rows of the table."""
from runs import Sample, show
from world import ARRIVING

MISSING = "-"
ABSENT = "SKIP: %s is not installed"


class Row:
    """What was measured, what it should be at most, and what that was reckoned from."""

    def __init__(self, what, measured, most=None, unit="", beside="", note=""):
        self.what, self.measured, self.most, self.unit = what, measured, most, unit
        self.beside, self.note = beside, note

    def verdict(self):
        if self.note:
            return self.note
        if self.most is None:
            return ""
        times = self.measured / self.most if self.most else float("inf")
        return "met" if times <= 1 else "missed: %.1f times as much" % times

    def cells(self):
        if self.note:
            return [self.what, MISSING, MISSING, self.beside, self.note]
        goal = MISSING if self.most is None else show(self.most, self.unit)
        return [self.what, goal, show(self.measured, self.unit), self.beside, self.verdict()]


def times(what, measured, factor, yardstick, name):
    """A goal that is a multiple of a yardstick."""
    return Row("%s: ≤ %s × %s" % (what, factor, name), measured.median, factor * yardstick.median,
               measured.unit, "%s, %.1f ×" % (yardstick, measured.median / yardstick.median)
               + (", of %s" % measured if len(measured.figures) > 1 else ""))


def peer(what, measured, factor, yardstick, name):
    if yardstick is None:
        return Row("%s: ≤ %s × %s" % (what, factor, name), None, note=ABSENT % name)
    return times(what, measured, factor, yardstick, name)


def keys(what, told, label, most):
    """A goal for the slowest but one in twenty."""
    sample = Sample(told[label], "ms")
    return Row("%s: 95 %% ≤ %s ms" % (what, most), sample.p95, most, "ms",
               "median %s, worst %s of %d" % (show(sample.median, "ms"), show(sample.worst, ""), len(sample.figures)))


def first_load(world):
    yield times("first load", world.first_load, 36, world.plain_read, "plain read")
    world.database
    yield times("first load", world.first_load, 0.5, world.fulltext_insert, "FTS5 insert")
    yield peer("first load", world.first_load, round(1 / 45, 4), world.notmuch, "notmuch")


def cold_load(world):
    larger = max(world.plain_read_cold, world.first_load, key=lambda sample: sample.median)
    yield times("first load, cold pages", world.first_load_cold, 1.3, larger, "the larger of cold read and goal 1")


def first_screen(world):
    first = Sample(world.loading["first"], "ms")
    yield Row("first screen while loading: ≤ 100 ms", first.median, 100, "ms")
    busy = Sample(world.loading["busy"], "ms")
    yield Row("every key meanwhile: ≤ 50 ms", busy.worst, 50, "ms",
              "median %s, 95 %% %s of %d" % (show(busy.median, "ms"), show(busy.p95, "ms"), len(busy.figures)))


def growth(world):
    yield times("load of ten times as many", world.first_load, 11, world.load_of_tenth, "that of a tenth")


def second_start(world):
    if not world.kept:
        yield Row("start with what was kept", None, note="nothing is kept between two starts")
        return
    first = Sample(world.second_start["first"], "ms")
    yield times("start to first screen", first, 5 if world.articles <= 100000 else 10,
                Sample(world.minimal["first"], "ms"), "minimal program")
    yield peer("start to first screen", first, 0.02, world.newsboat, "newsboat")


def noticing(world):
    if not world.kept:
        yield Row("noticing what changed", None, note="nothing is kept between two starts")
        return
    behind = [loaded - first for loaded, first in
              zip(world.second_start["loaded"], world.second_start["first"])]
    yield times("noticing what changed, behind the screen", Sample([ms / 1e3 for ms in behind], "s"), 1.5,
                world.look, "readdir and stat")


def arriving(world):
    patience = 600
    told = world.arrive(ARRIVING, patience)
    if told is None:
        yield Row("%d new articles are shown" % ARRIVING, None, note="not within %d s" % patience)
        return
    yield Row("%d new articles are shown, reading counted" % ARRIVING, told[0], 50, "ms")
    yield Row("and everything is worked out with them", told[1], unit="ms")
    read, extended = world.arriving
    yield Row("once they are read they are with the others: ≤ 50 ms", extended.median, 50, "ms", "read %s" % read)


def facets(world):
    yield keys("facet key", world.asked, "facet", 16)
    yield times("facet key", Sample(world.asked["facet"], "ms"), 0.01, world.fulltext_group, "GROUP BY")


def words(world):
    yield keys("a word", world.asked, "word", 25)
    yield times("a word", Sample(world.asked["word"], "ms"), 0.1, world.fulltext_rank, "FTS5 by rank")
    yield peer("a word", Sample(world.asked["word"], "ms"), 0.1, world.ripgrep, "ripgrep")


def several_words(world):
    yield keys("two words", world.asked, "two", 30)
    yield keys("a phrase", world.asked, "phrase", 30)
    yield keys("a prefix of three letters", world.asked, "prefix", 40)
    yield keys("a prefix of one or two", world.asked, "letters", 50)


def related(world):
    median, p95 = world.related
    yield Row("related articles, with reasons: median ≤ 2 ms", median, 2, "ms")
    yield Row("related articles, with reasons: 95 % ≤ 8 ms", p95, 8, "ms")
    for form in ("day", "copies"):
        median, p95 = world.crowd(form)
        yield Row("the same in a crowd (%s): median" % form, median, unit="ms", beside="95 %% %s" % show(p95, "ms"))


def reading(world):
    echo = Sample(world.minimal["echo"], "ms")
    for label, what in (("page", "page down"), ("next", "next article")):
        yield times(what, Sample(world.asked[label], "ms"), 2, echo, "key echo")
    page = Sample(world.minimal["page"], "ms")
    yield Row("the minimal program, every line another", page.median, unit="ms", beside="%.1f × its key echo" % (page.median / echo.median))
    yield times("resize", Sample(world.asked["resize"], "ms"), 2,
                Sample(world.minimal["resize"], "ms"), "minimal program's")


def memory(world):
    kib = world.asked["memory"][0]
    yield Row("memory, all pages counted: ≤ 0.8 × the text", kib / 1024, 0.8 * world.bytes / 2**20, "MiB",
              "text %s, %s an article" % (show(world.bytes / 2**20, "MiB"), show(kib / world.articles, "KiB")))


def snapshot(world):
    if not world.kept:
        yield Row("what is kept between two starts", None, note="nothing is kept between two starts")
        return
    text = world.bytes / 2**20
    yield Row("snapshot: ≤ 0.8 × the text", world.snapshot / 2**20, 0.8 * text, "MiB", "text %s" % show(text, "MiB"))
    yield Row("with what was read of the files, which is packed beside it", world.kept / 2**20, unit="MiB",
              beside="%.2f × the text" % (world.kept / 2**20 / text))
    longer = world.first_load.median - world.without_cache.median
    if longer > 0:
        yield times("what keeping adds to the load", Sample([longer], "s"), 1.5, world.write, "write and fsync")
    else:
        yield Row("what keeping adds to the load", None, note="less than loads differ by themselves")


GOALS = [first_load, cold_load, first_screen, growth, second_start, noticing, arriving, facets, words,
         several_words, related, reading, memory, snapshot]

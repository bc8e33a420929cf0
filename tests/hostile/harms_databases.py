"""Harm in databases that say they are newsboat's cache, and in the logs beside them."""
import sqlite3
import struct

from harms import BIDI, ESCAPES, harm, many, prose

FEEDS = "CREATE TABLE rss_feed(rssurl TEXT PRIMARY KEY, url TEXT, title TEXT)"
COLUMNS = "guid, title, author, url, feedurl, pubDate, content, unread, deleted"
ITEMS = "CREATE TABLE rss_item(id INTEGER PRIMARY KEY, %s)" % COLUMNS
PAGE = 4096


def row(dice, number):
    return ("v%d" % number, "Halle %d" % number, "Anne Roy", "https://port.example/%d" % number, "https://port.example/rss",
            1600000000 + number, "<p>%s</p>" % prose(dice, 9), 1, 0)


def database(*words, rows=()):
    """The bytes of a database that those statements make."""
    made = sqlite3.connect(":memory:")
    made.execute("PRAGMA page_size=%d" % PAGE)
    for word in words:
        made.execute(word)
    if rows:
        made.executemany("INSERT INTO rss_item(%s) VALUES(?,?,?,?,?,?,?,?,?)" % COLUMNS, rows)
    made.commit()
    data = made.serialize()
    made.close()
    return data


def cache(dice, count=30):
    return database(FEEDS, "INSERT INTO rss_feed VALUES('https://port.example/rss', 'https://port.example', 'Port')", ITEMS,
                    rows=[row(dice, i) for i in range(count)])


@harm("db")
def cache_cut(dice):
    data = cache(dice)
    return data[:dice.randrange(len(data))]


@harm("db")
def cache_flipped(dice):
    data = bytearray(cache(dice, 200))
    for _ in range(dice.choice((1, 9, 300))):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


@harm("db")
def cache_head_forged(dice):
    """The size of a page, whose it is, how many pages, the list of free ones, the encoding."""
    data = bytearray(cache(dice))
    for _ in range(dice.randint(1, 4)):
        at, size = dice.choice(((16, 2), (18, 1), (19, 1), (20, 1), (21, 3), (28, 4), (32, 4), (36, 4), (40, 4), (44, 4), (52, 4), (56, 4), (96, 4)))
        data[at:at + size] = dice.choice((bytes(size), b"\xff" * size, dice.randbytes(size), b"\0" * (size - 1) + b"\2"))
    return bytes(data)


@harm("db")
def cache_pages_in_a_ring(dice):
    """Pages that point at themselves or each other instead of further down."""
    data = bytearray(cache(dice, 900))
    pages = len(data) // PAGE
    for page in range(1, pages):
        kind = data[page * PAGE]
        if kind in (2, 5) or dice.randrange(9) == 0:
            struct.pack_into(">I", data, page * PAGE + 8, dice.randint(0, pages + 1))
            if kind == 5:
                for cell in range(struct.unpack_from(">H", data, page * PAGE + 3)[0]):
                    at = struct.unpack_from(">H", data, page * PAGE + 12 + cell * 2)[0]
                    struct.pack_into(">I", data, page * PAGE + min(at, PAGE - 4), dice.randint(1, pages))
    return bytes(data)


@harm("db")
def cache_pages_of_noise(dice):
    data = bytearray(cache(dice, 200))
    for page in range(1, len(data) // PAGE):
        if dice.randrange(3) == 0:
            data[page * PAGE + 8:(page + 1) * PAGE] = dice.randbytes(PAGE - 8)
    return bytes(data)


@harm("db")
def cache_of_views(dice):
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 'v' || i AS guid, 'Halle' AS title FROM n"
    crossed = "SELECT a.* FROM base a, base b, base c, base d, base e"
    made = dice.choice((endless, crossed, "SELECT randomblob(100000000) AS content, 1 AS guid", "SELECT load_extension('x') AS title",
                        "SELECT * FROM rss_item"))
    return database(FEEDS, "CREATE TABLE base(id, %s)" % COLUMNS, "CREATE VIEW %s AS %s" % (dice.choice(("rss_item", "rss_feed2")), made),
                    "INSERT INTO base(guid) VALUES (1), (2), (3)")


@harm("db")
def cache_of_tricks(dice):
    """Tables that compute, or are none."""
    items = dice.choice((
        "CREATE TABLE rss_item(guid TEXT PRIMARY KEY, title, content) WITHOUT ROWID",
        "CREATE TABLE rss_item(id INTEGER PRIMARY KEY, guid, title AS (hex(zeroblob(9000000))), content AS (guid || title))",
        "CREATE VIRTUAL TABLE rss_item USING fts5(guid, title, content)",
        "CREATE TABLE rss_item(%s)" % ", ".join("c%d DEFAULT 'x'" % i for i in range(1500)),
        "CREATE TABLE rss_item(id, guid, guid2, title, content CHECK(content GLOB '%s'))" % ("*a" * 3000),
        "CREATE TABLE rss_item(rowid TEXT, guid, title, content)"))
    words = [FEEDS, items, "CREATE TRIGGER t AFTER INSERT ON rss_feed BEGIN DELETE FROM rss_feed; END"]
    if "guid" in items:
        words.append("INSERT INTO rss_item(guid) VALUES ('v1'), ('v2')")
    return database(*words)


@harm("db")
def cache_of_wrong_types(dice):
    values = (None, b"\xff\0\xff", 1e308, float("-inf"), 2 ** 63 - 1, -2 ** 63, "", "\0", "\033[6661m", "x" * 9000, b"<p>" * 3000, "\u202e")
    rows = [tuple(dice.choice(values) for _ in range(9)) for _ in range(60)]
    return database(FEEDS, "INSERT INTO rss_feed VALUES(NULL, 1, x'ff00')", ITEMS, rows=rows)


@harm("db")
def cache_of_giants(dice):
    size = dice.choice((10000, 1 << 20, 5 << 20))
    rows = [("v", "Halle " * dice.choice((1, 20000)), "", "", "", 1, dice.choice(("a", "<p>", "mot ")) * size, 0, 0)]
    return database(FEEDS, ITEMS, rows=rows)


@harm("db")
def cache_of_many(dice):
    return database(FEEDS, ITEMS, rows=[("v", dice.choice(("", "x")), None, None, None, 0, dice.choice(("", "a")), 0, 0)] * many(dice, 6000))


@harm("db")
def cache_escapes(dice):
    words = ESCAPES + tuple(BIDI)
    rows = [tuple("mot%sfin" % dice.choice(words) if i != 5 else 1600000000 for i in range(7)) + (0, 0) for _ in range(20)]
    return database(FEEDS, ITEMS, rows=rows)


# --- logs ------------------------------------------------------------------------------------

def log_sum(data, sums):
    a, b = sums
    for x, y in struct.iter_unpack("<II", data):
        a = (a + x + b) & 0xffffffff
        b = (b + y + a) & 0xffffffff
    return a, b


def log(pages, size=PAGE):
    """A log whose sums are right: pages are (number, pages of the database after it, bytes)."""
    salt = b"saltsalt"
    head = struct.pack(">IIII", 0x377f0682, 3007000, size, 0) + salt
    sums = log_sum(head, (0, 0))
    out = [head, struct.pack(">II", *sums)]
    for number, after, data in pages:
        start = struct.pack(">II", number, after)
        sums = log_sum(data, log_sum(start, sums))
        out += [start, salt, struct.pack(">II", *sums), data]
    return b"".join(out)


def logged(data):
    """The database says that a log stands beside it."""
    return data[:18] + b"\2\2" + data[20:]


@harm("db")
def log_forged(dice):
    data = logged(cache(dice))
    numbers = (0, 1, 2, 3, 99, 0x7fffffff, 0xffffffff)
    pages = [(dice.choice(numbers), dice.choice((0, 1, 3) + numbers), dice.choice((data[:PAGE], data[PAGE:2 * PAGE], dice.randbytes(PAGE), bytes(PAGE))))
             for _ in range(dice.randint(1, 6))]
    return data, {"-wal": log(pages)}


@harm("db")
def log_of_another(dice):
    other = cache(dice, 90)
    pages = [(i + 1, len(other) // PAGE, other[i * PAGE:(i + 1) * PAGE]) for i in range(min(9, len(other) // PAGE))]
    beside = dice.choice((log(pages), log(pages, 512), dice.randbytes(9000), other, b"", log([])))
    return logged(cache(dice)), {"-wal": beside}


@harm("db")
def log_cut(dice):
    data = logged(cache(dice))
    beside = bytearray(log([(1, len(data) // PAGE, data[:PAGE]), (2, len(data) // PAGE, data[PAGE:2 * PAGE])]))
    for _ in range(dice.randrange(3)):
        beside[dice.randrange(len(beside))] ^= 1 << dice.randrange(8)
    return data, {"-wal": bytes(beside[:dice.randrange(len(beside))])}

"""The kinds of harm that files do: a table of small makers, each of which turns dice into the bytes
of one file, with what stands beside it (or into something in a folder that is no file).  Every
maker varies with the dice, so that no two files need be alike.  More are in harms_*.py."""
import gzip
import json
import os
import random

SENTENCES = (
    "Le maire de Lorient, Paul Kerven, a promis mardi une halle couverte aux maraîchers. ",
    "« Nous verrons au printemps », a répondu Irène Castel, qui préside le port. ",
    "The harbour board met on 4 March 2021 and Ruth Ashdown voted against. ",
    "Мэр Новгорода Олег Савин заявил в среду, что мост откроют осенью. ",
)
# The first number of each is one that Depeche itself never sends.
ESCAPES = ("\033[6661m", "\033[6662;3H", "\033[?6663h", "\033]6664;x\007", "\033]52;c;eHg=\007",
           "\033]8;;file:///x\033\\", "\033P6665q\033\\", "\033_6666\033\\", "\033^6667\033\\", "\033c", "\033#8",
           "\033[6668;1t", "\033]0;6669\007")
BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
HARMS = {}
PLACES = {}


def harm(suffix):
    """A maker of a file's content; or of that, and of what stands beside it by the ends of names."""
    def add(make):
        HARMS[make.__name__.replace("_", "-")] = (suffix, make)
        return make
    return add


def place(make):
    """A maker of what stands in a folder without being an ordinary readable file."""
    PLACES[make.__name__.replace("_", "-")] = make
    return make


def prose(dice, count=6):
    return "".join(dice.choice(SENTENCES) for _ in range(dice.randint(1, count)))


def many(dice, most=20000):
    """Often few, seldom as many as that."""
    return dice.choice((1, 7, 60, 500, most // 4, most))


def page(body, head=""):
    return "<!DOCTYPE html><html><head><title>Port</title>%s</head><body>%s</body></html>" % (head, body)


def feed(items, head=""):
    return '<?xml version="1.0"?>%s<rss version="2.0"><channel><title>Port</title>%s</channel></rss>' % (head, items)


def item(text, extra=""):
    return "<item><title>%s</title><description>%s</description>%s</item>" % (text[:40], text, extra)


# --- text ------------------------------------------------------------------------------------

@harm("txt")
def noise(dice):
    return dice.randbytes(dice.randrange(6000))


@harm("txt")
def flipped_bits(dice):
    data = bytearray(prose(dice, 30).encode())
    for _ in range(dice.randint(1, 200)):
        data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    return bytes(data)


@harm("txt")
def cut_character(dice):
    data = prose(dice).encode()
    return data[:dice.randrange(len(data))]


@harm("txt")
def mixed_encodings(dice):
    return b"".join(prose(dice).encode(dice.choice(("utf-8", "cp1252", "utf-16-le", "utf-16-be", "koi8-r", "utf-7",
                                                    "shift_jis", "utf-32-le")), "replace") for _ in range(5))


@harm("txt")
def overlong_utf8(dice):
    bad = (b"\xc0\xaf", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xfe", b"\x80" * 9,
           b"\xc2\x9b", b"\xc0\x9b")
    return b"".join(prose(dice, 2).encode() + dice.choice(bad) for _ in range(20))


@harm("txt")
def lone_surrogates_utf16(dice):
    return b"\xff\xfe" + prose(dice).encode("utf-16-le") + b"\x00\xd8A\x00\x00\xdc" * many(dice, 2000) + b"x" * dice.randrange(2)


@harm("txt")
def nul_bytes(dice):
    return ("\0" * dice.randint(1, 40)).join(prose(dice, 2) for _ in range(9)).encode()


@harm("txt")
def escape_sequences(dice):
    return "".join(dice.choice(ESCAPES) + prose(dice, 2) for _ in range(20)).encode()


@harm("txt")
def escapes_in_title(dice):
    return ("Halle %s neuve %s\n\n%s" % (dice.choice(ESCAPES), dice.choice(ESCAPES), prose(dice))).encode()


@harm("txt")
def controls_c1(dice):
    return "".join(chr(dice.randrange(0x80, 0xa0)) + prose(dice, 2) for _ in range(20)).encode()


@harm("txt")
def controls_c1_raw(dice):
    return b"".join(bytes([dice.randrange(0x80, 0xa0)]) + b"6661m The board met on Monday. " for _ in range(20))


@harm("txt")
def controls_c0(dice):
    return "".join(chr(dice.choice([n for n in range(1, 32)] + [127])) + prose(dice, 2) for _ in range(40)).encode()


@harm("txt")
def bidi_controls(dice):
    return "".join(dice.choice(BIDI) + prose(dice, 1) for _ in range(30)).encode()


@harm("txt")
def escapes_in_names(dice):
    name = "Irène%s Castel" % dice.choice(ESCAPES + tuple(BIDI))
    return ("Le port\n\nLundi 8 mars 2021\n\n« Nous verrons », a dit %s. M. %s préside le port." % (name, name)).encode()


@harm("txt")
def combining_heaps(dice):
    return (prose(dice) + "e" + chr(dice.randrange(0x300, 0x36f)) * many(dice) + prose(dice)).encode()


@harm("txt")
def wide_and_joined(dice):
    return (prose(dice) + "\U0001F468\u200d\U0001F469\u200d\U0001F467\ufe0f\u3000界" * many(dice, 4000)).encode()


@harm("txt")
def odd_code_points(dice):
    return "".join(chr(dice.choice((0xfeff, 0xfffe, 0xffff, 0x10ffff, 0xe0001, 0xe007f, 0x2028, 0x2029, 0x85, 0xad, 0x115f,
                                    0x3164, 0xfdd0))) + prose(dice, 1) for _ in range(50)).encode("utf-8", "surrogatepass")


@harm("txt")
def one_long_line(dice):
    return (prose(dice) * many(dice, 8000)).encode()


@harm("txt")
def one_long_word(dice):
    return (dice.choice("aé界") * many(dice, 400000)).encode()


@harm("txt")
def many_short_lines(dice):
    return (dice.choice(("x\n", "\n", " \r\n", "\r", "- a\n", "Le 3 mai\n")) * many(dice, 80000) + prose(dice)).encode()


@harm("txt")
def open_quotations(dice):
    return (dice.choice(("« ", "“", "\"", "„", "' ", "«» ", "« a » ")) * many(dice, 40000) + prose(dice)).encode()


@harm("txt")
def capitalised_words(dice):
    return " ".join("Nom%s" % chr(65 + dice.randrange(26)) for _ in range(many(dice, 30000))).encode()


@harm("txt")
def impossible_days(dice):
    return " ".join(dice.choice(("le 31 février 0000", "lundi 99 mai 9999", "2021-13-45", "-4/-4/4", "the day before the day before",
                                 "99999999999999999999 years ago", "il y a 4294967296 jours")) for _ in range(many(dice, 8000))).encode()


@harm("txt")
def digits_and_signs(dice):
    return (("9" * many(dice, 100000)) + dice.choice("/:-.") + ".,;:!?" * many(dice, 9000) + prose(dice)).encode()


@harm("txt")
def title_layers(dice):
    return "".join("M. le Dr. Prof. président du conseil de la commission de " for _ in range(many(dice, 9000))).encode()


# --- pages -----------------------------------------------------------------------------------

@harm("html")
def html_deep(dice):
    tag = dice.choice(("div", "span", "b", "table><tr><td", "ul><li", "blockquote", "font", "svg", "form", "a"))
    return page(("<%s>" % tag) * many(dice, 50000) + prose(dice)).encode()


@harm("html")
def html_many_attributes(dice):
    return page("<p %s>%s</p>" % (" ".join("a%d='%s'" % (i, "x" * 5) for i in range(many(dice, 20000))), prose(dice))).encode()


@harm("html")
def html_long_attribute(dice):
    return page("<p class='%s'>%s</p>" % ("menu " * many(dice, 100000), prose(dice))).encode()


@harm("html")
def html_entities(dice):
    names = ("&#0;", "&#x1b;[6661m", "&#27;]0;6669&#7;", "&#x9b;6661m", "&#x110000;", "&#99999999999;", "&amp;amp;amp;", "&nosuch;", "&#x202e;",
             "&#xd800;", "&", "&#", "&#x")
    return page("<p>%s</p>" % "".join(dice.choice(names) + prose(dice, 1) for _ in range(many(dice, 900)))).encode()


@harm("html")
def html_entity_bomb(dice):
    levels = "".join('<!ENTITY e%d "%s">' % (i, ("&e%d;" % (i - 1)) * 10 if i else "lol") for i in range(dice.randint(3, 12)))
    return ("<!DOCTYPE html [%s]>" % levels + page("<p>%s &e2;&e9;</p>" % prose(dice))).encode()


@harm("html")
def html_unclosed(dice):
    return page("".join(dice.choice(("<p", "<div><p>", "</b></i>", "<!--", "<script>", "<style>", "<![CDATA[", "<textarea>", "<table><p>",
                                     "<select><p>", "<a href=\"")) + prose(dice, 1) for _ in range(40))).encode()


@harm("html")
def html_many_links(dice):
    return page("<a href='javascript:x'>Halle</a> " * many(dice, 30000) + "<p>%s</p>" % prose(dice)).encode()


@harm("html")
def html_table_maze(dice):
    return page("<table><tr><td>%s" % prose(dice, 1) * many(dice, 3000)).encode()


@harm("html")
def html_wrong_charset(dice):
    name = dice.choice(("utf-16", "utf-7", "nosuch", "x" * 5000, "iso-2022-jp", "hz-gb-2312", "ebcdic-us"))
    return page("<p>%s</p>" % prose(dice), "<meta charset='%s'>" % name).encode(dice.choice(("utf-8", "cp1252", "utf-16")), "replace")


@harm("html")
def html_meta_bomb(dice):
    return page("<p>%s</p>" % prose(dice), "<meta property='og:title' content='%s'>" % (dice.choice(ESCAPES) + "x" * 99) * many(dice, 5000)).encode()


@harm("html")
def html_ld_deep(dice):
    depth = many(dice, 60000)
    return page("<p>%s</p>" % prose(dice), '<script type="application/ld+json">%s</script>' % (dice.choice(("[", '{"a":')) * depth)).encode()


@harm("html")
def html_ld_odd(dice):
    values = (None, 1e308, -0.0, [], {}, [[]], "\0", "\033[6661m", "9" * 5000, True)
    data = {k: dice.choice(values) for k in ("@type", "headline", "author", "datePublished", "publisher", "keywords", "url", "articleBody")}
    return page("<p>%s</p>" % prose(dice), '<script type="application/ld+json">%s</script>' % json.dumps(data)).encode()


@harm("html")
def html_cut(dice):
    data = page("<article><h1>Halle</h1><time datetime='2021-03-04'>4 mars</time>" + "<p>%s</p>" % prose(dice) * 9 + "</article>").encode()
    return data[:dice.randrange(len(data))]


@harm("html")
def html_noise(dice):
    return b"<!DOCTYPE html><html><body><p>" + dice.randbytes(dice.randrange(6000)) + b"</p></body></html>"


# --- feeds, JSON, mail, packed ------------------------------------------------------------------

@harm("xml")
def feed_entity_bomb(dice):
    levels = "".join('<!ENTITY e%d "%s">' % (i, ("&e%d;" % (i - 1)) * 10 if i else "lol") for i in range(dice.randint(3, 14)))
    return feed(item("&e2; &e9; &e12;" + prose(dice)), "<!DOCTYPE rss [%s]>" % levels).encode()


@harm("xml")
def feed_outside_entity(dice):
    where = dice.choice(("file:///etc/passwd", "file:///dev/zero", "http://127.0.0.1:9/x"))
    return feed(item("&x; " + prose(dice)), '<!DOCTYPE rss [<!ENTITY x SYSTEM "%s"> <!ENTITY %% y SYSTEM "%s"> %%y;]>' % (where, where)).encode()


@harm("xml")
def feed_many_items(dice):
    return feed(item(prose(dice, 2)) * many(dice, 4000)).encode()


@harm("xml")
def feed_deep(dice):
    return feed("<item>" * many(dice, 40000) + prose(dice)).encode()


@harm("xml")
def feed_escapes(dice):
    return feed("".join(item(dice.choice(("<![CDATA[\033[6661m]]>", "&#27;[6661m", "&lt;script&gt;", "&#x9b;6661m", "&#x202e;")) + prose(dice),
                             "<pubDate>%s</pubDate>" % dice.choice(("", "Mon, 99 Foo 2021", "9" * 999))) for _ in range(20))).encode()


@harm("xml")
def feed_cut(dice):
    data = feed(item(prose(dice)) * 9).encode()
    return data[:dice.randrange(60, len(data))]


@harm("json")
def json_deep(dice):
    return (dice.choice(("[", '{"items":[', '{"text":')) * many(dice, 90000)).encode()


@harm("json")
def json_odd_fields(dice):
    values = (None, 1e999, -1, [], {}, "\u0000", "\033[6661m", "\ud800", 10 ** 40, False, prose(dice))
    data = [{k: dice.choice(values) for k in ("title", "text", "url", "date", "authors", "id", "items", "version")} for _ in range(20)]
    return json.dumps(data).encode()


@harm("jsonl")
def json_lines_cut(dice):
    data = "".join(json.dumps({"title": "Halle", "text": prose(dice), "date_publish": "2021-03-04"}) + "\n" for _ in range(30)).encode()
    return data[:dice.randrange(9, len(data))] + dice.randbytes(dice.randrange(60))


@harm("eml")
def mail_nested(dice):
    depth = many(dice, 4000)
    inner = "".join("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(depth))
    return ("From: a@b\nSubject: Halle\nMIME-Version: 1.0\n" + inner + "Content-Type: text/plain\n\n" + prose(dice)).encode()


@harm("eml")
def mail_headers(dice):
    words = ("=?utf-8?B?G1s2NjYxbQ==?=", "=?utf-8?Q?=1B[6661m?=", "=?x?Q?", "a" * 5000, "\033[6661m", "=?utf-16?B?2AA=?=")
    return ("From: %s <a@b>\nSubject: %s\nDate: %s\n%s\n\n%s" % (
        dice.choice(words), dice.choice(words), dice.choice(words), "X-%d: y\n" % dice.randrange(9) * many(dice, 5000), prose(dice))).encode()


@harm("mbox")
def mbox_of_nothing(dice):
    return ("From a@b Mon Jan  1 00:00:00 2021\n" * many(dice, 20000) + "\n" + prose(dice)).encode()


@harm("txt.gz")
def deflate_bomb(dice):
    return gzip.compress(b"a" * dice.choice((1000, 1 << 20, 40 << 20)), 9, mtime=0)


@harm("txt")
def other_formats_magic(dice):
    return dice.choice((b"SQLite format 3\0", b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd", b"PK\3\4", b"%PDF-1.7\n", b"\x7fELF", b"{\\rtf1", b"MZ",
                        b"#!/bin/sh\n", b"BZh9")) + dice.choice((dice.randbytes(2000), prose(dice).encode()))


# --- what is no file, or may not be read -----------------------------------------------------

@place
def fifo(folder, dice):
    os.mkfifo(os.path.join(folder, "fifo%d.txt" % dice.randrange(99)))


@place
def link_to_device(folder, dice):
    os.symlink(dice.choice(("/dev/zero", "/dev/random", "/dev/tty", "/dev/full")), os.path.join(folder, "device.txt"))


@place
def links_in_a_ring(folder, _):
    os.symlink("ring-b.txt", os.path.join(folder, "ring-a.txt"))
    os.symlink("ring-a.txt", os.path.join(folder, "ring-b.txt"))


@place
def folder_in_itself(folder, _):
    os.makedirs(os.path.join(folder, "in", "side"))
    os.symlink("../..", os.path.join(folder, "in", "side", "up"))


@place
def dangling_link(folder, _):
    os.symlink("/no/where", os.path.join(folder, "dangling.txt"))


@place
def no_permission(folder, _):
    path = os.path.join(folder, "closed.txt")
    with open(path, "w") as f:
        f.write("closed")
    os.chmod(path, 0)


@place
def name_with_controls(folder, dice):
    name = "n%s%s.txt" % (dice.choice(ESCAPES).replace("/", "_"), dice.choice(BIDI))
    with open(os.path.join(folder, name), "w") as f:
        f.write(prose(dice))


@place
def name_without_encoding(folder, dice):
    with open(os.path.join(os.fsencode(folder), b"n\xff\x9b6661m\xfe.txt"), "wb") as f:
        f.write(prose(dice).encode())


@place
def folders_within_folders(folder, dice):
    os.makedirs(os.path.join(folder, *["d" * 40] * dice.choice((3, 40, 80))))


@place
def sparse_giant(folder, dice):
    with open(os.path.join(folder, "giant.txt"), "wb") as f:
        f.truncate(dice.choice((65 << 20, 5 << 30, 1 << 40)))


@place
def empty_file(folder, _):
    open(os.path.join(folder, "empty.txt"), "w").close()


def fill(folder, seed, count):
    """Makes files of every kind in turn, and now and then what is no file; the paths by kind."""
    dice = random.Random(seed)
    names, made = sorted(HARMS), {}
    for i in range(count):
        kind = names[(seed + i) % len(names)]
        suffix, make = HARMS[kind]
        path = os.path.join(folder, "%s-%d.%s" % (kind, i, suffix))
        data = make(dice)
        data, beside = data if isinstance(data, tuple) else (data, {})
        for end, content in [("", data)] + sorted(beside.items()):
            with open(path + end, "wb") as f:
                f.write(content)
        made[path] = kind
    for kind in dice.sample(sorted(PLACES), 4):
        PLACES[kind](folder, dice)
    return made

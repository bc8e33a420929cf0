"""Harm in notes: Markdown and the heads that stand above it; and in what feeds, JSON and mail can do
beyond harms.py."""
import base64
import json

from harms import BIDI, ESCAPES, harm, many, prose


def note(head, body):
    return ("---\n%s\n---\n\n%s\n" % (head, body)).encode()


# --- the head --------------------------------------------------------------------------------

@harm("md")
def md_head_deep(dice):
    depth = many(dice, 3000)
    head = dice.choice((
        "".join("%sa%d:\n" % (" " * i, i) for i in range(depth)), "tags: " + "[" * depth * 20, "a: " + "{b: " * depth * 9,
        "tags:\n" + "".join("%s- \n" % (" " * i) for i in range(depth)), "- " * depth * 20, "? " * depth * 20, "title: " + "|\n  " * depth))
    return note(head, prose(dice))


@harm("md")
def md_head_giant(dice):
    count = many(dice, 60000)
    head = dice.choice(("k" * count * 9 + ": v", "title: " + "v " * count * 4, "".join("k%d: v\n" % i for i in range(count)),
                        "title: Halle\n" * count, "tags: [" + "halle, " * count + "]", "tags:\n" + "  - halle\n" * count,
                        "title: \"" + "\\\"" * count + "\"", "title: '" + "''" * count, ":" * count, "#" * count, "date: " + "9" * count))
    return note(head, prose(dice))


@harm("md")
def md_head_unclosed(dice):
    start = dice.choice(("---\n", "+++\n", "%% Halle\n", "---", "---\r\n", "\ufeff---\n", "{\n", ";;;\n"))
    lines = dice.choice(("title: \"Halle", "a: &a [*a, *a]\n", "title = '''Halle\n", "[[a]]\n", "x: !!python/object:os 1\n", "\t: \t\n"))
    return (start + lines * many(dice, 30000) + prose(dice)).encode()


@harm("md")
def md_head_escapes(dice):
    words = ESCAPES + tuple(BIDI)
    head = "\n".join("%s: %s\"%s\"%s" % (name, dice.choice(("", " ")), dice.choice(words), dice.choice(words))
                     for name in ("title", "source", "author", "site", "published", "tags", "url", "aliases", "language"))
    return note(head, "# Halle %s\n\n[mot%s](x) %s" % (dice.choice(words), dice.choice(words), prose(dice)))


# --- the text --------------------------------------------------------------------------------

@harm("md")
def md_nested(dice):
    sign = dice.choice(("> ", ">", "- ", "1. ", "* ", "[", "![", "(", "**", "_", "~~", "`", "<", "[[", "[^", "$$", "\\", "<!--", "|", "==",
                        "<div>", "&lt;", ":::", "%%"))
    return ("# Halle\n\n" + sign * many(dice, 100000) + prose(dice)).encode()


@harm("md")
def md_nested_lists(dice):
    depth = many(dice, 2000)
    return ("# Halle\n\n" + "".join("%s%s a\n" % ("  " * i, dice.choice(("-", "1.", ">", "*"))) for i in range(depth)) + prose(dice)).encode()


@harm("md")
def md_tables(dice):
    columns, rows = dice.choice(((3, 20000), (20000, 3), (300, 300)))
    return ("# Halle\n\n" + "| a " * columns + "|\n" + "|---" * columns + "|\n" + ("| a " * columns + "|\n") * rows + prose(dice)).encode()


@harm("md")
def md_references(dice):
    count = many(dice, 20000)
    return ("# Halle\n\n" + "".join("[a%d][a%d] " % (i, i + 1) for i in range(count)) + prose(dice) + "\n\n" +
            "".join("[a%d]: %s\n" % (i, dice.choice(("http://x", "<x", "[a%d]" % i, "javascript:x \"t"))) for i in range(count))).encode()


@harm("md")
def md_open_signs(dice):
    signs = ("*a ", "**a _b ", "[a](", "[a](b \"", "`a ", "``` ", "<a ", "![a][", "\\*", "a_b_", "[^1]: ", "~~~\n", "```\n", "[[a|", "***\n", "a\n=\n")
    return ("# Halle\n\n" + "".join(dice.choice(signs) for _ in range(many(dice, 40000))) + prose(dice)).encode()


@harm("md")
def md_cut(dice):
    data = note("title: Halle\nsource: https://port.example/halle\ntags: [port, halle]",
                "# Halle\n\n> %s\n\n- %s\n\n[mot](https://x.example) %s" % (prose(dice), prose(dice), prose(dice)))
    return data[:dice.randrange(4, len(data))] + dice.randbytes(dice.randrange(40))


# --- feeds, JSON, mail ------------------------------------------------------------------------

@harm("xml")
def atom_markup(dice):
    inside = dice.choice(("<div>", "<p>&lt;p&gt;", "<![CDATA[<p>", "<content type='xhtml'>", "&amp;lt;p&amp;gt;")) * many(dice, 9000)
    kind = dice.choice(("html", "xhtml", "text", "application/x", "\033[6661m"))
    return ('<feed xmlns="http://www.w3.org/2005/Atom"><title>Port</title><entry><id>x</id><title type="%s">Halle</title>'
            '<updated>%s</updated><content type="%s">%s%s</content></entry></feed>' % (
                kind, dice.choice(("2021-03-04T05:06:07Z", "2021-99-99", "")), kind, inside, prose(dice))).encode()


@harm("xml")
def feed_of_bytes(dice):
    name = dice.choice(("utf-16", "iso-8859-1", "x" * 999, "utf-7", "shift_jis", "ucs-4"))
    head = '<?xml version="1.%d" encoding="%s"?>' % (dice.randrange(9), name)
    return head.encode() + b"<rss><channel><item><title>" + dice.randbytes(dice.randrange(3000)) + b"</title></item></channel></rss>"


@harm("json")
def json_feed_odd(dice):
    values = (None, [], {}, "", prose(dice), "<p>" * many(dice, 3000), 7, "\033[6661m", "\u202e", ["a"] * many(dice, 3000))
    items = [{k: dice.choice(values) for k in ("id", "url", "title", "content_html", "content_text", "date_published", "authors", "tags")}
             for _ in range(dice.randint(1, 9))]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": dice.choice(values), "items": items}).encode()


@harm("jsonl")
def json_lines_giant(dice):
    return b"\n".join(dice.choice((json.dumps({"title": "Halle", "text": "mot " * many(dice, 200000)}).encode(), b'{"title":"', b"[" * 999, b"\\",
                                   b'{"text":"' + b"\\u0000\\ud800" * many(dice, 9000) + b'"}', b"null")) for _ in range(9))


@harm("eml")
def mail_codings(dice):
    coding = dice.choice(("base64", "quoted-printable", "8bit", "uuencode", "x" * 999))
    body = dice.choice((base64.b64encode(prose(dice).encode() + b"\033[6661m"), b"=1B[6661m" + b"=" * many(dice), b"=" * many(dice), b"!!!!",
                        b"begin 644 x\n" + b"M" * many(dice), dice.randbytes(3000)))
    kind = dice.choice(("text/plain", "text/html", "multipart/alternative; boundary=", "message/rfc822", "text/plain; format=flowed; delsp=yes"))
    charset = dice.choice(("utf-8", "utf-16", "nosuch", "iso-2022-jp", "\"" * 999))
    return ("From: a@b\nSubject: Halle\nDate: mar. 99 janv. 2021\nMIME-Version: 1.0\nContent-Type: %s; charset=%s\n"
            "Content-Transfer-Encoding: %s\n\n" % (kind, charset, coding)).encode() + body


@harm("eml")
def mail_quoted_deep(dice):
    return ("From: a@b\nSubject: Tr: Halle\n\n" + ">" * many(dice, 90000) + " De : c\n" +
            "---------- Forwarded message ---------\nFrom: x\nDate: y\n" * many(dice, 4000) + prose(dice)).encode()


@harm("mbox")
def mbox_cut(dice):
    one = "From a@b Mon Jan  1 00:00:00 2021\nFrom: a@b\nSubject: Halle\nContent-Length: %d\n\n%s\n>From x\nFrom y\n\n" % (
        dice.choice((0, 5, 10 ** 12, -1)), prose(dice))
    data = (one * dice.randint(1, 30)).encode()
    return data[:dice.randrange(40, len(data))]

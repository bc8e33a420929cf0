"""Harm in what is packed: frames of zstd, made by hand, and what gzip can do beyond harms.py."""
import gzip
import struct

from harms import harm, many, page, prose

MAGIC = b"\x28\xb5\x2f\xfd"
BLOCK_MOST = 128 << 10
RAW, SAME, PACKED = 0, 1, 2


def block(kind, size, data, last):
    return struct.pack("<I", size << 3 | kind << 1 | last)[:3] + data


def frame(blocks, size=None, dictionary=None, window=0x58):
    """A frame of (kind, size, bytes); with the size that it says it has, the dictionary it wants."""
    flags = (0xc0 if size is not None else 0) | (3 if dictionary is not None else 0)
    head = MAGIC + bytes((flags, window))
    if dictionary is not None:
        head += struct.pack("<I", dictionary)
    if size is not None:
        head += struct.pack("<Q", size)
    return head + b"".join(block(*one, last=i + 1 == len(blocks)) for i, one in enumerate(blocks))


def stored(data):
    return [(RAW, len(data[at:at + BLOCK_MOST]), data[at:at + BLOCK_MOST]) for at in range(0, max(1, len(data)), BLOCK_MOST)]


def skipped(data):
    return struct.pack("<II", 0x184d2a50, len(data)) + data


def size_inside(data):
    """What the frames above hold when they are unpacked, up to where they are damaged."""
    size = at = 0
    while data[at:at + 4] == MAGIC and at + 6 < len(data):
        flags = data[at + 4]
        at += 6 + (4 if flags & 3 else 0) + (8 if flags & 0xc0 else 0)
        last = 0
        while not last and at + 3 <= len(data):
            word = int.from_bytes(data[at:at + 3], "little")
            last, kind, count = word & 1, word >> 1 & 3, word >> 3
            size += count
            at += 3 + (1 if kind == SAME else count)
    return size


@harm("txt.zst")
def zstd_bomb(dice):
    blocks = [(SAME, BLOCK_MOST, dice.choice((b"a", b"\n", b"<", b"\0")))] * dice.choice((8, 80, 700))
    return frame(blocks) * dice.choice((1, 2))


@harm("html.zst")
def zstd_wrong_size(dice):
    data = page("<p>%s</p>" % prose(dice)).encode()
    return frame(stored(data), size=dice.choice((0, 1, len(data) - 1, len(data) + 1, 1 << 40, 2 ** 64 - 1, 2 ** 64 - 2)))


@harm("txt.zst")
def zstd_wants_dictionary(dice):
    return frame(stored(prose(dice).encode()), dictionary=dice.choice((0, 1, 0xffffffff)))


@harm("txt.zst")
def zstd_wants_window(dice):
    return frame(stored(prose(dice).encode()), window=dice.choice((0, 0x88, 0xa0, 0xf8, 0xff)))


@harm("txt.zst")
def zstd_skipped_frames(dice):
    text = frame(stored(prose(dice).encode()))
    return text + dice.choice((skipped(dice.randbytes(99)) * many(dice, 3000) + text, skipped(b"")[:6], struct.pack("<II", 0x184d2a5f, 0xffffffff), text * many(dice, 3000)))


@harm("txt.zst")
def zstd_cut(dice):
    data = frame(stored(prose(dice, 30).encode()))
    return data[:dice.randrange(5, len(data))]


@harm("txt.zst")
def zstd_noise(dice):
    noise = dice.randbytes(dice.randrange(1, 3000))
    return dice.choice((MAGIC + noise, frame([(PACKED, len(noise), noise)]), frame([(3, len(noise), noise)]), frame([(RAW, 1 << 20, noise)])))


@harm("txt.zst")
def zstd_twice(dice):
    data = prose(dice).encode()
    for _ in range(dice.randint(2, 30)):
        data = dice.choice((lambda d: frame(stored(d)), lambda d: gzip.compress(d, mtime=0)))(data)
    return frame(stored(data))


@harm("txt.gz")
def gzip_odd(dice):
    text = gzip.compress(prose(dice).encode(), mtime=0)
    name = b"\x1f\x8b\x08\x08\0\0\0\0\0\3" + b"n" * many(dice, 90000)
    sums = bytearray(text)
    sums[-dice.randint(1, 8)] ^= 1 << dice.randrange(8)
    return dice.choice((text[:dice.randrange(4, len(text))], text * many(dice, 3000), text + b"tail", name, name + b"\0" + text[10:], bytes(sums),
                        b"\x1f\x8b\x08\x04\0\0\0\0\0\3\xff\xff" + bytes(99)))

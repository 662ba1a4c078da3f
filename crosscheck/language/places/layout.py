"""How the index file is laid out; the builder writes it, `index.py` reads it where it lies, and both know only this.

    header   magic, then the number of buckets and rows, then where each section starts
    firsts   a bit for every hash of a first word of a name of several words
    buckets  for each hash of a name, where its entries start; the next bucket's start is its end
    entries  mark of a folded name, count and numbers of its rows
    rows     one record a place: containers first, so that two bytes tell what holds a place
    blocks   where the names of every sixteenth row start
    names    in the rows' order, length and bytes of a display name; behind bars the code and type of a region

Names are told apart by 64 bits of two checksums, not by their letters: that halves the file, and a word that is no
place is taken for one once in some thousand million words.
"""

from __future__ import annotations

import struct
from zlib import crc32

MAGIC = b"CCPLACE1"
HEADER = struct.Struct("<8s8I")  # buckets, rows, then firsts, buckets, entries, rows, blocks, names at
ROW = struct.Struct("<IHHBB")  # GeoNames number, container, population code, kind, marked
PAIR = struct.Struct("<II")
MARK = 4  # bytes of a name's mark
BLOCK = 16
FIRST_BITS = 1 << 20
NOTHING = 0xFFFF
KINDS = ("country", "region", "district", "city")
MARKED = 1  # a city that is a national capital; a district that stands in the paths of its places

# A row number in an entry takes 20 bits; the flags above it tell how the place comes by the name.
ROW_MASK = (1 << 20) - 1
ALIAS = 1 << 20  # a further name, foreign or former
STRIPPED = 1 << 21  # a district's name without the word for what it is: "Carabaya" of "Carabaya Province"
BOUND = 1 << 22  # the same where nobody says it without that word: "Cook" of "Cook County"


def bucket(key: bytes, buckets: int) -> int:
    """The bucket of a folded name; `buckets` is a power of two."""
    return crc32(key) & (buckets - 1)


def mark(key: bytes) -> bytes:
    """What tells a folded name from others in its bucket."""
    return crc32(key[::-1]).to_bytes(MARK, "little")


def first_bit(word: bytes) -> int:
    """The bit that tells whether some name of several words begins with this one."""
    return crc32(word) & (FIRST_BITS - 1)


def pack_population(people: int) -> int:
    """Two bytes for a number of people: eleven bits of value, five of magnitude."""
    shift = max(0, people.bit_length() - 11)
    return (shift << 11) | (people >> shift)


def unpack_population(code: int) -> int:
    """The people of a code, rounded down to its eleven bits."""
    return (code & 0x7FF) << (code >> 11)

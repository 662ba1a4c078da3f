"""Words, numbers and marks of a stretch of text: the first step of reading a sentence, with offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import normalize

import regex

# A word is letters with their combining marks; what follows an apostrophe is a token of its own ("Peru" "'s"). A number
# keeps its grouping and decimal marks ("1,234.5", "12,34,567", "10.01.2023"), never a trailing one; the members of a
# list that is written without spaces ("4,8,15,16") stand apart. Any other character stands alone.
GROUPING = r"[.,'’\u00a0\u2009\u202f]"
MARKED = (  # after a first digit that follows no "4,": 1,234.5 · 12,34,567 · 10.01.2023 · 2.5
    rf"\d{{0,2}}(?:{GROUPING}\d{{3}}){{1,12}}(?:[.,]\d{{1,20}})?|\d?(?:,\d\d){{1,8}},\d{{3}}(?:\.\d{{1,20}})?"
    r"|\d{0,3}\.\d\d?\.\d{1,4}|\d{0,19}[.,]\d{1,20}"
)
DIGITS = rf"\d(?:\d{{0,39}}(?!\d|{GROUPING})|(?<!\d[.,]\d)(?:{MARKED})(?!\d|[.,]\d)|\d{{0,39}})"
TOKEN = regex.compile(rf"(\p{{L}}[\p{{L}}\p{{M}}]*|{DIGITS}|['’][^\W\d_]+|[^\w\s\0]|_)")
ASCII = re.compile(rf"([a-z]+|{DIGITS}|'[a-z]+|[^\w\s\0\x1c-\x1f]|_)", re.ASCII)  # of text in ASCII and lower case
CURLY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "−": "-", "\u2011": "-"})
# What nobody sees, yet stands in copied text: hyphens that only a line's end shows, joiners, direction marks.
INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
# The marks of other scripts' keyboards, one character for one.
PLAIN = str.maketrans("，．：％（）＋－＄／٫٬٪‐\u2044\u2007", ",.:%()+-$/.,%-/\u00a0")
ODD = regex.compile(f"[{INVISIBLE}{''.join(map(chr, PLAIN))}]")
UNSEEN = regex.compile(f"[{INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel tuples: where each token starts and ends in `text`, and its folded word.

    A folded word is in lower case with typographic quotes and dashes made plain; it may differ in length from the
    text, so only offsets tell the surface.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The first token that begins at `start` or later, and the first that begins at `end` or later."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def cut(self, first: int, end: int) -> Tokens:
        """The tokens from the first up to `end`, which is left out."""
        return Tokens(self.text, self.starts[first:end], self.ends[first:end], self.words[first:end])

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, first: int, last: int) -> str:
        """The exact text from the first to the last token, both included."""
        return self.text[self.starts[first] : self.ends[last]]

    def glued(self, index: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()


def fold(word: str) -> str:
    """A word as lexicons hold it: lower case, composed accents, plain quotes and dashes."""
    if word.isascii():
        return word.lower()
    return normalize("NFC", word).lower().translate(CURLY)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of a stretch of text; offsets count from the beginning of the text."""
    stop = len(text) if end is None else end
    if is_odd(text, start, stop):
        return _seen_through(text, start, stop)
    piece = text[start:stop]
    if piece.isascii():
        parts = ASCII.split(piece.lower())
        words = parts[1::2]
    else:
        parts = TOKEN.split(piece)
        words = fold("\0".join(parts[1::2])).split("\0") if len(parts) > 1 else []
    places = tuple(accumulate(map(len, parts), initial=start))
    return Tokens(text, places[1:-1:2], places[2::2], tuple(words))


def is_odd(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds characters that nobody sees, or marks of other scripts: reading it takes long."""
    return not text.isascii() and ODD.search(text, start, end) is not None


def seen_through(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """A stretch as a reader sees it, and the place in the text of each of its characters."""
    kept = [index for index in range(start, end) if not UNSEEN.match(text[index])]
    return "".join(text[index] for index in kept).translate(PLAIN), kept


def _seen_through(text: str, start: int, end: int) -> Tokens:
    """The tokens as a reader sees them, "1\\u00ad000" as 1000; their places are those in the text as it is."""
    plain, kept = seen_through(text, start, end)
    seen = tokenize(plain)
    starts = tuple(kept[first] for first in seen.starts)
    return Tokens(text, starts, tuple(kept[after - 1] + 1 for after in seen.ends), seen.words)


def split_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack or a rule as the folded words that a text's tokens are compared with."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        # Thousands of phrases are plain words: they need no look at each letter.
        return tuple(phrase.lower().split())
    return tokenize(phrase).words

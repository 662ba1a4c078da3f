"""Words, numbers and marks of a stretch of text: the first step of reading a sentence, with offsets kept."""

from __future__ import annotations

from dataclasses import dataclass
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
TOKEN = regex.compile(rf"\p{{L}}[\p{{L}}\p{{M}}]*|{DIGITS}|['’][^\W\d_]+|[^\w\s\0]|_")
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
    if not text.isascii() and ODD.search(text, start, stop):
        return _seen_through(text, start, stop)
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in TOKEN.finditer(text, start, stop):
        first, last = match.span()
        starts.append(first)
        ends.append(last)
        words.append(match.group())
    folded = fold("\0".join(words)).split("\0") if words else []
    return Tokens(text, tuple(starts), tuple(ends), tuple(folded))


def _seen_through(text: str, start: int, end: int) -> Tokens:
    """The tokens as a reader sees them, "1\\u00ad000" as 1000; their places are those in the text as it is."""
    kept = [index for index in range(start, end) if not UNSEEN.match(text[index])]
    seen = tokenize("".join(text[index] for index in kept).translate(PLAIN))
    starts = tuple(kept[first] for first in seen.starts)
    return Tokens(text, starts, tuple(kept[after - 1] + 1 for after in seen.ends), seen.words)


def split_words(phrase: str) -> tuple[str, ...]:
    """A phrase of a pack or a rule as the folded words that a text's tokens are compared with."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        # Thousands of phrases are plain words: they need no look at each letter.
        return tuple(phrase.lower().split())
    return tokenize(phrase).words

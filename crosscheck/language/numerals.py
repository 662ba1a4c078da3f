"""Numbers in words, in digits and in both ("two million", "70", "1.5 billion"): the core that units and hedges surround."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from crosscheck.language import digits
from crosscheck.language.digits import ARITHMETIC, MINUS, Marks
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, fold

ANY = 10**30  # room for whatever comes first
HUNDRED = 100
THOUSAND = 1000
DASH = "-"
CLOSERS = frozenset(")]}\"'%°")
Shape = Literal["digits", "words", "share", "ordinal", "vague", "unit"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A bare number: its least and greatest value, its tokens, and where it begins with its sign.

    `scale` is the last scale word that it holds (a million in "2.6 million"), which a range hands to its first end.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    begin: int
    shape: Shape
    scale: int = 1


class Run:
    """A number in the making: `total` is closed by scales, `group` still grows, `room` is what may yet be added."""

    __slots__ = ("cap", "group", "last", "parts", "room", "safe", "scale", "total")

    def __init__(self, first: int) -> None:
        self.total: Decimal | int = 0
        self.group: Decimal | int = 0
        self.room, self.cap, self.scale, self.last, self.parts = ANY, ANY, 1, first, 1
        self.safe: tuple[Decimal | int, int, int] | None = None

    @property
    def value(self) -> Decimal | int:
        """What has been read."""
        return self.total + self.group

    def add(self, value: Decimal | int, room: int, last: int) -> bool:
        """Takes a word that adds, where its place is free; remembers the number before it."""
        if value >= self.room or (value < 1 and self.room != ANY):
            return False
        if self.room != ANY and self.room >= HUNDRED:
            self.safe = (self.value, self.last, self.scale)
        self.group, self.room, self.last, self.parts = self.group + value, room, last, self.parts + 1
        return True

    def multiply(self, scale: int, last: int) -> bool:
        """Takes a scale, where something smaller stands before it to be multiplied."""
        if scale < THOUSAND:
            if not self.group or scale == HUNDRED and self.group >= HUNDRED and self.parts > 1:
                return False
            kept = self.safe[0] - self.total if self.safe and scale < HUNDRED and self.room < HUNDRED else 0
            self.group, self.room = kept + (self.group - kept) * scale, scale if scale == HUNDRED else 1
        elif self.group and scale < self.cap:
            self.total, self.group, self.room = self.total + self.group * scale, 0, scale
        elif not self.group and self.total and scale >= self.cap:
            self.total, self.room = self.total * scale, scale
        else:
            return False
        if scale >= THOUSAND:
            self.cap = scale
        self.scale, self.last = scale, last
        return True

    def back(self) -> None:
        """Gives up what was added last, since a scale that does not fit came after it."""
        if self.safe is not None:
            self.total, self.last, self.scale = self.safe
            self.group = 0


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of one language; `adds` gives value and room ("forty" 40 with room below ten)."""

    marks: Marks
    adds: Mapping[str, tuple[int, int]]
    scales: Mapping[str, int]
    short: Mapping[str, int]
    letters: Mapping[str, int]
    money_letters: frozenset[str]
    capital_letters: frozenset[str]
    long_letters: frozenset[str]
    counting_letters: frozenset[str]
    lengths: frozenset[str]
    joiners: frozenset[str]
    joined: range
    comma: bool
    articles: frozenset[str]
    points: frozenset[str]
    minus: frozenset[str]
    spoken: bool
    ordinals: Mapping[str, int]
    endings: frozenset[str]
    denominators: frozenset[str]
    more: frozenset[str]

    def amount(self, tokens: Tokens, index: int, money: bool = False) -> Amount | None:
        """The number that begins at a token: digits, a number word, or an article before a scale."""
        word = tokens.words[index]
        if word[0].isdecimal():
            return self._written(tokens, index, money)
        known = self.adds.get(word)
        if known is None:
            return self._counted(tokens, index) if word in self.articles else None
        if index + 1 == len(tokens.words) or tokens.words[index + 1] not in self.more:
            value = Decimal(known[0])
            return Amount(value, value, index, index, self._begin(tokens, index), "words")
        run = Run(index)
        run.add(known[0], known[1], index)
        return self._grown(tokens, index, run, "words")

    def _written(self, tokens: Tokens, index: int, money: bool) -> Amount | None:
        words, marks = tokens.words, self.marks
        value, last, first = marks.value(words[index]), index, index
        if value is None:
            return None
        if index and words[index - 1] == marks.decimal and _decimals_only(tokens, index):
            value, first = Decimal("0." + words[index]), index - 1
        if last + 1 == len(words):
            return Amount(value, value, first, last, self._begin(tokens, first), "digits")
        after = words[last + 1]
        if after[0].isdecimal() and (last := marks.spaced(tokens, index)) > index:
            value = marks.value("".join(words[index : last + 1])) or value
            after = words[last + 1] if last + 1 < len(words) else ""
        if after not in self.more:
            return Amount(value, value, first, last, self._begin(tokens, first), "digits")
        run = Run(last)
        run.group, run.room = value, 1
        self._abbreviated(tokens, run, value, money)
        return self._grown(tokens, first, run, "digits")

    def _counted(self, tokens: Tokens, index: int) -> Amount | None:
        """An article that counts the scale after it: "a hundred", "a million"."""
        words = tokens.words
        if index + 1 == len(words) or words[index + 1] not in self.scales:
            return None
        run = Run(index)
        run.add(1, 1, index)
        return self._grown(tokens, index, run, "words") if run.multiply(self.scales[words[index + 1]], index + 1) else None

    def _abbreviated(self, tokens: Tokens, run: Run, value: Decimal, money: bool) -> None:
        words, index = tokens.words, run.last + 1
        word = words[index]
        power = digits.power(tokens, value, index)
        if power is not None:
            run.group, run.last = power
            return
        scale = self.short.get(word)
        if scale is None and word in self.letters and self._letter(tokens, index, value, money):
            scale = self.letters[word]
        if scale is not None:
            run.multiply(scale, index)

    def _letter(self, tokens: Tokens, index: int, value: Decimal, money: bool) -> bool:
        """Whether a single letter after digits is a scale, no unit: "$20m", "10M", "1.2m homes", not "a 50m pool"."""
        word = tokens.words[index]
        if money and word in self.money_letters:
            return True
        if not tokens.glued(index):
            return word in self.capital_letters and tokens.capital(index) and "." in tokens.surface(index - 1, index - 1)
        if tokens.capital(index):
            return word in self.capital_letters and (word not in self.long_letters or value >= 10 or value != int(value))
        after = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
        if word not in self.counting_letters or not after.isalpha() or after in self.lengths:
            return word in self.counting_letters and value != int(value) and word not in self.lengths and not after.isalpha()
        return value < THOUSAND

    def _grown(self, tokens: Tokens, first: int, run: Run, shape: Shape) -> Amount:
        """The number with all that goes on after its first part, then decimals and an ordinal ending."""
        words = tokens.words
        while run.last + 1 < len(words) and self._goes_on(words[run.last + 1], run) and self._longer(tokens, run, shape):
            pass
        if run.last + 1 < len(words):
            self._decimals(tokens, run)
            shape = self._ranked(tokens, run, shape)
        value = Decimal(run.value)
        return Amount(value, value, first, run.last, self._begin(tokens, first), shape, run.scale)

    def _goes_on(self, word: str, run: Run) -> bool:
        return word in self.more or (word == "," and self.comma) or (run.room >= HUNDRED and word.isdecimal())

    def _longer(self, tokens: Tokens, run: Run, shape: Shape) -> bool:
        words = tokens.words
        index, joined = self._joined(tokens, run)
        if index == 0:
            return False
        word = words[index]
        scale = self.scales.get(word)
        if scale is not None and run.multiply(scale, index):
            return True
        if scale is not None and word not in self.adds:
            run.back()
            return False
        known = self.adds.get(word)
        if known is not None:
            if self.spoken and not joined and self._said(tokens, run, index, shape):
                return True
            if joined and self._parted(tokens, index + 1):
                return False
            return run.room > 1 and run.add(known[0], known[1], index)
        return self._mixed(tokens, run, index, joined)

    def _joined(self, tokens: Tokens, run: Run) -> tuple[int, bool]:
        """The token that may go on with a number, past a hyphen, "and" or comma, and whether there was an "and"."""
        words, index, joined = tokens.words, run.last + 1, False
        if words[index] == DASH:
            index = _past_dash(tokens, index, self.adds if run.room == 10 else {})
        elif words[index] == "," and self.comma and run.scale >= THOUSAND and not run.group:
            return self._after_comma(tokens, index + 1), False
        if 0 < index < len(words) and words[index] in self.joiners:
            index, joined = (index + 1, True) if run.room in self.joined else (0, False)
            if 0 < index < len(words) and words[index] == DASH:
                index = _past_dash(tokens, index, {})
        return (index, joined) if index < len(words) else (0, False)

    def _after_comma(self, tokens: Tokens, index: int) -> int:
        """A comma goes on only before hundreds or more: "three million, two hundred thousand"."""
        words = tokens.words
        known = index + 1 < len(words) and words[index] in self.adds and words[index + 1] in self.scales
        return index if known else 0

    def _parted(self, tokens: Tokens, index: int) -> bool:
        """Whether a denominator makes the number before it a share: "two million and three fifths"."""
        index += tokens.words[index : index + 1] == (DASH,)
        return index < len(tokens.words) and tokens.words[index] in self.denominators

    def _said(self, tokens: Tokens, run: Run, index: int, shape: Shape) -> bool:
        """Hundreds left out in speech: "one twenty-two"."""
        value, room = self.adds[tokens.words[index]]
        following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
        if shape != "words" or room != 10 or run.total or not 0 < run.group < 10 or run.last + 1 != index:
            return False
        if following == DASH or following in self.scales or following in self.ordinals:
            return False
        run.group, run.room, run.last = run.group * HUNDRED + value, 10, index
        return True

    def _mixed(self, tokens: Tokens, run: Run, index: int, joined: bool) -> bool:
        """Digits that go on after a scale: "3 hundred and 21", "4 thousand 3 hundred"."""
        words = tokens.words
        if not words[index].isdecimal() or run.group and run.room == 1:
            return False
        scaled = index + 1 < len(words) and self.scales.get(words[index + 1], ANY) < min(run.cap, run.room)
        if not (scaled or joined and run.room <= THOUSAND):
            return False
        return run.add(int(words[index]), 1, index)

    def _decimals(self, tokens: Tokens, run: Run) -> None:
        """Decimals in words, and a scale after them: "two point two million", "nine point nought four"."""
        words, index = tokens.words, run.last + 1
        if words[index] not in self.points or run.value != int(run.value):
            return
        said, last = self._said_decimals(tokens, index + 1)
        if not said:
            return
        run.group, run.total, run.room, run.last = Decimal(f"{int(run.value)}.{said}"), 0, 1, last
        while run.last + 1 < len(words) and words[run.last + 1] in self.scales:
            if not run.multiply(self.scales[words[run.last + 1]], run.last + 1):
                return

    def _said_decimals(self, tokens: Tokens, index: int) -> tuple[str, int]:
        """Digits one by one ("zero three"), or a number below a hundred ("seventy-one"), and the last token."""
        words = tokens.words
        if index < len(words) and words[index].isdecimal():
            return words[index], index
        said, last = "", index - 1
        while last + 1 < len(words) and len(said) < 20 and self.adds.get(words[last + 1], (10, 0))[0] < 10:
            said, last = said + str(self.adds[words[last + 1]][0]), last + 1
        if said or index >= len(words) or not 10 <= self.adds.get(words[index], (0, 0))[0] < HUNDRED:
            return said, last
        value, room = self.adds[words[index]]
        after = _past_dash(tokens, index + 1, {}) if words[index + 1 : index + 2] == (DASH,) else index + 1
        if room == 10 and 0 < after < len(words) and 0 < self.adds.get(words[after], (10, 0))[0] < 10:
            return str(value + self.adds[words[after]][0]), after
        return str(value), index

    def _ranked(self, tokens: Tokens, run: Run, shape: Shape) -> Shape:
        """Turns a number into an ordinal by its ending: "21st", "twenty-first", "two hundredth"."""
        words, index = tokens.words, run.last + 1
        if index >= len(words):
            return shape
        if shape == "digits" and words[index] in self.endings and tokens.glued(index):
            run.last = index
            return "ordinal"
        index = index + 1 if words[index] == DASH and index + 1 < len(words) else index
        if words[index] in self.joiners and run.room in self.joined and index + 1 < len(words):
            index += 1
        rank = self.ordinals.get(words[index])
        if rank is None or shape != "words" or run.value != int(run.value):
            return shape
        if rank >= HUNDRED and run.value > 1 and run.multiply(rank, index):
            return "ordinal"
        if rank < run.room and run.room > 1 and run.add(rank, 1, index):
            return "ordinal"
        return shape

    def _begin(self, tokens: Tokens, first: int) -> int:
        """Where a number begins with its sign: "minus five", "-18"."""
        if not first:
            return first
        sign = tokens.words[first - 1]
        if sign in self.minus:
            return first - 1
        if sign == MINUS and tokens.glued(first) and not _goes_on(tokens, first - 1):
            return first - 1
        return first


def signed(tokens: Tokens, amount: Amount) -> Amount:
    """The amount below zero where a sign stands before it; a dash at the start is one only if nothing else follows."""
    if amount.begin == amount.first == 1 and tokens.words[0] == MINUS and amount.last + 1 == len(tokens.words):
        amount = replace(amount, begin=0)
    if amount.begin == amount.first:
        return amount
    low, high = -amount.high, -amount.low
    return Amount(low, high, amount.first, amount.last, amount.begin, amount.shape, amount.scale)


def _decimals_only(tokens: Tokens, index: int) -> bool:
    """".08": a decimal mark that belongs to its digits and to nothing before it."""
    return tokens.words[index].isdecimal() and tokens.glued(index) and not _goes_on(tokens, index - 1)


def _goes_on(tokens: Tokens, index: int) -> bool:
    """Whether a mark is fastened to what stands before it, as in "3.5-4.0" and "10%-20%"; a currency sign may stand there."""
    return tokens.glued(index) and (tokens.words[index - 1][-1].isalnum() or tokens.words[index - 1] in CLOSERS)


def _past_dash(tokens: Tokens, index: int, spaced: Mapping[str, tuple[int, int]]) -> int:
    """The token after a hyphen that joins two words; one between spaces joins only tens and units ("fifty - two")."""
    if index + 1 >= len(tokens.words):
        return 0
    if tokens.glued(index) and tokens.glued(index + 1):
        return index + 1
    known = spaced.get(tokens.words[index + 1])
    return index + 1 if known and known[0] < 10 else 0


@cache
def numerals(lang: str) -> Numerals:
    """The number words of a language, from its numerals.toml."""
    data = table(lang, "numerals")
    words, letter, joiner = data["words"], data.get("letter", {}), data["joiner"]
    adds = {fold(w): (v, 1) for w, v in data["units"].items()}
    adds |= {fold(w): (v, 10) for w, v in data["tens"].items()}
    adds |= {fold(w): (v, 100) for w, v in data["hundreds"].items()}
    adds |= {fold(w): (v, THOUSAND) for w, v in data.get("thousands", {}).items()}
    scales, ordinals = _folded(data["scales"]), _folded(data["ordinals"])
    short, letters = _folded(data.get("short", {})), _folded(data.get("letters", {}))
    joiners, endings = frozenset(joiner["words"]), frozenset(data["ordinal"]["endings"])
    points = frozenset(words.get("point", ()))
    continuing = (adds, scales, ordinals, short, letters, joiners, endings, points, digits.TIMES, digits.EXPONENTS)
    return Numerals(
        marks=digits.marks(data["digits"]),
        adds=adds,
        scales=scales,
        short=short,
        letters=letters,
        money_letters=frozenset(letter.get("money", ())),
        capital_letters=frozenset(letter.get("capital", ())),
        long_letters=frozenset(letter.get("long", ())),
        counting_letters=frozenset(letter.get("counting", ())),
        lengths=frozenset(letter.get("length", ())),
        joiners=joiners,
        joined=range(HUNDRED, ANY) if joiner["after"] == "hundreds" else range(10, 11),
        comma=joiner.get("comma", False),
        articles=frozenset(words["article"]),
        points=points,
        minus=frozenset(words.get("minus", ())),
        spoken=words.get("spoken", False),
        ordinals=ordinals,
        endings=endings,
        denominators=frozenset(fold(word) for word in table(lang, "shares")["denominators"]),
        more=frozenset({DASH, digits.POWER}.union(*continuing)),
    )


def _folded(data: dict[str, int]) -> dict[str, int]:
    return {fold(word): value for word, value in data.items()}

"""Reads numbers in words, in digits and in both: "one hundred and forty thousand", "70", "1.5 billion", "a dozen"."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from crosscheck.language.amounts import Amount, Shape, begin
from crosscheck.language.decimals import spell_out
from crosscheck.language.numerals import DASH, Numerals
from crosscheck.language.runs import ANY, HUNDRED, THOUSAND, Run
from crosscheck.language.tokens import Tokens
from crosscheck.language.written import abbreviated, plain

COMMA = ","
MILLION = 1_000_000
NOTHING: Mapping[str, tuple[int, int]] = {}


def amount(numerals: Numerals, tokens: Tokens, index: int, money: bool = False) -> Amount | None:
    """The number that begins at a token: digits, a number word, or an article before a scale; None where none does.

    `money` tells that a currency stands before it, so that "20m" is millions.
    """
    words, word = tokens.words, tokens.words[index]
    if word[0].isdecimal():
        written = plain(numerals, tokens, index)
        if written is None or written.last + 1 == len(words) or words[written.last + 1] not in numerals.more:
            return written
        run = Run(written.last, written.low, 1)
        abbreviated(numerals, tokens, run, money)
        return _grown(numerals, tokens, written.first, run, "digits")
    if word in numerals.articles:
        return _counted(numerals, tokens, index)
    known = numerals.adds.get(word)
    if known is None:
        return None
    if index + 1 == len(words) or words[index + 1] not in numerals.more:
        value = Decimal(known[0])
        return Amount(value, value, index, index, begin(tokens, index, numerals.minus), "words")
    return _grown(numerals, tokens, index, Run(index, known[0], known[1]), "words")


def _counted(numerals: Numerals, tokens: Tokens, index: int) -> Amount | None:
    """An article that counts the scale after it: "a hundred", "a million"; not the one of "a billion-dollar scheme"."""
    words, run = tokens.words, Run(index, 1, 1)
    scale = numerals.scales.get(words[index + 1]) if index + 1 < len(words) else None
    if (
        scale is None
        or (scale >= MILLION and words[index + 2 : index + 3] == (DASH,))
        or not run.multiply(scale, index + 1)
    ):
        return None
    return _grown(numerals, tokens, index, run, "words")


def _grown(numerals: Numerals, tokens: Tokens, first: int, run: Run, shape: Shape) -> Amount:
    """The number with all that goes on after its first part, then decimals and an ordinal ending."""
    words = tokens.words
    while run.last + 1 < len(words) and _goes_on(numerals, words[run.last + 1], run):
        if not _longer(numerals, tokens, run, shape):
            break
    if run.last + 1 < len(words):
        spell_out(numerals, tokens, run)
        shape = _ranked(numerals, tokens, run, shape)
    value = Decimal(run.value)
    return Amount(value, value, first, run.last, begin(tokens, first, numerals.minus), shape, run.scale)


def _goes_on(numerals: Numerals, word: str, run: Run) -> bool:
    return word in numerals.more or (word == COMMA and numerals.comma) or (run.room >= HUNDRED and word.isdecimal())


def _longer(numerals: Numerals, tokens: Tokens, run: Run, shape: Shape) -> bool:
    index, joined = _joined(numerals, tokens, run)
    if index == 0:
        return False
    word = tokens.words[index]
    scale, known = numerals.scales.get(word), numerals.adds.get(word)
    if scale is not None and run.multiply(scale, index):
        return True
    if scale is not None and known is None:
        run.back()
        return False
    if known is None:
        return _mixed(numerals, tokens, run, index, joined)
    if numerals.spoken and not joined and shape == "words" and _said(numerals, tokens, run, index):
        return True
    if joined and _divided(numerals, tokens, known[0], index + 1):
        return False
    return run.room > 1 and run.add(known[0], known[1], index)


def _joined(numerals: Numerals, tokens: Tokens, run: Run) -> tuple[int, bool]:
    """The token that may go on with a number, past a hyphen, "and" or comma, and whether there was an "and"; or 0."""
    words, index, joined = tokens.words, run.last + 1, False
    if words[index] == DASH:
        index = _past_dash(tokens, index, numerals.adds if run.room == 10 else NOTHING)
    elif words[index] == COMMA:
        return _past_comma(numerals, tokens, run, index + 1), False
    if 0 < index < len(words) and words[index] in numerals.joiners:
        index, joined = (index + 1, True) if run.room in numerals.joined else (0, False)
        if 0 < index < len(words) and words[index] == DASH:
            index = _past_dash(tokens, index, NOTHING)
    return (index, joined) if index < len(words) else (0, False)


def _past_dash(tokens: Tokens, index: int, spaced: Mapping[str, tuple[int, int]]) -> int:
    """The token after a hyphen that joins two words; one between spaces joins only tens and units ("fifty - two")."""
    if index + 1 >= len(tokens.words):
        return 0
    if tokens.glued(index) and tokens.glued(index + 1):
        return index + 1
    known = spaced.get(tokens.words[index + 1])
    return index + 1 if known and known[0] < 10 else 0


def _past_comma(numerals: Numerals, tokens: Tokens, run: Run, index: int) -> int:
    """A comma goes on only after a scale and before hundreds or more: "three million, two hundred thousand"."""
    words = tokens.words
    known = index + 1 < len(words) and words[index] in numerals.adds and words[index + 1] in numerals.scales
    return index if known and run.scale >= THOUSAND and not run.group else 0


def _said(numerals: Numerals, tokens: Tokens, run: Run, index: int) -> bool:
    """Hundreds left out in speech: "one twenty-two"."""
    value, room = numerals.adds[tokens.words[index]]
    following = tokens.words[index + 1] if index + 1 < len(tokens.words) else ""
    if room != 10 or run.total or not 0 < run.group < 10 or run.parts > 1 or run.last + 1 != index:
        return False
    if following == DASH or following in numerals.scales or following in numerals.ordinals:
        return False
    run.group, run.room, run.last = run.group * HUNDRED + value, 10, index
    return True


def _divided(numerals: Numerals, tokens: Tokens, over: int, index: int) -> bool:
    """Whether a denominator makes the number before it a share: "two million and three fifths"."""
    index += tokens.words[index : index + 1] == (DASH,)
    return index < len(tokens.words) and over < numerals.denominators.get(tokens.words[index], 0)


def _mixed(numerals: Numerals, tokens: Tokens, run: Run, index: int, joined: bool) -> bool:
    """Digits that go on after a scale: "3 hundred and 21", "4 thousand 3 hundred"."""
    words = tokens.words
    if not words[index].isdecimal() or run.room == 1:
        return False
    scaled = index + 1 < len(words) and numerals.scales.get(words[index + 1], ANY) < min(run.cap, run.room)
    if not (scaled or (joined and run.room <= THOUSAND)):
        return False
    return run.add(int(words[index]), 1, index)


def _ranked(numerals: Numerals, tokens: Tokens, run: Run, shape: Shape) -> Shape:
    """Turns a number into an ordinal by its ending: "21st", "twenty-first", "two hundredth"."""
    words, index = tokens.words, run.last + 1
    if index >= len(words):
        return shape
    if shape == "digits":
        ending = words[index] in numerals.endings and tokens.glued(index)
        run.last += ending
        return "ordinal" if ending else shape
    index += words[index] == DASH and index + 1 < len(words)
    index += words[index] in numerals.joiners and run.room in numerals.joined and index + 1 < len(words)
    rank = numerals.ordinals.get(words[index])
    if rank is None or run.value != int(run.value):
        return shape
    fits = run.multiply(rank, index) if rank >= HUNDRED and run.value > 1 else run.room > 1 and run.add(rank, 1, index)
    return "ordinal" if fits else shape

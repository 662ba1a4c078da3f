"""The items of a sentence as date patterns see them: tokens, long numbers as one, readings in place of their words."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.language.dating.patterns import Language
from crosscheck.language.dating.readings import Reading
from crosscheck.language.figures import Figure
from crosscheck.language.tokens import Tokens

LARGEST = 2199  # number words up to the years and lengths that dates are told in
HUNDREDS, TENS = range(14, 22), range(10, 100)  # the halves of a year as it is spoken: "nineteen eighty-six"


@dataclass(frozen=True, slots=True)
class Items:
    """Parallel sequences: the letter, the word and the tokens of each item, and the reading that it is, if any."""

    letters: str
    words: tuple[str, ...]
    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    readings: tuple[Reading | None, ...]

    def with_readings(self, found: list[tuple[int, int, Reading]], grains: dict[str, str]) -> Items:
        """The same items with runs of them, given by first and last item, replaced by the readings that they are."""
        letters: list[str] = []
        words: list[str] = []
        firsts: list[int] = []
        lasts: list[int] = []
        readings: list[Reading | None] = []
        done = 0
        for first, last, reading in [*found, (len(self.words), len(self.words), None)]:
            letters.append(self.letters[done:first])
            words += self.words[done:first]
            firsts += self.firsts[done:first]
            lasts += self.lasts[done:first]
            readings += self.readings[done:first]
            if reading is not None:
                letters.append(grains.get(reading.grain, grains["days"]))
                words.append("")
                firsts.append(self.firsts[first])
                lasts.append(self.lasts[last])
                readings.append(reading)
            done = last + 1
        return Items("".join(letters), tuple(words), tuple(firsts), tuple(lasts), tuple(readings))


def items_of(tokens: Tokens, known: Language, numbers: tuple[Figure, ...]) -> Items:
    """The items of a sentence; a number written in several words ("two thousand and five") is one, in digits."""
    letters = list(known.spelling.letters(tokens))
    runs = _runs(tokens, numbers, known) if numbers else []
    if not runs:
        places = tuple(range(len(letters)))
        return Items("".join(letters), tokens.words, places, places, (None,) * len(letters))
    words, firsts, lasts = list(tokens.words), list(range(len(letters))), list(range(len(letters)))
    for first, last, value in reversed(runs):
        letters[first : last + 1] = [known.spelling.number(str(value))]
        words[first : last + 1] = [str(value)]
        firsts[first : last + 1] = [first]
        lasts[first : last + 1] = [last]
    return Items("".join(letters), tuple(words), tuple(firsts), tuple(lasts), (None,) * len(words))


Run = tuple[int, int, int]


def _runs(tokens: Tokens, numbers: tuple[Figure, ...], known: Language) -> list[Run]:
    """Numbers in words that are one item: first and last token, and the number."""
    spelt = [run for figure in numbers if (run := _spelt(tokens, figure, known))]
    runs: list[Run] = []
    for first, last, value in spelt:
        spoken = runs and runs[-1][1] == first - 1 and runs[-1][2] in HUNDREDS and value in TENS
        if spoken and tokens.words[first - 1] not in known.terms.values["ranks"]:
            runs[-1] = (runs[-1][0], last, runs[-1][2] * 100 + value)
        else:
            runs.append((first, last, value))
    return [run for run in runs if run[1] > run[0]]


def _spelt(tokens: Tokens, figure: Figure, known: Language) -> Run | None:
    low, high = figure.interval.low, figure.interval.high
    value = high if low is None else low
    # The range comes first: a number of thirty digits and more has no remainder that a Decimal could hold.
    if value is None or (None not in (low, high) and low != high) or not 0 < value <= LARGEST or value % 1:
        return None
    last = figure.last
    if figure.kind == "duration":
        last -= 1
        if tokens.words[figure.last] not in known.terms.values["units"]:
            return None
    elif figure.kind not in ("number", "ordinal"):
        return None
    words = tokens.words[figure.first : last + 1]
    whole = bool(words) and words[-1] != "-" and all(word[0].isalpha() or word == "-" for word in words)
    return (figure.first, last, int(value)) if whole else None

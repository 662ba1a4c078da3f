"""The items of a sentence as date patterns see them: tokens, long numbers as one, readings in place of their words."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.language.dating.patterns import Language
from crosscheck.language.dating.readings import Reading
from crosscheck.language.figures import Figure
from crosscheck.language.tokens import Tokens

LARGEST = 2199  # number words up to the years and lengths that dates are told in


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
    letters = known.spelling.letters(tokens)
    size = len(letters)
    spelt = [figure for figure in numbers if figure.last > figure.first] if numbers else []
    runs = [run for figure in spelt if (run := _run(tokens, figure, known))]
    if not runs:
        places = tuple(range(size))
        return Items("".join(letters), tokens.words, places, places, (None,) * size)
    words, firsts, lasts = list(tokens.words), list(range(size)), list(range(size))
    for first, last, value in reversed(runs):
        letters[first : last + 1] = [known.spelling.number(str(value))]
        words[first : last + 1] = [str(value)]
        firsts[first : last + 1] = [first]
        lasts[first : last + 1] = [last]
    return Items("".join(letters), tuple(words), tuple(firsts), tuple(lasts), (None,) * len(words))


def _run(tokens: Tokens, figure: Figure, known: Language) -> tuple[int, int, int] | None:
    value = figure.interval.low
    if not figure.interval.is_point or value != value // 1 or not 0 < value <= LARGEST:
        return None
    last = figure.last
    if figure.kind == "duration":
        last -= 1
        if tokens.words[figure.last] not in known.terms.values["units"]:
            return None
    elif figure.kind not in ("number", "ordinal"):
        return None
    spelt = all(word[0].isalpha() or word == "-" for word in tokens.words[figure.first : last + 1])
    return (figure.first, last, int(value)) if spelt and last > figure.first and tokens.words[last] != "-" else None


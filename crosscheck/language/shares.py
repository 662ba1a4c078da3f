"""Fractions and ratios: "two-thirds", "half a million", "2½", "one and a half", "three in four", "most of"."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from crosscheck.language.digits import ARITHMETIC
from crosscheck.language.lexicon import Lexicon
from crosscheck.language.numerals import DASH, Amount, Numerals, numerals
from crosscheck.language.packs import table
from crosscheck.language.tokens import Tokens, fold

SLASH = "/"
SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
GREATEST_WHOLE = 10_000  # "9/1000" is a share; longer digits at a slash are numbers of files and laws


def _sign(sign: str) -> Decimal:
    over, _, under = unicodedata.normalize("NFKC", sign).partition("\u2044")
    return ARITHMETIC.divide(Decimal(over), Decimal(under))


SIGNED = {sign: _sign(sign) for sign in SIGNS}


@dataclass(frozen=True, slots=True)
class Part:
    """A share told only to be more or less than half."""

    low: Decimal
    high: Decimal
    words: int
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shares:
    """The share words of one language."""

    numerals: Numerals
    denominators: Mapping[str, int]
    ranks: Mapping[str, int]
    endings: Mapping[str, int]
    bare: frozenset[str]
    of: frozenset[str]
    joiners: frozenset[str]
    over: frozenset[str]
    ratio: Lexicon[bool]
    after: frozenset[str]
    not_after: frozenset[str]
    wholes: frozenset[int]
    before: frozenset[str]
    times: Mapping[str, int]
    parts: Lexicon[Part]
    more: frozenset[str]

    def begun(self, tokens: Tokens, index: int, hedged: bool) -> Amount | None:
        """The share whose first word this is, or whose article stands before it: "half", "a third", "¾", "quarter million".

        `hedged` tells that a hedge stands before the article, which makes "about a third" a share and no rank.
        """
        word = tokens.words[index]
        if word in SIGNED:
            amount = Amount(SIGNED[word], SIGNED[word], index, index, index, "share")
            return self._scaled(tokens, amount)
        article = index > 0 and tokens.words[index - 1] in self.numerals.articles
        under = self.denominators.get(word) or self.ranks.get(word)
        if under is None:
            return None
        value, first = ARITHMETIC.divide(Decimal(1), Decimal(under)), index - article
        bare = Amount(value, value, first, index, first, "share")
        whole = self._scaled(tokens, bare)
        if whole.last > index:
            return whole
        return bare if self._stands(tokens, index, article, hedged) else None

    def _stands(self, tokens: Tokens, index: int, article: bool, hedged: bool) -> bool:
        words, word = tokens.words, tokens.words[index]
        following = words[index + 1] if index + 1 < len(words) else "."
        if following == DASH and tokens.glued(index + 1):
            return False
        if word in self.bare:
            return article or index == 0 or words[index - 1] not in self.not_after
        return article and (hedged or following in self.after)

    def extended(self, tokens: Tokens, amount: Amount) -> Amount:
        """A number with the share that goes on after it: "two thirds", "1/5", "2½", "one and a half million"."""
        index = amount.last + 1
        if amount.low != int(amount.low) or amount.shape == "ordinal":
            return amount
        word = tokens.words[index]
        if word in SIGNED:
            return self._mixed(tokens, amount, SIGNED[word], index)
        if word == SLASH:
            return self._slashed(tokens, amount)
        if word[0].isdecimal():
            return self._slashed_after(tokens, amount)
        if word in self.joiners:
            return self._and(tokens, amount)
        return self._divided(tokens, amount) or self._rated(tokens, amount) or amount

    def _divided(self, tokens: Tokens, amount: Amount) -> Amount | None:
        """A number over a denominator in words: "two-thirds", "one fifth", "three twenty-firsts"."""
        index = amount.last + 1
        if tokens.words[index] == DASH:
            index += 1
        under = self._under(tokens, index, amount.low == 1) if index < len(tokens.words) else None
        if under is None or amount.low < 1:
            return None
        value = ARITHMETIC.divide(amount.low, Decimal(under[0]))
        return self._scaled(tokens, replace(amount, low=value, high=value, last=under[1], shape="share", scale=1))

    def _under(self, tokens: Tokens, index: int, single: bool) -> tuple[int, int] | None:
        words, word = tokens.words, tokens.words[index]
        under = self.denominators.get(word)
        if under is not None and (single or word not in self.ranks and not self._singular(word)):
            return under, index
        if single and word in self.ranks:
            return self.ranks[word], index
        tens = self.numerals.adds.get(word)
        if tens is None or tens[1] != 10 or index + 2 >= len(words):
            return None
        last = index + 2 if words[index + 1] == DASH else index + 1
        unit = self.denominators.get(words[last]) or self.endings.get(words[last])
        if single:
            unit = unit or self.numerals.ordinals.get(words[last])
        return (tens[0] + unit, last) if unit and unit < 10 else None

    def _singular(self, word: str) -> bool:
        return word in self.bare or word + "s" in self.denominators

    def _and(self, tokens: Tokens, amount: Amount) -> Amount:
        """A share that is added: "one and a half", "twenty and three fifths"; after a scale it is of that: "a million and a half"."""
        index, words = amount.last + 2, tokens.words
        if index >= len(words):
            return amount
        over = Decimal(1)
        if words[index] in self.numerals.articles:
            index += 1
        elif (number := self.numerals.amount(tokens, index)) is not None and number.shape == "words":
            over, index = number.low, number.last + 1
        index += words[index : index + 1] == (DASH,)
        under = self._under(tokens, index, over == 1) if index < len(words) else None
        if under is None or under[0] <= over:
            return amount
        return self._mixed(tokens, amount, ARITHMETIC.divide(over, Decimal(under[0])), under[1])

    def _mixed(self, tokens: Tokens, amount: Amount, share: Decimal, last: int) -> Amount:
        """Adds a share to a whole number, with the scale that the share or the number has."""
        scaled = self._scaled(tokens, Amount(share, share, last, last, last, "share"))
        step = share * amount.scale if amount.scale >= 1000 and scaled.last == last else share
        if amount.scale >= 1000 and scaled.last > last:
            return self._plus(amount, scaled.low, scaled.last)
        mixed = self._plus(amount, step, last)
        return self._scaled(tokens, mixed) if amount.scale < 1000 else mixed

    def _plus(self, amount: Amount, share: Decimal, last: int) -> Amount:
        value = ARITHMETIC.add(amount.low, share)
        return replace(amount, low=value, high=value, last=last)

    def _scaled(self, tokens: Tokens, amount: Amount) -> Amount:
        """A share of a scale: "half a million", "three quarters of a billion", "half-dozen"."""
        words, index = tokens.words, amount.last + 1
        if index < len(words) and words[index] == DASH and tokens.glued(index):
            index += 1
        if index < len(words) and words[index] in self.of:
            index += 1
        if index < len(words) and words[index] in self.numerals.articles:
            index += 1
        scale = self.numerals.scales.get(words[index]) if index < len(words) else None
        if scale is None:
            return amount
        value = _rounded(ARITHMETIC.multiply(amount.low, Decimal(scale)))
        return replace(amount, low=value, high=value, last=index, shape="words", scale=scale)

    def _slashed(self, tokens: Tokens, amount: Amount) -> Amount:
        """Digits over digits: "1/5"; a chain of them is a date or a file's number."""
        words, slash = tokens.words, amount.last + 1
        share = self._slash(tokens, amount.last)
        if share is None or amount.first and words[amount.first - 1] == SLASH:
            return amount
        return replace(amount, low=share, high=share, last=slash + 1, shape="share")

    def _slashed_after(self, tokens: Tokens, amount: Amount) -> Amount:
        """A whole number before such a share: "2 1/4"."""
        share = self._slash(tokens, amount.last + 1) if amount.shape == "digits" else None
        return amount if share is None or share >= 1 else self._mixed(tokens, amount, share, amount.last + 3)

    def _slash(self, tokens: Tokens, over: int) -> Decimal | None:
        words = tokens.words
        if over + 2 >= len(words) or words[over + 1] != SLASH or words[over + 3 : over + 4] == (SLASH,):
            return None
        if not (words[over].isdecimal() and words[over + 2].isdecimal() and tokens.glued(over + 2) == tokens.glued(over + 1)):
            return None
        numerator, under = int(words[over]), int(words[over + 2])
        if not 0 < numerator < under <= GREATEST_WHOLE:
            return None
        return ARITHMETIC.divide(Decimal(numerator), Decimal(under))

    def _rated(self, tokens: Tokens, amount: Amount) -> Amount | None:
        """A ratio: "one in five", "three out of four", "one over twenty"."""
        words, index = tokens.words, amount.last + 1
        found = self.ratio.match(words, index)
        over = found is None and words[index] in self.over
        index += found[0] if found else 1
        if not (found or over) or index >= len(words) or amount.shape not in ("digits", "words"):
            return None
        whole = self.numerals.amount(tokens, index)
        if whole is None or whole.shape not in ("digits", "words") or amount.low < 1 or whole.low != int(whole.low):
            return None
        if over:
            stands = whole.low > 0 and _ends(tokens, whole.last)
        else:
            stands = amount.low < whole.low and self._reckoned(tokens, amount, whole, found is not None and found[0] > 1)
        if not stands:
            return None
        value = ARITHMETIC.divide(amount.low, whole.low)
        return replace(amount, low=value, high=value, last=whole.last, shape="share", scale=1)

    def _reckoned(self, tokens: Tokens, amount: Amount, whole: Amount, plain: bool) -> bool:
        """Whether a part and a whole make a share, not two counts: "nine out of ten", not "64 out of 146"."""
        if amount.low == 1 and (plain or whole.low <= GREATEST_WHOLE and not _year(tokens, whole)):
            return True
        if whole.low not in self.wholes:
            return False
        begin = amount.begin
        return plain or begin == 0 or tokens.words[begin - 1] in self.before


def _year(tokens: Tokens, amount: Amount) -> bool:
    return amount.first == amount.last and len(tokens.words[amount.first]) == 4 and amount.shape == "digits"


def _ends(tokens: Tokens, last: int) -> bool:
    return last + 1 == len(tokens.words) or not tokens.words[last + 1][0].isalnum() and tokens.words[last + 1] not in "-$€£%"


def _rounded(value: Decimal) -> Decimal:
    """A whole number where only the writing out of a share kept it from being one: a third of three hundred."""
    whole = value.to_integral_value()
    return whole if abs(value - whole) < Decimal("1e-15") else value


@cache
def shares(lang: str) -> Shares:
    """The share words of a language, from its shares.toml."""
    data, numbers = table(lang, "shares"), numerals(lang)
    words = data["words"]
    denominators = {fold(word): value for word, value in data["denominators"].items()}
    ranks = {fold(word): value for word, value in data["ordinal_denominators"].items()}
    endings, joiners = dict(data.get("endings", {})), frozenset(words["and"])
    ratio = Lexicon((phrase, True) for phrase in words["ratio"])
    over, of = frozenset(words.get("over", ())), frozenset(words["of"])
    tens = frozenset(word for word, (_, room) in numbers.adds.items() if room == 10)
    return Shares(
        numerals=numbers,
        denominators=denominators,
        ranks=ranks,
        endings=endings,
        bare=frozenset(words["bare"]),
        of=of,
        joiners=joiners,
        over=over,
        ratio=ratio,
        after=frozenset(words["after"]),
        not_after=frozenset(words["not_after"]),
        wholes=frozenset(words["wholes"]),
        before=frozenset(words["before"]),
        times=dict(data.get("times", {})),
        parts=Lexicon(_part(entry) for entry in data.get("part", ()) for entry in _each(entry)),
        more=frozenset({DASH, SLASH, *SIGNS}.union(denominators, ranks, joiners, over, ratio.firsts(), tens)),
    )


def _each(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry | {"surface": surface} for surface in entry["surfaces"]]


def _part(entry: dict[str, Any]) -> tuple[str, Part]:
    low, high = Decimal(str(entry["low"])), Decimal(str(entry["high"]))
    words, after, before = entry["number"], entry.get("not_after", ()), entry.get("not_before", ())
    return entry["surface"], Part(low, high, words, frozenset(after), frozenset(before))

"""Whether a count is of people as such or of some of them: "two people" may be all the dead, "two men" need not be."""

from __future__ import annotations

from decimal import Decimal

from crosscheck.comparison.generality import general
from crosscheck.comparison.held import FIRM, Held
from crosscheck.language.inflection import singular
from crosscheck.language.numerals import numerals
from crosscheck.language.packs import languages

PEOPLE = "people"
# News tells people one by one in ones and twos: "one died at the scene", "two men were hurt".
ONE_BY_ONE = Decimal(2)
# Nobody tells more than so many one by one, and the next of them soon follows.
MANY, FURTHER = Decimal(20), 30


def partial(one: Held) -> bool:
    """Whether a small count may be of some among more: it names no noun, or another than the general one, or no place.

    So may a larger one where its sentence goes on to the next ("three men died at the scene and a fourth in hospital").
    A headline's two without a noun are all ("2 dead, 3 hurt"). A count whose place or day is only told elsewhere in
    its article tells on ("two people are in critical condition"), unless an undated article can tell no day.
    """
    if one.rule.unit != PEOPLE:
        return False
    if one.named > ONE_BY_ONE:
        return _next_follows(one)
    word = one.claim.mention.noun
    if word is None:
        return one.claim.part != "title" or one.named < ONE_BY_ONE
    return not general(word, one.claim.article.lang) or not _told(one)


def _next_follows(one: Held) -> bool:
    """Whether the sentence goes on to the one after as many: "a fourth" after three."""
    claim, low = one.claim, one.claim.mention.value.interval.low
    if claim.article.lang not in languages() or not one.exact or low is None or low > MANY or low != int(low):
        return False
    following, ordinals = int(low) + 1, numerals(claim.article.lang).ordinals
    return any(
        ordinals.get(word) == following or (word.startswith(str(following)) and word[len(str(following)) :].isalpha())
        for word in claim.quote[claim.quote_end :].casefold().replace(",", " ").split()[:FURTHER]
    )


def _told(one: Held) -> bool:
    return one.placed >= FIRM and (one.dated >= FIRM or one.published is None)


def noun(one: Held) -> str:
    """The noun of a count of people in the singular, empty where there is none or it is the general one."""
    if one.rule.unit != PEOPLE:
        return ""
    word, lang = (one.claim.mention.noun or "").casefold(), one.claim.article.lang
    if not word or general(word, lang):
        return ""
    return (singular(word, lang) or word) if lang in languages() else word

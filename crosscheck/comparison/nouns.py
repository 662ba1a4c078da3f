"""Whether a count is of people as such or of some of them: "two people" may be all the dead, "two men" need not be."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from crosscheck.comparison.held import FIRM, Held
from crosscheck.language.inflection import singular
from crosscheck.language.nouns import counted
from crosscheck.language.packs import languages

PEOPLE = "people"
# News tells people one by one in ones and twos: "one died at the scene", "two men were hurt".
ONE_BY_ONE = Decimal(2)


def partial(one: Held) -> bool:
    """Whether a small count may be of some among more: it names no noun, or another than the general one, or no place.

    A headline's two without a noun are all ("2 dead, 3 hurt"). A count whose place or day is only told elsewhere in
    its article tells on ("two people are in critical condition"), unless an undated article can tell no day.
    """
    if one.named > ONE_BY_ONE or one.rule.unit != PEOPLE:
        return False
    word = one.claim.mention.noun
    if word is None:
        return one.claim.part != "title" or one.named < ONE_BY_ONE
    return not general(word, one.claim.article.lang) or not _told(one)


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


def general(word: str, lang: str) -> bool:
    """Whether a noun is the most general one of its group: the first that the language's list gives."""
    return lang in languages() and word.casefold() in _general(lang)


@cache
def _general(lang: str) -> frozenset[str]:
    first: dict[tuple[str, bool], str] = {}
    for form, noun in counted(lang):
        first.setdefault((noun.group, noun.plural), form)
    return frozenset(first.values())

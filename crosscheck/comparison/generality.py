"""Whether a noun counts people as such, whoever they are."""

from __future__ import annotations

from functools import cache

from crosscheck.language.nouns import counted
from crosscheck.language.packs import languages


def general(word: str, lang: str) -> bool:
    """Whether a noun is the most general one of its group: the first that the language's list gives."""
    return lang in languages() and word.casefold() in _general(lang)


@cache
def _general(lang: str) -> frozenset[str]:
    first: dict[tuple[str, bool], str] = {}
    for form, noun in counted(lang):
        first.setdefault((noun.group, noun.plural), form)
    return frozenset(first.values())

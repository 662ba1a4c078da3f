"""Words that name a happening which has its day, so that "two days after his arrest" can be counted from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from crosscheck.language.inflection import plural, verb_forms
from crosscheck.language.packs import table


@cache
def occasions(lang: str) -> Mapping[str, frozenset[str]]:
    """For each word, the kinds of happening that it may name: "died" a death, "arrests" an arrest.

    From the table `occasions` of the pack's dates, which lists nouns in the singular and verbs by their participle.
    """
    kinds: dict[str, set[str]] = {}
    told: Mapping[str, Mapping[str, list[str]]] = table(lang, "dates").get("occasions", {})
    for kind, words in told.items():
        for form in _forms(words, lang):
            kinds.setdefault(form, set()).add(kind)
    return {form: frozenset(found) for form, found in kinds.items()}


def _forms(words: Mapping[str, list[str]], lang: str) -> Iterator[str]:
    for noun in words.get("nouns", ()):
        yield from (noun, plural(noun, lang))
    for verb in words.get("verbs", ()):
        forms = verb_forms(verb, lang)
        for kind in (forms.participle, forms.base, forms.third, forms.past, forms.agreeing):
            yield from kind

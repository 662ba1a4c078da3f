"""Makes the forms of a word from the one form that a pack or rule lists, by the tables of inflection.toml.

A pack may leave tables out: a language whose rules list every form needs none, and a word then stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from crosscheck.language.packs import table

Forms = tuple[str, ...]
KINDS = 4  # of forms beside the participle: base, third person, gerund, past


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one verb, several of a kind where a language has them ("asesinó", "asesinaron"), none where it is
    not known to have any; a phrase of several words is inflected in its first. `agreeing` are a participle's forms for
    other genders and numbers ("asesinada", "asesinados"), where a language has them.
    """

    participle: Forms
    base: Forms = ()
    third: Forms = ()
    gerund: Forms = ()
    past: Forms = ()
    agreeing: Forms = ()


@cache
def plural(noun: str, lang: str) -> str:
    """The plural of a singular noun; of a phrase the words that the pack says are inflected."""
    data = _table(lang, "plural")
    irregular: dict[str, str] = data.get("irregular", {})
    found = irregular.get(noun) or _inflected(noun, data, lambda word: irregular.get(word) or _ended(word, data))
    return found or noun


@cache
def singular(noun: str, lang: str) -> str | None:
    """The singular of which a noun is the plural, None where it is no plural by the tables."""
    data = _table(lang, "plural")
    ones = {many: one for one, many in reversed(data.get("irregular", {}).items())}
    return _inflected(noun, data, lambda word: ones.get(word) or _unended(word, data, lang))


def _inflected(noun: str, data: Mapping[str, Any], form: Callable[[str], str | None]) -> str | None:
    """A phrase with its last word in another form, or with all words up to one that the pack says ends them.

    None where no word has that form.
    """
    words = noun.split(" ")
    first, last = len(words) - 1, len(words)
    if data.get("inflects") == "all":
        ends = data.get("until", ())
        first, last = 0, next((index for index, word in enumerate(words) if word in ends), last)
    forms = [form(word) if first <= index < last else None for index, word in enumerate(words)]
    if not any(forms):
        return None
    return " ".join(formed or word for formed, word in zip(forms, words, strict=True))


def _ended(word: str, data: Mapping[str, Any]) -> str | None:
    for ending, replacement in data.get("rules", ()):
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + str(replacement)
    return None


def _unended(word: str, data: Mapping[str, Any], lang: str) -> str | None:
    for ending, replacement in data.get("rules", ()):
        if word.endswith(replacement):
            candidate = word[: len(word) - len(replacement)] + str(ending)
            if candidate != word and plural(candidate, lang) == word:
                return candidate
    return None


@cache
def verb_forms(participle: str, lang: str) -> VerbForms:
    """The forms of a verb from its past participle ("killed", "shot dead") or its past ("took shelter")."""
    data = _table(lang, "verbs")
    first, space, rest = participle.partition(" ")
    irregular: dict[str, list[Any]] = data.get("irregular", {})
    agreeing = _agreeing(first, data)
    known_as = next((form for form in (first, *agreeing) if form in irregular), None)
    told = irregular[known_as] if known_as else _regular(first, data.get("rules", ()))
    known = [tuple(form + space + rest for form in _several(kind)) for kind in told]
    true = next((key for key, forms in irregular.items() if told and forms[0] == told[0] and forms[3] == first), first)
    return replace(VerbForms((true + space + rest,), *known), agreeing=_agreeing(participle, data))


def _agreeing(participle: str, data: Mapping[str, Any]) -> Forms:
    """A participle in its other genders and numbers, and with it the adjectives right behind it ("hallada muerta")."""
    words, endings = participle.split(" "), sorted(data.get("agree", ()), key=len, reverse=True)
    own = next((ending for ending in endings if words[0].endswith(ending)), "")
    count = next((index for index, word in enumerate(words) if not word.endswith(own)), len(words)) if own else 0
    stems = [word[: -len(own)] for word in words[:count]]
    made = (" ".join((*(stem + ending for stem in stems), *words[count:])) for ending in endings if ending != own)
    return tuple(made) if count else ()


@cache
def base_forms(base: str, lang: str) -> VerbForms:
    """The forms of a verb from its plain form ("approve of")."""
    data = _table(lang, "verbs")
    first, space, rest = base.partition(" ")
    if not first.isalpha():
        return VerbForms((base,), (base,))  # "don't know"
    tail = space + rest
    for participle, forms in data.get("irregular", {}).items():
        if first in _several(forms[0]):
            others = (tuple(form + tail for form in _several(kind)) for kind in forms[1:])
            return VerbForms((participle + tail,), (base,), *others)
    for ending, third, past, gerund in data.get("base_rules", ()):
        if first.endswith(ending):
            stem = first[: len(first) - len(ending)]
            made = [tuple(stem + form + tail for form in _several(kind)) for kind in (third, gerund, past)]
            return VerbForms(made[2], (base,), *made)
    return VerbForms((base,), (base,))


def _regular(participle: str, rules: list[list[Any]]) -> list[Any]:
    """Base, third person, gerund and past by the first rule that fits; a rule without a past has the participle."""
    for ending, *others in rules:
        if participle.endswith(ending):
            stem = participle[: len(participle) - len(ending)]
            made = [[stem + form for form in _several(kind)] for kind in others]
            forms = [kind[0] if len(kind) == 1 else kind for kind in made]
            return forms if len(forms) == KINDS else [*forms, participle]
    return []


def _several(forms: str | list[str]) -> Forms:
    return (forms,) if isinstance(forms, str) else tuple(forms)


def _table(lang: str, name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = table(lang, "inflection").get(name, {})
    return found

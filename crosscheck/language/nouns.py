"""The nouns that are counted, and the groups that they make: people, children, police … and what is nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.language.inflection import plural
from crosscheck.language.packs import table

SHORTEST = 3  # letters of a word that is too short for its ending to tell a plural: "gas"


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its group and whether the form is a plural."""

    group: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings of nouns that no list holds, which yet name people."""

    people: tuple[str, ...]
    exceptions: frozenset[str]
    nationals: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    singular: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()

    def name_people(self, word: str) -> bool:
        """Whether an unlisted word looks like a plural noun of people ("cardiologists")."""
        return word.endswith(self.people) and word not in self.exceptions

    def name_several(self, word: str) -> bool:
        """Whether an unlisted word looks like a plural; "glass" does not."""
        return len(word) > SHORTEST and word.endswith(self.plural) and not word.endswith(self.singular)


@cache
def counted(lang: str) -> tuple[tuple[str, Noun], ...]:
    """Every form of every counted noun of a language, singular and plural, in the order of the file."""
    forms: list[tuple[str, Noun]] = []
    for name, group in table(lang, "nouns")["groups"].items():
        forms += _forms(name, group, lang)
    return tuple(forms)


def _forms(name: str, group: dict[str, Any], lang: str) -> list[tuple[str, Noun]]:
    forms = [(noun, Noun(name, plural=True)) for noun in group.get("plural_only", ())]
    for noun in group.get("nouns", ()):
        forms += [(noun, Noun(name, plural=False)), (plural(noun, lang), Noun(name, plural=True))]
    return forms


@cache
def people_groups(lang: str) -> frozenset[str]:
    """The groups that are people."""
    groups = table(lang, "nouns")["groups"]
    return frozenset(name for name, group in groups.items() if group.get("generic", True))


@cache
def armed_groups(lang: str) -> frozenset[str]:
    """The groups of people that fight, and are counted beside all others."""
    return frozenset(name for name, group in table(lang, "nouns")["groups"].items() if group.get("armed"))


@cache
def endings(lang: str) -> Endings:
    """The telling endings of a language."""
    data = table(lang, "nouns").get("endings", {})
    people, *others = (
        tuple(data.get(name, ())) for name in ("people", "nationals", "plural", "singular", "adverbs", "verbs")
    )
    return Endings(people, frozenset(data.get("exceptions", ())), *others)

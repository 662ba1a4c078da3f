"""Makes the forms of a word from the one form that a pack or rule lists, by the tables of inflection.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from crosscheck.language.packs import table


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The forms of one verb; a phrase of several words is inflected in its first."""

    participle: str
    base: str
    third: str
    gerund: str
    past: str


@cache
def plural(noun: str, lang: str) -> str:
    """The plural of a singular noun, the last word of a phrase being inflected."""
    data = table(lang, "inflection")["plural"]
    irregular: dict[str, str] = data.get("irregular", {})
    if noun in irregular:
        return irregular[noun]
    head, _, last = noun.rpartition(" ")
    if head:
        return f"{head} {plural(last, lang)}"
    ending, replacement = next((rule for rule in data["rules"] if noun.endswith(rule[0])), ("", ""))
    return noun[: len(noun) - len(ending)] + replacement


@cache
def singular(noun: str, lang: str) -> str | None:
    """The singular of which a noun is the plural, None where it is no plural by the tables."""
    data = table(lang, "inflection")["plural"]
    head, space, last = noun.rpartition(" ")
    for one, many in data.get("irregular", {}).items():
        if many == last:
            return head + space + str(one)
    for ending, replacement in data["rules"]:
        if last.endswith(replacement):
            candidate = last[: len(last) - len(replacement)] + ending
            if candidate != last and plural(candidate, lang) == last:
                return head + space + candidate
    return None


@cache
def verb_forms(participle: str, lang: str) -> VerbForms:
    """The forms of a verb from its past participle ("killed", "shot dead") or its past ("took shelter")."""
    data = table(lang, "inflection")["verbs"]
    first, space, rest = participle.partition(" ")
    base, third, gerund, past = data["irregular"].get(first) or _regular(first, data["rules"])
    tail = space + rest
    true = next((key for key, forms in data["irregular"].items() if forms[0] == base and forms[3] == first), first)
    return VerbForms(true + tail, base + tail, third + tail, gerund + tail, past + tail)


@cache
def base_forms(base: str, lang: str) -> VerbForms:
    """The forms of a verb from its plain form ("approve of")."""
    data = table(lang, "inflection")["verbs"]
    first, space, rest = base.partition(" ")
    tail = space + rest
    for participle, forms in data["irregular"].items():
        if forms[0] == first:
            return VerbForms(participle + tail, base, forms[1] + tail, forms[2] + tail, forms[3] + tail)
    for ending, third, past, gerund in data["base_rules"]:
        if first.endswith(ending):
            stem = first[: len(first) - len(ending)]
            return VerbForms(stem + past + tail, base, stem + third + tail, stem + gerund + tail, stem + past + tail)
    return VerbForms(base, base, base, base, base)


def _regular(participle: str, rules: list[list[str]]) -> tuple[str, str, str, str]:
    for ending, *others in rules:
        if participle.endswith(ending):
            stem = participle[: len(participle) - len(ending)]
            base, third, gerund = (stem + other for other in others)
            return base, third, gerund, participle
    return participle, participle, participle, participle

"""Words that tell what a figure covers, who gives it, how sure it is and what kind of happening it is of."""

from __future__ import annotations

from functools import cache

from crosscheck.language.lexicon import Lexicon
from crosscheck.language.packs import languages, table
from crosscheck.language.tokens import Tokens

Labels = tuple[str, ...]
Told = tuple[int, int, Labels]


@cache
def telling(lang: str) -> Lexicon[Labels]:
    """The phrases of telling.toml, each with its labels ("scope.part", "kinds.flood")."""
    labels: dict[str, list[str]] = {}
    for group, lists in table(lang, "telling").items():
        for name, phrases in lists.items():
            for phrase in phrases:
                labels.setdefault(phrase, []).append(f"{group}.{name}")
    return Lexicon((phrase, tuple(each)) for phrase, each in labels.items())


@cache
def phrases(lang: str, label: str) -> frozenset[str]:
    """All phrases of a label like "source.verbs"."""
    group, _, name = label.partition(".")
    return frozenset(table(lang, "telling").get(group, {}).get(name, ()))


@cache
def happenings() -> tuple[str, ...]:
    """The kinds of happenings that any language's pack tells of, in alphabetical order."""
    return tuple(sorted({name for lang in languages() for name in table(lang, "telling")["kinds"]}))


def told(tokens: Tokens, lang: str) -> tuple[Told, ...]:
    """Where such phrases stand in a sentence: first and last token, and labels."""
    found: list[Told] = []
    match, words, index = telling(lang).match, tokens.words, 0
    while index < len(words):
        hit = match(words, index)
        if hit is None:
            index += 1
            continue
        found.append((index, index + hit[0] - 1, hit[1]))
        index += hit[0]
    return tuple(found)

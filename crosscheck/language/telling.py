"""Words that tell what a figure covers, who gives it, how sure it is and what kind of happening it is of."""

from __future__ import annotations

from collections.abc import Iterable
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


def told(tokens: Tokens, lang: str, *, starts: Iterable[int] | None = None) -> tuple[Told, ...]:
    """Where such phrases stand in a sentence: first and last token, and labels.

    `starts` are the tokens with which one may begin, where the caller knows them.
    """
    found: list[Told] = []
    match, words, free = telling(lang).match, tokens.words, 0
    for index in range(len(words)) if starts is None else starts:
        hit = match(words, index) if index >= free else None
        if hit is not None:
            free = index + hit[0]
            found.append((index, free - 1, hit[1]))
    return tuple(found)

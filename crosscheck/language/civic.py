"""Words of public life: what tells a share of people asked from other shares, who asks whom, who votes on what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from crosscheck.errors import PackError
from crosscheck.language.inflection import plural
from crosscheck.language.lexicon import Endings, Lexicon
from crosscheck.language.packs import table
from crosscheck.language.tokens import fold

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Shares:
    """What stands around a share: `before`, `after` and `clause` tell that it is nobody's answer."""

    before: Endings[bool]
    after: Lexicon[bool]
    clause: Lexicon[bool]
    asked: Words
    cast: Words
    weak: Words
    links: Lexicon[bool]
    joints: Words
    earlier: Endings[bool]
    before_name: str
    rounds: Lexicon[str]
    degrees: Words


@dataclass(frozen=True, slots=True)
class Holders:
    """Words around the names of those who hold shares: who leads, who trails, what is no holder's name."""

    leading: Lexicon[bool]
    trailing: Lexicon[bool]
    governing: Words
    heading: Words
    favouring: Words
    points: Words
    pair: Words
    ranks: Words
    persons: Words
    relatives: Words
    asking: Words
    honorifics: Words
    share: str
    lead: str
    change: str

    @property
    def ranked(self) -> Words:
        """The answers whose subject is whoever holds the share."""
        return frozenset({self.share, self.lead, self.change})


@dataclass(frozen=True, slots=True)
class Pollsters:
    """How those who ask are named: before a noun for a poll, after a word for its making, or by a known name."""

    nouns: Words
    between: Words
    makers: Lexicon[bool]
    names: Lexicon[str]
    barred: Words


@dataclass(frozen=True, slots=True)
class Populations:
    """How those asked are named; the generic ones tell nothing. `taken` are words for the taking of a poll."""

    among: Words
    generic: Lexicon[bool]
    taken: Lexicon[bool]
    outside: Words
    samples: Lexicon[bool]
    narrowing: Lexicon[bool]


@dataclass(frozen=True, slots=True)
class Subjects:
    """What begins and ends the noun phrase of a subject, and what is none by itself."""

    bare: Words
    opening: Words
    closing: Words
    pronouns: Words
    tied: Words
    saying: Words
    asking: Lexicon[bool]
    deeds: Words
    fields: Words

    @property
    def little(self) -> Words:
        """Every word that is no part of a noun phrase."""
        return self.opening | self.closing | self.pronouns


@dataclass(frozen=True, slots=True)
class Ballots:
    """Bodies that vote and motions that they vote on, by the words that end their names."""

    bodies: Lexicon[bool]
    members: Lexicon[str]
    bare: Lexicon[bool]
    motions: Lexicon[bool]
    tied: Words
    determiners: Words
    seats: Words
    stages: Lexicon[str]


@dataclass(frozen=True, slots=True)
class Civic:
    """A language's words of public life."""

    shares: Shares
    holders: Holders
    pollsters: Pollsters
    populations: Populations
    subjects: Subjects
    ballots: Ballots


@cache
def civic(lang: str) -> Civic | None:
    """A language's words of public life, from its civic.toml; None where its pack has none."""
    try:
        data = table(lang, "civic")
    except PackError:
        return None
    return Civic(
        shares=_shares(data["share"]),
        holders=_holders(data["holder"]),
        pollsters=_pollsters(data["pollster"]),
        populations=_populations(data["population"]),
        subjects=_subjects(data["subject"]),
        ballots=_ballots(data, lang),
    )


def _shares(data: Mapping[str, Any]) -> Shares:
    return Shares(
        before=Endings((phrase, True) for phrase in data["before"]),
        after=_phrases(data["after"]),
        clause=_phrases(data["clause"]),
        asked=_words(data["asked"]),
        cast=_words(data["cast"]),
        weak=_words(data["weak"]),
        links=_phrases(data["links"]),
        joints=_words(data["joints"]),
        earlier=Endings((phrase, True) for phrase in data["earlier"]["words"]),
        before_name=data["earlier"]["aspect"],
        rounds=_named(data["rounds"]),
        degrees=_words(data["degrees"]),
    )


def _holders(data: Mapping[str, Any]) -> Holders:
    return Holders(
        leading=_phrases(data["leading"]),
        trailing=_phrases(data["trailing"]),
        governing=_words(data["governing"]),
        heading=_words(data["heading"]),
        favouring=_words(data["favouring"]),
        points=_words(data["points"]),
        pair=_words(data["pair"]),
        asking=_words(data["asking"]),
        honorifics=_words(data["honorifics"]),
        ranks=_words(data["ranks"]),
        persons=_words(data["persons"]),
        relatives=_words(data["relatives"]),
        share=data["share"],
        lead=data["lead"],
        change=data["change"],
    )


def _pollsters(data: Mapping[str, Any]) -> Pollsters:
    return Pollsters(
        nouns=_words(data["nouns"]),
        between=_words(data["between"]),
        makers=_phrases(data["makers"]),
        names=Lexicon((name, name) for name in data["names"]),
        barred=_words(data["not"]),
    )


def _populations(data: Mapping[str, Any]) -> Populations:
    return Populations(
        among=_words(data["among"]),
        generic=_phrases(data["generic"]),
        taken=_phrases(data["taken"]),
        outside=_words(data["outside"]),
        samples=_phrases(data["samples"]),
        narrowing=_phrases(data["narrowing"]),
    )


def _subjects(data: Mapping[str, Any]) -> Subjects:
    return Subjects(
        bare=_words(data["bare"]),
        opening=_words(data["opening"]),
        closing=_words(data["closing"]),
        pronouns=_words(data["pronouns"]),
        tied=_words(data["tied"]),
        saying=_words(data["saying"]),
        asking=_phrases(data["asking"]),
        deeds=_words(data["deeds"]),
        fields=_words(data["fields"]),
    )


def _ballots(data: Mapping[str, Any], lang: str) -> Ballots:
    heads = data["motion"]["heads"]
    forms = (*heads, *(plural(head, lang) for head in heads))
    return Ballots(
        bodies=_kept(data["body"]["heads"], data["body"]["not"]),
        bare=_phrases(data["body"]["bare"]),
        members=Lexicon((*data["body"]["members"].items(), *data["body"]["names"].items())),
        motions=_kept(forms, data["motion"]["not"]),
        tied=_words(data["motion"]["tied"]),
        determiners=_words(data["motion"]["determiners"]),
        seats=_words(data["motion"]["seats"]),
        stages=_named(data["stage"]),
    )


def _kept(phrases: Iterable[str], barred: Iterable[str]) -> Lexicon[bool]:
    """Phrases that count, and longer ones in which their words do not."""
    return Lexicon((*((phrase, True) for phrase in phrases), *((phrase, False) for phrase in barred)))


def _named(lists: Mapping[str, Iterable[str]]) -> Lexicon[str]:
    """Phrases with the name under which they are listed."""
    return Lexicon((phrase, name) for name, phrases in lists.items() for phrase in phrases)


def _words(words: Iterable[str]) -> Words:
    return frozenset(map(fold, words))


def _phrases(phrases: Iterable[str]) -> Lexicon[bool]:
    return Lexicon((phrase, True) for phrase in phrases)

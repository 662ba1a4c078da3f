"""A rule as a frozen value: what a rule file says, checked and ready to extract and compare with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from crosscheck.model import Interval, Modifier, Scope, Severity
from crosscheck.rules.phrase import Phrase

RuleKind = Literal["count", "percent", "money", "duration", "date", "measure"]
Role = Literal[
    "participle",
    "intransitive",
    "verb",
    "noun",
    "person",
    "state",
    "degree",
    "toll",
    "idiom",
    "rate",
    "counted",
    "cue",
    "unless",
    "not",
]
Settings = tuple[tuple[str, str], ...]
WordList = tuple[str, Role, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sense:
    """Words of a rule by (language, role, phrases), and the facets that they set: nothing for the plain words."""

    sets: Settings
    words: tuple[WordList, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A phrase of the small phrase language, as written and as parsed, and the facets that it sets."""

    text: str
    phrase: Phrase
    lang: str = "en"
    sets: Settings = ()


@dataclass(frozen=True, slots=True)
class Margin:
    """How far a figure may lie from its number: `amount` itself, or `amount` as a share of it (0.1 for "10%")."""

    amount: Decimal
    relative: bool = False


@dataclass(frozen=True, slots=True)
class Comparing:
    """How claims under a rule are compared; a field that is None or False asks for nothing.

    `approximate` is what a hedge like "about" allows, `tolerance` what rounding allows to unhedged figures. `exclusive`
    names the facet whose values are answers of one question, which together stay within `at_most`. `part` are facets of
    a figure that is a part of the plain one, `within` the rule whose figure for the same body no ballot exceeds.
    """

    approximate: Margin | None = None
    tolerance: Margin | None = None
    sum_of_parts: bool = False
    part_of_whole: tuple[str, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    grows: bool = False
    falls: bool = False
    loose_place: bool = False
    severity: Severity = "conflict"
    exclusive: str | None = None
    part: Settings = ()
    within: str | None = None


@dataclass(frozen=True, slots=True)
class Instead:
    """The rule whose figures these are instead where a text tells of certain happenings, and the facets that sets."""

    rule: str
    told: tuple[str, ...]
    sets: Settings = ()


@dataclass(frozen=True, slots=True)
class Mixed:
    """The rule of totals with all facets of `sets` where an article also claims a quantity `beside`."""

    rule: str
    beside: tuple[str, ...]
    sets: Settings = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a rule's evidence: an article in small."""

    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    lang: str = "en"


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim that an example must give; what is None is not looked at."""

    surface: str
    value: Interval | None = None
    modifier: Modifier | None = None
    scope: Scope | None = None
    when: Interval | None = None
    source: str | None = None
    modality: str | None = None
    facets: Settings = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A text that must give exactly these claims of its rule; none at all makes it a counter-example."""

    piece: Piece
    claims: tuple[Expected, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """Dated articles, and what comparing them under their rule must give."""

    expect: Literal["agree", "tension", "conflict"]
    articles: tuple[Piece, ...]
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One quantity: the words that bind a figure to it, what narrows it, how it is compared, and the evidence.

    `id` is the last part of the file's path, `topic` the folder's path within its rule folder, `path` the file. The
    first of `scope` is the default. `counts` names noun groups of the language pack, "any" for whatever is counted.
    """

    id: str
    topic: str
    path: str
    title: str
    about: str | None = None
    kind: RuleKind = "count"
    unit: str | None = None
    scope: tuple[Scope, ...] = ("event",)
    facets: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    senses: tuple[Sense, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    compare: Comparing = Comparing()
    instead: Instead | None = None
    mixed: Mixed | None = None
    enabled: bool = True
    why: str | None = None
    examples: tuple[Example, ...] = ()
    counterexamples: tuple[Example, ...] = ()
    cases: tuple[Case, ...] = ()

    def words(self, role: Role, lang: str) -> tuple[str, ...]:
        """All phrases of a role in a language, whatever facets they set, in the file's order."""
        return tuple(
            phrase
            for sense in self.senses
            for named_lang, named_role, phrases in sense.words
            if named_lang == lang and named_role == role
            for phrase in phrases
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the rule speaks, in alphabetical order."""
        spoken = {lang for sense in self.senses for lang, _, _ in sense.words}
        return tuple(sorted(spoken | {pattern.lang for pattern in self.patterns}))

"""The words of `explain`: why a reading lost, what hindered a rule, why a figure counts nothing, how claims fared."""

from __future__ import annotations

from collections.abc import Mapping

from crosscheck.model import Claim, Facet, Reach
from crosscheck.model.explanation import Apart, Fate, Hindrance, Lost, Reading
from crosscheck.reporting import wording
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options

LOST: Mapping[Lost, str] = {
    "outranked": "ranks lower",
    "farther": "its cue is farther away",
    "later": "comes later in the order of constructions and rules",
    "unhomed": "its rule requires a word that stands neither here nor shortly before",
    "barred": "words beside it bar its rule",
    "negated": "a negation stands between",
    "listed": "the figure belongs to a breakdown list",
}
HINDRANCES: Mapping[Hindrance, str] = {
    "kind": "binds another kind of figure",
    "unhomed": "requires a word that stands neither here nor shortly before",
    "barred": "is barred in a sentence with such a word",
    "noun": "does not count that noun",
    "phrase": "means something else in that phrase",
    "far": "its word stands too far away",
    "unjoined": "no construction or pattern joins its word to the figure",
}
APART: Mapping[Apart, str] = {
    "denied": "denied, so not set against others",
    "predicted": "told of the future, so not set against others",
    "part": "a part, so compared only with its whole and its fellow parts",
    "running_total": "a running total, not told from others of its article, so not set against others",
    "ordinal": "an ordinal, compared only with other ordinals of the same place",
    "date": "a date, checked against its weekday, its period and what other articles date alike",
}
BECAUSE: Mapping[str, str] = {
    "no_rule": "no rule binds it",
    "age": "it is somebody's age",
    "score": "it is part of a score",
    "name": "it is part of a name",
    "level": "it is a level on a scale",
    "year": "it is a year, or years",
    "pronoun": "it is a pronoun and counts nothing",
    "idiom": "it is part of a set phrase",
    "code": "it is a code or a number of a thing",
}
REACHES: Mapping[Reach, str] = {
    "clause": "in its clause",
    "sentence": "in its sentence",
    "context": "in a sentence nearby",
    "article": "elsewhere in the article",
}


def because(reason: str) -> str:
    """Why a mention is bound by no rule."""
    return BECAUSE.get(reason, inert(reason).replace("_", " "))


def reading(told: Reading) -> str:
    """A reading on one line: the rule, the construction, its rank, the cue, and why it lost."""
    ranked = f", rank {told.rank}" if told.rank else ""
    sets = "".join(f", {name} = {value}" for name, value in told.sets)
    lost = f": {LOST[told.lost]}" if told.lost else ""
    return inert(f"{told.quantity} by {told.construction}{ranked}, from “{told.cue.surface}”{sets}{lost}")


def facet(told: Facet, claim: Claim) -> str:
    """A facet with what holds it, how near it was told, and the words that tell it."""
    wider = [name for name in told.path if name != told.value]
    holds = f" (in {', '.join(wider)})" if wider and told.name == "place" else ""
    return inert(f"{told.value}{holds}, {REACHES[told.reach]}{_words(told.name, claim)}")


def when(claim: Claim) -> str:
    """The days to which a claim applies, how near they were told, and the words."""
    if claim.when is None:
        return "unknown"
    days = wording.days(claim.when.low, claim.when.high)
    return inert(f"{days}, {REACHES[claim.when_reach]}{_words('when', claim)}")


def source(claim: Claim) -> str:
    """Who is credited, with the words."""
    return inert(f"{claim.source}{_words('source', claim)}") if claim.source else "nobody is credited"


def _words(role: str, claim: Claim) -> str:
    return "".join(f": “{item.surface}”" for item in claim.evidence if item.role == role)


def key(claim: Claim, fate: Fate, options: Options) -> str:
    """What the claim is held to be about when claims are compared."""
    return wording.headline(options.quantity(claim.quantity).title, fate.key)


def meeting(fate: Fate) -> str:
    """Whether the claim met others, in words."""
    if fate.comparable is not None:
        others = len(fate.comparable.claims) - 1
        agree = "" if fate.sides else "; all can be true together"
        return f"with {others} other claim{'' if others == 1 else 's'} of this key{agree}"
    if fate.apart is not None:
        return APART[fate.apart]
    return "alone: no other claim has this key"

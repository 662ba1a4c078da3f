"""The closed lists of rule files, each word with what it means: one table for validation, JSON Schema and the pages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "count": "a number of people or things",
        "percent": "a share of a hundred, also written as a fraction",
        "money": "an amount of money in any currency",
        "duration": "a length of time",
        "date": "a day, or a stretch of days",
        "measure": "a number with a unit, or a bare number that the rule's words give a meaning, as on a scale",
    }
)

SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "event": "one happening at a place and a time",
        "running_total": "all so far, as of a day; may grow from one report to the next",
        "snapshot": "how things stand at a moment, as in a poll",
        "part": "a share of a stated whole",
        "fixed": "settled once and for all, as the result of a vote",
    }
)

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "participle": (
            "past participles of verbs whose object is the figure: “killed” reads “17 people were killed”, “the blast "
            "killed 17”, “killing 17”, “17 killed”. In rules of dates and durations, of what happens or lasts."
        ),
        "intransitive": (
            "past forms of verbs whose subject is the figure and that take no object: “died” reads “25 people have "
            "died”, “three die”. In rules of dates and durations, of what happens or lasts."
        ),
        "verb": (
            "plain forms of verbs that the figure does to something else, as the answers to a poll: “approve of” reads "
            "“21% of voters approve of”, “approving of”, “approves of”."
        ),
        "noun": (
            "nouns that are what the figure counts or measures: “deaths” reads “60 deaths”, “the deaths of about 70 "
            "people”. In rules of dates and durations, names of what happens or lasts: “curfew” "
            "reads “a ten-day curfew”."
        ),
        "person": "nouns for people who bear the quantity by being called so: “hostages” reads “12 hostages”.",
        "state": "adjectives and the like: “dead” reads “left 18 people dead”, “three are dead”, “with nine dead”.",
        "degree": (
            "adjectives that grade some of those counted, so that their figure is a part: “in critical condition” "
            "reads “two are in critical condition”."
        ),
        "toll": "nouns whose value follows a verb: “death toll” reads “the death toll rose to 86”, “a toll of 9”.",
        "idiom": "whole phrases around {n}, in the language of patterns: “claimed {n} lives”.",
        "rate": "nouns whose value stands beside them: “approval rating” reads “an approval rating of 21%”.",
        "counted": (
            "own nouns that the other words may count, beside the noun groups of `counts`: “trees” with the participle "
            "“felled” reads “60 trees were felled”. They bind nothing by themselves."
        ),
        "cue": "words of which one has to stand in the sentence, or shortly before it, for the rule to bind.",
        "unless": "words of which none may stand in the sentence for the rule to bind.",
        "not": "phrases inside which the rule's words mean something else: “brain dead”, “a dead heat”.",
    }
)

FACETS: Mapping[str, str] = MappingProxyType(
    {
        "place": "where; a place lies within wider ones",
        "when": "the days that the figure speaks of",
        "group": "what people or things are counted: children, police, the gunmen",
        "subject": "whom or what a poll, an amount or a length is about",
        "answer": "what those asked say: approve, disapprove, or the question's own words",
        "pollster": "who asked",
        "population": "who was asked",
        "disease": "which disease the figure is of",
        "motion": "what is voted on",
        "body": "who votes: a chamber, a court, a jury",
        "side": "for, against, abstain, needed, majority, total or turnout",
        "event": "the happening that a date, a length or a scale belongs to",
        "aspect": "which of several things with one unit: start or end, damage or budget",
        "person": "whose age, who is elected",
    }
)

SLOTS: Mapping[str, str] = MappingProxyType(
    {
        "n": "a number, with its hedge, that the rule takes as its figure",
        "percent": "a share that the rule takes as its figure",
        "money": "an amount of money that the rule takes as its figure",
        "duration": "a length of time that the rule takes as its figure",
        "date": "a date that the rule takes as its figure",
        "ordinal": "an ordinal that the rule takes as its figure",
        "measure": "a number with a unit that the rule takes as its figure",
        "noun": "a noun that the rule may count, with its adjectives",
        "place": "a place; becomes the facet place",
        "when": "a time expression; becomes the facet when",
        "name": "a name or noun phrase; becomes a facet where one is named, as {name:person}",
        "other": "a figure that the rule leaves alone",
    }
)
FIGURE_SLOTS = frozenset({"n", "percent", "money", "duration", "date", "ordinal", "measure"})

MARKS: Mapping[str, str] = MappingProxyType(
    {
        "exact": "no hedge",
        "approx": "about, some, nearly",
        "at_least": "at least, no fewer than",
        "more_than": "more than, over",
        "at_most": "up to, at most",
        "less_than": "fewer than, under",
        "range": "between one number and another",
        "vague": "dozens, several, hundreds",
    }
)

MODALITIES: Mapping[str, str] = MappingProxyType(
    {
        "asserted": "told as fact",
        "alleged": "told as what somebody claims or fears",
        "predicted": "told of the future",
        "denied": "told as untrue",
    }
)

SEVERITIES: Mapping[str, str] = MappingProxyType(
    {
        "conflict": "no single fact makes all of it true",
        "tension": "it may be about the same thing",
        "note": "a matter of wording or rounding",
    }
)

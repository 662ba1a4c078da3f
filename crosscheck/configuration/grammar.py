"""The shape of a configuration: every key with its sentence; reading, JSON Schema and the page follow this table."""

from __future__ import annotations

from typing import Any

from crosscheck.language.vagueness import PROFILES
from crosscheck.model.limits import USUAL
from crosscheck.rules.grammar import IDENTIFIER, LANG
from crosscheck.rules.schema import document
from crosscheck.rules.shapes import Flag, Key, ListOf, Number, OneOf, Stretch, Table, Text
from crosscheck.rules.vocabulary import SEVERITIES

PATH = Text(1_000)
NAME = Text(200)
NAMES = ListOf(NAME, 1_000)
FAIL_ON = ("conflict", "tension", "note", "never")

EVENT = Table(
    "event",
    (
        Key("name", NAME, "What articles call it: “the Juliaca massacre”.", required=True),
        Key("aliases", NAMES, "What else they call it."),
        Key("place", NAME, "Where it was, with what holds the place where need be: “Juliaca, Puno”."),
        Key("date", Stretch(), "On which day, or from which to which."),
    ),
)
PLACE = Table(
    "place",
    (
        Key("name", NAME, "A name that articles use.", required=True),
        Key("of", NAME, "The known place that it names: “Ilave, Puno”."),
        Key("within", NAME, "Else the known place that it lies in."),
        Key("kind", OneOf(("country", "region", "district", "city")), "What a new place is; a city where unsaid."),
    ),
)
PERSON = Table(
    "name",
    (
        Key("name", NAME, "A name as it should read: “Alberto Otárola”.", required=True),
        Key("aliases", NAMES, "Other spellings and forms of it, which then count as the same.", required=True),
    ),
)
BODY = Table(
    "body",
    (
        Key("name", NAME, "What articles call it: “House of Lords”.", required=True),
        Key("seats", Number(1), "How many members it has, which no ballot of it exceeds.", required=True),
    ),
)
LIMITS = Table(
    "limits",
    (
        Key("file", Number(1), f"Bytes of a text file; {USUAL.file:,} where unsaid."),
        Key("lines", Number(1), f"Lines of a text file; {USUAL.lines:,} where unsaid."),
        Key("line", Number(1), f"Bytes of a line of JSON Lines; {USUAL.line:,} where unsaid."),
        Key("article", Number(1), f"Characters of one article; {USUAL.article:,} where unsaid."),
        Key("articles", Number(1), f"Articles of one file; {USUAL.articles:,} where unsaid."),
        Key("nesting", Number(1), f"Lists and objects in each other, in a record; {USUAL.nesting} where unsaid."),
        Key("seconds", Number(1), f"The processor's time for one article; {USUAL.seconds} where unsaid."),
    ),
)
CONFIGURATION = Table(
    "configuration",
    (
        Key("paths", ListOf(PATH), "Files and folders that are read where a command names none."),
        Key("rules", ListOf(PATH), "Rule folders in place of the shipped ones."),
        Key("extend-rules", ListOf(PATH), "Rule folders beside the others."),
        Key("select", NAMES, "Report only on these rules, topics of rules or kinds of discrepancy."),
        Key("ignore", NAMES, "Report nothing on these."),
        Key("fail-on", OneOf(FAIL_ON), "The least severity that makes a check fail; conflict where unsaid."),
        Key("vagueness", OneOf(PROFILES), "How “dozens” and the like are read."),
        Key(
            "severity",
            Table("severity", others=OneOf(tuple(SEVERITIES)), others_form=IDENTIFIER, others_called="rule or kind"),
            "Severities by rule or by kind of discrepancy, in place of their own.",
        ),
        Key("language", LANG, "The language of articles that do not tell theirs; en where unsaid."),
        Key("accepted", PATH, "The file of accepted discrepancies."),
        Key("remarks", Flag(), "false heeds no <!-- crosscheck: ignore[…] … --> in articles, and reports each."),
        Key("limits", LIMITS, "How much of anything is read; what meets a limit is told."),
        Key("event", ListOf(EVENT), "Events that articles call by name, so that their figures meet."),
        Key("place", ListOf(PLACE), "Places that the gazetteer does not know, or knows by another name."),
        Key("body", ListOf(BODY), "Chambers, courts and councils with their seats."),
        Key("name", ListOf(PERSON), "Names of people and things that are written in several ways."),
    ),
)


def schema() -> dict[str, Any]:
    """The JSON Schema of crosscheck.toml, and of [tool.crosscheck]."""
    return document(CONFIGURATION, "crosscheck/configuration/1", "What a corpus sets for crosscheck")

"""The shape of a rule file: every key with its sentence; validation, JSON Schema and the pages read this one table."""

from __future__ import annotations

from crosscheck.rules.shapes import Amount, Day, Flag, Key, ListOf, Number, OneOf, Shape, Stretch, Table, Text, Width
from crosscheck.rules.vocabulary import KINDS, MARKS, MODALITIES, ROLES, SCOPES, SEVERITIES

MOST_PHRASES = 10_000
LONGEST_PHRASE = 200

IDENTIFIER = r"[a-z][a-z0-9_]{0,63}"
LANGUAGE = r"[a-z]{2,3}"
PLAIN = r"(?! )(?: ?[^\s(){}\[\]|…])+"

TITLE = Text(200)
PROSE = Text(2_000)
STORY = Text(20_000)
IDENTIFIERS = Text(64, IDENTIFIER, "a name of small letters, digits and _")
LANG = Text(3, LANGUAGE, 'a language code such as "en"')
PHRASE = Text(LONGEST_PHRASE, PLAIN, "plain words with single spaces (brackets and slots go into idiom or [[pattern]])")
TEMPLATE = Text(LONGEST_PHRASE)

SETTINGS = Table("set", others=Text(100), others_form=IDENTIFIER, others_called="facet")
WORDS = Table(
    "word list",
    tuple(
        Key(role, ListOf(TEMPLATE if role == "idiom" else PHRASE, MOST_PHRASES), about) for role, about in ROLES.items()
    ),
    entry="role",
)
LANGUAGES = Table("words", others=WORDS, others_form=LANGUAGE, others_called="language code")

SENSE = Table(
    "sense",
    (
        Key("set", SETTINGS, "The facets that these words set.", required=True),
        Key("words", LANGUAGES, "The words, by language and role.", required=True),
    ),
)
PATTERN = Table(
    "pattern",
    (
        Key("text", Text(500), "A phrase: words, (a|b), [optional], {slot}, … for a short gap.", required=True),
        Key("lang", LANG, "The language of the phrase, en where nothing is said."),
        Key("set", SETTINGS, "The facets that the phrase sets."),
    ),
)
INSTEAD = Table(
    "instead",
    (
        Key("rule", IDENTIFIERS, "The rule whose figures these are then.", required=True),
        Key("told", ListOf(IDENTIFIERS, 100), "Kinds of happening that the language pack tells apart.", required=True),
        Key("set", SETTINGS, "The facets of that rule that this sets."),
    ),
)
MIXED = Table(
    "mixed",
    (
        Key("rule", IDENTIFIERS, "The rule whose figures its totals are then.", required=True),
        Key("beside", ListOf(IDENTIFIERS, 100), "Rules of which the article has a figure as well.", required=True),
        Key("set", SETTINGS, "The facets that such a total has; where nothing is said, all totals."),
    ),
)
COMPARE = Table(
    "compare",
    (
        Key("approximate", Width(), "What a hedge like “about” allows, on either side."),
        Key("tolerance", Width(), "What rounding allows to figures without a hedge."),
        Key("sum_of_parts", Flag(), "Whether breakdown lists have to add up to their total."),
        Key("part_of_whole", ListOf(IDENTIFIERS, 20), "Facets along which a part never exceeds its whole."),
        Key("at_least", Number(), "The smallest figure that can be true."),
        Key("at_most", Number(), "The largest figure that can be true."),
        Key("grows", Flag(), "Whether a running total may grow but never fall."),
        Key("falls", Flag(), "Whether how many there are may fall from one day to the next, as the missing are found."),
        Key("loose_place", Flag(), "Whether its place is told so loosely that places of one country may be one."),
        Key("severity", OneOf(tuple(SEVERITIES)), "The most that a discrepancy under this rule is called."),
        Key("part", SETTINGS, "Facets of a figure that is a part of the plain one: hospital counts among the injured."),
        Key("within", IDENTIFIERS, "The rule whose figure for the same body one ballot comes to at most."),
        Key("exclusive", IDENTIFIERS, "The facet whose values are answers of one question, within at_most together."),
    ),
)
CLAIM = Table(
    "claim",
    (
        Key("surface", Text(200), "The figure as it stands in the text, without hedge, unit and noun.", required=True),
        Key("value", Amount(), "What the figure says: its number, or both ends; “at least 17” may be told as 17."),
        Key("modifier", OneOf(tuple(MARKS)), "The hedge."),
        Key("scope", OneOf(tuple(SCOPES)), "What the figure covers."),
        Key("when", Stretch(), "The day, or the first and last day, of which the figure speaks."),
        Key("source", Text(200), "Whom the text credits."),
        Key("modality", OneOf(tuple(MODALITIES)), "How the figure is told."),
    ),
    others=Text(200),
    others_form=IDENTIFIER,
    others_called="facet",
)


def _evidence(called: str, *more: Key) -> Table:
    piece: tuple[Key, ...] = (
        Key("text", STORY, "The text, of your own wording.", required=True),
        Key("title", TITLE, "Its title."),
        Key("published", Day(), "Its date, which “Monday” is relative to."),
        Key("lang", LANG, "Its language, en where nothing is said."),
    )
    return Table(called, (*piece, *more))


WHY = Key("why", PROSE, "What it shows.")
OUTLET = Key("outlet", TITLE, "Who published it.")
ARTICLE = _evidence("article", OUTLET)
EXAMPLE = _evidence(
    "example",
    Key("claims", ListOf(CLAIM, 100), "Exactly the claims that the text gives under this rule.", required=True),
    WHY,
)
COUNTEREXAMPLE = _evidence("counterexample", WHY)
CASE = Table(
    "case",
    (
        Key("expect", OneOf(("agree", "tension", "conflict")), "The worst that comparing gives.", required=True),
        Key("articles", ListOf(ARTICLE, 100), "The articles that are compared.", required=True),
        WHY,
    ),
)

RULE = Table(
    "rule",
    (
        Key("title", TITLE, "What the quantity is called.", required=True),
        Key("about", PROSE, "What it is, and what it is not, in a few sentences."),
        Key("kind", OneOf(tuple(KINDS)), "What its figures are; count where nothing is said."),
        Key("unit", IDENTIFIERS, "What its figures are in: people, homes, percent."),
        Key("scope", ListOf(OneOf(tuple(SCOPES)), len(SCOPES)), "What its figures may cover; the first where unsaid."),
        Key("facets", ListOf(IDENTIFIERS, 20, 0), "What has to agree before two figures are compared."),
        Key("counts", ListOf(IDENTIFIERS, 100, 0), "Noun groups of the language that it counts; “any” for all."),
        Key("enabled", Flag(), "false switches it off; why then says why."),
        Key("why", PROSE, "Why it is switched off."),
        Key("words", LANGUAGES, "Its words, by language and role."),
        Key("sense", ListOf(SENSE, 100), "Words that set a facet, as “approve” sets the answer."),
        Key("pattern", ListOf(PATTERN, 1_000), "Phrases for what no role covers."),
        Key("instead", INSTEAD, "Another rule that takes its figures where the text tells of certain happenings."),
        Key("mixed", MIXED, "Another rule that takes its totals where the article has figures that they may include."),
        Key("compare", COMPARE, "How its figures are compared."),
        Key("example", ListOf(EXAMPLE), "Texts with the claims that they give."),
        Key("counterexample", ListOf(COUNTEREXAMPLE), "Texts that give no claim under this rule."),
        Key("case", ListOf(CASE), "Articles and what comparing them gives."),
    ),
)


def keys_of(table: Table) -> tuple[str, ...]:
    """The names of a table's own keys, in the order of the pages."""
    return tuple(key.name for key in table.keys)


def shape_of(table: Table, name: str) -> Shape | None:
    """The shape of a key in a table, None where the table has no such key."""
    own = next((key.shape for key in table.keys if key.name == name), None)
    return own or table.others

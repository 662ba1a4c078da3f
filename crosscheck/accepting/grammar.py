"""The shape of the file of acceptances: every key with its sentence; reading it and messages about it follow this."""

from __future__ import annotations

from crosscheck.rules.shapes import Key, ListOf, Table, Text

LINE = Text(5_000)
ENTRY = Table(
    "accepted",
    (
        Key("id", Text(40), "What the report called it.", required=True),
        Key("what", LINE, "What it is about, for people."),
        Key("reason", LINE, "Why it is let stand.", required=True),
        Key("by", Text(200), "Who accepted it."),
        Key("kind", Text(64), "Which check it broke.", required=True),
        Key("quantity", Text(64), "The id of its rule."),
        Key("key", ListOf(LINE, 100, 0), "What its sides speak of, as name=value."),
        Key("sides", ListOf(LINE, 10_000, 0), "The value of each side, and hashes of sentences that say so."),
    ),
)
BOOK = Table("file of acceptances", (Key("accepted", ListOf(ENTRY, 100_000, 0), "Reviewed discrepancies."),))

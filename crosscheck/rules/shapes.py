"""What a value in a rule file may be, as values themselves; validation and JSON Schema are two readings of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """Text of 1 to `limit` characters; `form` is an expression it matches whole, told to people by `called`."""

    limit: int = 500
    form: str | None = None
    called: str = "text in quotes"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a closed list."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of at least `low`, where that is not None."""

    low: int | None = None


@dataclass(frozen=True, slots=True)
class Width:
    """A number, or a share of the figure such as "10%"; neither below zero."""


@dataclass(frozen=True, slots=True)
class Day:
    """A TOML date."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A TOML date, or text with the first and the last day: "2023-01-09/2023-01-15"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a date, or text with both ends of an interval: "24/99", "2023-01-09/2023-01-15", ".." for no end."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of `least` to `most` values of one shape."""

    item: Shape
    most: int = 1_000
    least: int = 1


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a table, with the sentence that explains it."""

    name: str
    shape: Shape
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with these keys; `others` is the shape of keys that match `others_form`, None where there are none.

    `called` and `entry` are what messages call the table and its keys.
    """

    called: str
    keys: tuple[Key, ...] = ()
    others: Shape | None = None
    others_form: str = ""
    others_called: str = ""
    entry: str = "key"


Shape = Text | OneOf | Flag | Number | Width | Day | Stretch | Amount | ListOf | Table

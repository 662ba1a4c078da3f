"""Does a TOML table have the shape of a rule? Says of every part that has not what was expected, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Any

from crosscheck.rules.amounts import LARGEST, read_amount, read_days, read_width
from crosscheck.rules.nearest import nearest
from crosscheck.rules.shapes import (
    Amount,
    Day,
    Flag,
    ListOf,
    Number,
    OneOf,
    Shape,
    Stretch,
    Table,
    Text,
    Width,
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing wrong: the keys and list places that lead to it, and what is wrong there.

    It points at the value, at the key itself (`at_key`), or at the character `offset` of a value that is text.
    """

    path: Path
    what: str
    at_key: bool = False
    offset: int | None = None


def examine(shape: Shape, value: Any, path: Path = ()) -> Iterator[Complaint]:
    """Every fault of shape in a value and its parts, in the file's order."""
    match shape:
        case Table():
            yield from _table(shape, value, path)
        case ListOf():
            yield from _list(shape, value, path)
        case Text():
            yield from _text(shape, value, path)
        case OneOf():
            yield from _one_of(shape, value, path)
        case _:
            if not _fits(shape, value):
                yield Complaint(path, f"{_name(path)} has to be {EXPECTED[type(shape)]}, not {_told(value)}")


def _table(shape: Table, value: Any, path: Path) -> Iterator[Complaint]:
    if not isinstance(value, dict):
        yield Complaint(path, f"{_name(path)} has to be a table, not {_told(value)}")
        return
    own = {key.name: key for key in shape.keys}
    for name, part in value.items():
        if name in own:
            yield from examine(own[name].shape, part, (*path, name))
        elif shape.others is not None and _form(shape.others_form).fullmatch(name):
            yield from examine(shape.others, part, (*path, name))
        else:
            yield Complaint((*path, name), _unknown(shape, name), at_key=True)
    for key in shape.keys:
        if key.required and key.name not in value:
            yield Complaint(path, f'the {shape.called} has no "{key.name}"; add it: {key.about}', at_key=True)


def _unknown(shape: Table, name: str) -> str:
    if not shape.keys:
        return f'"{name}" is no {shape.others_called}'
    return f'"{name}" is no {shape.entry} of {_one(shape.called)}; {nearest(name, [key.name for key in shape.keys])}'


def _one(called: str) -> str:
    return f"{'an' if called[0] in 'aeio' else 'a'} {called}"


def _list(shape: ListOf, value: Any, path: Path) -> Iterator[Complaint]:
    if not isinstance(value, list):
        hint = f"[[{path[-1]}]] in double brackets" if isinstance(shape.item, Table) else "a list in brackets"
        yield Complaint(path, f"{_name(path)} has to be {hint}, not {_told(value)}")
        return
    if len(value) < shape.least:
        yield Complaint(path, f"{_name(path)} is empty; leave it out or fill it")
    if len(value) > shape.most:
        yield Complaint(path, f"{_name(path)} holds {len(value)} entries; at most {shape.most} are read", at_key=True)
        return
    for place, part in enumerate(value):
        yield from examine(shape.item, part, (*path, place))


def _text(shape: Text, value: Any, path: Path) -> Iterator[Complaint]:
    if not isinstance(value, str):
        yield Complaint(path, f"{_name(path)} has to be {shape.called}, not {_told(value)}")
    elif not value.strip():
        yield Complaint(path, f"{_name(path)} is empty text")
    elif len(value) > shape.limit:
        yield Complaint(path, f"{_name(path)} is {len(value)} characters long; at most {shape.limit} are allowed")
    elif shape.form is not None and not _form(shape.form).fullmatch(value):
        yield Complaint(path, f"{_name(path)} has to be {shape.called}, not {_told(value)}")


def _one_of(shape: OneOf, value: Any, path: Path) -> Iterator[Complaint]:
    if not isinstance(value, str):
        yield Complaint(path, f"{_name(path)} has to be one of {', '.join(shape.words)}, not {_told(value)}")
    elif value not in shape.words:
        yield Complaint(path, f"{_name(path)} cannot be {_told(value)}; {nearest(value, shape.words)}")


EXPECTED = {
    Flag: "true or false",
    Number: "a number",
    Width: 'a number, or a share in quotes such as "10%"',
    Day: "a date such as 2023-01-09, without quotes",
    Stretch: 'a date such as 2023-01-09, or two in quotes: "2023-01-09/2023-01-15"',
    Amount: 'a number, a date, or both ends in quotes: "24/99", with ".." for no end',
}


def _fits(shape: Flag | Number | Width | Day | Stretch | Amount, value: Any) -> bool:
    match shape:
        case Flag():
            return isinstance(value, bool)
        case Number(low):
            return _is_number(value) and (low is None or value >= low)
        case Width():
            return read_width(value) is not None
        case Day():
            return type(value) is date
        case Stretch():
            return read_days(value) is not None
        case Amount():
            return read_amount(value) is not None


@cache
def _form(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _is_number(value: Any) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return (whole or (isinstance(value, Decimal) and value.is_finite())) and -LARGEST < value < LARGEST


def _name(path: Path) -> str:
    """How a message calls a place: the last key, with the place in its list counted from one."""
    if not path:
        return "the file"
    if isinstance(path[-1], int):
        return f"entry {path[-1] + 1} of {_name(path[:-1])}"
    return path[-1]


def _told(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case str():
            return f'"{value}"' if len(value) <= 40 else f'"{value[:40]}…"'
        case int() | Decimal():
            return f"the number {value}" if _is_number(value) and -(10**12) < value < 10**12 else "such a number"
        case datetime() | time():
            return "a time of day"
        case date():
            return f"the date {value}"
        case list():
            return "a list"
        case _:
            return "a table"

"""One JSON object to the fields of an article; what is wrong in it is told, and what is sound is used."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from crosscheck.intake.fields import iso_day, language
from crosscheck.model.limits import USUAL

UNPRINTABLE = re.compile("[\0\ud800-\udfff]")
REPLACEMENT = "\ufffd"  # one code point for one, so that offsets hold
SHOWN = 60  # characters of a wrong value that a message shows
KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}

Fault = tuple[str, int | None]  # what is wrong, and its column in the line where that is known


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one article; all but its text may be missing."""

    text: str
    id: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: date | None = None
    lang: str | None = None
    url: str | None = None


def parse_record(line: str, deepest: int = USUAL.nesting) -> tuple[Record | None, tuple[Fault, ...]]:
    """The record of a line and its faults; None where it holds no text, or is nested deeper than `deepest`."""
    twice: list[str] = []
    try:
        told = json.loads(line, object_pairs_hook=partial(_object, twice))
        if line.count("[") + line.count("{") > deepest and _nested(told, deepest):
            raise RecursionError
    except json.JSONDecodeError as error:
        return None, ((f"is not JSON: {error.msg}; write one object on each line", error.colno),)
    except RecursionError:
        return None, (("is nested too deep to read; write one object with plain fields on each line", 1),)
    except ValueError:
        return None, (("holds a number with too many digits to read; write it as a string", 1),)
    if not isinstance(told, dict):
        return None, ((f'is {_kind(told)}, not an object; write {{"text": …}}, one on each line', 1),)
    faults: list[Fault] = [(f"has `{name[:SHOWN]}` twice; the last is read; keep one", None) for name in twice]
    if "\\u" in line:
        told = {name: _whole(name, value, faults) for name, value in told.items()}
    text = told.get("text")
    if not isinstance(text, str) or not text.strip():
        return None, (*faults, (_textless(told), 1))
    return _record(text, told, faults), tuple(faults)


def _object(twice: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; `twice` then holds the names that stand in it more than once, and at last those of the outermost."""
    told = dict(pairs)
    counts = Counter(name for name, _ in pairs) if len(told) < len(pairs) else {}
    twice[:] = [name for name, count in counts.items() if count > 1]
    return told


def _nested(value: Any, deepest: int) -> bool:
    """Whether lists and objects stand deeper in each other than that."""
    level, depth = [value], 0
    while level and depth < deepest:
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
            if isinstance(inner, dict | list)
        ]
        depth += 1
    return bool(level)


def _textless(told: dict[str, Any]) -> str:
    if "text" not in told:
        return "has no `text`; put the article's text there"
    if isinstance(told["text"], str):
        return "has an empty `text`; put the article's text there"
    return f"has {_kind(told['text'])} as `text`; put the article's text there as a string"


def _record(text: str, told: dict[str, Any], faults: list[Fault]) -> Record:
    return Record(
        text,
        _string("id", told, faults, numbers=True),
        _string("title", told, faults),
        _author(told, faults),
        _string("outlet", told, faults),
        _published(told, faults),
        _language(told, faults),
        _string("url", told, faults),
    )


def _string(name: str, told: dict[str, Any], faults: list[Fault], *, numbers: bool = False) -> str | None:
    value = told.get(name)
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None or isinstance(value, str):
        return value if value and value.strip() else None
    faults.append((f"has {_kind(value)} as `{name}`; read without it; write a string", None))
    return None


def _author(told: dict[str, Any], faults: list[Fault]) -> str | None:
    names = told.get("author")
    if isinstance(names, list) and all(isinstance(name, str) for name in names):
        return ", ".join(name for name in names if name.strip()) or None
    return _string("author", told, faults)


def _published(told: dict[str, Any], faults: list[Fault]) -> date | None:
    stated = _string("published", told, faults)
    day = iso_day(stated) if stated else None
    if stated and day is None:
        what = f"has “{stated[:SHOWN]}” as `published`, no ISO date"
        faults.append((f"{what}; read without a date; write it as 2023-01-31", None))
    return day


def _language(told: dict[str, Any], faults: list[Fault]) -> str | None:
    stated = _string("lang", told, faults)
    lang = language(stated) if stated else None
    if stated and lang is None:
        faults.append((f"has “{stated[:SHOWN]}” as `lang`; read without it; write a language tag, as “en”", None))
    return lang


def _whole(name: str, value: Any, faults: list[Fault]) -> Any:
    """A string without NULs, which no text file may hold, and halves of surrogate pairs, which no output could."""
    if not isinstance(value, str) or not (match := UNPRINTABLE.search(value)):
        return value
    what = "a NUL" if match.group() == "\0" else "half a surrogate pair"
    faults.append((f"has {what} in `{name}` at character {match.start() + 1}; read as U+FFFD", None))
    return UNPRINTABLE.sub(REPLACEMENT, value)


def _kind(value: Any) -> str:
    return KINDS.get(type(value), "null")

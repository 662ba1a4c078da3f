"""Does a record that comes from outside have the shape that the project's own schema gives it?

Knows the words of JSON Schema that `schema` uses, so that what it publishes is what it accepts; a field that no schema
names is let through, since fields may be added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from crosscheck.reporting.schema import Schema

_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda told: isinstance(told, str),
    "integer": lambda told: isinstance(told, int) and not isinstance(told, bool),
    "number": lambda told: isinstance(told, int | float) and not isinstance(told, bool),
    "boolean": lambda told: isinstance(told, bool),
    "null": lambda told: told is None,
    "array": lambda told: isinstance(told, list),
    "object": lambda told: isinstance(told, dict),
}
# Characters of a wrong value that a message shows.
_SHOWN = 40


def fault(record: Any, schema: Schema, name: str = "") -> str | None:
    """The first thing in a record that its schema does not allow, in words with the field's name; None where all is."""
    return next(_faults(record, schema, name), None)


def _faults(told: Any, schema: Schema, name: str) -> Iterator[str]:
    if "anyOf" in schema:
        found = [fault(told, option, name) for option in schema["anyOf"]]
        if all(found):
            yield next(filter(None, found))
    elif "const" in schema and told != schema["const"]:
        yield f"{_named(name)} is {_shown(told)}, not {schema['const']!r}"
    elif "enum" in schema and told not in schema["enum"]:
        yield f"{_named(name)} is {_shown(told)}, none of {', '.join(schema['enum'])}"
    elif "type" in schema:
        yield from _mistyped(told, schema, name)


def _mistyped(told: Any, schema: Schema, name: str) -> Iterator[str]:
    wanted = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    if not any(_TYPES[kind](told) for kind in wanted):
        yield f"{_named(name)} is {_shown(told)}, no {' or '.join(wanted)}"
    elif schema.get("minimum") is not None and told < schema["minimum"]:
        yield f"{_named(name)} is {_shown(told)}, below {schema['minimum']}"
    elif schema.get("format") == "date" and not _is_day(told):
        yield f"{_named(name)} is {_shown(told)}, no day such as 2023-01-31"
    elif isinstance(told, list):
        for number, item in enumerate(told):
            yield from _faults(item, schema["items"], f"{name}[{number}]")
    elif isinstance(told, dict):
        yield from _within(told, schema, name)


def _within(told: Mapping[str, Any], schema: Schema, name: str) -> Iterator[str]:
    prefix = f"{name}." if name else ""
    fields = schema.get("properties", {})
    for missing in (field for field in schema.get("required", ()) if field not in told):
        yield f"the field {prefix + missing!r} is missing"
    for field, value in told.items():
        inner = fields.get(field, schema.get("additionalProperties", {}))
        yield from _faults(value, inner, f"{prefix}{field}")


def _is_day(told: str) -> bool:
    try:
        date.fromisoformat(told)
    except ValueError:
        return False
    return True


def _named(name: str) -> str:
    return f"the field {name!r}" if name else "the record"


def _shown(told: Any) -> str:
    text = repr(told)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"

"""The JSON Schema of a rule file, made from the table that validation reads, so that an editor completes and checks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crosscheck.rules.grammar import RULE
from crosscheck.rules.shapes import Amount, Day, Flag, ListOf, Number, OneOf, Shape, Stretch, Table, Text, Width
from crosscheck.rules.vocabulary import FACETS, KINDS, MARKS, MODALITIES, SCOPES, SEVERITIES

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SHARE = r"^[0-9]{1,6}(\.[0-9]{1,6})? ?%$"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
BOUND = rf"({DAY}|-?[0-9]{{1,15}}(\.[0-9]{{1,9}})?|\.\.)"
TOLD: Mapping[tuple[str, ...], Mapping[str, str]] = {
    tuple(words): words for words in (KINDS, SCOPES, MARKS, MODALITIES, SEVERITIES)
}


def schema() -> dict[str, Any]:
    """The schema as JSON would hold it, draft 2020-12; TOML dates count as text of format date."""
    return document(RULE, "crosscheck/rule/1", "A rule of crosscheck: one quantity, its words and its evidence")


def document(table: Table, id: str, title: str) -> dict[str, Any]:
    """The schema of any file whose shape is a table."""
    return {"$schema": DRAFT, "$id": id, "title": title, **_shape(table)}


def _shape(shape: Shape) -> dict[str, Any]:
    match shape:
        case Table():
            return _table(shape)
        case ListOf(item, most, least):
            bounds = {"minItems": least} if least else {}
            return {"type": "array", "items": _shape(item), **bounds, "maxItems": most}
        case OneOf(words):
            told = TOLD.get(words, {})
            about = {"description": "; ".join(f"{word}: {told[word]}" for word in words)} if told else {}
            return {"type": "string", "enum": list(words), **about}
        case Text(limit, form):
            return {"type": "string", "minLength": 1, "maxLength": limit, "pattern": f"^(?:{form})$" if form else r"\S"}
        case _:
            return _scalar(shape)


def _scalar(shape: Flag | Number | Width | Day | Stretch | Amount) -> dict[str, Any]:
    match shape:
        case Flag():
            return {"type": "boolean"}
        case Number(low):
            return {"type": "number"} | ({} if low is None else {"minimum": low})
        case Width():
            return {"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": SHARE}]}
        case Day():
            return {"type": "string", "format": "date", "pattern": f"^{DAY}$"}
        case Stretch():
            return {"type": "string", "pattern": f"^{DAY}( ?/ ?{DAY})?$"}
        case Amount():
            days = {"type": "string", "pattern": f"^({DAY}|{BOUND} ?/ ?{BOUND})$"}
            return {"anyOf": [{"type": "number"}, days]}


def _table(shape: Table) -> dict[str, Any]:
    made: dict[str, Any] = {"type": "object", "additionalProperties": False}
    if shape.keys:
        made["properties"] = {key.name: {**_shape(key.shape), "description": key.about} for key in shape.keys}
    if shape.others is not None:
        own = "|".join(key.name for key in shape.keys)
        other = f"^(?!(?:{own})$)(?:{shape.others_form})$" if own else f"^(?:{shape.others_form})$"
        made["patternProperties"] = {other: _shape(shape.others) | _named(shape)}
    if required := [key.name for key in shape.keys if key.required]:
        made["required"] = required
    return made


def _named(shape: Table) -> dict[str, str]:
    """A facet's value is described by the facets that extraction fills of itself; rules may set others."""
    if shape.others_called != "facet":
        return {}
    return {"description": "A facet. Known ones: " + "; ".join(f"{name}: {about}" for name, about in FACETS.items())}

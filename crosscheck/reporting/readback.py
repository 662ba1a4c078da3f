"""Records of claims made claims again, so that what was extracted earlier or elsewhere can be compared."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from typing import Any

from crosscheck.model import Claim, Evidence, Facet, Interval, Location, Mention, Publication, Span, Value
from crosscheck.model.interval import Bound

# "a third" is written 0.3333333333333333; no share in prose has a larger part than "one in a thousand".
_LARGEST_PART = 1000


def read_claim(record: Mapping[str, Any]) -> Claim:
    """The claim that `wire.claim` wrote; ValueError names the field that is missing or of the wrong kind."""
    if record.get("schema") != "crosscheck/claim/1":
        raise ValueError(f"'schema' is {record.get('schema')!r}, not 'crosscheck/claim/1'")
    try:
        return _claim(record)
    except KeyError as error:
        raise ValueError(f"the field {error.args[0]!r} is missing") from None
    except (TypeError, AttributeError, IndexError, ArithmeticError) as error:
        raise ValueError(f"a field has a value of the wrong kind: {error}") from None


def _claim(record: Mapping[str, Any]) -> Claim:
    quote_start, quote_end = record["quote_span"]
    return Claim(
        quantity=record["quantity"],
        article=_publication(record["article"]),
        mention=_mention(record),
        location=_location(record["location"]),
        quote=record["quote"],
        quote_start=quote_start,
        quote_end=quote_end,
        scope=record["scope"],
        facets=_facets(record),
        when=record["when"] and _interval(record["when"]),
        when_reach=record["when_reach"],
        source=record["source"],
        modality=record["modality"],
        evidence=tuple(Evidence(item["role"], _span(item["span"]), item["surface"]) for item in record["evidence"]),
        part=record["part"],
        context=frozenset(record["context"]),
    )


def _publication(record: Mapping[str, Any]) -> Publication:
    published = record["published"]
    return Publication(
        id=record["id"],
        path=record["path"],
        title=record["title"],
        author=record["author"],
        outlet=record["outlet"],
        published=published and date.fromisoformat(published),
        lang=record["lang"],
        url=record["url"],
    )


def _mention(record: Mapping[str, Any]) -> Mention:
    read = record["mention"]
    return Mention(
        kind=read["kind"],
        span=_span(record["span"]),
        surface=record["surface"],
        value=Value(_interval(record["value"]), read["unit"]),
        modifier=record["modifier"],
        modifier_span=read["modifier_span"] and _span(read["modifier_span"]),
        modifier_surface=read["modifier_surface"],
        noun=read["noun"],
        group=read["group"],
    )


def _facets(record: Mapping[str, Any]) -> tuple[Facet, ...]:
    values, reach = record["facets"], record["reach"]
    return tuple(Facet(name, values[name], tuple(path), reach[name]) for name, path in record["within"].items())


def _span(record: Mapping[str, Any]) -> Span:
    return Span(record["start"], record["end"], record["field"])


def _location(record: Mapping[str, Any]) -> Location:
    return Location(
        record["path"],
        record["line"],
        record["column"],
        record["end_line"],
        record["end_column"],
        record["start"],
        record["end"],
    )


def _interval(record: Mapping[str, Any]) -> Interval:
    low_open, high_open = record.get("low_open", False), record.get("high_open", False)
    return Interval(_bound(record["low"]), _bound(record["high"]), low_open, high_open)


def _bound(bound: str | int | float | None) -> Bound | None:
    if bound is None:
        return None
    if isinstance(bound, str):
        return time.fromisoformat(bound) if ":" in bound else date.fromisoformat(bound)
    return Decimal(bound) if isinstance(bound, int) else _fraction(bound)


def _fraction(share: float) -> Decimal:
    """A double read as the amount it stands for: a short decimal, or a share such as two thirds, in full."""
    part = Fraction(share).limit_denominator(_LARGEST_PART)
    if len(repr(share)) > 16 and float(part) == share:
        return Decimal(part.numerator) / Decimal(part.denominator)
    return Decimal(repr(share))

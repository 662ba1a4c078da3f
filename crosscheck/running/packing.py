"""What an article gave, as bytes: to travel from a worker and to be kept in the cache, where nothing may be executed.

The publication and the path are left out, for they are known of the article that it is unpacked for: the same text
under another path or id gives the same bytes. What is often the same (words, facets, intervals) is one object when
unpacked, by which a corpus of claims takes half the memory.
"""

from __future__ import annotations

import functools
from datetime import date, time
from decimal import Decimal
from sys import intern

import msgspec

from crosscheck.model import (
    Claim,
    Evidence,
    Extracted,
    Facet,
    Interval,
    Location,
    Mention,
    Name,
    Publication,
    Remark,
    Span,
    Value,
)

Spot = tuple[int, int, str]
Spread = tuple[str | None, str | None, bool, bool]
Position = tuple[int, int, int, int, int | None, int | None]
Figure = tuple[
    str, Spot, str, Spread, str | None, str, Spot | None, str | None, str | None, str | None
]  # fmt: skip
Stated = tuple[
    str,
    Figure,
    Position,
    str,
    int,
    int,
    str,
    tuple[tuple[str, str, tuple[str, ...], str], ...],
    Spread | None,
    str,
    str | None,
    str,
    tuple[tuple[str, Spot, str], ...],
    str,
    tuple[str, ...],
]
Named = tuple[str, str, Spot, Position, int, str | None]
Remarked = tuple[str, int, int, int]
Whole = tuple[
    tuple[Stated, ...],
    tuple[Named, ...],
    int,
    tuple[tuple[str, int], ...],
    tuple[tuple[bool, str], ...],
    tuple[Remarked, ...],
]

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Whole).decode
# Many claims of a corpus share their places, days and numbers: enough to keep the common ones.
_shared = functools.lru_cache(maxsize=1 << 15)


def pack(extracted: Extracted) -> bytes:
    """An article's extraction without its publication and path."""
    path = extracted.article.path
    notes = tuple((note.startswith(f"{path}: "), note.removeprefix(f"{path}: ")) for note in extracted.notes)
    claims = tuple(map(_claim, extracted.claims))
    remarks = tuple((one.words, one.line, one.start, one.end) for one in extracted.remarks)
    return _encode((claims, tuple(map(_name, extracted.names)), extracted.mentions, extracted.unbound, notes, remarks))


def unpack(article: Publication, packed: bytes) -> Extracted:
    """The same extraction, of the article published so; raises ValueError where the bytes are of another shape."""
    claims, names, mentions, unbound, notes, remarks = _decode(packed)
    return Extracted(
        article,
        tuple([_claimed(each, article) for each in claims]),
        tuple([_named(each, article.path) for each in names]),
        mentions,
        unbound,
        tuple([f"{article.path}: {note}" if placed else note for placed, note in notes]),
        tuple([Remark(*one) for one in remarks]),
    )


def _claim(claim: Claim) -> Stated:
    return (
        claim.quantity,
        _figure(claim.mention),
        _position(claim.location),
        claim.quote,
        claim.quote_start,
        claim.quote_end,
        claim.scope,
        tuple((facet.name, facet.value, facet.path, facet.reach) for facet in claim.facets),
        None if claim.when is None else _spread(claim.when),
        claim.when_reach,
        claim.source,
        claim.modality,
        tuple((each.role, _spot(each.span), each.surface) for each in claim.evidence),
        claim.part,
        tuple(sorted(claim.context)),
    )


def _figure(mention: Mention) -> Figure:
    return (
        mention.kind,
        _spot(mention.span),
        mention.surface,
        _spread(mention.value.interval),
        mention.value.unit,
        mention.modifier,
        None if mention.modifier_span is None else _spot(mention.modifier_span),
        mention.modifier_surface,
        mention.noun,
        mention.group,
    )


def _name(name: Name) -> Named:
    return name.surface, name.kind, _spot(name.span), _position(name.location), name.count, name.canonical


def _spot(span: Span) -> Spot:
    return span.start, span.end, span.field


def _position(at: Location) -> Position:
    return at.line, at.column, at.end_line, at.end_column, at.start, at.end


def _spread(interval: Interval) -> Spread:
    return _bound(interval.low), _bound(interval.high), interval.low_open, interval.high_open


def _bound(bound: Decimal | date | time | None) -> str | None:
    """The first letter tells the kind: a decimal keeps its digits, 2.50 is not 2.5."""
    if bound is None:
        return None
    if isinstance(bound, Decimal):
        return f"n{bound}"
    return f"d{bound.isoformat()}" if isinstance(bound, date) else f"t{bound.isoformat()}"


def _claimed(stated: Stated, article: Publication) -> Claim:
    quantity, figure, at, quote, start, end, scope, facets, when, reach, source, modality, told, part, context = stated
    return Claim(
        intern(quantity),
        article,
        _mention(figure),
        _location(article.path, at),
        intern(quote),
        start,
        end,
        intern(scope),  # type: ignore[arg-type]
        tuple([_facet(each) for each in facets]),
        None if when is None else _interval(when),
        intern(reach),  # type: ignore[arg-type]
        _same(source),
        intern(modality),  # type: ignore[arg-type]
        tuple([_evidence(each) for each in told]),
        intern(part),  # type: ignore[arg-type]
        _context(context),
    )


def _mention(figure: Figure) -> Mention:
    kind, spot, surface, spread, unit, modifier, hedge, hedged, noun, group = figure
    return Mention(
        intern(kind),  # type: ignore[arg-type]
        _span(spot),
        intern(surface),
        _value(spread, unit),
        intern(modifier),  # type: ignore[arg-type]
        None if hedge is None else _span(hedge),
        _same(hedged),
        _same(noun),
        _same(group),
    )


def _named(named: Named, path: str) -> Name:
    surface, kind, spot, at, count, canonical = named
    return Name(intern(surface), intern(kind), _span(spot), _location(path, at), count, _same(canonical))  # type: ignore[arg-type]


@_shared
def _span(spot: Spot) -> Span:
    start, end, field = spot
    return Span(start, end, intern(field))  # type: ignore[arg-type]


@_shared
def _location(path: str, at: Position) -> Location:
    return Location(path, *at)


@_shared
def _evidence(told: tuple[str, Spot, str]) -> Evidence:
    role, spot, surface = told
    return Evidence(intern(role), _span(spot), intern(surface))


def _same(told: str | None) -> str | None:
    """Words come again and again: a corpus of claims holds each of them once."""
    return None if told is None else intern(told)


@_shared
def _facet(parts: tuple[str, str, tuple[str, ...], str]) -> Facet:
    return Facet(*parts)  # type: ignore[arg-type]


@_shared
def _value(spread: Spread, unit: str | None) -> Value:
    return Value(_interval(spread), unit)


@_shared
def _interval(spread: Spread) -> Interval:
    low, high, low_open, high_open = spread
    return Interval(_bounded(low), _bounded(high), low_open, high_open)


@_shared
def _context(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _bounded(told: str | None) -> Decimal | date | time | None:
    if told is None:
        return None
    kind, rest = told[0], told[1:]
    if kind == "n":
        return Decimal(rest)
    return date.fromisoformat(rest) if kind == "d" else time.fromisoformat(rest)

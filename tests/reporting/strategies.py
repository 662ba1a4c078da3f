"""Claims of every shape, for properties."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import get_args

from hypothesis import strategies as st

from crosscheck.model import Claim, Evidence, Facet, Interval, Location, Mention, Publication, Span, Value
from crosscheck.model.claim import Modality, Reach, Scope
from crosscheck.model.mention import Kind, Modifier

TEXT = st.text(max_size=20)
NAMES = st.text(alphabet="abcdefgh_", min_size=1, max_size=8)
MAYBE_TEXT = st.none() | TEXT
DAYS = st.dates(min_value=date(1, 1, 1))
SHARES = st.builds(lambda part, whole: Decimal(part) / Decimal(whole), st.integers(1, 999), st.integers(1, 999))
SHORT = st.decimals(min_value=-(10**9), max_value=10**9, places=4)
AMOUNTS = SHORT | SHARES | st.integers(0, 10**40).map(Decimal)
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def _between(bounds: st.SearchStrategy[object]) -> st.SearchStrategy[Interval]:
    return st.builds(Interval, st.none() | bounds, st.none() | bounds, st.booleans(), st.booleans())


INTERVALS = _between(AMOUNTS) | _between(DAYS) | _between(TIMES)
WHENS = st.builds(Interval, st.none() | DAYS, st.none() | DAYS)
SPANS = st.builds(Span, st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["text", "title"]))
PLACES = st.integers(1, 10**6)
OFFSETS = st.none() | st.integers(0, 10**9)
LOCATIONS = st.builds(Location, TEXT, PLACES, PLACES, PLACES, PLACES, OFFSETS, OFFSETS)
PUBLICATIONS = st.builds(
    Publication,
    TEXT,
    TEXT,
    MAYBE_TEXT,
    MAYBE_TEXT,
    MAYBE_TEXT,
    st.none() | DAYS,
    st.sampled_from(["en", "es"]),
    MAYBE_TEXT,
)
MENTIONS = st.builds(
    Mention,
    st.sampled_from(get_args(Kind)),
    SPANS,
    TEXT,
    st.builds(Value, INTERVALS, MAYBE_TEXT),
    st.sampled_from(get_args(Modifier)),
    st.none() | SPANS,
    MAYBE_TEXT,
    MAYBE_TEXT,
    MAYBE_TEXT,
)
FACETS = st.builds(Facet, NAMES, TEXT, st.lists(TEXT, max_size=3).map(tuple), st.sampled_from(get_args(Reach)))
CLAIMS = st.builds(
    Claim,
    quantity=NAMES,
    article=PUBLICATIONS,
    mention=MENTIONS,
    location=LOCATIONS,
    quote=TEXT,
    quote_start=st.integers(0, 30),
    quote_end=st.integers(0, 30),
    scope=st.sampled_from(get_args(Scope)),
    facets=st.lists(FACETS, max_size=3, unique_by=lambda facet: facet.name).map(tuple),
    when=st.none() | WHENS,
    when_reach=st.sampled_from(get_args(Reach)),
    source=MAYBE_TEXT,
    modality=st.sampled_from(get_args(Modality)),
    evidence=st.lists(st.builds(Evidence, NAMES, SPANS, TEXT), max_size=2).map(tuple),
    part=st.sampled_from(["title", "body"]),
    context=st.frozensets(NAMES, max_size=3),
)

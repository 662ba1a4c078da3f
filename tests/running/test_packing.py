"""What is packed comes back as it was, under whatever id and path the article then has."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import intake
from crosscheck.extraction import Extractor
from crosscheck.model import (
    Article,
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
from crosscheck.rules import load, shipped
from crosscheck.running import packing
from crosscheck.running.products import EXTRACTED, Lines, Partial, packed, unpacked

HERE = Publication("a#2", "news/a.md", "Title", "Ann", "Post", date(2024, 2, 29), "en", "u")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
numbers = st.integers(0, 5000)
spans = st.builds(Span, numbers, numbers, st.sampled_from(["text", "title"]))
bounds = st.one_of(
    st.none(),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.dates(),
    st.times().map(lambda told: told.replace(fold=0)),
    st.just(Decimal("1E+9")),
)
intervals = st.builds(Interval, bounds, bounds, st.booleans(), st.booleans())
places = st.builds(
    Location, st.just(HERE.path), numbers, numbers, numbers, numbers, st.none() | numbers, st.none() | numbers
)
mentions = st.builds(
    Mention,
    st.sampled_from(["number", "date", "money"]),
    spans,
    words,
    st.builds(Value, intervals, st.none() | words),
    st.sampled_from(["exact", "vague"]),
    st.none() | spans,
    st.none() | words,
    st.none() | words,
    st.none() | words,
)
facets = st.builds(Facet, words, words, st.lists(words, max_size=2).map(tuple), st.sampled_from(["clause", "article"]))
claims = st.builds(
    Claim,
    words,
    st.just(HERE),
    mentions,
    places,
    words,
    numbers,
    numbers,
    st.sampled_from(["event", "part"]),
    st.lists(facets, max_size=2).map(tuple),
    st.none() | intervals,
    st.sampled_from(["clause", "sentence"]),
    st.none() | words,
    st.sampled_from(["asserted", "denied"]),
    st.lists(st.builds(Evidence, words, spans, words), max_size=2).map(tuple),
    st.sampled_from(["title", "body"]),
    st.frozensets(words, max_size=2),
)
names = st.builds(Name, words, st.sampled_from(["person", "place"]), spans, places, numbers, st.none() | words)
extractions = st.builds(
    Extracted,
    st.just(HERE),
    st.lists(claims, max_size=2).map(tuple),
    st.lists(names, max_size=2).map(tuple),
    numbers,
    st.lists(st.tuples(words, numbers), max_size=2).map(tuple),
    st.lists(words | words.map(lambda word: f"{HERE.path}: {word}"), max_size=2).map(tuple),
)


@settings(max_examples=40)
@given(extractions)
def test_an_extraction_comes_back_as_it_was(extracted: Extracted) -> None:
    back = packing.unpack(HERE, packing.pack(extracted))
    assert back == extracted
    # Equal decimals may have different digits: 2.50 is to stay 2.50.
    for one, other in zip(back.claims, extracted.claims, strict=True):
        assert (str(one.mention.value), str(one.when)) == (str(other.mention.value), str(other.when))


@pytest.fixture(scope="module")
def extracted(root: Path) -> list[tuple[Article, Extracted]]:
    extractor = Extractor(load([shipped()]))
    read = intake.read([str(root / "seeds")])
    return [(item, extractor.claims(item)) for item in read if isinstance(item, Article)]


def test_all_of_the_seeds_come_back(extracted: list[tuple[Article, Extracted]]) -> None:
    assert [packing.unpack(article.publication, packing.pack(one)) for article, one in extracted] == [
        one for _, one in extracted
    ]


def test_an_article_under_another_name_gives_the_same_bytes(extracted: list[tuple[Article, Extracted]]) -> None:
    extractor = Extractor(load([shipped()]))
    for article, one in extracted[:3]:
        moved = replace(
            article,
            publication=replace(article.publication, id="moved", path="elsewhere.md"),
            origin=replace(article.origin, path="elsewhere.md"),
        )
        assert packing.unpack(moved.publication, packing.pack(one)) == extractor.claims(moved)


@pytest.mark.parametrize(
    "damaged", [b"", b"\xc1", b"\x95", packing.pack(Extracted(HERE, ()))[:-1], b"\x94\x90\x90\x00\x90"]
)
def test_other_bytes_are_told_apart(damaged: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        packing.unpack(HERE, damaged)


def test_lines_come_back_as_they_were() -> None:
    for text in ("", '{"a": 1}\n', "ñ\u2028\n" * 1000):
        assert unpacked(Lines("x"), HERE, packed(Lines("x"), text)) == text


def test_a_part_is_never_packed_and_so_never_kept() -> None:
    part = Partial(Extracted(HERE, (), cut=("a.txt:5: took long",)), ("a.txt:5: took long",))
    assert packed(EXTRACTED, part) is part


def test_what_no_bytes_can_tell_travels_as_it_is() -> None:
    broken = Extracted(HERE, (), notes=("\ud800",))
    assert packed(EXTRACTED, broken) is broken
    assert unpacked(EXTRACTED, HERE, broken) is broken


def test_a_time_of_day_is_no_day() -> None:
    mention = Mention("time", Span(0, 5), "14:30", Value(Interval.exactly(time(14, 30))))
    claim = Claim("date", HERE, mention, Location(HERE.path, 1, 1, 1, 6), "14:30", 0, 5, "fixed")
    (back,) = packing.unpack(HERE, packing.pack(Extracted(HERE, (claim,)))).claims
    assert back == claim


def test_remarks_come_back() -> None:
    one = Extracted(HERE, (), remarks=(Remark("ignore[deaths] why", 3, 0, 40),))
    assert packing.unpack(HERE, packing.pack(one)) == one


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        (Extracted, "article claims names mentions unbound notes remarks cut"),  # what is cut is never packed: below
        (Remark, "words line start end"),
        (
            Claim,
            "quantity article mention location quote quote_start quote_end scope facets when when_reach source "
            "modality evidence part context",
        ),
        (Mention, "kind span surface value modifier modifier_span modifier_surface noun group"),
        (Name, "surface kind span location count canonical"),
        (Location, "path line column end_line end_column start end"),
        (Evidence, "role span surface"),
        (Facet, "name value path reach"),
        (Interval, "low high low_open high_open"),
        (Value, "interval unit"),
        (Span, "start end field"),
    ],
)
def test_every_field_is_packed(value: type, fields: str) -> None:
    """A field that is added here has to be packed too, or a warm run would lose it."""
    assert [field.name for field in dataclasses.fields(value)] == fields.split()

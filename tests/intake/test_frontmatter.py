"""Fields between fences, with their places; what is broken costs its own field alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake.frontmatter import FrontMatter, has_front_matter, read_front_matter


def read(text: str) -> FrontMatter:
    found = read_front_matter(text)
    assert found is not None
    return found


def values(text: str, name: str = "title") -> tuple[str, ...] | None:
    field = read(text).field(name)
    return field.values if field else None


@pytest.mark.parametrize("text", ["", "Text.", "---\n\nText below a rule.\n", "--- title\n", "----\ntitle: x\n----\n"])
def test_what_is_no_front_matter(text: str) -> None:
    assert read_front_matter(text) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Nine hurt", "Nine hurt"),
        ("'Nine hurt'", "Nine hurt"),
        ('"Nine hurt"', "Nine hurt"),
        ('"Nine \\"badly\\" hurt"', 'Nine "badly" hurt'),
        ("'It''s nine'", "It's nine"),
        ("Nine hurt # for now", "Nine hurt"),
        ("Peru: nine hurt", "Peru: nine hurt"),
        ("Nine #1", "Nine"),
        ('"N\\u00f3"', "Nó"),
    ],
)
def test_values(raw: str, expected: str) -> None:
    assert values(f"---\ntitle: {raw}\n---\nText.") == (expected,)


@pytest.mark.parametrize("raw", ["", "~", "null", '""', "''"])
def test_no_value(raw: str) -> None:
    assert values(f"---\ntitle: {raw}\nlang: en\n---\n") is None


def test_a_value_keeps_its_place() -> None:
    text = "---\nlang: en\ntitle:  'Nine hurt'  # now\n---\n"
    field = read(text).field("title")
    assert field is not None
    assert text[field.start : field.end] == "Nine hurt"


def test_a_value_that_is_written_otherwise_has_none() -> None:
    field = read("---\ntitle: 'It''s nine'\n---\n").field("title")
    assert field is not None
    assert (field.start, field.end) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "---\nauthors: [Ana Ruiz, 'Tom Hale']\n---\n",
        "---\nauthors:\n  - Ana Ruiz\n  - Tom Hale # too\n---\n",
        "---\nauthors:\n- Ana Ruiz\n- Tom Hale\n---\n",
        "+++\nauthors = ['Ana Ruiz', \"Tom Hale\"]\n+++\n",
        "+++\nauthors = [\n  'Ana Ruiz',\n  'Tom Hale',\n]\nlang = 'en'\n+++\n",
    ],
)
def test_lists(text: str) -> None:
    assert values(text, "authors") == ("Ana Ruiz", "Tom Hale")


def test_text_over_several_lines_is_joined() -> None:
    assert values("---\ntitle: >-\n  Nine\n  hurt\nlang: en\n---\n") == ("Nine hurt",)


def test_nested_fields_are_passed_over() -> None:
    assert values("---\nextra:\n  title: no\ntitle: yes\n---\n") == ("yes",)
    assert values("+++\n[extra]\ntitle = 'no'\n+++\n") is None


def test_the_text_begins_below_the_closing_fence() -> None:
    text = "---\r\ntitle: Nine hurt\r\n---\r\nText."
    assert text[read(text).end :] == "Text."


BROKEN = [
    ("---\ntitle: Nine\nno field here\n---\nText.", 3, "no field"),
    ('---\ntitle: Nine\nauthor: "Ana\n---\nText.', 3, "quotation mark in “author”"),
    ("+++\ntitle = 'Nine'\nauthor = '''\nAna\n'''\n+++\nText.", 3, "over several lines"),
    ("---\ntitle: Nine\nText that nothing closes.\n", 1, "never closed"),
]


@pytest.mark.parametrize(("text", "line", "what"), BROKEN, ids=[row[2] for row in BROKEN])
def test_what_is_broken_is_told_and_the_rest_is_read(text: str, line: int, what: str) -> None:
    found = read(text)
    assert found.faults[0][0] == line
    assert what in found.faults[0][1]
    assert values(text) == ("Nine",)
    assert not has_front_matter(text)


@given(st.text("-+:=\n ab'\"#[],\\>|", max_size=120))
def test_any_text_is_read_without_failing(text: str) -> None:
    for opening in ("---\n", "+++\n"):
        found = read_front_matter(opening + text)
        assert found is None or 0 < found.end <= len(opening + text)
        for field in found.fields if found else ():
            if field.start is not None:
                assert (opening + text)[field.start : field.end] == field.values[0]

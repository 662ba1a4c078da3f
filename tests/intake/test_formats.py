"""Formats by ending, and by content where the ending tells nothing."""

from __future__ import annotations

import pytest

from crosscheck.intake.formats import format_of

FRONT = "---\ntitle: Nine hurt\n---\nText."


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "text"),
        ("a.TEXT", "text"),
        ("a.md", "markdown"),
        ("a.markdown", "markdown"),
        ("a.jsonl", "jsonl"),
        ("a.b.ndjson", "jsonl"),
    ],
)
def test_a_known_ending_tells(path: str, expected: str) -> None:
    assert format_of(path, "Nine people were hurt.") == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Nine people were hurt.", "text"),
        ("[Video] Nine people were hurt.", "text"),
        ("---\n\nNine people were hurt.", "text"),
        ("#1 reason to stay", "text"),
        ("# Nine hurt\n\nText.", "markdown"),
        (FRONT, "markdown"),
        ('{"text": "Nine."}\n{"text": "Ten."}\n', "jsonl"),
        ('\n{"text": "Nine."}', "jsonl"),
        ('{"text": "Nine.', "jsonl"),
        ('{"text": "Nine." "x"}\n{"text": "Ten."}', "jsonl"),
        ('[{"text": "Nine."}]', "json"),
        ('[\n  {"text": "Nine."}\n]', "json"),
        ('{\n  "text": "Nine."\n}', "json"),
        ('{"id": 1,\n "text": "Nine."}', "json"),
    ],
)
def test_else_the_content_tells(head: str, expected: str) -> None:
    assert format_of("a.dat", head) == expected
    assert format_of("-", head) == expected


def test_a_text_file_with_front_matter_is_read_as_markdown() -> None:
    assert format_of("a.txt", FRONT) == "markdown"


def test_an_archive_of_labelled_fields_between_rules_is_text() -> None:
    assert format_of("a.txt", "---\nTitle: Nine hurt\nDate: 2022-03-03\n\nText.\n---\nTitle: Ten hurt\n") == "text"

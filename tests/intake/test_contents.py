"""What cannot be text, and where in the file it stands."""

from __future__ import annotations

import pytest

from crosscheck.intake.contents import decode, unreadable
from crosscheck.model import Skipped


def test_text_is_decoded_without_its_byte_order_mark() -> None:
    assert decode(b"\xef\xbb\xbfNine\r\nTen", "a.txt") == "Nine\r\nTen"


def test_the_first_byte_that_is_no_utf_8_is_told() -> None:
    found = decode("Nine.\nOtárola and ".encode() + b"\xe9", "a.txt")
    assert found == Skipped("a.txt", "is not UTF-8: 0xe9 at byte 19; save it as UTF-8", 2, 13)
    assert isinstance(found, Skipped)


def test_a_byte_order_mark_counts_as_bytes_and_as_no_column() -> None:
    found = decode(b"\xef\xbb\xbfab\xff", "a.txt")
    assert found == Skipped("a.txt", "is not UTF-8: 0xff at byte 5; save it as UTF-8", 1, 3)


def test_half_a_character_at_the_end() -> None:
    assert isinstance(decode("Ot\u00e1".encode()[:-1], "a.txt"), Skipped)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04...", "a ZIP or office file"),
        (b"\x1f\x8b...", "a gzip file"),
        (b"{\\rtf1 ...}", "an RTF file"),
        ("Nine".encode("utf-16"), "UTF-16"),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>Nine</p>", "HTML or XML"),
        (b"<html><p>Nine</p></html>", "HTML or XML"),
        (b"<?xml version='1.0'?><a/>", "HTML or XML"),
    ],
)
def test_foreign_formats_are_told_by_name(data: bytes, what: str) -> None:
    found = unreadable(data, "a.txt")
    assert found is not None
    assert what in found.reason


def test_a_nul_is_told_with_its_place() -> None:
    assert unreadable(b"Nine\nT\0n", "a.txt") == Skipped(
        "a.txt", "is binary: a NUL at byte 6; save it as UTF-8 text", 2, 2
    )


@pytest.mark.parametrize("data", [b"Nine.", b"<b>Nine</b> were hurt", b"\xef\xbb\xbfNine", b"PK won the vote"])
def test_text_is_readable(data: bytes) -> None:
    assert unreadable(data, "a.txt") is None

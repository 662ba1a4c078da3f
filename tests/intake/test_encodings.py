"""Text in other encodings is read with a note, at the places where it stands; what is not sure is not read."""

from __future__ import annotations

import io
import json

import pytest

from crosscheck.intake import read
from crosscheck.model import Article, Skipped, Span

TEXT = "José Díaz said that “17” people were killed in São Paulo – all miners.\r\nNine others, he said, were hurt.\n"
PLAIN = TEXT.replace("“", "«").replace("”", "»").replace("–", "-")


def told(data: bytes) -> tuple[list[Article], list[Skipped]]:
    found = list(read(["-"], stdin=io.BytesIO(data)))
    return [each for each in found if isinstance(each, Article)], [each for each in found if isinstance(each, Skipped)]


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        pytest.param(TEXT.encode(), TEXT, None, id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), TEXT, None, id="UTF-8 with a byte order mark"),
        pytest.param(TEXT.encode("utf-16"), TEXT, "UTF-16", id="UTF-16"),
        pytest.param(b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "UTF-16", id="UTF-16, big end first"),
        pytest.param(TEXT.encode("utf-16-le"), TEXT, "UTF-16", id="UTF-16 without a mark"),
        pytest.param(TEXT.encode("utf-16-be"), TEXT, "UTF-16", id="UTF-16 without a mark, big end first"),
        pytest.param(TEXT.encode("utf-32"), TEXT, "UTF-32", id="UTF-32"),
        pytest.param(TEXT.encode("cp1252"), TEXT, "Windows-1252", id="Windows-1252"),
        pytest.param(PLAIN.encode("latin-1"), PLAIN, "Latin-1", id="Latin-1"),
    ],
)
def test_an_encoding_is_recognised_and_told(data: bytes, text: str, name: str | None) -> None:
    (article,), notes = told(data)
    assert (article.text, article.origin.start) == (text.rstrip(), 0)
    assert [name is not None and f"read as {name}; save it as UTF-8" in note.reason for note in notes] == [True] * bool(
        name
    )
    at = article.text.index("Nine")
    place = article.locate(Span(at, at + 4))
    assert (place.start, place.line, place.column) == (text.index("Nine"), 2, 1)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "latin-1"])
def test_records_too(encoding: str) -> None:
    lines = [
        json.dumps({"text": text}, ensure_ascii=False) for text in ("Díaz: 17 dead.", "Nine hurt, said José Ruiz.")
    ]
    articles, notes = told("\n".join(lines).encode(encoding))
    assert [article.text for article in articles] == ["Díaz: 17 dead.", "Nine hurt, said José Ruiz."]
    assert all("; read as " in note.reason for note in notes)
    assert notes


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param("В понедельник погибли 17 человек".encode("cp1251"), "not UTF-8: 0xc2 at byte 0", id="Cyrillic"),
        pytest.param("月曜日に17人が死亡した".encode("shift_jis"), "not UTF-8: 0x8c at byte 0", id="Japanese"),
        pytest.param(bytes(range(128, 256)), "not UTF-8: 0x80 at byte 0", id="every byte"),
        pytest.param("Seventeen, said José\xa0".encode() + b"\xe9.", "not UTF-8: 0xe9 at byte 23", id="broken UTF-8"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary: a NUL", id="a picture"),
        pytest.param(b"\xff\xfea\0b\0\0\xd8", "UTF-16 with a fault", id="half a character of UTF-16"),
        pytest.param(b"\xff\xfe\0\0a", "UTF-32 with a fault", id="half a character of UTF-32"),
    ],
)
def test_what_is_not_sure_is_not_read(data: bytes, what: str) -> None:
    articles, notes = told(data)
    assert not articles
    assert any(what in note.reason for note in notes), notes


def test_a_nul_in_a_text_is_told_and_moves_nothing() -> None:
    text = "Nine people were killed in Juliaca.\nSeventeen\0 were hurt.\n"
    (article,), (note,) = told(text.encode())
    assert article.text == text.rstrip().replace("\0", "\ufffd")
    assert (note.line, note.column) == (2, 10)
    assert "a NUL character, read as U+FFFD" in note.reason

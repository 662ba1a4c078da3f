"""Reading as the command does it: any mix of paths and standard input, with nothing lost in silence."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from crosscheck.intake import Missing, read
from crosscheck.model import Article, Skipped, Span
from crosscheck.model.limits import Limits
from tests.intake.archives import BUS, FIRST, ROAD, SECOND

TWO = f"{FIRST}\n\nBy Ana Ruiz | March 3, 2022\n\n{ROAD}\n\n-----\n\n{SECOND}\n\nBy Tom Hale | March 5, 2022\n\n{BUS}\n"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    (tmp_path / "one.md").write_text(f"---\ntitle: Nine hurt\ndate: 2022-03-03\n---\n{ROAD}\n", encoding="utf-8")
    lines = [json.dumps({"text": ROAD}), "broken", json.dumps({"text": BUS, "published": "2022-03-05"})]
    (tmp_path / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return tmp_path


def ids(*paths: str) -> list[str]:
    return [each.publication.id for each in read(paths) if isinstance(each, Article)]


def test_paths_of_every_format(news: Path) -> None:
    assert ids("two.txt", "some.jsonl", "one.md") == [
        "one.md",
        "some.jsonl#1",
        "some.jsonl#2",
        "two.txt#1",
        "two.txt#2",
    ]


def test_the_same_paths_in_another_order_give_the_same(news: Path) -> None:
    paths = ["two.txt", "some.jsonl", "one.md", "none.txt", "-"]
    first = list(read(paths, stdin=io.BytesIO(TWO.encode())))
    for seed in range(5):
        random.Random(seed).shuffle(paths)
        assert list(read(paths, stdin=io.BytesIO(TWO.encode()))) == first


def test_ids_and_places_do_not_depend_on_the_working_folder(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(read([str(news)]))
    monkeypatch.chdir("/")
    assert list(read([str(news)])) == whole


def test_what_is_not_read_is_told(news: Path) -> None:
    (news / "empty.txt").write_bytes(b"")
    (news / "white.txt").write_bytes(b" \n\xef\xbb\xbf\n")
    (news / "binary.txt").write_bytes(b"a\0b")
    (news / "latin.txt").write_bytes(b"Ot\xe1rola")
    (news / "list.json").write_bytes(b'[{"text": "Nine."}]')
    found = {each.path: each.reason for each in read([".", "list.json"]) if isinstance(each, Skipped)}
    assert found["empty.txt"] == "is empty"
    assert "NUL at byte 1" in found["binary.txt"]
    assert "0xe1 at byte 2" in found["latin.txt"]
    assert "not JSON Lines" in found["list.json"]
    assert "not JSON" in found["some.jsonl"]
    assert found["white.txt"] == "holds no text to read"
    assert len(ids(".")) == 6


def test_a_missing_path_is_a_missing_and_the_rest_is_read(news: Path) -> None:
    found = list(read(["none.txt", "one.md"]))
    assert isinstance(found[0], Missing)
    assert isinstance(found[1], Article)


def test_a_byte_order_mark_and_line_ends_leave_places_exact(news: Path) -> None:
    (news / "bom.txt").write_bytes(b"\xef\xbb\xbf" + TWO.replace("\n", "\r\n").encode())
    decoded = (news / "bom.txt").read_bytes().decode("utf-8-sig")
    first, second = (each for each in read(["bom.txt"]) if isinstance(each, Article))
    assert first.origin.start == 0
    for article in (first, second):
        start = article.origin.start
        assert start is not None
        assert article.text == decoded[start : start + len(article.text)]
    at = second.text.index("Twelve")
    place = second.locate(Span(at, at + 6))
    line = decoded.split("\r\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == "Twelve"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TWO, ["-#1", "-#2"]),
        (f"# Nine hurt\n\n{ROAD}", ["-"]),
        ('{"text": "Nine.", "id": "x"}\n{"text": "Ten."}\n', ["x", "-#2"]),
    ],
)
def test_standard_input_is_recognised_by_content(data: str, expected: list[str]) -> None:
    found = list(read(["-"], stdin=io.BytesIO(data.encode())))
    assert [each.publication.id for each in found if isinstance(each, Article)] == expected


def test_the_day_of_standard_input_is_for_articles_without_their_own(news: Path) -> None:
    data = b'{"text": "Nine."}\n{"text": "Ten.", "published": "2022-03-05"}\n'
    found = list(read(["-", "some.jsonl"], stdin=io.BytesIO(data), stdin_date=date(2022, 1, 1)))
    days = {each.publication.id: each.publication.published for each in found if isinstance(each, Article)}
    assert days == {
        "-#1": date(2022, 1, 1),
        "-#2": date(2022, 3, 5),
        "some.jsonl#1": None,
        "some.jsonl#2": date(2022, 3, 5),
    }


def test_no_standard_input_is_told() -> None:
    (note,) = read(["-"])
    assert isinstance(note, Skipped)
    assert "none was handed over" in note.reason


def test_one_id_in_several_files_is_told_apart_and_noted_once(news: Path) -> None:
    for name in "abc":
        (news / f"{name}.jsonl").write_text('{"id": "x", "text": "Nine."}\n{"id": "x#2", "text": "Ten."}\n')
    found = list(read(["a.jsonl", "b.jsonl", "c.jsonl"]))
    names = [each.publication.id for each in found if isinstance(each, Article)]
    assert names == ["x", "x#2", "x#3", "x#2#2", "x#4", "x#2#3"]
    notes = [each for each in found if isinstance(each, Skipped)]
    assert [(note.path, note.line) for note in notes] == [("b.jsonl", 1), ("b.jsonl", 2)]


def test_the_language_of_articles_that_do_not_tell_theirs(news: Path) -> None:
    data = b'{"text": "Nueve."}\n{"text": "Ten.", "lang": "en-GB"}\n'
    found = list(read(["-"], stdin=io.BytesIO(data), lang="es"))
    assert [each.publication.lang for each in found if isinstance(each, Article)] == ["es", "en"]


class Endless(io.RawIOBase):
    """A stream that never ends and counts what is asked of it."""

    def __init__(self) -> None:
        self.served = 0

    def read(self, size: int = -1, /) -> bytes:
        assert 0 < size <= 1 << 24
        self.served += size
        return (b'{"text": "Nine people were hurt."}\n' * (size // 35 + 1))[:size]


def test_json_lines_are_never_held_whole() -> None:
    endless = Endless()
    found: Iterator[Article | Skipped] = read(["-"], stdin=endless)  # type: ignore[arg-type]
    for _ in range(1000):
        next(found)
    assert endless.served < 1 << 23


def test_a_text_that_is_too_large_is_told_and_not_held() -> None:
    (note,) = read(["-"], stdin=io.BytesIO(b"Nine people were hurt.\n" * 100_000), limits=Limits(file=1 << 20))
    assert isinstance(note, Skipped)
    assert "over 1,048,576 bytes" in note.reason

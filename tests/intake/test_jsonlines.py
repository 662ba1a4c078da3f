"""JSON Lines: fields, broken lines, wrong fields, numbering, and lines that are too long."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.intake import lines
from crosscheck.intake.jsonlines import TOLD, read_json_lines
from crosscheck.intake.lines import Overlong
from crosscheck.model import Article, Part, Publication, Skipped, Span
from crosscheck.model.limits import Limits

RECORD = {
    "id": "v-17",
    "title": "Nine hurt",
    "author": "Ana Ruiz",
    "outlet": "Valley Courier",
    "published": "2022-03-03",
    "url": "https://valley.example/road",
    "lang": "en",
    "text": "Nine people were hurt.",
}


def read(*raw: str | bytes) -> list[Article | Skipped]:
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in raw)
    return list(read_json_lines(lines.lines(b"", io.BytesIO(data)), "a.jsonl", "en"))


def one(**changes: object) -> tuple[Article | None, list[Skipped]]:
    found = read(json.dumps({**RECORD, **changes}))
    article = next((each for each in found if isinstance(each, Article)), None)
    return article, [each for each in found if isinstance(each, Skipped)]


def test_a_whole_record() -> None:
    (article,) = read(json.dumps(RECORD))
    assert isinstance(article, Article)
    assert article.publication == Publication(
        "v-17",
        "a.jsonl",
        "Nine hurt",
        "Ana Ruiz",
        "Valley Courier",
        date(2022, 3, 3),
        "en",
        "https://valley.example/road",
    )
    assert article.text == RECORD["text"]
    assert article.parts == (Part("title", 0, 9, "title"), Part("body", 0, 22))


def test_places_are_lines_alone() -> None:
    article = read("", json.dumps(RECORD))[0]
    assert isinstance(article, Article)
    assert (article.origin.line, article.origin.start) == (2, None)
    place = article.locate(Span(0, 4))
    assert (place.line, place.start, place.end) == (2, None, None)


def test_a_record_of_text_alone() -> None:
    (article,) = read('{"text": "Nine people were hurt."}')
    assert isinstance(article, Article)
    assert article.publication == Publication("a.jsonl", "a.jsonl")
    assert article.parts == (Part("body", 0, 22),)


def test_records_without_ids_are_numbered_where_there_are_several() -> None:
    found = read('{"text": "One."}', "", '{"text": "Two.", "id": "second"}', '{"text": "Three."}')
    assert [each.publication.id for each in found if isinstance(each, Article)] == ["a.jsonl#1", "second", "a.jsonl#3"]


def test_line_ends_of_any_system_and_blank_lines_do_no_harm() -> None:
    assert len(read('{"text": "One."}\r', "\r", "  ", '{"text": "Two."}\r', "")) == 2


def test_a_byte_order_mark_is_passed_over() -> None:
    (article,) = read(b"\xef\xbb\xbf" + b'{"text": "One."}')
    assert isinstance(article, Article)


def test_of_a_field_that_stands_twice_the_last_is_read_and_told() -> None:
    skipped, article = read('{"text": "One.", "x": {"a": 1, "a": 2}, "text": "Two."}')
    assert isinstance(article, Article)
    assert article.text == "Two."
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "has `text` twice; the last is read; keep one"


def test_what_stands_twice_in_an_inner_object_is_no_fault() -> None:
    (article,) = read('{"text": "One.", "x": {"a": 1, "a": 2}}')
    assert isinstance(article, Article)


BROKEN = [
    ('{"text": "One."', 1, 16, "not JSON"),
    ("{'text': 1}", 1, 2, "not JSON"),
    ("[1]", 1, 1, "is a list, not an object"),
    ('"text"', 1, 1, "is a string, not an object"),
    ("null", 1, 1, "is null, not an object"),
    ('{"title": "x"}', 1, 1, "no `text`"),
    ('{"text": ""}', 1, 1, "empty `text`"),
    ('{"text": "  "}', 1, 1, "empty `text`"),
    ('{"text": ["a"]}', 1, 1, "a list as `text`"),
    ('{"text": null}', 1, 1, "null as `text`"),
    ("[" * 100_000, 1, 1, "nested too deep"),
    ('{"text": "a", "n": ' + "9" * 5000 + "}", 1, 1, "too many digits"),
    (b'{"text": "\xc3\xa9 and \xff"}', 1, 17, "not UTF-8: 0xff at byte 17"),
]


@pytest.mark.parametrize(("raw", "line", "column", "what"), BROKEN, ids=[row[3] for row in BROKEN])
def test_a_broken_line_costs_itself_alone(raw: str | bytes, line: int, column: int, what: str) -> None:
    before, skipped, after = read('{"text": "One."}', raw, '{"text": "Two."}')
    if isinstance(before, Skipped):
        before, skipped = skipped, before
    assert isinstance(skipped, Skipped)
    assert (skipped.path, skipped.line, skipped.column) == ("a.jsonl", line + 1, column)
    assert what in skipped.reason
    assert isinstance(before, Article)
    assert isinstance(after, Article)


WRONG = [
    ({"published": "soon"}, "“soon” as `published`"),
    ({"published": "2022-02-30"}, "“2022-02-30” as `published`"),
    ({"published": 20220303}, "a number as `published`"),
    ({"title": ["Nine"]}, "a list as `title`"),
    ({"author": {"name": "Ana"}}, "an object as `author`"),
    ({"outlet": True}, "true or false as `outlet`"),
    ({"lang": "English"}, "“English” as `lang`"),
    ({"id": 1.5}, "a number as `id`"),
    ({"text": "Nine \ud83d hurt."}, "half a surrogate pair in `text` at character 6"),
    ({"title": "Nine\0 hurt"}, "a NUL in `title` at character 5"),
]


@pytest.mark.parametrize(("changes", "what"), WRONG, ids=[row[1] for row in WRONG])
def test_a_wrong_field_is_noted_and_the_article_read_without_it(changes: dict[str, object], what: str) -> None:
    article, (note,) = one(**changes)
    assert article is not None
    assert what in note.reason
    assert note.line == 1


def test_what_cannot_be_printed_is_replaced_in_its_place() -> None:
    article, _ = one(text="Nine \ud83d hurt.")
    assert article is not None
    assert article.text == "Nine \ufffd hurt."


@pytest.mark.parametrize("empty", [None, "", "  "])
@pytest.mark.parametrize("field", ["id", "title", "author", "outlet", "published", "lang", "url"])
def test_an_empty_field_is_as_good_as_none(field: str, empty: str | None) -> None:
    article, notes = one(**{field: empty})
    assert article is not None
    assert not notes


def test_a_day_with_an_hour_is_that_day() -> None:
    article, notes = one(published="2022-03-03T23:30:00-05:00")
    assert article is not None
    assert article.publication.published == date(2022, 3, 3)
    assert not notes


def test_ids_may_be_numbers_and_authors_lists() -> None:
    article, notes = one(id=17, author=["Ana Ruiz", "Tom Hale"])
    assert article is not None
    assert (article.publication.id, article.publication.author) == ("17", "Ana Ruiz, Tom Hale")
    assert not notes


def test_a_file_that_is_no_json_lines_does_not_fill_the_ledger() -> None:
    found = read(*(["a,b,c"] * (TOLD + 1500)))
    assert len(found) == TOLD + 1
    last = found[-1]
    assert isinstance(last, Skipped)
    assert "has 1,500 more lines" in last.reason


def test_lines_are_split_wherever_the_chunks_end(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"one\n\ntwo three\nfour"
    for size in range(1, 20):
        monkeypatch.setattr(lines, "CHUNK", size)
        for cut in range(len(data)):
            found = list(lines.lines(data[:cut], io.BytesIO(data[cut:])))
            assert found == [b"one", b"", b"two three", b"four"]


def test_a_line_without_end_is_passed_over_and_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "CHUNK", 16)
    data = b'{"text": "One."}\n' + b"x" * 500 + b'\n{"text": "Two."}'
    found = list(lines.lines(b"", io.BytesIO(data), 40))
    assert found == [b'{"text": "One."}', Overlong(500), b'{"text": "Two."}']
    first, skipped, second = read_json_lines(found, "a.jsonl", "en", Limits(line=40))
    assert isinstance(first, Skipped) or isinstance(skipped, Skipped)
    assert isinstance(second, Article)


@given(st.dictionaries(st.sampled_from([*RECORD]), st.one_of(st.text(), st.integers(), st.none(), st.lists(st.text()))))
def test_any_record_is_read_without_failing(record: dict[str, object]) -> None:
    for found in read(json.dumps(record)):
        if isinstance(found, Article):
            assert found.text.encode("utf-8")
            for part in found.parts:
                assert 0 <= part.start < part.end == len(found.field(part.field))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_failing(data: bytes) -> None:
    read(data)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nine hurt\nA bus fell.", [("title", "text"), ("body", "text")]),
        ("Nine  hurt", [("title", "text")]),
        ("Nine hurt, police said.", [("title", "title"), ("body", "text")]),
    ],
    ids=["with a body", "nothing else", "a longer line"],
)
def test_a_text_that_begins_with_its_title_tells_it_once(text: str, parts: list[tuple[str, str]]) -> None:
    data = json.dumps(RECORD | {"text": text}).encode()
    (article,) = (each for each in read(data) if isinstance(each, Article))
    assert [(part.role, part.field) for part in article.parts] == parts


def test_a_first_sentence_that_serves_as_a_title_is_of_the_body() -> None:
    data = json.dumps(RECORD | {"title": "Nine were hurt.", "text": "Nine were hurt.\nA bus fell."}).encode()
    (article,) = (each for each in read(data) if isinstance(each, Article))
    assert [part.role for part in article.parts] == ["title", "body"]

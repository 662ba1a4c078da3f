"""The file of acceptances: what is written is read back, sorted, and merges by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.accepting import Entry, enter
from crosscheck.accepting.book import read_book, written
from crosscheck.accepting.entry import SideEntry
from crosscheck.errors import ConfigError
from tests.reporting import samples
from tests.repository import git

WORDS = st.text(st.characters(blacklist_categories=("Cs",)), min_size=1, max_size=20).filter(str.strip)
NAMES = st.text("abcdefgh_", min_size=1, max_size=8)
HASHES = st.text("0123456789abcdef", min_size=12, max_size=12)
SIDES = st.builds(
    SideEntry, st.from_regex(r"[0-9]{1,3}\.\.[0-9]{1,3}( people)?", fullmatch=True), st.tuples(HASHES, HASHES)
)
ENTRIES = st.builds(
    Entry,
    id=HASHES,
    what=WORDS,
    reason=WORDS,
    kind=NAMES,
    quantity=NAMES,
    key=st.lists(st.tuples(NAMES, WORDS), max_size=3).map(lambda pairs: tuple(sorted(pairs))),
    sides=st.lists(SIDES, max_size=3).map(tuple),
    by=st.none() | WORDS,
)


def entries() -> list[Entry]:
    return [enter(found, "reviewed", "the desk", found.message) for found in samples.canonical().discrepancies]


@given(st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id))
def test_what_is_written_is_read_back(tmp_path_factory: pytest.TempPathFactory, told: list[Entry]) -> None:
    file = tmp_path_factory.getbasetemp() / "book.toml"
    file.write_bytes(written(told).encode())
    read = [replace(entry, path="", line=None) for entry in read_book(file)]
    assert read == sorted(told, key=lambda entry: entry.id)
    assert written(read_book(file)) == file.read_text("utf-8"), "writing again changes nothing"


def test_no_file_is_no_entry(tmp_path: Path) -> None:
    assert read_book(tmp_path / "none.toml") == ()


def test_the_later_of_two_entries_counts() -> None:
    first = entries()[0]
    assert written([first, replace(first, reason="better")]) == written([replace(first, reason="better")])


def test_two_branches_that_accept_merge(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    book, told = tmp_path / "book.toml", sorted(entries(), key=lambda entry: entry.id)

    def commit(chosen: list[Entry]) -> None:
        book.write_text(written(chosen), "utf-8")
        git(tmp_path, "add", "--all")
        git(tmp_path, "commit", "--quiet", "--message", "x")

    commit([told[1]])
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    commit(told[:2])
    git(tmp_path, "checkout", "--quiet", "-")
    commit(told[1:])
    git(tmp_path, "merge", "--quiet", "other", "--message", "merge")
    assert book.read_text("utf-8") == written(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[[accepted]]\nid = 'a'\nreason = 'b'\nkind = 'c'\nresaon = 'd'\n", ":5:1: ", id="a misspelt key"),
        pytest.param("[[accepted]]\nid = 'a'\nkind = 'c'\n", 'has no "reason"', id="no reason"),
        pytest.param("[[acepted]]\n", 'did you mean "accepted"?', id="a misspelt table"),
        pytest.param("accepted = 3\n", "has to be [[accepted]]", id="no list"),
        pytest.param("accepted = [\n", "this is no TOML", id="no TOML"),
        pytest.param("<<<<<<< HEAD\n", "this is no TOML", id="an open merge"),
    ],
)
def test_a_wrong_file_is_told_with_its_place(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "book.toml"
    file.write_text(text)
    with pytest.raises(ConfigError, match=r"book\.toml:") as error:
        read_book(file)
    assert told in str(error.value)

"""Packs are whole: what a language lacks is told at once, file by file, and never in the middle of a run."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from crosscheck.errors import PackError
from crosscheck.extraction import Extractor
from crosscheck.language import packs
from crosscheck.model import Article, Origin, Part, Publication

CACHED = (packs.languages, packs.require, packs.table)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of packs with one that holds its title alone."""
    (tmp_path / "qx").mkdir()
    (tmp_path / "qx" / "pack.toml").write_text('name = "Nothing"\nlang = "qx"\n', encoding="utf-8")
    monkeypatch.setattr(packs, "ROOT", tmp_path)
    for each in CACHED:
        each.cache_clear()
    yield tmp_path
    for each in CACHED:
        each.cache_clear()


def article(lang: str) -> Article:
    return Article(Publication("a", "a.txt", lang=lang), Origin("a.txt"), "17 dead.", (Part("body", 0, 8),))


@pytest.mark.parametrize("lang", packs.languages())
def test_a_shipped_pack_has_every_file(lang: str) -> None:
    packs.require(lang)


def test_english_and_spanish_ship() -> None:
    assert packs.languages() == ("en", "es")


@pytest.mark.usefixtures("folder")
def test_every_missing_file_is_told_before_anything_is_read() -> None:
    with pytest.raises(PackError) as raised:
        Extractor(()).claims(article("qx"))
    lines = str(raised.value).splitlines()
    assert len(lines) == len(packs.FILES)
    assert all("the language pack of “qx” lacks this file; add it" in line for line in lines)


def test_a_file_that_is_no_toml_is_told_with_its_place(folder: Path) -> None:
    (folder / "qx" / "nouns.toml").write_text("[groups\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"nouns\.toml: not TOML: .*line 1"):
        packs.require("qx")


@pytest.mark.usefixtures("folder")
def test_an_article_in_a_language_without_a_pack_is_told_and_not_read() -> None:
    read = Extractor(()).claims(article("fr"))
    assert read.claims == ()
    assert read.notes == ("a.txt: no language pack for “fr”: not read",)


@pytest.mark.parametrize("command", ["extract", "mentions"])
def test_a_list_says_on_standard_error_what_it_could_not_read(
    run: Callable[..., CompletedProcess[str]], tmp_path: Path, command: str
) -> None:
    record = {"text": "Dix-sept morts.", "lang": "fr"}
    (tmp_path / "news.jsonl").write_text(f"{json.dumps(record)}\n" * 2, encoding="utf-8")
    outcome = run(command, "news.jsonl", "--format", "jsonl", cwd=tmp_path)
    assert (outcome.returncode, outcome.stdout) == (3, "")
    assert outcome.stderr == "crosscheck: news.jsonl: no language pack for “fr”: not read\n"

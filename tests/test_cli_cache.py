"""The command with its cache: the same bytes cold, warm and without, and no article read twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from crosscheck.cli import main
from crosscheck.extraction import Extractor
from crosscheck.intake import corpus
from crosscheck.model import Article, Skipped
from crosscheck.running import edition, hints, home, local, store

HEAD = "---\noutlet: {outlet}\npublished: {published}\n---\n"
FILES = {
    "a.md": HEAD.format(outlet="El Puente", published="2023-01-12") + "On Monday 17 people were killed in Juliaca.\n",
    "b.md": HEAD.format(outlet="Andes Wire", published="2023-01-10")
    + "In Juliaca 19 people were killed on 9 January.\n",
    "c.txt": "A ferry sinks\n\nJanuary 12, 2023\n\nAt least nine people drowned on Tuesday.\n",
    "d.jsonl": '{"id": "x", "text": "Six people were hurt in Puno.", "published": "2023-01-12"}\nno JSON\n'
    '{"id": "x", "text": "Seven people were hurt in Puno on Monday.", "published": "2023-01-12"}\n',
    "e.md": "\x00\x01",
    "f.jsonl": '{"text": "Nueve personas murieron.", "lang": "xx"}\n',
}
COMMANDS = [
    ("report", "news", "--format", "json"),
    ("report", "news"),
    ("extract", "news", "--format", "jsonl"),
    ("extract", "news"),
    ("mentions", "news", "--format", "jsonl"),
    ("mentions", "news"),
]

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of files that have rested for a while, and an empty cache beside it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(home.FOLDER, str(tmp_path / "cache"))
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in FILES.items():
        write(folder / name, text)
    return folder


def write(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    os.utime(file, (1_600_000_000, 1_600_000_000))


@pytest.fixture
def call(capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts what is done: files opened, articles extracted from."""
    done: Counter[str] = Counter()
    found, claims = corpus._found, Extractor.claims

    def opening(*arguments: Any) -> Iterator[Article | Skipped]:
        done["opened"] += 1
        yield from found(*arguments)

    def extracting(self: Extractor, article: Article, **options: Any) -> Any:
        done["extracted"] += 1
        return claims(self, article, **options)

    monkeypatch.setattr(corpus, "_found", opening)
    monkeypatch.setattr(Extractor, "claims", extracting)
    return done


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_the_same_is_told_cold_warm_and_without(news: Path, call: Call, arguments: tuple[str, ...]) -> None:
    without = call(*arguments, "--no-cache")
    assert not (news.parent / "cache").exists()
    cold, warm = call(*arguments), call(*arguments)
    assert without == cold == warm
    for file in news.iterdir():
        os.utime(file)
    assert call(*arguments) == without


def test_a_second_run_reads_no_article_again(news: Path, call: Call, work: Counter[str]) -> None:
    call("report", "news")
    assert work == {"opened": 6, "extracted": 6}
    work.clear()
    call("report", "news")
    # A file that gave no article is looked at again: it may be mended without a trace.
    assert work == {"opened": 1}


def test_only_what_changed_is_extracted_again(news: Path, call: Call, work: Counter[str]) -> None:
    call("report", "news")
    work.clear()
    write(news / "a.md", FILES["a.md"].replace("17", "18"))
    changed = call("report", "news", "--format", "json")
    assert work == {"opened": 2, "extracted": 1}
    assert changed == call("report", "news", "--format", "json", "--no-cache")
    assert '"18"' in changed[1]


def test_one_record_more_costs_one_record(news: Path, call: Call, work: Counter[str]) -> None:
    call("report", "news")
    work.clear()
    write(news / "d.jsonl", FILES["d.jsonl"] + '{"text": "Eight people were hurt.", "published": "2023-01-12"}\n')
    assert call("report", "news") == call("report", "news", "--no-cache")
    assert work["extracted"] == 1 + 7


def test_text_that_moved_is_known(news: Path, call: Call, work: Counter[str]) -> None:
    call("report", "news")
    news.rename(news.parent / "moved")
    work.clear()
    moved = call("report", "moved", "--format", "json")
    assert work == {"opened": 6}
    assert moved == call("report", "moved", "--format", "json", "--no-cache")


def test_an_edit_that_keeps_size_and_time_is_seen(news: Path, call: Call) -> None:
    """The system's own time of change tells what a set-back file time hides."""
    call("report", "news")
    write(news / "a.md", FILES["a.md"].replace("17", "18"))
    assert '"18"' in call("report", "news", "--format", "json")[1]


def test_a_file_written_just_now_is_not_trusted(news: Path, call: Call, work: Counter[str]) -> None:
    for name, text in FILES.items():
        (news / name).write_text(text, "utf-8")
    call("report", "news")
    work.clear()
    call("report", "news")
    assert work == {"opened": 6}


def test_another_program_or_rulebook_reads_anew(
    news: Path, call: Call, work: Counter[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    call("report", "news")
    work.clear()
    call("rules", "new", "trees_felled")
    call("report", "news", "--extend-rules", "trees_felled.toml")
    assert work["extracted"] == 6
    # What a rule says of itself changes no claim.
    rule = tmp_path / "trees_felled.toml"
    rule.write_text("# felled\n" + rule.read_text().replace("[[example]]", '[[example]]\nwhy = "trees"', 1))
    work.clear()
    call("report", "news", "--extend-rules", "trees_felled.toml")
    assert work["extracted"] == 0
    for module in (edition, hints):
        monkeypatch.setattr(module, "edition", lambda: b"another")
    call("report", "news")
    assert work["extracted"] == 6


def test_a_value_that_is_lost_is_read_again(news: Path, call: Call, work: Counter[str]) -> None:
    """The hint says what a file holds, but of that something was dropped: the file is read for it, once."""
    import sqlite3

    for name in ("b.md", "c.txt", "e.md", "f.jsonl"):
        (news / name).unlink()
    first = call("report", "news", "--format", "json")
    base = sqlite3.connect(news.parent / "cache" / store.NAME, isolation_level=None)
    kept = base.execute("SELECT key, length(value) FROM kept").fetchall()
    for key, _ in kept:
        row = base.execute("SELECT * FROM kept WHERE key = ?", [key]).fetchone()
        base.execute("DELETE FROM kept WHERE key = ?", [key])
        assert call("report", "news", "--format", "json") == first
        base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", row)
    base.close()


def test_workers_and_cache_give_the_same(news: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    call("rules", "new", "trees_felled")
    for file in news.iterdir():
        file.unlink()
    texts = [f"On Monday at least {n} trees felled by the storm lay in Juliaca." for n in range(10, 60)]
    lines = [json.dumps({"text": text, "published": "2023-01-12"}) for text in texts]
    write(news / "g.jsonl", "\n".join(lines))
    commands = [(*arguments, "--rules", "trees_felled.toml") for arguments in COMMANDS[::2]]
    plain = [call(*arguments, "--no-cache") for arguments in commands]
    monkeypatch.setattr(local.run, "__kwdefaults__", local.run.__kwdefaults__ | {"threshold": 1000, "batch": 700})
    assert [call(*arguments, "--jobs", "2") for arguments in commands] == plain
    # Some articles are known and some are not, and some of those that are not are in one batch with some that are.
    fresh = [line.replace("trees felled", "more trees felled") for line in lines]
    mixed = [line for pair in zip(lines, fresh, strict=True) for line in pair]
    write(news / "g.jsonl", "\n".join(mixed))
    assert call(*commands[0], "--jobs", "2") == call(*commands[0], "--no-cache", "--jobs", "1")


def test_a_cache_that_cannot_be_used_is_told_beside_the_report(
    news: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = call("report", "news", "--no-cache")
    monkeypatch.setenv(home.FOLDER, str(news / "a.md" / "cache"))
    status, out, err = call("report", "news")
    assert (status, out) == without[:2]
    assert err.startswith("crosscheck: the cache in ")
    assert call("report", "news", "--quiet")[2] == ""
    monkeypatch.setenv(home.SIZE, "plenty")
    status, out, err = call("report", "news")
    assert (status, out) == (2, "")
    assert "CROSSCHECK_CACHE_SIZE: 'plenty' is no size" in err


def test_the_cache_is_told_of_and_emptied(news: Path, call: Call) -> None:
    assert "results  0\n" in call("cache", "stats")[1]
    assert call("cache", "clear")[2].startswith("crosscheck: there is no cache in ")
    call("report", "news")
    status, out, _ = call("cache", "stats")
    assert status == 0
    assert f"folder   {news.parent / 'cache'}\n" in out
    assert "results  16\n" in out
    assert " of 2,048.0 MiB\n" in out
    assert call("cache", "clear")[0] == 0
    assert "results  0\n" in call("cache", "stats")[1]
    (news.parent / "cache" / store.NAME).write_bytes(b"no database" * 1000)
    status, _, err = call("cache", "stats")
    assert status == 2
    assert "empty it: crosscheck cache clear" in err
    assert call("cache", "clear")[0] == 0


def test_two_runs_at_once_share_a_new_cache(news: Path, call: Call) -> None:
    call("rules", "new", "trees_felled")
    write(news / "g.txt", "A storm\n\nJanuary 12, 2023\n\nAt least 40 trees felled on Monday lay in Juliaca.\n")
    command = ["extract", "news", "--format", "jsonl", "--rules", "trees_felled.toml"]
    start = [sys.executable, "-m", "crosscheck", *command]
    runs = [subprocess.Popen(start, stdout=-1, stderr=-1, cwd=news.parent) for _ in range(2)]
    told = [(run.communicate()[0].decode(), run.returncode) for run in runs]
    assert told[0] == told[1] == call(*command)[1::-1]
    assert '"surface":"40"' in told[0][0]

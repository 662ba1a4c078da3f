"""Everything that is wrong with an input is told in a line, with the status that is documented for it."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.fuzz import warm
from tests.hostile.bad_articles import ARTICLES, RECORDS
from tests.hostile.bad_claims import ALTERED, LINES
from tests.hostile.bad_commands import COMMANDS
from tests.hostile.bad_rules import MINIMAL, RULES

ARTICLE = "---\npublished: 2023-01-10\n---\nOn Monday 17 people were killed in Juliaca.\n"


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    with warm.kept():
        yield tmp_path


def told(status: int, message: str, *arguments: str) -> None:
    """Run the command, and see that it ends so and says so, without a fault of its own."""
    done = warm.run(arguments)
    said = " ".join((done.err + done.out.decode()).replace("│", " ").split())
    assert done.status == status, said
    assert " ".join(message.split()) in said
    assert "please report this" not in said
    assert "Traceback" not in said


def test_there_are_two_hundred_and_more() -> None:
    assert sum(map(len, (ARTICLES, RECORDS, RULES, LINES, ALTERED, COMMANDS))) > 300


@pytest.mark.parametrize(
    ("name", "data", "status", "message"), [row[1:] for row in ARTICLES], ids=[r[0] for r in ARTICLES]
)
def test_articles(name: str, data: bytes, status: int, message: str) -> None:
    Path(name).write_bytes(data)
    told(status, message, "extract", name, "--format", "jsonl")


@pytest.mark.parametrize(("data", "status", "message"), [row[1:] for row in RECORDS], ids=[row[0] for row in RECORDS])
def test_records(data: bytes, status: int, message: str) -> None:
    Path("a.jsonl").write_bytes(data + b"\n")
    told(status, f"a.jsonl:{message}", "extract", "a.jsonl", "--format", "jsonl")


@pytest.mark.parametrize(("text", "status", "message"), [row[1:] for row in RULES], ids=[row[0] for row in RULES])
def test_rules(text: str | bytes, status: int, message: str) -> None:
    Path("trees.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    told(status, f"trees.toml:{message}", "rules", "list", "--rules", "trees.toml")


@cache
def claim() -> str:
    """A sound claim, as the command prints it."""
    Path("a.md").write_text(ARTICLE, "utf-8")
    lines = warm.run(["extract", "a.md", "--format", "jsonl"]).out.decode().splitlines()
    return next(line for line in lines if json.loads(line)["quantity"] == "deaths")


@pytest.mark.parametrize(("line", "message"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines_that_hold_no_claim(line: str, message: str) -> None:
    Path("c.jsonl").write_text(line + "\n", "utf-8")
    told(3, message, "compare", "c.jsonl", "--format", "terminal")


@pytest.mark.parametrize(("field", "value", "message"), [row[1:] for row in ALTERED], ids=[row[0] for row in ALTERED])
def test_claims_with_one_field_altered(field: str, value: Any, message: str) -> None:
    Path("c.jsonl").write_text(json.dumps(json.loads(claim()) | {field: value}) + "\n", "utf-8")
    told(3, message, "compare", "c.jsonl")


@pytest.mark.parametrize("field", ["article", "facets", "mention", "span", "value", "when"])
def test_claims_without_a_field(field: str) -> None:
    Path("c.jsonl").write_text(json.dumps({k: v for k, v in json.loads(claim()).items() if k != field}) + "\n", "utf-8")
    told(3, f"is no claim: the field '{field}' is missing", "compare", "c.jsonl")


@pytest.mark.parametrize(
    ("arguments", "status", "message"), COMMANDS, ids=[re.sub(r"\W+", " ", " ".join(row[0]))[:40] for row in COMMANDS]
)
def test_commands(empty: Path, arguments: tuple[str, ...], status: int, message: str) -> None:
    furnish(empty)
    told(status, message, *arguments)


def furnish(folder: Path) -> None:
    """All kinds of things that a path may lead to."""
    (folder / "a.md").write_text(ARTICLE, "utf-8")
    (folder / "dangling.md").symlink_to("nowhere")
    (folder / "loop.md").symlink_to("loop.md")
    os.mkfifo(folder / "pipe.md")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket.md")
    for name in ("folder", "empty", "links", "names", "twins/a"):
        (folder / name).mkdir(parents=True)
    (folder / "folder/b.html").write_text("x", "utf-8")
    (folder / "taken.toml").write_text("", "utf-8")
    (folder / "links/out.toml").symlink_to("/etc/passwd")
    (folder / "links/in").symlink_to(".", target_is_directory=True)
    (folder / "twins/a/deaths.toml").write_text(MINIMAL, "utf-8")
    (folder / "names/Big Trees.toml").write_text(MINIMAL, "utf-8")

"""The command in this process, with rules and word lists kept from run to run, so that an input costs a millisecond."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from typer.main import get_command

import crosscheck.extraction
import crosscheck.rules
from crosscheck import cli
from crosscheck.cli.app import app
from crosscheck.extraction import Extractor
from crosscheck.language.places import Alias
from crosscheck.rules import Rule, load, shipped


@dataclass(frozen=True, slots=True)
class Done:
    """How a run of the command ended."""

    status: int
    out: bytes
    err: str


@cache
def rules() -> tuple[Rule, ...]:
    """The shipped rules."""
    return load([shipped()])


@cache
def extractor() -> Extractor:
    """What reads articles by the shipped rules."""
    return Extractor(rules())


@cache
def _command() -> Any:
    return get_command(app)


def _extractor(given: tuple[Rule, ...], aliases: tuple[Alias, ...] = (), **named: Any) -> Extractor:
    return extractor() if given is rules() and not aliases else Extractor(given, aliases, **named)


@contextmanager
def kept() -> Iterator[None]:
    """Within it, the shipped rules are read once, and what is made of them, and the command, are made once."""
    usual, before = [shipped()], cli.app
    cli.app = _command()
    kept_before = crosscheck.rules.load, crosscheck.extraction.Extractor
    crosscheck.rules.load = lambda folders: rules() if list(folders) == usual else load(folders)
    crosscheck.extraction.Extractor = _extractor  # type: ignore[assignment, misc]
    try:
        yield
    finally:
        crosscheck.rules.load, crosscheck.extraction.Extractor = kept_before  # type: ignore[misc]
        cli.app = before


def run(arguments: Sequence[str], stdin: bytes = b"") -> Done:
    """Run the command with these bytes on standard input."""
    streams = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.StringIO()
    replaced: Any = (io.TextIOWrapper(io.BytesIO(stdin), "utf-8"), io.TextIOWrapper(out, "utf-8"), err)
    sys.stdin, sys.stdout, sys.stderr = replaced
    try:
        status = cli.main(list(arguments))
        sys.stdout.flush()
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
    return Done(status, out.getvalue(), err.getvalue())


def folder(inside: Path) -> None:
    """Fill a folder with the files that fuzzed command lines name."""
    article = "---\npublished: 2023-01-10\n---\nOn Monday 17 people were killed in Juliaca.\n"
    (inside / "a.md").write_text(article, "utf-8")
    (inside / "b.txt").write_bytes(b"In Juliaca 19 people were killed on 9 January 2023. \xe9\n")
    (inside / "c.jsonl").write_text('{"text": "Nine people were hurt in Lima."}\n[]\n', "utf-8")
    (inside / "folder").mkdir()
    (inside / "rule.toml").write_text('title = "A"\n', "utf-8")
    (inside / "config.toml").write_text("x = 1\n", "utf-8")
    with kept():
        claims = run(["extract", str(inside / "a.md"), "--format", "jsonl"]).out
    (inside / "claims.jsonl").write_bytes(claims)

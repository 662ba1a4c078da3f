"""Articles that mean harm, read from files and told in every format: nothing in them is obeyed."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from markdown_it import MarkdownIt

import crosscheck.rules
from crosscheck.cli.formats import Format
from tests.conftest import Call
from tests.hostile.obeyed import harmless

OUTLETS = (
    "\x1b[31mRed\x1b[0m \x9b2J ::error::all is well",
    "##[error]x %0A::warning::y",
    "<script>alert(1)</script> [x](http://example.org) @someone #1",
    "=HYPERLINK(1) \u202egnol\u202c ]]>",
)
QUOTE = "In Juliaca {n} people were killed on 9 January 2023 \x1b]0;owned\x07 **x** `y` | z <!-- $(id) -->, it said."
NAMES = ("::error::.md", "-rf <b>.md", "=1+1.md", "a\nb %0A.md")


@pytest.fixture
def news(tmp_path: Path, call: Call) -> Path:
    """Four articles that contradict each other in pairs, each with a name, an outlet and a sentence of that sort."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number, (name, outlet) in enumerate(zip(NAMES, OUTLETS, strict=True)):
        record = {"text": QUOTE.format(n=17 + number), "outlet": outlet, "published": "2023-03-10", "title": outlet}
        (folder / name.replace(".md", ".jsonl")).write_text(json.dumps(record) + "\n", "utf-8")
    return folder


def told(call: Call, format: str) -> str:
    status, out, err = call("report", "news", "--format", format)
    assert (status, err) == (1, "")
    return out


@pytest.mark.parametrize("format", list(Format))
def test_nothing_is_obeyed_by_a_terminal(call: Call, news: Path, format: str) -> None:
    harmless(told(call, format), ours=format == Format.GITHUB)


@pytest.mark.parametrize("format", [format for format in Format if format not in (Format.JSON, Format.JSONL)])
def test_ten_megabytes_on_one_line_are_cut(call: Call, news: Path, format: str) -> None:
    long = "lorem ipsum " * 400_000
    text = f"{long}. In Juliaca 30 people were killed on 9 January 2023 {'x' * 5_000_000} said. {long}"
    record = {"text": text, "outlet": "y" * 1_000_000, "published": "2023-03-10"}
    (news / "long.jsonl").write_text(json.dumps(record) + "\n")
    assert len(told(call, format)) < 30_000


def test_a_runner_gets_no_command_but_our_own(call: Call, news: Path) -> None:
    lines = told(call, "github").splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::") or "##[" in line]
    assert len(commands) == len([line for line in lines if line.startswith(("conflict ", "tension ", "note "))]) > 0
    assert all(re.match("::(error|warning|notice) file=", line) for line in commands)


class Tags(HTMLParser):
    """The tags of a page, with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {attrs}" if attrs else tag)


def test_a_rendered_comment_holds_our_own_tags_alone(call: Call, news: Path) -> None:
    page = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(told(call, "markdown"))
    assert set(Tags(page).found) <= {"h2", "h3", "p", "ul", "li", "strong", "code", "blockquote"}


def test_a_spreadsheet_gets_no_formula(call: Call, news: Path) -> None:
    cells = [cell for row in csv.reader(io.StringIO(told(call, "csv"))) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_parsers_read_what_was_meant(call: Call, news: Path) -> None:
    cases = [case for suite in JUnitXml.fromstring(told(call, "junit").encode()) for case in suite]
    record: dict[str, Any] = json.loads(told(call, "json"))
    assert len(cases) == len(record["discrepancies"]) + 1
    outlets = {claim["article"]["outlet"] for claim in record["claims"]}
    assert outlets <= set(OUTLETS), "machines get the very text"


def test_a_folder_that_is_gone_is_told(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert call("report") == (2, "", "crosscheck: the current folder is not there any more; go to another\n")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        pytest.param(
            OSError(errno.EMFILE, "Too many open files"),
            r"the system broke the run off at test_cli_hostile\.py:\d+ \(Too many open files\); see to that",
            id="the system",
        ),
        pytest.param(
            OSError(errno.EIO, "Input/output error", "disk"),
            r"the system broke the run off at test_cli_hostile\.py:\d+ \(disk: Input/output error\); see to that",
            id="a file",
        ),
        pytest.param(
            MemoryError(), "memory ran out; read less at once, use fewer --jobs, or set the limits", id="memory"
        ),
        pytest.param(
            ZeroDivisionError("by 0"),
            r"the program itself failed at test_cli_hostile\.py:\d+ \(ZeroDivisionError: by 0\); please report this",
            id="a fault of ours",
        ),
    ],
)
def test_what_breaks_a_run_off_is_told_for_what_it_is(
    call: Call, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(crosscheck.rules, "load", fail)
    status, out, err = call("report", ".")
    assert (status, out) == (2, "")
    assert re.match(f"crosscheck: {told}", err)
    assert err.count("\n") == 1


RULE = """
title = "T\\u001b[31m \\u202e::error::x"
about = "\\u001b]0;owned\\u0007"
unit = "trees"
facets = ["place", "when"]
[words.en]
noun = ["trees felled"]
[[example]]
text = "Nine \\u001b[31mtrees felled."
claims = [{ surface = "Nine", place = "\\u009b2J" }]
"""


@pytest.mark.parametrize(
    ("command", "status"),
    [
        (("list", "--rules", "trees.toml"), 0),
        (("show", "trees", "--rules", "trees.toml"), 0),
        (("show", "trees", "--rules", "trees.toml", "--format", "markdown"), 0),
        (("test", "trees.toml"), 1),
    ],
    ids=["list", "show", "markdown", "test"],
)
def test_nothing_in_a_rule_is_obeyed_by_a_terminal(
    call: Call, tmp_path: Path, command: tuple[str, ...], status: int
) -> None:
    (tmp_path / "trees.toml").write_text(RULE, "utf-8")
    found, out, err = call("rules", *command)
    assert found == status, err
    assert out
    harmless(out)
    harmless(err)

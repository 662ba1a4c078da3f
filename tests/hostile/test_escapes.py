"""Whatever a command prints, in whatever format and of whatever source, nothing in it is obeyed by what it goes to."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import tomli
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from typer.main import get_command

from crosscheck.cli.app import app
from crosscheck.cli.formats import Format
from tests.conftest import Call
from tests.hostile import poison
from tests.hostile.obeyed import OUR_COLOURS, harmless
from tests.repository import repository

TAGS = {"h1", "h2", "h3", "p", "ul", "li", "strong", "code", "blockquote"}
ARGUMENT = f"--{poison.poison('whichargument')}\udcff"
VALUE = f"{poison.poison('whichvalue')}\udcff"
NAME = poison.name("whichname")
NEWS, OWN = poison.FOLDER, ("--rules", "own")
PAGE = f"{NEWS}/{poison.name('whichpage')}.md:7"
REPORTED = dict.fromkeys(Format, ("whichtext", "whichauthor", "whichoutlet", "whichfolder", "whichfile1", "whichpage"))
REPORTED |= {Format.GITHUB: REPORTED[Format.CSV][1:], Format.SARIF: ("whichtext", "whichoutlet", "whichpage")}
CLAIMED = dict.fromkeys(Format, ("whichoutlet", "whichpath", "whichquote", "whichplace"))
CLAIMED |= {Format.GITHUB: ("whichoutlet", "whichpath", "whichplace")}


class Tags(HTMLParser):
    """The names of a page's tags, and of attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {tag, *(name for name, _ in attrs)}


def is_markdown(text: str) -> None:
    assert Tags(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)).found <= TAGS


def is_csv(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]


def is_junit(text: str) -> None:
    assert len(list(JUnitXml.fromstring(text.encode()))) == 1


def is_json(text: str) -> None:
    assert isinstance(json.loads(text), dict)


def is_jsonl(text: str) -> None:
    assert all(isinstance(json.loads(line), dict) for line in text.splitlines())


def is_sarif(text: str) -> None:
    assert [run["tool"]["driver"]["name"] for run in json.loads(text)["runs"]] == ["crosscheck"]


def is_toml(text: str) -> None:
    assert tomli.loads(text)["body"][0]["name"] == poison.poison("whichbody")


def is_text(text: str) -> None:
    """For people: nothing more than what holds for all."""


PARSERS: dict[str, Callable[[str], None]] = {
    "terminal": is_text,
    "github": is_text,
    "markdown": is_markdown,
    "csv": is_csv,
    "junit": is_junit,
    "json": is_json,
    "jsonl": is_jsonl,
    "sarif": is_sarif,
}


@pytest.fixture
def world(tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is run in, with a cache whose name means harm too."""
    poison.build(tmp_path)
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", poison.name("whichcache"))
    return tmp_path


def shown(text: str, *words: str) -> None:
    """See that the sources were told of at all, or the test would prove nothing."""
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("command", ["report", "check", "compare"])
def test_reports(call: Call, world: Path, command: str, format: str) -> None:
    arguments = {"report": [NEWS, "plain.md"], "check": [NEWS, "--against", "plain.md"], "compare": ["c.jsonl"]}[
        command
    ]
    if command == "compare":
        call("extract", NEWS, "plain.md", "--format", "jsonl", "-o", "c.jsonl", "--jobs", "1", "--quiet")
    else:
        arguments += ["--jobs", "1"]
    status, out, err = call(command, *arguments, "--format", format)
    assert status == 1, err
    harmless(out, ours=format == "github")
    harmless(err)
    PARSERS[format](out)
    shown(out, *REPORTED[format])


@pytest.mark.parametrize("color", ["always", "never"])
@pytest.mark.parametrize("command", ["report", "explain", "extract", "mentions", "rules"])
def test_what_is_coloured_has_our_colours_alone(call: Call, world: Path, command: str, color: str) -> None:
    asked = {
        "report": ("report", NEWS, "--verbose", "--show-compatible"),
        "explain": ("explain", PAGE, "--with", NEWS),
        "extract": ("extract", NEWS),
        "mentions": ("mentions", NEWS),
        "rules": ("rules", "show", "trees", *OWN),
    }[command]
    status, out, err = call(*asked, "--color", color)
    assert status == (command == "report"), err
    assert bool(OUR_COLOURS.search(out)) is (color == "always")
    harmless(OUR_COLOURS.sub("", out))
    harmless(err)
    shown(out, "whichtopic" if command == "rules" else "whichpage")


@pytest.mark.parametrize(
    ("arguments", "status", "reader", "words"),
    [
        pytest.param(("extract", NEWS, "--format", "jsonl"), 0, is_jsonl, REPORTED[Format.CSV], id="claims"),
        pytest.param(("mentions", NEWS, "--format", "jsonl"), 0, is_jsonl, ("whichid",), id="mentions"),
        pytest.param(("explain", PAGE, "--format", "json"), 0, is_json, ("whichpage",), id="explanation"),
        pytest.param(("report", "--show-settings"), 0, is_toml, ("whichevent", "whichplace"), id="settings"),
        pytest.param(("check", "--show-settings"), 0, is_toml, ("whichperson", "whichalias"), id="settings of check"),
        pytest.param(("report", "--show-files"), 0, is_text, ("whichfolder", "whichfile0"), id="files"),
        pytest.param(("check", NEWS, "--show-files"), 0, is_text, ("whichfolder", "whichpage"), id="files of check"),
        pytest.param(("report", NEWS, "--no-remarks", "-v"), 1, is_text, ("whichskipped", "whichid"), id="skipped"),
        pytest.param(("rules", "list", *OWN), 0, is_text, ("whichrule",), id="rules"),
        pytest.param(
            ("rules", "show", "trees", "--format", "markdown", *OWN),
            0,
            is_markdown,
            ("whichrule", "whichtopic"),
            id="a rule as Markdown",
        ),
        pytest.param(("rules", "test", *OWN), 1, is_text, ("whichrule", "whichtopic"), id="evidence"),
        pytest.param(("cache", "stats"), 0, is_text, ("whichcache",), id="cache"),
        pytest.param(("cache", "clear"), 0, is_text, ("whichcache",), id="no cache"),
        pytest.param(("schema", "claim"), 0, is_json, (), id="schema"),
        pytest.param(("--help",), 0, is_text, (), id="help"),
        pytest.param(("--version",), 0, is_text, (), id="version"),
    ],
)
def test_what_is_printed(
    call: Call, world: Path, arguments: tuple[str, ...], status: int, reader: Callable[[str], None], words: tuple[str]
) -> None:
    found, out, err = call(*arguments)
    assert found == status, err
    harmless(out)
    harmless(err)
    reader(out)
    shown(out + err, *words)


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((ARGUMENT,), id="option"),
        pytest.param((VALUE,), id="command"),
        pytest.param(("report", ARGUMENT), id="option of a command"),
        pytest.param(("report", "--format", VALUE), id="format"),
        pytest.param(("report", "--fail-on", VALUE), id="severity"),
        pytest.param(("report", "--color", VALUE), id="colour"),
        pytest.param(("report", "--limit", VALUE), id="limit"),
        pytest.param(("report", "--limit", f"{VALUE}=9"), id="name of a limit"),
        pytest.param(("report", "--limit", f"seconds={VALUE}"), id="number of a limit"),
        pytest.param(("report", "--select", VALUE), id="selection"),
        pytest.param(("report", "--ignore", VALUE), id="what is ignored"),
        pytest.param(("report", "--config", VALUE), id="configuration"),
        pytest.param(("report", "--rules", VALUE), id="rules"),
        pytest.param(("report", "--accepted", VALUE), id="acceptances"),
        pytest.param(("report", "--stdin-date", VALUE, "-"), id="day"),
        pytest.param(("report", VALUE), id="path"),
        pytest.param(("report", "plain.md", "-o", f"{VALUE}/x"), id="output"),
        pytest.param(("report", "--format", "json", "-o", VALUE, "--format", "csv", "-o", VALUE), id="outputs"),
        pytest.param(("compare", VALUE), id="claims"),
        pytest.param(("explain", VALUE), id="place"),
        pytest.param(("explain", f"{VALUE}:1"), id="place in a file"),
        pytest.param(("extract", VALUE), id="path of extract"),
        pytest.param(("accept", VALUE, "--reason", "x"), id="id"),
        pytest.param(("schema", VALUE), id="schema"),
        pytest.param(("rules", VALUE), id="command of rules"),
        pytest.param(("rules", "show", VALUE), id="rule"),
        pytest.param(("rules", "test", f"{VALUE}.toml"), id="rule file"),
        pytest.param(("rules", "new", VALUE), id="new rule"),
        pytest.param(("rules", "new", "trees", "--in", f"{VALUE}/x"), id="folder of a new rule"),
        pytest.param(("cache", "stats", VALUE), id="one too many"),
    ],
)
def test_arguments_in_messages(call: Call, world: Path, arguments: tuple[str, ...]) -> None:
    status, out, err = call(*arguments)
    assert status == 2
    harmless(out)
    harmless(err)
    shown(err, "whichargument" if ARGUMENT in arguments else "whichvalue")


BAD_FILES = {
    "rule": ("own/a.toml", f'title = "{NAME}"\n'.replace("\n:", "\\n:").replace("\x1b", "\\u001b"), ("report", *OWN)),
    "rule's key": ("own/a.toml", f'title = "a"\n{json.dumps(VALUE[:-1])} = 1\n', ("rules", "list", *OWN)),
    "setting": ("c.toml", f"fail-on = {json.dumps(VALUE[:-1])}\n", ("report", "--config", "c.toml")),
    "setting's key": ("c.toml", f"{json.dumps(VALUE[:-1])} = 1\n", ("report", "--config", "c.toml")),
    "selection": ("c.toml", f"select = [{json.dumps(VALUE[:-1])}]\n", ("report", "--config", "c.toml")),
    "place": ("c.toml", f'[[place]]\nname = "a"\nof = {json.dumps(VALUE[:-1])}\n', ("report", "--config", "c.toml")),
    "acceptance": ("b.toml", f"{json.dumps(VALUE[:-1])} = 1\n", ("report", "plain.md", "--accepted", "b.toml")),
    "TOML": ("c.toml", f"a = {VALUE[:-1]}", ("report", "--config", "c.toml")),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_files_of_ours_that_are_wrong(call: Call, world: Path, kind: str) -> None:
    name, text, arguments = BAD_FILES[kind]
    (world / name).write_text(text, "utf-8")
    status, out, err = call(*arguments)
    assert (status, out) == (2, "")
    harmless(err)
    assert name in err


def _meant(claim: dict[str, Any]) -> dict[str, Any]:
    """The claim with all of its free texts made to mean harm."""
    own = ("id", "outlet", "path")
    article = {field: poison.poison(f"which{field}") for field in ("title", "author", "url")}
    article |= {field: poison.poison(f"which{field}{claim['surface']}") for field in own}
    noun = {"noun": poison.poison("whichnoun"), "modifier_surface": poison.poison("whichhedge")}
    return claim | {
        "article": claim["article"] | article,
        "location": claim["location"] | {"path": poison.poison("whichpath")},
        "surface": poison.poison("whichsurface"),
        "quote": claim["quote"] + poison.poison("whichquote"),
        "unit": poison.poison("whichunit"),
        "facets": {name: poison.poison(f"which{name}") for name in ("place", "group", "event")},
        "within": {"place": [poison.poison("whichplace"), poison.poison("whichregion")]},
        "source": poison.poison("whichsource"),
        "evidence": [each | {"surface": poison.poison("whichevidence")} for each in claim["evidence"]],
        "mention": claim["mention"] | noun | {"modifier_span": claim["span"], "unit": poison.poison("whichunit")},
        "context": [poison.poison("whichcontext")],
    }


def _texts(record: Any) -> Iterator[Any]:
    """The record with each of its texts in turn made to mean harm."""
    parts = record.items() if isinstance(record, dict) else enumerate(record) if isinstance(record, list) else ()
    for key, part in parts:
        for changed in [poison.poison("whichclaim") + part] if isinstance(part, str) else _texts(part):
            copy = record.copy()
            copy[key] = changed
            yield copy


@pytest.mark.parametrize("format", list(Format))
def test_claims(call: Call, world: Path, format: str) -> None:
    _, out, _ = call("extract", NEWS, "plain.md", "--format", "jsonl", "--jobs", "1")
    claims = [claim for claim in map(json.loads, out.splitlines()) if claim["quantity"] == "deaths"]
    altered = [_meant(claim) for claim in claims]
    strange = [claim | {"quantity": poison.poison("whichquantity")} for claim in claims]
    lines = [*claims, *altered, *strange, *_texts(claims[0]), *_texts(altered[0])]
    (world / "c.jsonl").write_text("".join(f"{json.dumps(each)}\n" for each in lines), "utf-8")
    status, out, err = call("compare", "c.jsonl", "--verbose", "--show-compatible", "--format", format)
    assert status == 1, err
    harmless(out, ours=format == "github")
    harmless(err)
    PARSERS[format](out)
    shown(out, *CLAIMED[format])


@pytest.mark.parametrize("format", list(Format))
def test_what_is_accepted(call: Call, world: Path, format: str) -> None:
    reason, by = poison.poison("whichreason"), poison.poison("whichreviewer")
    status, out, err = call(
        "accept", "--baseline", "--reason", f"{reason}\udcff", "--by", by, "--accepted", NAME, "--in", NEWS
    )
    assert (status, out) == (0, "")
    harmless(err)
    shown(err, "whichname")
    book = (world / NAME).read_text("utf-8")
    harmless(book)
    assert {entry["reason"] for entry in tomli.loads(book)["accepted"]} == {f"{reason}\ufffd"}
    status, out, err = call("report", NEWS, "--accepted", NAME, "--show-accepted", "--format", format)
    assert status == 0, err
    harmless(out, ours=format == "github")
    PARSERS[format](out)
    if format not in ("github", "csv"):
        shown(out, "whichreason")


def test_stale_acceptances(call: Call, world: Path) -> None:
    call("accept", "--baseline", "--reason", poison.poison("whichreason"), "--accepted", NAME, "--in", NEWS)
    for arguments in (("report", "plain.md"), ("check", "plain.md", "--against", "plain.md")):
        _, out, err = call(*arguments, "--accepted", NAME)
        harmless(out)
        harmless(err)
        shown(out + err, "whichname")


def test_the_summary_of_a_step(call: Call, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    assert call("report", NEWS, "--format", "github")[0] == 1
    text = (world / "summary.md").read_text("utf-8")
    harmless(text)
    is_markdown(text)
    shown(text, "whichtext")


@pytest.mark.parametrize(
    ("variable", "arguments", "status"),
    [
        ("GITHUB_STEP_SUMMARY", ("report", "plain.md", "--format", "github"), 2),
        ("CROSSCHECK_CACHE_SIZE", ("cache", "stats"), 2),
        ("CROSSCHECK_CACHE_DIR", ("report", "plain.md", "--format", "json"), 3),
    ],
)
def test_the_environment(
    call: Call, world: Path, monkeypatch: pytest.MonkeyPatch, variable: str, arguments: tuple[str, ...], status: int
) -> None:
    monkeypatch.setenv(variable, f"plain.md/{VALUE}")
    found, out, err = call(*arguments)
    assert found == status, err
    harmless(out)
    harmless(err)
    shown(err, "whichvalue")


def test_a_text_on_standard_input(call: Call, world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"In Juliaca 17 people were killed on 9 January 2023 {poison.poison('whichtext')}.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    status, out, err = call("report", "-", "plain.md", "--stdin-filename", VALUE)
    assert status == 1, err
    harmless(out)
    harmless(err)
    shown(out, "whichtext", "whichvalue")


def test_a_revision(call: Call, world: Path) -> None:
    repository(world)
    status, out, err = call("check", "--diff", VALUE)
    assert (status, out) == (2, "")
    harmless(err)
    shown(err, "--diff")


def test_every_command_is_tried_here() -> None:
    commands: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
    names = {f"{name} {inner}" for name in ("rules", "cache") for inner in commands[name].commands}
    tried = {"rules list", "rules show", "rules test", "rules new", "cache stats", "cache clear"}
    assert (names, set(commands)) == (
        tried,
        {"report", "check", "accept", "explain", "extract", "mentions", "compare", "rules", "schema", "cache"},
    )
    assert set(PARSERS) == set(Format)

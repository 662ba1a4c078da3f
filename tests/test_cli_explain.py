"""`crosscheck explain`: what it shows of a line, in which status it ends, and that no article can misuse it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from crosscheck.cli import main
from crosscheck.reporting.schema import SCHEMAS
from crosscheck.reporting.terminal.page import columns

HEAD = "---\noutlet: {outlet}\npublished: {published}\n---\n"
FEW = HEAD.format(outlet="El Puente", published="2023-01-12") + (
    "On Monday at least 17 miners were killed in Juliaca, the mayor said.\n\nThe council has 12 seats.\nIt met again.\n"
)
MANY = HEAD.format(outlet="Andes Wire", published="2023-01-14") + "In Juliaca 15 people were killed on 9 January.\n"
HOSTILE = "\x1b[31mIn Juliaca 17 p\x9b2Jeople were killed on Monday by \u202egunmen\u202c.\n"

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Call:
    """Runs the command in a folder with these articles, under a few rules; gives status, output and messages."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("few.md", FEW), ("many.md", MANY), ("hostile.txt", HOSTILE)):
        (tmp_path / name).write_text(text, "utf-8")

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(("explain", *arguments, "--rules", str(root / "rules" / "casualties")))
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


def row(page: str, label: str) -> str:
    """A row of the page, its lines joined."""
    match = re.search(rf"^  {label:<14}(.*(?:\n {{16}}.*)*)", page, re.MULTILINE)
    return " ".join(match[1].split()) if match else ""


@pytest.mark.parametrize(
    ("place", "status", "told"),
    [
        pytest.param("few.md:5", 0, "", id="a line"),
        pytest.param("few.md:5:21", 0, "", id="a column in a figure"),
        pytest.param("few.md:7:18", 0, "", id="an unbound figure"),
        pytest.param("few.md:5:4", 0, "", id="the first column of one"),
        pytest.param("few.md:5:15", 3, "few.md:5:15: no figure stands there", id="a column beside figures"),
        pytest.param("few.md:8", 3, "few.md:8: no figure stands there", id="a line without figures"),
        pytest.param("few.md:2", 3, "few.md:2: no figure stands there", id="front matter"),
        pytest.param("few.md:9", 2, "few.md:9: is beyond the end; the file has 8 lines", id="no such line"),
        pytest.param("gone.md:1", 2, "gone.md: does not exist", id="no such file"),
        pytest.param("few.md", 2, "names no line; write FILE:LINE", id="no line"),
        pytest.param("few.md:0", 2, "names no line", id="line 0"),
        pytest.param(".:1", 2, "cannot be read: is a directory", id="a folder"),
    ],
)
def test_exit_status(call: Call, place: str, status: int, told: str) -> None:
    found, out, err = call(place)
    assert (found, told in err) == (status, True), err
    assert bool(out) == (status == 0)
    assert "Traceback" not in err


def test_every_step_from_words_to_key_is_a_row(call: Call) -> None:
    _, page, _ = call("few.md:5:21")
    assert page.startswith("few.md:5:20  17\n  │ On Monday at least «17» miners")
    assert row(page, "value") == "17 or more: number, at least, from “at least”; counts “miners” (people)"
    assert row(page, "bound to") == "deaths by passive, rank 80, from “killed”"
    assert row(page, "place") == "Juliaca (in Puno, Peru), in its clause: “Juliaca”"
    assert row(page, "when").startswith("9 Jan 2023, in its clause: “Monday”")
    assert row(page, "covers") == "event; asserted"
    assert row(page, "key") == "People killed, Juliaca, 9 Jan 2023"
    assert row(page, "compared") == "alone: no other claim has this key"


def test_an_unbound_figure_says_why(call: Call) -> None:
    _, page, _ = call("few.md:7")
    assert row(page, "not bound") == "no rule binds it no rule has a word in this sentence that could bind it"


def test_other_articles_make_camps(call: Call) -> None:
    _, page, _ = call("few.md:5:21", "--with", "many.md")
    assert row(page, "compared") == "with 1 other claim of this key"
    assert row(page, "conflict")
    assert row(page, "camp") == "17 or more in 1 claim, against 15 in 1 claim"
    # The same articles by a longer way, the file itself among them.
    assert call("./few.md:5:21", "--with", ".", "--with", str(Path("many.md").absolute()))[1] == page


def test_a_name_with_colons_is_a_name(call: Call) -> None:
    Path("few:5").write_text(MANY, "utf-8")
    assert call("few:5:5")[1].startswith("few:5:5:12  15")


def test_a_line_of_json_lines_is_an_article(call: Call) -> None:
    records = [{"text": "In Tacna 12 people were killed."}, {"text": "Ilo saw 4 people hurt.", "title": "Two hurt"}]
    Path("news.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), "utf-8")
    status, page, _ = call("news.jsonl:2:999")
    assert status == 0
    assert [line.split("  ")[1] for line in page.splitlines() if line.startswith("news.jsonl:2  ")] == ["Two", "4"]


def test_machines_get_one_object_that_follows_its_schema(call: Call) -> None:
    for place, figures in (("few.md:5", 2), ("few.md:7", 1), ("few.md:8", 0)):
        _, out, _ = call(place, "--with", "many.md", "--format", "json")
        told = json.loads(out)
        Draft202012Validator(SCHEMAS["explanation"]()).validate(told)
        assert len(told["figures"]) == figures
    told = json.loads(call("few.md:5:21", "--with", "many.md", "--format", "json")[1])
    (claim,) = told["figures"][0]["claims"]
    (side,) = claim["sides"]
    assert claim["key"] == {"place": "Juliaca", "when": "2023-01-09"}
    assert side["camps"][side["camp"]]["low"] == 17


@pytest.mark.parametrize("format", ["terminal", "json"])
def test_text_of_articles_stays_inert(call: Call, format: str) -> None:
    status, out, _ = call("hostile.txt:1", "--format", format)
    assert status == 0
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


def test_lines_keep_to_80_columns(call: Call, root: Path) -> None:
    texts = [path.read_text("utf-8") for path in sorted((root / "seeds").iterdir())]
    Path("all.jsonl").write_text(json.dumps({"text": "\n\n".join(texts), "published": "2023-03-10"}), "utf-8")
    _, page, _ = call("all.jsonl:1")
    assert page.count("  value ") > 100
    assert [line for line in page.splitlines() if columns(line) > 80] == []

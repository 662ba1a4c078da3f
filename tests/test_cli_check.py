"""Checking new articles as CI does it: in a git repository, against the whole corpus, one discrepancy at its place."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Call
from tests.repository import ARTICLE, LATER, commit, git, later, repository


@pytest.fixture
def repo(tmp_path: Path, call: Call) -> Path:
    return repository(tmp_path)


def found(call: Call, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit status of a check, and its discrepancies."""
    status, out, _ = call("check", *arguments, "--format", "jsonl", "--quiet")
    return status, [json.loads(line) for line in out.splitlines()]


def files(one: dict[str, Any]) -> list[str]:
    """The files of a discrepancy's sides, in the order in which they are told."""
    told = {claim["id"]: claim["location"]["path"] for claim in one["claims"]}
    return [told[claim] for camp in one["camps"] for claim in camp["claims"]]


def test_the_life_of_an_article_under_ci(call: Call, repo: Path) -> None:
    wire = later(repo, 19)
    status, (conflict,) = found(call, "--diff", "HEAD", "articles")
    assert (status, conflict["severity"]) == (1, "conflict")
    assert files(conflict) == ["articles/wire.md", "articles/puente.md"]

    later(repo, 17)
    status, out, err = call("check", "--diff", "HEAD", "articles")
    assert (status, out) == (0, "")
    assert "no discrepancies" in err

    later(repo, 19)
    assert call("accept", conflict["id"], "--reason", "two ways of counting", "--in", "articles")[0] == 0
    commit(repo)
    wire.write_text(wire.read_text().replace("In Juliaca", "A line more.\n\nIn Juliaca"))
    assert found(call, "--diff", "HEAD", "articles") == (0, [])

    later(repo, 21)
    status, (again,) = found(call, "--diff", "HEAD", "articles")
    assert (status, again["id"] != conflict["id"]) == (1, True)


def test_it_is_told_in_the_new_file_with_the_other_side_beside(call: Call, repo: Path) -> None:
    later(repo, 19)
    status, out, _ = call("check", "articles/wire.md", "--against", "articles", "--format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    places = [result["locations"][0], *result["relatedLocations"]]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]
    assert (status, uris) == (1, ["articles/wire.md", "articles/puente.md"])
    assert "19 here, [17](1) in articles/puente.md" in result["message"]["text"]


def test_what_the_corpus_says_against_itself_is_not_told(call: Call, repo: Path) -> None:
    later(repo, 19)
    commit(repo)
    new = repo / "articles" / "cusco.md"
    new.write_text(ARTICLE.format(outlet="Nightly", published="2023-01-13", text="In Cusco the market opened again."))
    assert call("report", "articles")[0] == 1
    assert found(call, "articles/cusco.md", "--against", "articles") == (0, [])
    assert found(call, "--diff", "HEAD") == (0, [])


@pytest.mark.parametrize("name", ["articles/wire.md", "./articles//wire.md", "{repo}/articles/wire.md"])
def test_a_new_file_in_the_corpus_is_one_file_however_it_is_spelt(call: Call, repo: Path, name: str) -> None:
    later(repo, 19)
    status, out, _ = call("check", name.format(repo=repo), "--against", "articles", "--format", "json")
    report = json.loads(out)
    assert (status, report["summary"]["articles"], report["skipped"]) == (1, 1, [])


def test_a_new_file_may_lie_anywhere(call: Call, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("desk") / "draft.md"
    outside.write_text(LATER.format(n=19))
    status, (conflict,) = found(call, str(outside), "--against", "articles")
    assert (status, files(conflict)[0]) == (1, str(outside))


def test_new_files_are_set_against_each_other(call: Call, repo: Path) -> None:
    for number in (30, 31):
        text = f"In Lima {number} people were killed on 3 January 2023."
        (repo / f"{number}.md").write_text(ARTICLE.format(outlet=f"No {number}", published="2023-03-10", text=text))
    status, (conflict,) = found(call, "30.md", "31.md", "--against", "articles")
    assert (status, sorted(files(conflict))) == (1, ["30.md", "31.md"])


def test_only_the_article_that_changed_is_new_in_a_file_of_many(call: Call, repo: Path) -> None:
    lines = [
        {
            "id": "a",
            "published": "2023-03-10",
            "outlet": "A",
            "text": "In Juliaca 18 people were killed on 9 January 2023.",
        },
        {
            "id": "b",
            "published": "2023-03-11",
            "outlet": "B",
            "text": "In Cusco 5 people were killed on 10 January 2023.",
        },
    ]
    many = repo / "articles" / "many.jsonl"
    many.write_text("".join(json.dumps(line) + "\n" for line in lines))
    commit(repo)
    lines[1]["text"] = lines[1]["text"].replace("5", "6")
    many.write_text("".join(json.dumps(line) + "\n" for line in lines))
    _, told = found(call, "--diff", "HEAD", "articles")
    assert [one["key"]["place"] for one in told] == ["Cusco"]


def test_an_article_that_was_moved_is_not_new(call: Call, repo: Path) -> None:
    later(repo, 19)
    commit(repo)
    git(repo, "mv", "articles/wire.md", "articles/moved here.md")
    assert found(call, "--diff", "HEAD", "articles") == (0, [])
    file = repo / "articles" / "moved here.md"
    file.write_text(file.read_text().replace("2023-03-10", "2023-03-11"))
    assert found(call, "--diff", "HEAD", "articles")[0] == 1


def test_a_name_that_git_would_quote_is_found(call: Call, repo: Path) -> None:
    (repo / "articles" / 'añ"o\tx.md').write_text(LATER.format(n=19))
    assert found(call, "--diff", "HEAD", "articles")[0] == 1


def test_nothing_new_is_no_failure(call: Call, repo: Path) -> None:
    status, out, err = call("check", "--diff", "HEAD", "articles")
    assert (status, out) == (0, "")
    assert "no article differs from HEAD" in err
    status, out, _ = call("check", "--diff", "HEAD", "articles", "--format", "json", "--quiet")
    assert (status, json.loads(out)["summary"]["articles"]) == (0, 0)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        pytest.param(["--diff", "no-such-branch"], 2, "fetch-depth: 0", id="a revision that is not there"),
        pytest.param(["--diff", "--output=x"], 2, "fetch-depth: 0", id="a revision that is an option"),
        pytest.param(["gone.md", "--against", "articles"], 2, "gone.md: does not exist", id="no such file"),
        pytest.param(["articles/puente.md", "--against", "gone"], 2, "gone: does not exist", id="no such corpus"),
    ],
)
def test_what_cannot_be_checked_is_an_error(
    call: Call, repo: Path, arguments: list[str], status: int, told: str
) -> None:
    found, _, err = call("check", *arguments)
    assert (found, told in err) == (status, True), err
    assert not (repo / "x").exists()


def test_acceptances_that_match_nothing_are_told_though_nothing_is_found(call: Call, repo: Path) -> None:
    later(repo, 19)
    call("accept", "--baseline", "--in", "articles")
    later(repo, 17)
    status, out, err = call("check", "articles", "--diff", "HEAD")
    assert (status, out) == (0, "")
    assert "crosscheck-accepted.toml:3: " in err
    assert call("check", "articles", "--diff", "HEAD", "--quiet") == (0, "", "")


def test_outside_of_a_repository_git_says_so(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    status, _, err = call("check", "--diff", "HEAD", ".")
    assert (status, "not a git repository" in err) == (2, True)


def test_a_draft_on_standard_input_stands_for_its_file(call: Call, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later(repo, 17)
    draft = LATER.format(n=19).encode()
    for arguments, path in ((["-"], "-"), (["-", "--stdin-filename", "articles/wire.md"], "articles/wire.md")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(draft), "utf-8"))
        status, (conflict,) = found(call, *arguments, "--against", "articles")
        assert (status, files(conflict)[0]) == (1, path)
    assert files(conflict) == ["articles/wire.md", "articles/puente.md"], "the saved text is not read"

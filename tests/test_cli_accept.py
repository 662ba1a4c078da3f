"""Accepting as a desk does it: by id, all at once, by a remark; counted, listed, told where it is stale."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Call
from tests.repository import LATER, later, repository

BOOK = "crosscheck-accepted.toml"


@pytest.fixture
def repo(tmp_path: Path, call: Call) -> Path:
    """A corpus with one conflict."""
    repository(tmp_path)
    later(tmp_path, 19)
    return tmp_path


def ids(call: Call) -> list[str]:
    return [json.loads(line)["id"] for line in call("report", "articles", "--format", "jsonl")[1].splitlines()]


def test_accepted_ones_are_counted_and_listed_on_request(call: Call, repo: Path) -> None:
    (id,) = ids(call)
    status, out, err = call("accept", id, "--reason", "two counts", "--by", "Ana", "--in", "articles")
    assert (status, out, err) == (0, "", f"crosscheck: accepted 1 in {BOOK}\n")
    status, out, _ = call("report", "articles")
    assert status == 0
    assert "no discrepancies, 1 accepted." in out
    out = call("report", "articles", "--show-accepted")[1]
    assert re.search(f"ACCEPTED  People killed, Juliaca, 9 Jan 2023 +{id}", out)
    assert "Accepted by Ana: two counts" in out
    record = json.loads(call("report", "articles", "--show-accepted", "--format", "json")[1])
    assert record["summary"]["accepted"] == 1
    assert [one["accepted"] for one in record["discrepancies"]] == [{"reason": "two counts", "by": "Ana"}]
    assert len(record["claims"]) == 2


def test_the_beginning_of_an_id_is_enough_and_reasons_can_be_mended(call: Call, repo: Path) -> None:
    (id,) = ids(call)
    call("accept", id[:6], "--reason", "first", "--in", "articles")
    call("accept", id, "--reason", "second", "--in", "articles")
    assert (repo / BOOK).read_text().count("[[accepted]]") == 1
    assert 'reason = "second"' in (repo / BOOK).read_text()


def test_a_baseline_holds_all_and_pruning_takes_out_what_is_gone(call: Call, repo: Path) -> None:
    assert call("accept", "--baseline", "--in", "articles")[0] == 0
    assert call("report", "articles")[0] == 0
    later(repo, 17)
    out = call("report", "articles")[1]
    assert "Accepted, but no longer found" in out
    assert f"{BOOK}:3: " in out
    stale = json.loads(call("report", "articles", "--format", "json")[1])["stale"]
    assert [(one["path"], one["line"]) for one in stale] == [(BOOK, 3)]
    status, _, err = call("accept", "--prune", "--in", "articles")
    assert (status, err) == (0, f"crosscheck: accepted 0, took out 1 in {BOOK}\n")
    assert "[[accepted]]" not in (repo / BOOK).read_text()
    assert call("report", "articles")[1].count("no longer found") == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--reason", "x"], "give the ids"),
        (["abcdef", "--in", "articles"], "give a --reason"),
        (["abcdef", "--reason", "  "], "give a --reason"),
        (["abcdef", "--baseline"], "--baseline accepts all"),
        (["000000000000", "--reason", "x", "--in", "articles"], "no discrepancy has this id"),
        (["--baseline", "--in", "gone"], "gone: does not exist"),
    ],
)
def test_a_wrong_request_writes_nothing(call: Call, repo: Path, arguments: list[str], told: str) -> None:
    status, _, err = call("accept", *arguments)
    assert (status, told in err) == (2, True), err
    assert not (repo / BOOK).exists()


def remark(repo: Path, words: str) -> None:
    (repo / "articles" / "wire.md").write_text(f"{LATER.format(n=19)}<!-- crosscheck: {words} -->\n")


def test_a_remark_accepts_at_its_place(call: Call, repo: Path) -> None:
    remark(repo, "ignore[deaths] the wire counts police too")
    status, out, _ = call("report", "articles", "--show-accepted")
    assert status == 0
    assert "Accepted by articles/wire.md:6: the wire counts police too" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ignore[injured] why", "sets nothing aside any more"),
        ("ignore[deths] why", 'did you mean "deaths"?'),
        ("ignore[deaths]", "gives no reason"),
        ("ignore deaths why", "is not understood"),
        ("please ignore", "is not understood"),
    ],
)
def test_a_remark_that_does_nothing_is_told(call: Call, repo: Path, words: str, told: str) -> None:
    remark(repo, words)
    status, out, _ = call("report", "articles")
    assert status == 1
    assert told in " ".join(out.split())
    assert "articles/wire.md:6:" in out


def test_remarks_can_be_forbidden(call: Call, repo: Path) -> None:
    remark(repo, "ignore[deaths] why")
    status, out, _ = call("report", "articles", "--no-remarks")
    assert status == 1
    assert "this run heeds no remarks" in " ".join(out.split())
    (repo / "crosscheck.toml").write_text("remarks = false\n")
    assert call("report", "articles")[0] == 1
    assert call("report", "articles", "--isolated")[0] == 0


def test_a_file_that_is_asked_for_has_to_be_there(call: Call, repo: Path) -> None:
    status, _, err = call("report", "articles", "--accepted", "gone.toml")
    assert (status, "gone.toml: there is no such file" in err) == (2, True)
    assert call("accept", "--baseline", "--accepted", "new.toml", "--in", "articles")[0] == 0
    assert call("report", "articles", "--accepted", "new.toml")[0] == 0


def test_the_file_lies_beside_the_configuration_or_what_is_read(call: Call, repo: Path, tmp_path: Path) -> None:
    (repo / "articles" / "crosscheck.toml").write_text('accepted = "../reviewed.toml"\n')
    call("accept", "--baseline", "--in", "articles")
    assert (repo / "reviewed.toml").exists()
    assert call("report", "articles")[0] == 0
    assert call("report", "articles", "--isolated")[0] == 1
    assert call("report", "articles", "--isolated", "--accepted", "reviewed.toml")[0] == 0

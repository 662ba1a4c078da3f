"""Help that reads like a manual page, and completion as typer gives it."""

from __future__ import annotations

import re

import pytest

from crosscheck.cli.app import ORDER
from tests.conftest import Call


def test_commands_are_listed_in_the_order_of_need(call: Call) -> None:
    out = call("--help")[1]
    listed = re.findall(r"^  ([a-z]+)  ", out.partition("Commands:")[2].partition("Start with")[0], re.MULTILINE)
    assert tuple(listed) == ORDER
    assert "Exit status" in out
    assert "..." not in out.partition("Commands:")[2], "no line is cut"


@pytest.mark.parametrize("command", ["report", "check", "accept", "compare", "extract", "mentions", "explain"])
def test_every_command_has_an_example_that_parses(call: Call, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    out = call(command, "--help")[1]
    examples = re.findall(rf"crosscheck ({command} .*)", out.partition("Example")[2])
    assert examples
    options = set(re.findall(r"(?<!\S)--[a-z-]+", out.partition("Example")[0]))
    for example in examples:
        assert set(re.findall(r"--[a-z-]+", example.partition("|")[0])) <= options


@pytest.mark.parametrize(
    ("words", "wanted"), [("crosscheck re", "report"), ("crosscheck report --show-s", "--show-settings")]
)
def test_completion(call: Call, monkeypatch: pytest.MonkeyPatch, words: str, wanted: str) -> None:
    monkeypatch.setenv("_CROSSCHECK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    assert wanted in call()[1].split()

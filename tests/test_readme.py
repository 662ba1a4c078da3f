"""The README tells the truth: its commands are single lines that work, and the output it shows is the real one."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import Run

SET_UP = re.compile(r"python3 -m venv \.venv && \.venv/bin/pip install -q \S+ && \.venv/bin/(?P<rest>.+)")
ELISION = "[…]\n"


@pytest.fixture(scope="module")
def blocks(root: Path) -> dict[str, list[str]]:
    """The README's fenced blocks by language, in order."""
    found: dict[str, list[str]] = {"sh": [], "text": []}
    readme = (root / "README.md").read_text(encoding="utf-8")
    for lang, text in re.findall(r"^```(\w+)\n(.*?)^```$", readme, re.MULTILINE | re.DOTALL):
        found[lang].append(text)
    return found


def test_two_commands_of_one_line_each(blocks: dict[str, list[str]]) -> None:
    assert [command.count("\n") for command in blocks["sh"]] == [1, 1]
    first, second = (SET_UP.fullmatch(command.strip()) for command in blocks["sh"])
    assert first
    assert second
    assert (first["rest"], second["rest"]) == ("crosscheck report", "pytest")


def test_the_report_is_the_one_shown(blocks: dict[str, list[str]], run: Run) -> None:
    """Each stretch shown stands in the real report, in this order; what is left out between them is marked."""
    command = SET_UP.fullmatch(blocks["sh"][0].strip())
    assert command
    done = run(*shlex.split(command["rest"])[1:])
    assert done.returncode == 1, done.stderr
    position = 0
    for stretch in blocks["text"][0].split(ELISION):
        position = done.stdout.find(stretch, position)
        assert position >= 0, f"not in the report, or not there any more:\n{stretch}"
        position += len(stretch)
    assert position == len(done.stdout)


def test_the_files_it_names_are_there(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert [path for path in linked if not (root / path).exists()] == []

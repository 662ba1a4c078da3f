"""The README tells the truth: its commands are single lines that work, and the output it shows is the real one.

`pytest --update-cases` writes the output anew.
"""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import Run

SET_UP = re.compile(r"python3 -m venv \.venv && \.venv/bin/pip install -q [^&\n]+ && \.venv/bin/(?P<rest>.+)\n")
BLOCK = re.compile(r"^```(?P<lang>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(CONFLICT|TENSION|NOTE) ", re.MULTILINE)
TOTALS = re.compile(r"^\d+ articles?, ", re.MULTILINE)


def blocks(readme: str, lang: str) -> list[str]:
    return [match["text"] for match in BLOCK.finditer(readme) if match["lang"] == lang]


def excerpt(report: str) -> str:
    """The discrepancy that takes most room, and the totals; what is left out is marked."""
    totals = TOTALS.search(report)
    assert totals
    starts = [match.start() for match in HEADING.finditer(report)]
    found = [report[start:end] for start, end in pairwise([*starts, totals.start()])]
    longest = max(found, key=len)
    before, after = ("[…]\n\n" if longest is not found[end] else "" for end in (0, -1))
    return f"{before}{longest}{after}{report[totals.start() :]}"


def commands(readme: str) -> list[str]:
    """What the README's commands run once they have set up."""
    found = [SET_UP.fullmatch(text) for text in blocks(readme, "sh")]
    assert all(found), "a command of the README is no single line that sets up and runs"
    return [match["rest"] for match in found if match]


@pytest.fixture
def readme(root: Path) -> str:
    return (root / "README.md").read_text(encoding="utf-8")


def test_two_commands_of_one_line_each(readme: str) -> None:
    assert commands(readme) == ["crosscheck report", "pytest"]


def test_the_report_is_the_one_shown(readme: str, root: Path, run: Run, request: pytest.FixtureRequest) -> None:
    done = run(*shlex.split(commands(readme)[0])[1:])
    assert done.returncode == 1, done.stderr
    (shown,) = blocks(readme, "text")
    if request.config.getoption("--update-cases"):
        (root / "README.md").write_text(readme.replace(shown, excerpt(done.stdout)), encoding="utf-8")
    else:
        assert shown == excerpt(done.stdout)


def test_the_files_it_names_are_there(readme: str, root: Path) -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", readme)
    assert [path for path in linked if not (root / path).exists()] == []

"""The same articles and rules give the same bytes, whatever else differs."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

WORLDS = {
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "a locale without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale with its own small i": {"LC_ALL": "tr_TR.UTF-8"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
}


FORMATS = ("terminal", "json")


def report(run: Run, format: str, *paths: str, **world: Any) -> str:
    done = run("report", *paths, "--format", format, **({"env": {"PYTHONHASHSEED": "1"}} | world))
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


@pytest.fixture(scope="module")
def plain(run: Run) -> dict[str, str]:
    """The report on `seeds/` as it is, by format."""
    return {format: report(run, format, "seeds") for format in FORMATS}


@pytest.mark.parametrize("world", WORLDS)
def test_surroundings(run: Run, plain: dict[str, str], world: str) -> None:
    assert {format: report(run, format, "seeds", env=WORLDS[world]) for format in FORMATS} == plain


def test_order_of_files(run: Run, root: Path, plain: dict[str, str]) -> None:
    paths = sorted(f"seeds/{file.name}" for file in (root / "seeds").iterdir())
    shuffled = random.Random(7).sample(paths, len(paths))
    for order in (shuffled, shuffled[::-1]):
        assert {format: report(run, format, *order) for format in FORMATS} == plain


def test_working_folder(run: Run, root: Path, tmp_path: Path, plain: dict[str, str]) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    assert {format: report(run, format, "seeds", cwd=tmp_path) for format in FORMATS} == plain


def test_whole_paths(run: Run, root: Path, tmp_path: Path, plain: dict[str, str]) -> None:
    """Called from elsewhere, only the paths are told in another way."""
    away, home = (json.loads(text) for text in (report(run, "json", str(root / "seeds"), cwd=tmp_path), plain["json"]))
    assert away["summary"] == home["summary"]
    assert told(away) == told(home)


def told(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(found["severity"], found["kind"], found["message"]) for found in report["discrepancies"]]

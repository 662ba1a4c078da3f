"""The same articles and rules give the same bytes, whatever else differs."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from tests.conftest import Run

WORLDS = {
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "a locale without UTF-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale with its own small i": {"LC_ALL": "tr_TR.UTF-8"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
}


@pytest.fixture(params=["terminal", "json"])
def format(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def report(run: Run, format: str, *paths: str, **world: object) -> str:
    done = run("report", *paths, "--format", format, **({"env": {"PYTHONHASHSEED": "1"}} | world))
    assert (done.returncode, done.stderr) == (1, "")
    return done.stdout


@pytest.mark.parametrize("world", WORLDS)
def test_surroundings(run: Run, format: str, world: str) -> None:
    assert report(run, format, "seeds", env=WORLDS[world]) == report(run, format, "seeds")


def test_order_of_files(run: Run, root: Path, format: str) -> None:
    paths = sorted(f"seeds/{file.name}" for file in (root / "seeds").iterdir())
    shuffled = random.Random(7).sample(paths, len(paths))
    assert report(run, format, *shuffled) == report(run, format, *reversed(shuffled)) == report(run, format, "seeds")


def test_working_folder(run: Run, root: Path, tmp_path: Path, format: str) -> None:
    shutil.copytree(root / "seeds", tmp_path / "elsewhere" / "seeds")
    assert report(run, format, "seeds", cwd=tmp_path / "elsewhere") == report(run, format, "seeds")


def test_from_outside(run: Run, root: Path, tmp_path: Path) -> None:
    """With the whole path given, only the path is told in another way."""
    outside = report(run, "json", str(root / "seeds"), cwd=tmp_path).count('"severity"')
    assert outside == report(run, "json", "seeds").count('"severity"') > 0

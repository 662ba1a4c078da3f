"""The same articles and rules give the same bytes, whatever else differs."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, Run

# Each differs from the plain one in all that it can: where the bytes are the same, none of it matters.
WORLDS = {
    "another hash seed, a locale without UTF-8": {
        "PYTHONHASHSEED": "4242",
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
    },
    "another time zone, a locale with its own small i": {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"},
}


# Both reports in one process, the second from the cache that the first filled: another world's would tell its answers.
BOTH = """
import os, sys, tempfile
from crosscheck.cli import main
with tempfile.TemporaryDirectory() as folder:
    os.environ["CROSSCHECK_CACHE_DIR"] = folder
    for format in ("terminal", "json"):
        assert main(["report", "--format", format, *sys.argv[1:]]) == 1
"""


def reports(*paths: str, cwd: Path = ROOT, **world: str) -> str:
    """The report on these paths in either format."""
    done = subprocess.run(
        [sys.executable, "-c", BOTH, *paths],
        cwd=cwd,
        env=os.environ | {"PYTHONHASHSEED": "1"} | world,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def plain() -> str:
    """The report on `seeds/` as it is."""
    return reports("seeds")


@pytest.mark.parametrize("world", WORLDS)
def test_surroundings(plain: str, world: str) -> None:
    assert reports("seeds", **WORLDS[world]) == plain


def test_order_of_files(root: Path, plain: str) -> None:
    paths = sorted(f"seeds/{file.name}" for file in (root / "seeds").iterdir())
    assert reports(*random.Random(7).sample(paths, len(paths))) == plain


def test_working_folder(root: Path, tmp_path: Path, plain: str) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    assert reports("seeds", cwd=tmp_path) == plain


def test_whole_paths(run: Run, root: Path, tmp_path: Path) -> None:
    """Called from elsewhere, only the paths are told in another way."""
    command = ("report", "--no-cache", "--format", "json")
    away, home = (
        json.loads(run(*command, path, cwd=cwd).stdout)
        for path, cwd in ((str(root / "seeds"), tmp_path), ("seeds", root))
    )
    assert away["summary"] == home["summary"]
    assert told(away) == told(home)


def told(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(found["severity"], found["kind"], found["message"]) for found in report["discrepancies"]]

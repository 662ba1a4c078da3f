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


# Either world differs from the plain one in all that it can: where the bytes are the same, none of it matters.


def test_another_hash_seed_and_order_of_files_and_a_locale_without_utf_8(root: Path, plain: str) -> None:
    world = {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    paths = sorted(f"seeds/{file.name}" for file in (root / "seeds").iterdir())
    assert reports(*random.Random(7).sample(paths, len(paths)), **world) == plain


def test_another_working_folder_and_time_zone_and_a_locale_with_its_own_small_i(
    root: Path, tmp_path: Path, plain: str
) -> None:
    shutil.copytree(root / "seeds", tmp_path / "seeds")
    assert reports("seeds", cwd=tmp_path, TZ="Pacific/Kiritimati", LC_ALL="tr_TR.UTF-8") == plain


def test_whole_paths(run: Run, root: Path, tmp_path: Path, plain: str) -> None:
    """Called from elsewhere, only the paths are told in another way."""
    home = json.loads(plain[plain.index("\n{") :])
    away = json.loads(run("report", "--no-cache", "--format", "json", str(root / "seeds"), cwd=tmp_path).stdout)
    assert away["summary"] == home["summary"]
    assert told(away) == told(home)


def told(report: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(found["severity"], found["kind"], found["message"]) for found in report["discrepancies"]]

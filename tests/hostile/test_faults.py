"""A disk that is full, files that vanish or may not be read, two runs at once: told, and nothing is half written."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from crosscheck import intake
from crosscheck.errors import InputError
from crosscheck.intake import Missing
from crosscheck.model import Article, Skipped
from crosscheck.reporting.sink import write_whole

FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from crosscheck.cli import main
sys.exit(main(["schema", "claim", "-o", "out.json"]))
"""


def test_on_a_full_disk_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "out.json").write_text("as before", "utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (2, b"crosscheck: out.json: cannot be written: File too large\n")
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out.json": "as before"}


def test_a_file_that_vanishes_meanwhile_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Nine people were killed.", "utf-8")
    found = intake.read([str(tmp_path)])
    first = next(found)
    (tmp_path / "b.txt").unlink()
    gone, last = found
    assert isinstance(first, Article)
    assert isinstance(gone, Skipped)
    assert not isinstance(gone, Missing)
    assert gone.reason == "cannot be read: no such file or directory"
    assert isinstance(last, Article)


def test_what_may_not_be_read_is_told(forbidding: Path) -> None:
    (forbidding / "a.txt").write_text("Nine people were killed.", "utf-8")
    (forbidding / "b.txt").touch(mode=0)
    (forbidding / "c").mkdir(mode=0)
    read, *told = intake.read(["."])
    assert isinstance(read, Article)
    assert [(each.path, each.reason) for each in told if isinstance(each, Skipped)] == [
        ("b.txt", "cannot be read: permission denied"),
        ("c", "cannot be read: permission denied"),
    ]


def test_a_folder_that_may_not_be_written_is_told(forbidding: Path) -> None:
    forbidding.joinpath("kept").mkdir(mode=0o500)
    with pytest.raises(InputError, match=r"kept/out: cannot be written: Permission denied"):
        write_whole(forbidding / "kept" / "out", ["x"])


def test_of_two_that_write_at_once_one_is_there_whole(tmp_path: Path) -> None:
    texts = [sign * 100_000 for sign in "abcdefgh"]
    with ThreadPoolExecutor() as threads:
        list(threads.map(lambda text: write_whole(tmp_path / "out", [text[:50_000], text[50_000:]]), texts))
    assert (tmp_path / "out").read_text() in texts
    assert [path.name for path in tmp_path.iterdir()] == ["out"]

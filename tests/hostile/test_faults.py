"""A disk that is full, files that vanish or may not be read, two runs at once: told, and nothing is half written."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from crosscheck import intake
from crosscheck.errors import InputError
from crosscheck.intake import Missing
from crosscheck.model import Article, Skipped
from crosscheck.model.limits import Limits
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


class Growing(io.RawIOBase):
    """A file that somebody goes on writing to as fast as it is read: it has no end."""

    def __init__(self, line: bytes) -> None:
        self._line, self.given = line, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        assert self.given < 1_000_000, "it is read on and on"
        taken = min(len(buffer), 5_000)
        start = self.given % len(self._line)
        buffer[:taken] = (self._line * (taken // len(self._line) + 2))[start : start + taken]
        self.given += taken
        return taken


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_a_file_that_grows_as_fast_as_it_is_read_is_read_to_a_limit_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    line = b'{"text": "Nine people were killed."}\n' if name == "a.jsonl" else b"Nine people were killed.\n\n"
    (tmp_path / name).write_bytes(line)
    monkeypatch.setattr(Path, "open", lambda *_: io.BufferedReader(Growing(line)))
    items = list(intake.read([str(tmp_path)], limits=Limits(file=20_000, articles=40)))
    assert len([item for item in items if isinstance(item, Article)]) == (40 if name == "a.jsonl" else 0)
    (told,) = [item.reason for item in items if isinstance(item, Skipped)]
    assert ("articles" if name == "a.jsonl" else "file") in told
    assert "limit" in told


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

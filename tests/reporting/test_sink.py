"""A file is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck.errors import InputError
from crosscheck.reporting.sink import write_whole


def test_text_is_written_in_utf_8(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.txt", ["según ", "\udc80\n"])
    assert (tmp_path / "out.txt").read_bytes() == "según \\udc80\n".encode()


def test_what_was_there_stays_when_making_the_text_fails(tmp_path: Path) -> None:
    def failing() -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    target = tmp_path / "out.txt"
    target.write_text("before")
    with pytest.raises(KeyboardInterrupt):
        write_whole(target, failing())
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]
    assert target.read_text() == "before"


def test_a_missing_folder_is_an_error_with_the_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no/out\.txt: cannot be written: No such file"):
        write_whole(tmp_path / "no" / "out.txt", ["x"])


def test_a_link_stays_a_link_and_rights_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link.txt"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, ["after"])
    assert link.is_symlink()
    assert target.read_text() == "after"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_not_replaced() -> None:
    write_whole(Path(os.devnull), ["x"])
    assert not Path(os.devnull).is_file()

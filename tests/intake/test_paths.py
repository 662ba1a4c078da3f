"""Paths: folders, links, endings, order, and what is no file at all."""

from __future__ import annotations

import inspect
import os
import random
import socket
import sys
from pathlib import Path

import pytest

from crosscheck.intake.paths import Missing, Source, sources
from crosscheck.model import Skipped


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("news/b.txt", "news/a.md", "news/a/z.jsonl", "news/a.b/c.TXT", "news/.hidden.txt", "news/.git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Nine.")
    return tmp_path


def names(*paths: str) -> list[str]:
    return [each.name for each in sources(paths) if isinstance(each, Source)]


def skipped(*paths: str) -> list[Skipped]:
    return [each for each in sources(paths) if isinstance(each, Skipped)]


def test_folders_are_read_whole_in_the_order_of_names(folder: Path) -> None:
    assert names("news") == ["news/a/z.jsonl", "news/a.b/c.TXT", "news/a.md", "news/b.txt"]


def test_the_order_is_that_of_names_however_the_paths_are_given(folder: Path) -> None:
    paths = ["news/b.txt", "news/a.md", "news/a/z.jsonl", "news/a.b/c.TXT"]
    for seed in range(10):
        random.Random(seed).shuffle(paths)
        assert names(*paths) == names("news")


def test_a_file_given_twice_is_read_once_without_a_word(folder: Path) -> None:
    assert names("news/b.txt", "news//b.txt", "./news/b.txt", "news") == names("news")
    assert not skipped("news/b.txt", "news//b.txt", "./news/b.txt", "news")


def test_a_file_of_two_names_is_read_once_and_told(folder: Path) -> None:
    absolute = str(folder / "news/b.txt")
    assert names("news/b.txt", absolute) == [absolute]
    (note,) = skipped("news/b.txt", absolute)
    assert note == Skipped("news/b.txt", f"is the same file as {absolute}, where it is read")


def test_a_missing_path_is_told_and_loses_nothing(folder: Path) -> None:
    found = list(sources(["news/b.txt", "no/such.txt", "news/a.md"]))
    assert [type(each) for each in found] == [Source, Source, Missing]
    missing = found[-1]
    assert isinstance(missing, Missing)
    assert (missing.path, missing.reason) == ("no/such.txt", "does not exist; check the path")


def test_hidden_files_are_read_when_they_are_named(folder: Path) -> None:
    assert names("news/.hidden.txt") == ["news/.hidden.txt"]
    assert names("news/.git") == ["news/.git/d.txt"]


def test_other_endings_are_counted_and_read_when_they_are_named(folder: Path) -> None:
    for name in ("x.html", "y.HTML", "README"):
        (folder / "news" / name).write_text("Nine.")
    (note,) = skipped("news")
    assert note.path == "news"
    assert "holds 3 files" in note.reason
    assert "(.html 2, no ending 1)" in note.reason
    assert names("news/x.html") == ["news/x.html"]


def test_loops_of_links_end(folder: Path) -> None:
    (folder / "news/a/up").symlink_to(folder / "news")
    (folder / "news/self.txt").symlink_to(folder / "news/self.txt")
    assert names("news") == ["news/a/z.jsonl", "news/a.b/c.TXT", "news/a.md", "news/b.txt"]
    up, selfish = skipped("news")
    assert up == Skipped("news/a/up", "is the same folder as news, where it is read")
    assert selfish.path == "news/self.txt"


def test_folders_that_link_to_each_other_are_each_read_once(folder: Path) -> None:
    many = folder / "many"
    for name in "abcdefgh":
        (many / name).mkdir(parents=True)
        (many / name / f"{name}.txt").write_text("Nine.")
    for name in "abcdefgh":
        for other in "abcdefgh":
            (many / name / f"to_{other}").symlink_to(many / other)
    assert len(names("many")) == 8


def test_links_are_followed_within_what_was_asked_for(folder: Path) -> None:
    """Who may add a file to a folder, as with a pull request, is not to have another file read and quoted."""
    (folder / "secret.txt").write_text("Nine.")
    (folder / "secrets").mkdir()
    (folder / "secrets/s.txt").write_text("Nine.")
    (folder / "news/secret.txt").symlink_to(folder / "secret.txt")
    (folder / "news/secrets").symlink_to("../secrets")
    (folder / "news/twice.txt").symlink_to("secrets/s.txt")
    why = "is a link out of news; name what it leads to, to read that"
    assert skipped("news") == [Skipped(f"news/{name}", why) for name in ("secret.txt", "secrets", "twice.txt")]
    assert {"news/secret.txt", "news/secrets/s.txt"} <= {
        *names("news", "secret.txt", "secrets"),
        *names("news/secret.txt"),
    }
    (folder / "alias").symlink_to("news")
    assert "alias/b.txt" in names("alias"), "a link that is named is followed"


def test_a_link_to_nothing(folder: Path) -> None:
    (folder / "news/gone.txt").symlink_to(folder / "nowhere")
    assert [note.path for note in skipped("news")] == ["news/gone.txt"]
    (missing,) = skipped("news/gone.txt")
    assert isinstance(missing, Missing)


def test_pipes_sockets_and_devices_are_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "news/pipe.txt")
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("news/socket.txt")
        reasons = {note.path: note.reason for note in skipped("news", "/dev/null", "news/pipe.txt")}
    assert "named pipe" in reasons["news/pipe.txt"]
    assert "socket" in reasons["news/socket.txt"]
    assert "device" in reasons["/dev/null"]
    assert not names("/dev/null")


def test_deep_folders_need_no_recursion(folder: Path) -> None:
    deep = folder.joinpath("deep", *"d" * 120)
    deep.mkdir(parents=True)
    (deep / "e.txt").write_text("Nine.")
    limit = sys.getrecursionlimit()
    try:
        sys.setrecursionlimit(100 + len(inspect.stack(0)))
        found = names("deep")
    finally:
        sys.setrecursionlimit(limit)
    assert len(found) == 1


def test_a_name_that_is_no_utf_8_can_be_printed(folder: Path) -> None:
    raw = os.fsencode(str(folder / "news")) + b"/\xff.txt"
    with open(raw, "wb") as opened:  # noqa: PTH123  # a path of bytes
        opened.write(b"Nine.")
    assert "news/\\udcff.txt" in names("news")


def test_a_path_with_a_nul(folder: Path) -> None:
    (note,) = skipped("news/\0.txt")
    assert "cannot be read" in note.reason


def test_standard_input_is_no_file(folder: Path) -> None:
    assert list(sources(["news/b.txt", "-", "-"])) == [Source("-", "-"), Source("news/b.txt", "news/b.txt")]

"""On a disk that takes no more, an output is written whole or not at all, that is told, and no report is lost."""

from __future__ import annotations

import io
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from crosscheck.running import store
from tests.conftest import ROOT, Call

HEAD = "---\noutlet: {outlet}\npublished: 2023-01-12\n---\n"
FEW = HEAD.format(outlet="El Puente") + "On Monday 17 people were killed in Juliaca.\n"
MANY = HEAD.format(outlet="Andes Wire") + "In Juliaca 19 people were killed on 9 January.\n"
BEFORE = "as it was before\n"
FULL = Path("/dev/full")
NO_ROOM = "crosscheck: standard output cannot be written: No space left on device\n"


@contextmanager
def small_files(size: int) -> Iterator[None]:
    """Within it no file grows beyond so many bytes, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def held(folder: Path) -> dict[str, bytes]:
    """What the files of a folder hold."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def news(tmp_path: Path, call: Call) -> Path:
    """Two articles that contradict each other, the claims of them, and the first of the files to be written."""
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "few.md").write_text(FEW, "utf-8")
    (tmp_path / "news" / "many.md").write_text(MANY, "utf-8")
    assert call("extract", "news", "--format", "jsonl", "-o", "claims.jsonl")[0] == 0
    (tmp_path / "out").write_text(BEFORE, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("report", "news", "-o", "FILE"), id="report"),
        pytest.param(("report", "news", "--format", "sarif", "-o", "FILE", "--format", "github"), id="report twice"),
        pytest.param(("check", "news/few.md", "--against", "news", "--format", "json", "-o", "FILE"), id="check"),
        pytest.param(("compare", "claims.jsonl", "-o", "FILE"), id="compare"),
        pytest.param(("explain", "news/few.md:5", "-o", "FILE"), id="explain"),
        pytest.param(("extract", "news", "-o", "FILE"), id="extract"),
        pytest.param(("mentions", "news", "--format", "jsonl", "-o", "FILE"), id="mentions"),
        pytest.param(("rules", "show", "deaths", "-o", "FILE"), id="a rule"),
        pytest.param(("schema", "claim", "-o", "FILE"), id="schema"),
        pytest.param(("accept", "--baseline", "--in", "news", "--accepted", "FILE"), id="accept"),
    ],
)
@pytest.mark.parametrize("file", ["out", "new"])
def test_files_are_whole_or_as_they_were(call: Call, news: Path, arguments: tuple[str, ...], file: str) -> None:
    if "accept" in arguments:
        (news / "out").write_text("accepted = []\n", "utf-8")
    before = held(news)
    named = [file if part == "FILE" else part for part in arguments]
    with small_files(100):
        status, out, err = call(*named)
    assert (status, out) == (2, "")
    assert err.splitlines()[-1] == f"crosscheck: {file}: cannot be written: File too large"
    assert held(news) == before


def test_a_new_rule_is_whole_or_not_there(call: Call, news: Path) -> None:
    before = held(news)
    with small_files(100):
        told = call("rules", "new", "trees")
    assert told == (2, "", "crosscheck: trees.toml: cannot be written: File too large\n")
    assert held(news) == before


def test_of_several_files_each_is_whole_or_as_it_was(call: Call, news: Path) -> None:
    wanted = call("report", "news", "--format", "csv")[1].encode()
    before = held(news)
    with small_files(len(wanted)):
        formats = ("--format", "csv", "-o", "table", "--format", "json", "-o", "out", "--format", "terminal")
        told = call("report", "news", *formats, "--no-cache")
    assert told == (2, "", "crosscheck: out: cannot be written: File too large\n")
    assert held(news) == before | {"table": wanted}


@pytest.mark.parametrize("begun", [True, False])
def test_the_summary_of_a_step_gets_all_or_nothing(
    call: Call, news: Path, monkeypatch: pytest.MonkeyPatch, begun: bool
) -> None:
    name = "out" if begun else "new"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
    before = held(news)
    with small_files(100):
        status, out, err = call("report", "news", "--format", "github", "--no-cache")
    assert (status, out.count("::error ")) == (2, 1)
    assert err == f"crosscheck: {name}, which GITHUB_STEP_SUMMARY names, cannot be written: File too large\n"
    assert held(news) == before


@pytest.mark.parametrize("size", [1, 20_000, 60_000])
def test_a_cache_without_room_loses_no_report(
    call: Call, news: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory, size: int
) -> None:
    cache = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(cache))
    many = "\n\n".join(f"Then {number} people were hurt in Lima on 3 May 2022." for number in range(2, 300))
    (news / "news" / "long.md").write_text(many, "utf-8")
    wanted = call("report", "news", "--format", "json", "--no-cache")
    for _ in range(2):
        with small_files(size):
            status, out, err = call("report", "news", "--format", "json")
        assert (status, out) == wanted[:2]
        assert err == (
            f"crosscheck: the cache in {cache} is not used: its disk is full, or fails; "
            "the run is only slower without it\n"
        )
        assert set(held(cache)) <= {store.NAME}
    assert call("report", "news", "--format", "json") == wanted
    assert "results  0" not in call("cache", "stats")[1]


PRINTED = [
    ("report", "news"),
    ("report", "news", "--format", "json"),
    ("check", "news/few.md", "--against", "news"),
    ("compare", "claims.jsonl"),
    ("explain", "news/few.md:5"),
    ("extract", "news"),
    ("mentions", "news", "--format", "jsonl"),
    ("rules", "list"),
    ("rules", "show", "deaths"),
    ("schema", "claim"),
    ("cache", "stats"),
    ("report", "--show-settings"),
    ("report", "news", "--show-files"),
    ("report", "--help"),
    ("--version",),
]


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("size", [-1, 0], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("arguments", PRINTED, ids=" ".join)
def test_a_full_standard_output_is_told(
    call: Call, news: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], size: int
) -> None:
    with io.TextIOWrapper(FULL.open("wb", buffering=size), "utf-8", write_through=size == 0) as out:
        monkeypatch.setattr(sys, "stdout", out)
        status, _, err = call(*arguments)
    assert (status, err.splitlines(keepends=True)[-1]) == (2, NO_ROOM)
    assert "Traceback" not in err


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
from crosscheck.cli import main
sys.exit(main(["rules", "show", "deaths", "--format", "markdown"]))
"""


@pytest.mark.parametrize("unbuffered", ["1", ""])
def test_an_output_that_is_cut_short_is_told(tmp_path: Path, unbuffered: str) -> None:
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-B", "-c", LIMITED],
            env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
            stdout=out,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"crosscheck: standard output cannot be written: File too large\n"
    assert (tmp_path / "out").stat().st_size == 1000


class Sip(io.RawIOBase):
    """A stream that takes a few bytes at once."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | memoryview, /) -> int:  # type: ignore[override]
        self.taken += bytes(data[:100])
        return min(len(data), 100)


def test_a_stream_that_takes_a_little_at_once_gets_all(call: Call, news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = call("report", "news", "--format", "json")
    sip = Sip()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(sip, "utf-8", write_through=True))
    assert call("report", "news", "--format", "json")[0] == wanted[0]
    assert sip.taken.decode() == wanted[1]

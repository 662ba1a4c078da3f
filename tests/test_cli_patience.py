"""Articles whose time is spent: every command says so, and what was read of them is not taken for all of them later."""

from __future__ import annotations

from functools import partial
from itertools import count
from pathlib import Path

import pytest

import crosscheck.extraction
from crosscheck.extraction import Extractor
from tests.conftest import Call

TEXT = "".join(f"{n} people were killed in Lima.\n\n" for n in ("Nine", "Ten", "Eleven", "Twelve"))
TOLD = "crosscheck: a.txt:5: reading took over 2 s of the processor's time, so the rest is not checked; "


@pytest.mark.parametrize("command", ["extract", "mentions"])
@pytest.mark.parametrize("format", ["table", "jsonl"])
def test_lists_tell_it_and_a_faster_run_reads_all(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, format: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "crosscheck.toml").write_text("[limits]\nseconds = 2\n", "utf-8")
    arguments = (command, "a.txt", "--format", format)
    with monkeypatch.context() as patch:
        ticks = count()
        patch.setattr(crosscheck.extraction, "Extractor", partial(Extractor, clock=lambda: next(ticks)))
        status, out, err = call(*arguments)
    assert status == 0
    assert err.startswith(TOLD)
    assert err.count("\n") == 1
    assert "Nine" in out
    assert "Twelve" not in out
    status, out, err = call(*arguments)
    assert (status, err) == (0, "")
    assert "Twelve" in out


@pytest.mark.parametrize(
    ("line", "status", "seen"),
    [pytest.param(1, 0, True, id="before it was spent"), pytest.param(7, 3, False, id="after it was spent")],
)
def test_an_explanation_tells_it(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: int, status: int, seen: bool
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    ticks = count()
    monkeypatch.setattr(crosscheck.extraction, "Extractor", partial(Extractor, clock=lambda: next(ticks)))
    found, out, err = call("explain", f"a.txt:{line}", "--limit", "seconds=2")
    assert (found, bool(out)) == (status, seen)
    assert err.startswith(TOLD)
    assert err.count("\n") == 1, "and not that no figure stands where none was looked for"


def test_a_report_tells_it_and_a_faster_run_reads_all(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "crosscheck.toml").write_text("[limits]\nseconds = 2\n", "utf-8")
    with monkeypatch.context() as patch:
        ticks = count()
        patch.setattr(crosscheck.extraction, "Extractor", partial(Extractor, clock=lambda: next(ticks)))
        _, cut, _ = call("report", "a.txt")
    _, whole, _ = call("report", "a.txt")
    assert "reading took over 2 s" in " ".join(cut.split())
    assert "reading took over" not in " ".join(whole.split())

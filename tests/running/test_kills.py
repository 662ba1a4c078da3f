"""A run that is killed while it writes its cache harms no later one; `tests.running.kills` tries it at any moment."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest

from tests.running import kills

# Killed as the cache is given its eighth value, in the middle of a transaction.
DYING = """
import os, signal
from crosscheck.running import store
opening, given = store.Store.__init__, []
def note(told):
    given.extend([told] if told.startswith("INSERT") else [])
    if len(given) == 8:
        os.kill(os.getpid(), signal.SIGKILL)
def open(self, *arguments):
    opening(self, *arguments)
    self._base.set_trace_callback(note)
store.Store.__init__ = open
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
def test_killed_runs_leave_the_cache_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    field = kills.Field(tmp_path)
    field.prepare(articles=12)
    expected, _ = field.start("--no-cache", "--jobs", "1").end()
    with monkeypatch.context() as patch:
        patch.setattr(kills, "COMMAND", DYING + kills.COMMAND)
        killed = field.start("--jobs", "1")
        assert (*killed.end(), killed.process.returncode) == (b"", b"", -signal.SIGKILL)
    assert field.start("--jobs", "1").end() == (expected, b"")
    assert expected

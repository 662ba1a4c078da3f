"""The command in a process of its own, and what it took: wall time, processor time with its workers', peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
POLL = 0.05  # seconds between two looks at the memory of a process and its workers


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the wall and on processors, and MiB of it and its workers at their most."""

    wall: float
    cpu: float
    peak: float
    status: int


def run(arguments: Sequence[str], *, cache: Path | None = None, watch: bool = False) -> Cost:
    """Run the command; without a cache folder it goes without one. `watch` measures memory, and costs some time."""
    plain = cache is not None or arguments[-1] in ("--help", "--version")
    own = ["-m", "crosscheck", *arguments, *(() if plain else ("--no-cache",))]
    return python(own, {"CROSSCHECK_CACHE_DIR": str(cache)} if cache else {}, watch=watch)


def python(arguments: Sequence[str], environment: Mapping[str, str] | None = None, *, watch: bool = False) -> Cost:
    """Run Python with these arguments, its output thrown away; its bytecode is kept, as an installed program's is."""
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept = os.environ.get("PYTHONPYCACHEPREFIX") or str(Path(tempfile.gettempdir()) / "crosscheck-compiled")
    compiled = {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": kept}
    before, begun = os.times(), time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=plain | compiled | dict(environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    peak = 0.0
    while watch and process.poll() is None:
        peak = max(peak, memory(process.pid))
        time.sleep(POLL)
    status = process.wait()
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - begun, cpu, peak, status)


def memory(pid: int) -> float:
    """MiB that a process and all that it started hold now, pages that they share counted once; Linux alone tells it."""
    total = 0.0
    for each in (pid, *descendants(pid)):
        try:
            rollup = Path(f"/proc/{each}/smaps_rollup").read_text(encoding="ascii")
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return total


def descendants(pid: int) -> list[int]:
    """The processes that a process started, and theirs."""
    try:
        children = [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []
    return [*children, *(each for child in children for each in descendants(child))]

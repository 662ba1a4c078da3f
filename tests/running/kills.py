"""Runs that are killed at random moments with the cache in use: python -m tests.running.kills [--runs N] [--seed N]

Each run reads the same articles with two workers, and is killed, terminated or interrupted, or one of its workers is
killed, at a random moment. Afterwards a run with what the others left of the cache must print what one without prints.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import corpus, rules
from tests.benchmarks.processes import ROOT, descendants

# As the command does, but with batches and writes so small that a small corpus makes many of them.
COMMAND = """
from crosscheck.running import cache, local
cache.WAITING = 4000
local.run.__kwdefaults__.update(threshold=1000, batch=6000)
if __name__ == "__main__":
    from crosscheck.__main__ import main
    main()
"""
WAYS = ("kill", "terminate", "interrupt", "kill a worker")
# A signal that comes before the program has begun to heed it ends the process in the system's way.
STATUS = {
    "kill": (-signal.SIGKILL,),
    "terminate": (128 + signal.SIGTERM, -signal.SIGTERM),
    "interrupt": (130, -signal.SIGINT),
    "kill a worker": (2,),
}


@dataclass(frozen=True, slots=True)
class Field:
    """Where runs are made: a folder with articles, one rule and room for a cache."""

    folder: Path

    def prepare(self, articles: int) -> None:
        """Write the articles and the rule."""
        rules.write(self.folder / "rules", 1, present=True)
        records = (line for line, _ in zip(corpus.lines("ordinary", 10**9), range(articles), strict=False))
        (self.folder / "news.jsonl").write_text("".join(records), encoding="utf-8")
        os.utime(self.folder / "news.jsonl", (1_600_000_000, 1_600_000_000))

    def start(self, *more: str) -> subprocess.Popen[bytes]:
        """A run in a process, with the cache unless told otherwise."""
        own = {"CROSSCHECK_CACHE_DIR": str(self.folder / "cache"), "PYTHONPATH": str(ROOT)}
        arguments = ["report", "news.jsonl", "--rules", "rules", "--format", "json", "--jobs", "2", *more]
        return subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=self.folder,
            env=os.environ | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


def attack(process: subprocess.Popen[bytes], way: str, chance: random.Random) -> None:
    """End a run, or one of its workers where it has one, in some way."""
    if way == "kill a worker":
        workers = descendants(process.pid)
        if workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
    else:
        process.send_signal({"kill": signal.SIGKILL, "terminate": signal.SIGTERM, "interrupt": signal.SIGINT}[way])


def fault(process: subprocess.Popen[bytes], way: str, expected: bytes) -> str | None:
    """What is wrong with how a run ended, None where nothing is."""
    out, err = process.communicate()
    if b"Traceback" in err:
        return f"{way}: {err.decode()}"
    if process.returncode in (0, 1, 3):
        return None if out == expected else f"{way}: ended with status {process.returncode} and another report"
    # A resource tracker or fork server that is killed takes the run along; that is told, and nothing is printed.
    if out or process.returncode not in STATUS[way]:
        return f"{way}: ended with status {process.returncode}: {err.decode()}"
    return None


def trial(folder: Path, runs: int, seed: int, articles: int = 60) -> tuple[Counter[str], list[str]]:
    """How many runs were attacked in each way, and all that was wrong with how they ended and what they left."""
    field, chance = Field(folder), random.Random(seed)
    field.prepare(articles)
    begun = time.monotonic()
    expected, _ = field.start("--no-cache").communicate()
    length = time.monotonic() - begun
    ways: Counter[str] = Counter()
    faults = [] if expected else ["a run without cache printed nothing"]
    for _ in range(runs):
        way = chance.choice(WAYS)
        ways[way] += 1
        process = field.start()
        # Most of a run is its start: the moments after that are the ones to look at.
        time.sleep(length * chance.uniform(0.2, 1.1))
        attack(process, way, chance)
        faults += filter(None, [fault(process, way, expected)])
    for _ in range(2):
        out, err = field.start().communicate()
        if (out, err) != (expected, b""):
            faults.append(f"afterwards: {'the same' if out == expected else 'another'} report, and {err.decode()!r}")
    return ways, faults


def main() -> None:
    """Attack so many runs and tell what came of it; exit with status 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.running.kills")
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ways, faults = trial(Path(folder), told.runs, told.seed)
    print(", ".join(f"{way} {count}" for way, count in sorted(ways.items())))
    print("\n".join(faults) or "every later run printed what a fresh one prints")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

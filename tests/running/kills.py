"""Runs that are killed at random moments with the cache in use: python -m tests.running.kills [--runs N] [--seed N]

Each run reads the same articles with two workers, and is killed, or asked to end, or one of its workers is killed, at a
random moment. Afterwards a run with what the others left of the cache must print what one without prints.

A run that is killed ends by that signal. One that is asked to end says so by its status, from the moment at which it
heeds signals: what happens before, while Python itself starts, is Python's. What it prints is the beginning of
what a run without harm prints, and a file that it writes is that whole or is not there. A worker that is killed is
replaced; only where Python's own resource tracker or fork server is, a run gives up, and says so.
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
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import corpus, rules
from tests.benchmarks.processes import ROOT, descendants

# As the command does, but with batches and writes so small that a small corpus makes many of them; and with a sign, on
# a pipe of its own, that signals are heeded from here on.
COMMAND = """
import os
from crosscheck import __main__ as command
heed = command.heed
def heeding():
    heed()
    os.write(int(os.environ["HEEDING"]), b"!")
    from crosscheck.running import cache, local
    cache.WAITING = 4000
    local.run.__kwdefaults__.update(threshold=1000, batch=6000)
if __name__ == "__main__":
    command.heed = heeding
    command.main()
"""
SIGNALS = {
    "kill": signal.SIGKILL,
    "terminate": signal.SIGTERM,
    "interrupt": signal.SIGINT,
    "hang up": getattr(signal, "SIGHUP", signal.SIGTERM),
}
WAYS = (*SIGNALS, "kill a worker")
OUTPUT = "report.json"
POLL = 0.002  # seconds between looks for a worker
WHOLE = (0, 1, 3)  # statuses of runs that reached their end


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

    def renew(self, number: int) -> None:
        """Set a limit that no article meets: what the cache keeps under another one has to be read anew."""
        (self.folder / "crosscheck.toml").write_text(f"[limits]\nseconds = {1_000 + number}\n", encoding="utf-8")

    def start(self, *more: str) -> Run:
        """A run in a process, with the cache unless told otherwise."""
        arguments = ["report", "news.jsonl", "--rules", "rules", "--format", "json", "--jobs", "2", *more]
        sign, there = os.pipe()
        own = {"CROSSCHECK_CACHE_DIR": str(self.folder / "cache"), "PYTHONPATH": str(ROOT), "HEEDING": str(there)}
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *arguments],
            cwd=self.folder,
            env=os.environ | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            pass_fds=(there,),
        )
        os.close(there)
        return Run(process, sign)

    def written(self) -> bytes | None:
        """What a run left in the output file, which is taken away; None where there is none."""
        try:
            return (self.folder / OUTPUT).read_bytes()
        except FileNotFoundError:
            return None
        finally:
            (self.folder / OUTPUT).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Run:
    """A run in a process, and the pipe on which it gives the sign that it heeds signals."""

    process: subprocess.Popen[bytes]
    sign: int

    def heeds(self) -> bool:
        """Whether the sign was given by now; it can be asked once."""
        os.set_blocking(self.sign, False)
        try:
            return os.read(self.sign, 1) == b"!"
        except BlockingIOError:
            return False

    def attack(self, way: str, chance: random.Random) -> tuple[int, ...]:
        """End the run, or one of its workers where it has one, in some way; gives the statuses that may follow."""
        heeding = self.heeds()
        if way == "kill a worker":
            self._kill_worker(chance)
            return (*WHOLE, 2)
        number = SIGNALS[way]
        # The run may end before the signal comes.
        self.process.send_signal(number)
        if way == "kill":
            return (*WHOLE, -number)
        return (*WHOLE, 128 + number) if heeding else (*WHOLE, 128 + number, -number)

    def _kill_worker(self, chance: random.Random) -> None:
        """Kill a worker as soon as there is one; a run that finds all in the cache starts none."""
        while self.process.poll() is None:
            workers = descendants(self.process.pid)
            if workers:
                with suppress(ProcessLookupError):  # it ended by itself
                    os.kill(chance.choice(workers), signal.SIGKILL)
                return
            time.sleep(POLL)

    def end(self) -> tuple[bytes, bytes]:
        """Wait for the end, and give what was printed and what was told."""
        try:
            return self.process.communicate()
        finally:
            os.close(self.sign)


def fault(run: Run, allowed: tuple[int, ...], field: Field, expected: bytes, to_file: bool) -> str | None:
    """What is wrong with how a run ended, None where nothing is."""
    out, err = run.end()
    status, written = run.process.returncode, field.written()
    told = f"status {status}: {err.decode()}"
    if status not in allowed:
        return f"ended with {told}"
    if b"Traceback" in err and status != -signal.SIGINT:
        return f"ended with a trace and {told}"
    if written not in (None, expected):
        return f"left half a file, with {told}"
    if not expected.startswith(out):
        return f"printed another report, with {told}"
    if status in WHOLE and (written if to_file else out) != expected:
        return f"did not print all, with {told}"
    if status == 2 and not err:
        return "gave up without a word"
    left = [path.name for path in field.folder.glob(f".{OUTPUT}.*")]
    if left and status != -signal.SIGKILL:
        return f"left {left}, with {told}"
    return None


def trial(folder: Path, runs: int, seed: int, articles: int = 60) -> tuple[Counter[str], list[str]]:
    """How many runs were attacked in each way, and all that was wrong with how they ended and what they left."""
    field, chance = Field(folder), random.Random(seed)
    field.prepare(articles)
    expected, _ = field.start("--no-cache").end()
    field.renew(-1)
    lengths = tuple(_length(field) for _ in range(2))
    ways: Counter[str] = Counter()
    faults = [] if expected else ["a run without cache printed nothing"]
    for number in range(runs):
        # Of two runs the first finds nothing that it can use, and the second what that one came to keep.
        field.renew(number // 2)
        way, to_file = WAYS[number % len(WAYS)], chance.random() < 0.5
        run = field.start(*(("-o", OUTPUT) if to_file else ()))
        # Most of a run is its start: the moments after that are the ones to look at.
        time.sleep(lengths[number % 2] * chance.uniform(0.05, 1.0))
        allowed = run.attack(way, chance)
        wrong = fault(run, allowed, field, expected, to_file)
        ways[
            f"{way}: {'ran to its end' if run.process.returncode in WHOLE else f'status {run.process.returncode}'}"
        ] += 1
        faults += [f"{way}: {wrong}"] if wrong else []
    for _ in range(2):
        out, err = field.start().end()
        if (out, err) != (expected, b""):
            faults.append(f"afterwards: {'the same' if out == expected else 'another'} report, and {err.decode()!r}")
    return ways, faults


def _length(field: Field) -> float:
    """How long a run takes, in seconds."""
    begun = time.monotonic()
    field.start().end()
    return time.monotonic() - begun


def main() -> None:
    """Attack so many runs and tell what came of it; exit with status 1 where anything was wrong."""
    # Started in the background of a shell, a process ignores interrupts, and so would those that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    parser = argparse.ArgumentParser(prog="python -m tests.running.kills")
    parser.add_argument("--runs", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ways, faults = trial(Path(folder), told.runs, told.seed)
    print("\n".join(f"{count:4} {way}" for way, count in sorted(ways.items())))
    print(
        "\n".join(faults)
        or f"{told.runs} of {told.runs} ended as they should; later runs print what a fresh one prints"
    )
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

"""The long fuzz run: `python -m tests.fuzz --runs 1000000`; status 1 where an input broke something, kept in a folder.

With --engine atheris, one target is driven by coverage instead (`pip install atheris` first).
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from random import Random
from types import FunctionType

from tests.fuzz import warm
from tests.fuzz.targets import TARGETS, Target

# Seconds of this process's own work for an input of a hundred bytes: a thousand times what one takes.
HANGS = 10.0
OFTEN = 10_000


class HangError(BaseException):
    """An input took too long; no handler of mere exceptions may swallow it."""


def main() -> int:
    """Run as asked and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--runs", type=int, default=100_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs")
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="only this one; repeatable")
    parser.add_argument("--findings", type=Path, help="where inputs that broke something are kept")
    parser.add_argument("--engine", choices=("own", "atheris"), default="own")
    given = parser.parse_args()
    chosen = {name: TARGETS[name] for name in given.target or TARGETS}
    findings = given.findings or Path(tempfile.mkdtemp(prefix="crosscheck-findings-"))
    findings.mkdir(parents=True, exist_ok=True)
    try:
        return _chosen(given, chosen, findings)
    except KeyboardInterrupt:
        broke = any(findings.iterdir())
        print(f"stopped; {f'what broke is in {findings}' if broke else 'nothing broke'}", file=sys.stderr)
        return 130


def _chosen(given: argparse.Namespace, chosen: dict[str, Target], findings: Path) -> int:
    with warm.kept():
        if given.engine == "atheris":
            return _by_coverage(chosen, given.runs, given.seed, findings)
        return _by_pieces(chosen, given.runs, given.seed, findings)


def _by_pieces(chosen: dict[str, Target], runs: int, seed: int, findings: Path) -> int:
    random, broke, start = Random(seed), 0, time.monotonic()
    names, weights = list(chosen), [target.weight for target in chosen.values()]
    signal.signal(signal.SIGVTALRM, _hang)
    for done in range(1, runs + 1):
        (name,) = random.choices(names, weights)
        data = chosen[name].generate(random)
        broke += not _holds(name, chosen[name], data, findings)
        if done % OFTEN == 0 or done == runs:
            took = time.monotonic() - start
            print(f"{done:,} inputs, {broke} broke something, {took:,.0f} s, seed {seed}", file=sys.stderr, flush=True)
    print(f"findings in {findings}" if broke else "nothing broke", file=sys.stderr)
    return 1 if broke else 0


def _holds(name: str, target: Target, data: bytes, findings: Path) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, HANGS)
    try:
        target.check(data)
    except KeyboardInterrupt:
        raise
    except BaseException:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        kept = findings / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}"
        kept.write_bytes(data)
        kept.with_suffix(".why").write_text(traceback.format_exc(), "utf-8", "backslashreplace")
        return False
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return True


def _hang(*_: object) -> None:
    raise HangError(f"over {HANGS} s")


def _by_coverage(chosen: dict[str, Target], runs: int, seed: int, findings: Path) -> int:
    import atheris

    ((name, target),) = chosen.items()
    # Our own functions alone: with all of Python's among them it is not ready in ten minutes.
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and (each.__module__ or "").startswith("crosscheck"):
            atheris.instrument_func(each)
    random, corpus = Random(seed), findings / "corpus"
    corpus.mkdir(exist_ok=True)
    for number in range(200):
        (corpus / f"{name}-{number}").write_bytes(target.generate(random))
    options = [f"-runs={runs}", f"-seed={seed}", f"-artifact_prefix={findings}/", "-timeout=20", "-max_len=300"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], target.check)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())

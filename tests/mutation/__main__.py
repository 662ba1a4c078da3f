"""The mutation run: `python -m tests.mutation`; status 1 where a change that no test sees is not explained.

mutmut (`pip install mutmut`) changes the modules that pyproject.toml lists, one place at a time, and runs the tests
that pass there. survivors.toml tells of each change that no test can see why that is so; a change is known by its
function and by the line before and after, since mutmut's numbers move. Changes that are named ('crosscheck.comparison.
keys*') are run again; of the others, what mutants/ holds of an earlier run counts.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import tomli

LISTED = Path(__file__).with_name("survivors.toml")
# "crosscheck.model.interval.xǁIntervalǁmeet__mutmut_5: survived"
RESULT = re.compile(r"\s*(?P<name>\S+)__mutmut_(?P<number>\d+): (?P<status>.+)")
# A change that ends in a loop is one that was seen.
SEEN = frozenset({"killed", "timeout"})


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One place changed in one function: the lines that went and those that came, stripped and joined."""

    function: str
    before: str
    after: str


def main() -> int:
    """Run as asked and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("names", nargs="*", help="run these again, a pattern with * each; all that never ran if none")
    parser.add_argument("--children", type=int, default=1, help="how many processes")
    parser.add_argument("--only-compare", action="store_true", help="run nothing; compare what the last run left")
    given = parser.parse_args()
    if not given.only_compare:
        _mutmut("run", "--max-children", str(given.children), *given.names, shown=True)
    results = _results()
    asked = {name: status for name, status in results.items() if _asked(name, given.names)}
    unseen = {name: status for name, status in asked.items() if status not in SEEN}
    changes = {_change(name): f"{name}: {status}" for name, status in unseen.items()}
    explained = {one for one in _explained() if _asked(one.function, given.names)}
    faults = [
        *(
            f"unexplained {told}\n  - {one.before}\n  + {one.after}"
            for one, told in changes.items()
            if one not in explained
        ),
        *(f"listed, but seen or gone {_text(one)}" for one in sorted(explained - changes.keys())),
    ]
    counts = ", ".join(f"{count:,} {status}" for status, count in sorted(Counter(asked.values()).items()))
    print(
        "\n".join(
            [*faults, f"{len(asked):,} changes: {counts}; {len(explained):,} explained, {len(faults):,} at fault"]
        )
    )
    return 1 if faults or not asked else 0


def _mutmut(*arguments: str, shown: bool = False) -> str:
    """What mutmut prints; it ends the run where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments], check=False, text=True, stdout=None if shown else subprocess.PIPE
    )
    if done.returncode:
        sys.exit(f"mutmut {' '.join(arguments)} ended with status {done.returncode}")
    return done.stdout or ""


def _results() -> dict[str, str]:
    """The status of each change, by mutmut's name of it."""
    lines = (RESULT.fullmatch(line) for line in _mutmut("results", "--all", "true").splitlines())
    return {f"{found['name']}__mutmut_{found['number']}": found["status"] for found in lines if found}


def _asked(name: str, patterns: Iterable[str]) -> bool:
    return not patterns or any(fnmatch(name, pattern) or fnmatch(f"{name}__", pattern) for pattern in patterns)


def _change(name: str) -> Change:
    """What a change changes, from the difference that mutmut shows."""
    found = RESULT.fullmatch(f"{name}: shown")
    lines = _mutmut("show", name).splitlines()
    gone = (line[1:].strip() for line in lines if line.startswith("-") and not line.startswith("---"))
    come = (line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++"))
    return Change(found["name"] if found else name, " ".join(gone), " ".join(come))


def _explained() -> set[Change]:
    """The changes that are listed; each needs its reason."""
    listed = tomli.loads(LISTED.read_text(encoding="utf-8"))["survivor"]
    for entry in listed:
        if not entry["reason"].strip():
            sys.exit(f"{LISTED}: no reason for {entry['function']}")
    return {Change(entry["function"], entry["before"], entry["after"]) for entry in listed}


def _text(one: Change) -> str:
    return f"{one.function}\n  - {one.before}\n  + {one.after}"


if __name__ == "__main__":
    sys.exit(main())

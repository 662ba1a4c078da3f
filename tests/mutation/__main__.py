"""The mutation run: `python -m tests.mutation`; status 1 where a change that no test sees is not explained.

mutmut (`pip install mutmut`) changes the modules that pyproject.toml lists, one place at a time, and runs the tests
that pass there. survivors.toml tells of each change that no test can see why that is so; a change is known by its
function and by the line before and after, since mutmut's numbers move. Changes that are named ('crosscheck.comparison.
keys*') are run again; of the others, what mutants/ holds of an earlier run counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.mutation.comparing import Change, asked, change, counts, faults, listed, results

LISTED = Path(__file__).with_name("survivors.toml")


def main(arguments: Sequence[str] | None = None, file: Path = LISTED) -> int:
    """Run as asked, compare with what the file lists, and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("names", nargs="*", help="run these again, a pattern with * each; all that never ran if none")
    parser.add_argument("--children", type=int, default=1, help="how many processes")
    parser.add_argument("--only-compare", action="store_true", help="run nothing; compare what the last run left")
    given = parser.parse_args(arguments)
    try:
        explained = listed(file.read_text(encoding="utf-8"))
    except ValueError as error:
        sys.exit(f"{file}: {error}")
    if not given.only_compare:
        _mutmut("run", "--max-children", str(given.children), *given.names, shown=True)
    found = results(_mutmut("results", "--all", "true"))
    wrong = faults(found, _shown, explained, given.names)
    told = f"{counts(found, given.names)}; {len(explained):,} explained, {len(wrong):,} at fault"
    print("\n".join([*wrong, told]))
    return 0 if not wrong and any(asked(name, given.names) for name in found) else 1


def _shown(name: str) -> Change:
    return change(name, _mutmut("show", name))


def _mutmut(*arguments: str, shown: bool = False) -> str:
    """What mutmut prints; it ends the run where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "mutmut", *arguments], check=False, text=True, stdout=None if shown else subprocess.PIPE
    )
    if done.returncode:
        sys.exit(f"mutmut {' '.join(arguments)} ended with status {done.returncode}")
    return done.stdout or ""


if __name__ == "__main__":
    sys.exit(main())

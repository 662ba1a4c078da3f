"""What a mutation run found, held against the changes that are listed as seen by no test; it runs nothing itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

import tomli

# "crosscheck.model.interval.xǁIntervalǁmeet__mutmut_5: survived"
RESULT = re.compile(r"\s*(?P<name>(?P<function>\S+)__mutmut_\d+): (?P<status>.+)")
# A change that ends in a loop is one that was seen; on a busy machine one that no test sees may be late as well.
LATE = "timeout"
SEEN = frozenset({"killed", LATE})
# What else a change may be, as not checked or killed by the system, tells neither.
UNSEEN = frozenset({"survived", "no tests"})


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """One place changed in one function: the lines that went and those that came, stripped and joined."""

    function: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.function}\n  - {self.before}\n  + {self.after}"


def results(told: str) -> dict[str, str]:
    """The status of each change by mutmut's name of it, as `mutmut results --all true` tells them."""
    lines = (RESULT.fullmatch(line) for line in told.splitlines())
    return {found["name"]: found["status"] for found in lines if found}


def change(name: str, difference: str) -> Change:
    """What a change changes, from its name and the difference that `mutmut show` tells."""
    found = RESULT.fullmatch(f"{name}: shown")
    lines = difference.splitlines()
    gone = (line[1:].strip() for line in lines if line.startswith("-") and not line.startswith("---"))
    come = (line[1:].strip() for line in lines if line.startswith("+") and not line.startswith("+++"))
    return Change(found["function"] if found else name, " ".join(gone), " ".join(come))


def listed(text: str) -> tuple[Change, ...]:
    """The changes of a file of survivors; raises ValueError where it is no TOML, or one has no reason."""
    changes = []
    for entry in tomli.loads(text).get("survivor", []):
        fields = [entry.get(name, "") for name in ("function", "before", "after")]
        if not entry.get("reason", "").strip():
            raise ValueError(f"no reason is given for {Change(*fields)}")
        changes.append(Change(*fields))
    return tuple(changes)


def asked(name: str, patterns: Sequence[str]) -> bool:
    """Whether a change, or every change of a function, is among those that the patterns name; all are by none."""
    return not patterns or any(fnmatch(name, pattern) or fnmatch(f"{name}__", pattern) for pattern in patterns)


def faults(
    found: Mapping[str, str],
    changed: Callable[[str], Change],
    explained: Iterable[Change],
    patterns: Sequence[str] = (),
) -> list[str]:
    """Each change, of those that the patterns name, that no test saw and no reason explains, and each wrong reason.

    `found` has the status of each change by its name, `changed` tells what one of that name changes.
    """
    known = Counter(explained)
    mine = {name: status for name, status in found.items() if asked(name, patterns)}
    unseen = {name: changed(name) for name, status in mine.items() if status in UNSEEN}
    late = {changed(name) for name, status in mine.items() if status == LATE}
    stale = [one for one in known if one not in late.union(unseen.values()) and asked(one.function, patterns)]
    return [
        *(f"undecided {name}: {status}" for name, status in mine.items() if status not in SEEN | UNSEEN),
        *(f"unexplained {name}: {mine[name]}\n{one}" for name, one in unseen.items() if one not in known),
        *(f"listed, but seen or gone {one}" for one in sorted(stale)),
        *(f"listed twice {one}" for one, count in sorted(known.items()) if count > 1),
    ]


def counts(found: Mapping[str, str], patterns: Sequence[str] = ()) -> str:
    """How many changes the patterns name, and how they fared."""
    mine = Counter(status for name, status in found.items() if asked(name, patterns))
    return f"{mine.total():,} changes: " + ", ".join(f"{count:,} {status}" for status, count in sorted(mine.items()))

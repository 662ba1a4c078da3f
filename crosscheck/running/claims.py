"""Claims read back from files, a line each: what was extracted earlier or elsewhere, ready to be compared."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, BinaryIO

from crosscheck.intake.rows import Row, rows
from crosscheck.model import Claim, Skipped
from crosscheck.model.limits import USUAL, Limits
from crosscheck.reporting import schema
from crosscheck.reporting.conformity import fault
from crosscheck.reporting.readback import read_claim
from crosscheck.rules import Rule

TOLD = 100  # lines told one by one in a file; past that it holds something else, and one count tells the rest
ADVICE = "write claims as crosscheck extract --format jsonl prints them"


def read(
    paths: Sequence[str], rules: Iterable[Rule], *, stdin: BinaryIO | None = None, limits: Limits = USUAL
) -> Iterator[Claim | Skipped]:
    """The claim of every line of these files, "-" being standard input, and a Skipped for each line that holds none."""
    dated = frozenset(rule.id for rule in rules if rule.kind == "date")
    shape, faults = schema.claim(), 0
    path: str | None = None
    for row in rows(paths, stdin, limits.line):
        if row.path != path:
            yield from _rest(path, faults)
            path, faults = row.path, 0
        found = row if isinstance(row, Skipped) else _claim(row, shape, dated)
        faults += isinstance(found, Skipped)
        if isinstance(found, Claim) or faults <= TOLD:
            yield found
    yield from _rest(path, faults)


def _rest(path: str | None, faults: int) -> Iterator[Skipped]:
    if path is not None and faults > TOLD:
        yield Skipped(path, f"has {faults - TOLD:,} more lines that hold no claim; only the first {TOLD} are told")


def _claim(row: Row, shape: schema.Schema, dated: frozenset[str]) -> Claim | Skipped:
    try:
        record: Any = json.loads(row.text)
    except json.JSONDecodeError as error:
        return Skipped(row.path, f"is not JSON: {error.msg}; {ADVICE}", row.line, error.colno)
    except (RecursionError, ValueError):
        return Skipped(row.path, f"is nested too deep, or holds too long a number; {ADVICE}", row.line, 1)
    try:
        if (wrong := fault(record, shape)) is not None:
            raise ValueError(wrong)
        claim = read_claim(record)
        _check(claim, dated)
    except ValueError as error:
        return Skipped(row.path, f"is no claim: {error}; {ADVICE}", row.line, 1)
    return claim


def _check(claim: Claim, dated: frozenset[str]) -> None:
    """Raises ValueError where a claim cannot be set against others, though each field is well formed."""
    kind = date if claim.quantity in dated else Decimal
    value = claim.mention.value.interval
    if any(bound is not None and not isinstance(bound, kind) for bound in (value.low, value.high)):
        wanted = "days" if kind is date else "numbers"
        raise ValueError(f"figures of {claim.quantity!r} are {wanted}, and its value is none")
    for name, interval in (("value", value), ("when", claim.when)):
        if interval is not None and interval.is_bounded and interval.low > interval.high:
            raise ValueError(f"the field {name!r} ends before it begins")
    if (blank := next((facet.name for facet in claim.facets if not isinstance(facet.value, str)), None)) is not None:
        raise ValueError(f"the field 'within' tells of the facet {blank!r}, which is null")

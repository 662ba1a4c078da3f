"""Remarks in articles that set a figure aside at one place: <!-- crosscheck: ignore[deaths] why -->.

Like a comment that silences a linter, a remark names what it silences, and a reason, for whoever finds it later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crosscheck.model import Claim, Discrepancy, Extracted, Remark, Site, Span, Stale
from crosscheck.rules.nearest import nearest

IGNORE = re.compile(r"ignore\[([^\[\]]{1,300})\](?: (.*))?", re.DOTALL)
HOW = "write <!-- crosscheck: ignore[rule] reason -->"


@dataclass(frozen=True, slots=True)
class Waiver:
    """What one remark sets aside: figures of these rules or kinds, in this stretch of this article's text."""

    article: str
    start: int
    end: int
    names: frozenset[str]
    reason: str
    path: str
    line: int

    def names_one(self, found: Discrepancy) -> bool:
        """Whether it is about such discrepancies at all."""
        return found.quantity in self.names or found.kind in self.names

    def covers(self, place: Claim | Site) -> bool:
        """Whether a figure or name stands in the stretch."""
        span: Span = place.mention.span if isinstance(place, Claim) else place.span
        return place.article.id == self.article and span.field == "text" and self.start <= span.start < self.end


def waivers(read: Extracted, known: tuple[str, ...], *, heeded: bool = True) -> Iterator[Waiver | Stale]:
    """What the remarks of an article set aside, and of each that sets nothing aside why.

    `known` are the names that a remark may give; none is heeded where the run forbids them.
    """
    path = read.article.path
    for remark in read.remarks:
        line = remark.line
        names, reason = _read(remark)
        strange = [name for name in names if name not in known]
        if not heeded:
            yield Stale(path, "this run heeds no remarks; mend the text or accept the discrepancy with a reason", line)
        elif not names or not reason:
            yield Stale(path, f"the remark is not understood, or gives no reason; {HOW}", line)
        elif strange:
            what = f'the remark names "{strange[0]}", which is no rule and no kind; {nearest(strange[0], known)}'
            yield Stale(path, what, line)
        else:
            yield Waiver(read.article.id, remark.start, remark.end, frozenset(names), reason, path, line)


def _read(remark: Remark) -> tuple[tuple[str, ...], str]:
    match = IGNORE.fullmatch(remark.words)
    if match is None:
        return (), ""
    return tuple(name.strip() for name in match[1].split(",") if name.strip()), (match[2] or "").strip()

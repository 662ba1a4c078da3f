"""The end of the report: its totals on one line, then what was not checked, and why."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model import Report, Skipped
from crosscheck.model.report import Severity
from crosscheck.reporting.agreement import agreed
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.page import Page

# More than a screen of skipped files hides the totals; the count is always told.
_LISTED = 10
SEVERITIES: tuple[Severity, ...] = ("conflict", "tension", "note")


def ledger(page: Page, report: Report, options: Options) -> Iterator[str]:
    """The totals, and under "Not checked" whatever kept figures from being compared."""
    yield from (page.styled(line, "strong") for line in page.flowed(_totals(report), "", "  "))
    if not options.show_compatible and (silent := len(agreed(report))):
        verb = "is" if silent == 1 else "are"
        yield from page.flowed(
            f"{_some(silent, 'comparable')} {verb} not contradicted; --show-compatible lists what was said.", "", "  "
        )
    unchecked = [*_claims(page, report), *_skipped(page, report, options), *_notes(page, report, options)]
    if unchecked:
        yield ""
        yield page.styled("Not checked", "strong")
        yield from unchecked


def _totals(report: Report) -> str:
    found = [_some(count, severity) for severity in SEVERITIES if (count := report.count(severity))]
    verdict = ", ".join(found) or "no discrepancies"
    accepted = f", {report.accepted} accepted" if report.accepted else ""
    read = [(report.articles, "article"), (report.claims, "claim"), (len(report.comparables), "comparable")]
    return f"{', '.join(_some(count, word) for count, word in read)}: {verdict}{accepted}."


def _claims(page: Page, report: Report) -> Iterator[str]:
    if report.alone:
        yield f"  {_some(report.alone, 'claim')} had nothing to compare with."
    unbound = sum(count for _, count in report.unbound)
    if unbound:
        reasons = sorted(report.unbound, key=lambda reason: (-reason[1], reason[0]))
        told = ", ".join(f"{inert(reason).replace('_', ' ')} ({count:,})" for reason, count in reasons)
        yield from page.flowed(
            f"{unbound:,} of {_some(report.mentions, 'figure')} bound to no quantity: {told}.", "  ", "    "
        )


def _skipped(page: Page, report: Report, options: Options) -> Iterator[str]:
    if report.skipped:
        yield f"  {len(report.skipped)} skipped:"
        kept = len(report.skipped) if options.full else _LISTED
        for skipped in report.skipped[:kept]:
            yield from page.flowed(_why(skipped), "    ", "      ")
        yield from _more(len(report.skipped) - kept)


def _notes(page: Page, report: Report, options: Options) -> Iterator[str]:
    kept = len(report.notes) if options.full else _LISTED
    for note in report.notes[:kept]:
        yield from page.flowed(inert(note), "  ", "    ")
    yield from _more(len(report.notes) - kept)


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield f"    and {count} more (--verbose lists them)"


def _why(skipped: Skipped) -> str:
    parts = (skipped.path, skipped.line, skipped.column)
    place = ":".join(str(part) for part in parts if part is not None)
    return inert(f"{place}: {skipped.reason}")


def _some(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"

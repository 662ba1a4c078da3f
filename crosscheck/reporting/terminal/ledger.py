"""The end of the report: its totals on one line, then what was not checked, and why."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model import Report, Skipped
from crosscheck.reporting import wording
from crosscheck.reporting.agreement import agreed
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.page import Page

# More than a screen of skipped files hides the totals; the count is always told.
_LISTED = 10


def ledger(page: Page, report: Report, options: Options) -> Iterator[str]:
    """The totals, and under "Not checked" whatever kept figures from being compared."""
    yield from (page.styled(line, "strong") for line in page.flowed(wording.totals(report), "", "  "))
    if not options.show_compatible and (silent := len(agreed(report))):
        verb = "is" if silent == 1 else "are"
        yield from page.flowed(
            f"{wording.some(silent, 'comparable')} {verb} not contradicted; --show-compatible lists what was said.",
            "",
            "  ",
        )
    if report.accepted and not options.show_accepted:
        yield from page.flowed("What is accepted is listed with --show-accepted.", "", "  ")
    if report.stale:
        yield ""
        yield page.styled("Accepted, but no longer found", "strong")
        yield from _stale(page, report, options)
    unchecked = [*_claims(page, report), *_skipped(page, report, options), *_notes(page, report, options)]
    if unchecked:
        yield ""
        yield page.styled("Not checked", "strong")
        yield from unchecked


def _claims(page: Page, report: Report) -> Iterator[str]:
    if report.alone:
        yield f"  {wording.some(report.alone, 'claim')} had nothing to compare with."
    unbound = sum(count for _, count in report.unbound)
    if unbound:
        reasons = sorted(report.unbound, key=lambda reason: (-reason[1], reason[0]))
        told = ", ".join(f"{inert(reason).replace('_', ' ')} ({count:,})" for reason, count in reasons)
        yield from page.flowed(
            f"{unbound:,} of {wording.some(report.mentions, 'figure')} bound to no quantity: {told}.", "  ", "    "
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


def _stale(page: Page, report: Report, options: Options) -> Iterator[str]:
    kept = len(report.stale) if options.full else _LISTED
    for stale in report.stale[:kept]:
        yield from page.flowed(inert(f"{_placed(stale.path, stale.line)}: {stale.what}"), "  ", "    ")
    yield from _more(len(report.stale) - kept)


def _more(count: int) -> Iterator[str]:
    if count > 0:
        yield f"    and {count} more (--verbose lists them)"


def _why(skipped: Skipped) -> str:
    return inert(f"{_placed(skipped.path, skipped.line, skipped.column)}: {skipped.reason}")


def _placed(*parts: str | int | None) -> str:
    return ":".join(str(part) for part in parts if part is not None)

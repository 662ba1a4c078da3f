"""The report for people: plain text of a given width, with or without colour; the only door to rich's tables."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model import Accepted, Discrepancy, Report
from crosscheck.model.identity import identify
from crosscheck.reporting import wording
from crosscheck.reporting.agreement import agreed
from crosscheck.reporting.excerpt import short
from crosscheck.reporting.inert import commandless
from crosscheck.reporting.options import SEVERITIES, Options
from crosscheck.reporting.terminal.block import block, headline
from crosscheck.reporting.terminal.ledger import ledger
from crosscheck.reporting.terminal.page import Page
from crosscheck.reporting.terminal.timeline import timeline

_SIDES = 500


def render(report: Report, options: Options) -> str:
    """The report as lines of at most `options.width` columns, but for paths, which are never broken."""
    page = Page(max(options.width, 40), options.color)
    return commandless("".join(f"{line}\n" for line in _lines(page, report, options)))


def _lines(page: Page, report: Report, options: Options) -> Iterator[str]:
    found = zip(identify(report.discrepancies), report.discrepancies, strict=True)
    for id, discrepancy in sorted(found, key=_severity):
        yield from block(page, id, discrepancy, options)
        yield ""
    if options.show_accepted:
        for id, accepted in zip(identify(one.discrepancy for one in report.accepted), report.accepted, strict=True):
            yield from _accepted(page, id, accepted, options)
            yield ""
    for comparable in agreed(report) if options.show_compatible else ():
        yield from timeline(page, comparable, options)
        yield ""
    yield from ledger(page, report, options)


def _accepted(page: Page, id: str, accepted: Accepted, options: Options) -> Iterator[str]:
    """An accepted discrepancy in a few lines: what it is, its sides, and why it is let stand."""
    found = accepted.discrepancy
    yield from headline(page, "ACCEPTED", wording.title(found, options), "faint", id)
    sides = " against ".join(wording.forms(camp.claims) for camp in found.camps)
    yield from page.flowed(short(sides or found.message, _SIDES), "  ")
    yield from page.flowed(f"Accepted by {short(accepted.by)}: {short(accepted.reason, _SIDES)}", "  ")


def _severity(found: tuple[str, Discrepancy]) -> int:
    return SEVERITIES.index(found[1].severity)

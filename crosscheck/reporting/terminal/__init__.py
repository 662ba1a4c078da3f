"""The report for people: plain text of a given width, with or without colour; the only door to rich's tables."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model import Discrepancy, Report
from crosscheck.reporting.agreement import agreed
from crosscheck.reporting.identity import identify
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.block import block
from crosscheck.reporting.terminal.ledger import SEVERITIES, ledger
from crosscheck.reporting.terminal.page import Page
from crosscheck.reporting.terminal.timeline import timeline


def render(report: Report, options: Options) -> str:
    """The report as lines of at most `options.width` columns, but for paths, which are never broken."""
    return "".join(f"{line}\n" for line in _lines(Page(max(options.width, 40), options.color), report, options))


def _lines(page: Page, report: Report, options: Options) -> Iterator[str]:
    found = zip(identify(report.discrepancies), report.discrepancies, strict=True)
    for id, discrepancy in sorted(found, key=_severity):
        yield from block(page, id, discrepancy, options)
        yield ""
    for comparable in agreed(report) if options.show_compatible else ():
        yield from timeline(page, comparable, options)
        yield ""
    yield from ledger(page, report, options)


def _severity(found: tuple[str, Discrepancy]) -> int:
    return SEVERITIES.index(found[1].severity)

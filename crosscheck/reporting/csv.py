"""The report as a table for a spreadsheet: a row for each place of each side, and no cell that is a formula."""

from __future__ import annotations

import csv
import io

from crosscheck.model import Report
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.sides import Place, Side, Told, told

COLUMNS = (
    "id", "severity", "kind", "quantity", "title", "reason", "accepted", "side", "says", "label", "surface", "outlet",
    "published", "path", "line", "column", "quote",
)  # fmt: skip
# What makes a cell a formula in some spreadsheet, full-width forms included. An apostrophe before it makes it text.
_FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def render(report: Report, options: Options) -> str:
    """RFC 4180 but for the line ends, which are \\n; the sides of a discrepancy are numbered from 1."""
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(COLUMNS)
    for one in told(report, options):
        for number, side in enumerate(one.sides, 1):
            rows.writerows(_row(one, number, side, place) for place in side.places)
    return sheet.getvalue()


def _row(one: Told, number: int, side: Side, place: Place) -> list[str]:
    found, article, where = one.found, place.article, place.location
    cells: tuple[object, ...] = (
        one.id, found.severity, found.kind, found.quantity, one.title, one.reason,
        one.accepted.reason if one.accepted else "", number, side.told, side.label, place.surface, place.outlet,
        article.published or "", where.path, where.line, where.column, place.quote,
    )  # fmt: skip
    return [_cell(str(cell)) for cell in cells]


def _cell(text: str) -> str:
    text = inert(text)
    return f"'{text}" if text.lstrip().startswith(_FORMULA) else text

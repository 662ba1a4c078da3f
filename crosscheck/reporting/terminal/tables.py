"""Claims and mentions as tables for people, laid out in pieces, so that memory does not grow with the corpus."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import islice

from crosscheck.model import Claim, Location, Tally
from crosscheck.reporting import wording
from crosscheck.reporting.inert import commandless, inert
from crosscheck.reporting.options import Options

Row = tuple[str, ...]
Columns = tuple[tuple[str, int], ...]

# Rows that are laid out at once; widths are fixed beforehand, so a reader sees the first of a million at once.
_PIECE = 100
_LONGEST_CELL = 200
_ENDLESS = 10_000


def claims(claims: Iterable[Claim], options: Options) -> Iterator[str]:
    """A row for each claim: the quantity and its figure, the place and the days, and where it stands."""
    columns = (("Quantity", 12), ("Figure", 16), ("Place", 13), ("When", 12), ("Where", 23))
    return _table(columns, map(_claim, claims), options)


def mentions(mentions: Iterable[tuple[Tally, Location]], options: Options) -> Iterator[str]:
    """A row for each mention: what was read, as what, and which rule claims it or why none does."""
    columns = (("Kind", 8), ("Surface", 16), ("Value", 16), ("Bound by", 13), ("Where", 23))
    return _table(columns, (_mention(tally, place) for tally, place in mentions), options)


def _claim(claim: Claim) -> Row:
    place = claim.facet("place")
    when = wording.days(claim.when.low, claim.when.high) if claim.when else ""
    where = f"{claim.location.path}:{claim.location.line}"
    return claim.quantity, wording.written(claim), place.value if place else "", when, where


def _mention(tally: Tally, place: Location) -> Row:
    mention = tally.mention
    bound = ", ".join(tally.bound_by) or f"({tally.unbound_because or 'unbound'})".replace("_", " ")
    value = wording.value(mention.value, mention.kind)
    return mention.kind, mention.surface, value, bound, f"{place.path}:{place.line}"


def _table(columns: Columns, rows: Iterable[Row], options: Options) -> Iterator[str]:
    rows = iter(rows)
    yield _piece(columns, tuple(islice(rows, _PIECE)), options, header=True)
    while piece := tuple(islice(rows, _PIECE)):
        yield _piece(columns, piece, options, header=False)


def _piece(columns: Columns, rows: tuple[Row, ...], options: Options, *, header: bool) -> str:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=header, padding=(0, 1, 0, 0), header_style="bold")
    for (name, _), width in zip(columns, _widths(columns, options.width), strict=True):
        table.add_column(name, width=width, overflow="fold", no_wrap=width is None)
    for row in rows:
        table.add_row(*(Text(inert(cell[:_LONGEST_CELL])) for cell in row))
    # An empty environment: the width and colour that were asked for decide, not the terminal that is there.
    console = Console(
        file=io.StringIO(),
        width=_ENDLESS,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        legacy_windows=False,
        _environ={},
    )
    with console.capture() as captured:
        console.print(table)
    return commandless("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _widths(columns: Columns, width: int) -> tuple[int | None, ...]:
    """Each column's share of the width, one column between two; the last takes what it needs.

    The last holds paths, which are copied and clicked: they are never broken, though they pass the edge.
    """
    shares, room = [share for _, share in columns], width - len(columns) + 1
    return (*(max(4, room * share // sum(shares)) for share in shares[:-1]), None)

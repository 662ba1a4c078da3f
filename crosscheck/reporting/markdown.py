"""The report as Markdown for a comment on a pull request: every word of an article stands in it as plain text.

A comment holds 65,536 characters; whole discrepancies are left out where they do not fit, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from crosscheck.model import Report, Severity
from crosscheck.reporting import wording
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.sides import Place, Side, Told, told

_HEADINGS: Mapping[Severity, str] = {"conflict": "Conflict", "tension": "Tension", "note": "Note"}
_LIMIT = 60_000
# Places of a side that are quoted; the others are counted.
_QUOTED = 4
# All ASCII punctuation that is markup somewhere: of CommonMark, tables, mathematics, and links made of bare addresses.
_MARKUP = re.compile(r"[\\`*_{}\[\]()#+\-.!|~<>&@:^$]")
_BACKTICKS = re.compile(r"`+")
# A space of no width: what names a person or an issue on a forge must not call on them from somebody's quote.
_APART = "&#8203;"


def render(report: Report, options: Options) -> str:
    """A heading with the totals, then each discrepancy with its sides and quotes, in order of severity."""
    pieces = [f"## crosscheck: {wording.verdict(report)}\n"]
    size, every = len(pieces[0]), told(report, options)
    for number, one in enumerate(every):
        piece = "\n".join(_lines(one)) + "\n"
        if size + len(piece) > _LIMIT:
            pieces.append(f"{len(every) - number} more are left out here: a comment has no room for them.\n")
            break
        pieces.append(piece)
        size += len(piece)
    return "\n".join((*pieces, f"{wording.totals(report)}\n"))


def _lines(one: Told) -> Iterator[str]:
    heading = "Accepted" if one.accepted else _HEADINGS[one.found.severity]
    yield f"### {heading}: {plain(one.title)}"
    yield ""
    yield plain(one.reason)
    yield ""
    for side in one.sides:
        yield from _side(side)
    if one.beside:
        yield "- agrees with every side:"
        yield from _places(one.beside)
    yield ""
    if one.accepted:
        yield f"Accepted by {plain(one.accepted.by)}: {plain(one.accepted.reason)}"
        yield ""
    yield f"`{one.id}`"


def _side(side: Side) -> Iterator[str]:
    label = f" ({plain(side.label)})" if side.label else ""
    yield f"- **{plain(side.told)}**{label}"
    yield from _places(side.places)


def _places(places: tuple[Place, ...]) -> Iterator[str]:
    for place in places[:_QUOTED]:
        cited = f", citing {plain(place.source)}" if place.source else ""
        where = code(f"{inert(place.location.path)}:{place.location.line}")
        yield f"  - {plain(place.outlet)}, {place.published}{cited}, {where}"
        if str(place.quote):
            yield f"    > {_quoted(place)}"
    if len(places) > _QUOTED:
        yield f"  - and {len(places) - _QUOTED} more"


def _quoted(place: Place) -> str:
    quote = place.quote
    return (
        f"{plain(quote.before)}**{plain(quote.figure)}**{plain(quote.after)}" if quote.figure else plain(quote.before)
    )


def plain(text: str) -> str:
    """Inert text that means nothing to a Markdown renderer, nor to a forge that links names and issues."""
    return _MARKUP.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if sign in "<>&":
        return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[sign]
    return f"\\{sign}{_APART}" if sign in "@#" else f"\\{sign}"


def code(text: str) -> str:
    """Inert text as a code span, in which nothing is markup."""
    fence = "`" * (max((len(run) for run in _BACKTICKS.findall(text)), default=0) + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"

"""The report as SARIF 2.1.0, in the shape that code scanning reads: one result a discrepancy, its sides linked.

What GitHub shows is followed where the standard leaves a choice: only a result's first location counts, related ones
are seen only where the message links them, every rule has all its texts, no text is empty, and identity is a hash
without line numbers. A file holds at most 5,000 results, which is what is displayed; one that leaves some out says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from crosscheck.model import DiscrepancyKind, Report, Severity
from crosscheck.reporting.excerpt import short
from crosscheck.reporting.inert import encode
from crosscheck.reporting.options import Options
from crosscheck.reporting.sides import Place, Side, Told, told
from crosscheck.version import __version__

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# Of one upload, 25,000 results are taken and 5,000 displayed, and of one result 100 locations; a message of more links
# than this is no longer read.
MOST_RESULTS = 5_000
_LINKS = 20
_LEVELS: Mapping[Severity, str] = {"conflict": "error", "tension": "warning", "note": "note"}
_PROBLEM: Mapping[Severity, str] = {"conflict": "error", "tension": "warning", "note": "recommendation"}

Record = dict[str, Any]

# Each kind of discrepancy: its usual severity, its name, and what it means.
RULES: Mapping[DiscrepancyKind, tuple[Severity, str, str]] = {
    "value_conflict": (
        "conflict",
        "Figures that contradict each other",
        "Articles give figures for the same thing, and no single figure can be all of them.",
    ),
    "running_total_falls": (
        "conflict",
        "A running total that falls",
        "A total so far is lower on a later day than on an earlier one.",
    ),
    "part_exceeds_whole": (
        "conflict",
        "A part greater than its whole",
        "A figure for a part, such as a town, is more than the figure for what holds it.",
    ),
    "sum_mismatch": (
        "conflict",
        "Parts that do not add up",
        "A breakdown's figures do not add up to the total that is told with them.",
    ),
    "bound_exceeded": (
        "conflict",
        "A figure beyond its bounds",
        "A figure is beyond what its quantity can be, as a share of more than 100%.",
    ),
    "date_conflict": (
        "conflict",
        "Dates that contradict each other",
        "Articles put the same event on different days.",
    ),
    "duration_conflict": (
        "conflict",
        "Lengths of time that contradict each other",
        "Articles give different lengths for the same thing, or one that its own dates do not allow.",
    ),
    "impossible_date": ("conflict", "A date that does not exist", "A date or a period cannot be as it is written."),
    "weekday_mismatch": (
        "conflict",
        "A weekday that does not fit its date",
        "The weekday told with a date is not the weekday of that date.",
    ),
    "implausible_date": (
        "tension",
        "A date that is hardly meant",
        "A date lies where it makes no sense, as a plan whose day had passed.",
    ),
    "title_vs_body": (
        "conflict",
        "A title that its text contradicts",
        "The figure in a title and the one in its text cannot both be true.",
    ),
    "spelling_variant": ("note", "One name in two spellings", "Two spellings that look like one name."),
}
_HELP = (
    "Compare the linked places, correct the one that is wrong, or accept the discrepancy with a reason: "
    "crosscheck accept ID --reason TEXT."
)


def render(report: Report, options: Options) -> str:
    """One run with the report's discrepancies; accepted ones are in it only where asked for, marked as suppressed."""
    every = told(report, options)
    kept = every[:MOST_RESULTS]
    run: Record = {
        "tool": {"driver": _driver(sorted({one.found.kind for one in kept}))},
        "invocations": [{"executionSuccessful": True, **_left_out(len(every) - len(kept))}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, options) for one in kept],
    }
    return encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _left_out(count: int) -> Record:
    if not count:
        return {}
    said = f"{count} more discrepancies are left out: no more than {MOST_RESULTS} results are displayed."
    return {"toolExecutionNotifications": [{"level": "warning", "message": {"text": said}}]}


def _driver(kinds: Iterable[DiscrepancyKind]) -> Record:
    return {"name": "crosscheck", "semanticVersion": __version__, "rules": [_rule(kind) for kind in kinds]}


def _rule(kind: DiscrepancyKind) -> Record:
    severity, name, meaning = RULES[kind]
    return {
        "id": kind,
        "name": kind.replace("_", " ").title().replace(" ", ""),
        "shortDescription": {"text": name},
        "fullDescription": {"text": meaning},
        "help": {"text": f"{meaning} {_HELP}", "markdown": f"{meaning}\n\n{_HELP}"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
        "properties": {
            "precision": "high" if severity == "conflict" else "medium",
            "problem.severity": _PROBLEM[severity],
            "tags": ["figures"],
        },
    }


def _result(one: Told, options: Options) -> Record:
    linked = _Links()
    text = _message(one, linked, options)
    result: Record = {
        "ruleId": one.found.kind,
        "level": _LEVELS[one.found.severity],
        "message": {"text": text},
        "locations": [_location(one.first, options)],
        "partialFingerprints": {"crosscheck/v1": one.id, "primaryLocationLineHash": _numbered(one.id)},
        "properties": {"id": one.id, "severity": one.found.severity, "quantity": one.found.quantity or one.found.kind},
    }
    if linked.places:
        result["relatedLocations"] = [
            _location(place, options) | {"id": id, "message": {"text": _escaped(_who(place))}}
            for id, place in enumerate(linked.places, 1)
        ]
    if one.accepted is not None:
        why = one.accepted.reason or "accepted"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": why}]
    return result


def _numbered(id: str) -> str:
    """An id as code scanning wants it, "hash:n"."""
    hashed, _, number = id.partition("-")
    return f"{hashed}:{number or 1}"


class _Links:
    """The places that a message has linked so far, in the order of their numbers."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def link(self, place: Place, text: str) -> str:
        """The text as a link to the place; as it is where there are links enough."""
        if len(self.places) >= _LINKS:
            return _escaped(text)
        self.places.append(place)
        return f"[{_escaped(text)}]({len(self.places)})"


def _message(one: Told, links: _Links, options: Options) -> str:
    """All sides in one sentence, each but the first linked: "17 here, [18](1) in b.md, [19](2) in c.md"."""
    sides = ", ".join(_side(side, links, options, first=side is one.sides[0]) for side in one.sides)
    beside = "".join(f"; {links.link(place, place.surface)} agrees" for place in one.beside[:_LINKS])
    return f"{_escaped(one.title)}: {sides}{beside}. {_escaped(one.reason)}"


def _side(side: Side, links: _Links, options: Options, *, first: bool) -> str:
    head, rest = side.places[0], side.places[1:]
    label = f" ({_escaped(side.label)})" if side.label else ""
    where = "here" if first else f"in {_escaped(options.base.relative(_told_path(head)))}"
    said = _escaped(side.told) if first else links.link(head, side.told)
    also = ", ".join(links.link(place, _told_path(place)) for place in rest[:_LINKS])
    return f"{said} {where}{label}{f' (also in {also})' if also else ''}"


def _who(place: Place) -> str:
    return f"{place.outlet}, {place.published}: {str(place.quote) or place.surface}"


def _told_path(place: Place) -> str:
    return short(place.location.path, 200)


def _location(place: Place, options: Options) -> Record:
    where = place.location
    region: Record = {"startLine": where.line}
    if where.start is not None:
        region |= {"startColumn": where.column, "endLine": where.end_line, "endColumn": where.end_column}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(options.base.relative(where.path))},
            "region": region,
        }
    }


def _uri(path: str) -> str:
    """A path as a URI reference: everything that is no plain letter of a path is percent-encoded."""
    return quote(path.encode("utf-8", "replace"), safe="/") if path != "-" else "stdin"


def _escaped(text: str) -> str:
    """Text in a message: brackets would open a link."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")

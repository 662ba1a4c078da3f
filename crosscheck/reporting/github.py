"""The report as workflow commands of GitHub Actions, and under them the whole list as text.

A step shows at most ten annotations of each level; the list shows what they leave out. A command begins a line with
two colons: no article's text does here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from crosscheck.model import Report, Severity
from crosscheck.reporting import wording
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.sides import Side, Told, told

_LEVELS: Mapping[Severity, str] = {"conflict": "error", "tension": "warning", "note": "notice"}
# Annotations of one level that a step shows.
_SHOWN = 10
# Places of a side that an annotation names.
_PLACES = 3


def render(report: Report, options: Options) -> str:
    """Annotations at the first side of each discrepancy, gravest first, then a line for each, then the totals."""
    every = told(report, options)
    return "".join(f"{line}\n" for line in (*_commands(every, options), *_list(every), wording.totals(report)))


def _commands(every: tuple[Told, ...], options: Options) -> Iterator[str]:
    shown: Counter[str] = Counter()
    for one in every:
        level = _LEVELS[one.found.severity]
        if one.accepted is None and shown[level] < _SHOWN:
            shown[level] += 1
            yield f"::{level} {_properties(one, options)}::{_data(_message(one))}"


def _properties(one: Told, options: Options) -> str:
    where = one.first.location
    named = {"file": inert(options.base.relative(where.path)), "line": str(where.line)}
    if where.start is not None:
        named["endLine"] = str(where.end_line)
        if where.line == where.end_line:
            named |= {"col": str(where.column), "endColumn": str(where.end_column)}
    named["title"] = one.title
    return ",".join(f"{name}={_property(value)}" for name, value in named.items())


def _message(one: Told) -> str:
    return "\n".join((one.reason, *map(_side, one.sides)))


def _side(side: Side) -> str:
    places = [
        f"{place.outlet}, {place.published}, {_where(place.location.path, place.location.line)}"
        for place in side.places
    ]
    more = f"; and {len(places) - _PLACES} more" if len(places) > _PLACES else ""
    label = f" ({side.label})" if side.label else ""
    return f"{side.told}{label}: {'; '.join(places[:_PLACES])}{more}"


def _list(every: tuple[Told, ...]) -> Iterator[str]:
    for one in every:
        word = "accepted" if one.accepted else one.found.severity
        first = one.first.location
        yield f"{word} {one.id} {_where(first.path, first.line)} {one.title}: {one.against}"


def _where(path: str, line: int) -> str:
    return f"{inert(path)}:{line}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

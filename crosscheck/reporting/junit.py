"""The report as JUnit XML: a test case for each discrepancy, failed where it is grave enough to fail the run.

Readers differ: names are unique, since doubles are dropped, the class name is the suite that some show, and a failure
tells all both in its attribute and in its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from crosscheck.model import Report
from crosscheck.reporting import wording
from crosscheck.reporting.inert import commandless, inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.sides import Told, told

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# What XML 1.0 cannot hold and `inert` leaves as it is.
_NO_XML = re.compile("[\ufffe\uffff]")

# Places of a side that are told: what reads such files takes 30 MB at most.
_PLACES = 20


def render(report: Report, options: Options) -> str:
    """One suite; its first case stands for all that was compared and holds, so that no run is empty."""
    from xml.etree import ElementTree as Xml

    every = told(report, options)
    failed = sum(_fails(one, options) for one in every)
    accepted = sum(one.accepted is not None for one in every)
    counts = {"tests": str(len(every) + 1), "failures": str(failed), "errors": "0", "skipped": str(accepted)}
    root = Xml.Element("testsuites", {"name": "crosscheck", **counts})
    suite = Xml.SubElement(root, "testsuite", {"name": "crosscheck", **counts})
    compared = Xml.SubElement(suite, "testcase", {"classname": "crosscheck", "name": "articles were compared"})
    Xml.SubElement(compared, "system-out").text = _text(wording.totals(report))
    for one in every:
        _case(suite, one, options)
    Xml.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Xml.tostring(root, "unicode") + "\n"


def _case(suite: Element, one: Told, options: Options) -> None:
    from xml.etree.ElementTree import SubElement

    where = one.first.location
    named = {
        "classname": f"crosscheck.{_text(one.found.quantity or one.found.kind)}",
        "name": _text(f"{one.title} [{one.id}]"),
        "file": _text(options.base.relative(where.path)),
        "line": str(where.line),
    }
    case = SubElement(suite, "testcase", named)
    said = _text(f"{one.found.severity}: {one.against}")
    if one.accepted is not None:
        SubElement(case, "skipped", {"message": _text(f"accepted: {one.accepted.reason}")})
    elif _fails(one, options):
        failure = SubElement(case, "failure", {"type": one.found.kind, "message": said})
        failure.text = "\n".join(_lines(one))
        return
    SubElement(case, "system-out").text = "\n".join((said, *_lines(one)))


def _fails(one: Told, options: Options) -> bool:
    return one.accepted is None and one.found.severity in options.grave


def _lines(one: Told) -> Iterator[str]:
    yield _text(one.reason)
    for side in one.sides:
        yield _text(f"{side.told}{f' ({side.label})' if side.label else ''}")
        for place in side.places[:_PLACES]:
            yield _text(f"  {place.outlet}, {place.published}, {place.location.path}:{place.location.line}")
            if str(place.quote):
                yield _text(f"    {place.quote}")
        if len(side.places) > _PLACES:
            yield f"  and {len(side.places) - _PLACES} more"


def _text(text: str) -> str:
    """Inert text; leading blanks, which `inert` would fold, are kept."""
    indent = text[: len(text) - len(text.lstrip(" "))]
    return commandless(indent + _NO_XML.sub("\ufffd", inert(text[len(indent) :])))

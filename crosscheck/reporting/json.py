"""The report as one JSON object, a discrepancy and a claim a line, so that it can be searched and compared by line."""

from __future__ import annotations

from crosscheck.model import Report
from crosscheck.reporting import wire
from crosscheck.reporting.inert import encode
from crosscheck.reporting.options import Options


def render(report: Report, options: Options) -> str:
    """The report object of version 1, with a final line end."""
    fields = (f"{encode(name)}: {_lines(part)}" for name, part in wire.report(report, options).items())
    return "{" + ",\n ".join(fields) + "}\n"


def _lines(part: object) -> str:
    if isinstance(part, list) and part:
        return "[\n  " + ",\n  ".join(map(encode, part)) + "]"
    return encode(part)

"""Records one a line: discrepancies with their claims, claims, mentions; lines can be written as they are made."""

from __future__ import annotations

from crosscheck.model import Claim, Location, Report, Tally
from crosscheck.reporting import wire
from crosscheck.reporting.inert import encode
from crosscheck.reporting.options import Options, Quantity


def render(report: Report, options: Options) -> str:
    """One discrepancy a line, each with the claims that it names."""
    accepted = tuple(one.discrepancy for one in report.accepted) if options.show_accepted else ()
    lines = []
    for record, found in zip(wire.every(report, options), (*report.discrepancies, *accepted), strict=True):
        named = wire.claims(found.claims + found.beside, options)
        lines.append(encode({"schema": "crosscheck/discrepancy/1"} | record | {"claims": named}) + "\n")
    return "".join(lines)


def claim(claim: Claim, quantity: Quantity) -> str:
    """One claim as one line."""
    return encode(wire.claim(claim, quantity)) + "\n"


def mention(article: str, tally: Tally, location: Location) -> str:
    """One mention of the article with that id as one line."""
    return encode(wire.mention(article, tally, location)) + "\n"

"""The commands that tell contradictions: of articles, and of claims that were extracted before."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crosscheck.cli.app import CLEAN, FOUND, NOTHING, WRONG, app
from crosscheck.cli.articles import Reading, jobs_of, place_of
from crosscheck.cli.caches import cache_of
from crosscheck.cli.options import (
    Color,
    ExitZero,
    FailOn,
    Jobs,
    MoreRules,
    NoCache,
    Output,
    Paths,
    Quiet,
    RuleFolders,
    ShowCompatible,
    StdinDate,
    Verbose,
)
from crosscheck.cli.output import options_of, publish, say
from crosscheck.cli.rules import known_rules

if TYPE_CHECKING:
    from crosscheck.model import Report

SEVERITIES = ("conflict", "tension", "note")


@app.command(epilog="Example: crosscheck report articles/ --fail-on tension --format json -o report.json")
def report(
    paths: Paths = None,
    format: Annotated[Literal["terminal", "json", "jsonl"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    fail_on: FailOn = "conflict",
    exit_zero: ExitZero = False,
    show_compatible: ShowCompatible = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Report where articles contradict each other, conflicts first."""
    from crosscheck import pipeline
    from crosscheck.reporting import RENDERERS

    known = known_rules(rules, extend_rules)
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(paths, stdin_date, quiet=quiet, cache=cache)
        found = pipeline.check(reading, known, jobs=jobs_of(jobs), cache=cache)
    options = options_of(known, output, color, show_compatible=show_compatible, full=verbose)
    publish([RENDERERS[format](found, options)], output)
    raise typer.Exit(reading.status(verdict(found, fail_on, exit_zero=exit_zero)))


@app.command(epilog="Example: crosscheck extract articles/ --format jsonl | crosscheck compare -")
def compare(
    paths: Annotated[list[str], typer.Argument(metavar="CLAIMS", help="Files of claims, JSON Lines; - is input.")],
    format: Annotated[Literal["terminal", "json", "jsonl"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    fail_on: FailOn = "conflict",
    exit_zero: ExitZero = False,
    show_compatible: ShowCompatible = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    color: Color = "auto",
    verbose: Verbose = False,
) -> None:
    """Report on claims that were extracted before, as report does on articles.

    The claims are what extract --format jsonl prints. Spelling variants of names are not looked for: that needs the
    articles. Lines that hold no claim are told of under what was not checked.
    """
    from crosscheck import pipeline
    from crosscheck.reporting import RENDERERS
    from crosscheck.running import claims

    known = known_rules(rules, extend_rules)
    given = tuple(claims.read(paths, known, stdin=sys.stdin.buffer if "-" in paths else None))
    found = pipeline.recheck(given, known)
    options = options_of(known, output, color, show_compatible=show_compatible, full=verbose)
    publish([RENDERERS[format](found, options)], output)
    raise typer.Exit(status_of(given, verdict(found, fail_on, exit_zero=exit_zero)))


def status_of(given: Iterable[object], verdict: int) -> int:
    """The exit status for claims read back, as `Reading.status` gives it for articles."""
    from crosscheck.intake import Missing
    from crosscheck.model import Claim

    missing = [item for item in given if isinstance(item, Missing)]
    for item in missing:
        say(f"{place_of(item)}: {item.reason}")
    if missing:
        return WRONG
    return verdict if any(isinstance(item, Claim) for item in given) else NOTHING


def verdict(found: Report, fail_on: str, *, exit_zero: bool) -> int:
    """The exit status that a report calls for."""
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    if any(discrepancy.severity in grave for discrepancy in found.discrepancies):
        return CLEAN if exit_zero else FOUND
    return CLEAN if found.comparables or found.discrepancies else NOTHING

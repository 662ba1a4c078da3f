"""The commands that tell contradictions: of articles, of new ones among them, and of claims extracted before."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.cli.app import CLEAN, FOUND, NOTHING, WRONG, app
from crosscheck.cli.articles import Reading, default_paths, jobs_of, place_of, stop_after, tell_setting
from crosscheck.cli.caches import cache_of
from crosscheck.cli.formats import Formats, Outputs, Showing, Telling, targets, tell
from crosscheck.cli.options import (
    AcceptedFile,
    Color,
    Config,
    ExitZero,
    FailOn,
    Ignore,
    Isolated,
    Jobs,
    Limit,
    MoreRules,
    NoCache,
    NoRemarks,
    Paths,
    Quiet,
    RuleFolders,
    Select,
    ShowAccepted,
    ShowCompatible,
    ShowFiles,
    ShowSettings,
    StdinDate,
    StdinFilename,
    Verbose,
)
from crosscheck.cli.output import say
from crosscheck.setting import Asked, settle

if TYPE_CHECKING:
    from crosscheck.model import Report, Severity

SEVERITIES: tuple[Severity, ...] = ("conflict", "tension", "note")
# Stale acceptances that are told one by one where there is no report.
STALE = 10

REPORT = """Examples:

\b
  crosscheck report articles/
  crosscheck report articles/ --fail-on tension --format json -o report.json
  crosscheck report --format sarif -o found.sarif --format github
  cat draft.md | crosscheck report - articles/ --stdin-date 2023-01-10
"""
CHECK = """Examples:

\b
  crosscheck check new/monday.md --against articles/
  crosscheck check --diff origin/main --format github
  cat draft.md | crosscheck check - --stdin-filename articles/monday.md

With --format sarif, too, the exit status follows --fail-on: give --exit-zero where the upload shall not fail.
"""
COMPARE = """Example:

\b
  crosscheck extract articles/ --format jsonl | crosscheck compare -
"""


@app.command(cls=Telling, epilog=REPORT)
def report(
    context: typer.Context,
    paths: Paths = None,
    format: Formats = None,
    output: Outputs = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    select: Select = None,
    ignore: Ignore = None,
    show_compatible: ShowCompatible = False,
    show_accepted: ShowAccepted = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    accepted: AcceptedFile = None,
    no_remarks: NoRemarks = False,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    show_files: ShowFiles = False,
    jobs: Jobs = None,
    limit: Limit = None,
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    stdin_filename: StdinFilename = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Report where articles contradict each other, conflicts first."""
    from crosscheck import pipeline

    told = targets(context, format, output)
    remarks = not no_remarks
    setting = settle(
        Asked(paths, rules, extend_rules, select, ignore, fail_on, accepted, remarks, config, isolated, limit)
    )
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(setting, stdin_date, quiet=quiet, cache=cache, stdin_filename=stdin_filename)
        tell_setting(setting, verbose=verbose)
        stop_after(setting, reading.paths, settings=show_settings, files=show_files)
        found = pipeline.check(reading, setting.rules, setting.terms, jobs=jobs_of(jobs), cache=cache)
    showing = Showing(color, show_compatible, show_accepted, full=verbose, grave=grave(setting.fail_on))
    tell(found, setting.rules, told, showing)
    raise typer.Exit(reading.status(verdict(found, setting.fail_on, exit_zero=exit_zero)))


@app.command(cls=Telling, epilog=CHECK)
def check(
    context: typer.Context,
    new: Annotated[
        list[str] | None, typer.Argument(metavar="NEW", help="The new files or folders, or - for standard input.")
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CORPUS", help="What they are set against; else what report reads, with --diff NEW; repeatable."
        ),
    ] = None,
    diff: Annotated[
        str | None,
        typer.Option(metavar="REV", help="New is what differs from this git revision (under NEW, if given)."),
    ] = None,
    format: Formats = None,
    output: Outputs = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    select: Select = None,
    ignore: Ignore = None,
    show_accepted: ShowAccepted = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    accepted: AcceptedFile = None,
    no_remarks: NoRemarks = False,
    config: Config = None,
    isolated: Isolated = False,
    show_settings: ShowSettings = False,
    show_files: ShowFiles = False,
    jobs: Jobs = None,
    limit: Limit = None,
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    stdin_filename: StdinFilename = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Report only what new articles take part in, from their side.

    They are set against the corpus and against each other. Where nothing is found, nothing is printed but one line on
    standard error, and the exit status is 0 even where the new articles hold no figure to compare.
    """
    from crosscheck import pipeline
    from crosscheck.checking import corpus_of

    told = targets(context, format, output)
    remarks = not no_remarks
    setting = settle(
        Asked(new or against, rules, extend_rules, select, ignore, fail_on, accepted, remarks, config, isolated, limit)
    )
    base = against or setting.configuration.paths or (diff and new) or default_paths(quiet=quiet, option="--against")
    corpus = corpus_of(new or (), tuple(base), diff, stdin_filename)
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(
            setting, stdin_date, quiet=quiet, paths=corpus.paths, cache=cache, stdin_filename=stdin_filename
        )
        tell_setting(setting, verbose=verbose)
        stop_after(setting, reading.paths, settings=show_settings, files=show_files)
        own = corpus.fresh
        found = pipeline.check(reading, setting.rules, setting.terms, fresh=own, jobs=jobs_of(jobs), cache=cache)
    showing = Showing(color, accepted=show_accepted, full=verbose, grave=grave(setting.fail_on), silent=True)
    tell(found, setting.rules, told, showing)
    if not (found.discrepancies or quiet):
        say(corpus.nothing(found))
        tell_skipped(found)
        tell_stale(found)
    status = verdict(found, setting.fail_on, exit_zero=exit_zero)
    given = CLEAN if status == NOTHING and (found.articles or diff) else status
    raise typer.Exit(reading.status(given))


@app.command(cls=Telling, epilog=COMPARE)
def compare(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="CLAIMS", help="Files of claims, JSON Lines; - is input.")],
    format: Formats = None,
    output: Outputs = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    select: Select = None,
    ignore: Ignore = None,
    show_compatible: ShowCompatible = False,
    show_accepted: ShowAccepted = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    accepted: AcceptedFile = None,
    config: Config = None,
    isolated: Isolated = False,
    limit: Limit = None,
    color: Color = "auto",
    verbose: Verbose = False,
) -> None:
    """Report on claims that were extracted before.

    The claims are what extract --format jsonl prints. Spelling variants of names are not looked for: that needs the
    articles. Lines that hold no claim are told of under what was not checked.
    """
    from crosscheck import pipeline
    from crosscheck.running import claims

    told = targets(context, format, output)
    setting = settle(
        Asked(paths, rules, extend_rules, select, ignore, fail_on, accepted, True, config, isolated, limit)
    )
    stdin = sys.stdin.buffer if "-" in paths else None
    given = tuple(claims.read(paths, setting.rules, stdin=stdin, limits=setting.terms.limits))
    found = pipeline.recheck(given, setting.rules, setting.terms)
    showing = Showing(color, show_compatible, show_accepted, full=verbose, grave=grave(setting.fail_on))
    tell(found, setting.rules, told, showing)
    raise typer.Exit(status_of(given, verdict(found, setting.fail_on, exit_zero=exit_zero)))


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


def tell_skipped(found: Report) -> None:
    """Tell of what was not read, where no report does; what does not exist is told of while reading."""
    from crosscheck.intake import Missing

    skipped = [item for item in found.skipped if not isinstance(item, Missing)]
    for item in skipped[:STALE]:
        say(f"{place_of(item)}: {item.reason}")
    if len(skipped) > STALE:
        say(f"and {len(skipped) - STALE} more were not read; report lists them all")


def tell_stale(found: Report) -> None:
    """Tell of acceptances that match nothing, where no report does."""
    for stale in found.stale[:STALE]:
        say(f"{stale.path}:{stale.line}: {stale.what}" if stale.line else f"{stale.path}: {stale.what}")
    if len(found.stale) > STALE:
        say(f"and {len(found.stale) - STALE} more acceptances match nothing")


def verdict(found: Report, fail_on: str, *, exit_zero: bool) -> int:
    """The exit status that a report calls for."""
    if any(discrepancy.severity in grave(fail_on) for discrepancy in found.discrepancies):
        return CLEAN if exit_zero else FOUND
    return CLEAN if found.comparables or found.discrepancies or found.accepted else NOTHING


def grave(fail_on: str) -> tuple[Severity, ...]:
    """The severities that make a run fail."""
    return SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()

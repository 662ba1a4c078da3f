"""The command that writes down which discrepancies were reviewed and are let stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from crosscheck.cli.app import CLEAN, WRONG, app
from crosscheck.cli.articles import Reading, jobs_of
from crosscheck.cli.caches import cache_of
from crosscheck.cli.options import (
    AcceptedFile,
    Config,
    Isolated,
    Jobs,
    Limit,
    MoreRules,
    NoCache,
    Quiet,
    RuleFolders,
)
from crosscheck.cli.output import say
from crosscheck.errors import InputError
from crosscheck.setting import Asked, settle

if TYPE_CHECKING:
    from crosscheck.accepting import Entry
    from crosscheck.model import Discrepancy, Report

ACCEPT = """Examples:

\b
  crosscheck accept 635a66b707f8 --reason "RT counts the whole region"
  crosscheck accept --baseline
  crosscheck accept --prune

An acceptance holds while the same is said: it survives edits and moves of text, and ends when a side's figure changes.
It is written to crosscheck-accepted.toml beside the configuration, a file to be kept with the articles.
"""
BASELINE = "found when the baseline was written; not reviewed"
# As many signs of an id as its first letters alone may be told by.
LEAST = 4


@app.command(epilog=ACCEPT)
def accept(
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID", help="Ids as reports tell them.")] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why they are let stand.")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None,
    baseline: Annotated[
        bool, typer.Option("--baseline", help="Accept all that is found now, to start on an old corpus.")
    ] = False,
    prune: Annotated[bool, typer.Option("--prune", help="Take out entries that match nothing any more.")] = False,
    beside: Annotated[
        list[str] | None, typer.Option("--in", metavar="PATH", help="The articles; else as report reads; repeatable.")
    ] = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    accepted: AcceptedFile = None,
    config: Config = None,
    isolated: Isolated = False,
    jobs: Jobs = None,
    limit: Limit = None,
    no_cache: NoCache = False,
    quiet: Quiet = False,
) -> None:
    """Accept what was reviewed: counted, no longer reported.

    Ids are those of reports; their first signs are enough.
    """
    from crosscheck import pipeline
    from crosscheck.accepting.book import written
    from crosscheck.reporting.inert import toml
    from crosscheck.reporting.sink import write_whole

    _check(ids, reason, baseline=baseline, prune=prune)
    setting = settle(
        Asked(
            beside,
            rules,
            extend_rules,
            accepted=accepted,
            config=config,
            isolated=isolated,
            limits=limit,
            begins_book=True,
        )
    )
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(setting, quiet=quiet, cache=cache)
        found = pipeline.check(reading, setting.rules, setting.terms, jobs=jobs_of(jobs), cache=cache)
    if reading.missing:
        raise typer.Exit(WRONG)
    kept = _kept(setting.terms.accepted, found) if prune else setting.terms.accepted
    chosen = found.discrepancies if baseline else tuple(_named(id, found) for id in ids or ())
    entries = (*kept, *_entries(chosen, reason or BASELINE, by))
    write_whole(setting.book, [toml(written(entries))])
    if not quiet:
        gone = len(setting.terms.accepted) - len(kept)
        say(f"accepted {len(chosen)}{f', took out {gone}' if prune else ''} in {setting.book}")
    raise typer.Exit(CLEAN)


def _check(ids: Sequence[str] | None, reason: str | None, *, baseline: bool, prune: bool) -> None:
    if ids and baseline:
        raise InputError("--baseline accepts all that is found; give it, or ids")
    if not (ids or baseline or prune):
        raise InputError("give the ids of discrepancies, --baseline or --prune")
    if ids and not (reason or "").strip():
        raise InputError("give a --reason: whoever finds the acceptance later has nothing else to go by")


def _named(id: str, found: Report) -> Discrepancy:
    """The discrepancy of that id or of an id that begins so, accepted ones included, so that a reason can be mended."""
    from crosscheck.model.identity import identity
    from crosscheck.rules.nearest import nearest

    told = id.partition("-")[0].lower()
    every = {identity(one): one for one in (*found.discrepancies, *(each.discrepancy for each in found.accepted))}
    if told in every:
        return every[told]
    begun = [known for known in every if known.startswith(told)] if len(told) >= LEAST else []
    if len(begun) > 1:
        raise InputError(f"{id}: {len(begun)} discrepancies have ids that begin so; give more of it")
    if not begun:
        hint = nearest(told, sorted(every)) if every else "nothing is found in these articles"
        raise InputError(
            f"{id}: no discrepancy has this id; {hint if len(every) < 10 else 'crosscheck report tells them'}"
        )
    return every[begun[0]]


def _entries(chosen: Sequence[Discrepancy], reason: str, by: str | None) -> list[Entry]:
    from crosscheck.accepting import enter
    from crosscheck.reporting.excerpt import short

    return [enter(one, reason, by, short(one.message, 200)) for one in chosen]


def _kept(entries: Sequence[Entry], found: Report) -> tuple[Entry, ...]:
    """The entries that still match something."""
    stale = {(one.path, one.line) for one in found.stale}
    return tuple(entry for entry in entries if (entry.path, entry.line) not in stale)

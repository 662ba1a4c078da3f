"""The commands that tell what is read of articles: claims, mentions, and how a figure was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crosscheck.cli.app import CLEAN, NOTHING, app
from crosscheck.cli.articles import Reading, jobs_of
from crosscheck.cli.caches import cache_of
from crosscheck.cli.options import (
    Color,
    Config,
    Isolated,
    Jobs,
    Limit,
    MoreRules,
    NoCache,
    Output,
    Paths,
    Quiet,
    RuleFolders,
    StdinDate,
)
from crosscheck.cli.output import options_of, publish, say
from crosscheck.setting import Asked, Setting, settle

if TYPE_CHECKING:
    from crosscheck.reporting import Options

# A way to tell a list, as `running.listing` has them.
Telling = Callable[..., Iterator[str]]


@app.command(epilog="Example: crosscheck extract articles/ --format jsonl -o claims.jsonl")
def extract(
    paths: Paths = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="How to tell it.")] = "table",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    config: Config = None,
    isolated: Isolated = False,
    limit: Limit = None,
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every stated figure that a rule binds to a quantity."""
    from crosscheck.running import listing

    telling = listing.claim_lines if format == "jsonl" else listing.claim_table
    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated, limits=limit))
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(setting, stdin_date, quiet=quiet, tell_skipped=True, cache=cache)
        publish(_listed(telling, setting, reading, options_of(setting.rules, output, color), jobs), output)
    raise typer.Exit(reading.status())


@app.command(epilog="Example: crosscheck mentions article.txt")
def mentions(
    paths: Paths = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="How to tell it.")] = "table",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    config: Config = None,
    isolated: Isolated = False,
    limit: Limit = None,
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every figure and time expression that is read."""
    from crosscheck.running import listing

    telling = listing.mention_lines if format == "jsonl" else listing.mention_table
    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated, limits=limit))
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(setting, stdin_date, quiet=quiet, tell_skipped=True, cache=cache)
        publish(_listed(telling, setting, reading, options_of(setting.rules, output, color), jobs), output)
    raise typer.Exit(reading.status())


def _listed(telling: Telling, setting: Setting, reading: Reading, options: Options, jobs: int | None) -> Iterator[str]:
    """A list of what these articles say, in pieces as they are read."""
    from crosscheck.running.listing import Run

    terms = setting.terms
    run = Run(jobs_of(jobs), reading.cache, terms.aliases, terms.limits.seconds, reading.lose, reading.note)
    return telling(reading, setting.rules, options, run)


@app.command(epilog="Example: crosscheck explain articles/monday.md:12 --with articles/")
def explain(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE[:COLUMN]", help="Where the figure stands.")],
    beside: Annotated[
        list[str] | None, typer.Option("--with", metavar="PATH", help="Compare with these articles too; repeatable.")
    ] = None,
    format: Annotated[Literal["terminal", "json"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    config: Config = None,
    isolated: Isolated = False,
    limit: Limit = None,
    jobs: Jobs = None,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """Tell how each figure on a line was read and compared.

    Where no rule binds it, tell why.
    """
    from crosscheck import pipeline
    from crosscheck.intake.pointers import point
    from crosscheck.reporting import EXPLAINERS

    where = point(place)
    paths = [where.path, *(beside or ())]
    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated, limits=limit))
    reading = Reading(setting, stdin_date, quiet=quiet, paths=paths, tell_skipped=True)
    told = pipeline.explain(
        reading,
        setting.rules,
        where,
        setting.terms,
        jobs=jobs_of(jobs),
        lose=reading.lose,
        note=reading.note,
    )
    publish([EXPLAINERS[format](told, options_of(setting.rules, output, color))], output)
    if not (told or quiet or reading.cut):
        say(f"{where}: no figure stands there")
    raise typer.Exit(reading.status(CLEAN if told else NOTHING))

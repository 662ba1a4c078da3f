"""The commands that tell what is read of articles: claims, mentions, and how a figure was read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from crosscheck.cli.app import CLEAN, NOTHING, app
from crosscheck.cli.articles import Reading, jobs_of
from crosscheck.cli.caches import cache_of
from crosscheck.cli.options import (
    Color,
    Config,
    Isolated,
    Jobs,
    MoreRules,
    NoCache,
    Output,
    Paths,
    Quiet,
    RuleFolders,
    StdinDate,
)
from crosscheck.cli.output import options_of, publish, say
from crosscheck.setting import Asked, settle


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
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every stated figure that a rule binds to a quantity."""
    from crosscheck.running import listing

    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated))
    known, lang = setting.rules, setting.language
    telling = listing.claim_lines if format == "jsonl" else listing.claim_table
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(
            setting.paths,
            stdin_date,
            quiet=quiet,
            tell_skipped=True,
            cache=cache,
            language=lang,
            limits=setting.terms.limits,
        )
        run = listing.Run(
            jobs_of(jobs), cache, setting.terms.aliases, setting.terms.limits.seconds, reading.lose, reading.note
        )
        publish(telling(reading, known, options_of(known, output, color), run), output)
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
    no_cache: NoCache = False,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every figure and time expression that is read."""
    from crosscheck.running import listing

    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated))
    known, lang = setting.rules, setting.language
    with cache_of(no_cache=no_cache, quiet=quiet) as cache:
        reading = Reading(
            setting.paths,
            stdin_date,
            quiet=quiet,
            tell_skipped=True,
            cache=cache,
            language=lang,
            limits=setting.terms.limits,
        )
        run = listing.Run(
            jobs_of(jobs), cache, setting.terms.aliases, setting.terms.limits.seconds, reading.lose, reading.note
        )
        if format == "jsonl":
            text = listing.mention_lines(reading, known, run)
        else:
            text = listing.mention_table(reading, known, options_of(known, output, color), run)
        publish(text, output)
    raise typer.Exit(reading.status())


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
    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated))
    reading = Reading(
        paths, stdin_date, quiet=quiet, tell_skipped=True, language=setting.language, limits=setting.terms.limits
    )
    told = pipeline.explain(reading, setting.rules, where, setting.terms, jobs=jobs_of(jobs))
    publish([EXPLAINERS[format](told, options_of(setting.rules, output, color))], output)
    if not (told or quiet):
        say(f"{where}: no figure stands there")
    raise typer.Exit(reading.status(CLEAN if told else NOTHING))

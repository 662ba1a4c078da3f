"""The rules of a run, and the commands that list, show, test and start rules."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crosscheck.cli.app import CLEAN, FOUND, rules_app
from crosscheck.cli.options import Color, Config, Isolated, MoreRules, Output, RuleFolders
from crosscheck.cli.output import options_of, publish, say
from crosscheck.errors import InputError
from crosscheck.setting import Asked, settle

if TYPE_CHECKING:
    from crosscheck.rules import Rule
    from crosscheck.rules.check import Failure


@rules_app.command("list")
def list_rules(
    rules: RuleFolders = None, extend_rules: MoreRules = None, config: Config = None, isolated: Isolated = False
) -> None:
    """List the rules with their titles, a line each."""
    from crosscheck.reporting.inert import inert

    known = _configured(rules, extend_rules, config, isolated=isolated)
    wide = max((len(rule.id) for rule in known), default=0)
    publish(f"{rule.id:<{wide}}  {inert(rule.title)}{'' if rule.enabled else ' (switched off)'}\n" for rule in known)


@rules_app.command("show")
def show_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")],
    format: Annotated[Literal["terminal", "markdown"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    config: Config = None,
    isolated: Isolated = False,
    color: Color = "auto",
) -> None:
    """Tell a rule in prose: what it binds, how it compares, its evidence, and whether it is switched off."""
    from crosscheck.reporting.inert import laid_out
    from crosscheck.reporting.terminal.prose import render
    from crosscheck.rules.prose import tell

    text = laid_out(tell(named(id, _configured(rules, extend_rules, config, isolated=isolated))))
    publish([text if format == "markdown" else render(text, options_of((), output, color))], output)


@rules_app.command("test")
def try_rules(
    names: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE]...", help="Else every rule.")] = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Run rules against the examples, counter-examples and cases in their files; exit with status 1 where one fails."""
    from crosscheck import pipeline
    from crosscheck.rules import load

    shipped = _configured(rules, extend_rules, config, isolated=isolated)
    own = load([Path(name) for name in names or () if name.endswith(".toml")])
    known = (*own, *(rule for rule in shipped if rule.id not in {mine.id for mine in own}))
    tested = tuple(named(Path(name).stem if name.endswith(".toml") else name, known) for name in names or ()) or known
    failures = pipeline.test(tested, known)
    publish(map(_failed, failures))
    say(f"tested {len(tested)}, {len(failures)} failed" if failures else f"tested {len(tested)}, all hold")
    raise typer.Exit(FOUND if failures else CLEAN)


@rules_app.command("new")
def new_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and _, as in trees_felled.")],
    folder: Annotated[Path, typer.Option("--in", metavar="FOLDER", help="Where to write ID.toml.")] = Path(),
) -> None:
    """Write a small rule that works, to be edited."""
    from crosscheck.reporting.sink import write_whole
    from crosscheck.rules.skeleton import skeleton

    try:
        text = skeleton(id)
    except ValueError as error:
        raise InputError(str(error)) from error
    file = folder / f"{id}.toml"
    if os.path.lexists(file):
        raise InputError(f"{file}: is there already; choose another id or delete the file")
    write_whole(file, [text])
    say(f"wrote {file}; try: crosscheck rules test {file}")


def _failed(failure: Failure) -> str:
    """What failed, and indented under it a line for each reason."""
    from crosscheck.reporting.inert import inert, laid_out

    lines = (" ".join(line.splitlines()) for line in failure.lines)
    return laid_out("\n  ".join((inert(failure.head), *lines))) + "\n"


def _configured(
    instead: Sequence[Path] | None, beside: Sequence[Path] | None, config: Path | None, *, isolated: bool
) -> tuple[Rule, ...]:
    """The rules of this folder's configuration; raises RuleError with every fault."""
    return settle(Asked(None, instead, beside, config=config, isolated=isolated)).rules


def named(id: str, rules: Sequence[Rule]) -> Rule:
    """The rule of that id; raises InputError with the nearest one where there is none."""
    from crosscheck.rules.nearest import nearest

    for rule in rules:
        if rule.id == id:
            return rule
    raise InputError(f"there is no rule {id!r}; {nearest(id, [rule.id for rule in rules])}")

"""How a report is told: formats, each to its file or to standard output, in the order in which they were asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand

from crosscheck.cli.output import options_of, publish, repository
from crosscheck.errors import InputError

if TYPE_CHECKING:
    from typer import Context

    from crosscheck.model import Report, Severity
    from crosscheck.reporting import Options
    from crosscheck.rules import Rule

SUMMARY = "GITHUB_STEP_SUMMARY"
ORDER = "crosscheck.order"


class Format(StrEnum):
    """The formats of a report; a test holds them to those that `reporting` has."""

    TERMINAL = "terminal"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"
    MARKDOWN = "markdown"
    CSV = "csv"
    JUNIT = "junit"


Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        metavar="|".join(Format),
        help="How to tell it, else terminal; repeatable, each with its own -o but one.",
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write the --format before it there, whole or not at all; repeatable."
    ),
]


class Telling(TyperCommand):
    """A command that tells a report: it keeps in which order --format and --output were given."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Notes the order before the parser gathers the values of each option."""
        _, _, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[ORDER] = [option.name for option in order if option.name in ("format", "output")]
        return super().parse_args(ctx, args)


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file that it goes to, None for standard output."""

    format: Format
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class Showing:
    """What the options of a command say of telling, whatever the format.

    With `silent` people are told nothing on standard output where nothing was found.
    """

    color: str = "auto"
    compatible: bool = False
    accepted: bool = False
    full: bool = False
    grave: tuple[Severity, ...] = ("conflict",)
    silent: bool = False


def targets(context: Context, formats: Sequence[Format] | None, outputs: Sequence[Path] | None) -> tuple[Target, ...]:
    """What goes where: a file belongs to the format before it, or to the first one where none stands before it."""
    rest, files = list(formats or ()), list(outputs or ())
    order = context.meta[ORDER] if rest else ["format", *context.meta[ORDER]]
    rest = rest or [Format.TERMINAL]
    found: list[Target] = []
    waiting: Path | None = None
    for name in order:
        if name == "format":
            found.append(Target(rest.pop(0), waiting))
            waiting = None
        elif waiting is not None or (found and found[-1].file is not None):
            raise typer.BadParameter("each FILE needs a --format of its own before it", param_hint="--output")
        elif found:
            found[-1] = replace(found[-1], file=files.pop(0))
        else:
            waiting = files.pop(0)
    return _distinct(tuple(replace(one, file=None) if one.file == Path("-") else one for one in found))


def _distinct(found: tuple[Target, ...]) -> tuple[Target, ...]:
    """The same targets; raises BadParameter where two would be written to one place."""
    files = [one.file for one in found]
    twice = next((one for number, one in enumerate(found) if one.file in files[:number]), None)
    if twice is not None:
        told = " and ".join(one.format.value for one in found if one.file == twice.file)
        where = f"to {twice.file}" if twice.file else "to standard output"
        raise typer.BadParameter(f"{told} would all go {where}; give each an -o FILE of its own", param_hint="--format")
    return found


def tell(report: Report, rules: Iterable[Rule], found: Sequence[Target], showing: Showing) -> None:
    """Render everything, then write the files, then standard output, so that a fault leaves nothing half told."""
    from crosscheck.reporting import RENDERERS

    rules = tuple(rules)
    told = [one for one in found if not (showing.silent and _is_idle(one, report))]
    texts = [(one.file, RENDERERS[one.format](report, _options(rules, one.file, showing))) for one in told]
    for file, text in sorted(texts, key=lambda pair: pair[0] is None):
        publish([text], file)
    if SUMMARY in os.environ and any(one.format is Format.GITHUB for one in found):
        _summarise(Path(os.environ[SUMMARY]), RENDERERS["markdown"](report, _options(rules, None, showing)))


def _is_idle(one: Target, report: Report) -> bool:
    return one == Target(Format.TERMINAL) and not report.discrepancies


def _options(rules: tuple[Rule, ...], file: Path | None, showing: Showing) -> Options:
    plain = options_of(rules, file, showing.color, show_compatible=showing.compatible, full=showing.full)
    return replace(plain, show_accepted=showing.accepted, grave=showing.grave, base=repository())


def _summarise(file: Path, text: str) -> None:
    """Add all of it or nothing to a step's summary on GitHub Actions, which earlier commands may have begun."""
    from crosscheck.reporting.sink import add_whole

    try:
        add_whole(file, text)
    except OSError as error:
        raise InputError(f"{file}, which {SUMMARY} names, cannot be written: {error.strerror}") from error

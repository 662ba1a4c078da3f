"""The options that several commands share, each with its line of help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files, folders or -; else seeds/ where it is, else this folder."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
]
FailOn = Annotated[
    Literal["conflict", "tension", "note", "never"], typer.Option(help="Exit with status 1 from this severity on.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with status 0 even where something is found.")]
ShowCompatible = Annotated[bool, typer.Option("--show-compatible", help="Also list what is not contradicted, by day.")]
RuleFolders = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="FOLDER", help="Rules in place of the shipped ones; repeatable.")
]
MoreRules = Annotated[
    list[Path] | None, typer.Option("--extend-rules", metavar="FOLDER", help="Rules beside the others; repeatable.")
]
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Worker processes; else one for each core.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")]
StdinDate = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When an undated text from - was published.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colour; auto heeds NO_COLOR and FORCE_COLOR.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Everything at length.")]

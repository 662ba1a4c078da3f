"""The options that several commands share, each with its line of help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders or -; else what the configuration names, seeds/ or . instead."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
]
FailOn = Annotated[
    Literal["conflict", "tension", "note", "never"] | None,
    typer.Option(help="Exit with status 1 from this severity on; conflict where the configuration says nothing."),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with status 0 even where something is found.")]
ShowCompatible = Annotated[bool, typer.Option("--show-compatible", help="Also list what is not contradicted, by day.")]
ShowAccepted = Annotated[
    bool, typer.Option("--show-accepted", help="Also list what is accepted, with the reasons; in SARIF as suppressed.")
]
ShowSettings = Annotated[bool, typer.Option("--show-settings", help="Print the settings of this run, and stop.")]
ShowFiles = Annotated[bool, typer.Option("--show-files", help="Print the files that would be read, and stop.")]
Select = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="Report only on this rule, topic or kind of discrepancy; repeatable."),
]
Ignore = Annotated[list[str] | None, typer.Option(metavar="NAME", help="Report nothing on it; repeatable.")]
RuleFolders = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="FOLDER", help="Rules in place of the shipped ones; repeatable.")
]
MoreRules = Annotated[
    list[Path] | None, typer.Option("--extend-rules", metavar="FOLDER", help="Rules beside the others; repeatable.")
]
Config = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The configuration, in place of the nearest crosscheck.toml.")
]
Isolated = Annotated[
    bool, typer.Option("--isolated", help="Heed no configuration, and no acceptances but those of --accepted.")
]
AcceptedFile = Annotated[
    Path | None, typer.Option("--accepted", metavar="FILE", help="The file of accepted discrepancies.")
]
NoRemarks = Annotated[
    bool, typer.Option("--no-remarks", help="Heed no crosscheck: ignore[…] remark in articles; report each.")
]
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Worker processes; else one for each core.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")]
Limit = Annotated[
    list[str] | None,
    typer.Option(
        "--limit", metavar="NAME=NUMBER", help="How much is read, as seconds=60 for each article; repeatable."
    ),
]
StdinDate = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When an undated text from - was published.")]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="NAME", help="The file that - stands for; its saved text is not read.")
]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colour; auto heeds NO_COLOR and FORCE_COLOR.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Everything at length.")]

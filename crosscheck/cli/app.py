"""The application that commands are registered with, and the exit statuses they end with."""

from __future__ import annotations

from typing import Annotated

import typer

from crosscheck.version import __version__

CLEAN, FOUND, WRONG, NOTHING, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141

app = typer.Typer(
    help="Find where a heap of articles contradict each other in their figures.",
    epilog="Start with: crosscheck report FOLDER",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
rules_app = typer.Typer(help="List, show, test and start rules.", no_args_is_help=True, rich_markup_mode=None)
cache_app = typer.Typer(help="Tell of the cache, or empty it.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(rules_app, name="rules")
app.add_typer(cache_app, name="cache")

Version = Annotated[bool, typer.Option("--version", help="Print the version and exit.")]


@app.callback(invoke_without_command=True)
def _start(version: Version = False) -> None:
    if version:
        typer.echo(f"crosscheck {__version__}")
        raise typer.Exit(CLEAN)

"""The application that commands are registered with, and the exit statuses they end with."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from crosscheck.version import __version__

CLEAN, FOUND, WRONG, NOTHING, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141

# The commands as help lists them: what is told of articles first, then how it came about, then what it rests on.
ORDER = ("report", "check", "accept", "explain", "extract", "mentions", "compare", "rules", "schema", "cache")
EPILOG = """Start with:

\b
  crosscheck report FOLDER

Exit status:

\b
  0  nothing at or above --fail-on
  1  discrepancies at or above it
  2  a wrong option, rule, setting or path
  3  nothing to read, to compare or to explain

Settings are read from crosscheck.toml or pyproject.toml, upward from the first path. NO_COLOR, FORCE_COLOR and
CROSSCHECK_CACHE_DIR are heeded.
"""


class Listed(TyperGroup):
    """The commands in the order in which somebody needs them."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, those that the order leaves out at the end."""
        return sorted(super().list_commands(ctx), key=lambda name: ORDER.index(name) if name in ORDER else len(ORDER))


app = typer.Typer(
    cls=Listed,
    help="Find where a heap of articles contradict each other in their figures.",
    epilog=EPILOG,
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

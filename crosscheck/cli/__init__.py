"""The command line: the only code that reads arguments, prints or exits; one function a command.

Nothing but typer is imported before a command runs, so that `--help` and `--version` answer at once. The exit status:
0 nothing at or above `--fail-on`; 1 discrepancies at or above it; 2 usage, configuration or rule error, or a path that
does not exist; 3 nothing to read, to compare or to explain; 130 interrupted; 141 nobody reads the output any more.
"""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any, Protocol, runtime_checkable

from crosscheck.cli import accepting, caches, listings, reports, rules, schemas
from crosscheck.cli.app import CLEAN, INTERRUPTED, PIPE_CLOSED, WRONG, app
from crosscheck.cli.output import answer, lay_out, say, unwritten
from crosscheck.errors import CrosscheckError, FaultyFile
from crosscheck.version import __version__

# Each of these modules registers its commands with the application when it is imported.
COMMANDS = (reports, accepting, listings, schemas, rules, caches)


FULL = "memory ran out; read less at once, use fewer --jobs, or set the limits “file” and “article” lower"
GONE = "the current folder is not there any more; go to another"


@runtime_checkable
class Misuse(Protocol):
    """What typer raises where the command line is wrong, whichever of its releases."""

    exit_code: int

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the usage, and what is wrong."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; every error becomes a message, none a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    out = sys.stdout
    try:
        if given == ["--version"]:
            # Answered before typer takes its time to look at options.
            return answer(f"crosscheck {__version__}\n")
        status = _ended(app(args=given, prog_name="crosscheck", standalone_mode=False))
    except SystemExit as stop:
        status = _ended(stop.code)
    except OSError as error:
        say(str(unwritten(error)) if _is_printed(error) else _refused(error))
        status = WRONG
    except CrosscheckError as error:
        say(*map(str, error.faults if isinstance(error, FaultyFile) else [error]))
        status = WRONG
    except MemoryError:
        say(FULL)
        status = WRONG
    except Exception as error:
        status = _misused(error) if isinstance(error, Misuse) else _unforeseen(error)
    if sys.stdout is not out:
        # Where nobody reads what typer prints by itself, it puts another stream in the place of standard output.
        return PIPE_CLOSED
    if status == INTERRUPTED:
        say("interrupted")
    return status


def _is_printed(error: OSError) -> bool:
    """Whether it befell what typer prints by itself, help above all, which is written by no function of ours."""
    last = [frame for frame, _ in traceback.walk_tb(error.__traceback__)][-1]
    return error.filename is None and str(last.f_globals.get("__name__")).partition(".")[0] == "typer"


def _refused(error: OSError) -> str:
    """What the system did not let the program do: a process or a file too many, a folder that is gone."""
    if isinstance(error, FileNotFoundError) and _is_gone():
        return GONE
    of = f"{error.filename}: " if error.filename else ""
    told = f"{of}{error.strerror or error}"
    return f"the system broke the run off at {_place(error)} ({told}); see to that, or report it if it stays"


def _is_gone() -> bool:
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _ended(code: object) -> int:
    return code if isinstance(code, int) else CLEAN


def _misused(error: Misuse) -> int:
    """Tell of the usage and of what is wrong, as typer lays them out; arguments in it are shown inert."""
    told = io.StringIO()
    error.show(told)
    lay_out(told.getvalue())
    return error.exit_code


def _unforeseen(error: Exception) -> int:
    """Tell of a fault of the program, in one line that says to its authors where to look."""
    say(f"the program itself failed at {_place(error)} ({type(error).__name__}: {error}); please report this")
    return WRONG


def _place(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"

"""Where the command starts; worker processes import this module again, so it imports nothing until it is called."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from types import FrameType

# How a run is asked to end; Python itself makes KeyboardInterrupt of Ctrl-C.
ENDING = tuple(signal.Signals[name] for name in ("SIGTERM", "SIGHUP") if name in signal.Signals.__members__)
INTERRUPTED = 130


def main() -> None:
    """Run the command on the arguments of this process and exit with its status."""
    try:
        heed()
        _open_streams()
        # Claims are frozen and form no circles: to look for those among millions of them takes a fifth of a run.
        gc.set_threshold(100_000, 50, 1000)
        from crosscheck.cli import main

        status = main()
    except KeyboardInterrupt:
        status = INTERRUPTED
    finally:
        _finish()
    sys.exit(status)


def heed() -> None:
    """Let every signal that asks a run to end do so from within; what is ignored already, as by nohup, stays so."""
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, _leave)


def _open_streams() -> None:
    """Where a standard stream was closed by whoever started the run, nothing is read or written in its place.

    Else the next file that is opened would take its number, and be given what is meant for it.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            with contextlib.suppress(OSError):
                setattr(sys, name, open(_nothing(number), mode, encoding="utf-8"))  # noqa: SIM115


def _nothing(number: int) -> int:
    """A descriptor of that number, which is free or is open to the wrong side, for a file that holds nothing."""
    opened = os.open(os.devnull, os.O_RDWR)
    if opened != number:
        os.dup2(opened, number)
        os.close(opened)
    return number


def _leave(number: int, _: FrameType | None) -> None:
    """Leave by the doors, so that half-written files and workers go too."""
    sys.exit(128 + number)


def _finish() -> None:
    """All is written and the status stands: a signal that comes while Python tidies up changes neither."""
    for number in (signal.SIGINT, *ENDING):
        signal.signal(number, signal.SIG_IGN)


if __name__ == "__main__":
    main()

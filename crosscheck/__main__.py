"""Where the command starts; worker processes import this module again, so it imports nothing until it is called."""

from __future__ import annotations

import gc
import signal
import sys
from types import FrameType


def main() -> None:
    """Run the command on the arguments of this process and exit with its status."""
    signal.signal(signal.SIGTERM, _terminate)
    # Claims are frozen and form no circles: to look for those among millions of them takes a fifth of a run.
    gc.set_threshold(100_000, 50, 1000)
    try:
        from crosscheck.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(main())


def _terminate(number: int, _: FrameType | None) -> None:
    """Leave by the doors, so that half-written files and workers go too."""
    sys.exit(128 + number)


if __name__ == "__main__":
    main()

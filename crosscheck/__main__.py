"""Where the command starts; worker processes import this module again, so it imports nothing until it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command on the arguments of this process and exit with its status."""
    try:
        from crosscheck.cli import main
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(main())


if __name__ == "__main__":
    main()

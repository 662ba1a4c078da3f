"""Reading: paths to articles, one reader a format, and files that hold many articles cut into them."""

from crosscheck.intake.corpus import read
from crosscheck.intake.paths import Missing

__all__ = ["Missing", "read"]

"""Reading: paths to articles, one reader a format, and files that hold many articles cut into them."""

from crosscheck.intake.corpus import Recall, read, recall
from crosscheck.intake.paths import STANDARD_INPUT, Missing, Source

__all__ = ["STANDARD_INPUT", "Missing", "Recall", "Source", "read", "recall"]

"""Floor 4: discrepancies that somebody reviewed, set aside by a file of acceptances or by a remark in an article."""

from crosscheck.accepting.entry import Entry, enter
from crosscheck.accepting.narrowing import Choice, concerns, turned
from crosscheck.accepting.reviewing import Review, review
from crosscheck.accepting.waivers import Waiver, waivers

__all__ = ["Choice", "Entry", "Review", "Waiver", "concerns", "enter", "review", "turned", "waivers"]

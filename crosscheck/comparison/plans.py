"""Plans for a time that is over: to move a vote from April 2024 to 2013, in an article of 2023.

Expects of extraction, for claims of a rule of kind `date`: the facet `aspect` is `new` (or `end`) for the date to which
something is moved and `old` (or `start`) for the one from which, both of one sentence. What is merely foretold is not
enough: "she would have been freed in 2012" is said of the past.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.model import Discrepancy

# "On Tuesday she will …", told on Wednesday of what was written on Monday, is no slip; a month is none of that.
LATE = timedelta(days=31)
TO, FROM = ("new", "end"), ("old", "start")


def passed(held: Iterable[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Each date of a plan that was over when its article appeared."""
    dated = (one for one in held if one.rule.kind == "date" and one.claim.modality != "denied")
    for _, group in groupby(dated, key=lambda one: (one.article, one.claim.quote)):
        claims = list(group)
        for one in claims:
            if _over(one) and _moved(one, claims):
                event = one.claim.facet("event")
                key = (("event", event.value),) if event is not None else ()
                reason = wording.reason(wording.PAST)
                yield desk.report("implausible_date", "conflict", one.rule, key, (camp([one]),), reason)


def _over(one: Held) -> bool:
    last = one.claim.mention.value.interval.high
    if not isinstance(last, date) or one.published is None or one.published - last <= LATE:
        return False
    return str(last.year) in one.claim.mention.surface  # else the year was found by us: "ends in June" is of the next


def _moved(one: Held, claims: Sequence[Held]) -> bool:
    """Whether the date is where something is moved to, from a date that had not yet come."""
    return _aspect(one) in TO and any(_aspect(other) in FROM and _ahead(other) for other in claims)


def _ahead(one: Held) -> bool:
    last = one.claim.mention.value.interval.high
    return isinstance(last, date) and one.published is not None and last >= one.published


def _aspect(one: Held) -> str:
    facet = one.claim.facet("aspect")
    return fold(facet.value) if facet is not None else ""

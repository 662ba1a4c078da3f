"""Stated lengths against stated ends: "seven months" beside a period of two, "in a week" above "since Dec. 7".

Expects of extraction: claims of a rule of kind `duration`; periods as `periods` tells; the beginning of what goes on
as a claim of a rule of kind `date` with the facet `aspect` `start` ("since Dec. 7"); `part` `title` on a headline's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.comparison.periods import Period
from crosscheck.model import Discrepancy

HOURS_A_DAY = Decimal(24)
# "Seven months" for 213 days, a month short or over, is how people count; twice that is not.
UNITS = Decimal(1)
# "In a week" may be eight or ten days back; twelve are not a week any more.
LOOSE = Decimal("1.5")
# What will last so long was decided: "the curfew will last seven months".
TOLD = ("asserted", "predicted")
DAYS = frozenset({"day", "week", "month", "year"})


def differing(held: Iterable[Held], found: Iterable[Period], desk: Desk) -> Iterator[Discrepancy]:
    """Lengths that do not fit the periods of their sentence, then headlines' against their articles' beginnings."""
    by_quote: defaultdict[tuple[str, str], list[Period]] = defaultdict(list)
    for period in found:
        by_quote[period.begin.article, period.begin.claim.quote].append(period)
    given = list(held)
    lasting = {one.article for one in given if one.rule.kind == "duration"}
    articles: defaultdict[str, list[Held]] = defaultdict(list)
    for one in given if lasting else ():
        if one.article in lasting:
            articles[one.article].append(one)
    for claims in articles.values():
        lengths = [one for one in claims if _is_length(one)]
        for one in lengths:
            yield from _against(one, by_quote.get((one.article, one.claim.quote), []), desk)
        titles = [one for one in lengths if one.claim.part == "title"]
        counted = any(one.claim.part == "title" and one.rule.kind == "count" for one in claims)
        if len(titles) == 1 and counted:
            yield from _since(titles[0], claims, desk)


def _is_length(one: Held) -> bool:
    return one.rule.kind == "duration" and one.claim.mention.value.unit in DAYS and one.claim.modality in TOLD


def _against(one: Held, found: Sequence[Period], desk: Desk) -> Iterator[Discrepancy]:
    if len(found) != 1 or not one.exact:
        return
    unit = one.named / one.claim.mention.value.interval.low if one.named else HOURS_A_DAY
    stated = Decimal(found[0].length) * HOURS_A_DAY
    if abs(stated - one.named) > unit * UNITS + HOURS_A_DAY:
        ends = {end.rank: end for end in (found[0].begin, found[0].end)}
        camps = (camp([one]), camp(ends.values()))
        yield desk.report("duration_conflict", "tension", one.rule, _key(one), camps, wording.reason(wording.LENGTH))


def _since(title: Held, claims: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    """A headline's length against the one beginning that its article tells of what still goes on."""
    starts = [one for one in claims if one.rule.kind == "date" and one.claim.part == "body" and _begins(one)]
    days = {one.claim.mention.value.interval.low for one in starts}
    if len(days) != 1 or title.published is None:
        return
    first = days.pop()
    if not isinstance(first, date) or title.reading.high is None:
        return
    elapsed = (title.published - first).days
    if Decimal(elapsed) * HOURS_A_DAY <= title.named * LOOSE:
        return
    told = wording.SINCE.format(length=wording.figure(title.claim), start=wording.day(first), days=elapsed)
    yield desk.report(
        "title_vs_body", "tension", title.rule, _key(title), (camp([title]), camp(starts)), wording.reason(told)
    )


def _begins(one: Held) -> bool:
    aspect, value = one.claim.facet("aspect"), one.claim.mention.value.interval
    told = aspect is not None and fold(aspect.value) == "start"
    return told and isinstance(value.low, date) and value.low == value.high


def _key(one: Held) -> tuple[tuple[str, str], ...]:
    facet = one.claim.facet("subject") or one.claim.facet("event")
    return ((facet.name, facet.value),) if facet is not None else ()

"""Every sentence that comparing says: messages that name each side, and reasons in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, getcontext

from crosscheck.model import Camp, Claim, Interval, Publication

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# A message names so many articles of a side; the report shows them all.
_NAMED = 3
_PLACES = 4

BOTH_ASSERTED = "No single figure can be all of these"
MAYBE_SAME = "These may speak of the same thing, which the texts do not tell for certain"
COUNTING = "These differ, but the later report may have counted more"
SOURCED = "The figures differ, each credited to a source of its own"
WITH_PERPETRATORS = "One figure counts the attackers and the other does not"
PAIRED = "Both tell of two, of which one is the same and the other is not"
WITH_ATTACKERS = "with the attackers"
WITHOUT_ATTACKERS = "without the attackers"
FALLS = "A running total cannot fall"
BACKWARDS = "Of one series a later one cannot have a lower number"
ONE_RANK = "What happened on one day has one number in its series"
ONE_DAY = "Two totals for one day have to be the same"
SUM = "The listed parts do not add up to the total that is given for them"
PART = "A part cannot be more than its whole"
SHARES = "The answers to one question cannot be more than the whole together"
TOO_MUCH = "The figure lies beyond what is possible for it"
SEATS = "{votes} votes are more than the {seats} seats of those who vote"
TITLE = "The headline gives a figure that the article does not give"
IMPOSSIBLE = "There is no such day"
WEEKDAY = "That day was another day of the week"
PAST = "The plan is for a time that was already over when the article appeared"
OTHER_DAYS = "One thing is given two different dates"
OTHER_END = "The periods begin on the same day and are the same one, but end on different days"
OTHER_START = "The periods end on the same day and are the same one, but begin on different days"
OFFSETS = "The meeting is set at two different distances from the same occasion, which may be two meetings"
LENGTH = "The stated length does not fit the stated beginning and end"
SINCE = "The headline speaks of {length}, but the article counts since {start}, {days} days before it appeared"
SO_FAR = "total so far"
SPELLING = "Two spellings of what looks like one name: {reason}"


def day(when: date) -> str:
    """A day as "9 Jan 2023", in no machine's locale."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def days(low: date, high: date) -> str:
    """A stretch of days."""
    return day(low) if low == high else f"{day(low)} to {day(high)}"


def iso(low: date, high: date) -> str:
    """A stretch of days as a key holds it: "2023-01-09" or "2023-01-09/2023-01-15"."""
    return low.isoformat() if low == high else f"{low.isoformat()}/{high.isoformat()}"


def figure(claim: Claim) -> str:
    """A claim's figure as written, with its hedge."""
    mention = claim.mention
    hedge, where = mention.modifier_surface or "", mention.modifier_span
    if not hedge or (where is not None and where.start >= mention.span.start and where.end <= mention.span.end):
        return mention.surface
    if where is not None and where.start > mention.span.start:
        return f"{mention.surface} {hedge}"
    return f"{hedge} {mention.surface}"


def number(value: Decimal) -> str:
    """A number without needless digits."""
    # What decimals can hold is bounded: a number of so many digits is told as it is.
    rounded = value if value.adjusted() + _PLACES >= getcontext().prec - 1 else round(value, _PLACES)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def outlet(article: Publication) -> str:
    """Who says it."""
    return article.outlet or article.author or article.title or article.path


def teller(article: Publication) -> str:
    """Who says it, and when."""
    return outlet(article) if article.published is None else f"{outlet(article)}, {day(article.published)}"


def side(camp: Camp) -> str:
    """A camp in a message: its figure, what it is of, and who gives it."""
    forms = list(dict.fromkeys(figure(claim) for claim in camp.claims))
    tellers = list(dict.fromkeys(teller(claim.article) for claim in camp.claims))
    more = f" and {len(tellers) - _NAMED} more" if len(tellers) > _NAMED else ""
    label = f" [{camp.label}]" if camp.label else ""
    return f"{', '.join(forms[:_NAMED])}{label} ({'; '.join(tellers[:_NAMED])}{more})"


def message(title: str, key: Iterable[tuple[str, str]], told: date | None, camps: Sequence[Camp]) -> str:
    """What a discrepancy is about and all its sides."""
    return f"{subject(title, key, told)}: {' against '.join(side(camp) for camp in camps)}"


def subject(title: str, key: Iterable[tuple[str, str]], told: date | None = None) -> str:
    """The quantity's title with what narrows it."""
    parts = [title, *dict.fromkeys(value for name, value in key if name != "when")]
    return ", ".join([*parts, day(told)] if told is not None else parts)


def values(intervals: Iterable[Interval]) -> str:
    """Numbers in a reason: "17 and 19"."""
    told = list(dict.fromkeys(_value(interval) for interval in intervals))
    return f"{', '.join(told[:-1])} and {told[-1]}" if len(told) > 1 else "".join(told)


def _value(interval: Interval) -> str:
    low, high = interval.low, interval.high
    if isinstance(low, date) and isinstance(high, date):
        return days(low, high)
    if low is not None and low == high:
        return number(low)
    if high is None:
        return f"{number(low)} or more" if low is not None else "any number"
    return f"up to {number(high)}" if low is None else f"{number(low)} to {number(high)}"


def latest(camps: Sequence[Camp]) -> str:
    """Which side is the latest, where one is; and how many independent reports each side has, where one has several."""
    dated = [(claim.article.published, number) for number, camp in enumerate(camps) for claim in camp.claims]
    last = max((published for published, _ in dated if published is not None), default=None)
    newest = {number for published, number in dated if published == last}
    if last is None or len(newest) != 1:
        return ""
    return f"the latest report, of {day(last)}, says {figure(camps[min(newest)].claims[-1])}"


def spread(camps: Sequence[Camp], counts: Sequence[int]) -> str:
    """How many independent reports tell each side."""
    told = (f"{_value(camp.value.interval)} by {count}" for camp, count in zip(camps, counts, strict=True))
    return f"independent reports: {', '.join(told)}"


def region(place: str) -> str:
    """What a camp of a wider place is labelled with."""
    return f"region {place}, possibly the same"


def alone(place: str) -> str:
    """What a camp of a place within the discrepancy's is labelled with."""
    return f"place {place} within it"


def spelled(first: str, second: str) -> str:
    """The message of a spelling variant: both forms as they are written."""
    return f"“{first}” and “{second}” look like one name"


def exceeds(part: Claim, inner: str, whole: Claim, outer: str) -> str:
    """That a part is more than its whole."""
    return f"{figure(part)} in {inner} alone is more than {figure(whole)} in all of {outer}"


def reason(*parts: str) -> str:
    """Clauses as one sentence."""
    return "; ".join(part for part in parts if part) + "."

"""Which of an article's figures speak for it at a meeting: its count of the whole, not the ones told one by one.

"Two people were killed. One died at the scene." gives 2 and 1, and says 2; an article that gives only such a 1 says
nothing of the whole. So two articles disagree only where they
share no figure: each speaks with that of its figures that most others give too, and else with its headline's, with
the one that it repeats, or with its largest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.comparison.camps import rank
from crosscheck.comparison.held import FIRM, LIKELY, Held
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.comparison.nouns import ONE_BY_ONE, partial
from crosscheck.comparison.rounding import rounded
from crosscheck.model import Interval

OWN = "own"
TWICE, FAR = Decimal(2), Decimal(20)


def speakers(meeting: Meeting) -> tuple[Member, ...]:
    """The members of a meeting whose figures are to be compared, in their order."""
    figures = _figures(meeting.members)
    by_article: defaultdict[tuple[str, str], list[Member]] = defaultdict(list)
    for member in meeting.members:
        by_article[_voice(member)].append(member)
    told = {voice: Counter(figures[m.held.rank] for m in members) for voice, members in by_article.items()}
    support = Counter((level, figure) for (_, level), counts in told.items() for figure in counts)
    chosen = {
        voice: _chosen(by_article[voice], counts, figures, {figure: support[voice[1], figure] for figure in counts})
        for voice, counts in told.items()
    }
    speaking = [m for m in meeting.members if figures[m.held.rank] in chosen[_voice(m)]]
    most = max(member.held.named for member in speaking)
    main = _supported(support)
    settled = {
        voice[0] for voice, members in by_article.items() if _repeated(members, told[voice], figures) is not None
    }
    distinct = _told_both((m for m in meeting.members if m.held.article not in settled), figures, main)
    likely = _Likely.around(speaking, figures, main)
    return tuple(
        m
        for m in speaking
        if (m.held.named == most or not partial(m.held)) and likely.allows(m) and figures[m.held.rank] not in distinct
    )


def _supported(support: Mapping[tuple[str, int], int]) -> int:
    """The figure for the meeting's own place that most articles give, the largest of several."""
    return max(((count, figure) for (level, figure), count in support.items() if level == OWN), default=(0, -1))[1]


def _told_both(members: Iterable[Member], figures: dict[int, int], main: int) -> set[int]:
    """Figures of another thing than the one that most articles give: some article tells both, and credits neither.

    Articles that have settled on one figure by giving it again are left out.

    "A 6.1 quake hit the province, days after one of 7.6" says that 6.1 elsewhere is not a second opinion on 7.6.
    """
    told: defaultdict[str, set[int]] = defaultdict(set)
    for member in members:
        if _voice(member)[1] == OWN and not member.held.claim.source:
            told[member.held.article].add(figures[member.held.rank])
    return {figure for found in told.values() if main in found for figure in found} - {main}


@dataclass(frozen=True, slots=True)
class _Likely:
    """What a count of people is likely to be: the figure that most articles give, and the span of the firm ones."""

    main: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @classmethod
    def around(cls, members: Sequence[Member], figures: dict[int, int], main: int) -> _Likely:
        named = [m.held.named for m in members if figures[m.held.rank] == main]
        firm = [m.held.named for m in members if m.tie == "same"]
        return cls(max(named, default=None), min(firm, default=None), max(firm, default=None))

    def allows(self, member: Member) -> bool:
        """Whether a figure may count the same as the others.

        One that tells no day of its own counts something else where it is more than twice as large or small ("eight
        officers in Dallas and Baton Rouge"); any does where it lies far off (1,102 in the war, four on that day).
        """
        one = member.held
        if not one.rule.compare.grows:
            return True
        loose = member.tie == "loose" or (member.tie != "same" and one.dated < FIRM)
        if loose and self.low is not None and self.high is not None:
            return self.low <= TWICE * one.named and one.named <= TWICE * self.high
        return self.main is None or (self.main <= FAR * one.named and one.named <= FAR * self.main)


def _voice(member: Member) -> tuple[str, str]:
    """An article, and whether it speaks of the meeting's place, of a wider one or of one within it."""
    return member.held.article, OWN if member.tie in ("same", "loose") else member.tie


def _figures(members: Iterable[Member]) -> dict[int, int]:
    """For each claim the number of the figure that it names: numbers that round to one another are one figure."""
    held = sorted((member.held for member in members), key=lambda one: (one.named, one.rank))
    figures: dict[int, int] = {}
    common: Interval | None = None
    count = -1
    for one in sorted(held, key=lambda one: (rank(rounded(one.named)), one.rank)):
        shared = common.meet(rounded(one.named)) if common is not None else None
        if shared is None or shared.is_empty:
            count, shared = count + 1, rounded(one.named)
        common = shared
        figures[one.rank] = count
    return figures


def _chosen(
    members: Sequence[Member], counts: Counter[int], figures: dict[int, int], support: Mapping[int, int]
) -> frozenset[int]:
    """The figures that an article stands for: mostly one; several where it credits them to different sources."""
    if len(counts) == 1:
        return frozenset(counts)
    sourced = _sourced(members, figures)
    if len(sourced) > 1:
        return sourced
    repeated = _repeated(members, counts, figures)
    if repeated is not None:
        return frozenset({repeated})
    main = _main(members, figures)
    best = max(counts, key=lambda figure: (support[figure], figure == main, figure))
    return frozenset({best if support[best] > support[main] else main})


def _sourced(members: Sequence[Member], figures: dict[int, int]) -> frozenset[int]:
    """The figures of an article that stand for different sources which it names ("police said nine, organizers 12")."""
    by_source: dict[str, Held] = {}
    for member in members:
        one = member.held
        source = (one.claim.source or "").casefold() or (one.claim.modality == "alleged" and "\0")
        told = min(one.placed, one.dated) >= LIKELY or one.published is None
        if source and told and one.claim.scope != "part" and one.named > ONE_BY_ONE:
            by_source[source] = max(by_source.get(source, one), one, key=lambda other: (other.named, -other.rank))
    most = max((one.named for one in by_source.values()), default=Decimal(0))
    return frozenset(figures[one.rank] for one in by_source.values() if _rival(one, most))


def _rival(one: Held, most: Decimal) -> bool:
    """Whether a source's figure counts the whole: of a toll, a much smaller one is what that source saw of it."""
    return one.claim.modality == "alleged" or not one.rule.compare.grows or 2 * one.named >= most


def _repeated(members: Sequence[Member], counts: Counter[int], figures: dict[int, int]) -> int | None:
    """The figure that the article gives first and again in another sentence, where it is no count one by one."""
    first = members[0].held
    figure = figures[first.rank]
    quotes = {member.held.claim.quote for member in members if figures[member.held.rank] == figure}
    return figure if first.named > ONE_BY_ONE and len(quotes) > 1 and counts[figure] == max(counts.values()) else None


def _main(members: Sequence[Member], figures: dict[int, int]) -> int:
    titles = [member.held for member in members if member.held.claim.part == "title"]
    return max(figures[one.rank] for one in titles or [member.held for member in members])

"""Which of an article's figures speak for it at a meeting: its count of the whole, not the ones told one by one.

"Two people were killed. One died at the scene." gives 2 and 1, and says 2. So two articles disagree only where they
share no figure: each speaks with that of its figures that most others give too, and else with its headline's, with
the one that it repeats, or with its largest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.comparison.camps import rank
from crosscheck.comparison.held import Held
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.comparison.nouns import ONE_BY_ONE
from crosscheck.comparison.rounding import rounded
from crosscheck.model import Interval

OWN = "own"
Voice = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Voices:
    """Who says what at a meeting: the number of each claim's figure, by rank, and the figures each voice stands for.

    `main` is the figure for the meeting's own place that most articles give; `settled` holds the articles that have
    settled on one figure by giving it again.
    """

    figures: Mapping[int, int]
    chosen: Mapping[Voice, frozenset[int]]
    main: int
    settled: frozenset[str]

    def speaks(self, member: Member) -> bool:
        """Whether a claim's figure is one that its article stands for."""
        return self.figures[member.held.rank] in self.chosen[voice(member)]


def voice(member: Member) -> Voice:
    """An article, and whether it speaks of the meeting's place, of a wider one or of one within it."""
    return member.held.article, OWN if member.tie in ("same", "loose") else member.tie


def voices(meeting: Meeting) -> Voices:
    """The voices of a meeting."""
    figures = _figures(meeting.members)
    gathered: defaultdict[Voice, list[Member]] = defaultdict(list)
    for member in meeting.members:
        gathered[voice(member)].append(member)
    members = {one: _plainest(own) for one, own in gathered.items()}
    told = {one: Counter(figures[m.held.rank] for m in own) for one, own in members.items()}
    support = Counter((level, figure) for (_, level), counts in told.items() for figure in counts)
    repeated = {one: _repeated(own, told[one], figures) for one, own in members.items()}
    return Voices(
        figures=figures,
        chosen={
            one: _chosen(own, told[one], repeated[one], figures, {f: support[one[1], f] for f in told[one]})
            for one, own in members.items()
        },
        main=max(((count, figure) for (level, figure), count in support.items() if level == OWN), default=(0, -1))[1],
        settled=frozenset(article for (article, _), figure in repeated.items() if figure is not None),
    )


def _plainest(members: list[Member]) -> list[Member]:
    """The members that tell a number, where any does: an article that says several and then five says five."""
    return [member for member in members if member.held.claim.mention.modifier != "vague"] or members


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
    members: Sequence[Member],
    counts: Counter[int],
    repeated: int | None,
    figures: Mapping[int, int],
    support: Mapping[int, int],
) -> frozenset[int]:
    """The figures that an article stands for: mostly one; several where it credits them to different sources."""
    if len(counts) == 1:
        return frozenset(counts)
    sourced = _sourced(members, figures)
    if len(sourced) > 1:
        return sourced
    if repeated is not None:
        return frozenset({repeated})
    main = _main(members, figures)
    best = max(counts, key=lambda figure: (support[figure], figure == main, figure))
    return frozenset({best if support[best] > support[main] else main})


def _sourced(members: Sequence[Member], figures: Mapping[int, int]) -> frozenset[int]:
    """The figures of an article that stand for different sources which it names ("police said nine, organizers 12").

    "Police" and "the Louisville police" are one source: a name that holds all words of a shorter one is that one.
    """
    credited: list[tuple[frozenset[str], Held]] = []
    for member in members:
        one = member.held
        source = frozenset((one.claim.source or "").casefold().split())
        if one.claim.scope != "part" and one.named > ONE_BY_ONE and (source or one.claim.modality == "alleged"):
            credited.append((source, one))
    names = sorted({source for source, _ in credited}, key=lambda words: (len(words), sorted(words)))
    by_source: dict[frozenset[str], Held] = {}
    for source, one in credited:
        short = next(name for name in names if name <= source and (name or not source))
        by_source[short] = max(by_source.get(short, one), one, key=lambda other: (other.named, -other.rank))
    most = max((one.named for one in by_source.values()), default=Decimal(0))
    return frozenset(figures[one.rank] for one in by_source.values() if _rival(one, most))


def _rival(one: Held, most: Decimal) -> bool:
    """Whether a source's figure counts the whole: of a toll, a much smaller one is what that source saw of it."""
    return one.claim.modality == "alleged" or not one.rule.compare.grows or 2 * one.named >= most


def _repeated(members: Sequence[Member], counts: Counter[int], figures: Mapping[int, int]) -> int | None:
    """The figure that the article gives first and again in another sentence, where it is no count one by one."""
    first = members[0].held
    figure = figures[first.rank]
    quotes = {member.held.claim.quote for member in members if figures[member.held.rank] == figure}
    return figure if first.named > ONE_BY_ONE and len(quotes) > 1 and counts[figure] == max(counts.values()) else None


def _main(members: Sequence[Member], figures: Mapping[int, int]) -> int:
    titles = [member.held for member in members if member.held.claim.part == "title"]
    return max(figures[one.rank] for one in titles or [member.held for member in members])

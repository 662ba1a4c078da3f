"""Which of the figures that articles stand for are heard: not the ones that may be of some, or of something else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.comparison.held import FIRM
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.comparison.nouns import partial
from crosscheck.comparison.voices import OWN, Voices, voice, voices

TWICE, UNDATED, FAR = Decimal(2), Decimal(5), Decimal(20)


def speakers(meeting: Meeting) -> tuple[Member, ...]:
    """The members of a meeting whose figures are to be compared, in their order."""
    told = voices(meeting)
    speaking = [member for member in meeting.members if told.speaks(member)]
    other, likely = _other_things(meeting.members, told), _Likely.around(speaking, told)
    heard = (m for m in speaking if likely.allows(m) and told.figures[m.held.rank] not in other)
    return tuple(_whole(heard, speaking))


def _whole(heard: Iterable[Member], speaking: Sequence[Member]) -> Iterable[Member]:
    """Without counts of some among more: ones and twos, and parts where others count the whole."""
    most = max(member.held.named for member in speaking)
    whole = any(member.held.claim.scope != "part" for member in speaking)
    for member in heard:
        some = partial(member.held) or (whole and member.held.claim.scope == "part")
        if member.held.named == most or not some:
            yield member


def _other_things(members: Iterable[Member], told: Voices) -> set[int]:
    """Figures of another thing than the one that most articles give: some article tells both, and credits neither.

    "A 6.1 quake hit the province, days after one of 7.6" says that 6.1 elsewhere is not a second opinion on 7.6.
    Articles that have settled on one figure by giving it again are left out. Of quakes, of which one place has several,
    a credited figure is another's too where its article gives one without credit.
    """
    plain: defaultdict[str, set[int]] = defaultdict(set)
    credited: defaultdict[str, set[int]] = defaultdict(set)
    loose = False
    for member in members:
        article, level = voice(member)
        if level == OWN and article not in told.settled and member.held.claim.mention.modifier != "vague":
            by = credited if member.held.claim.source else plain
            by[article].add(told.figures[member.held.rank])
            loose = loose or member.held.rule.compare.loose_place
    found = {article: own | credited[article] if loose else own for article, own in plain.items()}
    return {figure for figures in found.values() if told.main in figures for figure in figures} - {told.main}


@dataclass(frozen=True, slots=True)
class _Likely:
    """What a count of people is likely to be: the figure that most articles give, and the span of the firm ones."""

    main: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @classmethod
    def around(cls, members: Sequence[Member], told: Voices) -> _Likely:
        named = [m.held.named for m in members if told.figures[m.held.rank] == told.main]
        firm = [m.held.named for m in members if m.tie == "same"]
        return cls(max(named, default=None), min(firm, default=None), max(firm, default=None))

    def allows(self, member: Member) -> bool:
        """Whether a figure may count the same as the others.

        One that tells no day of its own counts something else where it is more than twice as large or small ("eight
        officers in Dallas and Baton Rouge"), or five times where nobody tells a day; any does where it lies far off
        (1,102 in the war, four on that day). Lengths of time are judged as figures of which nobody tells a day: a month
        and three hours that something took are not of one thing.
        """
        one = member.held
        if one.rule.kind == "duration" and member.tie == "loose":
            return self.main is None or (self.main <= UNDATED * one.named and one.named <= UNDATED * self.main)
        if not one.rule.compare.grows:
            return True
        loose = member.tie == "loose" or (member.tie != "same" and one.dated < FIRM)
        if loose and self.low is not None and self.high is not None:
            return self.low <= TWICE * one.named and one.named <= TWICE * self.high
        far = UNDATED if loose else FAR
        return self.main is None or (self.main <= far * one.named and one.named <= far * self.main)

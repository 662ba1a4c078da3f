"""The days to which a figure applies: the clause's date, else the sentence's, else the nearest day told before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from crosscheck.extraction.sentences import Sentence
from crosscheck.language import dates
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import words_of
from crosscheck.model import Evidence, Interval, Reach, Span

BACK = 8  # sentences looked back over: a running story names its day once and then tells on for some paragraphs
DAY = timedelta(
    days=7
)  # a stretch up to a week names an occasion ("overnight", "at the weekend"), a longer one a period
SEASON = timedelta(days=45)  # a year told in a clause of its own is another happening's
COMMA, CLAUSE = 4, 8  # tokens that crossing a comma or a clause's beginning is worth
BEFORE = 3  # tokens that standing before the cue is worth: English mostly tells the day after the verb


@dataclass(frozen=True, slots=True)
class When:
    """The days, how far from the figure they were told, the words, and whether they begin a period ("since")."""

    days: Interval | None
    reach: Reach = "clause"
    span: Span | None = None
    since: bool = False

    def evidence(self, sentence: Sentence) -> tuple[Evidence, ...]:
        """The words as evidence."""
        if self.span is None:
            return ()
        text = sentence.article.article.field(self.span.field)
        return (Evidence("when", self.span, text[self.span.start : self.span.end]),)


UNKNOWN = When(None)


def find(sentence: Sentence, cue: int, figure: int) -> When:
    """The days of a figure whose cue and number stand at these tokens."""
    own = _nearest(sentence, cue, figure)
    if own is not None:
        return own
    return _from_context(sentence)


def own(sentence: Sentence, token: int) -> When | None:
    """The days that a date itself tells, its first token given: the day of a date is no other date's."""
    figure = next((each for each in sentence.figures if each.first == token and each.interval.is_bounded), None)
    return None if figure is None else _when(sentence, figure, "clause")


def _nearest(sentence: Sentence, cue: int, figure: int) -> When | None:
    dates = [
        each
        for each in sentence.figures
        if each.kind == "date" and each.interval.is_bounded and not _is_aside(sentence, cue, each)
    ]
    if not dates:
        return None
    best = min(dates, key=lambda each: (_distance(sentence, cue, each), each.begin))
    distance = min(_distance(sentence, cue, best), _distance(sentence, figure, best))
    reach: Reach = "clause" if distance <= 2 * CLAUSE else "sentence"
    return _when(sentence, best, reach)


def _is_aside(sentence: Sentence, cue: int, figure: Figure) -> bool:
    """Whether a year or a season dates another happening: "hurt in quakes like that which hit in 2002"."""
    low, high = figure.interval.low, figure.interval.high
    if not (isinstance(low, date) and isinstance(high, date)) or high - low < SEASON:
        return False
    relatives = words_of(sentence.article.lang, "rel")
    return not relatives.isdisjoint(sentence.tokens.words[cue + 1 : figure.begin])


def _distance(sentence: Sentence, token: int, figure: Figure) -> int:
    words = sentence.tokens.words
    if figure.begin > token:
        between = range(token + 1, figure.begin)
        cost = 0
    else:
        between = range(figure.finish + 1, token)
        cost = BEFORE if figure.begin > 0 else 0
    crossed = sum(COMMA if words[i] == "," else CLAUSE if words[i] in ";:" else 1 for i in between)
    return crossed + cost


def _when(sentence: Sentence, figure: Figure, reach: Reach) -> When:
    span = sentence.span(figure.first, figure.last)
    since = _begins(sentence, figure)
    days = _meant(sentence, figure)
    published = sentence.article.article.publication.published
    if since and published is not None and days.low is not None and days.low <= published:
        return When(Interval(days.low, published), reach, span, since=True)
    return When(days, reach, span)


def _meant(sentence: Sentence, figure: Figure) -> Interval:
    """The days that a date may mean: a week ago, give or take some days, where it says "about a week ago"."""
    if figure.modifier == "exact":
        return figure.interval
    return dates.meant(sentence.tokens, figure, sentence.article.lang)


def _begins(sentence: Sentence, figure: Figure) -> bool:
    """Whether a date is the beginning of a stretch: "since December 7"."""
    return any(last == figure.begin - 1 and "scope.since" in labels for _, last, labels in sentence.told)


def _from_context(sentence: Sentence) -> When:
    text = sentence.article
    nearer = text.before(sentence.index, BACK) if sentence.part.role == "body" else text.lead
    for steps, other in enumerate(nearer):
        figure = _occasion(other)
        if figure is not None:
            reach: Reach = "context" if steps < 3 else "article"
            return When(_meant(other, figure), reach, other.span(figure.first, figure.last))
    return UNKNOWN


def _occasion(sentence: Sentence) -> Figure | None:
    """The last day that a sentence names, of those that had come by the time of publication."""
    published = sentence.article.article.publication.published
    for figure in reversed(sentence.figures):
        told = figure.kind == "date" and figure.interval.is_bounded and not _begins(sentence, figure)
        if told and _is_occasion(_meant(sentence, figure), published):
            return figure
    return None


def _is_occasion(days: Interval, published: date | None) -> bool:
    low, high = days.low, days.high
    return bool(
        isinstance(low, date)
        and isinstance(high, date)
        and high - low < DAY
        and (published is None or low <= published)
    )

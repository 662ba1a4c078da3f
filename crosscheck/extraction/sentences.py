"""An article's sentences in order, each read only as far as somebody asks: tokens, figures, names, telling words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache, cached_property

from crosscheck.extraction import occasions
from crosscheck.extraction.occasions import Dated
from crosscheck.language import reader
from crosscheck.language.dates import Context
from crosscheck.language.figures import Figure
from crosscheck.language.literals import Hits, Literals
from crosscheck.language.places.atlas import Alias
from crosscheck.language.places.gazetteer import Gazetteer
from crosscheck.language.places.place import Place
from crosscheck.language.places.sightings import Sighting
from crosscheck.language.printed import anchor
from crosscheck.language.sentences import splitter
from crosscheck.language.signs import WIDTH, Signs, signs, spelt
from crosscheck.language.telling import Told, told
from crosscheck.language.tokens import Tokens, is_odd, tokenize
from crosscheck.model import Article, Part, Span

NEAR = 3  # sentences back whose places help to tell what "the region" is
STORY = 8  # sentences back that "the next day" may be told of: a story names its day once and tells on
Rows = tuple[tuple[Figure, ...], tuple[Figure, ...]]


class Sentence:
    """One sentence of an article; `index` counts from 0 within the article, title first."""

    def __init__(self, text: ArticleText, row: Row, index: int, start: int, end: int) -> None:
        self.article = text
        self.row = row
        self.part = row.part
        self.index = index
        self.start = start
        self.end = end

    @property
    def string(self) -> str:
        """The field that offsets count into."""
        return self.row.text

    @cached_property
    def tokens(self) -> Tokens:
        """The sentence's tokens."""
        return self._cut[0]

    @cached_property
    def _cut(self) -> tuple[Tokens, str | None]:
        """The sentence's tokens and their signs, as they stand in the row of all where white space bounds it."""
        text, start, end = self.string, self.start, self.end
        bounded = (start == 0 or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())
        if not bounded or self.row.is_odd or not self.article.indexed:
            return tokenize(text, start, end), None
        row, told = self.row.read
        first, last = row.within(start, end)
        return row.cut(first, last), told[WIDTH * first : WIDTH * last]

    @cached_property
    def signs(self) -> Signs:
        """What may begin with each of its tokens."""
        return signs(self.tokens, self.article.lang, self._cut[1])

    @cached_property
    def _plain(self) -> tuple[Rows, bool, bool]:
        """The figures read by themselves, whether one of them ("the next day") asked for the day told before, and
        whether one ("the day after the vote") for that of a happening."""
        before: list[None] = []
        others: list[int] = []
        rows = self._rows(Context(lambda: before.append(None), others.append))
        return rows, bool(before), bool(others)

    @cached_property
    def _read(self) -> Rows:
        rows, leans, counts = self._plain
        day = self.article.day_before(self.index) if leans else None
        if day is None and not counts:
            return rows
        return self._rows(Context(lambda: day, lambda token: occasions.day_of(self, token, self.article.occasions)))

    def _rows(self, context: Context) -> Rows:
        return reader.read(self.tokens, self.article.anchor, self.article.lang, context, seen=self.signs)

    @property
    def single_days(self) -> tuple[tuple[Figure, date], ...]:
        """The dates that each name one day by themselves."""
        return tuple(_single_days(self._plain[0]))

    @property
    def last_day(self) -> date | None:
        """The last single day that the sentence names by itself."""
        return _last_day(self._plain[0])

    @property
    def leans(self) -> bool:
        """Whether one of its days is told by its distance from one told before it."""
        return self._plain[1]

    def day_after(self, day: date) -> date:
        """The last day that the sentence names where the text spoke of `day` before it."""
        return _last_day(self._rows(Context(lambda: day, lambda _: None))) or day

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure and date, without overlaps."""
        return self._read[0]

    @property
    def every_figure(self) -> tuple[Figure, ...]:
        """Every figure and date, and the lengths of time inside dates."""
        row, inner = self._read
        if not inner:
            return row
        return tuple(sorted((*row, *inner), key=lambda figure: (figure.begin, figure.finish)))

    @property
    def stated(self) -> tuple[Figure, ...]:
        """Every figure and date, with those that are stated inside others."""
        parts = reader.parts(self.tokens, self.figures, self.article.lang)
        row = self.every_figure
        return tuple(sorted((*row, *parts), key=lambda each: (each.begin, each.finish))) if parts else row

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The telling words."""
        return told(self.tokens, self.article.lang, starts=self.signs.telling)

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """The place names as they stand, before it is known which place each means."""
        return self.article.gazetteer.find_names(self.string, self.start, self.end)

    @cached_property
    def plain_names(self) -> tuple[tuple[Sighting, Place], ...]:
        """The place names as the sentence alone tells them, with the countries that the article is on."""
        return self.article.gazetteer.settled(self.sightings, countries=self.article.countries)

    @cached_property
    def names(self) -> tuple[tuple[Sighting, Place], ...]:
        """The place names in the light of those told before, so that "the region" and a bare namesake are known."""
        known = self.article.gazetteer
        if all(seen.place is not None for seen in self.sightings):
            return known.settled(self.sightings)
        nearer = reversed((*self.article.before(self.index, NEAR), *self.article.lead[:1]))
        near = tuple(place for other in nearer if other is not self for _, place in other.plain_names)
        return known.settled(self.sightings, countries=self.article.countries, near=near)

    def span(self, first: int, last: int) -> Span:
        """The span from the first to the last token."""
        return Span(self.tokens.starts[first], self.tokens.ends[last], self.part.field)

    def has(self, label: str) -> bool:
        """Whether a telling word with this label stands in the sentence."""
        return any(label in labels for _, _, labels in self.told)


class Row:
    """All tokens of a part of an article: reading them in one go costs a third of reading them by sentence."""

    def __init__(self, text: str, part: Part, lang: str) -> None:
        self.text = text
        self.part = part
        self.lang = lang
        self._hits: tuple[Literals, Hits | None] | None = None

    def hits(self, known: Literals) -> Hits | None:
        """Those of some words that stand in it; None where only its tokens tell."""
        if self._hits is None or self._hits[0] is not known:
            self._hits = known, known.find(self.text, self.part.start, self.part.end)
        return self._hits[1]

    @cached_property
    def is_odd(self) -> bool:
        """Whether it takes long to read, so that its sentences are sooner read one by one."""
        return is_odd(self.text, self.part.start, self.part.end)

    @cached_property
    def read(self) -> tuple[Tokens, str]:
        """The tokens and their signs."""
        tokens = tokenize(self.text, self.part.start, self.part.end)
        return tokens, spelt(tokens.words, self.lang)


class ArticleText:
    """The sentences of one article; where it is not `indexed`, each is read by itself."""

    def __init__(self, article: Article, lang: str, aliases: tuple[Alias, ...] = (), *, indexed: bool = True) -> None:
        self.article = article
        self.lang = lang
        self.aliases = aliases
        self.indexed = indexed

    @cached_property
    def anchor(self) -> date | None:
        """The day that "Monday" is relative to: the one printed above the text where the record's is a later one."""
        body = next((part.start for part in self.article.parts if part.field == "text"), 0)
        return anchor(self.article.text, body, self.article.publication.published, self.lang)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, title first."""
        found: list[Sentence] = []
        split = splitter(self.lang).split
        for part in self.article.parts:
            text = self.article.field(part.field)
            row = Row(text, part, self.lang)
            for start, end in split(text, part.start, part.end):
                found.append(Sentence(self, row, len(found), start, end))
        return tuple(found)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places that it may name."""
        return gazetteer(self.lang, self.aliases)

    def before(self, index: int, most: int) -> tuple[Sentence, ...]:
        """Up to `most` sentences before one, the nearest first."""
        return tuple(reversed(self.sentences[max(0, index - most) : index]))

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that the body writes with a capital within a sentence: names, where a headline capitalises all."""
        inner = (s.tokens for s in self.sentences if s.part.role == "body")
        return frozenset(t.words[i] for t in inner for i in range(1, len(t)) if t.capital(i))

    def day_before(self, index: int) -> date | None:
        """The day that the sentences before one spoke of last, through all that lean on one another."""
        leaning: list[Sentence] = []
        for other in self.before(index, STORY):
            day = other.last_day
            if day is not None:
                for each in reversed(leaning):
                    day = each.day_after(day)
                return day
            if other.leans:
                leaning.append(other)
        return None

    @cached_property
    def occasions(self) -> tuple[Dated, ...]:
        """What it says to have happened on a day."""
        return tuple(dict.fromkeys(each for sentence in self.sentences for each in occasions.dated(sentence)))

    @cached_property
    def lead(self) -> tuple[Sentence, ...]:
        """The first sentences of the body, where news tells where and when."""
        return tuple(s for s in self.sentences if s.part.role == "body")[:3]

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The countries that the title and the lead speak of, first the most."""
        known = self.gazetteer
        heads = [s for s in self.sentences if s.part.role == "title"][:1]
        votes = [code for s in (*heads, *self.lead) for code in known.spoken_by(s.sightings)]
        return tuple(dict.fromkeys(sorted(votes, key=lambda code: (-votes.count(code), votes.index(code)))))


def _last_day(rows: Rows) -> date | None:
    return next((day for _, day in reversed(tuple(_single_days(rows)))), None)


def _single_days(rows: Rows) -> Iterator[tuple[Figure, date]]:
    for each in rows[0]:
        day = each.interval.low
        single = each.kind == "date" and each.modifier == "exact" and each.interval.is_point and each.because is None
        if single and isinstance(day, date):
            yield each, day


@cache
def gazetteer(lang: str, aliases: tuple[Alias, ...] = ()) -> Gazetteer:
    """The shipped places under a language's names."""
    return Gazetteer.load(aliases, lang)

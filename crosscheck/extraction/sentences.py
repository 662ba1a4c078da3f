"""An article's sentences in order, each read only as far as somebody asks: tokens, figures, names, telling words."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from crosscheck.language import places, reader
from crosscheck.language.figures import Figure
from crosscheck.language.places import Found
from crosscheck.language.sentences import splitter
from crosscheck.language.telling import Told, told
from crosscheck.language.tokens import Tokens, tokenize
from crosscheck.model import Article, Part, Span


class Sentence:
    """One sentence of an article; `index` counts from 0 within the article, title first."""

    def __init__(self, text: ArticleText, part: Part, index: int, start: int, end: int) -> None:
        self.article = text
        self.part = part
        self.index = index
        self.start = start
        self.end = end

    @property
    def string(self) -> str:
        """The field that offsets count into."""
        return self.article.article.field(self.part.field)

    @cached_property
    def tokens(self) -> Tokens:
        """The sentence's tokens."""
        return tokenize(self.string, self.start, self.end)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure and date, without overlaps."""
        return reader.read(self.tokens, self.article.article.publication.published, self.article.lang)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """The telling words."""
        return told(self.tokens, self.article.lang)

    @cached_property
    def names(self) -> tuple[Found, ...]:
        """The place names."""
        return places.find_names(self.string, self.start, self.end, self.article.lang)

    def span(self, first: int, last: int) -> Span:
        """The span from the first to the last token."""
        return Span(self.tokens.starts[first], self.tokens.ends[last], self.part.field)

    def has(self, label: str) -> bool:
        """Whether a telling word with this label stands in the sentence."""
        return any(label in labels for _, _, labels in self.told)


class ArticleText:
    """The sentences of one article."""

    def __init__(self, article: Article, lang: str) -> None:
        self.article = article
        self.lang = lang

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, title first."""
        found: list[Sentence] = []
        split = splitter(self.lang).split
        for part in self.article.parts:
            for start, end in split(self.article.field(part.field), part.start, part.end):
                found.append(Sentence(self, part, len(found), start, end))
        return tuple(found)

    def before(self, index: int, most: int) -> tuple[Sentence, ...]:
        """Up to `most` sentences before one, the nearest first."""
        return tuple(reversed(self.sentences[max(0, index - most) : index]))

    @property
    def lead(self) -> tuple[Sentence, ...]:
        """The first sentences of the body, where news tells where and when."""
        return tuple(s for s in self.sentences if s.part.role == "body")[:3]


Role = Literal["title", "body"]

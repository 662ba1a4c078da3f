"""The processor's time that one article may take: once it is spent, the rest of its sentences is left out and told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from crosscheck.extraction.sentences import Sentence
from crosscheck.model import Article, Span


class Patience:
    """Begins with the reading of an article; `clock` gives the seconds that this thread has worked."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds
        self.stopped: Sentence | None = None

    def lasting(self, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
        """These sentences, up to the first before which the time was spent, now or when they were gone through last."""
        for sentence in sentences:
            if self.stopped is None and self._clock() > self._end:
                self.stopped = sentence
            if self.stopped is not None and sentence.index >= self.stopped.index:
                return
            yield sentence

    def notes(self, article: Article) -> tuple[str, ...]:
        """What is to be said of an article whose time was spent."""
        if self.stopped is None:
            return ()
        line = article.locate(Span(self.stopped.start, self.stopped.start, self.stopped.part.field)).line
        took = f"{article.publication.path}:{line}: reading took over {self._seconds:,} s of the processor's time"
        return (f"{took}, so the rest is not checked; cut the article up, or set the limit “seconds” higher",)

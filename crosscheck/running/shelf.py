"""One kind of work's results in the cache: each article is looked up before the work is done, and kept after it."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from crosscheck.model import Article, Lost, Publication, Recalled, Skipped
from crosscheck.running import keys
from crosscheck.running.cache import Cache
from crosscheck.running.products import Product

R = TypeVar("R")

# Articles that are looked up at once, by their number and their characters: enough to make asking cheap.
WINDOW, CHARACTERS = 128, 500_000
CHANGED = "was changed while it was read; run again"


@dataclass(frozen=True, slots=True)
class Found(Generic[R]):
    """What an article gave when it was last read."""

    result: R


@dataclass(frozen=True, slots=True)
class Asked:
    """An article that has to be read, and where its result belongs; None keeps it nowhere."""

    article: Article
    key: bytes | None = None


class Shelf(Generic[R]):
    """The results of one work. `work` stands for all that the work depends on beside the article."""

    def __init__(self, cache: Cache, product: Product[R], work: bytes) -> None:
        self._cache, self._product, self._work = cache, product, work

    def look(self, items: Iterable[Article | Recalled | Skipped]) -> Iterator[Found[R] | Asked | Skipped]:
        """The same items in the same order, each with its result where that is known."""
        window: list[Article | Recalled | Skipped] = []
        weight = 0
        for item in items:
            window.append(item)
            weight += 0 if isinstance(item, Skipped) else len(item.text) if isinstance(item, Article) else item.size
            if len(window) == WINDOW or weight >= CHARACTERS:
                yield from self._looked_up(window)
                window, weight = [], 0
        yield from self._looked_up(window)

    def _looked_up(self, window: list[Article | Recalled | Skipped]) -> Iterator[Found[R] | Asked | Skipped]:
        named = {id(item): self._key(item) for item in window if not isinstance(item, Skipped)}
        known = self._cache.get(tuple(named.values()))
        for item in window:
            if isinstance(item, Skipped):
                yield item
            else:
                key = named[id(item)]
                found = self._unpacked(item.publication, known.get(key))
                yield asked(item, key) if found is None else found

    def _key(self, item: Article | Recalled) -> bytes:
        digest = item.digest if isinstance(item, Recalled) else keys.content(item)
        return keys.result(self._work, digest, item.publication, named=self._product.named)

    def _unpacked(self, article: Publication, packed: bytes | None) -> Found[R] | None:
        if packed is None:
            return None
        try:
            return Found(self._product.unpack(article, packed))
        except (ValueError, zlib.error):
            return None

    def keep(self, asked: Asked, packed: bytes) -> None:
        """Keep what an article gave."""
        if asked.key is not None:
            self._cache.put(asked.key, packed)


def asked(item: Article | Recalled, key: bytes | None = None) -> Asked | Skipped:
    """The article to be read, under the id that this run gives it."""
    if isinstance(item, Article):
        return Asked(item, key)
    article = item.again()
    if article is None:
        return Lost(item.publication.path, CHANGED, item.origin.line)
    return Asked(replace(article, publication=item.publication), key)

"""What each file held when it was last read, so that a file that has not changed since need not be opened.

That a file is unchanged is taken from its place, size and times; what it held is told by the digests of its articles.
"""

from __future__ import annotations

import stat
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

import msgspec

from crosscheck.intake import STANDARD_INPUT, Source
from crosscheck.intake.corpus import Read
from crosscheck.model import Article, Origin, Publication, Recalled, Skipped
from crosscheck.running import keys
from crosscheck.running.cache import Cache
from crosscheck.running.edition import edition

Item = Article | Recalled | Skipped
Told = tuple[str, int | None, int | None]
Known = tuple[
    bytes,
    int,
    str,
    str | None,
    str | None,
    str | None,
    date | None,
    str,
    str | None,
    int,
    int,
    int | None,
]  # fmt: skip
Entries = list[tuple[Known | None, Told | None]]

CHUNK = 256  # entries that are kept as one value, so that a file of any length can be told
# A file changed so lately may change again without its time telling: file systems count time in steps.
FRESH = 2_000_000_000  # nanoseconds

_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Entries).decode
_decode_head = msgspec.msgpack.Decoder(int).decode


class Hints:
    """Tells what sources hold, as `intake.recall` asks; `reading` is whatever else the reading depends on."""

    def __init__(self, cache: Cache, *reading: str) -> None:
        self._cache = cache
        self._reading = reading

    def known(self, source: Source, read: Read) -> Iterator[Item]:
        """The items of a source, from memory where its file has not changed, else read and noted."""
        key = None if source.path == STANDARD_INPUT else self._key(source)
        if key is None:
            yield from read()
            return
        head = self._cache.get([key]).get(key)
        if head is None:
            yield from self._noted(source, key, read)
        else:
            yield from self._recalled(source, key, _decode_head(head), read)

    def _key(self, source: Source) -> bytes | None:
        """Stands for an unchanged file; None where there is none that could be told unchanged."""
        try:
            status = Path(source.path).stat()
        except OSError:
            return None
        if not stat.S_ISREG(status.st_mode):
            return None
        identity = status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
        return keys.hashed("source", edition(), self._reading, str(Path(source.path).absolute()), source.name, identity)

    def _noted(self, source: Source, key: bytes, read: Read) -> Iterator[Item]:
        entries: Entries = []
        chunks, last, sound = 0, None, _settled(source)
        for last in read():
            entry = _entry(last)
            entries.append(entry)
            sound = sound and _at_home(last, source)
            if len(entries) == CHUNK:
                self._put(key, chunks, entries, sound=sound)
                entries, chunks = [], chunks + 1
            yield last if isinstance(last, Skipped) else _recalled(last, entry[0])
        # A source that gives no article is read again: why it gives none may be another thing next time.
        if sound and isinstance(last, Article) and self._key(source) == key:
            self._put(key, chunks, entries, sound=True)
            self._cache.put(key, _encode(chunks * CHUNK + len(entries)))

    def _put(self, key: bytes, chunk: int, entries: Entries, *, sound: bool) -> None:
        if sound:
            self._cache.put(keys.hashed("chunk", key, chunk), _encode(entries))

    def _recalled(self, source: Source, key: bytes, total: int, read: Read) -> Iterator[Item]:
        reader = _Reader(read, total)
        for start in range(0, total, CHUNK):
            name = keys.hashed("chunk", key, start // CHUNK)
            packed = self._cache.get([name]).get(name)
            if packed is None:
                yield from islice(read(), start, None)
                return
            for number, (known, told) in enumerate(_decode(packed), start):
                if known is not None:
                    yield _rebuilt(known, source.name, reader, number)
                elif told is not None:
                    yield Skipped(source.name, *told)


class _Reader:
    """Reads one source again, once and from the front, for those of its articles that are asked for."""

    __slots__ = ("_items", "_number", "_read", "_total")

    def __init__(self, read: Read, total: int) -> None:
        self._read, self._total = read, total
        self._items: Iterator[Article | Skipped] = iter(())
        self._number = total

    def article(self, number: int, digest: bytes) -> Article | None:
        """The item of that number, None where it is not what it was."""
        if number < self._number:
            self._items, self._number = self._read(), 0
        item = next(islice(self._items, number - self._number, None), None)
        self._number = number + 1
        if self._number == self._total:
            # Nothing more can be asked for: the file is closed by going to its end.
            next(self._items, None)
        return item if isinstance(item, Article) and keys.content(item) == digest else None


def _settled(source: Source) -> bool:
    try:
        return time.time_ns() - Path(source.path).stat().st_mtime_ns > FRESH
    except OSError:
        return False


def _at_home(item: Article | Skipped, source: Source) -> bool:
    """Whether an item tells no path but its source's: only that one is put back."""
    if isinstance(item, Skipped):
        return type(item) is Skipped and item.path == source.name
    return item.publication.path == item.origin.path == source.name


def _entry(item: Article | Skipped) -> tuple[Known | None, Told | None]:
    if isinstance(item, Skipped):
        return None, (item.reason, item.line, item.column)
    told, origin = item.publication, item.origin
    named = (told.id, told.title, told.author, told.outlet, told.published, told.lang, told.url)
    return (keys.content(item), len(item.text), *named, origin.line, origin.column, origin.start), None


def _recalled(article: Article, known: Known | None) -> Item:
    if known is None:
        return article
    return Recalled(article.publication, article.origin, known[0], known[1], partial(_itself, article))


def _itself(article: Article) -> Article:
    return article


def _rebuilt(known: Known, path: str, reader: _Reader, number: int) -> Recalled:
    digest, size, id, title, author, outlet, published, lang, url, line, column, start = known
    return Recalled(
        Publication(id, path, title, author, outlet, published, lang, url),
        Origin(path, line, column, start),
        digest,
        size,
        partial(reader.article, number, digest),
    )

"""The whole of reading: paths to articles, one at a time, with a note on everything that is not read.

The readers are imported when the first file is opened: files that are known from an earlier run need none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

from crosscheck.intake.identity import Identities
from crosscheck.intake.paths import STANDARD_INPUT, Source, failed, renamed, sources
from crosscheck.intake.remarks import remarked
from crosscheck.model import Article, Recalled, Skipped
from crosscheck.model.limits import USUAL, Limits

A = TypeVar("A", bound=Article | Recalled)
Read = Callable[[], Iterator[Article | Skipped]]
# What a source holds, which may be known without reading it.
Recall = Callable[[Source, Read], Iterator[Article | Recalled | Skipped]]


def read(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_date: date | None = None,
    stdin_name: str | None = None,
    lang: str = "en",
    limits: Limits = USUAL,
) -> Iterator[Article | Skipped]:
    """The articles of files and folders, "-" being standard input, one at a time, in the order of the paths' names.

    Nothing is lost silently: what is not read, or read only in part, comes as a Skipped with its place, a path that
    is not there as a Missing. Ids are told apart over all paths. `stdin_date` is the day of articles on standard
    input that have none of their own, `stdin_name` the file whose text it is, which is then not read itself; `lang`
    the language of articles that do not tell theirs.
    """
    found = renamed(sources(paths), stdin_name)
    return _told_apart(found, lambda source: _read(source, stdin, stdin_date, lang, limits))


def recall(
    paths: Sequence[str],
    known: Recall,
    *,
    stdin: BinaryIO | None = None,
    stdin_date: date | None = None,
    stdin_name: str | None = None,
    lang: str = "en",
    limits: Limits = USUAL,
) -> Iterator[Article | Recalled | Skipped]:
    """The same; `known` is given each source with the function that reads it, and says what the source holds."""
    found = renamed(sources(paths), stdin_name)
    return _told_apart(found, lambda source: known(source, lambda: _read(source, stdin, stdin_date, lang, limits)))


def _told_apart(
    found: Iterable[Source | Skipped], held: Callable[[Source], Iterator[A | Skipped]]
) -> Iterator[A | Skipped]:
    identities = Identities()
    for source in found:
        for item in (source,) if isinstance(source, Skipped) else held(source):
            if isinstance(item, Skipped):
                yield item
            else:
                yield from identities.told_apart(item)


def _read(
    source: Source, stdin: BinaryIO | None, day: date | None, lang: str, limits: Limits
) -> Iterator[Article | Skipped]:
    for found in _found(source, stdin, lang, limits):
        yield found if isinstance(found, Skipped) else _anchored(remarked(found), source, day)


def _anchored(article: Article, source: Source, day: date | None) -> Article:
    if day is None or source.path != STANDARD_INPUT or article.publication.published is not None:
        return article
    return replace(article, publication=replace(article.publication, published=day))


def _found(source: Source, stdin: BinaryIO | None, lang: str, limits: Limits) -> Iterator[Article | Skipped]:
    from crosscheck.intake.streams import read_stream

    if source.path == STANDARD_INPUT and stdin is None:
        yield Skipped(source.name, "is standard input, and none was handed over")
        return
    try:
        if source.path == STANDARD_INPUT and stdin is not None:
            yield from read_stream(source.name, stdin, lang, limits)
            return
        with Path(source.path).open("rb") as stream:
            yield from read_stream(source.name, stream, lang, limits)
    except OSError as error:
        yield failed(source.path, error)

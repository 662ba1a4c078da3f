"""The whole of reading: paths to articles, one at a time, with a note on everything that is not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from crosscheck.intake.identity import Identities
from crosscheck.intake.paths import STANDARD_INPUT, Source, failed, sources
from crosscheck.intake.streams import read_stream
from crosscheck.model import Article, Skipped
from crosscheck.model.limits import USUAL, Limits


def read(
    paths: Sequence[str],
    *,
    stdin: BinaryIO | None = None,
    stdin_date: date | None = None,
    lang: str = "en",
    limits: Limits = USUAL,
) -> Iterator[Article | Skipped]:
    """The articles of files and folders, "-" being standard input, one at a time, in the order of the paths' names.

    Nothing is lost silently: what is not read, or read only in part, comes as a Skipped with its place, a path that
    is not there as a Missing. Ids are told apart over all paths. `stdin_date` is the day of articles on standard
    input that have none of their own; `lang` the language of articles that do not tell theirs.
    """
    identities = Identities()
    for source in sources(paths):
        if isinstance(source, Skipped):
            yield source
            continue
        for found in _read(source, stdin, lang, limits):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from identities.told_apart(_anchored(found, source, stdin_date))


def _anchored(article: Article, source: Source, day: date | None) -> Article:
    if day is None or source.name != STANDARD_INPUT or article.publication.published is not None:
        return article
    return replace(article, publication=replace(article.publication, published=day))


def _read(source: Source, stdin: BinaryIO | None, lang: str, limits: Limits) -> Iterator[Article | Skipped]:
    if source.name == STANDARD_INPUT and stdin is None:
        yield Skipped(source.name, "is standard input, and none was handed over")
        return
    try:
        if source.name == STANDARD_INPUT and stdin is not None:
            yield from read_stream(source.name, stdin, lang, limits)
            return
        with Path(source.path).open("rb") as stream:
            yield from read_stream(source.name, stream, lang, limits)
    except OSError as error:
        yield failed(source.path, error)

"""The whole of reading: paths to articles, one at a time, with a note on everything that is not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from crosscheck.intake.contents import decode, stripped, unreadable
from crosscheck.intake.formats import Format, format_of
from crosscheck.intake.identity import Identities
from crosscheck.intake.jsonlines import read_json_lines
from crosscheck.intake.lines import lines
from crosscheck.intake.markdown import read_markdown
from crosscheck.intake.paths import STANDARD_INPUT, Source, failed, sources
from crosscheck.intake.plaintext import read_plain
from crosscheck.intake.words import words
from crosscheck.model import Article, Skipped

HEAD = 1 << 16  # bytes that tell what a file is
LARGEST = 1 << 28  # bytes of a text file, which is held whole to be cut: 256 MiB, some 50,000 articles


def read(
    paths: Sequence[str], *, stdin: BinaryIO | None = None, stdin_date: date | None = None, lang: str = "en"
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
        for found in _read(source, stdin, lang):
            if isinstance(found, Skipped):
                yield found
            else:
                yield from identities.told_apart(_anchored(found, source, stdin_date))


def _anchored(article: Article, source: Source, day: date | None) -> Article:
    if day is None or source.name != STANDARD_INPUT or article.publication.published is not None:
        return article
    return replace(article, publication=replace(article.publication, published=day))


def _read(source: Source, stdin: BinaryIO | None, lang: str) -> Iterator[Article | Skipped]:
    if source.name == STANDARD_INPUT and stdin is None:
        yield Skipped(source.name, "is standard input, and none was handed over")
        return
    try:
        if source.name == STANDARD_INPUT and stdin is not None:
            yield from _told(source.name, stdin, lang)
            return
        with Path(source.path).open("rb") as stream:
            yield from _told(source.name, stream, lang)
    except OSError as error:
        yield failed(source.path, error)


def _told(name: str, stream: BinaryIO, lang: str) -> Iterator[Article | Skipped]:
    head = _head(stream)
    skipped = unreadable(head, name) if stripped(head).strip() else Skipped(name, _empty(head))
    if skipped is not None:
        yield skipped
        return
    form = format_of(name, stripped(head).decode("utf-8", "replace"))
    if form == "jsonl":
        yield from read_json_lines(lines(head, stream), name, lang)
    elif form == "json":
        yield Skipped(name, "is JSON, not JSON Lines; write one object on each line (jq -c '.[]' does it for a list)")
    else:
        yield from _whole(name, form, head, stream, lang)


def _head(stream: BinaryIO) -> bytes:
    """The first bytes that hold more than white space, with all before them; a pipe may give them in small pieces."""
    head = b""
    while len(head) < HEAD:
        piece = stream.read(HEAD - len(head))
        if not piece:
            break
        head += piece
    return head


def _empty(head: bytes) -> str:
    return "holds nothing but white space" if head else "is empty"


def _whole(name: str, form: Format, head: bytes, stream: BinaryIO, lang: str) -> Iterator[Article | Skipped]:
    data = head + stream.read(LARGEST + 1 - len(head))
    if len(data) > LARGEST:
        yield Skipped(name, f"is over {LARGEST >> 20} MiB; break it up, or write its articles as JSON Lines")
        return
    text = unreadable(data, name) or decode(data, name)
    if isinstance(text, Skipped):
        yield text
    elif form == "markdown":
        yield from read_markdown(text, name, words(lang))
    else:
        yield from read_plain(text, name, words(lang))

"""One stream of bytes to articles: what it is, in which encoding, by which reader, and within which limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from crosscheck.intake.contents import decode, stripped, unreadable, without_nuls
from crosscheck.intake.encodings import Recoded, recoded, wide
from crosscheck.intake.formats import Format, format_of
from crosscheck.intake.jsonlines import read_json_lines
from crosscheck.intake.lines import Readable, lines
from crosscheck.intake.markdown import read_markdown
from crosscheck.intake.plaintext import read_plain
from crosscheck.intake.words import words
from crosscheck.model import Article, Skipped
from crosscheck.model.limits import Limits

HEAD = 1 << 16  # bytes that tell what a file is


def read_stream(name: str, stream: BinaryIO, lang: str, limits: Limits) -> Iterator[Article | Skipped]:
    """The articles of a stream, in order, and a note on whatever is not read, or read otherwise than it is written."""
    head = _head(stream, limits.file)
    encoding = wide(head)
    if encoding is None:
        yield from _limited(_told(name, head, stream, lang, limits), name, limits)
        return
    yield Skipped(name, f"is no UTF-8; read as {encoding[1]}; save it as UTF-8 to be sure")
    try:
        told = Recoded(head, stream, encoding[0])
        yield from _limited(_told(name, _head(told, limits.file), told, lang, limits), name, limits)
    except UnicodeDecodeError as error:
        yield Skipped(name, f"is {encoding[1]} with a fault ({error.reason}), and is not read from there on; mend it")


def _limited(found: Iterator[Article | Skipped], name: str, limits: Limits) -> Iterator[Article | Skipped]:
    """As many articles as one file may hold, none longer than an article may be."""
    count = 0
    for item in found:
        if isinstance(item, Skipped):
            yield item
            continue
        count += 1
        if count > limits.articles:
            what = f"holds more than {limits.articles:,} articles; those from here on are not read"
            yield Skipped(name, f"{what}; split it, or set the limit “articles” higher", item.origin.line)
            return
        yield from _shortened(item, limits.article)


def _shortened(article: Article, most: int) -> Iterator[Article | Skipped]:
    if len(article.text) <= most:
        yield article
        return
    what = f"is {len(article.text):,} characters long, over the {most:,} of an article; the rest is not read"
    origin = article.origin
    yield Skipped(origin.path, f"{what}; cut it up, or set the limit “article” higher", origin.line, origin.column)
    kept = tuple(
        part if part.field == "title" else replace(part, end=min(part.end, most))
        for part in article.parts
        if part.field == "title" or part.start < most
    )
    yield replace(article, parts=kept)


def _told(name: str, head: bytes, stream: Readable, lang: str, limits: Limits) -> Iterator[Article | Skipped]:
    skipped = unreadable(head, name) if stripped(head).strip() else Skipped(name, _empty(head, limits.file))
    if skipped is not None:
        yield skipped
        return
    form = format_of(name, stripped(head).decode("utf-8", "replace"))
    if form == "jsonl":
        yield from read_json_lines(lines(head, stream, limits.line), name, lang, limits)
    elif form == "json":
        yield Skipped(name, "is JSON, not JSON Lines; write one object on each line (jq -c '.[]' does it for a list)")
    else:
        yield from _whole(name, form, head, stream, lang, limits)


def _head(stream: Readable, most: int) -> bytes:
    """The first bytes, and all until more than white space has come, `most` at most; a pipe gives them in pieces."""
    pieces: list[bytes] = []
    size, blank = 0, True
    while size < HEAD or (blank and size <= most):
        piece = stream.read(HEAD)
        if not piece:
            break
        pieces.append(piece)
        size, blank = size + len(piece), blank and not stripped(piece).strip()
    return b"".join(pieces)


def _empty(head: bytes, most: int) -> str:
    if len(head) > most:
        return f"begins with over {most:,} bytes of white space; take it out, or set the limit “file” higher"
    return "holds nothing but white space" if head else "is empty"


def _whole(
    name: str, form: Format, head: bytes, stream: Readable, lang: str, limits: Limits
) -> Iterator[Article | Skipped]:
    data = head + stream.read(max(0, limits.file + 1 - len(head)))
    if len(data) > limits.file:
        what = f"is over {limits.file:,} bytes; break it up, write its articles as JSON Lines"
        yield Skipped(name, f"{what}, or set the limit “file” higher")
        return
    found = unreadable(data, name) or _decoded(data, name)
    if isinstance(found, Skipped):
        yield found
        return
    text, nuls = without_nuls(found[0], name)
    if max(text.count("\n"), text.count("\r")) > limits.lines:
        what = f"has more than {limits.lines:,} lines; break it up, write its articles as JSON Lines"
        yield Skipped(name, f"{what}, or set the limit “lines” higher")
        return
    yield from (note for note in (found[1], nuls) if note is not None)
    yield from (read_markdown if form == "markdown" else read_plain)(text, name, words(lang))


def _decoded(data: bytes, name: str) -> tuple[str, Skipped | None] | Skipped:
    text = decode(data, name)
    return (recoded(data, text) or text) if isinstance(text, Skipped) else (text, None)

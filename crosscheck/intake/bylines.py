"""Reads one line as a byline: who wrote it, what printed it, and the day on which it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.intake.names import authors, is_name, is_outlet, is_person
from crosscheck.intake.partials import is_yearless
from crosscheck.intake.words import Words
from crosscheck.language.dates import find_days

LONGEST = 200  # characters: three authors with their posts, an outlet, a day, an hour and "7 min read" have 160
MOST_NAMES = 3  # "World | Reuters | Lima | May 5, 2023" has three names; a table row with more is no byline
SEPARATOR = re.compile(r"\s{0,200}[|·•¦()\[\]\t]\s{0,200}|(?:^|\s)[-–—―]{1,2}(?:\s|$)|\s/{1,2}\s|;\s|\s{3,9}")
CLOCK = re.compile(r"T?\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:?\d{2})?")
DASHES = "-–—―"
MARKS = frozenset("|·•¦()[]-–—―/;") | {"--", "––", "——", "//"}
FAINT = frozenset({"/", "//", ";"})  # "Ana Ruiz / AP" is how pictures are signed
EDGE = " \t\r\f\v\xa0\u2009\u202f\ufeff,;:-–—―|·•()[]{}*_<>/\\#\"'“”‘’=~"
FULL_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")


@dataclass(frozen=True, slots=True)
class Byline:
    """What a line says of an article. `names` are those that no label explains.

    `day` is the day of publication and `updated` that of a change; `partial` is a day without a year, as written.
    `sided` tells that a bar or dash, not a mere comma, sets the names apart; `labelled` that "Published" or its like
    stands there.
    """

    author: str | None = None
    outlet: str | None = None
    names: tuple[str, ...] = ()
    day: date | None = None
    updated: date | None = None
    partial: str | None = None
    labelled: bool = False
    sided: bool = False

    @property
    def strength(self) -> int:
        """How surely the line is a byline wherever it stands: 3 by its words, 2 by its shape, 1 only below a title.

        0 is a line that only tells of a change ("Updated May 3, 2023"), which begins no article.
        """
        dated = self.day is not None or self.partial is not None
        if dated and (self.author or self.labelled):
            return 3
        if dated and self.sided and self.names:
            return 2
        changed = self.updated is not None and bool(self.names)
        return int(dated or changed or bool(self.author or self.outlet))

    @property
    def is_plain(self) -> bool:
        """Whether it holds an author or a day and no name of unknown part: safe to add to another byline."""
        return not self.names

    def filled(self, other: Byline) -> Byline:
        """This byline with what it lacks taken from another."""
        return Byline(
            self.author or other.author,
            self.outlet or other.outlet,
            self.names or other.names,
            self.day or other.day,
            self.updated or other.updated,
            self.partial or other.partial,
            self.labelled or other.labelled,
            self.sided or other.sided,
        )

    def settled(self, words: Words) -> tuple[str | None, str | None]:
        """Author and outlet, once the names without a label have found their part."""
        author, outlet, names = self.author, self.outlet, self.names
        if author is None and len(names) > 1 and is_person(names[0], words):
            author, names = names[0], names[1:]
        printed = (name for name in names if is_outlet(name, words))
        return author, outlet or next(printed, names[0] if names else None)


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str = ""
    day: date | None = None


def read_byline(line: str, words: Words) -> Byline | None:
    """The line as a byline, or None where it is none: a sentence, a caption, a heading, a stretch of time.

    A line that names a picture ("Photo: …") is never one, for captions have names and days as well. One that a dash
    opens signs what stands above it, and is never surely a byline.
    """
    line = line.strip()
    if not 3 <= len(line) <= LONGEST or line.endswith(":") or not _may_be(line, words) or words.credit.search(line):
        return None
    byline = _gathered(_pieces(line, words), words)
    if byline is None:
        return None
    if line[0] in DASHES:
        byline = replace(byline, sided=False, labelled=False)
    told = byline.author or byline.outlet or byline.day or byline.updated or byline.partial
    return byline if told and len(byline.names) <= MOST_NAMES else None


def _may_be(line: str, words: Words) -> bool:
    start = line.lstrip(EDGE)
    labels = (words.author, words.outlet, words.published, words.updated, words.day)
    return any(character.isdigit() for character in line) or any(label.match(start) for label in labels)


def _pieces(line: str, words: Words) -> Iterator[_Piece]:
    position = 0
    for start, end, day in find_days(line, words.lang):
        yield from _stretches(words.edges.sub("", line[position:start]))
        yield _Piece(day=day)
        position = end
    yield from _stretches(line[position:])


def _stretches(text: str) -> Iterator[_Piece]:
    position = 0
    for match in SEPARATOR.finditer(text):
        yield _Piece(text[position : match.start()])
        yield _Piece(match.group().strip() or "|")
        position = match.end()
    yield _Piece(text[position:])


def _gathered(pieces: Iterator[_Piece], words: Words) -> Byline | None:
    """The pieces' byline; None where one of them is neither a name nor anything else that bylines hold."""
    byline, changed = Byline(), False
    for piece in pieces:
        if piece.day is not None:
            if byline.day not in (None, piece.day) and not changed:
                return None  # "October 27, 1914 – November 13, 1996" is a life
            byline, changed = _dated(byline, piece.day, changed), False
        elif piece.text in MARKS:
            byline = replace(byline, sided=byline.sided or piece.text not in FAINT)
        else:
            text, labelled, changed = _unlabelled(piece.text, words, changed)
            byline = replace(byline, labelled=byline.labelled or labelled)
            if _is_footer(text, words):
                break
            if text:
                added = _named(byline, text, words)
                if added is None:
                    return None
                byline = added
    return byline


def _is_footer(text: str, words: Words) -> bool:
    told = words.footer.match(text) or words.counted.fullmatch(text)
    return bool(told) and not words.author.match(text)


def _dated(byline: Byline, day: date, changed: bool) -> Byline:
    if changed:
        return replace(byline, updated=byline.updated or day)
    return replace(byline, day=byline.day or day)


def _unlabelled(text: str, words: Words, changed: bool) -> tuple[str, bool, bool]:
    """A stretch without the labels before it, whether it is labelled as published, and whether as changed."""
    text, labelled = _bare(text, words), False
    for _ in range(3):
        if words.author.match(text) or words.outlet.match(text):
            break
        if match := words.updated.match(text):
            changed = True
        elif match := words.published.match(text):
            labelled, changed = True, False
        elif not (match := words.day.match(text)):
            break
        text = _bare(text[match.end() :], words)
    return text, labelled, changed


def _bare(text: str, words: Words) -> str:
    text = text.lstrip(EDGE).rstrip(EDGE.replace(":", ""))  # "Date:" keeps the colon that makes it a label
    rest = words.noise.sub("", CLOCK.sub("", text)).strip(EDGE + ".")
    return text if rest else ""


def _named(byline: Byline, text: str, words: Words) -> Byline | None:
    """The byline with one stretch added, or None where the stretch fits no byline."""
    if match := words.author.match(text):
        author, names = authors(_trimmed(text[match.end() :]), words)
        if not author:
            return None if names else byline
        return replace(byline, author=byline.author or author, names=byline.names + names)
    if match := words.outlet.match(text):
        outlet = _trimmed(text[match.end() :])
        return replace(byline, outlet=byline.outlet or outlet) if is_name(outlet, words) else None
    if byline.partial is None and is_yearless(_trimmed(text), words):
        return replace(byline, partial=_trimmed(text))
    names = tuple(_trimmed(name) for name in text.split(", ") if _bare(name, words))
    partial = next((name for name in names if is_yearless(name, words)), None)
    names = tuple(name for name in names if name != partial)
    if not all(is_name(name, words) for name in names):
        return None
    return replace(byline, names=byline.names + names, partial=byline.partial or partial)


def _trimmed(text: str) -> str:
    return " ".join(FULL_STOP.sub("", text.strip(EDGE)).split())

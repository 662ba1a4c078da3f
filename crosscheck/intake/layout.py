"""Lays a text out as paragraphs: what stands together, how far apart, and what shape each has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from crosscheck.intake.bylines import EDGE, Byline, read_byline
from crosscheck.intake.footers import is_footer
from crosscheck.intake.words import Words

LINE = re.compile(r"[^\r\n]+")
RULE_MARKS = frozenset("-–—_=*#~•·+")
UNDERLINE_SLACK = 2  # a rule as long as the heading above it, give or take two, underlines it and parts nothing
WRAPPED_AT = range(50, 101)  # characters: text files are wrapped at 65 to 80, seldom at 50 or 100
OUTLIERS = 50  # one line in fifty may be longer in a wrapped file: an address that cannot be broken
TITLE_LENGTH = 200
TITLE_WORDS = 30
TITLE_LINES = 3
FULL_STOP = re.compile(r"(?:(?<!\.)\.|[.!?…][\"'”’»)\]]{1,2}|[,;:])$")
INITIAL = re.compile(r"(?:^|[\s.])[^\W\d_]\.$")  # "… heads to the U.S."
BULLET = re.compile(r"[•‣◦▪*+-]\s")
NUMBERED = re.compile(r"\d{1,3}[.)]\s")
QUOTED = re.compile(r"[\"“«„‘'(].{0,400}[\"”»“’')]", re.DOTALL)
HASHES = re.compile(r"#{1,6}\s+")
ADDRESS = re.compile(r"https?://\S{4,2000}")
SET_APART = tuple("|(/–—-.")  # "Miners on the bridge | Photo Ana Ruiz"; not "Credit dries up in the valley"
INVISIBLE = "\ufeff\u200b\u2060"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that stand together; offsets count code points of the decoded file, white space at the ends left out.

    `gap` is the number of blank lines before it. `parted` tells that a rule, a form feed or the file's beginning
    stands before it. `byline` is what it says as a byline, None for all other text. `url` is an address that stood
    alone above it at such a place, as saved pages have it.
    """

    start: int
    end: int
    text: str
    gap: int
    parted: bool
    lines: int = 1
    byline: Byline | None = None
    footer: bool = False
    url: str | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: it ends as a sentence does, or is longer than any title.

        Questions and exclamations may be titles, and so may what breaks off: "Woman accused of...".
        """
        if len(self.text) > TITLE_LENGTH or self.lines > TITLE_LINES:
            return True
        return bool(FULL_STOP.search(self.text)) and not INITIAL.search(self.text)

    @property
    def is_heading(self) -> bool:
        """Whether it could be a title: short, no sentence, no byline, and not in small letters."""
        if self.byline is not None or self.footer or self.is_prose or BULLET.match(self.text):
            return False
        told = [letter for letter in self.text[:40] if letter.isalnum()]
        small = bool(told) and all(letter.islower() for letter in told[:2])  # "3 dead" and "iPads" may begin a title
        return any(map(str.isalpha, told)) and not small and len(self.text.split()) <= TITLE_WORDS

    def is_caption(self, words: Words) -> bool:
        """Whether it goes with a picture or is a quotation set apart: never a title where another heading stands."""
        credit = words.credit.search(self.text)
        if credit is None or len(self.text) > TITLE_LENGTH * 2:
            return bool(QUOTED.fullmatch(self.text))
        before, after = self.text[: credit.start()].rstrip(), self.text[credit.end() :].lstrip()
        signed = after[:1] in (":", "/") or bool(words.author.match(after) or words.credit.match(after))
        return signed or before[-1:] in SET_APART or credit.group().endswith(":")


def paragraphs(text: str, words: Words, start: int = 0) -> tuple[Paragraph, ...]:
    """The paragraphs of a text from an offset on, in order; rules and form feeds are told by the paragraph below."""
    lines = tuple(_parted(tuple(_lines(text, start))))
    width = _wrap_width(lines)
    groups: list[list[Paragraph]] = []
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        continues = bool(index) and _continues(lines[index - 1], line, width)
        told = _told(line, below, words, continues=continues)
        if continues and _is_plain(told) and (_is_plain(groups[-1][0]) or groups[-1][0].footer):
            groups[-1].append(told)
        else:
            groups.append([told])
    return tuple(_joined(text, group) for group in groups)


def _lines(text: str, start: int) -> Iterator[Paragraph]:
    """Every line that holds more than white space."""
    end_mark = "\n" if "\n" in text else "\r"
    before = start
    for match in LINE.finditer(text, start):
        line = match.group()
        content = line.strip().strip(INVISIBLE).strip()
        if not content:
            continue
        first = match.start() + line.index(content)
        between = text[before:first]
        yield Paragraph(
            first,
            first + len(content),
            content,
            max(0, between.count(end_mark) - (before > start)),
            before == start or "\f" in between,
        )
        before = first + len(content)


def _parted(lines: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The lines without rules and addresses; what stands below a rule is parted from what is above."""
    parted, gap, url = False, 0, None
    above: Paragraph | None = None
    for line in lines:
        parted = parted or line.parted
        gap += line.gap
        if is_rule(line.text):
            underlines = above is not None and not line.gap and not line.parted and _underlines(above, line)
            parted, gap = parted or not underlines, gap + underlines
        elif parted and ADDRESS.fullmatch(line.text):
            url = url or line.text
        else:
            above = replace(line, parted=parted, gap=gap, url=url)
            parted, gap, url = False, 0, None
            yield above


def is_rule(line: str) -> bool:
    """Whether a line is a row of three or more dashes, stars or the like."""
    marks = [mark for mark in line[:200] if not mark.isspace()]
    return len(marks) > 2 and len(line) <= 200 and set(marks) <= RULE_MARKS


def _underlines(above: Paragraph, rule: Paragraph) -> bool:
    return abs(len(above.text) - len(rule.text)) <= UNDERLINE_SLACK and above.is_heading


def _wrap_width(lines: tuple[Paragraph, ...]) -> int:
    """The width at which the file's lines are broken, 0 where each line is a whole paragraph."""
    lengths = sorted(len(line.text) for line in lines)
    if not lengths:
        return 0
    longest = lengths[len(lengths) - 1 - len(lengths) // OUTLIERS]
    return longest if longest in WRAPPED_AT else 0


def _continues(above: Paragraph, line: Paragraph, width: int) -> bool:
    """Whether a line goes on with the one above: in small letters, or broken off where its next word had no room."""
    if line.gap or line.parted or _starts_anew(line.text) or HASHES.match(above.text):
        return False
    if all(letter.islower() for letter in line.text[:2]) or line.text[0] in ",|":
        return True
    return bool(width) and len(above.text) + 1 + len(line.text.split(" ", 1)[0]) > width


def _starts_anew(text: str) -> bool:
    return any(mark.match(text) for mark in (BULLET, NUMBERED, HASHES))


def _told(line: Paragraph, below: Paragraph | None, words: Words, *, continues: bool) -> Paragraph:
    """The line with what it says as byline or footer, where it is not a piece of running text."""
    goes_on = below is not None and not below.gap and below.text[0].islower() and below.text[1:2].islower()
    byline = None if continues and goes_on else read_byline(line.text, words)
    sentence = continues or line.text.endswith(".")
    if byline is not None and byline.strength < 2 and not line.parted and not line.gap and sentence:
        byline = None
    return replace(line, byline=byline, footer=not continues and is_footer(line.text, words))


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.byline is None and not paragraph.footer


def _joined(text: str, lines: list[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    start, end = lines[0].start, lines[-1].end
    return replace(lines[0], end=end, text=text[start:end], lines=len(lines))


def title_start(paragraph: Paragraph, words: Words) -> int:
    """Where the title itself begins, after "#" marks, its number in a list, or a label such as "Title:"."""
    text = paragraph.text
    mark = HASHES.match(text) or NUMBERED.match(text) or words.title.match(text)
    rest = text[mark.end() :] if mark else text
    return paragraph.end - len(rest) if rest.strip(EDGE) else paragraph.start

"""Markdown that the program itself wrote, as plain text for people: wrapped, without its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crosscheck.reporting.inert import commandless, inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.page import Page

# Code between its fences, an escaped character, or the mark of bold type.
_MARKED = re.compile(r"(`{1,9})( ?)(.{0,2000}?)\2\1|\\([\\`*_<>\[\]#|~])|\*\*")
_HEADING = re.compile(r"#{1,6} ")


def render(markdown: str, options: Options) -> str:
    """The text with headings, lists and quotes set off, in lines of at most `options.width` columns."""
    page = Page(max(options.width, 40), options.color)
    return commandless("".join(f"{line}\n" for told in markdown.split("\n")[:-1] for line in _lines(page, told)))


def _lines(page: Page, line: str) -> Iterator[str]:
    heading = _HEADING.match(line)
    if not line:
        yield ""
    elif heading:
        yield from (page.styled(each, "strong") for each in page.flowed(_plain(line[heading.end() :]), ""))
    elif line.startswith("- "):
        yield from page.flowed(_plain(line[2:]), "  - ", "    ")
    elif line.startswith("> "):
        yield from page.flowed(_plain(line[2:]), "  │ ")
    else:
        yield from page.flowed(_plain(line), "")


def _plain(text: str) -> str:
    return inert(_MARKED.sub(_unmarked, text))


def _unmarked(match: re.Match[str]) -> str:
    return match[3] if match[1] else match[4] or ""

"""A comparable that holds no disagreement, as a timeline: a line for each article, with all that it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from crosscheck.model import Claim, Comparable
from crosscheck.reporting import wording
from crosscheck.reporting.agreement import Course, course
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.block import headline, more
from crosscheck.reporting.terminal.page import Page, columns

_HEADINGS: Mapping[Course, str] = {"agreed": "AGREED", "grew": "GREW", "varied": "VARIED"}
# More entries than this are an afternoon's wire copies of one figure.
_LISTED = 12
# Lines of one article that are all named; the first leads to the others.
_LINES = 4
_DAY = 11
# Columns before a figure, and before a source: the day with its margins, and "citing ".
_MARGIN, _CITED = 15, 22


def timeline(page: Page, told: Comparable, options: Options) -> Iterator[str]:
    """What was said, by the day on which it was said; articles of one day in the order of the comparable."""
    title = wording.headline(options.quantity(told.quantity).title, told.key)
    yield from headline(page, _HEADINGS[course(told)], title, "agree", "")
    articles: dict[str, list[Claim]] = {}
    for claim in told.claims:
        articles.setdefault(claim.article.id, []).append(claim)
    kept = len(articles) if options.full else _LISTED
    for claims in list(articles.values())[:kept]:
        yield from _entry(page, claims)
    yield from more(len(articles) - kept)


def _entry(page: Page, claims: list[Claim]) -> Iterator[str]:
    """The day, the figures as the article words them, and where to find them."""
    article = claims[0].article
    day, margin, figures = f"  {wording.published(article):>{_DAY}}  ", " " * _MARGIN, wording.forms(claims)
    parts = [page.short(wording.outlet(article), _MARGIN), _lines(claims)]
    if all(claim.part == "title" for claim in claims):
        parts.append("headline")
    sources = dict.fromkeys(claim.source for claim in claims if claim.source)
    parts += [f"citing {page.short(source, _CITED)}" for source in sources]
    parts += dict.fromkeys(claim.modality for claim in claims if claim.modality != "asserted")
    if columns(figures) > page.width - _MARGIN:
        yield from page.flowed(figures, day, margin)
        yield from page.packed(parts, margin, margin)
    else:
        yield from page.packed([figures, *parts], day, margin)


def _lines(claims: list[Claim]) -> str:
    """The file, and every line of it that says so."""
    lines = list(dict.fromkeys(claim.location.line for claim in claims))
    rest = "" if len(lines) <= _LINES else " …"
    return f"{inert(claims[0].location.path)}:{', '.join(map(str, lines[:_LINES]))}{rest}"

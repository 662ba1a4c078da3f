"""One discrepancy as a block of lines: what disagrees, why, and every side in its own words."""

from __future__ import annotations

from collections.abc import Iterator

from crosscheck.model import Camp, Claim, Discrepancy, Publication, Site
from crosscheck.model.report import Severity
from crosscheck.reporting import wording
from crosscheck.reporting.excerpt import short
from crosscheck.reporting.inert import inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.page import Page, Style, columns

# A copy desk reads the first few of many agreeing articles; the rest are still named, with their places.
_QUOTED = 4
_NAMED = 12
_QUOTE = 320
_REASON = 1_000
_SIDE = 300
# Columns before a source: the indent of a line that goes on, and "citing ".
_CITED = 13

_HEADINGS: dict[Severity, str] = {"conflict": "CONFLICT", "tension": "TENSION", "note": "NOTE"}


def block(page: Page, id: str, found: Discrepancy, options: Options) -> Iterator[str]:
    """Headline, reason, then each side with its claims; claims that agree with every side come last."""
    yield from headline(
        page, _HEADINGS[found.severity], short(wording.title(found, options), _SIDE), found.severity, id
    )
    yield from page.flowed(short(found.reason or found.message, _REASON), "  ")
    for camp in found.camps:
        yield ""
        yield from _side(page, camp, options.full)
    if found.beside:
        yield ""
        yield from _heading(page, f"agrees with every side: {short(wording.forms(found.beside), _SIDE)}", found.beside)
        yield from _claims(page, found.beside, options.full)
    yield from _sites(page, found, options.full)


def headline(page: Page, heading: str, title: str, style: Style, id: str) -> Iterator[str]:
    """The severity and the title, the id at the right where it fits."""
    word = f"{heading:<8}"
    lines = list(page.flowed(title, word + "  ", " " * 10))
    gap = page.width - columns(lines[-1]) - len(id)
    lines[-1] += " " * gap + page.styled(id, "faint") if id and gap > 1 else ""
    yield page.styled(word, style) + page.styled(lines[0][len(word) :], "strong")
    yield from (page.styled(line, "strong") for line in lines[1:])
    if id and gap <= 1:
        yield page.styled(id.rjust(page.width), "faint")


def _side(page: Page, camp: Camp, full: bool) -> Iterator[str]:
    label = f" ({short(camp.label)})" if camp.label else ""
    yield from _heading(page, short(wording.forms(camp.claims), _SIDE) + label, camp.claims)
    yield from _claims(page, camp.claims, full)


def _heading(page: Page, text: str, claims: tuple[Claim, ...]) -> Iterator[str]:
    """What a side says; where several articles say it, how many outlets do."""
    outlets = dict.fromkeys(wording.outlet(claim.article) for claim in claims)
    counted = f" — {len(outlets)} outlets" if len(outlets) > 1 else ""
    yield from (page.styled(line, "strong") for line in page.flowed(text + counted, "  ", "    "))


def _claims(page: Page, claims: tuple[Claim, ...], full: bool) -> Iterator[str]:
    """Each claim's byline and quote; articles that print the same words share one quote."""
    alike: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.quote, claim.quote_start), []).append(claim)
    groups = list(alike.values())
    quoted = len(groups) if full or len(groups) <= _QUOTED + 1 else _QUOTED
    for group in groups[:quoted]:
        yield from _group(page, group, full)
    rest = [claim for group in groups[quoted:] for claim in group]
    for claim in rest[:_NAMED]:
        yield from page.packed([short(wording.written(claim)), *_byline(page, claim)], "    ", "      ")
    yield from more(len(rest) - _NAMED)


def _group(page: Page, claims: list[Claim], full: bool) -> Iterator[str]:
    kept = len(claims) if full else _NAMED
    for claim in claims[:kept]:
        yield from page.packed(_byline(page, claim), "    ", "      ")
    yield from more(len(claims) - kept)
    first = claims[0]
    yield from page.flowed(page.marked(first.quote, first.quote_start, first.quote_end, _QUOTE), "    │ ")


def more(count: int) -> Iterator[str]:
    """How many were left out, where some were."""
    if count > 0:
        yield f"    and {count} more (--verbose lists them)"


def _byline(page: Page, claim: Claim) -> list[str]:
    """Who says so, when, where to find it, and what is said of it."""
    parts = [*_where(page, claim.article, claim.location.path, claim.location.line)]
    if claim.part == "title":
        parts.append("headline")
    if claim.source:
        parts.append(f"citing {page.short(claim.source, _CITED)}")
    if claim.modality != "asserted":
        parts.append(claim.modality)
    return parts


def _where(page: Page, article: Publication, path: str, line: int) -> tuple[str, str, str]:
    return page.short(wording.outlet(article)), wording.published(article), f"{inert(path)}:{line}"


def _sites(page: Page, found: Discrepancy, full: bool) -> Iterator[str]:
    """Places that no claim above stands for: spellings of one name, parts of a sum."""
    shown = {(claim.article.id, claim.mention.span) for claim in found.claims + found.beside}
    spelt: dict[str, list[Site]] = {}
    for site in found.sites:
        if (site.article.id, site.span) not in shown:
            spelt.setdefault(site.surface, []).append(site)
    for surface, sites in spelt.items():
        yield ""
        yield "  " + page.styled(page.short(surface), "strong")
        kept = len(sites) if full else _QUOTED
        for site in sites[:kept]:
            yield from page.packed(
                [*_where(page, site.article, site.location.path, site.location.line)], "    ", "      "
            )
        yield from more(len(sites) - kept)

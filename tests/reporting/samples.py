"""One canonical report, built by hand, that every renderer is shown: all severities, and text that means harm."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from crosscheck.model import (
    Camp,
    Claim,
    Comparable,
    Discrepancy,
    Evidence,
    Facet,
    Interval,
    Location,
    Mention,
    Modifier,
    Publication,
    Report,
    Site,
    Skipped,
    Span,
    Value,
)
from crosscheck.reporting import Quantity

# A terminal escape, a C1 control, a workflow command, markup, a spreadsheet formula, and an override that turns text.
HOSTILE = "\x1b[31mred\x1b[0m \x9b2J ::error::%0A <b>**x**</b> =HYPERLINK(1) \u202egnol\u202c \udc80"

DEATHS = Quantity("deaths", "People killed", "people", ("place", "group"))
SHARE = Quantity("poll", "Poll answers", "percent", ("subject", "answer"))
QUANTITIES = (DEATHS, SHARE)


def article(outlet: str | None, published: date | None, path: str, title: str | None = None) -> Publication:
    return Publication(id=path, path=path, title=title, outlet=outlet, published=published)


def deaths(
    source: Publication,
    quote: str,
    surface: str,
    low: int | None,
    high: int | None,
    *,
    line: int = 7,
    hedge: tuple[Modifier, str] | None = None,
    place: tuple[str, ...] = ("Juliaca", "Puno", "Peru"),
) -> Claim:
    """A claim of people killed whose figure stands at `surface` in the quote, its hedge just before it."""
    start = quote.index(surface)
    modifier, words = hedge or ("exact", None)
    bounds = Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))
    where = Span(start - len(words) - 1, start - 1) if words else None
    span = Span(start, start + len(surface))
    return Claim(
        quantity="deaths",
        article=source,
        mention=Mention("number", span, surface, Value(bounds), modifier, where, words, "people", "people"),
        location=Location(source.path, line, 1 + start, line, 1 + span.end, start, span.end),
        quote=quote,
        quote_start=start,
        quote_end=span.end,
        scope="event",
        facets=(Facet("place", place[0], place, "sentence"),),
        when=Interval(date(2023, 1, 9), date(2023, 1, 9)),
        source="the health office" if hedge else None,
        evidence=(Evidence("cue", Span(span.end + 1, span.end + 5), "died"),),
    )


def point(number: int) -> Value:
    return Value(Interval.exactly(Decimal(number)))


def canonical() -> Report:
    """A conflict of three sides, a tension, a spelling note, an agreement, and everything that was not checked."""
    first = article("El Puente", date(2023, 1, 10), "seeds/el-puente.md", "Deadliest day yet in the south")
    second = article("Andes Wire", date(2023, 1, 11), "seeds/andes-wire.md")
    third = article("Nightly", date(2023, 3, 2), "seeds/archive of nightly bulletins/2023/march/second.txt")
    hostile = article(HOSTILE, None, "seeds/odd\nname\x1b.txt", HOSTILE)
    seventeen = deaths(first, "Seventeen people died around the airport of Juliaca on Monday.", "Seventeen", 17, 17)
    again = deaths(second, "In Juliaca 17 people were killed by gunfire on 9 January.", "17", 17, 17, line=12)
    region = deaths(
        third,
        "Across the region, 18 people lost their lives on that one day, among them a teenager who was on his way home "
        "from the market and a doctor who had stopped to bandage the wounded.",
        "18",
        18,
        18,
        place=("Puno", "Peru"),
    )
    nineteen = deaths(hostile, f"It was 19 who died, {HOSTILE}, said one.", "19", 19, 19, line=3)
    least = deaths(third, "At least 17 people died in Juliaca.", "17", 17, None, hedge=("at_least", "At least"))
    later = deaths(second, "By then 3 had died in Cusco.", "3", 3, 3, place=("Cusco", "Peru"))
    earlier = deaths(first, "In Cusco 3 people died.", "3", 3, 3, place=("Cusco", "Peru"))
    other = deaths(third, "In Cusco 4 people died that week.", "4", 4, 4, place=("Cusco", "Peru"))
    conflict = Discrepancy(
        kind="value_conflict",
        severity="conflict",
        quantity="deaths",
        key=(("place", "Juliaca"), ("when", "2023-01-09")),
        message="Deaths, Juliaca, 9 Jan 2023: 17 (2 outlets) against 18 against 19",
        reason="No single number of people killed in Juliaca on that day fits 17, 18 and 19.",
        camps=(
            Camp(point(17), (seventeen, again)),
            Camp(point(18), (region,), "region Puno, possibly the same"),
            Camp(point(19), (nineteen,)),
        ),
        beside=(least,),
    )
    tension = Discrepancy(
        kind="value_conflict",
        severity="tension",
        quantity="deaths",
        key=(("when", "2023-01-02/2023-01-31"), ("place", "Cusco")),
        message="Deaths, Cusco: 3 against 4",
        reason="These may speak of the same people.",
        camps=(Camp(point(3), (later,)), Camp(point(4), (other,))),
    )
    sites = tuple(
        Site(source, Span(40, 40 + len(name)), Location(source.path, 5, 41, 5, 47, 40, 46), name)
        for source, name in ((first, "Otárola"), (second, "Otarola"), (third, "Otárola"), (hostile, HOSTILE))
    )
    spelling = Discrepancy(
        kind="spelling_variant",
        severity="note",
        quantity="",
        key=(),
        message="Otárola and Otarola look like one name",
        reason="Two spellings of what looks like one name.",
        camps=(),
        sites=sites,
    )
    return Report(
        articles=4,
        mentions=61,
        claims=9,
        discrepancies=(conflict, tension, spelling),
        comparables=(
            Comparable("deaths", conflict.key, (seventeen, again, region, nineteen)),
            Comparable("deaths", (("place", "Cusco"), ("when", "2023-01-12")), (earlier, earlier)),
        ),
        alone=2,
        unbound=(("no_rule", 40), ("age", 9), ("part_of_whole", 3)),
        skipped=(
            Skipped("seeds/photo.jpg", "not a text: it holds a NUL byte"),
            Skipped("seeds/feed.jsonl", "not JSON: a quote is missing; mend the line or delete it", 14, 3),
            Skipped(f"seeds/{HOSTILE}", HOSTILE),
        ),
        notes=("seeds/odd.txt has no date, so its weekdays name no day.", HOSTILE),
    )

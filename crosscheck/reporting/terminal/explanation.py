"""What `explain` tells of figures, for people: a block a figure, a row a step from its words to its camp."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crosscheck.model import Camp, Claim
from crosscheck.model.explanation import Explained, Explanation, Fate, Hindrance, Miss, Side
from crosscheck.model.identity import identify
from crosscheck.reporting import reasons, wording
from crosscheck.reporting.inert import commandless, inert
from crosscheck.reporting.options import Options
from crosscheck.reporting.terminal.page import Page

_QUOTE = 320
_LABEL = 14
# More camps than these on one row hide which is the claim's own.
_AGAINST = 4

Row = tuple[str, str]


def render(explained: Iterable[Explained], options: Options) -> str:
    """A block for each figure, as lines of at most `options.width` columns, but for paths, which are never broken."""
    page = Page(max(options.width, 40), options.color)
    blocks = ("".join(f"{line}\n" for line in _block(page, each, options)) for each in explained)
    return commandless("\n".join(blocks))


def _block(page: Page, told: Explained, options: Options) -> Iterator[str]:
    own = told.explanation
    yield page.styled(f"{_place(own)}  {page.short(own.mention.surface)}", "strong")
    yield from page.flowed(page.marked(own.quote, own.quote_start, own.quote_end, _QUOTE), "  │ ")
    for label, text in _rows(told, options):
        yield from page.flowed(text, f"  {label:<{_LABEL}}", " " * (2 + _LABEL))


def _place(own: Explanation) -> str:
    column = "" if own.location.start is None else f":{own.location.column}"
    return f"{inert(own.location.path)}:{own.location.line}{column}"


def _rows(told: Explained, options: Options) -> Iterator[Row]:
    own = told.explanation
    yield "value", _value(own)
    if not own.claims:
        yield "not bound", reasons.because(own.because or "no_rule")
        yield from (("", text) for text in _misses(own.misses))
    kept = [reading for reading in own.readings if reading.lost is None]
    lost = [reading for reading in own.readings if reading.lost is not None]
    yield from (("bound to", reasons.reading(reading)) for reading in kept)
    yield from (("and not to", reasons.reading(reading)) for reading in lost)
    for claim, fate in zip(own.claims, told.fates, strict=True):
        yield from _claim(claim)
        yield from _fate(claim, fate, options)


def _value(own: Explanation) -> str:
    mention = own.mention
    hedge = f", from “{mention.modifier_surface}”" if mention.modifier_surface else ""
    counted = f"; counts “{mention.noun}”" if mention.noun else ""
    group = f" ({mention.group})" if mention.group else ""
    meant = wording.value(mention.value, mention.kind)
    return inert(f"{meant}: {mention.kind}, {mention.modifier.replace('_', ' ')}{hedge}{counted}{group}")


def _misses(misses: tuple[Miss, ...]) -> Iterator[str]:
    """The rules that had a word in the sentence, together by what hindered them."""
    if not misses:
        yield "no rule has a word in this sentence that could bind it"
    grouped: dict[Hindrance, list[str]] = {}
    for miss in misses:
        hindering = f", “{miss.words}”" if miss.words else ""
        grouped.setdefault(miss.hindrance, []).append(f"{miss.quantity} (“{miss.cue.surface}”{hindering})")
    # What takes other kinds of figures says the least, so it comes last.
    for hindrance in sorted(grouped, key=lambda each: each == "kind"):
        yield inert(f"{', '.join(grouped[hindrance])}: {reasons.HINDRANCES[hindrance]}")


def _claim(claim: Claim) -> Iterator[Row]:
    for facet in claim.facets:
        yield facet.name, reasons.facet(facet, claim)
    yield "when", reasons.when(claim)
    yield "source", reasons.source(claim)
    yield "covers", f"{claim.scope.replace('_', ' ')}; {claim.modality}"


def _fate(claim: Claim, fate: Fate, options: Options) -> Iterator[Row]:
    yield "key", reasons.key(claim, fate, options)
    yield "compared", reasons.meeting(fate)
    for side in fate.sides:
        yield from _side(side)


def _side(side: Side) -> Iterator[Row]:
    found = side.discrepancy
    yield found.severity, f"{inert(found.reason or found.message)} ({identify([found])[0]})"
    if side.camp is None:
        yield "camp", f"none; it agrees with every side: {_camps(found.camps)}"
    elif against := [camp for camp in found.camps if camp is not side.camp]:
        yield "camp", f"{_camp(side.camp)}, against {_camps(against)}"
    else:
        yield "camp", f"{_camp(side.camp)}, alone at fault"


def _camps(camps: Iterable[Camp]) -> str:
    told = list(camps)
    more = f" and {len(told) - _AGAINST} more" if len(told) > _AGAINST else ""
    return "; ".join(map(_camp, told[:_AGAINST])) + more


def _camp(camp: Camp) -> str:
    """A camp by what it allows and how many claims it has."""
    kind = camp.claims[0].mention.kind if camp.claims else "number"
    label = f" ({inert(camp.label)})" if camp.label else ""
    count = len(camp.claims)
    return f"{wording.value(camp.value, kind)}{label} in {count} claim{'' if count == 1 else 's'}"

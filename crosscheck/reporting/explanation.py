"""What `explain` tells of figures, for machines: one JSON object, a figure a line."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.model import Claim, Evidence, Tally
from crosscheck.model.explanation import Explained, Fate, Miss, Reading, Side
from crosscheck.model.identity import identify
from crosscheck.reporting import wire
from crosscheck.reporting.inert import encode
from crosscheck.reporting.options import Options
from crosscheck.reporting.wire import Record


def render(explained: Iterable[Explained], options: Options) -> str:
    """The object of version 1, its figures in order of place, with a final line end."""
    lines = ",\n  ".join(encode(figure(each, options)) for each in explained)
    figures = f"[\n  {lines}]" if lines else "[]"
    return f'{{"schema": "crosscheck/explanation/1",\n "figures": {figures}}}\n'


def figure(told: Explained, options: Options) -> Record:
    """One figure: its mention as `mentions` prints it, its readings, and its claims with how they fared."""
    own = told.explanation
    bound = tuple(claim.quantity for claim in own.claims)
    tally = Tally(own.mention, bound, None if bound else own.because)
    return {
        "mention": wire.mention(own.article.id, tally, own.location),
        "quote": own.quote,
        "readings": [_reading(reading) for reading in own.readings],
        "misses": [_miss(miss) for miss in own.misses],
        "claims": [_claim(claim, fate, options) for claim, fate in zip(own.claims, told.fates, strict=True)],
    }


def _reading(reading: Reading) -> Record:
    return {
        "quantity": reading.quantity,
        "construction": reading.construction,
        "rank": reading.rank,
        "distance": reading.distance,
        "cue": _words(reading.cue),
        "sets": dict(reading.sets),
        "lost": reading.lost,
    }


def _miss(miss: Miss) -> Record:
    return {
        "quantity": miss.quantity,
        "cue": _words(miss.cue),
        "hindrance": miss.hindrance,
        "words": miss.words,
    }


def _words(told: Evidence) -> Record:
    return {"span": wire.span(told.span), "surface": told.surface}


def _claim(claim: Claim, fate: Fate, options: Options) -> Record:
    return {
        "claim": wire.claim(claim, options.quantity(claim.quantity)),
        "key": dict(fate.key),
        "comparable": [other.id for other in fate.comparable.claims] if fate.comparable else None,
        "apart": fate.apart,
        "sides": [_side(side) for side in fate.sides],
    }


def _side(side: Side) -> Record:
    found = side.discrepancy
    return {
        "discrepancy": identify([found])[0],
        "kind": found.kind,
        "severity": found.severity,
        "message": found.message,
        "reason": found.reason,
        "camp": None if side.camp is None else found.camps.index(side.camp),
        "camps": [wire.value(camp.value.interval) for camp in found.camps],
    }

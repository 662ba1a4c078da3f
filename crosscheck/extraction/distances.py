"""Dates told by their distance from something else: "two days before the minister was arrested".

Such a day is often unknown, yet two articles can disagree on the distance. The claim of the day gets the facets
`offset` (days, signed) and `anchor` (the people and the word of what happened then).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from crosscheck.extraction import claims as claiming
from crosscheck.extraction.items import Items
from crosscheck.extraction.sentences import Sentence
from crosscheck.language import dates
from crosscheck.language.dates import Offset
from crosscheck.model import Claim, Facet, Interval, Mention, Span, Value
from crosscheck.rules import Rule

LONGEST = 10  # tokens of the clause that an offset is told of: "before the former governor of X was arrested"
BREAKS = frozenset(',;.:?!()"')


def complete(sentence: Sentence, items: Items, rules: tuple[Rule, ...], found: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of a sentence, those of dates with their distances, and claims of days told by distance alone."""
    claims = list(found)
    for offset in _offsets(sentence):
        for index, rule in enumerate(rules):
            if rule.kind == "date":
                _add(sentence, items, index, rule, offset, claims)
    yield from sorted(claims, key=_order) if len(claims) > 1 else claims


def _order(claim: Claim) -> tuple[Span, str]:
    return claim.mention.span, claim.quantity


def _offsets(sentence: Sentence) -> tuple[Offset, ...]:
    tokens, letters, lang = sentence.tokens, sentence.signs.letters, sentence.article.lang
    if not dates.may_tell_offset(tokens, letters, lang, sentence.every_figure):
        return ()
    counted = tuple(figure for figure in sentence.every_figure if figure.kind not in ("date", "time"))
    told = dates.offsets(tokens, lang, numbers=counted, letters=letters)
    return tuple(offset for offset in told if offset.onward and offset.low == offset.high)


def _add(sentence: Sentence, items: Items, index: int, rule: Rule, offset: Offset, claims: list[Claim]) -> None:
    anchor = _anchor(sentence, items, index, offset.last + 1)
    cue = _cue_before(items, index, offset.first)
    if not anchor or cue is None:
        return
    facets = (Facet("offset", str(offset.low)), Facet("anchor", anchor))
    span = sentence.span(offset.first, offset.last)
    own = next(
        (i for i, each in enumerate(claims) if each.quantity == rule.id and _overlap(each.mention.span, span)), None
    )
    event = claiming.event_of(items, cue, index)
    if own is not None:
        others = tuple(facet for facet in claims[own].facets if facet.name != "event")
        claims[own] = replace(claims[own], facets=(*others, *event, *facets))
        return
    surface = sentence.tokens.surface(offset.first, offset.last)
    mention = Mention("date", span, surface, Value(Interval(None, None)))
    first, last = items.items[cue].first, items.items[cue].last
    claims.append(claiming.assemble(sentence, rule, mention, (first, last), offset.first, facets=(*event, *facets)))


def _anchor(sentence: Sentence, items: Items, rule: int, start: int) -> str:
    """The names and the happening that an offset is counted from, "" where nobody is named."""
    words = sentence.tokens.words
    end = next((i for i in range(start, min(start + LONGEST, len(words))) if words[i] in BREAKS), start + LONGEST)
    named = [sentence.tokens.surface(i, i) for i in range(start, min(end, len(words))) if sentence.tokens.capital(i)]
    told = [
        cue.phrase
        for item in items.items
        if item.word and start <= item.first and item.last < end
        for cue in [each for each in item.word.cues if each.rule == rule][:1]
    ]
    return " ".join((*named, *told)) if named and told else ""


def _cue_before(items: Items, rule: int, token: int) -> int | None:
    """The item of the nearest word of a rule before a token."""
    return next(
        (i for i in range(len(items.items) - 1, -1, -1) if items.items[i].last < token and _speaks(items, i, rule)),
        None,
    )


def _speaks(items: Items, index: int, rule: int) -> bool:
    word = items.items[index].word
    return word is not None and any(cue.rule == rule for cue in word.cues)


def _overlap(a: Span, b: Span) -> bool:
    return a.field == b.field and a.start < b.end and b.start < a.end

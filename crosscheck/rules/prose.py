"""A rule told in prose: what `rules show` prints, and the page about it; Markdown, made from the rule alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from crosscheck.model import Interval
from crosscheck.rules.rule import Case, Comparing, Example, Expected, Margin, Piece, Rule, Settings
from crosscheck.rules.vocabulary import FACETS, KINDS, MARKS, MODALITIES, ROLES, SCOPES, SEVERITIES

SPECIAL = re.compile(r"([\\`*_<>\[\]#|~])")
VERDICTS: Mapping[str, str] = {
    "agree": "These agree; nothing is flagged.",
    "tension": "These are in tension: they may be about the same thing, and differ.",
    "conflict": "These conflict: no single fact makes all of them true.",
}


def tell(rule: Rule) -> str:
    """The whole rule as Markdown, from its title to its evidence, ending on a line break."""
    parts = (
        f"# {_plain(rule.title)}",
        *_opening(rule),
        *_words(rule),
        *_patterns(rule),
        *_instead(rule),
        *_mixed(rule),
        *_comparing(rule.compare),
        *_examples(rule),
        *_cases(rule),
    )
    return "\n\n".join(parts) + "\n"


def _opening(rule: Rule) -> Iterator[str]:
    if not rule.enabled:
        yield f"**Switched off.** {_plain(rule.why or '')}"
    if rule.about:
        yield _plain(rule.about)
    yield _bullets(
        f"Rule `{rule.id}`" + (f", topic {_plain(rule.topic)}" if rule.topic else ""),
        f"Its figures: {KINDS[rule.kind]}" + (f", in {rule.unit}" if rule.unit else ""),
        *(("It counts " + _counted(rule.counts),) if rule.counts else ()),
        "A figure covers " + "; or ".join(f"{SCOPES[scope]} (`{scope}`)" for scope in rule.scope),
        *(f"Narrowed by `{facet}`: {FACETS.get(facet, 'as its words say')}" for facet in rule.facets),
    )


def _counted(groups: tuple[str, ...]) -> str:
    return "whatever is counted" if "any" in groups else f"nouns of these groups: {', '.join(groups)}"


def _words(rule: Rule) -> Iterator[str]:
    used: set[str] = set()
    for lang in rule.languages:
        if any(named == lang for sense in rule.senses for named, _, _ in sense.words):
            yield f"## Its words ({lang})"
        for sense in rule.senses:
            lists = [(role, phrases) for named, role, phrases in sense.words if named == lang]
            used.update(role for role, _ in lists)
            if lists and sense.sets:
                yield f"Words that say {_settings(sense.sets)}:"
            if lists:
                yield _bullets(*(f"**{role}**: {_plain(', '.join(phrases))}" for role, phrases in lists))
    if used:
        yield "What these lists are:"
        yield _bullets(*(f"**{role}**: {about}" for role, about in ROLES.items() if role in used))


def _patterns(rule: Rule) -> Iterator[str]:
    if rule.patterns:
        yield "## Its patterns"
        yield _bullets(
            *(
                _code(pattern.text) + (f" says {_settings(pattern.sets)}" if pattern.sets else "")
                for pattern in rule.patterns
            )
        )


def _instead(rule: Rule) -> Iterator[str]:
    if rule.instead is not None:
        also = f", with {_settings(rule.instead.sets)}" if rule.instead.sets else ""
        yield "## Whose figures these are instead"
        yield (
            f"Where a text tells of one of these happenings, its figures are those of `{rule.instead.rule}`{also}: "
            f"{_plain(', '.join(rule.instead.told))}."
        )


def _mixed(rule: Rule) -> Iterator[str]:
    if rule.mixed is not None:
        which = f" that say {_settings(rule.mixed.sets)}" if rule.mixed.sets else ""
        yield "## Where its totals may include more"
        yield (
            f"Where an article has a figure of {_any_of(rule.mixed.beside)} as well, totals{which} are those of "
            f"`{rule.mixed.rule}`."
        )


def _any_of(ids: Iterable[str]) -> str:
    return " or ".join(f"`{id}`" for id in ids)


def _comparing(compare: Comparing) -> Iterator[str]:
    sentences = list(_compared(compare))
    if sentences:
        yield "## How figures are compared"
        yield _bullets(*sentences)


def _compared(compare: Comparing) -> Iterator[str]:
    if compare.approximate is not None:
        yield f"“About” allows {_margin(compare.approximate)} on either side."
    if compare.tolerance is not None:
        yield f"Figures that differ by no more than {_margin(compare.tolerance)} agree."
    if compare.sum_of_parts:
        yield "The parts of a breakdown have to add up to its total."
    if compare.part_of_whole:
        yield f"A part by {' or '.join(compare.part_of_whole)} cannot exceed its whole."
    if compare.part:
        told = " and ".join(f"{name} {_plain(value)}" for name, value in compare.part)
        yield f"A figure of {told} is a part of the plain one, or of that and the dead."
    if compare.within is not None:
        yield f"One ballot comes to no more than what {compare.within} gives for the same body."
    if compare.at_least is not None:
        yield f"No figure can be below {compare.at_least}."
    if compare.at_most is not None:
        yield f"No figure can be above {compare.at_most}."
    if compare.exclusive is not None:
        yield f"Figures of different {compare.exclusive} add up to {compare.at_most} at most."
    if compare.grows:
        yield "A running total may grow from one day to the next, but never fall."
    if compare.falls:
        yield "How many there are on one day may be fewer on the next."
    if compare.loose_place:
        yield "Its place is told loosely: figures of one day from places of one country may be of one thing."
    if compare.severity != "conflict":
        yield f"A discrepancy is at most a {compare.severity}: {SEVERITIES[compare.severity]}."


def _margin(margin: Margin) -> str:
    return f"{(margin.amount * 100).normalize():f}%" if margin.relative else f"{margin.amount:f}"


def _examples(rule: Rule) -> Iterator[str]:
    if rule.examples:
        yield "## Examples"
        for example in rule.examples:
            yield from _example(example)
    if rule.counterexamples:
        yield "## Not such a figure"
        for example in rule.counterexamples:
            yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    yield _quote(example.piece)
    lines = [f"**{_plain(claim.surface)}**{_claim(claim)}" for claim in example.claims]
    if example.why:
        lines.append(_plain(example.why))
    if lines:
        yield _bullets(*lines)


def _claim(claim: Expected) -> str:
    told = [
        *((_interval(claim.value),) if claim.value else ()),
        *((f"{claim.modifier} ({MARKS[claim.modifier]})",) if claim.modifier not in (None, "exact") else ()),
        *((claim.scope.replace("_", " "),) if claim.scope else ()),
        *((_settings(claim.facets),) if claim.facets else ()),
        *((_interval(claim.when),) if claim.when else ()),
        *((f"according to {_plain(claim.source)}",) if claim.source else ()),
        *((MODALITIES[claim.modality],) if claim.modality not in (None, "asserted") else ()),
    ]
    return ": " + "; ".join(told) if told else ""


def _cases(rule: Rule) -> Iterator[str]:
    if rule.cases:
        yield "## Articles side by side"
        for case in rule.cases:
            yield from _case(case)


def _case(case: Case) -> Iterator[str]:
    for article in case.articles:
        yield _quote(article)
    yield VERDICTS[case.expect] + (f" {_plain(case.why)}" if case.why else "")


def _quote(piece: Piece) -> str:
    credit = ", ".join(_plain(str(part)) for part in (piece.outlet, piece.published) if part)
    head = f"**{_plain(piece.title)}** " if piece.title else ""
    body = head + _plain(piece.text)
    return f"> {body}" + (f" ({credit})" if credit else "")


def _interval(interval: Interval) -> str:
    if interval.is_point:
        return str(interval.low)
    if interval.low is None:
        return f"up to {interval.high}"
    return f"{interval.low} and up" if interval.high is None else f"{interval.low} to {interval.high}"


def _settings(settings: Settings) -> str:
    return ", ".join(f"{facet} = {_plain(value)}" for facet, value in settings)


def _bullets(*lines: str) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _plain(text: str) -> str:
    """Text on one line in which Markdown sees nothing to format."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _code(text: str) -> str:
    text = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{text}{fence}" if len(fence) == 1 else f"{fence} {text} {fence}"

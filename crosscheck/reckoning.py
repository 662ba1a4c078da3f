"""The end of a run: what was extracted becomes findings, and findings become the report that was asked for.

Acceptances are looked up before anything is narrowed down, so that an entry is stale only where nothing matches it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable

from crosscheck.accepting import Choice, Review, concerns, review, turned, waivers
from crosscheck.comparison import Findings, compare
from crosscheck.configuration.naming import names
from crosscheck.configuration.terms import Terms
from crosscheck.model import Accepted, Claim, Discrepancy, Extracted, Report, Skipped
from crosscheck.rules import Rule


def reckon(
    outcomes: Iterable[Extracted | Skipped], rules: tuple[Rule, ...], terms: Terms, new: Container[str] | None = None
) -> Report:
    """The report on these articles; with `new`, ids of articles, only on what these take part in and hold."""
    told = tuple(outcomes)
    extracted = tuple(sorted((one for one in told if isinstance(one, Extracted)), key=_path))
    findings = compare(extracted, rules, terms.settings)
    choice = Choice(terms.select, terms.ignore, {rule.id: rule.topic for rule in rules})
    known = names(rules)
    remarks = [waiver for one in extracted for waiver in waivers(one, known, heeded=terms.remarks)]
    reviewed = review(findings.discrepancies, terms.accepted, remarks)
    skipped = tuple(sorted((one for one in told if isinstance(one, Skipped)), key=_place))
    report = _report(extracted, findings, reviewed, skipped, choice)
    return report if new is None else _narrowed(report, extracted, new)


def _report(
    extracted: tuple[Extracted, ...],
    findings: Findings,
    reviewed: Review,
    skipped: tuple[Skipped, ...],
    choice: Choice,
) -> Report:
    dropped = {id(claim) for one in findings.discrepancies if not choice.holds(one) for claim in one.claims}
    return Report(
        articles=len(extracted),
        mentions=sum(one.mentions for one in extracted),
        claims=sum(len(one.claims) for one in extracted),
        discrepancies=tuple(filter(choice.holds, reviewed.open)),
        comparables=tuple(one for one in findings.comparables if dropped.isdisjoint(map(id, one.claims))),
        alone=findings.alone,
        unbound=_unbound(extracted),
        skipped=skipped,
        notes=_notes(extracted),
        accepted=tuple(one for one in reviewed.accepted if choice.holds(one.discrepancy)),
        stale=reviewed.stale,
    )


def _narrowed(report: Report, extracted: tuple[Extracted, ...], new: Container[str]) -> Report:
    """The report on new articles alone: their counts, and what they take part in, told from their side."""

    def held(claims: Iterable[Claim]) -> bool:
        return any(claim.article.id in new for claim in claims)

    own = tuple(one for one in extracted if one.article.id in new)
    comparables = tuple(one for one in report.comparables if held(one.claims))
    met = {claim.id for one in comparables for claim in one.claims}
    return Report(
        articles=len(own),
        mentions=sum(one.mentions for one in own),
        claims=sum(len(one.claims) for one in own),
        discrepancies=_turned(report.discrepancies, new),
        comparables=comparables,
        alone=sum(claim.id not in met for one in own for claim in one.claims),
        unbound=_unbound(own),
        skipped=report.skipped,
        notes=_notes(own),
        accepted=tuple(
            Accepted(turned(one.discrepancy, new), one.reason, one.by)
            for one in report.accepted
            if concerns(one.discrepancy, new)
        ),
        stale=report.stale,
    )


def _turned(found: Iterable[Discrepancy], new: Container[str]) -> tuple[Discrepancy, ...]:
    return tuple(turned(one, new) for one in found if concerns(one, new))


def _unbound(extracted: Iterable[Extracted]) -> tuple[tuple[str, int], ...]:
    """How many mentions stayed unbound, by reason, in alphabetical order."""
    counts: Counter[str] = Counter()
    for one in extracted:
        counts.update(dict(one.unbound))
    return tuple(sorted(counts.items()))


def _notes(extracted: Iterable[Extracted]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(note for one in extracted for note in one.notes))


def _path(extracted: Extracted) -> tuple[str, str]:
    return extracted.article.path, extracted.article.id


def _place(skipped: Skipped) -> tuple[str, int, int, str]:
    return skipped.path, skipped.line or 0, skipped.column or 0, skipped.reason

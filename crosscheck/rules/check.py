"""A rule run against its own evidence: extraction and comparison come as arguments, what differs is told by lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from crosscheck.errors import Fault
from crosscheck.language.folding import unaccent
from crosscheck.model import Article, Claim, Discrepancy, Extracted, Interval, Origin, Part, Publication
from crosscheck.rules.rule import Case, Example, Expected, Piece, Rule

Trial = Literal["example", "counterexample", "case"]
Compare = Callable[[tuple[Extracted, ...]], Iterable[Discrepancy]]
RANK = ("agree", "tension", "conflict")
ENOUGH = (("example", 6), ("counterexample", 4), ("case", 2))
"""How much evidence a shipped rule carries at least."""


class Extractor(Protocol):
    """What reads claims out of an article, under the rules that it was made with."""

    def claims(self, article: Article) -> Extracted:
        """All claims of an article, of this rule and of others."""
        ...


@dataclass(frozen=True, slots=True)
class Failure:
    """A piece of a rule's evidence that does not hold: the `number`-th of its kind, from 1, and the lines that say why.

    Lines begin with "missing", "too much", "differs" or "expected".
    """

    rule: str
    path: str
    trial: Trial
    number: int
    text: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join((self.head, *(f"  {line}" for line in self.lines)))

    @property
    def head(self) -> str:
        """Which piece of evidence it is."""
        return f"{self.path}: {self.trial} {self.number} of {self.rule}: “{_short(self.text)}”"


def check(rule: Rule, extractor: Extractor, compare: Compare) -> tuple[Failure, ...]:
    """Every example, counter-example and case of a rule that fails, in the file's order."""
    return (*check_examples(rule, extractor), *check_cases(rule, extractor, compare))


def check_examples(rule: Rule, extractor: Extractor) -> tuple[Failure, ...]:
    """The examples and counter-examples that fail; a counter-example fails with any claim of the rule."""
    trials: tuple[tuple[Trial, tuple[Example, ...]], ...] = (
        ("example", rule.examples),
        ("counterexample", rule.counterexamples),
    )
    failures: list[Failure] = []
    for trial, examples in trials:
        for number, example in enumerate(examples, 1):
            found = _claims(extractor, article(rule, trial, number, example.piece), rule)
            if lines := tuple(differences(example.claims, found)):
                failures.append(Failure(rule.id, rule.path, trial, number, example.piece.text, lines))
    return tuple(failures)


def check_cases(rule: Rule, extractor: Extractor, compare: Compare) -> tuple[Failure, ...]:
    """The cases in which comparing gives another severity than expected; notes count as agreeing."""
    failures: list[Failure] = []
    for number, case in enumerate(rule.cases, 1):
        if lines := tuple(_verdict(rule, number, case, extractor, compare)):
            text = " / ".join(piece.text for piece in case.articles)
            failures.append(Failure(rule.id, rule.path, "case", number, text, lines))
    return tuple(failures)


def article(rule: Rule, trial: Trial, number: int, piece: Piece, order: int = 1) -> Article:
    """A piece of evidence as an article; the id tells rule, trial and order."""
    publication = Publication(
        id=f"{rule.id}/{trial}/{number}/{order}",
        path=rule.path,
        title=piece.title,
        outlet=piece.outlet,
        published=piece.published,
        lang=piece.lang,
    )
    title = (Part("title", 0, len(piece.title), "title"),) if piece.title else ()
    return Article(publication, Origin(rule.path, start=None), piece.text, (*title, Part("body", 0, len(piece.text))))


def differences(expected: Iterable[Expected], found: Iterable[Claim]) -> Iterator[str]:
    """What tells claims from those expected, paired by surface in the order of the text; nothing where all agree."""
    left = list(found)
    for wanted in expected:
        claim = _best(wanted, left)
        if claim is None:
            yield f"missing   {wanted.surface}{_told(wanted)}"
            continue
        left.remove(claim)
        yield from (f"differs   {wanted.surface}: {difference}" for difference in _unlike(wanted, claim))
    yield from (f"too much  {claim.mention.surface}: “{_short(claim.quote)}”" for claim in left)


def scant(rule: Rule) -> tuple[Fault, ...]:
    """What a rule lacks to be shipped: examples, counter-examples or cases."""
    counts = {"example": rule.examples, "counterexample": rule.counterexamples, "case": rule.cases}
    return tuple(
        Fault(rule.path, f"has {len(counts[name])} [[{name}]] tables; a shipped rule has at least {least}")
        for name, least in ENOUGH
        if len(counts[name]) < least
    )


def _claims(extractor: Extractor, read: Article, rule: Rule) -> tuple[Claim, ...]:
    found = (claim for claim in extractor.claims(read).claims if claim.quantity == rule.id)
    return tuple(sorted(found, key=lambda claim: (claim.part == "title", claim.mention.span)))


def _best(wanted: Expected, claims: list[Claim]) -> Claim | None:
    """The first claim of that surface that agrees in most."""
    same = [claim for claim in claims if claim.mention.surface.casefold() == wanted.surface.casefold()]
    return min(same, key=lambda claim: sum(1 for _ in _unlike(wanted, claim)), default=None)


def _plain(value: object) -> object:
    """A name without its accents: "Izmir" asks for the gazetteer's "İzmir"."""
    return unaccent(value).casefold() if isinstance(value, str) else value


def _unlike(wanted: Expected, claim: Claim) -> Iterator[str]:
    read = claim.mention.value.interval
    pairs: list[tuple[str, object, object]] = [
        ("value", wanted.value, wanted.value if _states(read, wanted.value) else read),
        ("modifier", wanted.modifier, claim.mention.modifier),
        ("scope", wanted.scope, claim.scope),
        ("when", wanted.when, claim.when),
        ("source", wanted.source, claim.source),
        ("modality", wanted.modality, claim.modality),
    ]
    for name, value in wanted.facets:
        facet = claim.facet(name)
        pairs.append((name, value, facet.value if facet else None))
    for name, asked, got in pairs:
        if asked is not None and asked != got and _plain(asked) != _plain(got):
            yield f"{name} is {_shown(got)}, expected {_shown(asked)}"


def _states(read: Interval, wanted: Interval | None) -> bool:
    """Whether a reading is the one expected; one number alone is also stated by "at least" or "up to" that number."""
    if wanted is None or read == wanted:
        return True
    ends = [end for end in (read.low, read.high) if end is not None]
    return wanted.is_point and len(ends) == 1 and bool(ends[0] == wanted.low)


def _verdict(rule: Rule, number: int, case: Case, extractor: Extractor, compare: Compare) -> Iterator[str]:
    read = tuple(
        extractor.claims(article(rule, "case", number, piece, order)) for order, piece in enumerate(case.articles, 1)
    )
    own = [found for found in compare(read) if found.quantity == rule.id]
    worst = max((RANK.index(found.severity) for found in own if found.severity in RANK), default=0)
    if RANK[worst] == case.expect:
        return
    yield f"expected  {case.expect}, got {RANK[worst]}"
    yield from (f"too much  {found.severity} {found.kind}: {found.message}" for found in own if found.severity in RANK)
    claims = (claim for extracted in read for claim in extracted.claims if claim.quantity == rule.id)
    yield from (f"read      {_read(claim)}" for claim in claims)


def _read(claim: Claim) -> str:
    facets = ", ".join(f"{facet.name} {facet.value}" for facet in claim.facets)
    told = (claim.mention.modifier, claim.scope, _shown(claim.when), facets)
    return f"{claim.mention.surface} ({'; '.join(part for part in told if part)}) in “{_short(claim.quote)}”"


def _told(wanted: Expected) -> str:
    told = [str(part) for part in (wanted.modifier, wanted.scope) if part]
    told.extend(f"{name} = {value}" for name, value in wanted.facets)
    return f" ({', '.join(told)})" if told else ""


def _shown(value: object) -> str:
    if not isinstance(value, Interval):
        return "unknown" if value is None else str(value)
    if value.is_point:
        return str(value.low)
    return "/".join(".." if end is None else str(end) for end in (value.low, value.high))


def _short(text: str, most: int = 100) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= most else folded[: most - 1] + "…"

"""Running a rule against its evidence: what agrees is silent, what differs is told line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from crosscheck.cli import main
from crosscheck.model import Article, Camp, Claim, Discrepancy, Extracted, Facet, Interval, Mention, Span, Value
from crosscheck.rules import load, shipped
from crosscheck.rules.check import article, check, differences, scant
from crosscheck.rules.reading import interpret
from crosscheck.rules.rule import Expected, Piece, Rule

HEAD = 'title = "T"\nunit = "people"\nfacets = ["place"]\n[words.en]\nparticiple = ["killed"]\n'


class Digits:
    """Reads every run of digits as a claim, under the rule `killed`, in the place named behind it."""

    def claims(self, article: Article) -> Extracted:
        found = [
            self._claim(article, part.field, match) for part in article.parts for match in self._read(article, part)
        ]
        return Extracted(article.publication, tuple(found))

    def _read(self, article: Article, part: object) -> Iterable[re.Match[str]]:
        return re.finditer(r"(\d+)(?: in (\w+))?", article.field(part.field))

    def _claim(self, article: Article, field: str, match: re.Match[str]) -> Claim:
        span = Span(match.start(1), match.end(1), field)
        value = Value(Interval.exactly(Decimal(match[1])))
        return Claim(
            quantity="killed",
            article=article.publication,
            mention=Mention("number", span, match[1], value),
            location=article.locate(span),
            quote=article.field(field),
            quote_start=span.start,
            quote_end=span.end,
            scope="event",
            facets=(Facet("place", match[2]),) if match[2] else (),
            part="title" if field == "title" else "body",
        )


def compare(extracted: tuple[Extracted, ...]) -> tuple[Discrepancy, ...]:
    """Sets claims of different values against each other; as a tension where they differ by one."""
    claims = [claim for each in extracted for claim in each.claims]
    values = sorted({claim.mention.value.interval.low for claim in claims})
    if len(values) < 2:
        return ()
    severity = "tension" if values[-1] - values[0] == 1 else "conflict"
    camps = tuple(Camp(claim.mention.value, (claim,)) for claim in claims)
    return (Discrepancy("value_conflict", severity, "killed", (), f"{values[0]} against {values[-1]}", "", camps),)


def failures(evidence: str) -> list[str]:
    rule = interpret(HEAD + evidence, id="killed", path="killed.toml")
    assert isinstance(rule, Rule), rule
    return [str(failure) for failure in check(rule, Digits(), compare)]


@pytest.mark.parametrize(
    "evidence",
    [
        pytest.param('[[example]]\ntext = "7 in Rome"\nclaims = [{ surface = "7", place = "Rome" }]', id="example"),
        pytest.param('[[example]]\ntext = "7 in Rome"\nclaims = [{ surface = "7" }]', id="what is not stated is free"),
        pytest.param(
            '[[example]]\ntitle = "7"\ntext = "7 in Rome"\n'
            'claims = [{ surface = "7", place = "Rome" }, { surface = "7" }]',
            id="title behind text",
        ),
        pytest.param(
            '[[example]]\ntext = "7 and 7 in Rome"\nclaims = [{ surface = "7", place = "Rome" }, { surface = "7" }]',
            id="the better of two",
        ),
        pytest.param('[[counterexample]]\ntext = "none"', id="counterexample"),
        pytest.param('[[case]]\nexpect = "agree"\narticles = [{ text = "7" }, { text = "7" }]', id="agree"),
        pytest.param('[[case]]\nexpect = "tension"\narticles = [{ text = "7" }, { text = "8" }]', id="tension"),
        pytest.param('[[case]]\nexpect = "conflict"\narticles = [{ text = "7" }, { text = "9" }]', id="conflict"),
    ],
)
def test_evidence_that_holds(evidence: str) -> None:
    assert failures(evidence) == []


FAILING = [
    pytest.param(
        '[[example]]\ntext = "seven"\nclaims = [{ surface = "seven", modifier = "vague", place = "Rome" }]',
        "killed.toml: example 1 of killed: “seven”\n  missing   seven (vague, place = Rome)",
        id="missing",
    ),
    pytest.param(
        '[[example]]\ntext = "7 or 8"\nclaims = [{ surface = "8" }]',
        "killed.toml: example 1 of killed: “7 or 8”\n  too much  7: “7 or 8”",
        id="too much",
    ),
    pytest.param(
        '[[example]]\ntext = "7 in Rome"\n'
        'claims = [{ surface = "7", value = "8/..", modifier = "approx", when = 2024-01-02, place = "Pisa" }]',
        "killed.toml: example 1 of killed: “7 in Rome”\n"
        "  differs   7: value is 7, expected 8/..\n"
        "  differs   7: modifier is exact, expected approx\n"
        "  differs   7: when is unknown, expected 2024-01-02\n"
        "  differs   7: place is Rome, expected Pisa",
        id="differs",
    ),
    pytest.param(
        '[[counterexample]]\ntext = "none"\n[[counterexample]]\ntext = "7"',
        "killed.toml: counterexample 2 of killed: “7”\n  too much  7: “7”",
        id="counterexample",
    ),
    pytest.param(
        '[[case]]\nexpect = "agree"\narticles = [{ text = "7" }, { text = "9 in Rome" }]',
        "killed.toml: case 1 of killed: “7 / 9 in Rome”\n"
        "  expected  agree, got conflict\n"
        "  too much  conflict value_conflict: 7 against 9\n"
        "  read      7 (exact; event; unknown) in “7”\n"
        "  read      9 (exact; event; unknown; place Rome) in “9 in Rome”",
        id="case",
    ),
]


@pytest.mark.parametrize(("evidence", "told"), FAILING)
def test_evidence_that_fails(evidence: str, told: str) -> None:
    assert failures(evidence) == [told]


def test_claims_of_other_rules_are_not_looked_at() -> None:
    rule = interpret(HEAD + '[[counterexample]]\ntext = "7"\n', id="other", path="other.toml")
    assert isinstance(rule, Rule)
    assert check(rule, Digits(), compare) == ()


def test_a_piece_as_an_article() -> None:
    rule = interpret(HEAD, id="killed", path="killed.toml")
    assert isinstance(rule, Rule)
    piece = Piece("Text.", "Title", date(2024, 1, 2), "The Post", "es")
    read = article(rule, "case", 3, piece, 2)
    assert (read.publication.id, read.publication.title, read.publication.outlet) == (
        "killed/case/3/2",
        "Title",
        "The Post",
    )
    assert (read.publication.published, read.publication.lang, read.text) == (date(2024, 1, 2), "es", "Text.")
    assert [(part.role, part.start, part.end, part.field) for part in read.parts] == [
        ("title", 0, 5, "title"),
        ("body", 0, 5, "text"),
    ]


def test_nothing_expected_and_nothing_found() -> None:
    assert not list(differences((), ()))
    assert list(differences((Expected("7"),), ())) == ["missing   7"]


def test_shipped_rules_carry_enough_evidence() -> None:
    assert [str(fault) for rule in load([shipped()]) for fault in scant(rule)] == []


def test_the_evidence_of_shipped_rules_holds(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["rules", "test"])
    assert status == 0, capsys.readouterr().out


def test_scant_evidence_is_told() -> None:
    rule = interpret(HEAD + '[[counterexample]]\ntext = "7"\n', id="killed", path="killed.toml")
    assert isinstance(rule, Rule)
    assert [fault.what for fault in scant(rule)] == [
        "has 0 [[example]] tables; a shipped rule has at least 6",
        "has 1 [[counterexample]] tables; a shipped rule has at least 4",
        "has 0 [[case]] tables; a shipped rule has at least 2",
    ]

"""A discrepancy is the same one while the same is said, wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crosscheck.model import Camp, Claim, Discrepancy, Interval, Location, Report, Value
from crosscheck.model.identity import identify


def mapped(found: Discrepancy, change: object) -> Discrepancy:
    camps = tuple(replace(camp, claims=tuple(change(claim) for claim in camp.claims)) for camp in found.camps)
    return replace(found, camps=camps)


def test_moving_the_text_keeps_the_id(canonical: Report) -> None:
    def move(claim: Claim) -> Claim:
        place = Location("elsewhere/" + claim.location.path, 400, 1, 400, 3)
        article = replace(claim.article, id="elsewhere", path=place.path)
        return replace(claim, location=place, article=article)

    for found in canonical.discrepancies[:2]:
        assert identify([mapped(found, move)]) == identify([found])


def test_tidying_the_quote_keeps_the_id(canonical: Report) -> None:
    found = canonical.discrepancies[0]
    tidy = mapped(found, lambda claim: replace(claim, quote=claim.quote.upper().replace(" ", "\u00a0 ")))
    assert identify([tidy]) == identify([found])


def test_an_article_that_joins_a_side_later_keeps_the_id(canonical: Report) -> None:
    found = canonical.discrepancies[0]
    first, *rest = found.camps
    early, late = first.claims
    alone = replace(found, camps=(replace(first, claims=(early,)), *rest))
    assert identify([alone]) == identify([found])
    assert identify([replace(found, camps=(replace(first, claims=(late,)), *rest))]) != identify([found])


def test_the_order_of_sides_and_of_claims_does_not_matter(canonical: Report) -> None:
    found = canonical.discrepancies[0]
    turned = replace(found, camps=tuple(replace(camp, claims=camp.claims[::-1]) for camp in found.camps[::-1]))
    assert identify([turned]) == identify([found])


def test_a_changed_figure_or_quantity_is_another_discrepancy(canonical: Report) -> None:
    found = canonical.discrepancies[0]
    risen = Camp(Value(Interval.exactly(Decimal(20))), found.camps[-1].claims)
    ids = identify([found, replace(found, camps=(*found.camps[:-1], risen)), replace(found, quantity="injured")])
    assert len({id.partition("-")[0] for id in ids}) == 3


def test_one_finding_made_twice_has_two_ids(canonical: Report) -> None:
    found = canonical.discrepancies[1]
    first, second = identify([found, found])
    assert second == f"{first}-2"


def test_spelling_variants_are_known_by_their_spellings(canonical: Report) -> None:
    spelling = canonical.discrepancies[2]
    fewer = replace(spelling, sites=spelling.sites[:2])
    again = replace(spelling, sites=spelling.sites[1::-1])
    assert identify([fewer]) == identify([again]) != identify([spelling])

"""Which claims are compared as of one event: no totals that grow, no bare parts, nothing denied or only foretold."""

from __future__ import annotations

from typing import Any

import pytest

from tests.comparison.factory import claim, found


def compared(**told: Any) -> bool:
    """Whether a claim so told is set against a plain one of another figure."""
    findings = found(claim(17, outlet="Post"), claim(29, outlet="Times", **told))
    return any(
        {"17", "29"} <= {c.mention.surface for camp in d.camps for c in camp.claims} for d in findings.discrepancies
    )


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({}, True, id="as any other"),
        pytest.param({"scope": "running_total"}, False, id="a total that grows"),
        pytest.param({"modality": "denied"}, False, id="denied"),
        pytest.param({"modality": "predicted"}, False, id="foretold"),
        pytest.param({"scope": "part"}, False, id="a part of who knows whom"),
        pytest.param({"kind": "ordinal"}, False, id="which one, not how many"),
    ],
)
def test_what_takes_part(told: dict[str, Any], expected: bool) -> None:
    assert compared(**told) is expected


@pytest.mark.parametrize(("of", "expected"), [("duration", True), ("deaths", False)])
def test_what_is_foretold_counts_of_lengths_alone(of: str, expected: bool) -> None:
    """How long a thing will last was decided; how many will die was not."""
    kind = "duration" if of == "duration" else "number"
    unit = "day" if of == "duration" else None
    first, second = (
        claim(days, of=of, kind=kind, unit=unit, outlet=outlet, modality="predicted", facets={"subject": "the truce"})
        for days, outlet in ((5, "Post"), (9, "Times"))
    )
    assert bool(found(first, second).discrepancies) is expected


def test_parts_of_one_group_are_compared() -> None:
    first, second = (
        claim(n, outlet=outlet, scope="part", facets={"group": "children"}) for n, outlet in ((5, "Post"), (9, "Times"))
    )
    assert found(first, second).discrepancies

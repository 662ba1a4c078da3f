"""What machines are told: exact fields, exact values, and nothing lost on the way back."""

from __future__ import annotations

import json
import re
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.model import Claim, Interval, Report, Tally
from crosscheck.reporting import RENDERERS, Options, Quantity, jsonl, wire
from crosscheck.reporting.readback import read_claim
from tests.reporting.samples import DEATHS, QUANTITIES
from tests.reporting.strategies import CLAIMS

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@given(CLAIMS, st.lists(st.text("abcdefgh_", min_size=1, max_size=8), max_size=3, unique=True))
def test_a_claim_written_and_read_back_is_itself(claim: Claim, facets: list[str]) -> None:
    line = jsonl.claim(claim, Quantity(claim.quantity, "", "people", tuple(facets)))
    assert read_claim(json.loads(line)) == claim


@given(CLAIMS)
def test_a_line_is_one_line_and_holds_nothing_a_terminal_obeys(claim: Claim) -> None:
    line = jsonl.claim(claim, DEATHS)
    assert line.splitlines() == [line[:-1]]
    assert not CONTROLS.search(line[:-1])
    line.encode("utf-8")


@given(CLAIMS)
def test_a_mention_has_the_fields_of_the_contract(claim: Claim) -> None:
    record = json.loads(jsonl.mention("a", Tally(claim.mention, (), "no_rule"), claim.location))
    assert list(record) == [
        "schema", "article", "kind", "span", "location", "surface", "value", "modifier", "modifier_surface", "unit",
        "noun", "timex", "bound_by", "unbound_because",
    ]  # fmt: skip
    assert (record["surface"], record["bound_by"], record["unbound_because"]) == (claim.mention.surface, [], "no_rule")


def test_a_claim_tells_every_facet_of_its_rule_and_null_where_unknown(canonical: Report) -> None:
    record = wire.claim(canonical.discrepancies[0].claims[0], DEATHS)
    assert record["facets"] == {"place": "Juliaca", "group": None}
    assert record["within"] == {"place": ["Juliaca", "Puno", "Peru"]}
    assert record["when"] == {"low": "2023-01-09", "high": "2023-01-09"}
    assert (record["unit"], record["surface"], record["modifier"]) == ("people", "Seventeen", "exact")


@pytest.mark.parametrize(
    ("bound", "written"),
    [
        pytest.param(Decimal(17), 17, id="whole"),
        pytest.param(Decimal("17.0"), 17, id="whole, though written with a point"),
        pytest.param(Decimal("4.5"), 4.5, id="part"),
        pytest.param(Decimal(1) / 3, 0.3333333333333333, id="a third, as exact as a double"),
        pytest.param(Decimal("2.6E+6"), 2_600_000, id="million"),
        pytest.param(Decimal("1E+999999"), None, id="beyond what JSON readers hold: unbounded, at once"),
        pytest.param(date(2023, 1, 9), "2023-01-09", id="day"),
        pytest.param(time(8, 30), "08:30", id="time of day"),
        pytest.param(None, None, id="unbounded"),
    ],
)
def test_bounds_are_written_as_the_contract_says(bound: Any, written: Any) -> None:
    record = wire.value(Interval(bound, bound))
    assert record == {"low": written, "high": written, "low_open": False, "high_open": False}
    assert type(record["low"]) is type(written)


def test_the_report_object_holds_each_named_claim_once_and_its_counts(canonical: Report) -> None:
    record = json.loads(RENDERERS["json"](canonical, Options(quantities=QUANTITIES)))
    ids = [claim["id"] for claim in record["claims"]]
    named = {id for found in record["discrepancies"] for camp in found["camps"] for id in camp["claims"]}
    named |= {id for found in record["discrepancies"] for id in found["beside"]}
    assert len(ids) == len(set(ids)) == 7
    assert set(ids) == named
    assert record["summary"] == {
        "articles": 4,
        "mentions": 61,
        "claims": 9,
        "comparables": 2,
        "discrepancies": {"conflict": 1, "tension": 1, "note": 1},
        "accepted": 0,
    }
    assert record["discrepancies"][0]["key"] == {"place": "Juliaca", "when": "2023-01-09"}
    assert record["discrepancies"][2]["places"][0]["surface"] == "Otárola"
    assert record["skipped"][1] == {
        "path": "seeds/feed.jsonl", "line": 14, "column": 3,
        "reason": "not JSON: a quote is missing; mend the line or delete it",
    }  # fmt: skip


def test_agreement_is_listed_on_request_with_its_claims(canonical: Report) -> None:
    silent = json.loads(RENDERERS["json"](canonical, Options()))
    asked = json.loads(RENDERERS["json"](canonical, Options(show_compatible=True)))
    assert silent["compatible"] == []
    assert [one["key"]["place"] for one in asked["compatible"]] == ["Cusco"]
    assert set(asked["compatible"][0]["claims"]) <= {claim["id"] for claim in asked["claims"]}


def test_an_empty_report_is_a_whole_report() -> None:
    record = json.loads(RENDERERS["json"](Report(0, 0, 0, ()), Options()))
    assert (record["schema"], record["discrepancies"], record["claims"]) == ("crosscheck/report/1", [], [])
    assert RENDERERS["jsonl"](Report(0, 0, 0, ()), Options()) == ""


def test_a_discrepancy_line_stands_alone(canonical: Report) -> None:
    lines = RENDERERS["jsonl"](canonical, Options(quantities=QUANTITIES)).splitlines()
    first = json.loads(lines[0])
    assert len(lines) == 3
    assert {claim["id"] for claim in first["claims"]} == {
        *(id for camp in first["camps"] for id in camp["claims"]), *first["beside"],
    }  # fmt: skip


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_every_machine_format_is_harmless_on_a_terminal(canonical: Report, name: str) -> None:
    text = RENDERERS[name](canonical, Options(quantities=QUANTITIES))
    assert not CONTROLS.search(text.replace("\n", ""))
    text.encode("utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param({"schema": "crosscheck/claim/2"}, "'schema' is 'crosscheck/claim/2'", id="another version"),
        pytest.param({"value": None}, "a value of the wrong kind", id="a field of the wrong kind"),
        pytest.param({"article": {}}, "the field 'published' is missing", id="a missing field"),
        pytest.param({"quote_span": [1]}, "not enough values", id="half a span"),
    ],
)
def test_a_record_that_is_no_claim_says_why(canonical: Report, change: dict[str, Any], message: str) -> None:
    record = wire.claim(canonical.discrepancies[0].claims[0], DEATHS) | change
    with pytest.raises(ValueError, match=re.escape(message)):
        read_claim(record)

"""The published schemas say exactly what is written: no field more, none fewer."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from crosscheck.model import Accepted, Claim, Report, Stale, Tally
from crosscheck.reporting import RENDERERS, Options, jsonl, wire
from crosscheck.reporting.schema import SCHEMAS
from tests.reporting.samples import DEATHS, QUANTITIES
from tests.reporting.strategies import CLAIMS


def closed(schema: Any) -> Any:
    """The same schema, allowing no field that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return inner | {"additionalProperties": False} if "properties" in inner and "required" in inner else inner


VALIDATORS = {name: Draft202012Validator(closed(schema())) for name, schema in SCHEMAS.items()}


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_each_schema_is_itself_valid(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name]())


@settings(max_examples=40)
@given(CLAIMS)
def test_claims_and_mentions_follow_their_schemas(claim: Claim) -> None:
    VALIDATORS["claim"].validate(json.loads(jsonl.claim(claim, DEATHS)))
    VALIDATORS["mention"].validate(json.loads(jsonl.mention("a", Tally(claim.mention), claim.location)))


@pytest.mark.parametrize("show", [False, True], ids=["short", "with agreement"])
def test_reports_follow_their_schemas(canonical: Report, show: bool) -> None:
    first, *rest = canonical.discrepancies
    reviewed = (Accepted(first, "reviewed", "the desk"),)
    stale = (Stale("book.toml", "matches nothing", 3), Stale("book.toml", "is not understood"))
    canonical = replace(canonical, discrepancies=tuple(rest), accepted=reviewed, stale=stale)
    options = Options(quantities=QUANTITIES, show_compatible=show, show_accepted=show)
    VALIDATORS["report"].validate(json.loads(RENDERERS["json"](canonical, options)))
    for line in RENDERERS["jsonl"](canonical, options).splitlines():
        VALIDATORS["discrepancy"].validate(json.loads(line))


def test_fields_are_listed_in_the_order_in_which_they_are_written(canonical: Report) -> None:
    options = Options(quantities=QUANTITIES)
    report = wire.report(canonical, options)
    assert list(report) == SCHEMAS["report"]()["required"]
    assert list(report["claims"][0]) == SCHEMAS["claim"]()["required"]

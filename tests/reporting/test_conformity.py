"""Records from outside are held to the published schema, and told what is wrong by the field's name."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from crosscheck.model import Claim
from crosscheck.reporting import jsonl
from crosscheck.reporting.conformity import fault
from crosscheck.reporting.schema import SCHEMAS
from tests.reporting.samples import DEATHS
from tests.reporting.strategies import CLAIMS

CLAIM = SCHEMAS["claim"]()
VALIDATOR = Draft202012Validator(CLAIM, format_checker=Draft202012Validator.FORMAT_CHECKER)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def record(claim: Claim) -> dict[str, Any]:
    told = json.loads(jsonl.claim(claim, DEATHS))
    assert isinstance(told, dict)
    return told


@given(CLAIMS)
def test_what_is_written_conforms(claim: Claim) -> None:
    assert fault(record(claim), CLAIM) is None


@given(CLAIMS, st.data())
def test_it_judges_as_any_validator_does(claim: Claim, data: st.DataObject) -> None:
    told = record(claim)
    where = told
    while True:
        field = data.draw(st.sampled_from(sorted(where)))
        if not isinstance(where[field], dict) or not where[field] or data.draw(st.booleans()):
            break
        where = where[field]
    if data.draw(st.booleans()):
        del where[field]
    else:
        where[field] = data.draw(JSON)
    assert (fault(told, CLAIM) is None) == VALIDATOR.is_valid(told)


@pytest.mark.parametrize(
    ("told", "schema", "expected"),
    [
        ([], {"type": "object"}, "the record is [], no object"),
        ({"a": {}}, {"type": "object", "properties": {"a": {"type": "string"}}}, "the field 'a' is {}, no string"),
        (["x", 1], {"type": "array", "items": {"type": "string"}}, "the field '[1]' is 1, no string"),
        ("c", {"enum": ["a", "b"]}, "the record is 'c', none of a, b"),
        (True, {"type": ["number", "null"]}, "the record is True, no number or null"),
        ("x" * 99, {"const": 1}, f"the record is '{'x' * 39}…, not 1"),
    ],
)
def test_messages_name_the_field_and_the_value(told: Any, schema: dict[str, Any], expected: str) -> None:
    assert fault(told, schema) == expected

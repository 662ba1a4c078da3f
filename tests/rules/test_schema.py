"""The JSON Schema of rule files: it takes what validation takes, and refuses what validation finds misshapen."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator

from crosscheck.rules import shipped
from crosscheck.rules.grammar import RULE, keys_of
from crosscheck.rules.schema import schema
from crosscheck.rules.skeleton import skeleton
from crosscheck.rules.vocabulary import ROLES

VALIDATOR = Draft202012Validator(schema())
FILES = sorted(shipped().rglob("*.toml"))


def as_json(value: Any) -> Any:
    """What an editor's TOML plug-in hands to a schema: dates as text."""
    match value:
        case dict():
            return {key: as_json(part) for key, part in value.items()}
        case list():
            return [as_json(part) for part in value]
        case date():
            return value.isoformat()
        case Decimal():
            return float(value)
        case _:
            return value


def read(text: str) -> Any:
    return as_json(tomli.loads(text))


def test_is_itself_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


def test_tells_every_key_and_role() -> None:
    made = schema()
    assert tuple(made["properties"]) == keys_of(RULE)
    (words,) = made["properties"]["words"]["patternProperties"].values()
    assert {role: entry["description"] for role, entry in words["properties"].items()} == ROLES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_takes_every_shipped_rule(file: Path) -> None:
    assert not [error.message for error in VALIDATOR.iter_errors(read(file.read_text(encoding="utf-8")))]


def test_takes_a_new_rule() -> None:
    VALIDATOR.validate(read(skeleton("trees_felled")))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no title"),
        pytest.param('title = "T"\ntopic = "x"', id="unknown key"),
        pytest.param("title = 3", id="number for text"),
        pytest.param('title = " "', id="blank text"),
        pytest.param('title = "T"\nscope = "event"', id="text for a list"),
        pytest.param('title = "T"\nscope = ["whole"]', id="unknown scope"),
        pytest.param('title = "T"\n[words.en]\nnouns = ["x"]', id="unknown role"),
        pytest.param('title = "T"\n[words.english]\nnoun = ["x"]', id="no language code"),
        pytest.param('title = "T"\n[words.en]\nnoun = ["a (b)"]', id="brackets in a word"),
        pytest.param('title = "T"\n[compare]\napproximate = "a bit"', id="width"),
        pytest.param('title = "T"\n[[pattern]]\nlang = "en"', id="pattern without a text"),
        pytest.param('title = "T"\n[[example]]\ntext = "x"\nclaims = [{ value = 1 }]', id="claim without a surface"),
        pytest.param(
            'title = "T"\n[[example]]\ntext = "x"\nclaims = [{ surface = "1", value = "1-2" }]', id="value of one end"
        ),
        pytest.param('title = "T"\n[[case]]\nexpect = "clash"\narticles = [{ text = "x" }]', id="verdict"),
    ],
)
def test_refuses_what_has_not_the_shape(text: str) -> None:
    assert not VALIDATOR.is_valid(read(text))

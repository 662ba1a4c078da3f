"""Places in TOML: every key and value is found where it is written, whatever stands in the strings around it."""

from __future__ import annotations

from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.rules.positions import Path, characters, locate

TEXT = '''\
# a comment with [brackets] and key = 1
title = "a [table] = # no comment" # one
"quoted key" = 'lit\\eral'
dotted.name.'of three' = 3

[words.en]
participle = [ # the list
  "killed", "shot \\"dead\\"",
  'slain',   # another
]
long = """
first = "no key"
[nor.a.table]
"""
[[sense]]
set = { side = "for", "a b" = { c = [1, {d = 2}] } }
[sense.words.en]
noun = ["ayes"]
[[sense]]
set = { side = "against" }
when = 1979-05-27 07:32:00
'''


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 2, 1),
        (("quoted key",), 3, 1),
        (("dotted", "name", "of three"), 4, 13),
        (("words", "en"), 6, 8),
        (("words", "en", "long"), 11, 1),
        (("sense", 0), 15, 1),
        (("sense", 0, "set", "side"), 16, 9),
        (("sense", 0, "words", "en", "noun"), 18, 1),
        (("sense", 1, "when"), 21, 1),
        (("sense", 1, "no", "such"), 19, 1),
        (("nothing",), 1, 1),
    ],
)
def test_keys(path: Path, line: int, column: int) -> None:
    assert locate(TEXT).key(path) == (line, column)


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        (("title",), 2, 9),
        (("words", "en", "participle", 0), 8, 3),
        (("words", "en", "participle", 1), 8, 13),
        (("words", "en", "participle", 2), 9, 3),
        (("sense", 0, "set", "a b", "c", 1, "d"), 16, 46),
        (("sense", 1, "set", "side"), 20, 16),
        (("sense", 1, "when"), 21, 8),
        (("words", "en"), 6, 8),
    ],
)
def test_values(path: Path, line: int, column: int) -> None:
    assert locate(TEXT).value(path) == (line, column)


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ('a = "bodies {x}"', 7, 1, 13),
        ('a = "b\\u0041c"', 2, 1, 13),
        ("a = 'b\\c'", 2, 1, 8),
        ('a = """\nfirst\nsecond"""', 6, 3, 1),
        ('a = """\nfirst \\\n   second"""', 6, 3, 4),
        ('a = "bc"', 2, 1, 8),
    ],
)
def test_characters_of_a_string(text: str, offset: int, line: int, column: int) -> None:
    assert locate(text).inside(("a",), offset) == (line, column)


@given(st.text(alphabet="ab\"'\\\n\t#=[]é€\x01", max_size=12), st.sampled_from(['"', '"""', "'", "'''"]))
def test_characters_are_those_that_the_parser_reads(text: str, marks: str) -> None:
    written = f"a = {marks}{text}{marks}"
    try:
        value = tomli.loads(written)
    except tomli.TOMLDecodeError:
        return
    if set(value) == {"a"} and isinstance(value["a"], str):
        end = locate(written).values[("a",)][1]
        assert "".join(sign for _, sign in characters(written, 4, end)) == value["a"]


KEY = st.one_of(st.from_regex(r"[a-z0-9_-]{1,4}", fullmatch=True), st.text("a.b [\"'#=", max_size=3))
SCALAR = st.one_of(st.integers(-9, 9), st.booleans(), st.text("ab \"'\\#[]{}=,\n", max_size=8), st.dates())
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEY, inner, max_size=3)),
    max_leaves=6,
)
DOCUMENT = st.dictionaries(
    KEY,
    st.one_of(
        VALUE,
        st.dictionaries(KEY, VALUE, max_size=3),
        st.lists(st.dictionaries(KEY, VALUE, max_size=3), min_size=1, max_size=3),
    ),
    max_size=5,
)


def _quoted(text: str, draw: st.DataObject) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    if draw.draw(st.booleans()) and "\\" not in text and "'" not in text and "\n" not in text:
        return f"'{text}'"
    if draw.draw(st.booleans()):
        return f'"""\n{escaped}"""'
    return '"' + escaped.replace("\n", "\\n") + '"'


def _written(value: Any, draw: st.DataObject) -> str:
    blank = draw.draw(st.sampled_from(["", " ", " # [a] = 1\n "]))
    match value:
        case bool():
            return str(value).lower()
        case str():
            return _quoted(value, draw)
        case list():
            return "[" + ",".join(blank + _written(part, draw) for part in value) + blank + "]"
        case dict():
            return "{" + ", ".join(f"{_key(k)} = {_written(v, draw)}" for k, v in value.items()) + "}"
        case _:
            return str(value)


def _document(document: dict[str, Any], draw: st.DataObject) -> str:
    """A document in TOML, its tables last."""
    lines, tables = [], []
    for name, value in document.items():
        key = _key(name)
        inline = draw.draw(st.booleans())
        if isinstance(value, dict) and not inline:
            tables.append(f"[{key}]\n" + _pairs(value, draw))
        elif isinstance(value, list) and value and all(isinstance(part, dict) for part in value) and not inline:
            tables.extend(f"[[ {key} ]]\n" + _pairs(part, draw) for part in value)
        else:
            lines.append(f"{key}={_written(value, draw)}\n")
    return "".join((*lines, *tables))


def _pairs(table: dict[str, Any], draw: st.DataObject) -> str:
    return "".join(f" {_key(k)} = {_written(v, draw)} # {{\n" for k, v in table.items())


def _key(name: str) -> str:
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _leaves(value: Any, path: Path = ()) -> dict[Path, Any]:
    if isinstance(value, dict):
        return {deep: leaf for key, part in value.items() for deep, leaf in _leaves(part, (*path, key)).items()}
    if isinstance(value, list):
        return {deep: leaf for at, part in enumerate(value) for deep, leaf in _leaves(part, (*path, at)).items()}
    return {path: value}


@settings(max_examples=50)
@given(DOCUMENT, st.data())
def test_every_value_is_where_its_place_says(document: dict[str, Any], draw: st.DataObject) -> None:
    text = _document(document, draw)
    read = tomli.loads(text)
    positions = locate(text)
    for path, leaf in _leaves(read).items():
        start, end = positions.values[path]
        assert tomli.loads(f"v = {text[start:end]}\n")["v"] == leaf


def test_what_stands_deep_gets_the_place_around_it() -> None:
    text = "ok = 1\nx = " + "[" * 80 + "]" * 80 + "\n"
    assert tomli.loads(text)
    assert locate(text).value(("x", *[0] * 70))[0] == 2

"""The page on configuration is made from the grammar; `pytest --update-cases` writes it anew."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from crosscheck.configuration.grammar import CONFIGURATION
from crosscheck.configuration.reading import read
from crosscheck.rules.shapes import Flag, Key, ListOf, Number, OneOf, Shape, Stretch, Table, Text

HEAD = """# Configuration

<!-- Made from crosscheck/configuration/grammar.py by tests/test_pages.py; change it there. -->

Settings stand in `crosscheck.toml`, or in the table `[tool.crosscheck]` of `pyproject.toml`; the nearest file upward
from the first path that is read is heeded, and of the two in one folder `crosscheck.toml`. Paths are relative to the
file. Options of the command go before settings; `--config FILE` names a file, `--isolated` heeds none,
`--show-settings` prints what a run is held to and `--show-files` what it reads; `--limit seconds=60` sets one of the
`[limits]`, and `crosscheck schema configuration` is a JSON Schema for editors.

```toml
paths = ["articles"]
extend-rules = ["rules"]
ignore = ["spelling_variant"]
fail-on = "tension"

[severity]
title_vs_body = "note"

[[event]]
name = "Black Monday"
place = "Juliaca, Puno"
date = 2023-01-09

[[place]]
name = "Mercado Viejo"
within = "Juliaca, Puno"

[[name]]
name = "Alberto Otárola"
aliases = ["Alberto Otarola", "Otarola"]
```
"""


def told(shape: Shape) -> str:
    match shape:
        case Text():
            return "text"
        case Flag():
            return "true or false"
        case OneOf(words):
            return ", ".join(f"`{word}`" for word in words)
        case Stretch():
            return "a date, or “first/last”"
        case Number():
            return "a number"
        case ListOf(item):
            return "tables" if isinstance(item, Table) else f"list of {told(item)}"
        case Table():
            return "table"
    raise AssertionError(shape)


def rows(keys: tuple[Key, ...]) -> Iterator[str]:
    yield "| key | value | |\n| --- | --- | --- |\n"
    for key in keys:
        yield f"| `{key.name}` | {told(key.shape)} | {key.about.replace('|', chr(92) + '|')} |\n"


def page() -> str:
    parts = [HEAD, "\n", *rows(CONFIGURATION.keys)]
    for key in CONFIGURATION.keys:
        item = key.shape.item if isinstance(key.shape, ListOf) else key.shape
        if isinstance(item, Table) and item.keys:
            table = f"[[{key.name}]]" if isinstance(key.shape, ListOf) else f"[{key.name}]"
            parts += [f"\n## `{table}`\n\n", *rows(item.keys)]
    return "".join(parts)


def test_the_page_is_the_grammar(root: Path, request: pytest.FixtureRequest) -> None:
    file = root / "docs" / "configuration.md"
    if request.config.getoption("--update-cases"):
        file.write_text(page(), "utf-8")
    assert file.read_text("utf-8") == page()


def test_its_example_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD.partition("```toml\n")[2].partition("```")[0]
    monkeypatch.chdir(tmp_path)
    Path("crosscheck.toml").write_text(text, "utf-8")
    assert read(Path("crosscheck.toml")).paths == ("articles",)
    assert tomllib.loads(text)["fail-on"] == "tension"

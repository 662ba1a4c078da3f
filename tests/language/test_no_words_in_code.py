"""No code knows a language: a word of a pack stands in a Python file only as the name of something.

What is searched: every string of the floors that read text, whole or as a part of a regular expression, but for
docstrings and messages. What is allowed: names that packs themselves give to tables, classes, slots and constructions,
the names in the model's Literals and in the closed lists of rule files, keys looked up in a table, and `ALLOWED`. Words
that are in no pack cannot be found by this test.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import tomli

from crosscheck.language.packs import ROOT, languages
from crosscheck.rules import vocabulary

PACKAGE = ROOT.parent
READING = ("language", "extraction", "intake")
FILES = [path for floor in READING for path in sorted((PACKAGE / floor).rglob("*.py"))]
SLOT = re.compile(r"\{(?:<!|[!<>])?([a-z_]+)\d?(?::([a-z_]+)\d?)?\}")
PHRASE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
LETTERS = re.compile(r"[^\W\d_]{3,}")
# What of an expression is no text: escapes, classes of characters, names of groups, flags.
SYNTAX = re.compile(r"\\.|\[[^\]]*\]|\(\?P?[=<][^>)]*>?|\(\?[a-z]+[:)]|\{[^}]*\}")
# Keys of packs whose values are names and no words of the language, by file.
NAMING = {
    "constructions": {"id", "also", "figure", "shares", "scope", "not_after", "inside"},
    "dates": {"op", "order", "half"},
    "grammar": {"head"},
    "inflection": {"inflects"},
    "money": {"like"},
    "modifiers": {"means"},
    "vagueness": {"article"},
}
# Letters by themselves, and the name of a way to bind.
ALLOWED = {
    "folding.py": {"o", "l", "ss", "ae", "d", "i", "oe", "th"},  # plain spellings of letters that bear no accent
    "spelling.py": {"il"},  # letters that look alike
    "digits.py": {"e"},  # the exponent of 1e6
    "company.py": {"company"},
    "index.py": {"blocks", "firsts"},  # parts of the file of places
    "build.py": {"bytes"},
}


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string of a table with the key that it stands under."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, key)
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from strings(each, name)


def items(value: Any) -> Iterator[tuple[str, Any]]:
    """Every key of a table and of the tables in it, with its value."""
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from items(each)
    if isinstance(value, dict):
        yield from value.items()


@cache
def packs() -> tuple[tuple[str, dict[str, Any]], ...]:
    files = [path for lang in languages() for path in sorted((ROOT / lang).glob("*.toml"))]
    return tuple((path.stem, tomli.loads(path.read_text(encoding="utf-8"))) for path in files)


@cache
def names() -> frozenset[str]:
    """Names that code may use for what a pack, the model or a rule file calls by them."""
    found = {stem for stem, _ in packs()} | set(languages()) | {"little"}  # the order of bytes
    for stem, data in packs():
        found.update(key for key, value in items(data) if not isinstance(value, int))
        found.update(value for key, value in strings(data) if key in NAMING.get(stem, ()))
        found.update(each for _, value in strings(data) for match in SLOT.findall(value) for each in match)
    classes = [each for stem, data in packs() if stem == "grammar" for each in strings(data["without"])]
    found.update(value for _, value in classes)
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
                found.update(str(each.value) for each in ast.walk(node.slice) if isinstance(each, ast.Constant))
    for table in (vocabulary.KINDS, vocabulary.SCOPES, vocabulary.ROLES, vocabulary.FACETS, vocabulary.SLOTS):
        found.update(table)
    found.update(vocabulary.MARKS, vocabulary.MODALITIES, vocabulary.SEVERITIES)
    return frozenset(found)


@cache
def words() -> frozenset[str]:
    """Every word and phrase of every pack."""
    listed = {value.lower() for _, data in packs() for key, value in strings(data) if key not in ("text", "example")}
    numbers = {key for _, data in packs() for key, value in items(data) if type(value) is int}
    return frozenset(listed | numbers)


def literals(tree: ast.Module) -> Iterator[tuple[int, str, bool]]:
    """Line, text and whether it is an expression, of every string that is neither docstring, message nor key."""
    skipped: set[int] = set()
    patterns: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            skipped.add(id(node.body[0].value))  # type: ignore[attr-defined]
        elif isinstance(node, ast.Raise | ast.Subscript):
            skipped.update(map(id, ast.walk(node.slice if isinstance(node, ast.Subscript) else node)))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("get", "field"):
            skipped.update(id(each) for each in node.args[:1])
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id[:2] == "__" for t in node.targets):
            skipped.update(map(id, ast.walk(node)))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "re.finditer", "re.match"):
            patterns.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in patterns:
            skipped.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.lineno, node.value, id(node) in patterns


def found_in(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed = names() | ALLOWED.get(path.name, set())
    found: list[str] = []
    for line, text, pattern in literals(tree):
        parts = LETTERS.findall(SYNTAX.sub(" ", text)) if pattern else PHRASE.findall(text)
        whole = pattern or PHRASE.fullmatch(text.strip()) is not None
        found += [f"{path.name}:{line}: {part}" for part in parts if whole and part.lower() in words() - allowed]
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_word_of_a_language_stands_in_code(path: Path) -> None:
    assert found_in(path) == []


def test_a_word_in_code_is_found(tmp_path: Path) -> None:
    source = '"""The words."""\nimport re\nWAS = ("was", "fueron")\nDAY = re.compile(r"\\b(?:yesterday|ayer)\\b")\n'
    (tmp_path / "wrong.py").write_text(source, encoding="utf-8")
    assert [each.rpartition(" ")[2] for each in found_in(tmp_path / "wrong.py")] == [
        "was",
        "fueron",
        "yesterday",
        "ayer",
    ]

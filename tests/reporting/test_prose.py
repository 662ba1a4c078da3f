"""A rule's page as plain text: the same words as its Markdown, wrapped and without marks."""

from __future__ import annotations

import re

import pytest

from crosscheck.reporting import Options
from crosscheck.reporting.terminal.page import columns
from crosscheck.reporting.terminal.prose import render
from crosscheck.rules import Rule, load, shipped
from crosscheck.rules.prose import tell


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return load([shipped()])


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        pytest.param("# Trees felled\n", "Trees felled\n", id="title"),
        pytest.param("- **noun**: trees\n", "  - noun: trees\n", id="list"),
        pytest.param("> **Storm** 60 trees fell (Gazette)\n", "  │ Storm 60 trees fell (Gazette)\n", id="quote"),
        pytest.param("a \\*star\\* and a \\\\ slash\n", "a *star* and a \\ slash\n", id="escapes"),
        pytest.param("- `{n} (a|b)` says x\n", "  - {n} (a|b) says x\n", id="code"),
        pytest.param("- `` a`b ``\n", "  - a`b\n", id="code with a fence in it"),
        pytest.param("red \x1b[31m\u202e\n", "red ␛[31m<U+202E>\n", id="hostile"),
    ],
)
def test_marks_become_layout(markdown: str, plain: str) -> None:
    assert render(markdown, Options()) == plain


def test_pages_of_shipped_rules_keep_to_the_width_and_every_word(rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        page = render(tell(rule), Options(60))
        assert all(columns(line) <= 60 for line in page.splitlines()), rule.id
        # Long alternatives without a space are broken where the line ends, so that words alone can be compared.
        assert letters(page) == letters(tell(rule)), rule.id


def letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]", text))


def test_a_rule_that_is_switched_off_says_so_and_why_first(rules: tuple[Rule, ...]) -> None:
    off = [rule for rule in rules if not rule.enabled]
    assert off
    for rule in off:
        assert render(tell(rule), Options()).split("\n")[2].startswith("Switched off. ")
        assert tell(rule).split("\n")[2].startswith("**Switched off.** ")


def test_a_rule_of_patterns_alone_has_no_empty_chapter(rules: tuple[Rule, ...]) -> None:
    for rule in rules:
        assert not re.search(r"^## .*\n\n## ", tell(rule), re.MULTILINE), rule.id

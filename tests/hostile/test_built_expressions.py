"""Expressions that are built of rules and packs have few ways to match, so that none explodes on any text."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from crosscheck.language.dating.patterns import Scanner, language
from tests.fuzz import warm
from tests.hostile.backtracking import shared

# Ways in which a text can be gone through from one place on, all letters taken to fit everywhere: a bound that no text
# can reach, since few letters are of two kinds.
WAYS = 200_000
LANGUAGES = ("en", "es")


@cache
def built(lang: str) -> dict[str, str]:
    """Every expression of rules' patterns and of a pack's dates, by what it was written as."""
    matcher = warm.extractor().engine(lang).matcher
    found = {each.text: matcher._compile(number).pattern.pattern for number, each in enumerate(matcher._all)}
    known = language(lang)
    for name in ("simple", "compound", "whole", "offset", "stretch"):
        scanner: Scanner = getattr(known, name)
        for number, pattern in enumerate(scanner._patterns):
            found[f"{name} {number} {pattern.op}"] = scanner._compile(number).pattern
    return found


def ways(node: Any) -> int:
    """In how many ways an expression may match at most; raises ValueError where it repeats without end."""
    if isinstance(node, parser.SubPattern):
        product = 1
        for each in node:
            product *= ways(each)
        return product
    kind, given = str(node[0]), node[1]
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, what = given
        if most == parser.MAXREPEAT:
            raise ValueError("repeats without end")
        inside = ways(what)
        return sum(inside**times for times in range(least, most + 1))
    if kind == "BRANCH":
        return sum(map(ways, given[1]))
    if kind == "SUBPATTERN":
        return ways(given[-1])
    if kind in ("ASSERT", "ASSERT_NOT"):
        return ways(given[1])
    return 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_none_repeats_without_end_or_has_many_ways(lang: str) -> None:
    counted = {name: ways(parser.parse(source)) for name, source in built(lang).items()}
    assert len(counted) > 50
    assert {name: count for name, count in counted.items() if count > WAYS} == {}


def texts(source: str) -> Iterator[str]:
    """Letters of the expression's own: each alone, all in a row, and its classes in turn, again and again."""
    letters = [char for part in re.findall(r"\[([^\]]*)\]", source) for char in part[:1]]
    for shape in (letters[:1], letters[-1:], letters, letters[:-1], [*letters[:2], *letters[:1]]):
        if shape:
            yield ("".join(shape) * 300)[:300]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_comes_to_its_end_on_texts_of_its_own_parts(lang: str) -> None:
    """Whatever went back and forth without end would never come here; every match is within the bound of its parts."""
    for source in built(lang).values():
        pattern = re.compile(source)
        longest = parser.parse(source).getwidth()[1]
        for text in texts(source):
            assert all(match.end() - match.start() <= longest for match in pattern.finditer(text))


# Whatever Python's own compiler is given by a function or module of the package, in all that a run does.
NOTING = """
import json, re, sys
from re import _compiler
from pathlib import Path
seen, compiled = {}, _compiler.compile
root = None
def compile(source, flags=0):
    frame = sys._getframe(1)
    while Path(frame.f_code.co_filename).parent.name in ("re", "") or "functools" in frame.f_code.co_filename:
        frame = frame.f_back
    place = Path(frame.f_code.co_filename)
    if isinstance(source, str) and root in place.parents:
        seen[source] = f"{place.relative_to(root)}:{frame.f_code.co_name}", int(flags) & (re.X | re.I | re.S)
    return compiled(source, flags)
_compiler.compile = compile
import crosscheck
root = Path(crosscheck.__file__).parent
from crosscheck.cli import main
runs = ["report", "a.md", "b.md", "--no-cache"], ["rules", "test", "strikers"]
statuses = [main([*words, "--isolated"]) for words in runs]
print(json.dumps([statuses, seen]), file=sys.stderr)
"""
ENGLISH = (
    "On Monday 17 people were killed in Juliaca, Peru, from 5 to 9 January, and 1,200 hurt. So the city said on 3/4."
)
SPANISH = (
    "El lunes 17 personas murieron en Juliaca y 1.200 resultaron heridas entre el 5 y el 9 de enero, dijo la ciudad."
)


def test_nothing_that_a_run_compiles_shares_a_stretch_out_between_repetitions(tmp_path: Path) -> None:
    for name, lang, text in (("a.md", "en", ENGLISH), ("b.md", "es", SPANISH)):
        head = f"---\npublished: 2023-01-10\nlang: {lang}\n---\n"
        (tmp_path / name).write_text(f"{head}By Ana Ruiz\n\n{text}\n\n- 3 dead in Puno\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", NOTING],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    statuses, seen = json.loads(done.stderr.splitlines()[-1])
    assert statuses == [0, 0]
    makers = {place.partition(":")[0] for place, _ in seen.values()}
    assert makers >= {"extraction/lexis.py", "extraction/bindings.py", "intake/words.py", "rules/examination.py"}
    assert makers >= {"language/digits.py", "language/places/gazetteer.py", "language/places/scanning.py"}
    assert {place: source for source, (place, flags) in seen.items() if shared(source, flags) is not None} == {}

"""The fuzz targets hold on a few inputs, the same on every run, and on every input that once broke something."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.fuzz import warm
from tests.fuzz.targets import TARGETS

SOME = {
    "reading": 150,
    "figures": 60,
    "claims": 25,
    "report": 8,
    "listing": 6,
    "compare": 8,
    "arguments": 12,
    "settings": 60,
    "files": 2,
}
FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("name", TARGETS)
def test_targets_hold(name: str) -> None:
    target, random = TARGETS[name], Random(name)
    with warm.kept():
        for _ in range(SOME.get(name, 300)):
            target.check(target.generate(random))


@pytest.mark.parametrize("found", FOUND, ids=[file.name for file in FOUND])
def test_what_was_found_stays_mended(found: Path) -> None:
    """Each file is named for the target that it broke, and for what was wrong."""
    with warm.kept():
        TARGETS[found.name.partition("-")[0]].check(found.read_bytes())

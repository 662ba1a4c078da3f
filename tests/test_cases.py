"""Small corpora with what checking them must give; `pytest --update-cases` writes what they give now.

`clash/NAME` holds articles that contradict each other, `agree/NAME` its near miss: articles that look much the same and
are all true together. `expected.json` names the quantities that the case is about and all claims of these that must be
read, so that no case agrees by silence, and everything that must be found. A case may have rules and a configuration.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from crosscheck import intake, pipeline
from crosscheck.configuration import reading
from crosscheck.configuration.terms import Terms
from crosscheck.extraction import Extractor
from crosscheck.model import Article
from crosscheck.reporting import RENDERERS, Options
from crosscheck.rules import Rule, load, shipped

CASES = Path(__file__).parent / "cases"
ARTICLES = {".md", ".txt", ".jsonl"}


def cases(kind: str) -> list[str]:
    return sorted(folder.name for folder in (CASES / kind).iterdir())


def articles(case: Path) -> list[Article]:
    paths = sorted(str(file) for file in case.iterdir() if file.suffix in ARTICLES)
    read = list(intake.read(paths))
    assert all(isinstance(item, Article) for item in read), read
    return [item for item in read if isinstance(item, Article)]


@cache
def rules(own: Path | None) -> tuple[Rule, ...]:
    return load([shipped(), own] if own else [shipped()])


def terms(case: Path) -> Terms:
    """What the case's own `crosscheck.toml` sets."""
    file = case / "crosscheck.toml"
    if not file.is_file():
        return Terms()
    found = reading.read(file)
    return Terms(settings=found.settings, aliases=found.aliases)


def outcome(case: Path, about: list[str]) -> dict[str, Any]:
    """The stable parts of a case's report: what was read of these quantities, and all that was found."""
    own = case / "rules"
    known, corpus, set_up = rules(own if own.is_dir() else None), articles(case), terms(case)
    extractor = Extractor(known, set_up.aliases)
    read = [
        f"{shown(claim.location.path, claim.mention.surface)} ({claim.quantity})"
        for article in corpus
        for claim in extractor.claims(article).claims
        if claim.quantity in about
    ]
    report = json.loads("".join(RENDERERS["json"](pipeline.check(corpus, known, set_up), Options())))
    told = {claim["id"]: shown(claim["location"]["path"], claim["surface"]) for claim in report["claims"]}
    found = [discrepancy(one, told) for one in report["discrepancies"]]
    return {"about": about, "claims": read, "discrepancies": found}


def shown(path: str, surface: str) -> str:
    return f"{Path(path).name}: {' '.join(surface.split())}"


def discrepancy(found: dict[str, Any], told: dict[str, str]) -> dict[str, Any]:
    """Its identity and its sides; the wording of messages is left to the tests of comparison."""
    camps = [
        {
            "low": camp["value"]["low"],
            "high": camp["value"]["high"],
            "claims": sorted(told[claim] for claim in camp["claims"]),
        }
        for camp in found["camps"]
    ]
    parts = {part: found[part] for part in ("severity", "kind", "quantity", "key")}
    return parts | {
        "camps": camps,
        "beside": sorted(told[claim] for claim in found["beside"]),
        "places": sorted(shown(site["location"]["path"], site["surface"]) for site in found["places"]),
    }


def check(case: Path, *, update: bool) -> dict[str, Any]:
    """What a case gives, held against what it must give."""
    file = case / "expected.json"
    expected = json.loads(file.read_text(encoding="utf-8"))
    given = outcome(case, expected["about"])
    if update:
        file.write_text(json.dumps(given, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    else:
        assert given == expected
    return given


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-cases"))


@pytest.mark.parametrize("case", cases("clash"))
def test_clash(case: str, update: bool) -> None:
    assert check(CASES / "clash" / case, update=update)["discrepancies"]


@pytest.mark.parametrize("case", cases("agree"))
def test_agree(case: str, update: bool) -> None:
    found = check(CASES / "agree" / case, update=update)["discrepancies"]
    assert [one for one in found if one["severity"] != "note"] == []


def test_every_clash_has_a_near_miss() -> None:
    assert cases("agree") == cases("clash")

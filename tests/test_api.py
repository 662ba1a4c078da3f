"""The Python API: one function, the command's own, and importing it costs nothing."""

from __future__ import annotations

import doctest
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import crosscheck
from crosscheck.errors import ConfigError, CrosscheckError, RuleError
from crosscheck.reporting import RENDERERS, Options
from tests.conftest import Call
from tests.repository import later, repository


@pytest.fixture
def repo(tmp_path: Path, call: Call) -> Path:
    repository(tmp_path)
    later(tmp_path, 19)
    return tmp_path


def test_it_tells_what_the_command_tells(call: Call, repo: Path) -> None:
    told = json.loads(call("report", "articles", "--format", "json")[1])
    here = json.loads(RENDERERS["json"](crosscheck.check(["articles"]), Options()))
    assert here["discrepancies"] == told["discrepancies"] != []
    assert here["summary"] == told["summary"]


def test_new_articles_are_told_from_their_side(repo: Path) -> None:
    report = crosscheck.check([repo / "articles" / "wire.md"], against=[repo / "articles"])
    (found,) = report.discrepancies
    assert (report.articles, found.claims[0].article.outlet) == (1, "Andes Wire")


def test_settings_and_rules_are_heeded(call: Call, repo: Path, root: Path) -> None:
    (repo / "crosscheck.toml").write_text('ignore = ["deaths"]\n')
    assert crosscheck.check(["articles"]).discrepancies == ()
    call("accept", "--baseline", "--in", "articles", "--isolated")
    assert crosscheck.check(["articles"], isolated=True).count("conflict") == 1
    assert crosscheck.check(["articles"], isolated=True, rules=[root / "rules" / "sport"]).claims == 0


def test_what_is_wrong_is_raised_and_what_is_missing_is_told(repo: Path) -> None:
    with pytest.raises(RuleError, match="no such file or folder"):
        crosscheck.check(["articles"], rules=["gone"])
    with pytest.raises(ConfigError, match=r"gone\.toml: cannot be read"):
        crosscheck.check(["articles"], config="gone.toml")
    assert issubclass(ConfigError, CrosscheckError)
    assert [skipped.path for skipped in crosscheck.check(["gone"]).skipped] == ["gone"]


def test_nothing_else_is_public() -> None:
    assert crosscheck.__all__ == ["__version__", "check"]
    assert (Path(inspect.getfile(crosscheck)).parent / "py.typed").exists()


def test_importing_it_imports_nothing_heavy(root: Path) -> None:
    asked = "import sys, crosscheck; print(sorted(name for name in sys.modules if name.startswith('crosscheck')))"
    done = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['crosscheck', 'crosscheck.version']"


def test_its_example_holds(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert doctest.testmod(crosscheck).failed == 0

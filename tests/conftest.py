"""What every test may use: the project's folder, the command as its users run it, and the switch for golden cases."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from typer.main import get_command

from crosscheck import cli
from crosscheck.cli.app import app
from crosscheck.errors import Fault
from crosscheck.rules import Rule, loading

# The same examples on every run, and no failure for a busy machine or one that builds its tables for the first time.
# Sixty of each show a slip; what is rarer is for `python -m tests.fuzz` to find, which tries millions.
settings.register_profile(
    "steady", derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")

ROOT = Path(__file__).parent.parent
NOBODY = 65534
Call = Callable[..., tuple[int, str, str]]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-cases", action="store_true", help="Write what cases give now as what they must give.")


@pytest.fixture(scope="session", autouse=True)
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps off the user's own cache; processes find the program and share the bytecode that the first compiles."""
    base = tmp_path_factory.getbasetemp()
    session = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        patch.setenv("PYTHONPYCACHEPREFIX", str(session / "compiled"))
        patch.setenv("CROSSCHECK_CACHE_DIR", str(base / "cache"))
        patch.setenv("PYTHONPATH", str(ROOT))
        yield


@pytest.fixture(scope="session", autouse=True)
def made_once() -> Iterator[None]:
    """What hundreds of runs in one process share: the shipped rules as read from their files, and the options' parser.

    No test writes to the shipped rules; those that start processes see both made anew.
    """
    reading, shipped = loading.read, loading.shipped()

    @cache
    def known(file: Path, topic: str) -> Rule | tuple[Fault, ...]:
        return reading(file, topic)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "read", lambda file, topic: (known if shipped in file.parents else reading)(file, topic))
        patch.setattr(cli, "app", get_command(app))
        yield


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Call:
    """Runs the command in this process, in an empty folder; gives status, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = cli.main(arguments)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture
def forbidding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """This folder, as one to whom what its files' rights forbid is forbidden indeed, whoever runs the tests."""
    tmp_path.chmod(0o777)
    monkeypatch.chdir(tmp_path)
    privileged = os.geteuid() == 0
    if privileged:
        os.seteuid(NOBODY)
    try:
        yield Path()
    finally:
        if privileged:
            os.seteuid(0)


@pytest.fixture(scope="session")
def run(surroundings: None) -> Run:
    """Run the command in a process of its own: `run("report", "seeds", cwd=…, env={…})`."""

    def command(*arguments: str, cwd: Path = ROOT, env: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
        plain = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "COLUMNS")}
        return subprocess.run(
            [sys.executable, "-m", "crosscheck", *arguments],
            cwd=cwd,
            env=plain | dict(env),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            stdin=subprocess.DEVNULL,
        )

    return command

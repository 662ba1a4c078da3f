"""Every command is given random bytes, as input, as file, as rule and as argument; none ends in a fault of its own."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from crosscheck.running import store
from tests.fuzz import warm
from tests.fuzz.targets import FAILED, STATUSES, TARGETS

ROUNDS = 8
COMMANDS = (
    ("report", "-", "-q"),
    ("report", "-", "-q", "--format", "json", "--show-compatible"),
    ("report", "any.txt", "any.md", "any.jsonl", "any", "-q", "--fail-on", "note"),
    ("extract", "-", "-q"),
    ("extract", "any.md", "--format", "jsonl"),
    ("mentions", "any.jsonl", "-q"),
    ("mentions", "-", "--format", "jsonl"),
    ("compare", "-"),
    ("compare", "any.jsonl", "--format", "json"),
    ("explain", "any.txt:1"),
    ("explain", "any.md:2:1", "--with", "any.txt", "--format", "json"),
    ("rules", "list", "--rules", "any.toml"),
    ("rules", "test", "any.toml"),
    ("rules", "show", "any", "--rules", "any.toml"),
    ("report", "any.txt", "--rules", "any.toml"),
    ("report", "any.txt", "--config", "any.toml"),
    ("report", "any.txt", "--accepted", "any.toml"),
    ("check", "any.md", "any", "--against", "any.txt"),
    ("check", "any.jsonl", "--against", "any.txt", "--format", "sarif", "--accepted", "any.toml"),
    ("accept", "--baseline", "--in", "any.md", "--in", "any.txt"),
    ("accept", "635a66b707f8", "--in", "any.jsonl", "--accepted", "any.toml"),
    ("accept", "--prune", "--in", "any.txt", "--accepted", "any.toml"),
    ("schema", "report", "-o", "any.jsonl"),
    ("schema", "any.toml"),
    ("cache", "stats"),
)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_random_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    if arguments[0] == "cache":
        monkeypatch.setenv("CROSSCHECK_CACHE_DIR", str(tmp_path))
    random = Random(" ".join(arguments))
    with warm.kept():
        for round in range(ROUNDS):
            target = TARGETS["rule" if "any.toml" in arguments else ("reading", "compare", "claims")[round % 3]]
            data = random.randbytes(200) if round % 2 else target.generate(random)
            for name in ("any", "any.txt", "any.md", "any.jsonl", "any.toml", store.NAME):
                Path(name).write_bytes(data)
            done = warm.run(arguments, data)
            assert FAILED not in done.err, data
            assert "Traceback" not in done.err, data
            assert done.status in STATUSES, data


@pytest.mark.parametrize(
    "command", ["report", "extract", "mentions", "compare", "explain", "schema", "rules", "accept", "check", ""]
)
def test_random_arguments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.chdir(tmp_path)
    random = Random(command)
    with warm.kept():
        for _ in range(ROUNDS):
            words = [random.randbytes(random.randint(0, 9)).decode("latin-1") for _ in range(random.randint(0, 3))]
            done = warm.run([command, *words], random.randbytes(50))
            assert FAILED not in done.err, words
            assert done.status in STATUSES, words

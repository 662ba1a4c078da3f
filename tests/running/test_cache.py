"""Nothing that befalls the cache changes an answer or ends a run: it is told once, and the run goes on."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from crosscheck.errors import ConfigError
from crosscheck.running import cache as module
from crosscheck.running import home, store
from crosscheck.running.cache import Cache

LIMIT = 1 << 30
KEYS = [number.to_bytes(store.KEY, "big") for number in range(4)]


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def opened(tmp_path: Path, said: list[str]) -> Callable[..., Cache]:
    return lambda folder=tmp_path, limit=LIMIT: Cache(folder, limit, said.append)


def filled(cache: Cache) -> None:
    with cache:
        cache.put(KEYS[0], b"zero")
        cache.put(KEYS[1], b"one")


def test_a_run_finds_what_another_kept(opened: Callable[..., Cache], said: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "made" / "anew"
    filled(opened(folder))
    with opened(folder) as again:
        assert again.get(KEYS) == {KEYS[0]: b"zero", KEYS[1]: b"one"}
    assert said == []
    assert folder.stat().st_mode & 0o077 == 0


def test_values_are_written_before_the_end(
    opened: Callable[..., Cache], monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    monkeypatch.setattr(module, "WAITING", 100)
    with opened() as one:
        one.put(KEYS[0], bytes(100))
        with opened() as other:
            assert other.get(KEYS[:1])


def test_a_run_that_is_broken_off_leaves_it_whole(opened: Callable[..., Cache], said: list[str]) -> None:
    filled(opened())

    def broken() -> None:
        with opened() as cache:
            cache.put(KEYS[2], b"two")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken()
    with opened() as again:
        assert set(again.get(KEYS)) == set(KEYS[:2])
    assert said == []


@pytest.mark.parametrize("content", [b"no database at all, but long enough to be one" * 100, b""])
def test_a_file_that_is_no_cache_is_made_one(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path, content: bytes
) -> None:
    (tmp_path / store.NAME).write_bytes(content)
    filled(opened())
    with opened() as again:
        assert len(again.get(KEYS)) == 2
    assert said == ([f"the cache in {tmp_path} was damaged, and is built anew"] if content else [])


def test_a_cache_that_breaks_while_it_is_used_is_built_anew(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path
) -> None:
    with opened() as cache:
        for number in range(2000):
            cache.put(number.to_bytes(store.KEY, "big"), bytes(3000))
    file = tmp_path / store.NAME
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xaa" * (len(content) - 8192)
    file.write_bytes(content)
    with opened() as cache:
        assert cache.get(KEYS) == {}
        cache.put(KEYS[0], b"zero")
    with opened() as again:
        assert again.get(KEYS) == {KEYS[0]: b"zero"}
    assert said == [f"the cache in {tmp_path} was damaged, and is built anew"]


@pytest.mark.parametrize(
    ("pragma", "why"),
    [
        ("PRAGMA query_only = 1", "it may only be read"),
        ("PRAGMA max_page_count = 1", "there is no room left on its disk"),
    ],
)
def test_where_nothing_can_be_written_it_is_read(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path, pragma: str, why: str
) -> None:
    filled(opened())
    with opened() as cache:
        assert cache._store is not None
        cache._store._base.execute(pragma)
        for _ in range(3):
            cache.put(KEYS[2], bytes(2_000_000))
            cache.put(KEYS[3], b"three")
        assert set(cache.get(KEYS)) == set(KEYS[:2])
    assert said == [f"the cache in {tmp_path} keeps nothing of this run: {why}"]


def test_a_cache_that_another_run_keeps_hold_of_is_read(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(opened())
    monkeypatch.setattr(store, "WAIT", 0)
    other = sqlite3.connect(tmp_path / store.NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with opened() as cache:
        assert cache.get(KEYS[:1]) == {KEYS[0]: b"zero"}
        cache.put(KEYS[2], b"two")
    other.close()
    assert said == [f"the cache in {tmp_path} keeps nothing of this run: another run keeps hold of it"]


@pytest.mark.parametrize("place", ["file/cache", "/proc/nowhere/cache", "file"])
def test_a_folder_that_cannot_be_is_told(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_text("")
    with opened(tmp_path / place) as cache:
        cache.put(KEYS[0], b"zero")
        assert cache.get(KEYS) == {}
    (told,) = said
    assert "is not used: " in told
    assert "the run is only slower" in told


def test_a_folder_in_the_place_of_the_file_is_told(
    opened: Callable[..., Cache], said: list[str], tmp_path: Path
) -> None:
    (tmp_path / store.NAME).mkdir()
    filled(opened())
    assert len(said) == 1


def test_a_full_cache_keeps_what_it_has(opened: Callable[..., Cache], said: list[str]) -> None:
    with opened(limit=500_000) as cache:
        cache.put(KEYS[0], bytes(1_500_000))
        cache.put(KEYS[1], bytes(1_500_000))
    with opened(limit=500_000) as cache:
        assert set(cache.get(KEYS)) == {KEYS[0]}
    assert said == []


@pytest.mark.parametrize(
    ("told", "size"),
    [("0", 0), ("500", 500), ("500M", 500 << 20), ("2 GiB", 2 << 30), ("1tb", 1 << 40), ("10k", 10240)],
)
def test_sizes(told: str, size: int) -> None:
    assert home.size(told) == size


@pytest.mark.parametrize("told", ["", "much", "-1", "1.5G", "٣M", "10 parsecs"])
def test_what_is_no_size_is_told(told: str) -> None:
    with pytest.raises(ConfigError, match="CROSSCHECK_CACHE_SIZE"):
        home.size(told)

"""The store gives back what was put there or nothing, drops what was used least recently, and is shared in peace."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from crosscheck.running import store
from crosscheck.running.store import Store

LIMIT = 1 << 30


def key(number: int) -> bytes:
    return number.to_bytes(store.KEY, "big")


def test_what_is_put_is_there_for_the_next(tmp_path: Path) -> None:
    with closing(Store(tmp_path, LIMIT)) as first:
        assert first.put([(key(1), b"one"), (key(2), b"")])
    with closing(Store(tmp_path, LIMIT)) as second:
        assert second.get([key(1), key(2), key(3)]) == {key(1): b"one", key(2): b""}
        assert second.stats().values == 2
    assert [path.name for path in tmp_path.iterdir()] == [store.NAME]


def test_thousands_of_keys_are_asked_for_at_once(tmp_path: Path) -> None:
    with closing(Store(tmp_path, LIMIT)) as kept:
        kept.put((key(number), b"%d" % number) for number in range(1200))
        assert len(kept.get([key(number) for number in range(1300)])) == 1200


def test_a_damaged_value_is_not_there(tmp_path: Path) -> None:
    with closing(Store(tmp_path, LIMIT)) as kept:
        kept.put([(key(1), b"one"), (key(2), b"two"), (key(3), b"three")])
    with closing(sqlite3.connect(tmp_path / store.NAME, isolation_level=None)) as base:
        base.execute("UPDATE kept SET value = CAST('one' AS BLOB) WHERE key = ?", [key(1)])
        # A value that stands under another's key is as bad as a wrong one.
        base.execute("UPDATE kept SET value = (SELECT value FROM kept WHERE key = ?) WHERE key = ?", [key(3), key(2)])
    with closing(Store(tmp_path, LIMIT)) as kept:
        assert kept.get([key(1), key(2), key(3)]) == {key(3): b"three"}


def test_two_write_and_read_in_turn(tmp_path: Path) -> None:
    with closing(Store(tmp_path, LIMIT)) as one, closing(Store(tmp_path, LIMIT)) as other:
        one.put([(key(1), b"one")])
        other.put([(key(2), b"two"), (key(1), b"one")])
        assert one.get([key(1), key(2)]) == other.get([key(1), key(2)]) == {key(1): b"one", key(2): b"two"}


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    big = bytes(100_000)
    with closing(Store(tmp_path, LIMIT, clock=lambda: 0)) as kept:
        kept.put((key(number), big) for number in range(10))
    with closing(Store(tmp_path, LIMIT, clock=lambda: store.DAY)) as kept:
        kept.put((key(number), big) for number in range(10, 20))
    with closing(Store(tmp_path, LIMIT, clock=lambda: 2 * store.DAY)) as kept:
        assert kept.get([key(3), key(4)])
        kept.put([])
    with closing(Store(tmp_path, 1_300_000, clock=lambda: 3 * store.DAY)) as kept:
        assert kept.put([(key(20), big)])
        left = {number for number in range(21) if kept.get([key(number)])}
        assert kept.stats().size <= 1_300_000
    assert left >= {3, 4, 20}
    assert {number for number in range(10) if number in left} == {3, 4}


def test_a_run_never_drops_its_own_but_stops_keeping(tmp_path: Path) -> None:
    with closing(Store(tmp_path, 300_000)) as kept:
        assert kept.put([(key(1), bytes(200_000))])
        assert not kept.put([(key(2), bytes(200_000))])
        assert len(kept.get([key(1), key(2)])) == 2


def test_an_emptied_store_is_gone(tmp_path: Path) -> None:
    assert not store.remove(tmp_path)
    with closing(Store(tmp_path, LIMIT)) as kept:
        kept.put([(key(1), b"one")])
        assert store.remove(tmp_path)
        kept.put([(key(2), b"two")])
    assert list(tmp_path.iterdir()) == []

"""The same results in the same order, here or in workers; a worker that fails or dies ends the run with a message."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from crosscheck.errors import CrosscheckError
from crosscheck.model import Article, Lost, Origin, Part, Publication, Skipped
from crosscheck.running import local
from crosscheck.running.pool import WorkerError
from crosscheck.running.worker import serve
from tests.running.trades import Dying, Endless, Failing, Measuring, Naming, Unready


def corpus(count: int, size: int = 50) -> Iterator[Article | Skipped]:
    """Articles of growing length, each tenth place taken by a file that was skipped."""
    for number in range(count):
        if number % 10 == 7:
            yield Skipped(f"{number}.txt", "empty")
            continue
        text = "x" * (size + number)
        publication = Publication(str(number), f"{number}.txt")
        yield Article(publication, Origin(f"{number}.txt"), text, (Part("body", 0, len(text)),))


@pytest.mark.parametrize("jobs", [2, 3])
def test_workers_give_the_same_in_the_same_order(jobs: int) -> None:
    here = list(local.run(corpus(200), Measuring(), jobs=1))
    there = list(local.run(corpus(200), Measuring(), jobs=jobs, threshold=1000, batch=900))
    assert there == here
    assert here[7] == Skipped("7.txt", "empty")


def test_a_worker_ends_with_whoever_asked_though_it_is_busy() -> None:
    """A run that is killed tells its workers nothing; what they read would be for nobody, and may take minutes."""
    context = multiprocessing.get_context("forkserver")
    here, there = context.Pipe()
    process = context.Process(target=serve, args=(there, Endless()), daemon=True)
    process.start()
    there.close()
    here.send(tuple(corpus(1)))
    here.close()
    process.join(30)
    assert process.exitcode == 0


@pytest.mark.parametrize("jobs", [2, 3])
def test_workers_that_are_all_ahead_of_a_slow_reader_are_not_forgotten(jobs: int) -> None:
    read = []
    for result in local.run(corpus(200), Measuring(), jobs=jobs, threshold=1, batch=1):
        sum(range(20_000))
        read.append(result)
    assert len(read) == 200


def test_a_small_corpus_is_read_here() -> None:
    assert {*local.run(corpus(5), Naming(), jobs=2)} == {os.getpid()}


def test_a_large_one_is_shared() -> None:
    results = local.run(corpus(100), Naming(), jobs=2, threshold=100, batch=100)
    readers = {reader for reader in results if isinstance(reader, int)}
    assert os.getpid() not in readers
    assert len(readers) == 2


@pytest.mark.parametrize("error", [EOFError(), ConnectionRefusedError(111, "Connection refused")])
def test_a_start_that_fails_is_tried_again_and_then_told(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    start, failing = BaseProcess.start, [error]

    def start_or_fail(process: BaseProcess) -> None:
        if failing:
            raise failing.pop()
        start(process)

    monkeypatch.setattr(BaseProcess, "start", start_or_fail)
    there = list(local.run(corpus(40), Measuring(), jobs=2, threshold=1000, batch=900))
    assert there == list(local.run(corpus(40), Measuring(), jobs=1))
    failing += [error] * 9
    with pytest.raises(WorkerError, match="a worker process cannot be started"):
        list(local.run(corpus(40), Measuring(), jobs=2, threshold=1000, batch=900))


def test_nothing_is_made_ready_for_nothing() -> None:
    assert list(local.run((), Unready(), jobs=2)) == []
    assert list(local.run([Skipped("a", "b")], Unready(), jobs=2)) == [Skipped("a", "b")]


def test_no_more_is_read_ahead_than_workers_need() -> None:
    taken = []

    def watched() -> Iterator[Article | Skipped]:
        for item in corpus(1000):
            taken.append(item)
            yield item

    results = local.run(watched(), Measuring(), jobs=2, threshold=300, batch=300)
    next(results)
    # Two workers, at most four batches each ahead of the slowest, two articles a batch, and the head.
    assert len(taken) < 40
    results.close()


def test_results_are_used_while_workers_work_and_no_process_stays() -> None:
    before = set(multiprocessing.active_children())
    results = local.run(corpus(100), Measuring(), jobs=2, threshold=100, batch=100)
    next(results)
    assert set(multiprocessing.active_children()) > before
    results.close()
    assert set(multiprocessing.active_children()) == before


def test_the_article_that_kills_its_worker_is_given_up_and_no_other() -> None:
    here = list(local.run(corpus(100), Measuring(), jobs=1))
    there = list(local.run(corpus(100), Dying("50"), jobs=2, threshold=100, batch=100))
    lost = Lost("50.txt", "is not read: the process that read it was killed by signal 9, and so was the next", 1)
    assert there == [lost if index == 50 else result for index, result in enumerate(here)]


def test_a_worker_that_is_killed_from_outside_costs_nothing(tmp_path: Path) -> None:
    here = list(local.run(corpus(100), Measuring(), jobs=1))
    once = Dying("50", str(tmp_path / "once"))
    assert list(local.run(corpus(100), once, jobs=2, threshold=100, batch=300)) == here


def test_workers_that_are_killed_again_and_again_end_the_run() -> None:
    with pytest.raises(WorkerError, match=r"9 worker processes ended .* killed by signal 9; .* fewer --jobs"):
        list(local.run(corpus(100), Dying(""), jobs=2, threshold=100, batch=100))


def test_a_failure_in_a_worker_names_the_article() -> None:
    message = r"50\.txt: the program itself failed on this article \(ZeroDivisionError: no reader for this"
    with pytest.raises(WorkerError, match=message) as error:
        list(local.run(corpus(100), Failing("50"), jobs=2, threshold=100, batch=100))
    assert "trades.py" in error.value.trace


def test_a_worker_that_cannot_start_says_why() -> None:
    with pytest.raises(CrosscheckError, match=r"rules/deaths\.toml:3: is gone"):
        list(local.run(corpus(100), Unready(), jobs=2, threshold=100, batch=100))


def test_a_worker_that_hangs_does_not_hold_up_the_end() -> None:
    def interrupted() -> Iterator[Article | Skipped]:
        yield from corpus(20)
        raise KeyboardInterrupt

    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(local.run(interrupted(), Endless(), jobs=2, threshold=100, batch=1000))
    assert time.monotonic() - start < 4
    assert not multiprocessing.active_children()

"""What is measured, each in the same run as the reference that its figures are to be read against."""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import comparison, corpus, rules
from tests.benchmarks.processes import Cost, python, run

# The fixed workload: what any machine takes to look at each number and word once.
REFERENCE = re.compile(r"\d+|[A-Za-z]+")
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main(name: str = '') -> None: ...\napp()\n"
RULES = (15, 100, 300, 1000)
STARTS = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: what it is of, its value, its unit, and which way is better."""

    name: str
    value: float
    unit: str
    better: str = "less"


@dataclass(frozen=True, slots=True)
class Bench:
    """Where to work and on how much: characters of text, or a corpus of one's own."""

    folder: Path
    characters: int
    own: Path | None = None

    def corpus(self, density: corpus.Density, share: float = 1.0) -> Path:
        """A corpus of that density and a share of the size."""
        if self.own is not None:
            return self.own
        size = int(self.characters * share)
        return corpus.write(self.folder / f"{density}-{size}.jsonl", density, size)


def reference(file: Path) -> tuple[float, float]:
    """Seconds of the fixed workload over a corpus, the best of three, and the megabytes of its text."""
    text = corpus.text(file)
    best = min(_timed(lambda: REFERENCE.findall(text)) for _ in range(3))
    return best, len(text.encode()) / 1e6


def throughput(bench: Bench) -> Iterator[Figure]:
    """Extraction of all claims on one core and on two, against the reference."""
    for density in ("dense", "ordinary"):
        file = bench.corpus(density)
        fixed, size = reference(file)
        one, two = (run(["extract", str(file), "--format", "jsonl", "--jobs", str(jobs)]) for jobs in (1, 2))
        yield Figure(f"{density}, one core", size / one.cpu, "MB/s", "more")
        yield Figure(f"{density}, one core to reference", one.cpu / fixed, "times")
        yield Figure(f"{density}, two workers", size / two.wall, "MB/s", "more")
        yield Figure(f"{density}, two workers to one", one.wall / two.wall, "times", "more")
        if bench.own is not None:
            return


def growth(bench: Bench) -> Iterator[Figure]:
    """What more rules cost, their cues absent from the text or present in it, against the shipped rules alone."""
    file = bench.corpus("ordinary", 0.25)
    command = ["extract", str(file), "--format", "jsonl", "--jobs", "1"]
    shipped, claims = _claims(command)
    yield Figure("shipped rules", shipped.cpu, "s")
    yield Figure("shipped rules, claims", claims, "", "more")
    for present in (False, True):
        how = "present" if present else "absent"
        for count in RULES:
            with tempfile.TemporaryDirectory() as folder:
                rules.write(Path(folder), count, present=present)
                cost, found = _claims([*command, "--extend-rules", folder])
            yield Figure(f"{count} more rules, {how}, to shipped", cost.cpu / shipped.cpu, "times")
            if present:
                yield Figure(f"{count} more rules, {how}, claims to shipped", found / claims, "times", "more")


def starting(bench: Bench) -> Iterator[Figure]:
    """Processor time of short commands, the median of some, against the help of an empty typer application."""
    empty = bench.folder / "empty.py"
    empty.write_text(EMPTY, encoding="utf-8")
    fixed = _median(lambda: python([str(empty), "--help"]))
    yield Figure("empty application", fixed, "s")
    seeds = str(Path(__file__).parents[2] / "seeds")
    for name, arguments in (
        ("--version", ["--version"]),
        ("--help", ["--help"]),
        ("report --help", ["report", "--help"]),
    ):
        yield Figure(f"{name} to it", _median(lambda: run(arguments)) / fixed, "times")  # noqa: B023 - called at once
    yield Figure("report seeds/, no cache, to it", _median(lambda: run(["report", seeds])) / fixed, "times")
    cache = bench.folder / "start"
    yield Figure("report seeds/, warm, to it", _median(lambda: run(["report", seeds], cache=cache)) / fixed, "times")


def memory(bench: Bench) -> Iterator[Figure]:
    """The most memory of a run and its two workers, as the corpus grows."""
    for command in (("extract", "--format", "jsonl"), ("report", "--format", "json")):
        for share in (0.5, 1.0, 2.0):
            file = bench.corpus("ordinary", share)
            cost = run([*command, "--jobs", "2", str(file)], watch=True)
            yield Figure(f"{command[0]} of {file.stat().st_size / 1e6:.0f} MB", cost.peak, "MiB")


def cache(bench: Bench) -> Iterator[Figure]:
    """A second run over an unchanged corpus, against the first."""
    for density in ("dense", "ordinary"):
        file = bench.corpus(density)
        for command in (("extract", "--format", "jsonl"), ("report", "--format", "json")):
            with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
                cold, warm = (run([*command, "--jobs", "1", str(file)], cache=Path(folder)) for _ in range(2))
                size = sum(each.stat().st_size for each in Path(folder).iterdir())
            yield Figure(f"{command[0]}, {density}, cold", cold.cpu, "s")
            yield Figure(f"{command[0]}, {density}, warm to cold", warm.cpu / cold.cpu, "times")
            yield Figure(f"{command[0]}, {density}, cache to text", size / file.stat().st_size, "times")
        if bench.own is not None:
            return


def comparing(bench: Bench) -> Iterator[Figure]:
    """Comparison alone, by the shape of the corpus and the number of claims."""
    for shape in comparison.SHAPES:
        for size in comparison.SIZES:
            yield Figure(f"{shape.__name__.replace('_', ' ')}, {size:,} claims", comparison.seconds(shape(size)), "s")


MEASURES: dict[str, Callable[[Bench], Iterator[Figure]]] = {
    "throughput": throughput,
    "rules": growth,
    "start": starting,
    "memory": memory,
    "cache": cache,
    "comparison": comparing,
}


def _claims(command: list[str]) -> tuple[Cost, int]:
    with tempfile.NamedTemporaryFile() as file:
        cost = run([*command, "-o", file.name])
        return cost, sum(1 for _ in Path(file.name).open("rb"))


def _timed(do: Callable[[], object]) -> float:
    begun = time.process_time()
    do()
    return time.process_time() - begun


def _median(do: Callable[[], Cost]) -> float:
    do()
    return sorted(do().cpu for _ in range(STARTS))[STARTS // 2]

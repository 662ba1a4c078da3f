"""Benchmarks, run from the project's root: python -m tests.benchmarks [NAME …] [--json FILE] [--against FILE].

Names: throughput, rules, start, memory, cache, comparison; else all of them. Figures that are ratios compare between
machines and loads, others only on one machine. Processor time is measured wherever that tells more than the wall's.
"""

from __future__ import annotations

import argparse
import json
import platform
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.measures import MEASURES, Bench, Figure


def main() -> None:
    """Measure, print a table a line at a time, and write what was asked for."""
    told = arguments()
    before: Mapping[str, float] = json.loads(told.against.read_text("utf-8"))["figures"] if told.against else {}
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as scratch:
        folder = told.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(folder, int(told.size * 1e6), told.corpus)
        for name in told.names or MEASURES:
            for figure in MEASURES[name](bench):
                figures[f"{name}: {figure.name}"] = figure.value
                print(line(name, figure, before.get(f"{name}: {figure.name}")), flush=True)
    if told.json:
        machine = {"python": platform.python_version(), "machine": platform.machine(), "megabytes": told.size}
        told.json.write_text(json.dumps({"on": machine, "figures": figures}, indent=1) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure the command.")
    parser.add_argument("names", nargs="*", choices=[*MEASURES, []], help="what to measure; else everything")
    parser.add_argument("--size", type=float, default=8.0, metavar="MB", help="text of a generated corpus (8)")
    parser.add_argument("--corpus", type=Path, metavar="FILE", help="JSON Lines to read instead of generated text")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep generated corpora there for the next time")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    parser.add_argument("--against", type=Path, metavar="FILE", help="compare with figures written earlier")
    return parser.parse_args()


def line(name: str, figure: Figure, before: float | None) -> str:
    """One row of the table; with an earlier figure, how many times better or worse this one is."""
    row = f"{name:<12}{figure.name:<46}{figure.value:>12,.3f} {figure.unit:<6}"
    if not before or not figure.value:
        return row.rstrip()
    gain = before / figure.value if figure.better == "less" else figure.value / before
    return f"{row}{before:>12,.3f}  {gain:5.2f} times {'better' if gain >= 1 else 'as good'}"


if __name__ == "__main__":
    main()

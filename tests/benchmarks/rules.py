"""Rules to measure with: any number, of one noun each, that occurs in the generated corpora or never does."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.corpus import words

RULE = """\
title = "Count of {cue}"
unit = "{id}"
scope = ["event"]
facets = ["place", "when"]

[words.en]
noun = ["{cue}", "{cue} losses"]
participle = ["{verb}"]

[[example]]
published = 2024-03-12
text = "The council said at least 40 {cue} had been counted in Madrid on Monday."
claims = [{{ surface = "40" }}]

[[counterexample]]
text = "The council in Madrid met 40 times."
"""


def write(folder: Path, count: int, *, present: bool) -> Path:
    """A folder of so many rules, whose cues the generated corpora hold or not."""
    folder.mkdir(parents=True, exist_ok=True)
    known = [f"{noun}s" for noun in words("noun")] + list(words("adj")) + list(words("verb"))
    for number in range(count):
        cue = known[number] if present and number < len(known) else f"qx{number:04}en"
        text = RULE.format(id=f"made_{number:04}", cue=cue, verb=f"qz{number:04}ed")
        (folder / f"made_{number:04}.toml").write_text(text, encoding="utf-8")
    return folder

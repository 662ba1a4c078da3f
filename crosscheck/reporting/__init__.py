"""Floor 4: a report to text; one renderer a format, each knowing only the report and its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crosscheck.model import Report
from crosscheck.model.explanation import Explained
from crosscheck.reporting import csv, explanation, github, json, jsonl, junit, markdown, sarif, terminal
from crosscheck.reporting.options import Base, Options, Quantity
from crosscheck.reporting.terminal import explanation as rows

Renderer = Callable[[Report, Options], str]
Explainer = Callable[[Iterable[Explained], Options], str]

RENDERERS: dict[str, Renderer] = {
    "terminal": terminal.render,
    "json": json.render,
    "jsonl": jsonl.render,
    "sarif": sarif.render,
    "github": github.render,
    "markdown": markdown.render,
    "csv": csv.render,
    "junit": junit.render,
}

EXPLAINERS: dict[str, Explainer] = {"terminal": rows.render, "json": explanation.render}

__all__ = ["EXPLAINERS", "RENDERERS", "Base", "Explainer", "Options", "Quantity", "Renderer"]

"""Floor 4: a report to text; one renderer a format, each knowing only the report and its options."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crosscheck.model import Report
from crosscheck.model.explanation import Explained
from crosscheck.reporting import explanation, json, jsonl, terminal
from crosscheck.reporting.options import Options, Quantity
from crosscheck.reporting.terminal import explanation as rows

Renderer = Callable[[Report, Options], str]
Explainer = Callable[[Iterable[Explained], Options], str]

RENDERERS: dict[str, Renderer] = {"terminal": terminal.render, "json": json.render, "jsonl": jsonl.render}

EXPLAINERS: dict[str, Explainer] = {"terminal": rows.render, "json": explanation.render}

__all__ = ["EXPLAINERS", "RENDERERS", "Explainer", "Options", "Quantity", "Renderer"]

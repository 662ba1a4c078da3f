"""Floor 4: a report to text; one renderer a format, each knowing only the report and its options."""

from __future__ import annotations

from collections.abc import Callable

from crosscheck.model import Report
from crosscheck.reporting import json, jsonl, terminal
from crosscheck.reporting.options import Options, Quantity

Renderer = Callable[[Report, Options], str]

RENDERERS: dict[str, Renderer] = {"terminal": terminal.render, "json": json.render, "jsonl": jsonl.render}

__all__ = ["RENDERERS", "Options", "Quantity", "Renderer"]

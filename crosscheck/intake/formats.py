"""Which reader a file needs: by its ending where that is known, else by what it holds."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

from crosscheck.intake.frontmatter import has_front_matter

Format = Literal["text", "markdown", "jsonl", "json"]
ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
RECORD = re.compile(r"\s{0,999}\{\s{0,99}\"[^\n]")
WHOLE_JSON = re.compile(r"\s{0,999}(?:\[\s{0,999}[\[{\"]|\{\s{0,999}\")")
HEADING = re.compile(r"\s{0,999}#{1,6}[ \t]+\S")


def format_of(path: str, head: str) -> Format:
    """The format of a file from its name and its first characters; "json" is one that no reader takes.

    A text file that begins with front matter is read as Markdown is: its fields are no part of an article's text.
    """
    known = ENDINGS.get(PurePath(path).suffix.lower())
    if known == "text":
        return "markdown" if has_front_matter(head) else "text"
    if known is not None:
        return known
    if _is_record(head):
        return "jsonl"
    if WHOLE_JSON.match(head):
        return "json"
    return "markdown" if has_front_matter(head) or HEADING.match(head) else "text"


def _is_record(head: str) -> bool:
    """Whether the first line that is not blank holds an object, whole or at least begun."""
    line = head.lstrip().split("\n", 1)[0]
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return bool(RECORD.match(line)) and not line.rstrip().endswith(",")

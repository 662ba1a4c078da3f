"""Where each key and value of a TOML text stands: the parser tells no places, and a message without one is no help.

Runs only when a message is due, on text that has parsed, so it checks nothing. Tables and lists deeper than
`DEEPEST` get the place of what holds them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]

DEEPEST = 60
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*+)*+")
BARE = re.compile(r"[A-Za-z0-9_-]+")
SCALAR = re.compile(r"[^,\]}#\n]*")
PLAIN = re.compile(r"[^\"'\\]+")
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{2})|[ \t]*\n[ \t\n]*|(.))", re.DOTALL)
SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Positions:
    """Offsets of keys and (start, end) of values, by the keys and list places that lead to them."""

    text: str
    keys: Mapping[Path, int]
    values: Mapping[Path, tuple[int, int]]

    def key(self, path: Path) -> tuple[int, int]:
        """The 1-based line and column of a key, or of the nearest thing around it."""
        while path and path not in self.keys and path not in self.values:
            path = path[:-1]
        if path in self.keys:
            return self._place(self.keys[path])
        return self._place(self.values[path][0]) if path else (1, 1)

    def value(self, path: Path) -> tuple[int, int]:
        """The 1-based line and column of a value, or of the nearest thing around it."""
        return self._place(self.values[path][0]) if path in self.values else self.key(path)

    def inside(self, path: Path, offset: int) -> tuple[int, int]:
        """The place of one character of a value that is text, escapes counted as the file writes them."""
        if path not in self.values:
            return self.key(path)
        start, end = self.values[path]
        starts = [at for at, _ in characters(self.text, start, end)]
        return self._place(starts[offset] if offset < len(starts) else max(start, end - quotes(self.text, start)))

    def _place(self, offset: int) -> tuple[int, int]:
        return self.text.count("\n", 0, offset) + 1, offset - self.text.rfind("\n", 0, offset)


def locate(text: str) -> Positions:
    """The places in a TOML text that parses, its line ends being \\n."""
    scanner = _Scanner(text)
    scanner.document()
    return Positions(text, scanner.keys, scanner.values)


def quotes(text: str, start: int) -> int:
    """How many quotation marks open the string at `start`: 3 or 1."""
    return 3 if text[start : start + 3] in ('"""', "'''") else 1


def characters(text: str, start: int, end: int) -> list[tuple[int, str]]:
    """Each character of the string literal `text[start:end]` with the offset at which it is written."""
    marks = quotes(text, start)
    at, stop = start + marks, end - marks
    if marks == 3 and text.startswith("\n", at):
        at += 1
    found: list[tuple[int, str]] = []
    while at < stop:
        escape = ESCAPE.match(text, at, stop) if text[start] == '"' else None
        if escape is None:
            found.append((at, text[at]))
            at += 1
            continue
        if code := escape[1] or escape[2] or escape[3]:
            found.append((at, chr(int(code, 16))))
        elif escape[4]:
            found.append((at, SHORT.get(escape[4], escape[4])))
        at = escape.end()
    return found


class _Scanner:
    """Walks a TOML text once; `at` is where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.keys: dict[Path, int] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.lengths: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        self.blank()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table, 0)
            self.blank()

    def blank(self) -> None:
        match = BLANK.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def header(self) -> Path:
        start, brackets = self.at, 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        path: Path = ()
        parts = self.dotted()
        for place, (name, offset) in enumerate(parts):
            path = (*path, name)
            self.keys.setdefault(path, offset)
            last = place == len(parts) - 1
            if last and brackets == 2:
                self.lengths[path] = self.lengths.get(path, 0) + 1
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
                if last:
                    self.keys[path] = start
        self.at += brackets
        return path

    def dotted(self) -> list[tuple[str, int]]:
        """The names of a dotted key, each with its offset; leaves `at` at the sign behind it."""
        parts: list[tuple[str, int]] = []
        while True:
            self.blank()
            start = self.at
            if self.text[start] in "\"'":
                self.string()
                parts.append(("".join(sign for _, sign in characters(self.text, start, self.at)), start))
            else:
                match = BARE.match(self.text, start)
                self.at = match.end() if match else start + 1
                parts.append((self.text[start : self.at], start))
            self.blank()
            if not self.text.startswith(".", self.at):
                return parts
            self.at += 1

    def pair(self, table: Path, depth: int) -> None:
        for name, offset in self.dotted():
            table = (*table, name)
            self.keys.setdefault(table, offset)
        self.at += 1
        self.value(table, depth)

    def value(self, path: Path, depth: int) -> None:
        self.blank()
        start = self.at
        sign = self.text[start] if start < len(self.text) else ""
        if depth > DEEPEST:
            self.at = len(self.text)
        elif sign == "[":
            self.array(path, depth + 1)
        elif sign == "{":
            self.inline(path, depth + 1)
        elif sign and sign in "\"'":
            self.string()
        else:
            match = SCALAR.match(self.text, start)
            self.at = start + len(match[0].rstrip()) if match else start + 1
        self.values[path] = (start, self.at)

    def array(self, path: Path, depth: int) -> None:
        place = 0
        self.at += 1
        while not self.ended("]"):
            self.value((*path, place), depth)
            place += 1

    def inline(self, path: Path, depth: int) -> None:
        self.at += 1
        while not self.ended("}"):
            self.pair(path, depth)

    def ended(self, closing: str) -> bool:
        """Steps over a comma; whether the closing sign (or the end of the text) was stepped over."""
        self.blank()
        if self.text.startswith(",", self.at):
            self.at += 1
            self.blank()
        if self.at < len(self.text) and self.text[self.at] != closing:
            return False
        self.at += 1
        return True

    def string(self) -> None:
        """Steps over the string at `at`; a long string may end on one or two marks of its own."""
        mark, marks = self.text[self.at], quotes(self.text, self.at)
        if marks == 1 and self.text.startswith(mark * 2, self.at):
            self.at += 2
            return
        at = self.at + marks
        while not self.text.startswith(mark * marks, at):
            if at >= len(self.text):
                self.at = at
                return
            plain = PLAIN.match(self.text, at)
            at = plain.end() if plain else at + (2 if mark == '"' and self.text[at] == "\\" else 1)
        at += marks
        while marks == 3 and self.text.startswith(mark, at) and not self.text.startswith(mark * 3, at):
            at += 1
        self.at = at

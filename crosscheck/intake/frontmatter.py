"""Reads the fields that stand between two fences at a Markdown file's beginning: "---" as in YAML, "+++" as in TOML.

Only what articles need of either is read: fields of one value or a list of values. Nested ones are passed over, so a
file made for any site generator can be read, and every value keeps its place in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

OPENING = re.compile(r"(?P<fence>---|\+\+\+)[ \t]{0,99}\r?\n")
LINE = re.compile(r"[^\n]*(?:\n|\Z)")
FIELD = {
    "---": re.compile(r"(?P<quote>[\"']?)(?P<name>[^\W\d][\w.-]{0,60})(?P=quote)[ \t]{0,20}:(?:[ \t]{1,99}|$)"),
    "+++": re.compile(r"(?P<quote>[\"']?)(?P<name>[^\W\d][\w.-]{0,60})(?P=quote)[ \t]{0,20}=[ \t]{0,99}"),
}
DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'(?:[^']|'')*'")
COMMENT = re.compile(r"[ \t]+#.*$")
BLOCK = re.compile(r"[|>][+-]?\d?")
NOTHING = ("", "~", "null", "Null", "NULL")
LONGEST = 2000  # lines: past that, no fence closes front matter


@dataclass(frozen=True, slots=True)
class Field:
    """A field's values; `start` and `end` are the one value's place, None where it does not stand there as it is."""

    name: str
    values: tuple[str, ...]
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields in order, where the text below begins, and each line that could not be read: its number and why."""

    fields: tuple[Field, ...]
    end: int
    faults: tuple[tuple[int, str], ...] = ()

    def field(self, *names: str) -> Field | None:
        """The first field of one of these names that has a value."""
        return next((field for field in self.fields if field.name.lower() in names and field.values), None)


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    start: int
    text: str


def has_front_matter(text: str) -> bool:
    """Whether a text begins with sound front matter."""
    found = read_front_matter(text)
    return bool(found and found.fields and not found.faults)


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, or None where there is none: a first line "---" may also be a mere rule.

    A line that cannot be read is a fault and costs its own field alone. A fence that nothing closes is a fault; the
    fields then end at the first line that is none.
    """
    opening = OPENING.match(text)
    if opening is None:
        return None
    fence = opening["fence"]
    lines = list(_lines(text, opening.end()))
    told = [line for line in lines if line.text.strip() and not line.text.startswith("#")]
    if not told or not (fence == "+++" or FIELD[fence].match(told[0].text) or told[0].text.strip() == fence):
        return None
    closing = next((index for index, line in enumerate(lines) if line.text.rstrip() in (fence, "...")), None)
    if closing is None:
        return _unclosed(fence, lines)
    fields, faults = _fields(fence, lines[:closing])
    last = lines[closing]
    end = lines[closing + 1].start if closing + 1 < len(lines) else last.start + len(last.text)
    return FrontMatter(fields, end, faults)


def _lines(text: str, start: int) -> Iterator[_Line]:
    for number, match in enumerate(LINE.finditer(text, start), start=2):
        if number > LONGEST or match.start() == len(text):
            return
        yield _Line(number, match.start(), match.group().rstrip("\r\n"))


def _unclosed(fence: str, lines: list[_Line]) -> FrontMatter:
    count = next((index for index, line in enumerate(lines) if not FIELD[fence].match(line.text)), len(lines))
    fields, faults = _fields(fence, lines[:count])
    end = lines[count].start if count < len(lines) else lines[-1].start + len(lines[-1].text)
    what = f"is never closed; put a line “{fence}” below its fields"
    return FrontMatter(fields, end, ((1, what), *faults))


def _fields(fence: str, lines: list[_Line]) -> tuple[tuple[Field, ...], tuple[tuple[int, str], ...]]:
    fields: list[Field] = []
    faults: list[tuple[int, str]] = []
    listing = nested = False
    for line in lines:
        text = line.text.strip()
        if not text or text.startswith("#"):
            continue
        if listing or line.text[0] in " \t" or text.startswith("- "):
            if fields and not nested:
                fields[-1] = _continued(fields[-1], text, listing=listing)
            listing = listing and not text.rstrip(",").endswith("]")
        elif fence == "+++" and text.startswith("["):
            nested = True
        elif (match := FIELD[fence].match(line.text)) is None:
            wanted = "name = value" if fence == "+++" else "name: value"
            faults.append((line.number, f"has a line that is no field; write “{wanted}”"))
        elif not nested:
            value = _valued(match["name"], line, match.end())
            if isinstance(value, str):
                faults.append((line.number, value))
            else:
                fields.append(value)
                listing = _opens_list(line.text[match.end() :])
    return tuple(fields), tuple(faults)


def _opens_list(raw: str) -> bool:
    return raw.startswith("[") and "]" not in raw


def _valued(name: str, line: _Line, begin: int) -> Field | str:
    """A field with its value, or what is wrong with it."""
    raw = line.text[begin:].strip()
    begin = line.text.index(raw, begin) if raw else begin
    if BLOCK.fullmatch(raw) or raw in NOTHING:
        return Field(name, ())
    if raw.startswith("["):
        return Field(name, _listed(raw))
    if raw.startswith(('"""', "'''")):
        return f"has “{name}” over several lines; write it on one"
    if raw[0] in "\"'":
        return _quoted(name, raw, line.start + begin)
    value = COMMENT.sub("", raw)
    return Field(name, (value,), line.start + begin, line.start + begin + len(value))


def _quoted(name: str, raw: str, start: int) -> Field | str:
    match = (DOUBLE if raw[0] == '"' else SINGLE).match(raw)
    rest = raw[match.end() :].strip() if match else ""
    if match is None or (rest and not rest.startswith("#")):
        return f"has a quotation mark in “{name}” that nothing closes; close it at the end of the value"
    value = _unquoted(match.group())
    if value != match.group()[1:-1]:
        return Field(name, (value,) if value else ())
    return Field(name, (value,) if value else (), start + 1, start + 1 + len(value))


def _unquoted(raw: str) -> str:
    if DOUBLE.fullmatch(raw):
        try:
            return str(json.loads(raw, strict=False))
        except ValueError:
            return raw[1:-1]
    return raw[1:-1].replace("''", "'") if SINGLE.fullmatch(raw) else raw


def _listed(raw: str) -> tuple[str, ...]:
    items = (_unquoted(item.strip()) for item in COMMENT.sub("", raw).strip("[] \t,").split(","))
    return tuple(item for item in items if item not in NOTHING)


def _continued(field: Field, text: str, *, listing: bool) -> Field:
    """A field with a line below it: an item of its list, or more of its text."""
    if listing:
        return replace(field, values=field.values + _listed(text))
    if text.startswith("- "):
        return replace(field, values=(*field.values, _unquoted(COMMENT.sub("", text[2:]).strip())))
    value = " ".join((*field.values, text))
    return Field(field.name, (value,))

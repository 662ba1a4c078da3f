"""Makes text from articles harmless wherever it is shown: escapes, controls and bidi overrides become visible.

Terminals obey C0 and C1 controls, and bidi overrides make a line read otherwise than it is; neither may come from an
article, a path or a rule file. Text for people gets pictures of them, JSON its own escapes, which lose nothing.
"""

from __future__ import annotations

import json
import re
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]+")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029{_BIDI}\ud800-\udfff]")
# JSON escapes C0 by itself; U+0085, U+2028 and U+2029 would cut a JSON line in two for readers that split on them.
_UNSAFE_IN_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{_BIDI}\ud800-\udfff]")
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode


def inert(text: str) -> str:
    """The text on one line, white space folded, with a visible stand-in for each character that a terminal obeys."""
    return text if text.isprintable() else _CONTROLS.sub(_picture, _SPACE.sub(" ", text))


def encode(record: Any) -> str:
    """A record as one line of compact JSON, without line end, that no terminal and no line splitter trips over."""
    line = _ENCODE(record)
    return line if line.isprintable() else _UNSAFE_IN_JSON.sub(_escape, line)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"

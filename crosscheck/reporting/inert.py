"""Makes text from articles harmless wherever it is shown: escapes, controls and what cannot be seen become visible.

Terminals obey C0 and C1 controls, direction marks make a line read otherwise than it is, characters of no width make
two words look like one, and runners of continuous integration obey commands in what is printed. None of that may come
from an article, a path, a rule file or an argument. Text for people gets pictures of it, JSON and TOML their own
escapes, which lose nothing.
"""

from __future__ import annotations

import json
import re
from typing import Any

_SPACE = re.compile(r"[ \t\r\n]+")
# Line ends of their own, direction marks, what has no width, tags, and halves of surrogate pairs. Soft hyphens stay.
_UNSEEN = (
    "\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\ud800-\udfff"
)
_CONTROLS = re.compile(f"[\x00-\x1f\x7f-\x9f{_UNSEEN}]")
_LAID_OUT = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f{_UNSEEN}]")
# JSON escapes C0 by itself; U+0085, U+2028 and U+2029 would cut a JSON line in two for readers that split on them.
_UNSAFE_IN_STRINGS = re.compile(f"[\x7f-\x9f{_UNSEEN}]")
# "##[error]", "##vso[task.setvariable]", "##teamcity[…]" are obeyed anywhere in a line, "::error::" at its beginning.
_BRACKETED = re.compile(r"(##\w{0,20})\[")
_COLONS = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*)::", re.MULTILINE)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False).encode


def inert(text: str) -> str:
    """The text on one line, white space folded, with a visible stand-in for each character that a terminal obeys."""
    if not text.isprintable():
        text = _CONTROLS.sub(_picture, _SPACE.sub(" ", text))
    return _BRACKETED.sub(r"\1<U+005B>", text) if "##" in text else text


def laid_out(text: str) -> str:
    """The same for text that stands on its lines already: line ends and blanks stay, of a tab one blank."""
    return commandless(_BRACKETED.sub(r"\1<U+005B>", _LAID_OUT.sub(_picture, text.replace("\t", " "))))


def commandless(text: str) -> str:
    """Inert text as it was laid out on lines, with a stand-in where one of them would begin as a command does."""
    return _COLONS.sub(r"\1<U+003A>:", text) if "::" in text else text


def encode(record: Any) -> str:
    """A record as one line of compact JSON, without line end, that no terminal and no line splitter trips over."""
    line = _ENCODE(record)
    if not line.isprintable():
        line = _UNSAFE_IN_STRINGS.sub(_escape, line)
    return _BRACKETED.sub(r"\1\\u005b", line) if "##" in line else line


def toml(text: str) -> str:
    """TOML as tomli_w writes it, made so too; half a surrogate pair, which TOML cannot tell, becomes U+FFFD."""
    return _BRACKETED.sub(r"\1\\u005b", _UNSAFE_IN_STRINGS.sub(_long_escape, text))


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _long_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"\\U{code:08X}"

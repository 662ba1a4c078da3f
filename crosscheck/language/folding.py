"""One spelling for looking names up: case, accents, apostrophes, full stops and hyphens make no difference."""

from __future__ import annotations

import unicodedata

# Letters that Unicode does not take apart into a plain letter and a mark.
WHOLE = {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "a"}
DROPPED = "'’‘`´ʻʼʹʿʾ.,"
SPACED = "-–—‐‑_/\u00a0\t\r\n"
PLAIN = str.maketrans({**dict.fromkeys(DROPPED, ""), **dict.fromkeys(SPACED, " ")})
TABLE = {**PLAIN, **str.maketrans(WHOLE)}


def fold(name: str) -> str:
    """The key of a name: "Port-au-Prince" is "port au prince", "Sana'a" is "sanaa", "Apurímac" is "apurimac"."""
    if name.isascii():
        return " ".join(name.lower().translate(PLAIN).split())
    return " ".join(unaccent(unaccent(name).lower()).translate(TABLE).split())


def unaccent(text: str) -> str:
    """A text without accents; every other character stays."""
    apart = unicodedata.normalize("NFKD", text)
    return unicodedata.normalize("NFC", "".join(char for char in apart if not unicodedata.combining(char)))

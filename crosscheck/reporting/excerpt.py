"""Texts of any length cut to what a reader needs: a figure with the words around it, a name that fits a line."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.reporting.inert import inert

# Outlets, sources and spellings are names; what is longer is something else in their place.
_NAME = 70


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A figure and the words around it, all inert; where no figure is marked, `before` holds the whole."""

    before: str
    figure: str = ""
    after: str = ""

    def __str__(self) -> str:
        return self.before + self.figure + self.after


def around(text: str, start: int, end: int, limit: int) -> Excerpt:
    """About `limit` characters of a text around the stretch from start to end."""
    if not 0 <= start < end <= len(text):
        return Excerpt(clipped(inert(text[: limit + 1]), limit))
    half = limit // 2
    before, after = inert(_tail(text[:start], half)), inert(clipped(text[end : end + half + 1], half))
    return Excerpt(before, inert(clipped(text[start : min(end, start + limit + 1)], limit)), after)


def short(text: str, limit: int = _NAME) -> str:
    """A text made inert and cut to about `limit` characters."""
    return clipped(inert(text[: limit + 1]), limit)


def clipped(text: str, limit: int) -> str:
    """The first words of a text, with an ellipsis where some are left out."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    return f"{kept[: kept.rfind(' ')] if ' ' in kept else kept} …"


def _tail(text: str, limit: int) -> str:
    """The last words of a text, with an ellipsis where some are left out."""
    if len(text) <= limit:
        return text
    kept = text[-limit:]
    return f"… {kept[kept.find(' ') + 1 :]}"

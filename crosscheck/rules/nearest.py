"""The nearest valid word to a wrong one, so that a message about a rule file tells what to write instead."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, valid: Iterable[str]) -> str:
    """The end of a message: the valid word most like `word`, else all of them, in the order given."""
    import difflib

    known = tuple(valid)
    close = difflib.get_close_matches(word.lower(), known, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    if not known:
        return "none is allowed here"
    return f"use {'one of ' if len(known) > 1 else ''}{', '.join(known)}"

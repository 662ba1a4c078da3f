"""Answers kept by word: a text says the same words again and again, and what each of them is never changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Key = TypeVar("Key")
Answer = TypeVar("Answer")

MOST = 100_000  # answers kept: a run over any number of articles stays flat


class Memo(dict[Key, Answer]):
    """A dictionary that asks `of` for what it lacks: `memo[word]` costs no call once the word is known."""

    __slots__ = ("_most", "_of")

    def __init__(self, of: Callable[[Key], Answer], *, most: int = MOST) -> None:
        super().__init__()
        self._of, self._most = of, most

    def __missing__(self, key: Key) -> Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[key] = self._of(key)
        return answer

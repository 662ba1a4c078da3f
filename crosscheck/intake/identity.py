"""Keeps the ids of a run's articles apart: two articles of one id are both kept, the later under a numbered one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from crosscheck.model import Article, Recalled, Skipped

A = TypeVar("A", bound=Article | Recalled)


class Identities:
    """The ids given so far."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._repeats: dict[str, int] = {}

    def told_apart(self, article: A) -> Iterator[A | Skipped]:
        """The article under an id that no other has; the first repetition of an id is noted."""
        told = article.publication.id
        if told not in self._given:
            self._given.add(told)
            yield article
            return
        if told not in self._repeats:
            what = f"uses the id “{told}” again; read as “{self._next(told)}”, and so on; give each article its own"
            yield Skipped(article.origin.path, what, article.origin.line)
        else:
            self._next(told)
        name = f"{told}#{self._repeats[told]}"
        self._given.add(name)
        yield replace(article, publication=replace(article.publication, id=name))

    def _next(self, told: str) -> str:
        number = self._repeats.get(told, 1) + 1
        while f"{told}#{number}" in self._given:
            number += 1
        self._repeats[told] = number
        return f"{told}#{number}"

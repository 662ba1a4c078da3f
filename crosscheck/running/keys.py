"""Hashes by which results are kept: of what was read, of what was asked for, and of the program that did it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import msgspec

from crosscheck.model import Article, Publication
from crosscheck.rules import Rule
from crosscheck.running.store import KEY

# What a rule says of itself, proves itself with or compares by: extracting never looks at it, so that editing it loses
# nothing. Of comparing it looks at the one facet whose values exclude each other.
UNREAD = frozenset({"path", "about", "why", "examples", "counterexamples", "cases", "compare"})

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


def hashed(*parts: Any) -> bytes:
    """A key of plain values, dataclasses and tuples of them."""
    return hashlib.blake2b(_encode(parts), digest_size=KEY).digest()


def content(article: Article) -> bytes:
    """Stands for all of an article that extracting may look at: its id and its path are none of it."""
    told, origin = article.publication, article.origin
    head = (
        told.title,
        told.author,
        told.outlet,
        told.published,
        told.lang,
        told.url,
        origin.line,
        origin.column,
        origin.start,
        [(part.role, part.start, part.end, part.field) for part in article.parts],
    )
    found = hashlib.blake2b(_encode(head), digest_size=KEY)
    found.update(article.text.encode("utf-8", "surrogatepass"))
    return found.digest()


def rulebook(rules: Iterable[Rule]) -> bytes:
    """Stands for all of these rules that extracting may look at."""
    kept = [name for name in Rule.__dataclass_fields__ if name not in UNREAD]
    return hashed([[rule.compare.exclusive, *(getattr(rule, name) for name in kept)] for rule in rules if rule.enabled])


def result(work: bytes, digest: bytes, article: Publication, *, named: bool) -> bytes:
    """The key of one result: of this work, on that content, and where it names the article, of that article."""
    found = hashlib.blake2b(work + digest, digest_size=KEY)
    if named:
        found.update(_encode((article.id, article.path)))
    return found.digest()

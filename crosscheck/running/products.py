"""What is made of each article and can be kept: how it becomes bytes and is made of them again."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from crosscheck.model import Extracted, Publication
from crosscheck.running import packing

R = TypeVar("R")


class Product(Protocol[R]):
    """A kind of result. `named` tells that it repeats the article's id and path, and so serves that one article."""

    @property
    def name(self) -> str:
        """What tells this kind from every other in the cache."""
        ...

    @property
    def named(self) -> bool:
        """Whether it repeats the article's id and path."""
        ...

    def pack(self, result: R) -> bytes:
        """The result as bytes."""
        ...

    def unpack(self, article: Publication, packed: bytes) -> R:
        """The same result for that article; raises ValueError, or an error of zlib, where the bytes are none."""
        ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that an article gave, or only its claims and what they need: two kinds, as asked for."""

    name: str = "extracted"
    named: bool = False

    def pack(self, result: Extracted) -> bytes:
        """Without publication and path."""
        return packing.pack(result)

    def unpack(self, article: Publication, packed: bytes) -> Extracted:
        """With those of this article."""
        return packing.unpack(article, packed)


EXTRACTED = Extraction()


@dataclass(frozen=True, slots=True)
class Lines:
    """Text that is written out as it is: a tenth of the work of making it anew."""

    name: str
    named: bool = True

    def pack(self, result: str) -> bytes:
        """Records repeat their fields' names, so that little remains."""
        return zlib.compress(result.encode("utf-8", "surrogatepass"), 1) if result else b""

    def unpack(self, article: Publication, packed: bytes) -> str:  # noqa: ARG002 - the text names its article
        """The text as it was."""
        return zlib.decompress(packed).decode("utf-8", "surrogatepass") if packed else ""


@dataclass(frozen=True, slots=True)
class Partial(Generic[R]):
    """A result of an article whose time was spent before its end, and what is to be told of that: never kept."""

    result: R
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Packed:
    """A result as bytes, on its way from a worker or into the cache."""

    content: bytes


def packed(product: Product[R] | None, result: R) -> Packed | R:
    """The result as bytes where there is a product for it and it can be told in them: half a surrogate pair cannot."""
    if product is None or isinstance(result, Partial):
        return result
    try:
        return Packed(product.pack(result))
    except UnicodeEncodeError:
        return result


def unpacked(product: Product[R] | None, article: Publication, told: Any) -> R:
    """What `packed` was given."""
    return product.unpack(article, told.content) if product is not None and isinstance(told, Packed) else told

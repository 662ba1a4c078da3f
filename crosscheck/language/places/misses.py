"""Names of the index that are spelt almost like one that it does not know: for suggestions in messages only."""

from __future__ import annotations

from functools import lru_cache

from crosscheck.language.folding import fold
from crosscheck.language.places.index import Index

ALIKE = 0.8  # of 1: one slip in a name of five letters or more; "Ilaev" for "Ilave", never "Pune" for "Puno"


def near_misses(index: Index, name: str, limit: int = 3) -> tuple[str, ...]:
    """The names most like this one, best first; takes some tenths of a second, as it looks at every name."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names, folded = _folded(index)
    alike = OSA.normalized_similarity
    found = process.extract(fold(name), folded, scorer=alike, score_cutoff=ALIKE, limit=limit)
    return tuple(names[place] for _, _, place in found)


@lru_cache(maxsize=1)
def _folded(index: Index) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All names in order, and how each is looked up: kept, since whoever misspells one misspells several."""
    names = tuple(sorted(set(index.names())))
    return names, tuple(map(fold, names))

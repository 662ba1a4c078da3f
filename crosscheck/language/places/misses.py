"""Names of the index that are spelt almost like one that it does not know: for suggestions in messages only."""

from __future__ import annotations

from crosscheck.language.folding import fold
from crosscheck.language.places.index import Index

ALIKE = 0.8  # of 1: one slip in a name of five letters or more; "Ilaev" for "Ilave", never "Pune" for "Puno"


def near_misses(index: Index, name: str, limit: int = 3) -> tuple[str, ...]:
    """The names most like this one, best first; takes some tenths of a second, as it looks at every name."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    names = sorted(set(index.names()))
    alike = OSA.normalized_similarity
    found = process.extract(name, names, scorer=alike, processor=fold, score_cutoff=ALIKE, limit=limit)
    return tuple(each for each, _, _ in found)

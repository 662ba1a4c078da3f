"""Regions that share their name with a town in them: "in Kharkiv" may be either, "in the Kharkiv region" is not."""

from __future__ import annotations

from functools import cache, lru_cache

from crosscheck.language.folding import fold
from crosscheck.language.packs import languages
from crosscheck.language.places.gazetteer import Gazetteer


@lru_cache(maxsize=1024)
def may_be_town(path: tuple[str, ...], text: str, lang: str) -> bool:
    """Whether a place that a text names may be a town in it, the text having no word like "region", beside the name or
    in its stead ("clashes in the region").

    `path` names the place and what holds it, from itself outward.
    """
    known = _known(lang if lang in languages() else "en")
    same = [place for place in known.candidates(path[0]) if place.kind == "city" and place.path[1:] == path]
    if not same:
        return False
    seen = known.find_names(text)
    called = any(each.hint is not None for each in seen if fold(each.name) == fold(path[0]))
    return not called and not any(each.evidence == "back" for each in seen)


@cache
def _known(lang: str) -> Gazetteer:
    return Gazetteer.load((), lang)

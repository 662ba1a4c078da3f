"""Spelling variants as notes."""

from __future__ import annotations

from crosscheck.comparison import compare
from crosscheck.model import Extracted, Publication
from tests.comparison.factory import RULES, name


def article(id: str, *names: tuple[str, str, int]) -> Extracted:
    told = tuple(name(surface, kind, count, at=10 * i) for i, (surface, kind, count) in enumerate(names))
    return Extracted(Publication(id, f"{id}.txt"), (), told)


def test_accents_across_articles() -> None:
    one, other = article("a", ("Alberto Otárola", "person", 3)), article("b", ("Otarola", "person", 1))
    (note,) = compare([one, other], RULES).discrepancies
    assert (note.kind, note.severity, note.quantity) == ("spelling_variant", "note", "")
    assert "Otárola" in note.message
    assert "Otarola" in note.message
    assert {site.article.id for site in note.sites} == {"a", "b"}


def test_one_article_with_two_spellings() -> None:
    both = article("a", ("Nilo Colque", "person", 1), ("Coolque", "person", 1))
    (note,) = compare([both], RULES).discrepancies
    assert sorted(site.surface for site in note.sites) == ["Coolque", "Nilo Colque"]


def test_two_towns() -> None:
    assert compare([article("a", ("Juli", "place", 4), ("Juliaca", "place", 5))], RULES).discrepancies == ()

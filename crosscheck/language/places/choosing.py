"""Which of its namesakes a name means in an article: evidence is added up, and where it does not suffice, none is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from crosscheck.language.places import layout
from crosscheck.language.places.atlas import Candidate
from crosscheck.language.places.standing import KIND
from crosscheck.language.places.words import Hint

Evidence = Literal["composed", "located", "named", "part", "demonym", "back"]

# All on the scale of `standing`: one is a factor of ten in people.
SPOKEN_OF = 2.0  # "San Miguel" in an article on El Salvador, against forty towns elsewhere
LATER_COUNTRY = 0.25  # less for each country that the article speaks of more
NEARBY = 4.0  # "Lima" in an article that names Ohio; "San Salvador" beside "Apopa"
CLOSE = 4.5  # "Clearwater" in an article on Aiken County, against the great one of another named state
SAME = 5.0  # a place that the article named in full before
LOCATED = 1.0  # "in Ilave", "the town of Ilave"
USUAL = 1.5  # what the pack says a bare name means: "Washington" the capital, against the state
KNOWN = 5.0  # a hundred thousand people: below, "Jackson", "Clinton", "Young" are sooner persons than towns
KNOWN_NOWHERE = 5.3  # two hundred thousand, where nothing tells a country: "Juliaca", but not "Bush" in Egypt
KNOWN_ABROAD = 5.6  # four hundred thousand, in a country not spoken of: "Pereira" is no town of Colombia
KNOWN_AWAY = 4.5  # thirty thousand, in no region named: "the Pierce area" of Kentucky is not in Nebraska
KNOWN_ONCE = 4.0  # ten thousand people, in a country spoken of, and no namesake on earth: "Ilave", "Fallujah"
KNOWN_LONG = 4.5  # of several words: "San Pedro Sula" names no person
MARGIN = 0.5  # a namesake three times as large decides; "Springfield" has none and stays open


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article speaks of, as rows: countries, first the most; places resolved already and their regions."""

    countries: tuple[int, ...] = ()
    holders: frozenset[int] = frozenset()
    rows: frozenset[int] = frozenset()

    def bonus(self, candidate: Candidate) -> float:
        """What speaks for a candidate here."""
        if candidate.kind == "country":
            return self._spoken_of(candidate.row)
        if candidate.row in self.rows:
            return SAME
        shared = len(self.holders.intersection(candidate.chain[:-1]))
        if shared:
            return CLOSE if shared > 1 else NEARBY
        return self._spoken_of(candidate.chain[-1])

    def nearby(self, candidate: Candidate) -> bool:
        """Whether the article names this place or one in its region."""
        return candidate.row in self.rows or not self.holders.isdisjoint(candidate.chain[:-1])

    def foreign(self, candidate: Candidate) -> bool:
        """Whether the article speaks of countries, and not of this place's."""
        return bool(self.countries) and candidate.chain[-1] not in self.countries

    def _spoken_of(self, country: int) -> float:
        if country not in self.countries:
            return 0.0
        return max(SPOKEN_OF - LATER_COUNTRY * self.countries.index(country), SPOKEN_OF / 2)


def choose(
    candidates: Sequence[Candidate],
    around: Surroundings,
    *,
    hint: Hint | None = None,
    evidence: Evidence = "named",
    usual: int = -1,
    words: int = 1,
) -> Candidate | None:
    """The candidate that is meant, or None where no one is well enough known or two are equally likely.

    `usual` is the row that the pack prefers for this name, `words` the number of words in it.
    """
    fitting = fit(candidates, hint, located=evidence in ("located", "composed"))
    if not fitting:  # "Peru state media": the word after speaks of something else
        hint, fitting = None, fit(candidates, None, located=False)
    extra = LOCATED if evidence == "located" or hint else 0.0
    scored = [(each.standing + around.bonus(each) + extra + USUAL * (each.row == usual), each) for each in fitting]
    if not scored:
        return None
    score, best = scored[0] if len(scored) == 1 else min(scored, key=_order)
    for other, each in scored:
        if score - other < MARGIN and each is not best and _rivals(best, each):
            return None
    alone = all(best.holds(each) or each.holds(best) for each in candidates)
    if not _suffices(best, score, around, evidence, hint, words, alone=alone):
        return None
    return container(best, fitting) if hint is None and best.row != usual else best


def _order(scored: tuple[float, Candidate]) -> tuple[float, int]:
    return -scored[0], scored[1].row


def fit(candidates: Sequence[Candidate], hint: Hint | None, *, located: bool) -> list[Candidate]:
    """The candidates of the kind that a hint names; without one, no district that needs the word for its kind."""
    if hint is None:
        hidden = layout.BOUND if located else layout.BOUND | layout.STRIPPED
        shown = [each for each in candidates if not each.flags & hidden]
        return [each for each in shown if not (each.flags & layout.STRIPPED and _named_after(each, shown))]
    if hint == "any":
        return _province(candidates)
    fitting = [each for each in candidates if each.kind == hint]
    if not fitting and hint == "region":  # "the Aleppo region" may be the land around a town
        fitting = [each for each in candidates if each.kind in ("city", "district")]
    return fitting


def _named_after(district: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a district without the word for its kind is only its chief town's name: "Cologne" is the city."""
    return any(each.kind == "city" and district.holds(each) for each in candidates)


def _province(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Regions where the country calls those so ("Buenos Aires province"), else districts ("Carabaya province")."""
    regions = [each for each in candidates if each.kind == "region"]
    districts = [each for each in candidates if each.kind == "district"]
    called = [each for each in regions if each.province]
    return called + [each for each in districts if not any(other.holds(each) for other in called)] or regions


def _rivals(one: Candidate, other: Candidate) -> bool:
    """Whether a name that may mean both leaves open where something was.

    A town and a region do not, where one holds the other or where they share no more than name and country: "Lima" is
    the capital, and beside it a region without it.
    """
    if one.holds(other) or other.holds(one):
        return False
    return not (one.chain[-1] == other.chain[-1] and {one.kind, other.kind} == {"region", "city"})


def _suffices(
    best: Candidate,
    score: float,
    around: Surroundings,
    evidence: Evidence,
    hint: Hint | None,
    words: int,
    *,
    alone: bool,
) -> bool:
    told, near = evidence in ("located", "composed") or hint is not None, around.nearby(best)
    if best.kind == "region" and hint is None and words == 1 and not near and around.foreign(best):
        return best.standing >= KNOWN_ABROAD + KIND["region"]
    if best.kind == "city" and not near:
        if not told and not around.countries and words == 1:
            return best.standing >= KNOWN_NOWHERE
        if around.foreign(best):
            return best.standing >= (KNOWN if told else KNOWN_ABROAD)
        if around.holders and hint is None and best.standing < KNOWN_AWAY:
            return False
    if words > 1:
        return score >= KNOWN_LONG
    if alone and around.countries and not around.foreign(best) and best.standing >= KNOWN_ONCE:
        return True
    return (score if told or near else best.standing) >= KNOWN


def container(best: Candidate, fitting: Sequence[Candidate]) -> Candidate:
    """A country before all in it, a region before its chief town, but a national capital before its region.

    "In Puno" may be anywhere in the region, and must meet "in Juliaca"; "in San Salvador" is in the city.
    """
    nation = next((each for each in fitting if each.kind == "country" and each.holds(best)), None)
    if nation is not None:  # "northern Guatemala" is of the country, though the article names the city
        return nation
    same = [each for each in fitting if not each.flags and (each is best or not _rivals(each, best))]
    capital = next((each for each in same if each.capital), None)
    if capital is not None:
        return capital
    return next((each for each in same if each.kind == "region" and each.holds(best)), best)

"""Does a table with the shape of a rule make sense? Holds its parts against each other: words, facets, claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from crosscheck.language.packs import languages
from crosscheck.language.telling import happenings
from crosscheck.rules.examination import Complaint, Path
from crosscheck.rules.grammar import CLAIM, keys_of
from crosscheck.rules.nearest import nearest
from crosscheck.rules.phrase import MOST_WAYS, Phrase, PhraseError, has_figure, has_word, parse, slots, ways
from crosscheck.rules.vocabulary import FACETS, FIGURE_SLOTS

BINDING = ("participle", "intransitive", "verb", "noun", "person", "state", "toll", "idiom", "rate")
CLAIM_KEYS = frozenset(keys_of(CLAIM))


def consider(table: Mapping[str, Any], doubtful: frozenset[str] = frozenset()) -> Iterator[Complaint]:
    """Every fault of meaning in a table whose parts all have their shape, in no order.

    `doubtful` names top-level keys that had faults and were taken out: nothing is held against what they may have said.
    """
    facets = None if "facets" in doubtful else frozenset(table.get("facets", ()))
    yield from _switch(table)
    if not doubtful & {"words", "sense", "pattern"}:
        yield from _binding(table)
    yield from _languages(table)
    yield from _repeats(table)
    yield from _twofold(table)
    yield from _phrases(table, facets)
    yield from _comparing(table.get("compare", {}), facets)
    yield from _instead(table.get("instead", {}))
    if not doubtful & {"kind", "unit"}:
        yield from _counts(table)
    yield from _examples(table, facets, () if "scope" in doubtful else table.get("scope", ("event",)))
    for path, settings in (*_settings(table), (("mixed", "set"), table.get("mixed", {}).get("set", {}))):
        yield from _strangers(path, settings, facets)
    if not doubtful & {"facets", "sense", "pattern"}:
        yield from _facets(table)


def _strangers(path: Path, names: Any, facets: frozenset[str] | None) -> Iterator[Complaint]:
    """Complains of names, keys of the table at `path`, that are no facets of the rule."""
    if facets is not None:
        yield from (_no_facet((*path, name), name, facets, at_key=True) for name in names if name not in facets)


def _no_facet(
    path: Path, name: str, facets: frozenset[str], *, at_key: bool = False, offset: int | None = None
) -> Complaint:
    return Complaint(path, f'"{name}" is not among the rule\'s facets; {nearest(name, sorted(facets))}', at_key, offset)


def _switch(table: Mapping[str, Any]) -> Iterator[Complaint]:
    if table.get("enabled", True) and "why" in table:
        yield Complaint(
            ("why",), "why is for a rule that is switched off; add enabled = false or take why out", at_key=True
        )
    if not table.get("enabled", True) and "why" not in table:
        yield Complaint(
            ("enabled",), "a rule that is switched off has to say why; add why with a sentence", at_key=True
        )


def _word_tables(table: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    yield ("words",), table.get("words", {})
    for place, sense in enumerate(table.get("sense", ())):
        yield ("sense", place, "words"), sense.get("words", {})


def _lists(table: Mapping[str, Any]) -> Iterator[tuple[Path, list[str]]]:
    """Every list of phrases with its path, which ends on language and role."""
    for path, spoken in _word_tables(table):
        for lang, roles in spoken.items():
            for role, phrases in roles.items():
                yield (*path, lang, role), phrases


def _settings(table: Mapping[str, Any]) -> Iterator[tuple[Path, Mapping[str, str]]]:
    for name in ("sense", "pattern"):
        for place, entry in enumerate(table.get(name, ())):
            yield (name, place, "set"), entry.get("set", {})


def _binding(table: Mapping[str, Any]) -> Iterator[Complaint]:
    if not table.get("pattern") and not any(path[-1] in BINDING for path, _ in _lists(table)):
        yield Complaint(
            (), "no word and no pattern binds a figure; add [words.en] with a role such as participle or noun"
        )
    for place, sense in enumerate(table.get("sense", ())):
        if not any(sense.get("words", {}).values()):
            yield Complaint(("sense", place), "the sense has no words; add [sense.words.en]", at_key=True)


def _languages(table: Mapping[str, Any]) -> Iterator[Complaint]:
    """Words that no pack could put into sentences would be read nowhere, without a word."""
    for path, spoken in _word_tables(table):
        for lang in spoken:
            if lang not in languages():
                what = (
                    f'"{lang}" has no language pack, so that its words are read nowhere; {nearest(lang, languages())}'
                )
                yield Complaint((*path, lang), what, at_key=True)


def _repeats(table: Mapping[str, Any]) -> Iterator[Complaint]:
    for name in ("scope", "facets", "counts"):
        yield from _again((name,), table.get(name, ()))
    for path, phrases in _lists(table):
        yield from _again(path, phrases)


def _again(path: Path, words: Any) -> Iterator[Complaint]:
    seen: set[str] = set()
    for place, word in enumerate(words):
        if word.casefold() in seen:
            yield Complaint((*path, place), f'"{word}" stands in this list twice')
        seen.add(word.casefold())


def _twofold(table: Mapping[str, Any]) -> Iterator[Complaint]:
    """A phrase that sets one facet to two values would leave the reading to chance."""
    seen: dict[tuple[str, str, str], Path] = {}
    for path, phrases in _lists(table):
        lang, role = str(path[-2]), str(path[-1])
        if role in ("cue", "unless", "not", "counted"):
            continue
        for place, phrase in enumerate(phrases):
            first = seen.setdefault((lang, role, phrase.casefold()), path)
            if first != path:
                yield Complaint((*path, place), f'"{phrase}" is also a {role} of {_sense(first)}; keep it in one')


def _sense(path: Path) -> str:
    return f"sense {path[1] + 1}" if isinstance(path[1], int) else "the plain words"


def _phrases(table: Mapping[str, Any], facets: frozenset[str] | None) -> Iterator[Complaint]:
    for path, text in _templates(table):
        try:
            phrase = parse(text)
        except PhraseError as error:
            yield Complaint(path, f"the pattern does not parse: {error.message}", offset=error.position)
            continue
        yield from _bearing(path, phrase)
        if (many := ways(phrase)) > MOST_WAYS:
            what = f"could be matched in {many:,} ways, over the {MOST_WAYS:,} that one may have"
            yield Complaint(
                path, f"the pattern {what}; write fewer of …, {{name}} and [ ] in it, or make two patterns of it"
            )
        if facets is not None:
            yield from _slots(path, text, phrase, facets)


def _templates(table: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    for place, pattern in enumerate(table.get("pattern", ())):
        if "text" in pattern:
            yield ("pattern", place, "text"), pattern["text"]
    for path, phrases in _lists(table):
        if path[-1] == "idiom":
            yield from (((*path, place), phrase) for place, phrase in enumerate(phrases))


def _bearing(path: Path, phrase: Phrase) -> Iterator[Complaint]:
    if not has_figure(phrase):
        figures = " ".join(f"{{{name}}}" for name in sorted(FIGURE_SLOTS))
        yield Complaint(path, f"the pattern can be said without a figure; add a slot outside of [ ]: {figures}")
    if not has_word(phrase):
        yield Complaint(
            path, "the pattern can be said without a word, so nothing tells it apart; add one outside of [ ]"
        )


def _slots(path: Path, text: str, phrase: Phrase, facets: frozenset[str]) -> Iterator[Complaint]:
    for slot in slots(phrase):
        for facet in chain((slot.keeps,) if slot.keeps else (), (name for name, _ in slot.sets)):
            if facet not in facets:
                offset = text.find(facet, text.find("{" + slot.name) + len(slot.name))
                yield _no_facet(path, facet, facets, offset=offset)


def _facets(table: Mapping[str, Any]) -> Iterator[Complaint]:
    """A facet that nothing fills would never keep two figures apart."""
    filled = {name for _, settings in _settings(table) for name in settings}
    for _, text in _templates(table):
        filled |= _filled_by(text)
    for place, name in enumerate(table.get("facets", ())):
        if name not in FACETS and name not in filled:
            what = f'nothing fills the facet "{name}": no sense and no pattern sets it; {nearest(name, FACETS)}'
            yield Complaint(("facets", place), what)


def _filled_by(text: str) -> set[str]:
    try:
        found = slots(parse(text))
    except PhraseError:
        return set()
    return {name for slot in found for name in (slot.keeps, *(facet for facet, _ in slot.sets)) if name}


def _instead(instead: Mapping[str, Any]) -> Iterator[Complaint]:
    for place, kind in enumerate(instead.get("told", ())):
        if kind not in happenings():
            what = f'"{kind}" is no kind of happening that a language pack knows; {nearest(kind, happenings())}'
            yield Complaint(("instead", "told", place), what)


def _comparing(compare: Mapping[str, Any], facets: frozenset[str] | None) -> Iterator[Complaint]:
    if facets is not None:
        for place, name in enumerate(compare.get("part_of_whole", ())):
            if name not in facets:
                yield _no_facet(("compare", "part_of_whole", place), name, facets)
        if "exclusive" in compare and compare["exclusive"] not in facets:
            yield _no_facet(("compare", "exclusive"), compare["exclusive"], facets)
        for name in compare.get("part", {}):
            if name not in facets:
                yield _no_facet(("compare", "part", name), name, facets)
    if "exclusive" in compare and "at_most" not in compare:
        what = "answers that exclude each other add up to no more than at_most; add at_most"
        yield Complaint(("compare", "exclusive"), what, at_key=True)
    if compare.get("at_least", 0) > compare.get("at_most", compare.get("at_least", 0)):
        yield Complaint(("compare", "at_least"), "at_least is above at_most, so no figure could be true")


def _counts(table: Mapping[str, Any]) -> Iterator[Complaint]:
    kind = table.get("kind", "count")
    if kind == "count" and "unit" not in table:
        yield Complaint((), 'a rule of kind count has to say what it counts; add unit, for example unit = "people"')
    if kind != "count" and "counts" in table:
        yield Complaint(("counts",), f"counts belongs to rules of kind count; this one is of kind {kind}", at_key=True)


def _examples(table: Mapping[str, Any], facets: frozenset[str] | None, scopes: Any) -> Iterator[Complaint]:
    for place, example in enumerate(table.get("example", ())):
        told = example.get("text", "") + "\n" + example.get("title", "")
        for number, claim in enumerate(example.get("claims", ())):
            path: Path = ("example", place, "claims", number)
            if "text" in example and claim.get("surface", "") not in told:
                yield Complaint((*path, "surface"), f'"{claim["surface"]}" does not stand in the text of the example')
            if scopes and claim.get("scope", scopes[0]) not in scopes:
                what = f'"{claim["scope"]}" is not among the rule\'s scopes; {nearest(claim["scope"], scopes)}'
                yield Complaint((*path, "scope"), what)
            yield from _strangers(path, [name for name in claim if name not in CLAIM_KEYS], facets)

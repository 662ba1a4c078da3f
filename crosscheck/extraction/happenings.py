"""What a date or a length of time belongs to: the nearest word of its rule that tells of something happening.

Constructions state how counts are told; a date may stand almost anywhere in a clause, so the nearest word governs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.items import Item, Items, item_kind
from crosscheck.extraction.lexis import TIMED, Cue
from crosscheck.language.dating.tense import Cues
from crosscheck.language.dating.tense import cues as tenses
from crosscheck.language.figures import Figure
from crosscheck.language.grammar import words_of
from crosscheck.language.memo import Memo
from crosscheck.language.telling import phrases
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import lengths
from crosscheck.rules import Rule

RANK = 40  # below every construction and pattern
FARTHEST = 14  # the cost beyond which a word is no longer taken to govern a date
COSTS = {"comma": 4, "and": 3, "sub": 5, "rel": 4, "stop": 12, "quote": 3, "open": 8, "close": 8, "colon": 6}
ACTED = (
    6  # what passing a verb of the past costs that no rule knows: the date is that verb's ("modified a few days ago")
)
TELLING = 2  # within which a verb of saying governs a date: "said on Monday", not "on Sunday night, police said"
DATELINE = 14  # items in which a dateline ends: "San Salvador, 6 Feb 89 (Acan-Efe) -- "
YEARS = timedelta(days=731)  # what is longer is a decade or a reign, and dates nothing
YEAR_DIGITS = 4
CLOCKS = frozenset({"at", "@"})  # between the date and the clock time of a page
STAMPED = frozenset("|-–—•·»>)")  # what follows the date of a page
ADDRESSED = frozenset({"date", "duration"})
# What a governing word costs that follows its date: "on Monday he spoke"; within a clause the date is mostly of what
# stands before it: "two who were shot on Wednesday have died".
OPENING, AFTER = 2, 6
NOUNS = ("noun_cue", "act")  # kinds of cue that are nouns
PARTICIPLES = ("participle", "past")
OWNED = 4  # items behind a possessive in which its noun stands: "Monday's deadly gun attack"
NOUNLIKE = frozenset({"timed_base", "timed_ibase"})  # forms of a verb that a noun may be: "a pass", "the tight end"
FREES = ("will", "neg", "pron", "have", "=to")  # what is before such a form where it is a verb, beside a plural noun

_PASSING: Memo[frozenset[str], int] = Memo(
    lambda classes: max((COSTS[name] for name in classes if name in COSTS), default=0)
)


def govern(items: Items, rules: tuple[Rule, ...], lang: str) -> Iterator[Binding]:
    """For each date and length of a sentence the nearest cue of each rule that takes such figures.

    What only sets the scene has none: the date of a dateline, "the past few years", "the last days of the war".
    """
    spots = [(i, item_kind(figure)) for i, figure in items.figured]
    wanted = [(i, kind) for i, kind in spots if kind in ADDRESSED and not sets_scene(items, i, lang)]
    if not wanted:
        return
    kinds = {kind for _, kind in wanted}
    takers = (each for each in items.cues if rules[each[1].rule].kind in kinds)
    cues = [(i, cue) for i, cue in takers if _governs(items, i, cue)]
    if not cues:
        return
    costs = _costs(items, lang)
    telling = phrases(lang, "source.verbs")
    for spot, kind in wanted:
        after = OPENING if kind != "date" or _opens(items, spot) else AFTER
        if kind == "date" and _is_anothers(items, spot, telling, lang):
            continue
        named = _named(items, spot) if kind == "date" else None
        reached = cues if named is None else [(i, cue) for i, cue in cues if i in named]
        near = [(_cost(costs, spot, i, after), i, cue) for i, cue in reached if rules[cue.rule].kind == kind]
        best: dict[int, tuple[int, int, Cue]] = {}
        for cost, i, cue in near:
            tells = items.tokens.words[items.items[i].first] in telling
            reach = (TELLING if _closes(items, spot) else -1) if tells and kind == "date" else FARTHEST
            if cost <= reach and (cue.rule not in best or (cost, i) < best[cue.rule][:2]):
                best[cue.rule] = (cost, i, cue)
        for cost, i, cue in best.values():
            yield Binding(spot, cue.rule, "nearest", RANK - min(cost, RANK), 999, i, cue.sets)


def _governs(items: Items, index: int, cue: Cue) -> bool:
    """Whether a cue may govern: it is no half of a word, no noun like a verb, no adjective."""
    if _is_joined(items, index) or _is_adjective(items, index, cue):
        return False
    return cue.kind not in NOUNLIKE or _is_verb(items, index)


def _is_adjective(items: Items, index: int, cue: Cue) -> bool:
    """Whether a participle describes whom it stands before: "the kidnapped man, today"."""
    if not cue.kind.endswith(PARTICIPLES) or not index or index + 1 >= len(items.items):
        return False
    return _has(items.items[index - 1], "det") and items.items[index + 1].noun is not None


def _is_anothers(items: Items, spot: int, telling: frozenset[str], lang: str) -> bool:
    """Whether a date is that of a verb beside it which no rule knows: "police said Tuesday", "revived in 2008".

    The present is everybody's: "right now".
    """
    figure, words, known = items.items[spot].figure, items.tokens.words, tenses(lang)
    if figure is None or not words_of(lang, "present").isdisjoint(words[figure.first : figure.last + 1]):
        return True
    before = spot - 1
    while before > 0 and _has(items.items[before], "prep", "adv") and words[items.items[before].first] not in telling:
        before -= 1
    beside = [items.items[i] for i in (before, spot + 1) if 0 <= i < len(items.items)]
    return any(_acts(item, words, known) or (words[item.first] in telling and not _is_dated(item)) for item in beside)


def _is_dated(item: Item) -> bool:
    """Whether a rule of dates knows a word: "announced" tells of an event, "said" does not."""
    return item.word is not None and any(cue.kind.startswith(TIMED) for cue in item.word.cues)


def _named(items: Items, spot: int) -> range | None:
    """Where the word stands that alone is dated by what it follows: "Monday's robbery", "the June 20 shooting"."""
    if spot + 1 >= len(items.items):
        return None
    if _has(items.items[spot + 1], "poss"):
        return range(spot + 2, spot + 2 + OWNED)
    if not spot or not _has(items.items[spot - 1], "det"):
        return None
    following = items.items[spot + 1]
    nouns = following.word is not None and any(cue.kind.endswith(NOUNS) for cue in following.word.cues)
    return range(spot + 1, spot + 2) if nouns or following.noun is not None else None


def _is_joined(items: Items, index: int) -> bool:
    """Whether a word is one end of another: "rear-ended a lorry" ends nothing, a "closed-door" talk closes nothing."""
    first, last, tokens = items.items[index].first, items.items[index].last, items.tokens
    return _joins(tokens, first - 1) or _joins(tokens, last + 1)


def _joins(tokens: Tokens, index: int) -> bool:
    """Whether a token is a hyphen with no space on either side."""
    inside = 0 < index < len(tokens) - 1 and tokens.words[index] == "-"
    return inside and tokens.glued(index) and tokens.glued(index + 1)


def _is_verb(items: Items, index: int) -> bool:
    """Whether a form that a noun may be is a verb here: "will end", "protesters march", not "a touchdown pass"."""
    if not index:
        return False
    before = items.items[index - 1]
    return _has(before, *FREES) or (before.noun is not None and before.noun.plural)


def _opens(items: Items, spot: int) -> bool:
    """Whether a date opens its clause: "On Monday, he spoke", "that on Monday the army fired"."""
    start = spot - 1
    while start >= 0 and _has(items.items[start], "prep", "det"):
        start -= 1
    return start < 0 or _has(items.items[start], "comma", "stop", "and", "sub", "rel", "quote", "dash", "colon")


def _closes(items: Items, spot: int) -> bool:
    """Whether nothing that a verb of saying would tell of follows a date: "said on Monday that", "said on Monday."."""
    if spot + 1 >= len(items.items):
        return True
    following = items.items[spot + 1]
    return _has(following, "comma", "stop", "and", "sub", "rel", "quote", "prep", "dash", "open", "close")


def sets_scene(items: Items, spot: int, lang: str) -> bool:
    """Whether a date or a length dates nothing by itself."""
    figure = items.items[spot].figure
    assert figure is not None
    if figure.kind == "duration":
        return figure.modifier == "vague"
    told = items.tokens.words[figure.begin : figure.finish + 1]
    rolls = not figure.interval.is_point and not lengths(lang).isdisjoint(told)
    if (rolls and figure.modifier == "approx") or not _resolved(figure) or _is_decade(figure):
        return True
    aside = _heads_line(items, spot) or _in_address(items, figure) or _is_stamp(items, spot) or _names(items, spot)
    return aside or _is_bound(items, figure, lang)


def _is_bound(items: Items, figure: Figure, lang: str) -> bool:
    """Whether a date only bounds when something was: "held before 15 September"."""
    words, begin = items.tokens.words, figure.begin
    return any(" ".join(words[max(0, begin - size) : begin]) in phrases(lang, "dates.bounds") for size in (1, 2))


def _resolved(figure: Figure) -> bool:
    """Whether any day is known: a weekday of an article without a date tells none that could be compared."""
    return figure.interval.low is not None or figure.interval.high is not None


def _is_decade(figure: Figure) -> bool:
    """Whether a date is of many years: "the musicals of the 1940s" dates no event."""
    low, high = figure.interval.low, figure.interval.high
    return isinstance(low, date) and isinstance(high, date) and high - low > YEARS


def _is_stamp(items: Items, spot: int) -> bool:
    """Whether a date with its year stands alone, as web pages print them: "Goth son held 10 Jun 2013 09:10".

    In prose a preposition or a verb leads to it, or its sentence goes on or ends with a stop.
    """
    figure = items.items[spot].figure
    if figure is None or not any(_is_year(word) for word in items.tokens.words[figure.first : figure.last + 1]):
        return False
    if figure.last == figure.first or (spot and _has(items.items[spot - 1], "prep", "det", "and", "open")):
        return False
    behind = spot + 1
    while behind < len(items.items) and (
        _has(items.items[behind], "comma") or items.tokens.words[items.items[behind].first] in CLOCKS
    ):
        behind += 1
    following = items.items[behind] if behind < len(items.items) else None
    if following is None or (not spot and behind == spot + 1):
        return True
    timed = following.figure is not None and following.figure.kind == "time"
    return timed or items.tokens.words[following.first] in STAMPED


def _names(items: Items, spot: int) -> bool:
    """Whether a year names what follows it and dates nothing else: "ended the 2008 season", "the 2010 elections".

    Where what it names is a happening, that comes soon behind it, and the year is its date: "the 2004 Asian tsunami".
    """
    figure = items.items[spot].figure
    if figure is None or not _is_year(items.tokens.words[figure.first]) or figure.first != figure.last or not spot:
        return False
    if not _has(items.items[spot - 1], "det") or spot + 1 >= len(items.items):
        return False
    behind = items.items[spot + 1 : spot + 1 + OWNED]
    if any(each.word is not None and each.word.cues for each in behind):
        return False
    return behind[0].word is None or behind[0].noun is not None


def _is_year(word: str) -> bool:
    return len(word) == YEAR_DIGITS and word.isdecimal()


def _in_address(items: Items, figure: Figure) -> bool:
    """Whether a date is part of a web address: "example.org/2010/12/07/held", "charged-in-2010-rampage"."""
    words, tokens = items.tokens.words, items.tokens
    if words[figure.begin - 1 : figure.begin] == ("/",) or words[figure.finish + 1 : figure.finish + 2] == ("/",):
        return True
    before, after = words[figure.begin - 1 : figure.begin], words[figure.finish + 1 : figure.finish + 2]
    return before == after == ("-",) and tokens.glued(figure.begin) and tokens.glued(figure.finish + 1)


def _heads_line(items: Items, spot: int) -> bool:
    """Whether a date stands in a dateline: names before it, and a dash soon after it."""
    # Looked at one by one, since mostly the first is none: of dates in a row each has all others before it.
    before = (items.items[each] for each in range(spot))
    if not spot or not all(each.named or _is_mark(each) for each in before):
        return False
    words, text = items.tokens.words, items.tokens
    marks = [i.first for i in items.items[spot + 1 : spot + DATELINE] if _has(i, "dash")]
    return any(words[i + 1 : i + 2] == ("-",) or text.surface(i, i) != "-" for i in marks)


def _is_mark(item: Item) -> bool:
    return _has(item, "comma", "stop", "open", "close", "dash")


def _has(item: Item, *classes: str) -> bool:
    return item.word is not None and not item.word.classes.isdisjoint(classes)


def governor(items: Items, rule: int, spot: int, lang: str) -> tuple[int, Cue] | None:
    """The nearest cue of one rule in the sentence, however far, with its item: a pattern's date is bound already."""
    costs = _costs(items, lang)
    takers = (each for each in items.cues if each[1].rule == rule)
    near = [(_cost(costs, spot, i), i, cue) for i, cue in takers if _governs(items, i, cue)]
    best = min(near, key=lambda each: each[:2], default=None)
    return None if best is None else best[1:]


def _costs(items: Items, lang: str) -> list[int]:
    """Running totals of what passing each item costs."""
    known, words = tenses(lang), items.tokens.words
    each = (
        (_PASSING[x.word.classes] if x.word else 0) or (ACTED if _acts(x, words, known) else 1) for x in items.items
    )
    return [0, *accumulate(each)]


def _acts(item: Item, words: tuple[str, ...], known: Cues) -> bool:
    """Whether an item is a verb of the past that no rule knows."""
    if item.figure is not None or item.noun is not None or item.named or (item.word and item.word.cues):
        return False
    return known.of(words, item.first) < 0 and not _has(item, "be", "have", "rise")


def _cost(totals: list[int], spot: int, cue: int, after: int = OPENING) -> int:
    low, high = min(spot, cue), max(spot, cue)
    return totals[high] - totals[low + 1] + (after if cue > spot else 0)

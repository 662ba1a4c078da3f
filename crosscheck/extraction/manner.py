"""How a figure is meant: what it covers (scope), how sure it is (modality), and what kind of event it is of."""

from __future__ import annotations

from datetime import date, timedelta

from crosscheck.extraction.sentences import Sentence
from crosscheck.extraction.whens import When
from crosscheck.language.grammar import words_of
from crosscheck.model import Modality, Scope
from crosscheck.rules import Rule

SEASON = timedelta(days=45)  # "in January" may date one attack; "in 2022", "over the past year" adds many up
BACK = 3  # sentences looked back over for what has happened
AIMED = 3  # tokens from words of trying to what is tried
QUALIFIED = frozenset({"scope.place_of_death", "scope.degree"})  # said of a cue: "died in hospital", "badly hurt"
SURE = 4  # tokens before a cue in which a word tells how sure it is
TRIED = 8  # tokens from a charge to the count of whom it is for: "charged with the murders of nine people"
CLAUSE = 14  # tokens of a clause up to its cue
ENDS = frozenset(";:.!?")
NEAR = 10  # tokens within which a telling word speaks of a figure and not of something else in the sentence


def scope(rule: Rule, sentence: Sentence, token: int, cue: tuple[int, int], when: When) -> Scope:
    """What a figure covers by telling words nearby or about its cue, of which the first and last token are given, else
    the rule's first scope."""
    if "part" in rule.scope and _is_part(sentence, token, cue):
        return "part"
    if "running_total" in rule.scope and rule.scope[0] == "event":
        wide = (
            when.since
            or sentence.has("scope.several")
            or sentence.has("scope.updated")
            or _told_near(sentence, token, "scope.running_total")
            or _counted_by(sentence)
            or (_is_long(when) and not sentence.has("scope.happening"))
        )
        return "running_total" if wide else rule.scope[0]
    return rule.scope[0]


def _is_part(sentence: Sentence, token: int, cue: tuple[int, int]) -> bool:
    """Whether a figure counts those of whom it is still so, who died in one place of several or were hurt in one
    degree, who were mourned or are tried for."""
    return (
        _told_near(sentence, token, "scope.remaining")
        or any(
            first <= cue[1] and last >= cue[0] and not QUALIFIED.isdisjoint(labels)
            for first, last, labels in sentence.told
        )
        or any("scope.charged" in labels and 0 < token - last <= TRIED for _, last, labels in sentence.told)
        or _is_mourned(sentence, token)
    )


def _counted_by(sentence: Sentence) -> bool:
    """Whether a sentence tells how things stood by a day or an hour: "by Monday night"; not "by Monday's blast"."""
    words, owned = sentence.tokens.words, words_of(sentence.article.lang, "poss")
    told = {last for _, last, labels in sentence.told if "scope.by" in labels}
    return any(
        figure.kind in ("date", "time")
        and figure.begin - 1 in told
        and owned.isdisjoint(words[figure.finish + 1 : figure.finish + 2])
        for figure in sentence.figures
    )


def _is_mourned(sentence: Sentence, token: int) -> bool:
    """Whether a count tells whose relatives or funerals are meant, and not how many died: with "the" it may be all."""
    lang, words = sentence.article.lang, sentence.tokens.words
    of, whose = words[max(0, token - 1)], words[max(0, token - 2)]
    return token > 1 and of in words_of(lang, "mourned") and whose in words_of(lang, "mourning")


def _is_long(when: When) -> bool:
    """Whether a figure's own sentence gives it a season or a year: no single event is meant."""
    days = when.days
    if days is None or when.reach not in ("clause", "sentence"):
        return False
    low, high = days.low, days.high
    return isinstance(low, date) and isinstance(high, date) and high - low > SEASON


def modality(sentence: Sentence, cue: int, figure: int, own: range = range(0)) -> Modality:
    """How sure a figure is, by the words just before its cue, or between a cue and the figure behind it; `own` are the
    cue's own tokens ("claimed 47 lives")."""
    if _opens_clause(sentence, cue, "modality.superseded"):
        return "denied"
    names: tuple[Modality, ...] = ("denied", "predicted", "alleged")
    for name in names:
        label = f"modality.{name}"
        told = [
            last
            for first, last, labels in sentence.told
            if label in labels and last not in own and (0 <= cue - last <= SURE or cue < first <= last < figure)
        ]
        if any(not _is_date(sentence, last) for last in told) or _opens_clause(sentence, cue, f"{label}_that"):
            return name
    return "asserted"


def _opens_clause(sentence: Sentence, cue: int, label: str) -> bool:
    """Whether words of a whole clause open the one in which a cue stands: "denied that 20 people had died"."""
    words = sentence.tokens.words
    return any(
        label in labels and 0 < cue - last <= CLAUSE and ENDS.isdisjoint(words[last + 1 : cue])
        for _, last, labels in sentence.told
    )


def _is_date(sentence: Sentence, token: int) -> bool:
    """Whether a word is part of a date: the shooting on May 8 is not what may happen."""
    return any(figure.kind == "date" and figure.first <= token <= figure.last for figure in sentence.figures)


def negated(sentence: Sentence, cue: int, figure: int) -> bool:
    """Whether a word of negation stands between figure and cue, or right before either; or the cue is only tried.

    "Not one child was hurt" and "tried to kill two men" count nobody.
    """
    low, high = min(cue, figure), max(cue, figure)
    return any(
        ("negation.words" in labels and (low < first < high or 0 <= cue - last <= 2 or figure - last == 1))
        or ("negation.attempts" in labels and _is_aim(last, cue, figure))
        for first, last, labels in sentence.told
    )


def _is_aim(last: int, cue: int, figure: int) -> bool:
    """Whether words of trying or asking lead to a cue, or to the words before a figure: "sought the arrest of two"."""
    if last < figure < cue:
        return 1 < figure - last <= AIMED
    return 0 < cue - last < AIMED


def kinds(sentence: Sentence) -> frozenset[str]:
    """Kinds of events told of in a sentence and in the article's title."""
    title = sentence.article.sentences[0] if sentence.article.sentences else sentence
    own = _kinds(sentence)
    return own | _kinds(title) if title.part.role == "title" else own


def occasion(sentence: Sentence) -> frozenset[str]:
    """Kinds of events that a sentence tells of, else those of the nearest before it, of the title, of the lead."""
    text = sentence.article
    for each in (sentence, *text.before(sentence.index, BACK), *text.sentences[:1], *text.lead):
        if own := _kinds(each):
            return own
    return frozenset()


def _kinds(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        label.removeprefix("kinds.") for _, _, labels in sentence.told for label in labels if label.startswith("kinds.")
    )


def _told_near(sentence: Sentence, token: int, label: str) -> bool:
    return any(
        label in labels and min(abs(first - token), abs(last - token)) <= NEAR for first, last, labels in sentence.told
    )

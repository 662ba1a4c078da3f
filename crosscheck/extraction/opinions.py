"""What those asked were asked about and what they said: the subject and the answer of a share in a poll."""

from __future__ import annotations

from dataclasses import dataclass

from crosscheck.extraction import holders
from crosscheck.extraction.bindings import Binding
from crosscheck.extraction.holders import BREAKS, POSSESSIVE, Named
from crosscheck.extraction.items import Items, item_kind
from crosscheck.extraction.sentences import Sentence
from crosscheck.language.civic import Civic

LONGEST = 10  # tokens of an answer kept in the question's own words
NOUNS = 4  # tokens of a subject that is no name: "fox hunting ban"
REACH = 9  # tokens after a verb in which its object is named: "approve of the way that President X"
OPENS = 3  # tokens in which an opening question begins: "But when asked"
SHARE = "vote share"  # the answer of a share that names only who holds it: "Rojas 46 percent"
RANKED = frozenset({SHARE, "lead", "change"})  # answers whose subject is whoever holds the share


@dataclass(frozen=True, slots=True)
class Opinion:
    """A subject and an answer, each None where nothing tells it, with the subject's first and last token."""

    subject: str | None = None
    span: tuple[int, int] | None = None
    answer: str | None = None


def read(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> Opinion:
    """The subject and the answer of a bound share, each None where its sentence does not tell."""
    told = dict(binding.sets)
    cue = items.items[binding.cue].word
    roles = {each.kind for each in cue.cues if each.rule == binding.rule} if cue else set()
    answer = told.get("answer")
    if "verb" in roles and binding.cue > binding.item:
        span = _object(sentence, items.items[binding.cue].last, words) or _question(sentence, words)
        own = answer or _spoken(sentence, items, binding, words)
        return _opinion(sentence, span, own, words)
    if "rate" in roles:
        return _opinion(sentence, _rated(sentence, items, binding, words), answer, words)
    return _held(sentence, items, binding, answer, words)


def _held(sentence: Sentence, items: Items, binding: Binding, answer: str | None, words: Civic) -> Opinion:
    """A share without a verb: somebody's share of the vote or lead, else an answer in the question's own words."""
    if answer is not None and answer not in RANKED and "company" in binding.construction:
        return _opinion(sentence, _question(sentence, words), answer, words)
    own = None if answer else _spoken(sentence, items, binding, words)
    named = holders.holder(sentence, items, binding.item)
    if answer is None and own is None and named is not None:
        answer = SHARE
    if named is not None and own is None:
        return _opinion(sentence, (named.first, named.last), answer, words)
    return _opinion(sentence, _question(sentence, words), answer or own, words)


def _opinion(sentence: Sentence, span: tuple[int, int] | None, answer: str | None, words: Civic) -> Opinion:
    span = span and _trimmed(sentence, span, words)
    if span is None:
        return Opinion(answer=answer)
    return Opinion(_canonical(sentence, span), span, answer)


def _canonical(sentence: Sentence, span: tuple[int, int]) -> str:
    """A name as written; other nouns in lower case."""
    tokens = sentence.tokens
    if any(tokens.capital(index) for index in range(span[0], span[1] + 1)):
        return " ".join(tokens.surface(*span).split())
    return " ".join(tokens.words[span[0] : span[1] + 1])


def _trimmed(sentence: Sentence, span: tuple[int, int], words: Civic) -> tuple[int, int] | None:
    """A noun phrase without articles; None where what is left means nothing by itself ("the plan", "it")."""
    first, last = span
    tokens = sentence.tokens.words
    while first <= last and (
        tokens[first] in words.subjects.opening or tokens[first] in words.holders.honorifics or tokens[first] == "."
    ):
        first += 1
    if first > last or all(
        tokens[i] in words.subjects.bare or tokens[i] in words.subjects.pronouns for i in range(first, last + 1)
    ):
        return None
    return first, last


def _object(sentence: Sentence, verb: int, words: Civic) -> tuple[int, int] | None:
    """What a verb's object or clause is about: the noun phrase after it where it is clean, else a name soon after."""
    tokens = sentence.tokens.words
    start = verb + 1
    while start < len(tokens) and (
        tokens[start] in words.subjects.opening or tokens[start] in words.holders.honorifics or tokens[start] == "."
    ):
        start += 1
    phrase = _phrase(sentence, start, words)
    end = next(
        (i for i in range(start, len(tokens)) if tokens[i] in BREAKS and not _title(sentence, i, words)), len(tokens)
    )
    near = [n for n in holders.names(sentence) if start <= n.first < min(end, verb + 1 + REACH)]
    if phrase is not None and near and phrase[0] <= near[0].first <= phrase[1]:
        return (near[0].first, near[0].last)
    if phrase is not None and not all(tokens[i] in words.subjects.bare for i in range(phrase[0], phrase[1] + 1)):
        return phrase
    if start < len(tokens) and tokens[start] in words.subjects.pronouns:
        return None
    return (near[0].first, near[0].last) if near else None


def _title(sentence: Sentence, index: int, words: Civic) -> bool:
    return index > 0 and sentence.tokens.words[index - 1] in words.holders.honorifics


def _phrase(sentence: Sentence, start: int, words: Civic) -> tuple[int, int] | None:
    """The noun phrase from a token on, where a word that ends one follows soon; no verb must be taken for a noun."""
    tokens = sentence.tokens
    index = start
    while (
        index < len(tokens) and tokens.words[index][0].isalnum() and tokens.words[index] not in words.subjects.closing
    ):
        if tokens.words[index] in words.subjects.opening or tokens.words[index] in words.subjects.pronouns:
            return None
        index += 1
    if index == start or index - start > NOUNS or tokens.words[start][0].isdecimal():
        return None
    return start, index - 1


def _rated(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> tuple[int, int] | None:
    """Whose a rating is: "support for the ban", "the premier's approval rating", "Rojas has a 19 percent rating"."""
    tokens = sentence.tokens.words
    cue = items.items[binding.cue]
    if cue.last + 1 < len(tokens) and tokens[cue.last + 1] in words.subjects.tied:
        return _object(sentence, cue.last + 1, words)
    named = _before(sentence, min(cue.first, items.items[binding.item].first))
    return (named.first, named.last) if named is not None else None


def _before(sentence: Sentence, token: int) -> Named | None:
    before = [name for name in holders.names(sentence) if name.last < token]
    owning = [name for name in before if sentence.tokens.words[name.last + 1] in POSSESSIVE]
    return (owning or before or [None])[-1]


def _question(sentence: Sentence, words: Civic) -> tuple[int, int] | None:
    """The topic of a question that opens a sentence: "Asked whether the dialogue should go on, 80 percent said yes"."""
    tokens = sentence.tokens.words
    for index in range(min(OPENS, len(tokens))):
        hit = words.subjects.asking.match(tokens, index)
        if hit is not None:
            return _object(sentence, index + hit[0] - 1, words)
    return None


def _spoken(sentence: Sentence, items: Items, binding: Binding, words: Civic) -> str | None:
    """An answer in the question's own words: what follows the share and those asked, up to the end of the clause."""
    tokens = sentence.tokens.words
    item, cue = items.items[binding.item], items.items[binding.cue]
    start = cue.first if binding.cue > binding.item else item.last + 1
    if start < len(tokens) and tokens[start] in words.shares.joints:
        return None
    shares = {
        i for other in items.items if item_kind(other.figure) == "percent" for i in range(other.first, other.last + 1)
    }
    end = start
    while end < len(tokens) and end - start < LONGEST and tokens[end] not in BREAKS and end not in shares:
        end += 1
    start = _past_saying(tokens, start, end, words)
    spoken = tokens[start:end]
    while spoken and spoken[-1] in words.shares.joints:
        spoken = spoken[:-1]
    return " ".join(spoken) or None


def _past_saying(tokens: tuple[str, ...], start: int, end: int, words: Civic) -> int:
    """Where an answer begins behind "said (that) it is"."""
    index = start
    while index < end and tokens[index] in words.subjects.saying:
        index += 1
    return index if index < end else start

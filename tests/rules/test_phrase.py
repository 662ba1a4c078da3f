"""The phrase language: what parses, to which tree, and where what does not parse is pointed at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.rules.phrase import (
    DEEPEST,
    LONGEST,
    Choice,
    Gap,
    Node,
    Optional,
    Phrase,
    PhraseError,
    Slot,
    Word,
    has_figure,
    has_word,
    parse,
    slots,
)

TREES = [
    pytest.param("bodies", (Word("bodies"),), id="a word"),
    pytest.param("  two   words ", (Word("two"), Word("words")), id="any white space"),
    pytest.param("{n}", (Slot("n"),), id="a slot"),
    pytest.param("{name:person}", (Slot("name", "person"),), id="a slot kept as a facet"),
    pytest.param("{n side=for}", (Slot("n", None, (("side", "for"),)),), id="a slot that sets a facet"),
    pytest.param(
        "{n side=for}-{n side=against}",
        (Slot("n", None, (("side", "for"),)), Word("-"), Slot("n", None, (("side", "against"),))),
        id="a pair",
    ),
    pytest.param("{n}-magnitude", (Slot("n"), Word("-magnitude")), id="a hyphen may touch a slot"),
    pytest.param("(a|b c)", (Choice(((Word("a"),), (Word("b"), Word("c")))),), id="a choice of phrases"),
    pytest.param("[were] found", (Optional(((Word("were"),),)), Word("found")), id="something optional"),
    pytest.param("[is|was]", (Optional(((Word("is"),), (Word("was"),))),), id="an optional choice"),
    pytest.param("a … b", (Word("a"), Gap(), Word("b")), id="a gap"),
    pytest.param("a ... b", (Word("a"), Gap(), Word("b")), id="a gap in three dots"),
    pytest.param(r"{place} \({n}\)", (Slot("place"), Word("("), Slot("n"), Word(")")), id="plain brackets"),
    pytest.param("U.S. troops", (Word("U.S."), Word("troops")), id="dots inside a word"),
    pytest.param("don't know", (Word("don't"), Word("know")), id="an apostrophe"),
]


@pytest.mark.parametrize(("text", "tree"), TREES)
def test_parses(text: str, tree: Phrase) -> None:
    assert parse(text) == tree


FAULTS = [
    pytest.param("", 0, "nothing stands here", id="empty"),
    pytest.param("bodies of {m}", 11, '"m" is no slot', id="no such slot"),
    pytest.param("bodies of {nuon}", 11, 'did you mean "noun"', id="nearly a slot"),
    pytest.param("bodies of {n", 10, "a slot reads", id="a slot left open"),
    pytest.param("{name:} won", 6, "name of a facet is missing", id="a colon without a facet"),
    pytest.param("{n side} won", 0, "a slot reads", id="a facet without a value"),
    pytest.param("(a|b", 0, "never closed", id="a choice left open"),
    pytest.param("x [a (b] c", 7, '")" was expected', id="brackets crossed"),
    pytest.param("a) b", 1, "closes nothing", id="a bracket too many"),
    pytest.param("a | b", 2, "outside of brackets", id="a bare stroke"),
    pytest.param("(a|)", 3, "nothing stands here", id="an empty option"),
    pytest.param("()", 1, "nothing stands here", id="an empty choice"),
    pytest.param("k(ill|ick)", 1, "put a space here", id="a word that touches a bracket"),
    pytest.param("(kill)ed", 6, "put a space here", id="a bracket that touches a word"),
    pytest.param("{n}people", 3, "put a space here", id="a slot that touches a word"),
    pytest.param("… a", 0, "behind a word", id="a gap first"),
    pytest.param("a …", 2, "before a word", id="a gap last"),
    pytest.param("a … … b", 4, "behind a word", id="two gaps"),
    pytest.param("a \\b", 2, "a backslash goes before", id="a stray backslash"),
    pytest.param("a \\", 2, "a backslash goes before", id="a backslash last"),
    pytest.param("[" * (DEEPEST + 1) + "a" + "]" * (DEEPEST + 1), DEEPEST, "deep", id="too deep"),
    pytest.param("a" * (LONGEST + 1), LONGEST, "may have 500", id="too long"),
]


@pytest.mark.parametrize(("text", "position", "message"), FAULTS)
def test_points_at_the_character(text: str, position: int, message: str) -> None:
    with pytest.raises(PhraseError) as caught:
        parse(text)
    assert caught.value.position == position
    assert message in caught.value.message


@pytest.mark.parametrize(
    ("text", "figure", "word"),
    [
        ("bodies of {n}", True, True),
        ("bodies of [{n}]", False, True),
        ("({n}|{percent}) votes", True, True),
        ("({n}|none) votes", False, True),
        ("[votes] {n}", True, False),
        ("{n} - {n}", True, False),
        ("{n} (votes|{noun})", True, False),
        ("{place} {when} died", False, True),
    ],
)
def test_what_a_phrase_always_holds(text: str, figure: bool, word: bool) -> None:
    assert (has_figure(parse(text)), has_word(parse(text))) == (figure, word)


def test_slots_in_order() -> None:
    assert [slot.name for slot in slots(parse("{place} (a {n}|b {percent}) [{noun}]"))] == [
        "place",
        "n",
        "percent",
        "noun",
    ]


def _fault(text: str) -> int:
    """Where a text is at fault, -1 where it parses."""
    try:
        return -1 if parse(text) else -2
    except PhraseError as error:
        return error.position


@given(st.text(alphabet="ab{}[]()|\\…. :=n-1\n", max_size=60))
def test_any_text_parses_or_is_pointed_at(text: str) -> None:
    assert _fault(text) in range(-1, len(text) + 1)


@given(st.text(max_size=LONGEST + 5))
def test_no_text_breaks_the_parser(text: str) -> None:
    assert _fault(text) in range(-1, len(text) + 1)


def _told(phrase: Phrase) -> str:
    return " ".join(map(_spoken, phrase))


def _spoken(node: Node) -> str:
    match node:
        case Word(text):
            return text
        case Gap():
            return "…"
        case Slot(name, keeps, sets):
            return "{" + name + (f":{keeps}" if keeps else "") + "".join(f" {k}={v}" for k, v in sets) + "}"
        case Choice(options):
            return "(" + "|".join(map(_told, options)) + ")"
        case Optional(options):
            return "[" + "|".join(map(_told, options)) + "]"


NAMES = st.text("abcxyz", min_size=1, max_size=5)
LEAVES = st.one_of(
    NAMES.map(Word),
    st.sampled_from([Slot("n"), Slot("name", "person"), Slot("n", None, (("side", "for"),))]),
)
TREES_OF_ALL = st.recursive(
    st.lists(LEAVES, min_size=1, max_size=3).map(tuple),
    lambda inner: st.tuples(
        LEAVES,
        st.lists(inner, min_size=1, max_size=3).flatmap(
            lambda options: st.sampled_from([Choice(tuple(options)), Optional(tuple(options))])
        ),
        st.just(Word("end")),
    ),
    max_leaves=8,
)


@given(TREES_OF_ALL)
def test_a_tree_told_and_parsed_is_itself(tree: Phrase) -> None:
    told = _told(tree)
    if len(told) <= LONGEST and told.count("(") + told.count("[") <= DEEPEST:
        assert parse(told) == tree

"""Names in a text, and pairs of them that are one name in two spellings; the near misses come first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.language import spelling


def pairs(*names: str | tuple[str, int]) -> list[tuple[str, str]]:
    told = [(name, 1) if isinstance(name, str) else name for name in names]
    return [(one, other) for one, other, _ in spelling.variants(told)]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("Juli", "Juliaca"), id="one town's name begins another's"),
        pytest.param(("Juli", "July"), id="short"),
        pytest.param(("Alan", "Allan"), id="short, doubled"),
        pytest.param(("Maria", "Mario"), id="another last letter"),
        pytest.param(("Fernandez", "Hernandez"), id="another first letter"),
        pytest.param(("Peru", "Peruvian"), id="demonym"),
        pytest.param(("Puno", "Punos"), id="plural"),
        pytest.param(("Garcia", "Gracia"), id="swapped, with nothing shared"),
        pytest.param(("Martin", "Marin"), id="dropped, with nothing shared"),
        pytest.param(("Jaime Romero", "Oscar Romeo"), id="dropped, other first names"),
        pytest.param(("Philip Rojas", "Phillip Vargas"), id="doubled, two persons"),
        pytest.param((("Phillips", 6), ("Philips", 5)), id="both frequent"),
        pytest.param(("Martín Quispe", "Martin King"), id="accent, two persons"),
        pytest.param(("Los Angeles Angels", "Los Angeles"), id="both in one name"),
        pytest.param(("Juliaca", "JULIACA"), id="capitals"),
        pytest.param(("Austin", "Austen"), id="another vowel"),
        pytest.param(("Ilave", "Clave"), id="first letters that look unlike"),
    ],
)
def test_two_names_are_not_one(names: tuple[str | tuple[str, int], ...]) -> None:
    assert pairs(*names) == []


@pytest.mark.parametrize(
    ("names", "expected", "reason"),
    [
        (("Alberto Salcedó", "Salcedo"), ("Salcedo", "Salcedó"), spelling.ACCENTS),
        (("Junín", ("Junin", 4)), ("Junin", "Junín"), spelling.ACCENTS),
        (("Lopéz", ("López", 2)), ("López", "Lopéz"), spelling.ACCENTS),
        (("San Martín", "San Martin"), ("Martin", "Martín"), spelling.ACCENTS),
        (("Perú", ("Peru", 9)), ("Peru", "Perú"), spelling.ACCENTS),
        (("Vladimir Colque", "Coolque"), ("Colque", "Coolque"), spelling.DOUBLED),
        (("Herrera", "Herera"), ("Herera", "Herrera"), spelling.DOUBLED),
        (("Ilave", "Llave"), ("Ilave", "Llave"), spelling.LOOKALIKE),
        (("Jaime Quispe", "Jaime Qiuspe"), ("Qiuspe", "Quispe"), spelling.SWAPPED),
        ((("Teresa Mamani", 3), "Teresa Mamni"), ("Mamani", "Mamni"), spelling.DROPPED),
    ],
)
def test_one_name_in_two_spellings(names: tuple[str, ...], expected: tuple[str, str], reason: str) -> None:
    told = [(name, 1) if isinstance(name, str) else name for name in names]
    assert spelling.variants(told) == ((*expected, reason),)


def test_two_towns_of_like_names_are_two_and_two_spellings_of_one_town_are_one() -> None:
    assert pairs("Samara", "Samarra") == []
    assert pairs("Medellin", "Medelin") == [("Medelin", "Medellin")]


def test_order_of_names_makes_no_difference() -> None:
    names = ["Otárola", "Alberto Otarola", "Ilave", "Llave", "Colque", "Coolque"]
    assert pairs(*names) == pairs(*reversed(names))


def test_a_crowd_of_like_names_is_passed_over() -> None:
    names = [f"Pa{chr(letter)}rio" for letter in range(0x4E00, 0x4E00 + 10_000)]
    assert pairs(*names, "Ilave", "Llave") == [("Ilave", "Llave")]


def test_thousands_of_names_are_compared_in_blocks() -> None:
    letters = "abcdefghijklmno"
    names = [f"{a}{b}{c}arro".capitalize() for a in letters for b in letters for c in letters]
    assert all(spelling.unaccent(one) != spelling.unaccent(other) for one, other in pairs(*names))


# Names in a text


def surfaces(text: str) -> list[str]:
    return [text[start:end] for start, end in spelling.names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met Rosa Mamani in Ilave. He liked the town.", ["Rosa Mamani", "Ilave", "He"]),
        ("Minister Rosa Mamani spoke; another minister did not.", ["Rosa Mamani"]),
        ("It was said that President Ríos left; it was the president's wish.", ["Ríos"]),
        ("the FMLN and the CIA met Ana O'Fallon", ["Ana O'Fallon"]),
        ("the towns' mayor saw Mamani's car and Jean-Paul", ["Mamani", "Jean-Paul"]),
        ("so Luis R. Quispe left", ["Luis R. Quispe"]),
        ("said Ana\nQuispe left", ["Ana\nQuispe"]),
        ("said Ana\n\nQuispe left", ["Ana", "Quispe"]),
        ("", []),
    ],
)
def test_names_in_a_text(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


def test_names_between_offsets() -> None:
    text = "he met Rosa Mamani and Ana Quispe"
    assert [text[start:end] for start, end in spelling.names(text, 20)] == ["Ana Quispe"]
    assert [text[start:end] for start, end in spelling.names(text, 0, 18)] == ["Rosa Mamani"]


@given(st.text(alphabet="Aa bÉé'’-.\n1", max_size=80))
def test_any_text_is_read(text: str) -> None:
    for start, end in spelling.names(text):
        assert 0 <= start < end <= len(text)
        assert text[start].isupper()


@given(st.lists(st.tuples(st.text(alphabet="AaéeLlI r", max_size=9), st.integers(1, 9)), max_size=12))
def test_any_names_are_compared(names: list[tuple[str, int]]) -> None:
    for one, other, _ in spelling.variants(names):
        assert one != other


def test_hostile_text_is_read_in_time() -> None:
    for piece in ("A", "Aa ", "Ab'", "Aa-", "A. "):
        assert len(list(spelling.names(piece * 20_000))) >= 0

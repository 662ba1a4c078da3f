"""Nothing that an article holds is obeyed by a terminal, and nothing vanishes."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.reporting.inert import encode, inert


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[2J", "␛[2J", id="escape"),
        pytest.param("a\x9b2J", "a<U+009B>2J", id="C1 control sequence introducer"),
        pytest.param("\x7f\x00\x08", "␡␀␈", id="delete, NUL, backspace"),
        pytest.param("\u202egnol\u202c", "<U+202E>gnol<U+202C>", id="right-to-left override"),
        pytest.param("\u2066x\u2069", "<U+2066>x<U+2069>", id="isolate"),
        pytest.param("a\r\n\tb", "a b", id="line ends fold to a space"),
        pytest.param("a\u2028b\x85c", "a<U+2028>b<U+0085>c", id="other line ends"),
        pytest.param("\udc80", "<U+DC80>", id="half a surrogate pair"),
        pytest.param("17 muertos, según Otárola: 死者", "17 muertos, según Otárola: 死者", id="plain text stays"),
    ],
)
def test_text_for_people(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text())
def test_no_control_is_left_in_text_for_people(text: str) -> None:
    shown = inert(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert shown.encode("utf-8")[:0] == b""


@given(
    st.recursive(
        st.text() | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_json_escapes_lose_nothing(record: object) -> None:
    line = encode(record)
    assert json.loads(line) == record
    assert len(line.splitlines()) == 1

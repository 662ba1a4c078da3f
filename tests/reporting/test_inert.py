"""Nothing that an article holds is obeyed by a terminal, and nothing vanishes."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.reporting.inert import commandless, encode, inert, laid_out, toml


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b[2J", "␛[2J", id="escape"),
        pytest.param("a\x9b2J", "a<U+009B>2J", id="C1 control sequence introducer"),
        pytest.param("\x7f\x00\x08", "␡␀␈", id="delete, NUL, backspace"),
        pytest.param("\u202egnol\u202c", "<U+202E>gnol<U+202C>", id="right-to-left override"),
        pytest.param("\u2066x\u2069", "<U+2066>x<U+2069>", id="isolate"),
        pytest.param("17\u200b0\u2060\ufeff\u200d", "17<U+200B>0<U+2060><U+FEFF><U+200D>", id="no width"),
        pytest.param("a\U000e0041\U000e0100", "a<U+E0041><U+E0100>", id="tags and what varies them"),
        pytest.param("a\xadb", "a\xadb", id="a soft hyphen stays"),
        pytest.param("# ##[error]a ##vso[x]b ##[", "# ##<U+005B>error]a ##vso<U+005B>x]b ##<U+005B>", id="a command"),
        pytest.param("## Deaths [17] :: a", "## Deaths [17] :: a", id="no command"),
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
    assert "##[" not in shown
    assert shown.encode("utf-8")[:0] == b""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Usage:\n  a\tb  \x1b[1mc\r\n", "Usage:\n  a b  ␛[1mc␍\n", id="blanks and line ends stay"),
        pytest.param("a ::b\n \xa0::error::c", "a ::b\n \xa0<U+003A>:error::c", id="a command after blanks"),
        pytest.param("::a", "<U+003A>:a", id="a command at once"),
        pytest.param("\u2028::a ##[b]", "<U+2028>::a ##<U+005B>b]", id="a line end of its own kind"),
    ],
)
def test_text_that_is_laid_out(text: str, shown: str) -> None:
    assert laid_out(text) == shown


@given(st.text(st.sampled_from(" \n:a\x1b[1;31m\t")))
def test_no_line_begins_as_a_command_does(text: str) -> None:
    for shown in (laid_out(text), commandless(text)):
        plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
        assert not any(line.lstrip().startswith("::") for line in plain.split("\n"))
    assert len(laid_out(text).split("\n")) == len(text.split("\n"))


@given(st.text())
def test_toml_escapes_lose_nothing_but_halves_of_surrogate_pairs(text: str) -> None:
    told = toml(tomli_w.dumps({"a": [text, f"{text}\u200b\x9b\U000e0041##[b]"]}))
    kept = re.sub("[\ud800-\udfff]", "\ufffd", text)
    assert tomli.loads(told) == {"a": [kept, f"{kept}\u200b\x9b\U000e0041##[b]"]}
    assert laid_out(told) == told.replace("\t", " ")


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
    assert laid_out(line) == line


def test_json_escapes_what_has_no_width_and_commands() -> None:
    line = encode({"a": "\u200b\U000e0041\x7f", "b": "##[error]"})
    assert line == r'{"a":"\u200b\udb40\udc41\u007f","b":"##\u005berror]"}'

"""A mutation run fails on a change that no test saw and no reason explains, on a reason that is no longer true, and
where mutmut itself fails. Results are made up; where the entry is run, a program that answers so stands for mutmut."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.__main__ import LISTED, main
from tests.mutation.comparing import Change, asked, change, counts, faults, listed, results

KEYS = "crosscheck.comparison.keys.x__alike"
MEET = "crosscheck.model.interval.xǁIntervalǁmeet"
CHANGES = {
    f"{KEYS}__mutmut_1": Change(KEYS, "return a < b", "return a <= b"),
    f"{KEYS}__mutmut_2": Change(KEYS, "return a < b", "return None"),
    f"{KEYS}__mutmut_10": Change(KEYS, "return a < b", "return a > b"),
    f"{MEET}__mutmut_1": Change(MEET, "low = 1", "low = 2"),
}
LESS, NOTHING, MORE, LOW = CHANGES.values()


def status(*told: str) -> dict[str, str]:
    return dict(zip(CHANGES, told, strict=True))


@pytest.mark.parametrize(
    ("found", "explained", "wrong"),
    [
        pytest.param(status("killed", "timeout", "killed", "killed"), [], [], id="all are seen"),
        pytest.param(status("survived", "killed", "killed", "no tests"), [LOW, LESS], [], id="all are explained"),
        pytest.param(
            status("survived", "killed", "killed", "no tests"),
            [LESS],
            [f"unexplained {MEET}__mutmut_1: no tests\n{MEET}\n  - low = 1\n  + low = 2"],
            id="one is not explained",
        ),
        pytest.param(
            status("survived", "survived", "killed", "killed"),
            [LESS],
            [f"unexplained {KEYS}__mutmut_2: survived\n{NOTHING}"],
            id="another change of the line is explained",
        ),
        pytest.param(
            status("survived", "killed", "killed", "killed"),
            [Change(MEET, LESS.before, LESS.after)],
            [
                f"unexplained {KEYS}__mutmut_1: survived\n{LESS}",
                f"listed, but seen or gone {MEET}\n  - return a < b\n  + return a <= b",
            ],
            id="the same change of another function is explained",
        ),
        pytest.param(
            status("killed", "killed", "killed", "killed"),
            [MORE, LESS],
            [f"listed, but seen or gone {LESS}", f"listed, but seen or gone {MORE}"],
            id="what is explained was seen",
        ),
        pytest.param(
            status("timeout", "killed", "timeout", "killed"), [LESS, MORE], [], id="what is explained was late"
        ),
        pytest.param({}, [LOW], [f"listed, but seen or gone {LOW}"], id="what is explained is gone"),
        pytest.param(
            status("survived", "killed", "killed", "killed"), [LESS, LESS], [f"listed twice {LESS}"], id="listed twice"
        ),
        pytest.param(
            status("not checked", "killed", "segfault", "killed"),
            [],
            [f"undecided {KEYS}__mutmut_1: not checked", f"undecided {KEYS}__mutmut_10: segfault"],
            id="a run that was broken off",
        ),
        pytest.param(
            status("not checked", "killed", "killed", "killed"),
            [LESS],
            [f"undecided {KEYS}__mutmut_1: not checked", f"listed, but seen or gone {LESS}"],
            id="what was not checked is not explained",
        ),
    ],
)
def test_faults(found: dict[str, str], explained: list[Change], wrong: list[str]) -> None:
    assert faults(found, CHANGES.__getitem__, explained) == wrong


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        pytest.param("crosscheck.model.*", [f"unexplained {MEET}__mutmut_1: survived\n{LOW}"], id="a module"),
        pytest.param(f"{KEYS}*", [f"listed, but seen or gone {MORE}"], id="a function"),
        pytest.param(f"{KEYS}__mutmut_*", [], id="changes of a function"),
        pytest.param(f"{KEYS}__mutmut_1", [], id="one that is explained"),
        pytest.param(f"{KEYS}__mutmut_10", [], id="one that was seen"),
        pytest.param("crosscheck.language.*", [], id="none"),
    ],
)
def test_only_what_is_named_is_compared(pattern: str, wrong: list[str]) -> None:
    found = status("survived", "killed", "killed", "survived")
    assert faults(found, CHANGES.__getitem__, [LESS, MORE], [pattern]) == wrong


def test_what_was_seen_is_not_looked_up() -> None:
    looked: list[str] = []

    def changed(name: str) -> Change:
        looked.append(name)
        return CHANGES[name]

    faults(status("killed", "survived", "killed", "not checked"), changed, [])
    assert looked == [f"{KEYS}__mutmut_2"]


def test_names_are_patterns() -> None:
    assert asked(f"{KEYS}__mutmut_1", [])
    assert asked(f"{KEYS}__mutmut_1", ["crosscheck.model.*", f"{KEYS}__mutmut_*"])
    assert not asked(f"{KEYS}__mutmut_1", ["crosscheck.model.*"])


def test_results_are_read_as_mutmut_tells_them() -> None:
    told = f"a warning: of something\n    {KEYS}__mutmut_1: survived\n    {MEET}__mutmut_12: caught by type check\n\n"
    found = {f"{KEYS}__mutmut_1": "survived", f"{MEET}__mutmut_12": "caught by type check"}
    assert results(told) == found
    assert counts(found) == "2 changes: 1 caught by type check, 1 survived"
    assert counts(found, [f"{KEYS}*"]) == "1 changes: 1 survived"


def test_a_difference_is_read_as_mutmut_shows_it() -> None:
    shown = """# crosscheck.comparison.keys.x__alike__mutmut_1: survived
--- crosscheck/comparison/keys.py
+++ crosscheck/comparison/keys.py
@@ -1,4 +1,4 @@
 def _alike(a, b):
-    return (
-        a < b)
+    return a <= b
"""
    assert change(f"{KEYS}__mutmut_1", shown) == Change(KEYS, "return ( a < b)", "return a <= b")


def entry(one: Change, reason: str | None) -> str:
    told = "" if reason is None else f"reason = '{reason}'\n"
    return f"[[survivor]]\nfunction = '{one.function}'\nbefore = '{one.before}'\nafter = '{one.after}'\n{told}"


def test_the_list_is_read() -> None:
    assert listed(entry(LOW, "no reader") + entry(LESS, "as good")) == (LOW, LESS)
    assert listed("") == ()
    assert len(set(listed(LISTED.read_text("utf-8")))) == LISTED.read_text("utf-8").count("[[survivor]]") > 0


@pytest.mark.parametrize("text", [entry(LOW, None), entry(LOW, " "), "[[survivor]]", "survivor = "])
def test_a_list_without_reasons_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"no reason|Invalid value"):
        listed(text)


MUTMUT = """
import sys
from pathlib import Path
with Path("called").open("a") as log:
    log.write(" ".join(sys.argv[1:]) + "\\n")
if sys.argv[1] == {failing!r}:
    sys.exit(3)
if sys.argv[1] == "results":
    print(Path("results").read_text())
if sys.argv[1] == "show":
    print("--- a\\n+++ a\\n-    return a < b\\n+    return a <= b")
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which `python -m mutmut` tells of two changes, one of them seen."""
    monkeypatch.chdir(tmp_path)
    answering("")
    Path("results").write_text(f"    {KEYS}__mutmut_1: survived\n    {KEYS}__mutmut_2: killed\n")
    return tmp_path


def answering(failing: str) -> None:
    Path("mutmut.py").write_text(MUTMUT.format(failing=failing))


def ended(place: Path, text: str, *arguments: str) -> int:
    (place / "list.toml").write_text(text, "utf-8")
    return main(arguments, place / "list.toml")


def test_a_run_in_which_all_is_explained_ends_well(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(place, entry(LESS, "as good"), "--children", "2") == 0
    assert capsys.readouterr().out == "2 changes: 1 killed, 1 survived; 1 explained, 0 at fault\n"
    assert (place / "called").read_text() == (f"run --max-children 2\nresults --all true\nshow {KEYS}__mutmut_1\n")


@pytest.mark.parametrize(
    ("text", "arguments", "told"),
    [
        ("", (), f"unexplained {KEYS}__mutmut_1: survived\n{LESS}\n"),
        (entry(LESS, "as good") + entry(LOW, "gone"), (), f"listed, but seen or gone {LOW}\n"),
        (entry(LESS, "as good"), ("crosscheck.language.*",), "0 changes: ; 1 explained, 0 at fault\n"),
    ],
    ids=["unexplained", "stale", "nothing ran"],
)
def test_a_run_with_a_fault_fails(
    place: Path, capsys: pytest.CaptureFixture[str], text: str, arguments: tuple[str, ...], told: str
) -> None:
    assert ended(place, text, "--only-compare", *arguments) == 1
    assert told in capsys.readouterr().out
    assert "run" not in (place / "called").read_text().split()


@pytest.mark.parametrize("failing", ["run", "results", "show"])
def test_where_mutmut_fails_the_run_fails(place: Path, failing: str) -> None:
    answering(failing)
    with pytest.raises(SystemExit, match=f"mutmut {failing}.* ended with status 3"):
        ended(place, entry(LESS, "as good"))


def test_a_list_that_is_wrong_ends_the_run_before_it_begins(place: Path) -> None:
    with pytest.raises(SystemExit, match=r"list\.toml: no reason is given"):
        ended(place, entry(LESS, None))
    assert not (place / "called").exists()

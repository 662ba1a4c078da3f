"""Loading rule files: what a good one gives, and for every way to be wrong a message with its place."""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crosscheck.errors import Fault, RuleError
from crosscheck.model import Interval
from crosscheck.rules import load, shipped
from crosscheck.rules.documents import LARGEST
from crosscheck.rules.phrase import Slot, Word
from crosscheck.rules.reading import MOST_FAULTS, interpret
from crosscheck.rules.rule import Comparing, Example, Expected, Margin, Pattern, Piece, Rule, Sense

GOOD = """\
title = "Trees felled"
unit = "trees"
facets = ["place", "side"]

[words.en]
participle = ["felled", "cut down"]
counted = ["trees"]

[words.es]
participle = ["talados"]

[[sense]]
set = { side = "for" }
[sense.words.en]
noun = ["ayes"]

[[pattern]]
text = "loss of {n side=against} trees"

[compare]
approximate = "12.5%"
tolerance = 2
at_most = 1_000
part_of_whole = ["place"]

[[example]]
published = 2024-03-12
title = "Axe"
text = "At least 40 trees were felled in Oslo on Monday."
claims = [{ surface = "40", value = "40/..", modifier = "at_least", when = "2024-03-11/2024-03-12", place = "Oslo" }]

[[case]]
expect = "agree"
articles = [{ text = "One." }, { text = "Two.", outlet = "The Post", published = 2024-03-12 }]
"""

MINIMAL = 'title = "T"\nunit = "people"\n[words.en]\nparticiple = ["killed"]\n'


def read(text: str) -> Rule:
    rule = interpret(text, id="trees", topic="nature", path="nature/trees.toml")
    assert isinstance(rule, Rule), "\n".join(map(str, rule))
    return rule


def faults(text: str) -> tuple[Fault, ...]:
    found = interpret(text, id="trees", path="trees.toml")
    assert not isinstance(found, Rule)
    return found


def test_a_whole_rule() -> None:
    rule = read(GOOD)
    assert (rule.id, rule.topic, rule.path, rule.title) == ("trees", "nature", "nature/trees.toml", "Trees felled")
    assert (rule.kind, rule.unit, rule.scope, rule.counts) == ("count", "trees", ("event",), ())
    assert rule.senses == (
        Sense(
            (),
            (
                ("en", "participle", ("felled", "cut down")),
                ("en", "counted", ("trees",)),
                ("es", "participle", ("talados",)),
            ),
        ),
        Sense((("side", "for"),), (("en", "noun", ("ayes",)),)),
    )
    phrase = (Word("loss"), Word("of"), Slot("n", None, (("side", "against"),)), Word("trees"))
    assert rule.patterns == (Pattern("loss of {n side=against} trees", phrase),)
    assert rule.compare == Comparing(
        approximate=Margin(Decimal("0.125"), relative=True),
        tolerance=Margin(Decimal(2)),
        at_most=Decimal(1000),
        part_of_whole=("place",),
    )
    days = Interval(date(2024, 3, 11), date(2024, 3, 12))
    wanted = Expected("40", Interval(Decimal(40), None), "at_least", when=days, facets=(("place", "Oslo"),))
    piece = Piece("At least 40 trees were felled in Oslo on Monday.", "Axe", date(2024, 3, 12))
    assert rule.examples == (Example(piece, (wanted,)),)
    assert rule.cases[0].articles[1].outlet == "The Post"
    assert hash(rule) == hash(read(GOOD))


def test_words_by_role_and_language() -> None:
    rule = read(GOOD)
    assert rule.words("participle", "en") == ("felled", "cut down")
    assert rule.words("noun", "en") == ("ayes",)
    assert rule.words("participle", "es") == ("talados",)
    assert rule.words("state", "en") == ()
    assert rule.languages == ("en", "es")


@pytest.mark.parametrize(
    ("change", "counts"),
    [
        (("", ""), ("people",)),
        (('unit = "people"', 'unit = "people"\ncounts = ["police"]'), ("police",)),
        (('unit = "people"', 'unit = "people"\ncounts = []'), ()),
        (('unit = "people"', 'unit = "homes"'), ()),
        (('unit = "people"', 'kind = "percent"'), ()),
    ],
)
def test_people_are_counted_where_nothing_is_said(change: tuple[str, str], counts: tuple[str, ...]) -> None:
    assert read(MINIMAL.replace(*change)).counts == counts


def test_windows_line_ends_and_byte_order_marks_are_nothing(tmp_path: Path) -> None:
    file = tmp_path / "trees.toml"
    file.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())
    assert load([tmp_path])[0].title == "T"


# One line of a minimal rule changed for another: what is wrong with it, and where.
WRONG = [
    pytest.param("title =", "tittle =", 1, 1, '"tittle" is no key of a rule; did you mean "title"?', id="misspelt key"),
    pytest.param("title =", "tittle =", 1, 1, 'the rule has no "title"; add it', id="missing key"),
    pytest.param('"T"', "7", 1, 9, "title has to be text in quotes, not the number 7", id="number for text"),
    pytest.param('"T"', '" "', 1, 9, "title is empty text", id="empty text"),
    pytest.param('"T"', f'"{"t" * 201}"', 1, 9, "title is 201 characters long; at most 200", id="text too long"),
    pytest.param("unit", "scope = 3\nunit", 2, 9, "scope has to be a list in brackets, not the number 3", id="no list"),
    pytest.param("unit", "scope = []\nunit", 2, 9, "scope is empty; leave it out or fill it", id="empty list"),
    pytest.param(
        "unit",
        'scope = ["events"]\nunit',
        2,
        10,
        'entry 1 of scope cannot be "events"; did you mean "event"?',
        id="scope",
    ),
    pytest.param("unit", 'scope = ["event", "event"]\nunit', 2, 19, '"event" stands in this list twice', id="twice"),
    pytest.param(
        "unit", 'kind = "number"\nunit', 2, 8, 'kind cannot be "number"; use one of count, percent', id="kind"
    ),
    pytest.param("unit", 'enabled = "no"\nunit', 2, 11, 'enabled has to be true or false, not "no"', id="flag"),
    pytest.param("unit", "enabled = false\nunit", 2, 1, "has to say why", id="off without why"),
    pytest.param("unit", 'why = "x"\nunit', 2, 1, "why is for a rule that is switched off", id="why without off"),
    pytest.param('unit = "people"', "", 1, 1, "has to say what it counts; add unit", id="no unit"),
    pytest.param('unit = "people"', 'unit = "People"', 2, 8, "unit has to be a name of small letters", id="unit name"),
    pytest.param(
        'unit = "people"',
        'kind = "money"\ncounts = ["people"]',
        3,
        1,
        "counts belongs to rules of kind count",
        id="counts",
    ),
    pytest.param("unit", 'facets = ["plac"]\nunit', 2, 11, 'nothing fills the facet "plac"', id="unfilled facet"),
    pytest.param("unit", 'facets = ["plac"]\nunit', 2, 11, 'did you mean "place"?', id="nearest facet"),
    pytest.param(
        "participle",
        "participles",
        4,
        1,
        '"participles" is no role of a word list; did you mean "participle"?',
        id="role",
    ),
    pytest.param("words.en", "words.english", 3, 8, '"english" is no language code', id="language"),
    pytest.param(
        '["killed"]', '"killed"', 4, 14, 'participle has to be a list in brackets, not "killed"', id="bare word"
    ),
    pytest.param(
        '"killed"', '"killed", 3', 4, 25, "entry 2 of participle has to be plain words", id="number for a word"
    ),
    pytest.param('"killed"', '"killed", ""', 4, 25, "entry 2 of participle is empty text", id="empty word"),
    pytest.param('"killed"', '"shot  dead"', 4, 15, "plain words with single spaces", id="two spaces"),
    pytest.param('"killed"', '"[was] shot"', 4, 15, "brackets and slots go into idiom or [[pattern]]", id="brackets"),
    pytest.param(
        '"killed"', f'"{"k" * 201}"', 4, 15, "is 201 characters long; at most 200 are allowed", id="long word"
    ),
    pytest.param('"killed"', '"killed", "Killed"', 4, 25, '"Killed" stands in this list twice', id="word twice"),
    pytest.param(
        '["killed"]',
        "[" + '"k",' * 10_001 + "]",
        4,
        1,
        "holds 10001 entries; at most 10000 are read",
        id="too many words",
    ),
    pytest.param(
        'participle = ["killed"]', 'cue = ["x"]', 1, 1, "no word and no pattern binds a figure", id="no words"
    ),
    pytest.param('participle = ["killed"]', 'idiom = ["x of {m}"]', 4, 17, '"m" is no slot', id="slot in an idiom"),
    pytest.param('participle = ["killed"]', 'idiom = ["loss of life"]', 4, 10, "said without a figure", id="no figure"),
]


@pytest.mark.parametrize(("line", "instead", "at_line", "at_column", "message"), WRONG)
def test_what_is_wrong_is_told_with_its_place(
    line: str, instead: str, at_line: int, at_column: int, message: str
) -> None:
    assert line in MINIMAL
    told = [(fault.line, fault.column, fault.what) for fault in faults(MINIMAL.replace(line, instead, 1))]
    assert any((at_line, at_column) == (at, column) and message in what for at, column, what in told), told


# Tables put behind a minimal rule; lines count from its end.
ADDED = [
    pytest.param("[[pattern]]\ntext = 'a {n'\n", 2, 11, "the pattern does not parse: a slot reads", id="pattern"),
    pytest.param('[[pattern]]\ntext = "\\u0061 b) {n}"\n', 2, 17, "closes nothing", id="pattern behind an escape"),
    pytest.param(
        "[[pattern]]\ntext = '''\na b\n{n} c|d'''\n", 4, 6, "stands outside of brackets", id="pattern in lines"
    ),
    pytest.param(f"[[pattern]]\ntext = '{'(' * 11}a'\n", 2, 19, "more than 10 deep", id="pattern nested"),
    pytest.param(f"[[pattern]]\ntext = '{'a ' * 251}'\n", 2, 8, "at most 500 are allowed", id="pattern too long"),
    pytest.param("[[pattern]]\ntext = '{n} - {n}'\n", 2, 8, "said without a word", id="pattern without a word"),
    pytest.param("[[pattern]]\ntext = 'won [{n}]'\n", 2, 8, "said without a figure", id="pattern without a figure"),
    pytest.param("[[pattern]]\nlang = 'en'\n", 1, 1, 'the pattern has no "text"', id="pattern without a text"),
    pytest.param("[[pattern]]\ntext = '{n side=for} won'\n", 2, 12, '"side" is not among', id="slot sets no facet"),
    pytest.param("[[pattern]]\ntext = '{name:side} {n}'\n", 2, 15, '"side" is not among', id="slot keeps no facet"),
    pytest.param("[pattern]\ntext = 'x {n}'\n", 1, 2, "has to be [[pattern]] in double brackets", id="single brackets"),
    pytest.param("[[sense]]\nset = { side = 'for' }\n", 1, 1, 'the sense has no "words"', id="sense without words"),
    pytest.param(
        "[[sense]]\nset = { side = 'for' }\n[sense.words.en]\nnoun = ['ayes']\n",
        2,
        9,
        '"side" is not among',
        id="sense facet",
    ),
    pytest.param(
        "[[sense]]\nset = {}\n[sense.words.en]\nparticiple = ['killed']\n",
        4,
        15,
        "keep it in one",
        id="word in two senses",
    ),
    pytest.param("[[sense]]\nset = {}\n[sense.words.en]\n", 1, 1, "the sense has no words", id="sense with no words"),
    pytest.param("[compare]\napproximate = '10'\n", 2, 15, 'a share in quotes such as "10%"', id="width"),
    pytest.param("[compare]\napproximate = -1\n", 2, 15, "approximate has to be a number", id="width below zero"),
    pytest.param("[compare]\nat_most = nan\n", 2, 11, "at_most has to be a number", id="not a number"),
    pytest.param("[compare]\nat_least = 2\nat_most = 1\n", 2, 12, "at_least is above at_most", id="bounds"),
    pytest.param(
        "[compare]\nexclusive = 'answer'\nat_most = 1\n", 2, 13, '"answer" is not among', id="exclusive facet"
    ),
    pytest.param("[compare]\nexclusive = 'answer'\n", 2, 1, "add at_most", id="exclusive without bound"),
    pytest.param("[compare]\npart_of_whole = ['place']\n", 2, 18, '"place" is not among', id="part facet"),
    pytest.param("[compare]\nseverity = 'error'\n", 2, 12, "use one of conflict, tension, note", id="severity"),
    pytest.param("[compare]\nsum_of_part = true\n", 2, 1, 'did you mean "sum_of_parts"?', id="compare key"),
    pytest.param("[[example]]\ntext = 'a'\n", 1, 1, 'the example has no "claims"', id="example without claims"),
    pytest.param("[[example]]\ntext = 'a'\nclaims = []\n", 3, 10, "claims is empty", id="example with no claims"),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='8'}]\n", 3, 20, '"8" does not stand in the text', id="surface"
    ),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='7', plase='X'}]\n",
        3,
        25,
        '"plase" is not among',
        id="claim facet",
    ),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='7', scope='part'}]\n",
        3,
        31,
        '"part" is not among',
        id="claim scope",
    ),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='7', value='7-8'}]\n",
        3,
        31,
        'both ends in quotes: "24/99"',
        id="value",
    ),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='7', when='2023-02-30'}]\n",
        3,
        30,
        "a date such as",
        id="no such day",
    ),
    pytest.param(
        "[[example]]\ntext = 'a 7'\nclaims = [{surface='7', modifier='atleast'}]\n",
        3,
        34,
        'did you mean "at_least"?',
        id="hedge",
    ),
    pytest.param(
        "[[counterexample]]\npublished = '2023-01-01'\ntext = 'a'\n", 2, 13, "without quotes", id="quoted date"
    ),
    pytest.param(
        "[[counterexample]]\npublished = 2023-01-01T10:00:00\ntext = 'a'\n",
        2,
        13,
        "not a time of day",
        id="time for a date",
    ),
    pytest.param(
        "[[case]]\nexpect = 'clash'\narticles = [{text='a'}]\n", 2, 10, "use one of agree, tension", id="verdict"
    ),
    pytest.param("[instead]\nrule = 'hurt'\ntold = ['crsh']\n", 3, 9, 'did you mean "crash"?', id="kind of happening"),
    pytest.param(
        "[[case]]\nexpect = 'agree'\narticles = [{txt='a'}]\n", 3, 14, 'did you mean "text"?', id="article key"
    ),
]


@pytest.mark.parametrize(("added", "line", "column", "message"), ADDED)
def test_what_is_wrong_in_a_table(added: str, line: int, column: int, message: str) -> None:
    told = [(fault.line, fault.column, fault.what) for fault in faults(MINIMAL + added)]
    place = (MINIMAL.count("\n") + line, column)
    assert any(place == (at, col) and message in what for at, col, what in told), told


NO_TOML = [
    pytest.param("a = 1\nb = [1,\n", 3, 1, "this is no TOML", id="unfinished"),
    pytest.param("a = 1\na = 2\n", 2, 6, "this is no TOML", id="key twice"),
    pytest.param("d = 2023-02-30\n", 1, 5, "this is no TOML", id="no such date"),
    pytest.param("a = " + "[" * 2000, None, None, "stand too deep", id="deep"),
    pytest.param("a = " + "1" * 9999, None, None, "cannot be read", id="endless number"),
]


@pytest.mark.parametrize(("text", "line", "column", "message"), NO_TOML)
def test_what_is_no_toml(text: str, line: int | None, column: int | None, message: str) -> None:
    (fault,) = faults(text)
    assert (fault.line, fault.column) == (line, column)
    assert message in fault.what


def test_all_faults_of_all_files_at_once(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "one.toml").write_text('tittle = "x"\nscope = ["none"]\n[[pattern]]\ntext = "{m"\n')
    (tmp_path / "a.toml").write_text("x =")
    (tmp_path / "Bad Name.toml").write_text(MINIMAL)
    (tmp_path / "good.toml").write_text(MINIMAL)
    with pytest.raises(RuleError) as caught:
        load([tmp_path])
    told = [(Path(fault.path).name, fault.line) for fault in caught.value.faults]
    assert told == [
        ("Bad Name.toml", None),
        ("a.toml", 1),
        ("one.toml", 1),
        ("one.toml", 1),
        ("one.toml", 2),
        ("one.toml", 4),
    ]
    assert f"{tmp_path}/b/one.toml:1:1: " in str(caught.value)


def test_no_fault_breeds_another() -> None:
    text = (
        MINIMAL.replace("unit", 'facets = ["place", 3]\nunit')
        + '[[sense]]\nset = { side = "x" }\n[sense.words.en]\nnoun = ["y"]\n'
    )
    assert [(fault.line, fault.column) for fault in faults(text)] == [(2, 20)]


def test_no_more_faults_than_a_page() -> None:
    assert len(faults(MINIMAL + "\n".join(f"x{n} = 1" for n in range(500)))) == MOST_FAULTS


def test_one_id_in_two_files(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "deaths.toml").write_text(MINIMAL)
    with pytest.raises(RuleError, match=r'y/deaths\.toml: the id "deaths" is also that of .*x/deaths\.toml'):
        load([tmp_path])


def test_what_is_handed_on_must_be_facets_of_the_other_rule(tmp_path: Path) -> None:
    (tmp_path / "hurt.toml").write_text(MINIMAL)
    handing = MINIMAL + '[instead]\nrule = "hurt"\ntold = ["crash"]\nset = { aspect = "hospital" }\n'
    (tmp_path / "ill.toml").write_text(handing)
    with pytest.raises(RuleError) as caught:
        load([tmp_path])
    assert "aspect" in str(caught.value)
    assert "hurt" in str(caught.value)
    assert load([tmp_path / "ill.toml"])[0].instead is not None  # where the other is not loaded nothing is handed on


def test_folders_and_files_in_any_order_give_one_order(tmp_path: Path) -> None:
    for name in ("c", "a", "b"):
        (tmp_path / f"{name}.toml").write_text(MINIMAL)
    (tmp_path / "README.md").write_text("no rule")
    (tmp_path / ".hidden.toml").write_text("no rule")
    files = [tmp_path / f"{name}.toml" for name in ("b", "c", "a")]
    assert [rule.id for rule in load([tmp_path])] == [rule.id for rule in load(files)] == ["a", "b", "c"]


def test_topic_is_the_folder_within_the_rule_folder(tmp_path: Path) -> None:
    (tmp_path / "nature" / "woods").mkdir(parents=True)
    (tmp_path / "nature" / "woods" / "trees.toml").write_text(MINIMAL)
    (tmp_path / "top.toml").write_text(MINIMAL)
    assert [(rule.id, rule.topic) for rule in load([tmp_path])] == [("top", ""), ("trees", "nature/woods")]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such file or folder"):
        load([tmp_path / "none"])


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes('title = "é'.encode() + b'\xff"\n')
    with pytest.raises(RuleError, match=r"bad\.toml:1:11: byte 0xff is not UTF-8"):
        load([tmp_path])


def test_a_file_too_large(tmp_path: Path) -> None:
    (tmp_path / "big.toml").write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(RuleError, match="is larger than"):
        load([tmp_path])


def test_a_file_that_may_not_be_read(forbidding: Path) -> None:
    (forbidding / "locked.toml").touch(mode=0)
    with pytest.raises(RuleError, match=r"locked\.toml: cannot be read: Permission denied"):
        load([forbidding])


def test_a_folder_that_may_not_be_read(forbidding: Path) -> None:
    (forbidding / "locked").mkdir(mode=0)
    with pytest.raises(RuleError, match=r"locked: cannot be opened: Permission denied"):
        load([forbidding])


@pytest.mark.parametrize("name", ["pipe.toml", "folder.toml"])
def test_what_is_no_file_is_not_opened(tmp_path: Path, name: str) -> None:
    (os.mkfifo if name == "pipe.toml" else os.mkdir)(tmp_path / name)
    if name == "folder.toml":
        (tmp_path / name / "trees.toml").write_text(MINIMAL)
        assert [rule.topic for rule in load([tmp_path])] == ["folder.toml"]
        return
    with pytest.raises(RuleError, match=r"pipe\.toml: is a pipe, a socket, a device or a folder"):
        load([tmp_path])
    with pytest.raises(RuleError, match=r"pipe\.toml: is a pipe, a socket or a device"):
        load([tmp_path / name])


def test_a_name_that_is_too_long() -> None:
    with pytest.raises(RuleError, match="File name too long"):
        load([Path("x" * 300)])


def test_links(tmp_path: Path) -> None:
    (tmp_path / "outside.toml").write_text(MINIMAL)
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "real.toml").write_text(MINIMAL)
    (folder / "inside.toml").symlink_to(folder / "real.toml")
    assert [rule.id for rule in load([folder])] == ["inside", "real"]
    (folder / "out.toml").symlink_to(tmp_path / "outside.toml")
    (folder / "loop.toml").symlink_to(folder / "loop.toml")
    (folder / "gone.toml").symlink_to(folder / "nowhere.toml")
    (folder / "around").symlink_to(folder, target_is_directory=True)
    with pytest.raises(RuleError) as caught:
        load([folder])
    told = {Path(fault.path).name: fault.what for fault in caught.value.faults}
    assert "is a link out of its rule folder" in told.pop("out.toml")
    assert "leads nowhere or in a circle" in told.pop("loop.toml")
    assert "leads nowhere or in a circle" in told.pop("gone.toml")
    assert "is a link to a folder and was not followed" in told.pop("around")
    assert not told


def test_a_folder_reached_by_a_link_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "trees.toml").write_text(MINIMAL)
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    assert [rule.id for rule in load([tmp_path / "link"])] == ["trees"]


def test_shipped_rules_are_found() -> None:
    assert (shipped() / "casualties" / "deaths.toml").is_file()

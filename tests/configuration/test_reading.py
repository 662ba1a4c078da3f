"""A configuration file is found, read, and told where it is wrong."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from crosscheck.configuration import reading
from crosscheck.configuration.finding import find
from crosscheck.configuration.grammar import CONFIGURATION
from crosscheck.configuration.reading import read
from crosscheck.errors import ConfigError
from crosscheck.model.limits import Limits
from crosscheck.rules import positions
from crosscheck.rules.shapes import Key, ListOf, Table

WHOLE = """
paths = ["articles", "feed.jsonl"]
rules = ["our rules"]
extend-rules = ["more"]
select = ["casualties", "date_conflict"]
ignore = ["injured"]
fail-on = "tension"
vagueness = "acled"
language = "es"
accepted = "reviewed.toml"
remarks = false

[severity]
spelling_variant = "tension"
deaths = "note"

[limits]
article = 100000
seconds = 20

[[event]]
name = "the Juliaca massacre"
aliases = ["Black Monday"]
place = "Juliaca, Puno"
date = 2023-01-09

[[place]]
name = "Mercado Viejo"
within = "Juliaca, Puno"

[[name]]
name = "Alberto Otárola"
aliases = ["Alberto Otarola", "Otarola"]

[[body]]
name = "Congress"
seats = 130
"""


def written(folder: Path, text: str, name: str = "crosscheck.toml") -> Path:
    (folder / name).write_text(text, "utf-8")
    return Path(name)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_key_is_read(here: Path) -> None:
    found = read(written(here, WHOLE))
    assert (found.paths, found.rules, found.extend_rules) == (
        ("articles", "feed.jsonl"),
        (Path("our rules"),),
        (Path("more"),),
    )
    assert (found.select, found.ignore) == (("casualties", "date_conflict"), ("injured",))
    assert (found.fail_on, found.language, found.accepted, found.remarks) == (
        "tension",
        "es",
        Path("reviewed.toml"),
        False,
    )
    assert found.limits == Limits(article=100_000, seconds=20)
    settings = found.settings
    assert settings.profile == "acled"
    assert settings.severities == (("deaths", "note"), ("spelling_variant", "tension"))
    (event,) = settings.events
    assert (event.place, event.aliases) == (("Juliaca", "Puno", "Peru"), ("Black Monday",))
    assert event.days is not None
    assert event.days.low == event.days.high == date(2023, 1, 9)
    assert settings.names == (("Alberto Otárola", ("Alberto Otarola", "Otarola")),)
    assert settings.seats == (("Congress", Decimal(130)),)
    (alias,) = found.aliases
    assert (alias.name, alias.within, alias.kind, alias.line) == ("Mercado Viejo", "Juliaca, Puno", "city", 27)


def test_the_sample_names_every_key() -> None:
    named = {first or second for first, second in re.findall(r"^([a-z-]+) =|^\[+([a-z]+)", WHOLE, re.MULTILINE)}
    assert {key.name for key in CONFIGURATION.keys} <= named


def test_pyproject_has_a_table_for_it(here: Path) -> None:
    table = 'fail-on = "note"\n[[tool.crosscheck.name]]\nname = "A B"\naliases = ["B"]\n'
    text = f'[project]\nname = "x"\n[tool.crosscheck]\n{table}'
    found = read(written(here, text, "pyproject.toml"))
    assert (found.fail_on, found.settings.names) == ("note", (("A B", ("B",)),))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "fail_on = 'note'", ':1:1: "fail_on" is no key of a configuration; did you mean "fail-on"?', id="key"
        ),
        pytest.param("paths = 'a'", ":1:9: paths has to be a list in brackets", id="type"),
        pytest.param("fail-on = 'notes'", ':1:11: fail-on cannot be "notes"; did you mean "note"?', id="word"),
        pytest.param("vagueness = 'aclde'", 'did you mean "acled"?', id="profile"),
        pytest.param("\n[[event]]\nplace = 'Puno'", ':2:1: the event has no "name"', id="nameless event"),
        pytest.param(
            "[[event]]\nname = 'x'\nplace = 'Juliacca'",
            ":3:9: no place 'Juliacca' is known; did you mean 'Juliaca'?",
            id="place",
        ),
        pytest.param("[[place]]\nname = 'x'", "needs a name and either `of` or `within`", id="a place nowhere"),
        pytest.param(
            "[[place]]\nname = 'x'\nof = 'Nowhereville'", ":1:1: alias 'x': no place", id="a place of no place"
        ),
        pytest.param("[[name]]\nname = 'x'", 'has no "aliases"', id="a name by itself"),
        pytest.param("[severity]\ndeaths = 'grave'", "deaths cannot be", id="severity"),
        pytest.param("paths = [", "this is no TOML", id="TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(here: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        read(written(here, text))
    assert str(error.value).startswith("crosscheck.toml:")
    assert told in str(error.value)


def test_all_faults_are_told_at_once_and_in_pyproject_too(here: Path) -> None:
    text = "[tool.crosscheck]\nselct = ['a']\n[tool.crosscheck.severity]\ndeaths = 3\n"
    with pytest.raises(ConfigError) as error:
        read(written(here, text, "pyproject.toml"))
    assert [fault.line for fault in error.value.faults] == [2, 4]


def test_the_nearest_file_is_found(here: Path) -> None:
    deep = here / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "x.md").touch()
    assert find("a/b/x.md") is None
    written(here, "[tool.other]\n", "pyproject.toml")
    assert find("a/b/x.md") is None
    written(here, "[tool.crosscheck]\n", "pyproject.toml")
    assert find("a/b/x.md") == find(".") == find("-") == Path("pyproject.toml")
    written(here, "", "crosscheck.toml")
    assert find("a/b/x.md") == Path("crosscheck.toml")
    written(here / "a", "", "crosscheck.toml")
    assert find("a/b/x.md") == Path("a/crosscheck.toml")
    assert find(str(deep)) == Path("a/crosscheck.toml")


def test_paths_are_told_from_where_the_command_runs(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "sub").mkdir()
    written(here, 'paths = ["articles"]\n')
    monkeypatch.chdir(here / "sub")
    file = find(".")
    assert file == Path("../crosscheck.toml")
    assert read(file).paths == ("../articles",)


def keys(table: Table) -> list[Key]:
    inner = [key.shape.item if isinstance(key.shape, ListOf) else key.shape for key in table.keys]
    return [*table.keys, *(key for shape in inner if isinstance(shape, Table) for key in keys(shape))]


def test_every_key_explains_itself() -> None:
    assert all(key.about.endswith((".", ")")) for key in keys(CONFIGURATION))


def test_many_places_cost_no_more_than_their_number(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned: list[str] = []

    def locate(text: str) -> positions.Positions:
        scanned.append(text)
        return positions.locate(text)

    monkeypatch.setattr(reading, "locate", locate)
    found = read(written(here, "".join(f'[[place]]\nname = "x{n}"\nof = "Ilave, Puno"\n' for n in range(50))))
    assert [alias.line for alias in found.aliases][:3] == [1, 4, 7]
    assert len(scanned) == 1

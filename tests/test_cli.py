"""The command as people and machines meet it: what it prints where, and with which status it ends."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from crosscheck import __version__
from crosscheck.cli import main

HEAD = "---\noutlet: {outlet}\npublished: {published}\n---\n"
FEW = HEAD.format(outlet="El Puente", published="2023-01-12") + "On Monday 17 people were killed in Juliaca.\n"
MANY = HEAD.format(outlet="Andes Wire", published="2023-01-10") + "In Juliaca 19 people were killed on 9 January.\n"
SAME = HEAD.format(outlet="Nightly", published="2023-01-11") + "In Juliaca 17 people were killed on 9 January.\n"
NONE = HEAD.format(outlet="Nightly", published="2023-01-11") + "The council met again and spoke of the weather.\n"
BINARY = "\x00\x01\x02"
# Where the tests run in the background of a shell, interrupts are ignored, and so they would be by what they start.
HEEDING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from crosscheck.__main__ import main
main()
"""


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., tuple[int, str, str]]:
    """Runs the command in an empty folder that holds these files; gives status, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str, **files: str) -> tuple[int, str, str]:
        for name, text in files.items():
            path = tmp_path / "news" / (name + ".md")
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        status = main(arguments)
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


Call = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    ("arguments", "files", "status"),
    [
        pytest.param(["report", "news"], {"a": FEW, "b": MANY}, 1, id="a conflict"),
        pytest.param(["report", "news"], {"a": FEW, "b": SAME}, 0, id="agreement"),
        pytest.param(["report", "news", "--fail-on", "never"], {"a": FEW, "b": MANY}, 0, id="never fails"),
        pytest.param(
            ["report", "news", "--fail-on", "note"], {"a": FEW, "b": MANY}, 1, id="a conflict is above a note"
        ),
        pytest.param(["report", "news", "--exit-zero"], {"a": FEW, "b": MANY}, 0, id="asked to succeed"),
        pytest.param(["report", "news"], {"a": NONE}, 3, id="nothing comparable"),
        pytest.param(["report", "news"], {"a": FEW}, 3, id="one claim alone"),
        pytest.param(["report", "news/a.md", "gone.md"], {"a": FEW}, 2, id="a path that is not there"),
        pytest.param(["report", "news", "gone"], {"a": FEW, "b": MANY}, 2, id="which outweighs a conflict"),
        pytest.param(["report", "gone", "--exit-zero"], {}, 2, id="and a wish to succeed"),
        pytest.param(["report", "."], {}, 3, id="an empty folder"),
        pytest.param(["report", "news/a.md"], {"a": BINARY}, 3, id="nothing but a binary file"),
        pytest.param(["extract", "news"], {"a": FEW, "b": MANY}, 0, id="claims, whatever they say"),
        pytest.param(["extract", "news"], {"a": NONE}, 0, id="no claims"),
        pytest.param(["extract", "."], {}, 3, id="no article to extract from"),
        pytest.param(["extract", "news", "gone"], {"a": FEW}, 2, id="claims, but a path is not there"),
        pytest.param(["mentions", "news"], {"a": FEW}, 0, id="mentions"),
        pytest.param(["mentions", "gone"], {}, 2, id="mentions of nothing"),
        pytest.param(["report", "--no-such-option"], {}, 2, id="an unknown option"),
        pytest.param(["report", "--format", "sculpture"], {}, 2, id="an unknown format"),
        pytest.param(["report", "--jobs", "0"], {}, 2, id="no workers"),
        pytest.param(["report", "--stdin-date", "yesterday", "-"], {}, 2, id="no day"),
        pytest.param(["report", "news", "--rules", "gone"], {"a": FEW}, 2, id="no such rules"),
        pytest.param(["reprot"], {}, 2, id="an unknown command"),
        pytest.param([], {}, 2, id="no command"),
        pytest.param(["--help"], {}, 0, id="help"),
        pytest.param(["report", "-h"], {}, 0, id="help for a command"),
        pytest.param(["--version"], {}, 0, id="version"),
    ],
)
def test_exit_status(call: Call, arguments: list[str], files: dict[str, str], status: int) -> None:
    found, out, err = call(*arguments, **files)
    assert found == status, out + err
    assert "Traceback" not in err
    assert not (status == 2 and not err), "an error is told"


def test_the_version_is_told_in_either_way(call: Call) -> None:
    told = (0, f"crosscheck {__version__}\n", "")
    assert call("--version") == told
    assert call("--version", "report") == told


@pytest.mark.parametrize("format", ["json", "jsonl", "sarif", "csv", "junit", "github", "markdown"])
def test_machines_get_an_empty_report_of_nothing(call: Call, format: str) -> None:
    status, out, _ = call("report", ".", "--format", format)
    assert status == 3
    assert bool(out) is (format != "jsonl")
    if format == "json":
        assert json.loads(out)["discrepancies"] == []


def test_standard_output_is_for_the_report_alone(call: Call) -> None:
    status, out, err = call("report", "news", "gone", "--format", "json", a=FEW, b=MANY)
    report = json.loads(out)
    assert (status, report["summary"]["articles"], len(report["discrepancies"])) == (2, 2, 1)
    assert "gone: does not exist" in err
    assert [skipped["path"] for skipped in report["skipped"]] == ["gone"]


def test_claims_and_mentions_follow_the_published_schemas(call: Call) -> None:
    for command, name in (("extract", "claim"), ("mentions", "mention")):
        schema = json.loads(call("schema", name)[1])
        status, out, _ = call(command, "news", "--format", "jsonl", a=FEW, b=MANY)
        records = [json.loads(line) for line in out.splitlines()]
        assert status == 0
        assert {record["surface"] for record in records} >= {"17", "19"}
        for record in records:
            Draft202012Validator(schema).validate(record)


def test_the_report_shows_both_sides_with_their_places(call: Call) -> None:
    _, out, _ = call("report", "news", a=FEW, b=MANY)
    assert "CONFLICT  People killed, Juliaca" in out
    assert "El Puente · 12 Jan 2023 · news/a.md:5" in out
    assert "│ In Juliaca «19» people were killed on 9 January." in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("arguments", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": ""}, False),
    ],
)
def test_colour(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: list[str], environment: dict[str, str], colored: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    _, out, _ = call("report", "news", *arguments, a=FEW, b=MANY)
    assert ("\x1b[" in out) is colored


def test_without_a_path_seeds_or_this_folder_is_read(call: Call, tmp_path: Path) -> None:
    status, out, err = call("report", "--format", "json", a=FEW, b=MANY)
    assert (status, json.loads(out)["summary"]["articles"]) == (1, 2)
    assert "reading the current folder" in err
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "only.md").write_text(FEW)
    status, out, err = call("report", "--format", "json")
    assert (status, json.loads(out)["summary"]["articles"]) == (3, 1)
    assert "reading seeds/" in err
    assert call("report", "--quiet")[2] == ""


def test_a_file_is_written_whole_or_not_at_all(call: Call, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    status, out, _ = call("report", "news", "--format", "json", "-o", "out.json", a=FEW, b=MANY)
    assert (status, out) == (1, "")
    before = target.read_bytes()
    status, _, err = call("extract", "news", "--rules", "gone", "-o", "out.json")
    assert (status, target.read_bytes()) == (2, before), err
    status, _, err = call("report", "news", "-o", "no/out.json")
    assert status == 2
    assert "no/out.json: cannot be written: No such file or directory" in err


def test_standard_input_is_an_article_with_the_date_given(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    text = io.TextIOWrapper(io.BytesIO(b"On Monday 17 people were killed in Juliaca.\n"), "utf-8")
    monkeypatch.setattr(sys, "stdin", text)
    _, out, _ = call("extract", "-", "--stdin-date", "2023-01-10", "--format", "jsonl")
    (deaths,) = (claim for claim in map(json.loads, out.splitlines()) if claim["quantity"] == "deaths")
    assert deaths["when"] == {"low": "2023-01-09", "high": "2023-01-09"}


def test_an_interrupt_is_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(Interrupting())))
    status, out, err = call("report", "-", "--quiet")
    assert (status, out, err.splitlines()) == (130, "", ["crosscheck: interrupted"])


def test_skipped_files_are_told_where_no_report_tells_them(call: Call) -> None:
    status, _, err = call("extract", "news", "--format", "jsonl", a=FEW, b=BINARY)
    assert status == 0
    assert "crosscheck: news/b.md" in err
    assert call("extract", "news", "--format", "jsonl", "--quiet")[2] == ""


def test_rules_are_listed_shown_started_and_tested(call: Call) -> None:
    assert "deaths " in call("rules", "list")[1]
    assert call("rules", "show", "deaths", "--format", "markdown")[1].startswith("# ")
    status, _, err = call("rules", "show", "deahts")
    assert status == 2
    assert '"deaths"' in err
    assert call("rules", "new", "trees_felled")[0] == 0
    assert call("rules", "test", "trees_felled.toml")[0] == 0
    assert call("rules", "new", "trees_felled")[0] == 2
    assert call("rules", "new", "Trees")[0] == 2


def test_a_failing_rule_ends_with_status_1_and_a_broken_one_with_2(call: Call, tmp_path: Path) -> None:
    call("rules", "new", "trees_felled")
    rule = tmp_path / "trees_felled.toml"
    rule.write_text(rule.read_text().replace('modifier = "at_least"', 'modifier = "approx"'))
    status, out, _ = call("rules", "test", "trees_felled.toml")
    assert status == 1
    assert "differs   40" in out
    rule.write_text(rule.read_text().replace("scope =", "scoop ="))
    status, _, err = call("rules", "test", "trees_felled.toml")
    assert status == 2
    assert "trees_felled.toml:" in err


@pytest.mark.parametrize("name", ["claim", "mention", "report", "discrepancy", "rules", "configuration"])
def test_schemas_are_printed_and_valid(call: Call, name: str) -> None:
    Draft202012Validator.check_schema(json.loads(call("schema", name)[1]))


def crosscheck(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    root = str(Path(__file__).parents[1])
    known = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")}
    return subprocess.run(
        [sys.executable, "-m", "crosscheck", *arguments],
        cwd=cwd,
        env=known | {"PYTHONPATH": root} | environment,
        capture_output=True,
        check=False,
    )


def test_the_same_bytes_under_another_seed_order_folder_and_locale(call: Call, tmp_path: Path) -> None:
    call("report", "news", a=FEW, b=MANY, c=SAME, d=NONE)
    news = tmp_path / "news"
    names = [str(news / f"{name}.md") for name in "abcd"]
    status, first, _ = call("report", *names, "--format", "json", "--no-cache")
    again = crosscheck(
        "report",
        *names[::-1],
        "--no-cache",
        "--format",
        "json",
        "--jobs",
        "2",
        cwd=news,
        PYTHONHASHSEED="2",
        LC_ALL="C",
        TZ="Asia/Tokyo",
    )
    assert status == again.returncode == 1
    assert first == again.stdout.decode()


def test_a_reader_that_has_seen_enough_is_no_error(call: Call, tmp_path: Path) -> None:
    call("report", "news", a=FEW, b=MANY)
    with subprocess.Popen(
        [sys.executable, "-m", "crosscheck", "extract", "news", "--format", "jsonl"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another thing there")
@pytest.mark.parametrize(
    ("number", "status", "told"),
    [
        (signal.SIGINT, 130, b"crosscheck: interrupted\n"),
        (signal.SIGTERM, 143, b""),
        (signal.SIGHUP, 129, b""),
    ],
)
def test_a_signal_ends_the_run_and_leaves_nothing_behind(
    tmp_path: Path, number: signal.Signals, status: int, told: bytes
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEEDING, "extract", "-", "-o", "out.jsonl"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        # The file that is to become the output appears when the reading begins.
        while not any(tmp_path.iterdir()) and process.poll() is None:
            os.sched_yield()
        process.send_signal(number)
        _, err = process.communicate()
    assert (process.returncode, err, list(tmp_path.iterdir())) == (status, told, [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told(call: Call, tmp_path: Path) -> None:
    call("report", "news", a=FEW, b=MANY)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "crosscheck", "report", "news"],
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"crosscheck: standard output cannot be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("--version >/dev/full", 2),
        ("--help >/dev/full", 2),
        ("--version >&-", 0),
        ("report none 2>/dev/full", 2),
        ("report none 2>&- >&-", 2),
        ("report - <&-", 3),
    ],
)
def test_streams_that_are_full_or_closed_change_no_status(tmp_path: Path, words: str, status: int) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -B -m crosscheck {words}', sys.executable],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        check=False,
    )
    assert done.returncode == status, done
    full = b"crosscheck: standard output cannot be written: No space left on device\n"
    assert done.stderr == (full if words.endswith(" >/dev/full") else b"")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["report", "--help"]])
def test_help_imports_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    heavy = ["rich", "regex", "rapidfuzz", "tomli", "multiprocessing", "crosscheck.model"]
    script = f"import sys; from crosscheck.cli import main; main({arguments!r}); "
    script += f"print(*[name for name in {heavy} if name in sys.modules], file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        check=True,
    )
    assert done.stderr == b"\n"

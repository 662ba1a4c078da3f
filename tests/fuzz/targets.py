"""What is fuzzed: each target takes bytes, hands them to a door of the program, and asserts what must always hold."""

from __future__ import annotations

import io
import json
import os
import tempfile
from collections.abc import Callable
from contextlib import chdir
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from crosscheck import intake
from crosscheck.accepting.book import read_book
from crosscheck.configuration import reading as configuration
from crosscheck.errors import ConfigError, Fault
from crosscheck.language import phrase as pack_phrase
from crosscheck.language import reader
from crosscheck.language.sentences import splitter
from crosscheck.language.tokens import tokenize
from crosscheck.model import Article, Location, Skipped, Span
from crosscheck.rules import phrase as rule_phrase
from crosscheck.rules.prose import tell
from crosscheck.rules.reading import interpret
from tests.fuzz import generating, pieces, warm
from tests.fuzz.generating import Generator, article, mixed, mutants, noise, strung
from tests.hostile.obeyed import OUR_COLOURS, harmless

STATUSES = (0, 1, 2, 3)
FAILED = "the program itself failed"


FILED = (
    ("check", "fuzzed.md", "--against", "a.md", "--isolated"),
    ("check", "fuzzed.jsonl", "--against", "a.md", "b.txt", "--isolated", "--format", "json"),
    ("explain", "fuzzed.md:2", "--with", "b.txt"),
    ("accept", "--baseline", "--in", "fuzzed.md", "--in", "b.txt", "--accepted", "accepted.toml"),
    ("report", "a.md", "b.txt", "--accepted", "accepted.toml"),
    ("report", "a.md", "--config", "fuzzed.toml"),
    ("rules", "test", "fuzzed.toml"),
    ("schema", "report"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """`weight` is how often it is chosen: cheap ones more often than dear ones."""

    check: Callable[[bytes], None]
    generate: Generator
    weight: int


def check_reading(data: bytes) -> None:
    """Articles of any format: places, parts and ids hold, and nothing vanishes without a word."""
    found = list(intake.read(["-"], stdin=io.BytesIO(data)))
    assert found, "neither an article nor a note"
    articles = [item for item in found if isinstance(item, Article)]
    assert len({item.publication.id for item in articles}) == len(articles)
    for item in articles:
        for part in item.parts:
            whole = item.field(part.field)
            assert 0 <= part.start < part.end <= len(whole)
            place = item.locate(Span(part.start, part.end, part.field))
            assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column)
            _encodable(whole[part.start : part.end])


def check_figures(data: bytes) -> None:
    """Figures of one language: each surface is the text at its place."""
    text = data.decode("utf-8", "replace")
    for lang in ("en", "es"):
        for start, end in splitter(lang).split(text, 0, len(text)):
            tokens = tokenize(text, start, end)
            for figure in reader.read(tokens, None, lang)[0]:
                assert 0 <= figure.begin <= figure.first <= figure.last <= figure.finish < len(tokens)
                low, high = figure.interval.low, figure.interval.high
                assert low is None or high is None or low <= high  # type: ignore[operator]


def check_claims(data: bytes) -> None:
    """Claims and mentions of articles: spans, quotes and evidence are the text at their places."""
    for item in intake.read(["-"], stdin=io.BytesIO(data)):
        if isinstance(item, Skipped):
            continue
        for claim in warm.extractor().claims(item).claims:
            span = claim.mention.span
            assert claim.mention.surface == item.surface(span)
            assert claim.quote[claim.quote_start : claim.quote_end]
            for each in claim.evidence:
                assert each.surface == item.surface(each.span)
            _inside(claim.location, item)
        for tally in warm.extractor().tallies(item):
            assert tally.mention.surface == item.surface(tally.mention.span)
            assert bool(tally.bound_by) != bool(tally.unbound_because)


def check_report(data: bytes) -> None:
    """The whole command on standard input: the status is what the report says, and the report is sound JSON."""
    done = warm.run(["report", "-", "-q", "--format", "json"], data)
    _told(done)
    told = json.loads(done.out)
    summary = told["summary"]
    if summary["articles"] == 0 or not (summary["comparables"] or any(summary["discrepancies"].values())):
        expected = 3
    else:
        expected = 1 if summary["discrepancies"]["conflict"] else 0
    assert done.status == expected, done
    done = warm.run(["report", "-", "-q", "-v", "--show-compatible"], data)
    _told(done)
    assert done.status == expected, done
    assert b"\x1b" not in done.out


def check_listing(data: bytes) -> None:
    """Lists of claims and mentions: a record a line, and the status of what was read."""
    for command in ("extract", "mentions"):
        done = warm.run([command, "-", "-q", "--format", "jsonl"], data)
        _told(done)
        assert done.status in (0, 3), done
        for line in done.out.splitlines():
            json.loads(line)


def check_compare(data: bytes) -> None:
    """Claims from elsewhere."""
    done = warm.run(["compare", "-", "--format", "json"], data)
    _told(done)
    assert done.status in (0, 1, 3), done
    json.loads(done.out)


def check_rule(data: bytes) -> None:
    """Rule files: a rule, or faults that lie inside the file."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    found = interpret(text, id="fuzzed", path="fuzzed.toml")
    if not isinstance(found, tuple):
        assert tell(found)
        return
    lines = text.split("\n")
    assert found
    for fault in found:
        assert isinstance(fault, Fault)
        assert fault.what
        if fault.line is not None and fault.column is not None:
            assert 1 <= fault.line <= len(lines), fault
            assert 1 <= fault.column <= len(lines[fault.line - 1]) + 1, fault


def check_phrase(data: bytes) -> None:
    """Phrases of rules and packs: a tree, or the place of a fault."""
    text = data.decode("utf-8", "replace")
    faults: list[int] = []
    try:
        rule_phrase.slots(rule_phrase.parse.__wrapped__(text))
    except rule_phrase.PhraseError as error:
        faults.append(error.position)
    try:
        pack_phrase.parse(text)
    except pack_phrase.PhraseError as error:
        faults.append(error.position)
    assert all(0 <= place <= len(text) for place in faults)


def check_settings(data: bytes) -> None:
    """Configurations and accepted discrepancies: values, or faults that name the file."""
    file = _folder() / "fuzzed.toml"
    file.write_bytes(data)
    for read in (configuration.read, read_book):
        told = "fuzzed.toml"
        try:
            read(file)
        except ConfigError as error:
            told = str(error)
        assert "fuzzed.toml" in told


def check_files(data: bytes) -> None:
    """Each command that reads files, on one that holds these bytes: a documented status, and never a fault of ours."""
    with chdir(_folder()):
        for name in ("fuzzed.md", "fuzzed.jsonl", "fuzzed.toml", "accepted.toml"):
            Path(name).write_bytes(data)
        for arguments in FILED:
            done = warm.run(arguments)
            _told(done)
            assert done.status in STATUSES, (arguments, done)
            assert done.err or done.status != 2, (arguments, done)
        # What it was before, so that the next input meets the same.
        for name in ("accepted.toml", "crosscheck-accepted.toml"):
            Path(name).unlink(missing_ok=True)


def check_arguments(data: bytes) -> None:
    """Command lines: one of the documented statuses, and a word on standard error where something is wrong."""
    arguments = data.decode("utf-8", "replace").split("\n")
    with chdir(_folder()):
        done = warm.run(arguments, b"Nine people were killed in Juliaca on 9 January 2023.")
    _told(done)
    assert done.status in STATUSES, done
    assert done.err or done.status != 2, done


def _told(done: warm.Done) -> None:
    """Nothing failed within, and nothing that was printed is obeyed by what it goes to."""
    assert FAILED not in done.err, done.err
    assert "Traceback" not in done.err, done.err
    for text in (done.out.decode(), done.err):
        harmless(OUR_COLOURS.sub("", text), ours=True)


def _inside(place: Location, item: Article) -> None:
    whole = item.locate(Span(0, len(item.text)))
    assert whole.line <= place.line <= place.end_line <= whole.end_line


def _encodable(text: str) -> None:
    assert "\0" not in text
    text.encode("utf-8")


@cache
def _folder() -> Path:
    inside = Path(tempfile.mkdtemp(prefix="crosscheck-fuzz-"))
    os.environ["CROSSCHECK_CACHE_DIR"] = str(inside / "cache")
    warm.folder(inside)
    return inside


def _claims(random: generating.Random) -> bytes:
    return mutants([(_folder() / "claims.jsonl").read_bytes()])(random)


TEXT = mixed(article, article, article, noise)
RECORDS = mixed(strung(pieces.RECORD, 9), mutants([b'{"text": "On Monday 17 people were killed.", "id": 7}\n']))
SETTINGS = mixed(strung(pieces.SETTINGS, 8), strung(pieces.SETTINGS, 25), noise)
RULES = mixed(strung(pieces.RULE, 12), strung(pieces.RULE, 40), noise)
TARGETS = {
    "reading": Target(check_reading, mixed(TEXT, TEXT, RECORDS), 300),
    "figures": Target(check_figures, TEXT, 200),
    "claims": Target(check_claims, TEXT, 60),
    "report": Target(check_report, mixed(TEXT, TEXT, RECORDS), 10),
    "listing": Target(check_listing, mixed(TEXT, TEXT, RECORDS), 5),
    "compare": Target(check_compare, mixed(_claims, RECORDS), 10),
    "rule": Target(check_rule, RULES, 150),
    "phrase": Target(check_phrase, mixed(strung(pieces.PHRASE, 9), strung(pieces.PHRASE, 9, " "), noise), 250),
    "settings": Target(check_settings, SETTINGS, 15),
    "files": Target(check_files, mixed(TEXT, TEXT, RECORDS, RULES, SETTINGS), 1),
    "arguments": Target(check_arguments, strung(pieces.ARGUMENTS, 6, "\n"), 10),
}

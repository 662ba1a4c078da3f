"""The command line: the only code that reads arguments, prints or exits; one function a command.

Nothing but typer is imported before a command runs, so that `--help` and `--version` answer at once. The exit status:
0 nothing at or above `--fail-on`; 1 discrepancies at or above it; 2 usage, configuration or rule error, or a path that
does not exist; 3 nothing to read, to compare or to explain; 130 interrupted; 141 nobody reads the output any more.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from crosscheck import __version__
from crosscheck.errors import CrosscheckError, InputError

if TYPE_CHECKING:
    from crosscheck.model import Article, Report, Skipped
    from crosscheck.reporting import Options
    from crosscheck.rules import Rule

CLEAN, FOUND, WRONG, NOTHING, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 130, 141
SEVERITIES = ("conflict", "tension", "note")
# Longer lines are hard to read, however wide the terminal.
WIDEST = 100

app = typer.Typer(
    help="Find where a heap of articles contradict each other in their figures.",
    epilog="Start with: crosscheck report FOLDER",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
rules_app = typer.Typer(help="List, show, test and start rules.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(rules_app, name="rules")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[PATH]...", help="Files, folders or -; else seeds/ where it is, else this folder."),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, whole or not at all.")
]
FailOn = Annotated[
    Literal["conflict", "tension", "note", "never"], typer.Option(help="Exit with status 1 from this severity on.")
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with status 0 even where something is found.")]
ShowCompatible = Annotated[bool, typer.Option("--show-compatible", help="Also list what is not contradicted, by day.")]
RuleFolders = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="FOLDER", help="Rules in place of the shipped ones; repeatable.")
]
MoreRules = Annotated[
    list[Path] | None, typer.Option("--extend-rules", metavar="FOLDER", help="Rules beside the others; repeatable.")
]
Jobs = Annotated[int | None, typer.Option(min=1, max=256, help="Worker processes; else one for each core.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the cache.")]
StdinDate = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="When an undated text from - was published.")]
Color = Annotated[Literal["auto", "always", "never"], typer.Option(help="Colour; auto heeds NO_COLOR and FORCE_COLOR.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No messages but errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Everything at length.")]
Version = Annotated[bool, typer.Option("--version", help="Print the version and exit.")]


@app.callback(invoke_without_command=True)
def _start(version: Version = False) -> None:
    if version:
        typer.echo(f"crosscheck {__version__}")
        raise typer.Exit(CLEAN)


@app.command(epilog="Example: crosscheck report articles/ --fail-on tension --format json -o report.json")
def report(
    paths: Paths = None,
    format: Annotated[Literal["terminal", "json", "jsonl"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    fail_on: FailOn = "conflict",
    exit_zero: ExitZero = False,
    show_compatible: ShowCompatible = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,  # noqa: ARG001 - accepted; nothing is cached yet
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Report where articles contradict each other, conflicts first."""
    from crosscheck import pipeline
    from crosscheck.reporting import RENDERERS

    known, reading = _rules(rules, extend_rules), Reading(paths, stdin_date, quiet=quiet)
    found = pipeline.check(reading, known, jobs=_jobs(jobs))
    options = _options(known, output, color, show_compatible=show_compatible, full=verbose)
    _publish([RENDERERS[format](found, options)], output)
    raise typer.Exit(reading.status(_verdict(found, fail_on, exit_zero=exit_zero)))


@app.command(epilog="Example: crosscheck extract articles/ --format jsonl -o claims.jsonl")
def extract(
    paths: Paths = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="How to tell it.")] = "table",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,  # noqa: ARG001 - accepted; nothing is cached yet
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every stated figure that a rule binds to a quantity."""
    from crosscheck.running import listing

    known, reading = _rules(rules, extend_rules), Reading(paths, stdin_date, quiet=quiet, tell_skipped=True)
    telling = listing.claim_lines if format == "jsonl" else listing.claim_table
    _publish(telling(reading, known, _options(known, output, color), jobs=_jobs(jobs)), output)
    raise typer.Exit(reading.status())


@app.command(epilog="Example: crosscheck mentions article.txt")
def mentions(
    paths: Paths = None,
    format: Annotated[Literal["table", "jsonl"], typer.Option(help="How to tell it.")] = "table",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,  # noqa: ARG001 - accepted; nothing is cached yet
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """List every figure and time expression that is read, bound to a quantity or not."""
    from crosscheck.running import listing

    known, reading = _rules(rules, extend_rules), Reading(paths, stdin_date, quiet=quiet, tell_skipped=True)
    if format == "jsonl":
        text = listing.mention_lines(reading, known, jobs=_jobs(jobs))
    else:
        text = listing.mention_table(reading, known, _options(known, output, color), jobs=_jobs(jobs))
    _publish(text, output)
    raise typer.Exit(reading.status())


@app.command(epilog="Example: crosscheck extract articles/ --format jsonl | crosscheck compare -")
def compare(
    paths: Annotated[list[str], typer.Argument(metavar="CLAIMS", help="Files of claims, JSON Lines; - is input.")],
    format: Annotated[Literal["terminal", "json", "jsonl"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    fail_on: FailOn = "conflict",
    exit_zero: ExitZero = False,
    show_compatible: ShowCompatible = False,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    color: Color = "auto",
    verbose: Verbose = False,
) -> None:
    """Report on claims that were extracted before, as report does on articles.

    The claims are what extract --format jsonl prints. Spelling variants of names are not looked for: that needs the
    articles. Lines that hold no claim are told of under what was not checked.
    """
    from crosscheck import pipeline
    from crosscheck.reporting import RENDERERS
    from crosscheck.running import claims

    known = _rules(rules, extend_rules)
    given = tuple(claims.read(paths, known, stdin=sys.stdin.buffer if "-" in paths else None))
    found = pipeline.recheck(given, known)
    options = _options(known, output, color, show_compatible=show_compatible, full=verbose)
    _publish([RENDERERS[format](found, options)], output)
    raise typer.Exit(_status(given, _verdict(found, fail_on, exit_zero=exit_zero)))


@app.command(epilog="Example: crosscheck explain articles/monday.md:12 --with articles/")
def explain(
    place: Annotated[str, typer.Argument(metavar="FILE:LINE[:COLUMN]", help="Where the figure stands.")],
    beside: Annotated[
        list[str] | None, typer.Option("--with", metavar="PATH", help="Compare with these articles too; repeatable.")
    ] = None,
    format: Annotated[Literal["terminal", "json"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    jobs: Jobs = None,
    stdin_date: StdinDate = None,
    color: Color = "auto",
    quiet: Quiet = False,
) -> None:
    """Tell how each figure on a line was read, bound and compared, or why it was not bound."""
    from crosscheck import pipeline
    from crosscheck.intake.pointers import point
    from crosscheck.reporting import EXPLAINERS

    where, known = point(place), _rules(rules, extend_rules)
    reading = Reading([where.path, *(beside or ())], stdin_date, quiet=quiet, tell_skipped=True)
    told = pipeline.explain(reading, known, where, jobs=_jobs(jobs))
    _publish([EXPLAINERS[format](told, _options(known, output, color))], output)
    if not (told or quiet):
        _say(f"{where}: no figure stands there")
    raise typer.Exit(reading.status(CLEAN if told else NOTHING))


@app.command()
def schema(
    name: Annotated[
        Literal["claim", "mention", "report", "discrepancy", "explanation", "rules"],
        typer.Argument(help="What to describe."),
    ],
    output: Output = None,
) -> None:
    """Print the JSON Schema of a record that the command prints, or of a rule file."""
    import json

    from crosscheck.reporting.schema import SCHEMAS
    from crosscheck.rules.schema import schema as rule_schema

    described = rule_schema() if name == "rules" else SCHEMAS[name]()
    _publish([json.dumps(described, indent=2, ensure_ascii=False), "\n"], output)


@rules_app.command("list")
def list_rules(rules: RuleFolders = None, extend_rules: MoreRules = None) -> None:
    """List the rules with their titles, a line each."""
    known = _rules(rules, extend_rules)
    wide = max((len(rule.id) for rule in known), default=0)
    _publish(f"{rule.id:<{wide}}  {rule.title}{'' if rule.enabled else ' (switched off)'}\n" for rule in known)


@rules_app.command("show")
def show_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id.")],
    format: Annotated[Literal["terminal", "markdown"], typer.Option(help="How to tell it.")] = "terminal",
    output: Output = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
    color: Color = "auto",
) -> None:
    """Tell a rule in prose: what it binds, how it compares, its evidence, and whether it is switched off."""
    from crosscheck.reporting.terminal.prose import render
    from crosscheck.rules.prose import tell

    text = tell(_named(id, _rules(rules, extend_rules)))
    _publish([text if format == "markdown" else render(text, _options((), output, color))], output)


@rules_app.command("test")
def try_rules(
    names: Annotated[list[str] | None, typer.Argument(metavar="[ID|FILE]...", help="Else every rule.")] = None,
    rules: RuleFolders = None,
    extend_rules: MoreRules = None,
) -> None:
    """Run rules against the examples, counter-examples and cases in their files; exit with status 1 where one fails."""
    from crosscheck import pipeline

    shipped = _rules(rules, extend_rules)
    own = _rules([Path(name) for name in names or () if name.endswith(".toml")], None) if names else ()
    known = (*own, *(rule for rule in shipped if rule.id not in {mine.id for mine in own}))
    tested = tuple(_named(Path(name).stem if name.endswith(".toml") else name, known) for name in names or ()) or known
    failures = pipeline.test(tested, known)
    _publish(f"{failure}\n" for failure in failures)
    _say(f"tested {len(tested)}, {len(failures)} failed" if failures else f"tested {len(tested)}, all hold")
    raise typer.Exit(FOUND if failures else CLEAN)


@rules_app.command("new")
def new_rule(
    id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and _, as in trees_felled.")],
    folder: Annotated[Path, typer.Option("--in", metavar="FOLDER", help="Where to write ID.toml.")] = Path(),
) -> None:
    """Write a small rule that works, to be edited."""
    from crosscheck.reporting.sink import write_whole
    from crosscheck.rules.skeleton import skeleton

    try:
        text = skeleton(id)
    except ValueError as error:
        raise InputError(str(error)) from error
    file = folder / f"{id}.toml"
    if file.exists():
        raise InputError(f"{file}: is there already; choose another id or delete the file")
    write_whole(file, [text])
    _say(f"wrote {file}; try: crosscheck rules test {file}")


class Reading:
    """The articles of one run as they are read, and what its exit status has to tell of them."""

    def __init__(
        self, paths: Sequence[str] | None, stdin_date: str | None, *, quiet: bool, tell_skipped: bool = False
    ) -> None:
        self.paths = tuple(paths) if paths else _default_paths(quiet=quiet)
        self.stdin_date = _day(stdin_date)
        self.bar = not quiet and sys.stderr.isatty() and not (tell_skipped and sys.stdout.isatty())
        self.tell_skipped = tell_skipped and not quiet
        self.articles = self.missing = 0
        self.unread: set[tuple[str, str]] = set()

    def __iter__(self) -> Iterator[Article | Skipped]:
        from crosscheck.reporting.progress import watched

        articles = self._read()
        yield from watched(articles, _size, self._total) if self.bar else articles

    def _read(self) -> Iterator[Article | Skipped]:
        from crosscheck import intake
        from crosscheck.model import Article

        stdin = sys.stdin.buffer if "-" in self.paths else None
        for item in intake.read(self.paths, stdin=stdin, stdin_date=self.stdin_date):
            self.articles += isinstance(item, Article) and self._speaks(item)
            self.missing += isinstance(item, intake.Missing)
            if isinstance(item, intake.Missing) or (self.tell_skipped and not isinstance(item, Article)):
                _say(f"{_place(item)}: {item.reason}")
            yield item

    def _speaks(self, article: Article) -> bool:
        """Whether an article has a language pack; a list, which holds no notes, tells once a file where it has none."""
        from crosscheck.language.packs import unread

        path, why = article.publication.path, unread(article.publication.lang)
        if why and self.tell_skipped and (path, why) not in self.unread:
            self.unread.add((path, why))
            _say(f"{path}: {why}")
        return why is None

    def _total(self) -> int | None:
        return None if "-" in self.paths else sum(map(_bytes, self.paths))

    def status(self, verdict: int = CLEAN) -> int:
        """The exit status: a path that is not there outweighs the verdict, and no article at all comes next."""
        if self.missing:
            return WRONG
        return verdict if self.articles else NOTHING


def _status(given: Iterable[object], verdict: int) -> int:
    """The exit status for claims read back, as `Reading.status` gives it for articles."""
    from crosscheck.intake import Missing
    from crosscheck.model import Claim

    missing = [item for item in given if isinstance(item, Missing)]
    for item in missing:
        _say(f"{_place(item)}: {item.reason}")
    if missing:
        return WRONG
    return verdict if any(isinstance(item, Claim) for item in given) else NOTHING


def _place(skipped: Skipped) -> str:
    parts = (skipped.path, skipped.line, skipped.column)
    return ":".join(str(part) for part in parts if part is not None)


def _default_paths(*, quiet: bool) -> tuple[str, ...]:
    path = "seeds" if Path("seeds").is_dir() else "."
    if not quiet:
        _say(f"no PATH given: reading {'seeds/' if path == 'seeds' else 'the current folder'}")
    return (path,)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2023-01-10", param_hint="--stdin-date") from None


def _size(item: Article | Skipped) -> int:
    return len(getattr(item, "text", ""))


def _bytes(path: str) -> int:
    """The size of a file, or of all files in a folder; what cannot be seen counts nothing."""
    files = [Path(path)] if Path(path).is_file() else Path(path).rglob("*")
    sizes = 0
    for file in files:
        with contextlib.suppress(OSError):
            sizes += file.stat().st_size if file.is_file() else 0
    return sizes


def _rules(instead: Sequence[Path] | None, beside: Sequence[Path] | None) -> tuple[Rule, ...]:
    from crosscheck.rules import load, shipped

    return load([*(instead or [shipped()]), *(beside or [])])


def _named(id: str, rules: Sequence[Rule]) -> Rule:
    from crosscheck.rules.nearest import nearest

    for rule in rules:
        if rule.id == id:
            return rule
    raise InputError(f"there is no rule {id!r}{nearest(id, [rule.id for rule in rules])}")


def _jobs(asked: int | None) -> int:
    return asked or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else asked or os.cpu_count() or 1


def _options(
    rules: Iterable[Rule], output: Path | None, color: str, *, show_compatible: bool = False, full: bool = False
) -> Options:
    from crosscheck.reporting import Options, Quantity

    quantities = tuple(
        Quantity(rule.id, rule.title, rule.unit, tuple(facet for facet in rule.facets if facet != "when"))
        for rule in rules
    )
    screen = output is None and sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, WIDEST) if screen else 80
    return Options(width, _colored(color, screen=screen), quantities, show_compatible, full)


def _colored(color: str, *, screen: bool) -> bool:
    """A flag beats the environment, NO_COLOR beats FORCE_COLOR, and either beats what the output is."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (screen and os.environ.get("TERM") != "dumb")


def _verdict(found: Report, fail_on: str, *, exit_zero: bool) -> int:
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    if any(discrepancy.severity in grave for discrepancy in found.discrepancies):
        return CLEAN if exit_zero else FOUND
    return CLEAN if found.comparables or found.discrepancies else NOTHING


def _publish(text: Iterable[str], output: Path | None = None) -> None:
    """Write to the file, or to standard output in UTF-8 whatever the terminal's encoding."""
    from crosscheck.reporting.sink import encoded, write_whole

    if output is not None:
        write_whole(output, text)
        return
    for piece in text:
        _print(encoded(piece))
    _print(b"", flush=True)


def _print(data: bytes, *, flush: bool = False) -> None:
    try:
        sys.stdout.buffer.write(data)
        if flush:
            sys.stdout.buffer.flush()
    except OSError as error:
        # Nothing may be written there any more, not even what is still held back when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(PIPE_CLOSED) from None
        raise InputError(f"standard output cannot be written: {error.strerror}") from error


def _say(message: str) -> None:
    """A message for people, on standard error; text of others in it is shown inert."""
    from crosscheck.reporting.inert import inert

    for line in message.split("\n"):
        print(f"crosscheck: {inert(line)}", file=sys.stderr)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status; every error becomes a message, none a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        # Answered before typer takes its time to look at options.
        print(f"crosscheck {__version__}")
        return CLEAN
    try:
        app(args=given, prog_name="crosscheck")
    except SystemExit as stop:
        status = stop.code if isinstance(stop.code, int) else CLEAN
    except CrosscheckError as error:
        _say(str(error))
        status = WRONG
    except Exception as error:
        _say(_unforeseen(error))
        status = WRONG
    if status == INTERRUPTED:
        _say("interrupted")
    return status


def _unforeseen(error: Exception) -> str:
    """A fault of the program, as one line that tells its authors where to look."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    return f"the program itself failed at {where} ({type(error).__name__}: {error}); please report this"

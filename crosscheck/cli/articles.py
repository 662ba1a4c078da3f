"""The articles of one run as a command reads them, and what its exit status has to tell of them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from crosscheck.cli.app import CLEAN, NOTHING, WRONG
from crosscheck.cli.output import publish, say

if TYPE_CHECKING:
    from crosscheck.model import Article, Lost, Recalled, Skipped
    from crosscheck.running.cache import Cache
    from crosscheck.setting import Setting


class Reading:
    """The articles of one run as they are read, and what its exit status has to tell of them."""

    def __init__(
        self,
        setting: Setting,
        stdin_date: str | None = None,
        *,
        quiet: bool,
        paths: Sequence[str] | None = None,
        tell_skipped: bool = False,
        cache: Cache | None = None,
        stdin_filename: str | None = None,
    ) -> None:
        """`paths` are read in place of those that are settled."""
        self.paths = tuple(paths or setting.paths) or default_paths(quiet=quiet)
        self.stdin_date = day(stdin_date)
        self.stdin_filename = stdin_filename
        self.language = setting.language
        self.limits = setting.terms.limits
        self.bar = not quiet and sys.stderr.isatty() and not (tell_skipped and sys.stdout.isatty())
        self.tell_skipped = tell_skipped and not quiet
        self.cache = cache
        self.articles = self.missing = self.cut = 0
        self.unread: set[tuple[str, str]] = set()

    def __iter__(self) -> Iterator[Article | Recalled | Skipped]:
        from crosscheck.reporting.progress import watched

        articles = self._read()
        yield from watched(articles, _size, self._total) if self.bar else articles

    def _read(self) -> Iterator[Article | Recalled | Skipped]:
        from crosscheck.intake import Missing
        from crosscheck.model import Skipped

        for item in self._items():
            if isinstance(item, Skipped):
                self.missing += isinstance(item, Missing)
                if isinstance(item, Missing) or self.tell_skipped:
                    say(f"{place_of(item)}: {item.reason}")
            else:
                self.articles += self._speaks(item)
            yield item

    def _items(self) -> Iterator[Article | Recalled | Skipped]:
        from crosscheck import intake

        stdin = sys.stdin.buffer if "-" in self.paths else None
        named, day, lang, limits = self.stdin_filename, self.stdin_date, self.language, self.limits
        if self.cache is None:
            return intake.read(self.paths, stdin=stdin, stdin_date=day, stdin_name=named, lang=lang, limits=limits)
        from crosscheck.running.hints import Hints

        known = Hints(self.cache, lang, repr(limits)).known
        return intake.recall(self.paths, known, stdin=stdin, stdin_date=day, stdin_name=named, lang=lang, limits=limits)

    def _speaks(self, article: Article | Recalled) -> bool:
        """Whether an article has a language pack; a list, which holds no notes, tells once a file where it has none."""
        from crosscheck.language.packs import unread

        path, why = article.publication.path, unread(article.publication.lang)
        if why and self.tell_skipped and (path, why) not in self.unread:
            self.unread.add((path, why))
            say(f"{path}: {why}")
        return why is None

    def lose(self, article: Lost) -> None:
        """An article of this run was given up after it was read."""
        if self.tell_skipped:
            say(f"{place_of(article)}: {article.reason}")

    def note(self, what: str) -> None:
        """An article of this run was read in part, which a list does not show."""
        self.cut += 1
        if self.tell_skipped:
            say(what)

    def _total(self) -> int | None:
        return None if "-" in self.paths else sum(map(_bytes, self.paths))

    def status(self, verdict: int = CLEAN) -> int:
        """The exit status: a path that is not there outweighs the verdict, and no article at all comes next."""
        if self.missing:
            return WRONG
        return verdict if self.articles else NOTHING


def place_of(skipped: Skipped) -> str:
    """Where something was skipped, as path:line:column."""
    parts = (skipped.path, skipped.line, skipped.column)
    return ":".join(str(part) for part in parts if part is not None)


def default_paths(*, quiet: bool, option: str = "PATH") -> tuple[str, ...]:
    """What is read where no path is given; `option` is what would give one."""
    path = "seeds" if Path("seeds").is_dir() else "."
    if not quiet:
        say(f"no {option} given: reading {'seeds/' if path == 'seeds' else 'the current folder'}")
    return (path,)


def day(text: str | None) -> date | None:
    """The day that an option gives; raises BadParameter where it is none."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2023-01-10", param_hint="--stdin-date") from None


def _size(item: Article | Recalled | Skipped) -> int:
    return len(getattr(item, "text", "")) or getattr(item, "size", 0)


def _bytes(path: str) -> int:
    """The size of a file, or of all files in a folder; what cannot be seen counts nothing."""
    sizes = 0
    with contextlib.suppress(OSError, ValueError):
        for file in [Path(path)] if Path(path).is_file() else Path(path).rglob("*"):
            with contextlib.suppress(OSError):
                sizes += file.stat().st_size if file.is_file() else 0
    return sizes


def tell_setting(setting: Setting, *, verbose: bool) -> None:
    """Tell which files set what a run is held to, where everything is to be told."""
    file, entries = setting.configuration.file, len(setting.terms.accepted)
    if verbose and file is not None:
        say(f"settings from {file}")
    if verbose and entries:
        say(f"{entries} acceptance{'' if entries == 1 else 's'} from {setting.book}")


def stop_after(setting: Setting, paths: tuple[str, ...], *, settings: bool, files: bool) -> None:
    """Print the settings or the files of a run and end it, where either is asked for."""
    from crosscheck.setting import told

    if settings:
        publish([told(setting, paths)])
    if files:
        from crosscheck.intake.paths import sources
        from crosscheck.model import Skipped
        from crosscheck.reporting.inert import commandless, inert

        found = tuple(sources(paths))
        publish(f"{commandless(inert(source.name))}\n" for source in found if not isinstance(source, Skipped))
        for skipped in (source for source in found if isinstance(source, Skipped)):
            say(f"{place_of(skipped)}: {skipped.reason}")
    if settings or files:
        raise typer.Exit(CLEAN)


def jobs_of(asked: int | None) -> int:
    """How many worker processes: as asked, else one for each core that this process may use."""
    return asked or len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else asked or os.cpu_count() or 1

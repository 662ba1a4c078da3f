"""Which of the articles that are read are new: those under some paths, or those that changed since a git revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from crosscheck.intake.paths import STANDARD_INPUT, cleaned, real
from crosscheck.model import Article, Recalled

Lines = tuple[int, int]
WHOLE: tuple[Lines, ...] = ((1, 1 << 62),)


def respelt(new: Sequence[str], corpus: Sequence[str]) -> tuple[str, ...]:
    """The new paths, those in a folder of the corpus spelt as that folder is, so that each file has one name."""
    return tuple(_respelt(cleaned(path), corpus) for path in new)


def _respelt(path: str, corpus: Sequence[str]) -> str:
    if path == STANDARD_INPUT:
        return path
    place = real(path)
    for folder in corpus:
        inside = real(folder)
        if folder != STANDARD_INPUT and Path(place).is_relative_to(inside):
            return (Path(cleaned(folder)) / Path(place).relative_to(inside)).as_posix()
    return path


@dataclass(frozen=True, slots=True)
class Under:
    """Articles of these files, and of the folders among them."""

    paths: tuple[str, ...]

    def holds(self, article: Article | Recalled) -> bool:
        """Whether an article is one of them."""
        path = article.publication.path
        return any(path == each or path.startswith(f"{each.rstrip('/')}/") or _here(each, path) for each in self.paths)


def _here(each: str, path: str) -> bool:
    return each == "." and path != STANDARD_INPUT and not path.startswith(("/", "../"))


@dataclass(frozen=True, slots=True)
class Changed:
    """Articles that hold a line which a revision has not: lines by real path, from the first to the last of each."""

    lines: Mapping[str, tuple[Lines, ...]] = field(default_factory=dict)

    def holds(self, article: Article | Recalled) -> bool:
        """Whether some line of an article was changed; only of a file that was the text is asked for."""
        changed = self.lines.get(real(article.publication.path), ())
        if not changed or changed == WHOLE:
            return bool(changed)
        read = article if isinstance(article, Article) else article.again()
        first = article.origin.line
        last = first if read is None or article.origin.start is None else first + read.text.count("\n")
        return any(low <= last and first <= high for low, high in changed)

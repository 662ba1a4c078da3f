"""What `check` reads: the corpus with the new articles in it, and how these are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crosscheck.model import Article, Recalled, Report


@dataclass(frozen=True, slots=True)
class Corpus:
    """The paths to read, which articles of them are new, and the revision that says so, if one does."""

    paths: tuple[str, ...]
    fresh: Callable[[Article | Recalled], bool]
    revision: str | None = None

    def nothing(self, found: Report) -> str:
        """What to tell where no discrepancy was found."""
        from crosscheck.reporting import wording

        if self.revision is not None and not found.articles:
            return f"no article differs from {self.revision}"
        return wording.totals(found)


def corpus_of(new: Sequence[str], against: tuple[str, ...], revision: str | None, name: str | None) -> Corpus:
    """The corpus of a check; without new paths and without a revision all of it is new."""
    from crosscheck.intake.news import Under, respelt
    from crosscheck.intake.revisions import changed_since

    own = respelt(new, against)
    shown = tuple(name if path == "-" and name else path for path in own)
    paths = tuple(dict.fromkeys((*against, *own)))
    under = Under(shown or against).holds
    if revision is None:
        return Corpus(paths, under)
    changed = changed_since(revision, next(iter(own or against))).holds
    return Corpus(paths, (lambda article: under(article) and changed(article)) if own else changed, revision)

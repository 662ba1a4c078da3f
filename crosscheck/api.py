"""What `crosscheck.check` does: the functions of the commands in the same order, with nothing told on the way."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from crosscheck import intake, pipeline
from crosscheck.checking import corpus_of
from crosscheck.model import Report
from crosscheck.setting import Asked, settle


def run(
    paths: Sequence[str],
    *,
    rules: Sequence[Path],
    extend_rules: Sequence[Path],
    config: Path | None,
    isolated: bool,
    against: Sequence[str],
    jobs: int,
) -> Report:
    """The report on these paths; with `against`, on what they bring into these."""
    setting = settle(Asked(paths, rules, extend_rules, config=config, isolated=isolated))
    if not against:
        return pipeline.check(
            intake.read(setting.paths, lang=setting.language, limits=setting.terms.limits),
            setting.rules,
            setting.terms,
            jobs=jobs,
        )
    corpus = corpus_of(paths, tuple(against), None, None)
    articles = intake.read(corpus.paths, lang=setting.language, limits=setting.terms.limits)
    return pipeline.check(articles, setting.rules, setting.terms, fresh=corpus.fresh, jobs=jobs)

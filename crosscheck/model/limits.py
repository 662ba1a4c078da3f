"""How much of anything is read before a run says that it stopped there; what an attacker would make endless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read of one thing at most; whoever meets a limit says so in the report, by the limit's name.

    `file`: bytes of a text file, which is held whole to be cut (256 MiB hold some 50,000 articles); `lines`: lines of
    such a file, each of which may be a byline and is looked at as one; `line`: bytes of a line of JSON Lines (64 MiB
    are a shelf of books; more is a file without line ends); `article`: characters of one article (the longest reports
    of commissions have a million); `articles`: articles of one file; `nesting`: how deep lists and objects of a record
    may stand in each other; `seconds`: the processor's time for one article, which honest ones need a thousandth of.
    """

    file: int = 1 << 28
    lines: int = 2_000_000
    line: int = 1 << 26
    article: int = 5_000_000
    articles: int = 1_000_000
    nesting: int = 50
    seconds: int = 300

    def changed(self, settings: Iterable[str]) -> Limits:
        """These limits with some set anew, each told as "name=number"; raises ValueError where one is none."""
        told: dict[str, int] = {}
        for setting in settings:
            name, _, number = setting.partition("=")
            if name not in NAMES:
                raise ValueError(f"{name!r} is no limit; there are {', '.join(NAMES)}")
            if not (number.isascii() and number.isdigit() and len(number) < 16 and int(number) > 0):
                raise ValueError(f"{setting!r} sets no limit; write {name}=NUMBER, a whole number above 0")
            told[name] = int(number)
        return replace(self, **told)


NAMES = tuple(field.name for field in fields(Limits))
USUAL = Limits()

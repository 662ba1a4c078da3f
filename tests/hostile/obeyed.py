"""What a terminal or a runner of continuous integration obeys, and must not be given out of anybody's text."""

from __future__ import annotations

import re

# Controls, line ends of other kinds, direction marks, what has no width, tags.
CONTROLS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
OUR_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
BRACKETED = re.compile(r"##\w*\[")
OUR_COMMANDS = re.compile(r"::(error|warning|notice) file=[^:]+,line=\d+,.*?::")


def harmless(text: str, *, ours: bool = False) -> None:
    """See that no terminal and no runner obeys anything; `ours` tells that commands of our own may be in it."""
    assert not CONTROLS.search(text)
    assert not BRACKETED.search(text)
    begun = [line for line in text.split("\n") if line.lstrip().startswith("::")]
    assert all(ours and OUR_COMMANDS.match(line) for line in begun)

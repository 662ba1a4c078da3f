"""The text of a new rule: small, complete and passing its own tests, so that an author starts from what works."""

from __future__ import annotations

import re

from crosscheck.rules.grammar import IDENTIFIER

TEMPLATE = """\
# {title}: change the words and the texts to your quantity, then run: crosscheck rules test {id}
title = "{title}"
unit = "{id}"
scope = ["event", "running_total"]   # what its figures may cover; the first where the text does not tell
facets = ["place", "when"]           # what has to agree before two figures are compared

[words.en]                           # by grammatical role; `crosscheck rules show {id}` tells what each role reads
noun = ["{words}"]

[compare]
approximate = "10%"                  # what "about" allows

[[example]]                          # has to give exactly these claims
published = 2024-03-12
text = "The council said at least 40 {words} had been counted in Madrid on Monday."
claims = [{{ surface = "40", modifier = "at_least", place = "Madrid", when = 2024-03-11 }}]

[[counterexample]]                   # has to give none
text = "The council in Madrid met 40 times before it spoke of {words}."

[[case]]                             # what comparing these articles has to give: agree, tension or conflict
expect = "conflict"
articles = [
  {{ published = 2024-03-12, text = "The council counted 40 {words} in Madrid on Monday." }},
  {{ published = 2024-03-13, text = "On Monday 52 {words} were counted in Madrid." }},
]
"""


def skeleton(id: str) -> str:
    """The TOML of a rule named `id`; raises `ValueError` where that is no id."""
    if not re.fullmatch(IDENTIFIER, id):
        raise ValueError(f'"{id}" is no rule id: use small letters, digits and _, for example "trees_felled"')
    words = " ".join(id.replace("_", " ").split())
    return TEMPLATE.format(id=id, words=words, title=words.capitalize())

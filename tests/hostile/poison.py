"""A folder in which everything that a command may print means harm: articles, names, rules, settings, claims.

Each source of text carries a word of its own, by which a test knows that it was shown.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

# An escape, C0 and C1 controls, a turned line, what has no width, tags, and a line end of its own kind.
CONTROLS = "\x1b]0;owned\x07 \x9b2J\x7f\x08 \u202egnol\u202c\u2066\u200b\u2060\ufeff\U000e0041"
COMMANDS = "##[error]a ##vso[task.setvariable variable=b]c <b onclick=d> =1+1 ]]>"


def poison(word: str) -> str:
    """Text that means harm and begins as a command, with that word in it."""
    return f"::error::{word} {CONTROLS} {COMMANDS}\u2028::warning::{word}\r\n::error::{word}"


def name(word: str) -> str:
    """The name of a file or folder of that sort."""
    return f"::error::{word} \x1b]0;a\x07\u202e\u200b##[error]b <b>\n::warning::{word}"


FOLDER = name("whichfolder")
RULES = name("whichtopic")
SENTENCE = "In Juliaca {figure} people were killed on 9 January 2023 {said}, said Alberto Ot{letter}rola of Ayacucho."
SIEGE = "At the siege of Q in Juliaca 23 people died on 9 January."


def build(folder: Path) -> None:
    """Fill the folder."""
    news = folder / FOLDER
    news.mkdir()
    for number, figure in enumerate(("1\u200b7", "18", "\u202e19\u202c", "17")):
        record = {
            "text": SENTENCE.format(figure=figure, said=poison("whichtext"), letter="á" if number else "\u200ba"),
            "published": "2023-01-10",
            **{field: poison(f"which{field}") for field in ("title", "url", "author")},
            **({"outlet": poison("whichoutlet"), "id": poison("whichid")} if number else {}),
        }
        (news / f"{name(f'whichfile{number}')}.jsonl").write_text(json.dumps(record) + "\n", "utf-8")
    head = {field: poison(f"which{field}") for field in ("title", "outlet", "author")}
    lines = "".join(f"{field}: {json.dumps(text)}\n" for field, text in head.items())
    remark = f"<!-- crosscheck: ignore[injured] {poison('whichremark')} -->"
    page = f"---\n{lines}published: 2023-01-10\n---\n{SIEGE}\n\n{remark}\n"
    (news / f"{name('whichpage')}.md").write_bytes(page.encode())
    (news / f"{name('whichskipped')}.md").write_bytes(b"a\0b")
    (folder / "plain.md").write_text("On 9 January 2023 40 people were killed in Juliaca.\n", "utf-8")
    _rules(folder)
    _settings(folder)


def _rules(folder: Path) -> None:
    topic = folder / "own" / RULES
    topic.mkdir(parents=True)
    told = poison("whichrule")
    article = {"text": f"Nine trees felled in Lima. {told}", "title": told, "outlet": told}
    rule: dict[str, Any] = {
        "title": told,
        "about": told,
        "unit": "trees",
        "facets": ["place", "when", "sort"],
        "words": {"en": {"noun": ["trees felled \x1b\u202e<b>"]}},
        "sense": [{"set": {"sort": told[:90]}, "words": {"en": {"noun": ["oaks felled"]}}}],
        "pattern": [{"text": "{n} trees were\n<b>\x1b\\]0;a\x07\u202e ##\\[error\\]", "set": {"sort": told[:90]}}],
        "compare": {"part": {"sort": told[:90]}},
        "example": [{**{key: article[key] for key in ("text", "title")}, "why": told, "claims": [{"surface": told}]}],
        "counterexample": [{"text": f"Nine oaks felled in Lima. {told}", "why": told}],
        "case": [{"expect": "agree", "articles": [article, article], "why": told}],
    }
    (topic / "trees.toml").write_text(tomli_w.dumps(rule), "utf-8")


def _settings(folder: Path) -> None:
    settings: dict[str, Any] = {
        "paths": [FOLDER],
        "event": [
            {"name": poison("whichevent"), "aliases": ["siege of Q"], "place": "Juliaca", "date": date(2023, 1, 9)}
        ],
        "place": [{"name": poison("whichplace"), "of": "Juliaca"}],
        "name": [{"name": poison("whichperson"), "aliases": ["Alberto Otarola", poison("whichalias")]}],
        "body": [{"name": poison("whichbody"), "seats": 130}],
    }
    (folder / "crosscheck.toml").write_text(tomli_w.dumps(settings), "utf-8")

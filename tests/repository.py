"""A git repository with a small corpus, as a newsroom keeps one."""

from __future__ import annotations

import subprocess
from pathlib import Path

ARTICLE = "---\noutlet: {outlet}\npublished: {published}\n---\n{text}\n"
AT_THE_TIME = ARTICLE.format(
    outlet="El Puente",
    published="2023-01-12",
    text="On Monday 17 people were killed in Juliaca, the health office said.\n\nShops stayed shut all week.",
)
ELSEWHERE = ARTICLE.format(
    outlet="Courier", published="2023-01-12", text="On Tuesday three people were killed in Cusco by a landslide."
)
LATER = ARTICLE.format(
    outlet="Andes Wire", published="2023-03-10", text="In Juliaca {n} people were killed on 9 January 2023."
)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, as somebody who has told it who they are."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    done = subprocess.run(("git", *who, *arguments), cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def repository(folder: Path) -> Path:
    """Two articles, committed."""
    (folder / "articles").mkdir()
    (folder / "articles" / "puente.md").write_text(AT_THE_TIME)
    (folder / "articles" / "courier.md").write_text(ELSEWHERE)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "articles")


def later(folder: Path, number: int) -> Path:
    """A new article that gives so many for the same day and place."""
    file = folder / "articles" / "wire.md"
    file.write_text(LATER.format(n=number))
    return file

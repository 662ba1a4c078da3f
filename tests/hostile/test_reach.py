"""What a run reaches: no network at all, and no write but to the cache folder and the outputs that are named."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import crosscheck
from crosscheck.model import Article, Origin, Part, Publication
from crosscheck.model.limits import NAMES, USUAL
from crosscheck.running import local
from crosscheck.running.work import Claiming, itself
from tests.fuzz import warm
from tests.running import trades

PACKAGE = Path(crosscheck.__file__).parent

# Python tells its audit hooks of every file that is opened, moved or removed, and of every socket and process.
WATCHING = """
import json, os, sys
seen = []
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {f"os.{name}" for name in "remove rename mkdir rmdir link symlink truncate chmod".split()}
def watch(event, args):
    if event == "open":
        path, mode, flags = args
        writes = any(sign in mode for sign in "wax+") if isinstance(mode, str) else flags & WRITING
        if writes and isinstance(path, (str, bytes, os.PathLike)):
            seen.append(("write", os.fsdecode(path)))
    elif event in CHANGES:
        seen.append(("write", str(args[0])))
    elif event == "sqlite3.connect":
        seen.append(("write", os.fsdecode(args[0]).removeprefix("file:").partition("?")[0]))
    elif event in ("socket.bind", "socket.connect") and isinstance(args[1], (str, bytes)):
        seen.append(("write", os.fsdecode(args[1])))
    elif event.startswith(("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "urllib.", "http.",
                           "ftplib.", "smtplib.", "subprocess.", "os.system", "os.exec", "os.posix_spawn")):
        seen.append((event, str(args)[:200]))
sys.addaudithook(watch)
from crosscheck.cli import main
from crosscheck.running import local
usual = local.run.__kwdefaults__["threshold"]
told = []
for home, arguments in json.load(open(sys.argv[1], encoding="utf-8")):
    os.chdir(home)
    os.environ |= {"HOME": home, "CROSSCHECK_CACHE_DIR": os.path.join(home, "cache")}
    os.environ["GITHUB_STEP_SUMMARY"] = os.path.join(home, "summary.md")
    # A small corpus is shared out among processes as a large one is.
    local.run.__kwdefaults__["threshold"] = 1 if arguments[-2:] == ["--jobs", "2"] else usual
    seen.clear()
    told.append([main(arguments), list(seen)])
print(json.dumps(told), file=sys.stderr)
"""

COMMANDS = (
    (("report", "news", "--no-cache"), ()),
    (("report", "news", "--format", "json", "-o", "out.json"), ("out.json",)),
    (("extract", "news", "--format", "jsonl"), ()),
    (("compare", "claims.jsonl"), ()),
    (("report", "news", "--jobs", "2"), ()),
    (("report", "news", "--no-cache", "--jobs", "1", "--format", "github"), ("summary.md",)),
    (("check", "news/a.md", "--against", "news"), ()),
    (("accept", "--baseline", "--in", "news"), ("crosscheck-accepted.toml",)),
    (("explain", "news/a.md:4"), ()),
    (("rules", "test", "strikers"), ()),
    (("rules", "new", "trees_felled"), ("trees_felled.toml",)),
)


Told = tuple[Path, int, list[tuple[str, str]]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, ...], Told]:
    """For each command the folder that it ran in, its status and what was seen of it, the first with all imports.

    One process runs them all, each in a folder of its own with a cache of its own.
    """
    base = tmp_path_factory.mktemp("reach")
    homes = [furnished(base / str(number)) for number in range(len(COMMANDS))]
    orders = base / "orders.json"
    orders.write_text(json.dumps([[str(home), row[0]] for home, row in zip(homes, COMMANDS, strict=True)]), "utf-8")
    done = subprocess.run(
        [sys.executable, "-B", "-c", WATCHING, str(orders)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(done.stderr.splitlines()[-1])
    return {row[0]: (home, status, seen) for home, row, (status, seen) in zip(homes, COMMANDS, found, strict=True)}


def furnished(home: Path) -> Path:
    """A folder with an article and a file of no claims."""
    (home / "news").mkdir(parents=True)
    article = "---\npublished: 2023-01-10\n---\nOn Monday 17 people were killed in Juliaca. See http://example.org/a.\n"
    (home / "news/a.md").write_text(article, "utf-8")
    (home / "claims.jsonl").write_text("{}\n", "utf-8")
    return home


@pytest.mark.parametrize(("arguments", "outputs"), COMMANDS, ids=[" ".join(row[0]) for row in COMMANDS])
def test_what_a_run_reaches(
    told: dict[tuple[str, ...], Told], arguments: tuple[str, ...], outputs: tuple[str, ...]
) -> None:
    home, status, seen = told[arguments]
    cache = home / "cache"
    assert status in (0, 3)
    assert not [each for each in seen if each[0] != "write"]
    written = {str(home / path) for _, path in seen}
    strange = {path for path in written if not Path(path).is_relative_to(cache) and path != os.devnull}
    if arguments[-2:] == ("--jobs", "2"):
        # The socket by which worker processes are reached, and its folder, which Python tries, makes and takes away.
        temporary = Path(tempfile.gettempdir())
        own = {path for path in strange if "/pymp-" in path or Path(path).parent == temporary}
        assert own
        strange -= own
    assert {path for path in strange if Path(path).name not in outputs and not _beside(path, outputs)} == set()
    assert {path.name for path in home.iterdir()} - {"cache"} == {"news", "claims.jsonl", *outputs}
    if "--no-cache" in arguments:
        assert not cache.exists() or not any(cache.iterdir())


def test_what_is_watched_for_is_seen(told: dict[tuple[str, ...], Told]) -> None:
    """The cache and the outputs are among what was seen, so that silence tells something."""
    seen = [Path(path) for _, _, written in told.values() for _, path in written]
    assert any(path.parent.name == "cache" for path in seen)
    for outputs in (outputs for _, outputs in COMMANDS if outputs):
        assert any(path.name in outputs or _beside(str(path), outputs) for path in seen)


# What makes code of data, or calls an address; `importlib` builds the gazetteer's index, which no run does.
DOORS = {"pickle", "marshal", "shelve", "ctypes", "socket", "http", "ftplib", "smtplib", "asyncio", "code", "runpy"}
CODE = {"eval", "exec", "compile", "__import__", "import_module"}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_nothing_that_is_read_becomes_code(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            own = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert not [name for name in own if name.partition(".")[0] in DOORS]
            assert "urllib.request" not in own
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CODE:
            assert path.name == "sources.py"


def test_the_limits_are_those_that_are_documented(root: Path) -> None:
    told = re.findall(r"^\| `(\w+)` \|[^|]*\| ([\d,]+) \|$", (root / "SECURITY.md").read_text("utf-8"), re.MULTILINE)
    assert {name: int(number.replace(",", "")) for name, number in told} == {
        name: getattr(USUAL, name) for name in NAMES
    }


def test_workers_read_and_do_nothing_else() -> None:
    texts = ("On Monday 17 people were killed in Juliaca.", "Nine people were hurt. See http://example.org/a.")
    articles = [
        Article(Publication(name, f"{name}.txt"), Origin(f"{name}.txt"), text, (Part("body", 0, len(text)),))
        for name, text in zip("ab", texts, strict=True)
    ]
    work = trades.Watched(Claiming(warm.rules(), itself))
    found = list(local.run(articles, work, jobs=2, threshold=1, batch=1))
    assert [seen for claims, seen in found if claims] == [(), ()]


def _beside(path: str, outputs: tuple[str, ...]) -> bool:
    """Whether this is the file that is to become an output."""
    return any(Path(path).name.startswith(f".{output}.") for output in outputs)

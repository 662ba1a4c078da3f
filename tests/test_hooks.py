"""The hook, the action and the documented jobs do what they promise, with the tools that run them and no network."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository import commit, git, later, repository

PAGE = "docs/continuous-integration.md"


@pytest.fixture
def surroundings(tmp_path: Path, root: Path) -> dict[str, str]:
    """An environment in which `crosscheck` is this very program."""
    bin = tmp_path / "bin"
    bin.mkdir()
    command = bin / "crosscheck"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m crosscheck "$@"\n')
    command.chmod(0o755)
    known = {
        name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_", "PRE_COMMIT"))
    }
    own = {"PATH": f"{bin}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(root), "HOME": str(tmp_path)}
    return known | own | {"PRE_COMMIT_HOME": str(tmp_path / "pre-commit"), "GIT_CONFIG_GLOBAL": os.devnull}


@pytest.fixture
def repo(tmp_path: Path, root: Path) -> Path:
    """A repository whose settings ask for few rules, so that each of many runs starts sooner."""
    folder = tmp_path / "repo"
    folder.mkdir()
    (folder / "crosscheck.toml").write_text(f'rules = ["{(root / "rules/casualties").as_posix()}"]\n')
    return repository(folder)


def jobs(root: Path) -> list[dict[str, Any]]:
    """The YAML that the page shows: pre-commit, GitHub, GitLab."""
    return [
        yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", (root / PAGE).read_text("utf-8"), re.DOTALL)
    ]


def test_the_real_pre_commit_runs_the_hook(
    tmp_path: Path, root: Path, repo: Path, surroundings: dict[str, str]
) -> None:
    """The hook comes from a repository of its own, as with any user; only its installation is left out."""
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    shutil.copy(root / ".pre-commit-hooks.yaml", hooks)
    git(hooks, "init", "--quiet")
    commit(hooks)
    (settings,) = (job["repos"][0] for job in jobs(root) if "repos" in job)
    settings |= {"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD").strip()}
    settings["hooks"][0]["language"] = "unsupported"
    (repo / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [settings]}))

    def committed() -> subprocess.CompletedProcess[str]:
        git(repo, "add", "--all")
        command = (sys.executable, "-m", "pre_commit", "run", "--color", "never")
        return subprocess.run(command, cwd=repo, env=surroundings, capture_output=True, text=True, check=False)

    later(repo, 19)
    done = committed()
    assert done.returncode == 1, done.stdout + done.stderr
    assert "CONFLICT  People killed, Juliaca, 9 Jan 2023" in done.stdout
    assert "articles/puente.md:5" in done.stdout, "a file that is not committed now is read too"
    later(repo, 17)
    done = committed()
    assert done.returncode == 0, done.stdout + done.stderr
    (repo / "articles" / "wire.md").unlink()
    (repo / "script.py").write_text("pass\n")
    assert "no files to check" in committed().stdout


def test_the_manifest_is_valid(root: Path) -> None:
    command = (sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml")
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode == 0
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)


def stepped(root: Path, repo: Path, surroundings: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """The action's last step as a runner runs it, with these inputs."""
    action = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    given = {name: one["default"] for name, one in action["inputs"].items()} | inputs
    names = {name: re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value) for name, value in step["env"].items()}
    env = {name: given[match[1]] for name, match in names.items() if match}
    assert len(env) == len(given), "every input is handed over, by the environment alone"
    assert "${{" not in step["run"]
    command = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    return subprocess.run(command, cwd=repo, env=surroundings | env, capture_output=True, text=True, check=False)


def test_the_action_annotates(root: Path, repo: Path, surroundings: dict[str, str]) -> None:
    later(repo, 19)
    summary = repo / "summary.md"
    own = surroundings | {"GITHUB_STEP_SUMMARY": str(summary)}
    inputs = {"diff": "HEAD", "paths": "articles\n", "sarif-file": "out.sarif"}
    done = stepped(root, repo, own, **inputs)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=articles/wire.md,line=5,")
    assert "### Conflict" in summary.read_text("utf-8")
    assert (repo / "out.sarif").exists()


@pytest.mark.parametrize(
    ("inputs", "status"),
    [
        ({"paths": "articles/puente.md\narticles/wire.md"}, 1),
        ({"paths": "articles", "fail-on": "never"}, 0),
        ({"paths": "articles; touch injected"}, 2),
        ({"paths": "--exit-zero\narticles"}, 2),
    ],
)
def test_inputs_of_the_action(
    root: Path, repo: Path, surroundings: dict[str, str], inputs: dict[str, str], status: int
) -> None:
    later(repo, 19)
    done = stepped(root, repo, surroundings, **inputs)
    assert done.returncode == status, done.stdout + done.stderr
    assert not (repo / "injected").exists()


def test_the_gitlab_job_runs(root: Path, repo: Path, surroundings: dict[str, str]) -> None:
    (job,) = (job["crosscheck"] for job in jobs(root) if "crosscheck" in job)
    (line,) = job["script"]
    later(repo, 19)
    own = surroundings | {"CI_MERGE_REQUEST_DIFF_BASE_SHA": git(repo, "rev-parse", "HEAD").strip()}
    done = subprocess.run(("bash", "-c", line), cwd=repo, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout[:8]) == (1, "CONFLICT")
    assert (repo / job["artifacts"]["reports"]["junit"]).read_text("utf-8").startswith("<?xml")


def test_the_documented_step_gives_inputs_that_the_action_has(root: Path) -> None:
    action = yaml.safe_load((root / "action.yml").read_text("utf-8"))
    steps = [step for job in jobs(root) if "jobs" in job for step in job["jobs"]["figures"]["steps"]]
    (own,) = (step for step in steps if "crosscheck@" in step.get("uses", ""))
    assert set(own["with"]) <= set(action["inputs"])

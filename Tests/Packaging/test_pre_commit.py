"""The pre-commit hook, installed by pre-commit from this repository, with only the wheel and setuptools to be had."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT

PRE_COMMIT = Path(sys.executable).parent / "pre-commit"
CONFIG = yaml.safe_load((ROOT / "packaging/pre-commit.yaml").read_text())


@pytest.fixture(scope="module")
def repository(machine, tmp_path_factory) -> Path:
    """What pre-commit reads of this repository, as it stands here, committed."""
    folder = tmp_path_factory.mktemp("planc")
    for name in [".pre-commit-hooks.yaml", "pyproject.toml", "README.md"]:
        shutil.copy(ROOT / name, folder)
    for command in ["init -q", "add -A", "commit -q -m planc", "tag v0.1.0"]:
        subprocess.run(["git", *command.split()], cwd=folder, env=machine, check=True)
    return folder


@pytest.fixture
def pre_commit(machine, program):
    def run(*arguments):
        ran = subprocess.run(
            [PRE_COMMIT, *arguments], cwd=program, env=machine, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return ran.returncode, ran.stdout

    return run


def test_try_repo(pre_commit, repository):
    status, log = pre_commit("try-repo", str(repository), "planc", "--all-files")
    assert status == 1 and "Failed" in log, log
    assert "brouwer-en-zoon.md:1:1: error[list/no-owner]" in log and "skovgaard" in log


def test_a_commit_is_held_up_by_what_it_brings_in(pre_commit, repository, program, machine):
    [entry] = CONFIG["repos"]
    (program / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [entry | {"repo": str(repository)}]}))
    assert pre_commit("install")[0] == 0

    def commit(message):
        subprocess.run(["git", "add", "-A"], cwd=program, env=machine, check=True)
        return subprocess.run(
            ["git", "commit", "-q", "-m", message], cwd=program, env=machine, capture_output=True, text=True)

    (program / "notes.md").write_text("No plan.\n")
    status, log = pre_commit("run", "--files", "notes.md")
    assert status == 0 and "Skipped" in log, log
    plan = program / "plans/benelux/brouwer-en-zoon.md"
    plan.write_text(plan.read_text() + "\nOne more word.\n")
    said = commit("an old fault is no fault of this commit")
    assert said.returncode == 0, said.stderr
    plan.write_text(plan.read_text().replace("tier: ", "tier: 9", 1))
    said = commit("a new one is")
    assert said.returncode == 1 and "brouwer-en-zoon.md" in said.stderr + said.stdout, said.stderr

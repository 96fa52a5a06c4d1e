"""The wheel, and machines to try it on: a folder in place of a package index, no Swift on the PATH, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def given(variable: str) -> str:
    """A test without its planc is an error: skipped tests look like passed ones."""
    if variable not in os.environ:
        raise pytest.UsageError(f"{variable} is not set; Scripts/test-packaging.sh sets it")
    return os.environ[variable]


def pack(binary: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess:
    """Scripts/wheel.sh, as `make wheel` runs it."""
    command = [ROOT / "Scripts/wheel.sh", binary, folder]
    return subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    packed = pack(given("PLANC_BINARY"), folder)
    assert packed.returncode == 0, packed.stderr
    [wheel] = folder.iterdir()
    assert str(wheel) in packed.stderr, "it does not say what it wrote"
    return wheel


@pytest.fixture(scope="session")
def index(wheel, tmp_path_factory) -> Path:
    """All that pip finds: planc's wheel, and setuptools for the package that pre-commit installs."""
    folder = tmp_path_factory.mktemp("index")
    for file in [wheel, *(ROOT / ".build/packaging/wheels").glob("setuptools-*.whl")]:
        shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="session")
def machine(index, tmp_path_factory):
    """The environment variables of a machine that was just set up; nothing of ours is in them."""
    day = datetime.fromisoformat(given("PLANC_DAY")).replace(tzinfo=timezone.utc)
    who = {f"GIT_{role}_{what}": f"a@{what}.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": str(tmp_path_factory.mktemp("home")),
        "LANG": "C.UTF-8",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(index),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        **who,
    }


@pytest.fixture(scope="session")
def installed(machine, tmp_path_factory) -> Path:
    """The bin folder of a fresh Python environment with the wheel."""
    venv = tmp_path_factory.mktemp("venv")
    subprocess.run(["/usr/bin/python3", "-m", "venv", venv], env=machine, check=True)
    subprocess.run([venv / "bin/pip", "install", "-q", "planc"], env=machine, check=True)
    return venv / "bin"


# A branch whose name is a command to a shell that sees it, as are these; each leaves a file behind.
BRANCH = "a$(touch${IFS}pwned);touch${IFS}pwned"
HOSTILE = [
    "$(touch pwned)", "`touch pwned`", "; touch pwned", "&& touch pwned #", "| touch pwned", "\ntouch pwned\n",
    '"$(touch pwned)"', "'; touch pwned; '", "${{ touch pwned }}", "--select=$(touch pwned)", "::error::x\n::add-mask::y",
]


@pytest.fixture
def program(machine, tmp_path):
    """A clone of the sample on a branch that takes the owner from a plan that was in order."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"

    def git(*arguments, at=clone):
        subprocess.run(["git", *arguments], cwd=at, env=machine, check=True, capture_output=True)

    origin.mkdir()
    shutil.copytree(ROOT / "plans", origin / "plans")
    shutil.copy(ROOT / "planc.yml", origin)
    git("init", "-q", "-b", "main", at=origin)
    git("add", "-A", at=origin)
    git("commit", "-q", "-m", "plans", at=origin)
    git("clone", "-q", origin, clone, at=tmp_path)
    git("checkout", "-q", "-b", BRANCH)
    plan = clone / "plans/benelux/brouwer-en-zoon.md"
    lines = plan.read_text().splitlines(keepends=True)
    plan.write_text("".join(line for line in lines if not line.startswith("owner:")))
    git("commit", "-q", "-a", "-m", "$(touch pwned)")
    return clone


@pytest.fixture(autouse=True)
def nothing_was_injected(request, tmp_path):
    yield
    left = [path for path in tmp_path.rglob("*") if "pwned" in path.name and ".git" not in path.parts]
    assert not left, f"a text was run as a command: {left}"

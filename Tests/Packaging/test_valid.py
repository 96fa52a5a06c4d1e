"""What is handed out is well formed, says one version, and hands no text of others to a shell."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
import yaml

from conftest import ROOT
from test_wheel import VERSION

BIN = Path(sys.executable).parent
WORKFLOWS = [".github/workflows/plans.yml", "packaging/github.yml"]
PAGE = (ROOT / "docs/pull-requests.md").read_text()


def passes(*command):
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.mark.parametrize("schema, files", [
    ("vendor.github-actions", ["action.yml"]),
    ("vendor.github-workflows", WORKFLOWS),
    ("vendor.gitlab-ci", ["packaging/gitlab.yml"]),
])
def test_schema(schema, files):
    more = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    passes(BIN / "check-jsonschema", "--builtin-schema", schema, *more, *files)


def test_pre_commit_reads_them():
    passes(BIN / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
    passes(BIN / "pre-commit", "validate-config", "packaging/pre-commit.yaml")


@pytest.mark.skipif(not shutil.which("actionlint"), reason="actionlint is not on the PATH")
def test_actionlint():
    passes("actionlint", *WORKFLOWS)


def test_zizmor():
    # Tags of actions are moved by those who own them: who wants a hash writes one. What is written to GITHUB_PATH is
    # the folder of planc alone, and `./` is the action as it stands in this repository.
    agreed = ["unpinned-uses", "unpinned-images", "github-env", "self-repository"]
    rules = "".join(f"  {name}: {{ disable: true }}\n" for name in agreed)
    config = tempfile.NamedTemporaryFile("w", suffix=".yml")
    with config:
        config.write("rules:\n" + rules)
        config.flush()
        passes(BIN / "zizmor", "--offline", "--no-progress", "--config", config.name, "action.yml", *WORKFLOWS)


def steps(document):
    yield from document.get("runs", {}).get("steps", [])
    for job in document.get("jobs", {}).values():
        yield from job["steps"]


@pytest.mark.parametrize("file", ["action.yml", *WORKFLOWS])
def test_no_expression_stands_in_a_script(file):
    for step in steps(yaml.safe_load((ROOT / file).read_text())):
        assert "${{" not in step.get("run", "")


def test_no_job_of_a_pull_request_may_write():
    for file in WORKFLOWS:
        workflow = yaml.safe_load((ROOT / file).read_text())
        assert workflow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in workflow[True], "it runs a stranger's branch with the rights of ours"
        for name, job in workflow["jobs"].items():
            assert "permissions" not in job or job["if"] == "github.event_name == 'push'", name


def test_the_sample_is_checked_as_the_template_checks():
    """The project's own workflow is the template, with the wheel made there and planc as it stands."""
    own, theirs = (yaml.safe_load((ROOT / file).read_text()) for file in WORKFLOWS)
    assert own[True] == theirs[True]
    for name, job in theirs["jobs"].items():
        mine = own["jobs"][name] | {"steps": []}
        assert mine.pop("needs") == "wheel"
        assert mine == job | {"steps": []}
        kept = [step for step in own["jobs"][name]["steps"] if "download-artifact" not in step["uses"]]
        assert kept == [step | ({"uses": "./"} if "OWNER" in step["uses"] else {}) for step in job["steps"]]


@pytest.mark.parametrize("file", ["packaging/github.yml", "packaging/gitlab.yml", "packaging/pre-commit.yaml"])
def test_the_page_shows_the_file(file):
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert (ROOT / file).read_text() in blocks, f"docs/pull-requests.md does not show {file} as it is"


def test_one_version():
    """Whoever raises the version in Version.swift is led to the other places."""
    places = {
        "pyproject.toml": f'"planc=={VERSION}"',
        "packaging/github.yml": f"OWNER/planc@v{VERSION} ",
        "packaging/gitlab.yml": f'PLANC_VERSION: "{VERSION}"',
        "packaging/pre-commit.yaml": f"rev: v{VERSION}\n",
    }
    stale = [file for file, text in places.items() if text not in (ROOT / file).read_text()]
    assert not stale, f"these do not say {VERSION}"
    assert not [at for at in re.findall(r"OWNER/planc@v([\d.]+)", (ROOT / "packaging/github.yml").read_text()) if at != VERSION]

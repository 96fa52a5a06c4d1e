"""packaging/gitlab.yml, its scripts run as they stand in a job of GitLab CI."""

from __future__ import annotations

import json
import subprocess

import pytest
import yaml

from conftest import BRANCH, HOSTILE, ROOT

CONFIG = yaml.safe_load((ROOT / "packaging/gitlab.yml").read_text())


@pytest.fixture
def run(machine, installed, program):
    """Runs a job: the lines of before_script and script in one shell, as a runner does."""
    # The image brings a pip that may install.
    machine = machine | {"PATH": f"{installed}:{machine['PATH']}"}

    def run(job: str, **environment: str) -> subprocess.CompletedProcess:
        about = CONFIG[CONFIG[job]["extends"]] | CONFIG[job]
        lines = about["before_script"] + about["script"]
        given = {"GITLAB_CI": "true", "CI": "true", "CI_DEFAULT_BRANCH": "main", **CONFIG["variables"], **environment}
        script = "set -eo pipefail\n" + "\n".join(lines) + "\n"
        return subprocess.run(["bash", "-c", script], cwd=program, env=machine | given, capture_output=True, text=True)

    return run


def merge_request(program, machine, **more):
    base = subprocess.run(["git", "rev-parse", "origin/main"], cwd=program, capture_output=True, text=True).stdout
    return {
        "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": base.strip(), "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME": BRANCH,
        "CI_COMMIT_REF_NAME": BRANCH, "CI_MERGE_REQUEST_TITLE": "$(touch pwned)", **more,
    }


def test_a_merge_request_is_held_up_by_what_it_brings_in(run, program, machine):
    ran = run("plans", **merge_request(program, machine))
    assert ran.returncode == 1, ran.stderr
    assert "error[list/no-owner]" in ran.stdout and "brouwer-en-zoon" in ran.stdout and "skovgaard" not in ran.stdout
    report = json.loads((program / CONFIG[".planc"]["artifacts"]["reports"]["codequality"]).read_text())
    assert {"brouwer-en-zoon", "skovgaard-logistik"} <= {entry["location"]["path"].split("/")[-1][:-3] for entry in report}


def test_without_the_base_the_target_branch_tells(run, program, machine):
    assert run("plans", **merge_request(program, machine, CI_MERGE_REQUEST_DIFF_BASE_SHA="")).returncode == 1


def test_the_default_branch_is_published(run, program):
    ran = run("pages", CI_COMMIT_BRANCH="main")
    assert ran.returncode == 0, ran.stderr
    [folder] = CONFIG["pages"]["artifacts"]["paths"]
    assert (program / folder / "index.html").exists() and (program / "gl-code-quality-report.json").exists()


@pytest.mark.parametrize("text", HOSTILE)
def test_names_are_no_commands(run, program, machine, text):
    """A target branch of that name was not fetched, and planc says so."""
    target = merge_request(
        program, machine, CI_MERGE_REQUEST_DIFF_BASE_SHA=text, CI_MERGE_REQUEST_TARGET_BRANCH_NAME=text)
    ran = run("plans", **target)
    assert ran.returncode == 2 and "was not fetched" in ran.stderr


@pytest.mark.parametrize("version", ["0.1.0; touch pwned", "$(touch pwned)"])
def test_a_version_is_no_command(run, version):
    assert run("pages", PLANC_VERSION=version).returncode != 0

"""action.yml, its scripts run as they stand in a job of GitHub Actions."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from conftest import BRANCH, HOSTILE, ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())


class Job:
    """As much of a runner as a composite action of this kind needs; whatever else it meets is an error."""

    def __init__(self, machine, program: Path, temp: Path, files: Path, event: str):
        files.mkdir(exist_ok=True)
        self.program, self.temp, self.log, self.used = program, temp, "", []
        self.path, self.summary, self.script = files / "path", files / "summary", files / "script"
        self.has_planc = (temp / "planc/only/planc").exists()
        self.environment = {
            **machine, "GITHUB_ACTIONS": "true", "CI": "true", "GITHUB_EVENT_NAME": event,
            "GITHUB_WORKSPACE": str(program), "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(temp),
            "GITHUB_PATH": str(self.path), "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_REF_NAME": BRANCH,
        }
        self.base = ""
        if event == "merge_group":
            self.base = subprocess.run(["git", "rev-parse", "main"], cwd=program, env=machine, text=True, check=True,
                                       capture_output=True).stdout.strip()
        if event == "pull_request":
            self.environment |= {"GITHUB_BASE_REF": "main", "GITHUB_HEAD_REF": BRANCH}

    def use(self, **inputs: str) -> int:
        """Uses the action; the status of the step that failed, or 0. What is installed is not installed anew."""
        assert inputs.keys() <= ACTION["inputs"].keys()
        self.inputs = {name: about["default"] for name, about in ACTION["inputs"].items()} | inputs
        for step in ACTION["runs"]["steps"]:
            if step["name"] == "Install planc" and self.has_planc and inputs.keys() <= {"args", "directory"}:
                self.path.write_text(f"{self.temp}/planc/only\n")
                continue
            if "if" in step:
                name, value = re.fullmatch(r"inputs\.(\w+) == '(\w+)'", step["if"]).groups()
                if self.inputs[name] != value:
                    continue
            if "uses" in step:
                self.used.append((step["uses"], {k: self.value(v) for k, v in step.get("with", {}).items()}))
            elif status := self.run(step):
                return status
        return 0

    def run(self, step) -> int:
        assert step["shell"] == "bash"
        self.script.write_text(step["run"])
        environment = self.environment | {name: self.value(text) for name, text in step["env"].items()}
        for folder in self.path.read_text().split() if self.path.exists() else []:
            environment["PATH"] = f"{folder}:{environment['PATH']}"
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", self.script], env=environment, text=True,
            cwd=self.program / self.value(step.get("working-directory", ".")), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.log += ran.stdout
        return ran.returncode

    def value(self, text: str) -> str:
        known = {f"inputs.{name}": value for name, value in self.inputs.items()} | {
            "runner.temp": str(self.temp), "github.event.merge_group.base_sha": self.base}
        return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda found: known[found[1]], text)


@pytest.fixture(scope="module")
def temp(tmp_path_factory):
    """The runner's folder: the test that comes first installs planc there, the others find it."""
    return tmp_path_factory.mktemp("runner")


@pytest.fixture
def job(machine, program, temp, tmp_path):
    shutil.rmtree(temp / "planc-site", ignore_errors=True)
    return lambda event: Job(machine, program, temp, tmp_path / "files", event)


def test_installs_its_own_version_and_shows_what_a_pull_request_brings_in(job):
    job = job("pull_request")
    assert job.use() == 1, job.log
    [annotation] = [line for line in job.log.splitlines() if line.startswith("::error ")]
    assert "file=plans/benelux/brouwer-en-zoon.md" in annotation and "list/no-owner" in annotation
    assert "brouwer-en-zoon" in job.summary.read_text() and "skovgaard" not in job.summary.read_text()
    [folder] = job.path.read_text().split()
    assert [file.name for file in Path(folder).iterdir()] == ["planc"], "more than planc came on the PATH"


def test_checks_everything_on_a_push_and_publishes(job):
    push = job("push")
    assert push.use() == 1 and not push.used
    assert push.use(args="--fail-on never", publish="true") == 0, push.log
    assert "skovgaard" in push.log
    [(upload, given), (deploy, _)] = push.used
    assert upload.startswith("actions/upload-pages-artifact@") and deploy.startswith("actions/deploy-pages@")
    assert (Path(given["path"]) / "index.html").exists()


def test_does_not_publish_what_fails(job):
    push = job("push")
    assert push.use(publish="true") == 1 and not push.used


@pytest.mark.parametrize("args, status, says", [
    ("--select committee", 0, None),
    ("--select=list/no-owner --fail-on 'never'", 0, "list/no-owner"),
    ("--changed", 1, "brouwer-en-zoon"),
    ("--new HEAD", 0, None),
    ("'half", 1, "quote"),
])
def test_args(job, args, status, says):
    request = job("pull_request")
    assert request.use(args=args) == status, request.log
    assert (says or "") in request.log
    assert "skovgaard" not in request.log, "--new was left out"


@pytest.mark.parametrize("args", ["plans/*", '"plans/no such.md"'])
def test_args_are_words_as_they_stand(job, args):
    push = job("push")
    assert push.use(args=args) == 2 and args.strip('"') + "\n" in push.log


def test_a_merge_queue_is_checked_like_a_pull_request(job):
    queue = job("merge_group")
    assert queue.use() == 1
    assert "brouwer-en-zoon" in queue.log and "skovgaard" not in queue.log


def test_a_merge_queue_knows_its_base_whatever_the_branch_is_called(job, machine):
    queue = job("merge_group")
    subprocess.run(["git", "branch", "-m", "main", "develop"], cwd=queue.program, env=machine, check=True)
    assert queue.use() == 1
    assert "brouwer-en-zoon" in queue.log and "skovgaard" not in queue.log


def test_a_program_in_a_folder(job):
    push = job("push")
    (push.program / "field program").mkdir()
    for name in ["planc.yml", "plans"]:
        (push.program / name).rename(push.program / "field program" / name)
    assert push.use(directory="field program", args="--fail-on never", publish="true") == 0, push.log
    assert "file=field program/plans/" in push.log


def test_an_edition_is_asked_of_planc_and_not_dropped(job):
    push = job("push")
    assert push.use(edition="board", args="--fail-on never", publish="true") != 0, "planc knows editions now: test it"
    assert "edition" in push.log and not push.used
    assert job("pull_request").use(edition="board") == 2


@pytest.mark.parametrize("name, text", [(name, text) for name in ["version", "args", "publish"] for text in HOSTILE]
                         + [("edition", text) for text in HOSTILE[::4]])
def test_inputs_are_no_commands(job, name, text):
    push = job("push")
    others = {} if name == "args" else {"args": "--select committee --fail-on never", "publish": "true"}
    status = push.use(**{**others, name: text})
    assert status != 0 and not push.used
    ours = r"^::(?!error title=planc::|notice title=planc::|error file=|warning file=|notice file=)"
    assert not re.search(ours, push.log, re.MULTILINE)


@pytest.mark.parametrize("version", ["0.1.0 --index-url=x", "0.1.0;python_version<'1'", "-r x", "0.1.0\nevil", " "])
def test_a_version_is_a_version(job, version):
    push = job("push")
    assert push.use(version=version) == 2 and "version is a number" in push.log


def test_a_version_that_is_not_there(job):
    push = job("push")
    assert push.use(version="9.9") == 1 and "planc==9.9" in push.log


@pytest.mark.parametrize("publish", ["yes", "True", ""])
def test_publish_is_true_or_false(job, publish):
    push = job("push")
    assert push.use(publish=publish) == 2 and "publish is true or false" in push.log

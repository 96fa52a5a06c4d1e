"""The wheel: what is in it, and that a machine without Swift needs nothing else."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest

from conftest import ROOT, given, pack

VERSION = re.search(r'plancVersion = "(.*)"', (ROOT / "Sources/planc/Version.swift").read_text())[1]


def test_holds_the_binary_and_what_an_index_shows(wheel):
    assert re.fullmatch(rf"planc-{re.escape(VERSION)}-py3-none-manylinux_2_\d+_(x86_64|aarch64)\.whl", wheel.name)
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(f"planc-{VERSION}.dist-info/METADATA").decode()
        binary = archive.getinfo(f"planc-{VERSION}.data/scripts/planc")
    assert f"planc-{VERSION}.dist-info/licenses/LICENSE" in names and len(names) == 5
    assert binary.external_attr >> 16 & 0o111 == 0o111
    assert binary.file_size < Path(given("PLANC_BINARY")).stat().st_size, "the binary is not stripped"
    assert f"Version: {VERSION}\n" in metadata and "License-Expression: Apache-2.0\n" in metadata


def test_asks_for_the_glibc_that_the_binary_asks_for(wheel):
    symbols = subprocess.run(["objdump", "-T", given("PLANC_BINARY")], check=True, capture_output=True, text=True).stdout
    newest = max(int(minor) for minor in re.findall(r"GLIBC_2\.(\d+)", symbols))
    assert f"manylinux_2_{newest}_" in wheel.name


def test_is_the_same_whenever_it_is_packed(tmp_path):
    sums = set()
    for name, mask in [("a", 0o022), ("b", 0o077)]:
        binary = shutil.copy("/bin/true", tmp_path / name)
        os.utime(binary, (mask, mask))
        before = os.umask(mask)
        packed = pack(binary, tmp_path / f"{name}.dist", TZ="Asia/Tokyo" if mask == 0o077 else "UTC")
        os.umask(before)
        assert packed.returncode == 0, packed.stderr
        [wheel] = (tmp_path / f"{name}.dist").iterdir()
        sums.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(sums) == 1


@pytest.mark.parametrize("binary, fault", [("/etc/passwd", "is no Linux program"), ("/usr/bin/git", "--static-swift-stdlib")])
def test_refuses_what_would_not_run_elsewhere(binary, fault, tmp_path):
    packed = pack(binary, tmp_path)
    assert packed.returncode != 0 and fault in packed.stderr and binary in packed.stderr
    assert not list(tmp_path.glob("*.whl"))


def test_installs_and_lints_for_somebody_else(wheel):
    """Another account, its own home, nothing on the PATH but the new environment."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        shutil.copy(wheel, home)
        shutil.copytree(ROOT / "plans", home / "program/plans")
        shutil.copy(ROOT / "planc.yml", home / "program")
        account = []
        if os.geteuid() == 0:
            account = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
            subprocess.run(["chown", "-R", "65534:65534", home], check=True)

        def run(*command):
            environment = {"HOME": name, "PATH": f"{name}/venv/bin", "LANG": "C.UTF-8"}
            return subprocess.run(
                [*map(shutil.which, account[:1]), *account[1:], *command], cwd=home, env=environment,
                capture_output=True, text=True)

        assert run("/usr/bin/python3", "-m", "venv", "venv").returncode == 0
        pip = run(f"{name}/venv/bin/pip", "install", "--no-index", home / wheel.name)
        assert pip.returncode == 0, pip.stderr
        assert run("/bin/sh", "-c", "command -v swift").returncode != 0
        assert run("/bin/sh", "-c", "planc --version").stdout == VERSION + "\n"
        lint = ["lint", "-C", "program", "--as-of", given("PLANC_DAY"), "--output-format", "json"]
        theirs = run("/bin/sh", "-c", 'exec planc "$@"', "sh", *lint)
        ours = subprocess.run([given("PLANC_BINARY"), *lint], cwd=home, capture_output=True, text=True)
        assert (theirs.returncode, theirs.stdout) == (1, ours.stdout), theirs.stderr
        assert '"list/no-owner"' in theirs.stdout

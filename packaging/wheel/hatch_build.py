"""Puts the binary named by PLANC_BINARY into the wheel, stripped, and reads from it where it runs."""

import os
import re
import subprocess
import tempfile

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# e_machine of an ELF header -> the machine as wheels call it.
MACHINES = {62: "x86_64", 183: "aarch64"}
# The libraries that every Linux with that glibc and a C++ program has, as manylinux allows them.
EVERYWHERE = re.compile(r"(libc|libm|libdl|librt|libpthread|libgcc_s|libstdc\+\+|ld-linux-[\w-]+)\.so\.\d+")


def platform(binary):
    """The platform tag: the machine of the binary, and the newest glibc that it asks for."""
    with open(binary, "rb") as file:
        header = file.read(20)
    machine = MACHINES.get(int.from_bytes(header[18:20], "little"))
    if header[:6] != b"\x7fELF\x02\x01" or not machine:
        raise SystemExit(f"{binary} is no Linux program for {' or '.join(MACHINES.values())}")
    facts = subprocess.run(["objdump", "-p", binary], check=True, capture_output=True, text=True).stdout
    needed = re.findall(r"^ *NEEDED +(\S+)", facts, re.MULTILINE)
    versions = re.findall(r"\bGLIBC_(\d+)\.(\d+)", facts)
    missing = [name for name in needed if not EVERYWHERE.fullmatch(name)]
    if missing or not versions:
        raise SystemExit(f"{binary} needs {missing or 'no glibc'}; link it with --static-swift-stdlib")
    major, minor = max((int(major), int(minor)) for major, minor in versions)
    return f"manylinux_{major}_{minor}_{machine}"


class CustomBuildHook(BuildHookInterface):
    def initialize(self, version, build_data):
        binary = os.environ.get("PLANC_BINARY")
        if not binary:
            raise SystemExit("PLANC_BINARY names the planc to pack; `make wheel` sets it")
        build_data["tag"] = f"py3-none-{platform(binary)}"
        build_data["pure_python"] = False
        self.folder = tempfile.TemporaryDirectory()
        stripped = os.path.join(self.folder.name, "planc")
        subprocess.run(["strip", "-o", stripped, binary], check=True)
        build_data["shared_scripts"][stripped] = "planc"

    def finalize(self, version, build_data, artifact_path):
        self.folder.cleanup()

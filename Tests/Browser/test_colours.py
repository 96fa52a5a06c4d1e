"""The colours of the style sheet: contrast enough to read, and apart for readers who do not see all of them."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHEET = ROOT / "templates/style.css"
DESIGN = ROOT / "docs/design.md"

# Text stands on the paper and on the wash; WCAG 2.2 asks for 4.5. Marks beside a word or a sign need 3 (1.4.11).
TEXT = ("ink", "muted", "accent", "late")
MARKS = ("soft", "accent-2", "s2", "s1", "s0", "s-1", "s-2", "owned")
# What must not be taken for one another, whoever looks.
APART = [("late", "accent"), ("late", "ink"), ("s2", "s-2"), ("s1", "s-1"), ("accent", "owned"), ("accent", "accent-2")]

# Machado, Oliveira, Fernandes: A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.
SIGHT = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}


def schemes(sheet: str) -> dict[str, dict[str, str]]:
    """Tokens by scheme: the first :root, the one of the dark scheme and that of print over it."""
    blocks = re.findall(r":root\{(.*?)\}", sheet, re.S)
    values = [dict(re.findall(r"--([\w-]+):\s*(#[0-9A-Fa-f]{3,6})", block)) for block in blocks]
    light, dark, printed = values[0], values[1], values[-1]
    return {"light": light, "dark": light | dark, "print": light | printed}


def linear(colour: str) -> tuple[float, float, float]:
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(c * 2 for c in digits)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def contrast(one: str, other: str) -> float:
    lights = sorted((sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(x))) for x in (one, other)), reverse=True)
    return (lights[0] + 0.05) / (lights[1] + 0.05)


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return tuple(min(1, max(0, sum(m * c for m, c in zip(row, rgb)))) for row in SIGHT[sight])


def lab(rgb: tuple[float, float, float]) -> tuple[float, float, float]:
    """CIE Lab of linear sRGB, D65."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.95047, 1.0, 1.08883)
    xyz = [sum(m * c for m, c in zip(row, rgb)) / w for row, w in zip(rows, white)]
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: str, other: str, sight: str) -> float:
    """CIE76: about 2.3 is just to be seen."""
    a, b = lab(seen(one, sight)), lab(seen(other, sight))
    return sum((p - q) ** 2 for p, q in zip(a, b)) ** 0.5


def colour_faults(sheet: str) -> list[str]:
    faults = []
    for scheme, token in schemes(sheet).items():
        for ground in ("paper", "wash"):
            for names, least in ((TEXT, 4.5), (MARKS, 3)):
                for name in names:
                    if (found := contrast(token[name], token[ground])) < least:
                        faults.append(f"{scheme}: {name} on {ground} has a contrast of {found:.2f}, less than {least}")
        for sight in SIGHT:
            for one, other in APART:
                if (found := distance(token[one], token[other], sight)) < 12:
                    faults.append(f"{scheme}, {sight}: {one} and {other} are {found:.0f} apart, less than 12")
    return faults


def test_colours(no_faults):
    no_faults(colour_faults(SHEET.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name,colour", [("muted", "#9B9FA6"), ("late", "#1F5FA8"), ("s-2", "#2F6FB8")])
def test_bad_colours_are_found(name, colour):
    sheet = SHEET.read_text(encoding="utf-8")
    assert colour_faults(re.sub(rf"--{name}:#\w+", f"--{name}:{colour}", sheet, count=1))


def test_design_page_lists_the_colours_as_they_are():
    """docs/design.md is what a theme is made from."""
    token = schemes(SHEET.read_text(encoding="utf-8"))
    rows = re.findall(r"^\| `--([\w-]+)` \| `(#\w+)` \| `(#\w+)` \| `(#\w+)` \|", DESIGN.read_text(encoding="utf-8"), re.M)
    written = {name: values for name, *values in rows}
    assert written == {name: [token[s][name] for s in ("light", "dark", "print")] for name in token["light"]}
    assert len({name for pair in combinations(written, 2) for name in pair}) > 12

"""Printed reviews: paper, margins, page breaks, and nothing of the browser's own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO

import pytest
from pypdf import PdfReader

A4 = (595, 842)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


@dataclass(frozen=True)
class Sheet:
    name: str
    size: tuple[int, int]
    pages: tuple[str, ...]  # their text, as it was drawn
    headings: tuple[str, ...]  # of the page that was printed
    columns: tuple[str, ...]  # heads of its tables


def sheet(site, name: str) -> Sheet:
    reader = PdfReader(site.root / name)
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages}
    assert len(sizes) == 1, f"{name}: pages of several sizes"
    html = site.read(name.replace(".pdf", ".html"))
    text = lambda part: " ".join(re.sub("<[^>]*>", " ", part).split())  # noqa: E731
    return Sheet(
        name, sizes.pop(), tuple(page.extract_text().translate(_LIGATURES) for page in reader.pages),
        tuple(text(part) for part in re.findall("<h2[^>]*>(.*?)</h2>", html)),
        tuple(text(part) for part in re.findall("<thead>(.*?)</thead>", html)),
    )


def faults(printed: Sheet) -> list[str]:
    found = []
    if printed.size != A4:
        found.append(f"{printed.name}: {printed.size} is not A4")
    count = len(printed.pages)
    for number, page in enumerate(printed.pages, 1):
        lines = page.splitlines()
        place = f"{printed.name}, page {number}"
        # What stands at the foot of a page is read as one line, in either order.
        foot = ["Internal: not for the customer", f"{number} of {count}"]
        if not any(rf"{one}{two}" in page.replace("\n", "") for one, two in (foot, foot[::-1])):
            found.append(f"{place}: not {' and '.join(foot)} at the foot")
        if "Quarterly business review" not in lines:
            found.append(f"{place}: nothing at the head")
        if lines and lines[-1] in printed.columns:
            found.append(f"{place}: the head of a table without a row: {lines[-1]}")
        # Chromium's own header and footer: the day and the title above, the address and 1/3 below.
        for pattern in ("file:", r"^\d+/\d+$", r"\b\d+/\d+/\d+\b"):
            if line := next((line for line in lines if re.search(pattern, line)), None):
                found.append(f"{place}: {line!r} is the browser's own")
    for part in ("What moved", "What we ask"):
        if part not in printed.pages[0].splitlines():
            found.append(f"{printed.name}: {part!r} is not on the first page")
    return found


def heads(printed: Sheet, columns: str) -> int:
    """On how many pages a table has its head."""
    return sum(columns in page.splitlines() for page in printed.pages)


@pytest.fixture(scope="module")
def sheets(sample) -> list[Sheet]:
    return [sheet(sample, name) for name in sample.files if name.endswith(".pdf")]


def test_reviews_are_printed(sample, sheets):
    names = {printed.name for printed in sheets}
    assert "qbr/program.pdf" in names
    linked = {
        f"qbr/{element.attributes['href']}"
        for name, document in sample.documents.items() if name.startswith("qbr/")
        for element in document.elements if element.attributes.get("href", "").endswith(".pdf")
    }
    assert linked == names


def test_sheets(sheets, no_faults):
    no_faults([fault for printed in sheets for fault in faults(printed)])


def test_heads_are_repeated(sheets):
    """The program's accounts do not fit on what the first page has left."""
    program = next(printed for printed in sheets if printed.name == "qbr/program.pdf")
    assert heads(program, program.columns[0]) == 2


@pytest.mark.parametrize("name", ["index.html", "accounts.html", "accounts/brouwer-en-zoon.html", "calendar.html"])
def test_other_pages_lie(name, sample, page):
    """Their wide drawings fit then, and nothing is on paper that only a screen can use."""
    page.emulate_media(media="print")
    page.goto(sample.base + name)
    reader = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in reader.pages} == {A4[::-1]}
    text = "\n".join(one.extract_text() for one in reader.pages)
    assert "Quarterly business review" not in text and "CSV" not in text
    page.set_viewport_size({"width": 1001, "height": 673})
    shown = "drawings => drawings.filter(drawing => drawing.checkVisibility()).length"
    assert page.locator("svg.narrow").evaluate_all(shown) == 0
    assert page.locator(".tools").evaluate_all(shown) == 0


@pytest.mark.parametrize("broken", [
    lambda good: replace(good, size=(612, 792)),
    lambda good: replace(good, pages=tuple(page.replace("Internal", "") for page in good.pages)),
    lambda good: replace(good, pages=good.pages + good.pages[:1]),
    lambda good: replace(good, pages=tuple(page + "\nfile:///tmp/x.html" for page in good.pages)),
    lambda good: replace(good, pages=tuple(page + "\n1/3" for page in good.pages)),
    lambda good: replace(good, pages=tuple(page + "\n11/20/26, 9:48 PM" for page in good.pages)),
    lambda good: replace(good, pages=good.pages[1:]),
    lambda good: replace(good, pages=(good.pages[0] + "\n" + good.columns[0], *good.pages[1:])),
])
def test_broken_sheets_fail(sheets, broken):
    assert faults(broken(sheets[0]))

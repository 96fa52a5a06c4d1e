"""Fixtures. `site` is each site in turn: the sample, the hostile one, those of the extremes. `page_name` is a chosen page
of the sample. `chosen` is one of the sample or the extremes, as its site's root and its name; `of_a_kind` is that too, but
only the largest of each kind. `hostile_page` is a page of the hostile site."""

from __future__ import annotations

import os
from contextlib import ExitStack
from functools import partial
from html.parser import HTMLParser
from pathlib import Path

import pytest

from browser import chromium, opened, parse as parse_with
from serving import serving
from sites import Site, chosen_pages, kinds_of_pages, pages_in, pages_with

SAMPLE, HOSTILE, EXTREMES = "PLANC_SITE", "PLANC_HOSTILE_SITE", "PLANC_EXTREME_SITES"


def folder(variable: str) -> Path:
    """A site's folder. A check that has no site is an error: skipped checks look like passed ones."""
    given = os.environ.get(variable)
    if not given:
        raise pytest.UsageError(f"set {variable} to a compiled site, or run test_checks_can_fail.py alone")
    root = Path(given).resolve()
    if not pages_in(root):
        raise pytest.UsageError(f"{variable}={given}: no .html file below {root}")
    return root


def extremes() -> list[Path]:
    """The sites of the extremes: the folders below one."""
    folder(EXTREMES)
    return sorted(path for path in Path(os.environ[EXTREMES]).resolve().iterdir() if path.is_dir())


class _Links(HTMLParser):
    def __init__(self, text: str):
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def chosen_in(root: Path) -> list[str]:
    return chosen_pages(root, lambda name: _Links((root / name).read_text(encoding="utf-8")).found)


def pytest_generate_tests(metafunc):
    wanted = metafunc.fixturenames
    if "site" in wanted:
        roots = [folder(SAMPLE), folder(HOSTILE), *extremes()]
        names = ["sample", "hostile", *(root.name for root in extremes())]
        metafunc.parametrize("site", roots, ids=names, indirect=True, scope="session")
    if "page_name" in wanted:
        metafunc.parametrize("page_name", chosen_in(folder(SAMPLE)))
    for fixture, choose in (("chosen", chosen_in), ("of_a_kind", kinds_of_pages)):
        if fixture in wanted:
            pages = [(folder(SAMPLE), name) for name in choose(folder(SAMPLE))]
            # These say the same of every program.
            same = ("rules/", "data/", "404.html")
            pages += [(root, name) for root in extremes() for name in choose(root) if not name.startswith(same)]
            names = [name if root == folder(SAMPLE) else f"{root.name}/{name}" for root, name in pages]
            metafunc.parametrize(fixture, pages, ids=names)
    if "hostile_page" in wanted:
        metafunc.parametrize("hostile_page", pages_with(folder(HOSTILE), "pwned"))


@pytest.fixture(scope="session")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture(scope="module")
def page(browser):
    """One tab a module: opening one costs more than most checks."""
    with opened(browser) as tab:
        yield tab


@pytest.fixture(scope="session")
def parse(browser):
    """(text, media type) -> Document, by Chromium's parser in one empty page."""
    with opened(browser) as blank:
        yield partial(parse_with, blank)


@pytest.fixture(scope="session")
def site_at(parse):
    """Root -> Site, parsed once."""
    known: dict[Path, Site] = {}
    return lambda root: known.setdefault(root, Site(root, parse))


@pytest.fixture(scope="session")
def site(request, site_at):
    return site_at(request.param)


@pytest.fixture(scope="session")
def sample(site_at):
    return site_at(folder(SAMPLE))


@pytest.fixture(scope="session")
def hostile(site_at):
    return site_at(folder(HOSTILE))


@pytest.fixture(scope="session")
def extreme_roots():
    return extremes()


@pytest.fixture(scope="session")
def served():
    """Root -> address under /a/b/, one server a site."""
    with ExitStack() as stack:
        known: dict[Path, str] = {}

        def address(root: Path) -> str:
            if root not in known:
                known[root] = stack.enter_context(serving(root))
            return known[root]

        yield address


@pytest.fixture
def no_faults():
    """Fails with every fault found, one a line."""

    def check(faults: list[str], limit: int = 40) -> None:
        if faults:
            rest = f"\n… and {len(faults) - limit} more" if len(faults) > limit else ""
            pytest.fail(f"{len(faults)} fault(s)\n" + "\n".join(faults[:limit]) + rest, pytrace=False)

    return check

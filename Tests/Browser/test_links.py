"""Every link leads somewhere, from a disk and under a sub-path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname, urlopen

import pytest

from sites import Element, Site

LINKS = {"href", "xlink:href", "src", "action", "formaction", "data", "poster", "cite"}
REFERENCES = {
    *("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details"),
    *("aria-flowto", "aria-errormessage", "aria-activedescendant", "headers", "for", "list", "form"),
}
PAINT = {"fill", "stroke", "filter", "mask", "clip-path", "marker-start", "marker-mid", "marker-end"}
URL = re.compile(r"""url\(\s*['"]?([^'")]*)['"]?\s*\)""")
IMPORT = re.compile(r"""@import\s+['"]([^'"]*)['"]""")

# What a reader may follow out of the site. Nothing else may leave it.
OUTSIDE = {"http", "https", "mailto"}

Probe = Callable[[str], str | None]


def links(element: Element) -> Iterator[tuple[str, str]]:
    for name, value in element.attributes.items():
        if name in LINKS:
            yield name, value
        elif name == "srcset":
            yield from ((name, candidate.split()[0]) for candidate in value.split(",") if candidate.strip())
        elif name in PAINT:
            yield from ((name, target) for target in URL.findall(value))


def written_badly(element: Element, value: str) -> str | None:
    """Faults that show without resolving; what remains is a relative link or one that may leave."""
    if value in ("", "#"):
        return "leads nowhere"
    if re.search(r"[\x00-\x20\\]", value):
        return "holds a space, a control character or a backslash"
    if value.startswith("/"):
        return "starts at the server's root, which is not the site's"
    scheme = urlsplit(value).scheme
    if scheme and not (element.tag == "a" and scheme in OUTSIDE):
        return f"{scheme}: where only relative links may stand"
    return None


def link_faults(site: Site, base: str, probe: Probe) -> list[str]:
    """`base` is the address of the site's root; `probe` says what is wrong with an address, if anything."""
    known: dict[str, str | None] = {}
    faults = []

    def follow(where: str, source: str, value: str) -> None:
        target, fragment = urldefrag(urljoin(base + quote(source), value))
        target = target.partition("?")[0]
        if not target.startswith(base):
            return faults.append(f"{where}: leaves the site")
        if target not in known:
            known[target] = probe(target)
        document = site.documents.get(unquote(target[len(base) :]))
        if known[target]:
            faults.append(f"{where}: {known[target]}")
        elif fragment and document and unquote(fragment) not in document.ids:
            faults.append(f"{where}: no id “{unquote(fragment)}” there")

    for name, document in site.documents.items():
        for element in document.elements:
            for attribute, value in links(element):
                where = f"{name}: {attribute}=“{value}” in {element}"
                if fault := written_badly(element, value):
                    faults.append(f"{where}: {fault}")
                elif not urlsplit(value).scheme:
                    follow(where, name, value)
    for name in (file for file in site.files if file.endswith(".css")):
        sheet = re.sub(r"/\*.*?\*/", "", site.read(name), flags=re.DOTALL)
        for value in URL.findall(sheet) + IMPORT.findall(sheet):
            follow(f"{name}: {value}", name, value)
    return faults


def on_disk(address: str) -> str | None:
    path = Path(url2pathname(urlsplit(address).path))
    if path.is_dir():
        return "a folder, which opens only with a server"
    return None if path.is_file() else "no such file"


def over_http(address: str) -> str | None:
    try:
        with urlopen(address, timeout=10) as answer:
            return None if answer.status == 200 else f"status {answer.status}"
    except URLError as error:
        return str(error)


def identity_faults(site: Site) -> list[str]:
    """Ids given twice, and references to ids that the page does not have."""
    faults = []
    for name, document in site.documents.items():
        given = Counter(e.attributes["id"] for e in document.elements if "id" in e.attributes)
        faults += [f"{name}: id “{i}” stands {n} times" for i, n in given.items() if n > 1]
        for element in document.elements:
            if element.attributes.get("id") == "":
                faults.append(f"{name}: empty id in {element}")
            for attribute in REFERENCES & element.attributes.keys():
                for missing in set(element.attributes[attribute].split()) - given.keys():
                    faults.append(f"{name}: {attribute} names “{missing}”, which is no id: {element}")
    return faults


def test_links_from_disk(site, no_faults):
    no_faults(link_faults(site, site.base, on_disk))


def test_links_under_a_sub_path(site, served, no_faults):
    no_faults(link_faults(site, served(site.root), over_http))


def test_ids(site, no_faults):
    no_faults(identity_faults(site))


@pytest.mark.parametrize(
    "kind", ["index.html", "accounts.html", "report.html", "accounts/*.html", "tiers/*.html", "rules/*.html"]
)
def test_kinds_of_page(sample, kind):
    """The other checks go over what there is; this one says what there must be."""
    assert any(Path(page).match(kind) for page in sample.pages), f"the site has no {kind}"


def test_the_list_tells_of_moves(sample):
    """So that the checks meet its picture, its ranking and both kinds of moves."""
    page = sample.read("list.html")
    for what in ('id="plot"', 'id="ranking"', 'id="facts"', "↑ 2 to 1", "↓ 1 to 2"):
        assert what in page


def test_links_to_the_host_of_the_repository(extreme_roots, site_at):
    """One of the extremes names it, and has a space, a sign and a hash in its paths."""
    site = site_at(next(root for root in extreme_roots if root.name == "hosted"))
    found = {e.attributes.get("href", "") for document in site.documents.values() for e in document.elements}
    host = "https://github.com/example/plans"
    # The program may lie deep in a repository.
    for way, end in (("blob", "?plain=1#L"), ("edit", "")):
        place = f"/plans/a%20&%20b/hosted%20%230.md{end}"
        assert any(link.startswith(f"{host}/{way}/HEAD/") and place in link for link in found), way

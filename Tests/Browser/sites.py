"""A compiled site on disk: its files, its parsed pages, and the pages worth opening one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


@dataclass(frozen=True)
class Element:
    """One start tag as the browser's parser sees it."""

    tag: str
    attributes: dict[str, str]
    text: str  # of script and style only

    def __str__(self) -> str:
        shown = "".join(f' {name}="{value[:60]}"' for name, value in self.attributes.items())
        return f"<{self.tag}{shown}>"[:200]


@dataclass(frozen=True)
class Document:
    elements: list[Element]
    text: str

    @cached_property
    def ids(self) -> set[str]:
        return {e.attributes["id"] for e in self.elements if "id" in e.attributes}


class Site:
    """`parse` turns (text, media type) into a Document; see the fixture of that name."""

    def __init__(self, root: Path, parse: Callable[[str, str], Document]):
        self.root = root.resolve()
        self._parse = parse

    @cached_property
    def files(self) -> list[str]:
        return sorted(p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file())

    @cached_property
    def pages(self) -> list[str]:
        return [name for name in self.files if name.endswith(".html")]

    @cached_property
    def drawings(self) -> list[str]:
        return [name for name in self.files if name.endswith(".svg")]

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every page and every drawing, parsed."""
        kinds = [(n, "text/html") for n in self.pages] + [(n, "image/svg+xml") for n in self.drawings]
        return {name: self._parse(self.read(name), kind) for name, kind in kinds}

    @property
    def base(self) -> str:
        return self.root.as_uri() + "/"

    def read(self, name: str) -> str:
        return (self.root / name).read_text(encoding="utf-8")


def pages_in(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*.html"))


def chosen_pages(root: Path, links: Callable[[str], list[str]]) -> list[str]:
    """A few pages of each kind, for the slow checks.

    All pages at the top, each folder's index, and of each folder the largest and the smallest page;
    of rules the largest, of accounts the largest of each tier too. `links` names what a page links to.
    """
    pages = pages_in(root)
    size = {name: (root / name).stat().st_size for name in pages}
    chosen = [name for name in pages if "/" not in name or name.endswith("/index.html")]
    for folder in sorted({name.rpartition("/")[0] for name in pages if "/" in name}):
        members = [n for n in pages if n.rpartition("/")[0] == folder and not n.endswith("/index.html")]
        if not members:
            continue
        ranked = sorted(members, key=lambda name: (size[name], name))
        chosen.append(ranked[-1])
        if folder != "rules":
            chosen.append(ranked[0])
    for tier in (name for name in pages if name.startswith("tiers/")):
        linked = [urlsplit(urljoin(f"http://site/{tier}", link)).path for link in links(tier)]
        accounts = {unquote(path.lstrip("/")) for path in linked}
        accounts = {name for name in accounts if name.startswith("accounts/") and name in size}
        if accounts:
            chosen.append(max(accounts, key=lambda name: (size[name], name)))
    return sorted(set(chosen))


def kinds_of_pages(root: Path) -> list[str]:
    """All pages at the top, each folder's index and its largest page."""
    pages = pages_in(root)
    kinds: dict[str, str] = {}
    for name in pages:
        kind = name if "/" not in name or name.endswith("/index.html") else name.rpartition("/")[0]
        size = (root / name).stat().st_size
        if kind not in kinds or size > (root / kinds[kind]).stat().st_size:
            kinds[kind] = name
    return sorted(kinds.values())


def pages_with(root: Path, word: str) -> list[str]:
    """All pages, but of the rules only those that show a finding with this word, and one that does not.

    The others carry it in their title and at their head alone, as every page does.
    """
    text = {name: (root / name).read_text(encoding="utf-8") for name in pages_in(root)}
    counts = {name: page.count(word) for name, page in text.items() if name.startswith("rules/")}
    least = min(counts.values(), default=0)
    same = [name for name, count in counts.items() if count == least]
    return [name for name in text if name not in same[1:]]

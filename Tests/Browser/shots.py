#!/usr/bin/env python3
"""Takes pictures of pages of a compiled site: wide and narrow, light, dark and print.

    shots.py site /tmp/shots                               a few pages of each kind, every setting
    shots.py site /tmp/shots index.html accounts/northwind.html
    shots.py site docs index.html --setting light-1440 --height 900        the top of home, for the README
    shots.py site docs report.html --setting light-1440 --element "#main table"
"""

from __future__ import annotations

import argparse
from pathlib import Path

from browser import SETTINGS, chromium, opened
from sites import chosen_pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*", metavar="page", help="below SITE; default: some of each kind")
    parser.add_argument("--setting", action="append", choices=SETTINGS, help="default: all; may be repeated")
    parser.add_argument("--height", type=int, help="only so many pixels from the top")
    parser.add_argument("--element", help="only the first element that this CSS selector finds")
    given = parser.parse_args()

    root = given.site.resolve()
    pages = given.pages or chosen_pages(root, lambda tier: [])
    missing = [name for name in pages if not (root / name).is_file()]
    if missing or not pages:
        parser.error(f"no such page in {root}: {', '.join(missing) or 'no .html at all'}")
    given.out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for name in pages:
            for setting in given.setting or SETTINGS:
                path = given.out / f"{name.removesuffix('.html').replace('/', '-')}-{setting}.png"
                with opened(browser, setting) as page:
                    page.goto((root / name).as_uri())
                    if given.element:
                        page.locator(given.element).first.screenshot(path=path)
                    elif given.height:
                        page.set_viewport_size({"width": SETTINGS[setting][0], "height": given.height})
                        page.screenshot(path=path)
                    else:
                        page.screenshot(path=path, full_page=True)
                print(path)


if __name__ == "__main__":
    main()

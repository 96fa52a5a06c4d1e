"""Chromium: parsing by its own parser, settings to look with, and using a page as a reader would."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from sites import Document, Element

CHROMIUM = os.environ.get("PLANC_CHROMIUM", "/usr/bin/chromium")

# Viewport width, colour scheme, medium. Print is as wide as A4 at 96 pixels an inch.
SETTINGS = {
    "light-1440": (1440, "light", "screen"),
    "light-390": (390, "light", "screen"),
    "dark-1440": (1440, "dark", "screen"),
    "dark-390": (390, "dark", "screen"),
    "print": (794, "light", "print"),
}

# The browser's parser, not another one: what it sees is what an attacker gets. No script of the text
# runs and nothing that it names is loaded.
_PARSE = """([text, type]) => {
  const document = new DOMParser().parseFromString(text, type);
  const elements = [];
  const walk = root => {
    for (const element of root.querySelectorAll('*')) {
      const attributes = Object.fromEntries([...element.attributes].map(a => [a.name, a.value]));
      const inline = ['script', 'style'].includes(element.localName.toLowerCase());
      elements.push([element.localName, attributes, inline ? element.textContent : '']);
      if (element.content instanceof DocumentFragment) walk(element.content);
    }
  };
  walk(document);
  return JSON.stringify([elements, document.documentElement.textContent]);  // far faster than a live value
}"""

# What a reader can set off by ticking, pressing and scrolling.
_USE = """() => {
  for (const box of document.querySelectorAll('input[type=checkbox], input[type=radio]')) box.click();
  for (const button of document.querySelectorAll('button')) button.click();
  scrollTo(0, document.documentElement.scrollHeight);
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: Browser, setting: str = "light-1440") -> Iterator[Page]:
    """A fresh page in a context of its own."""
    context = browser.new_context(reduced_motion="reduce")
    try:
        page = context.new_page()
        page.set_default_timeout(10_000)
        view(page, setting)
        yield page
    finally:
        context.close()


def view(page: Page, setting: str) -> None:
    width, scheme, medium = SETTINGS[setting]
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=medium, color_scheme=scheme)


def without_state(address: str) -> str:
    return address.partition("#")[0].partition("?")[0]


def unfold(page: Page) -> None:
    """Opens every <details>: what is folded away is part of the page."""
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")


def parse(blank: Page, text: str, kind: str) -> Document:
    elements, words = json.loads(blank.evaluate(_PARSE, [text, kind]))
    return Document([Element(*element) for element in elements], words)


def use(page: Page, word: str = "a") -> None:
    """Sets off what a reader can set off: what loads or renders late does so now."""
    unfold(page)
    page.evaluate(_USE)
    write(page, word)


def write(page: Page, word: str) -> None:
    """Writes a word into every search field and filter that can be seen."""
    for field in page.locator("input[type=search], input[type=text]").all():
        if field.is_visible() and field.is_editable():
            field.fill(word)
    page.wait_for_timeout(50)  # scripts answer to typing a little late

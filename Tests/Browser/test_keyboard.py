"""Without a mouse: the skip link comes first and works, and what scrolls can be scrolled."""

from __future__ import annotations

from playwright.sync_api import Page

from browser import unfold, view

_FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const target = e.matches('a[href^="#"]') ? document.getElementById(e.getAttribute('href').slice(1)) : null;
  return {
    shown: e.cloneNode(false).outerHTML.slice(0, 120),
    skips: target !== null && (target.localName === 'main' || target.closest('main') !== null),
    visible: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0
      && box.right <= innerWidth && box.bottom <= innerHeight,
    stops: target ? target.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]').length : 0,
  };
}"""

_WITHIN_MAIN = "() => document.activeElement.closest('main') !== null"

# A box of links that is a nav is walked link by link; any other box needs a stop of its own.
_SCROLLERS = """() => [...document.body.querySelectorAll('*')].filter(e => {
  const style = getComputedStyle(e), scrolls = value => value === 'auto' || value === 'scroll';
  const moves = (scrolls(style.overflowX) && e.scrollWidth > e.clientWidth)
    || (scrolls(style.overflowY) && e.scrollHeight > e.clientHeight);
  if (!moves || !e.getClientRects().length || e.matches('textarea, select')) return false;
  if (e.closest('nav') && e.querySelector('a[href]')) return false;
  return !e.hasAttribute('tabindex') || e.tabIndex < 0;
}).map(e => e.cloneNode(false).outerHTML.slice(0, 120))"""

_ORDER = """() => [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0)
  .map(e => e.cloneNode(false).outerHTML.slice(0, 120))"""


def skip_link_faults(page: Page) -> list[str]:
    page.keyboard.press("Tab")
    first = page.evaluate(_FOCUSED)
    if not first["skips"]:
        return [f"Tab first reaches {first['shown']}, which does not lead to <main>"]
    if not first["visible"]:
        return [f"the skip link cannot be seen while it has the focus: {first['shown']}"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if first["stops"] and not page.evaluate(_WITHIN_MAIN):
        return ["after the skip link, Tab is not in <main>"]
    return []


def keyboard_faults(page: Page, address: str) -> list[str]:
    faults = []
    for setting in ("light-1440", "light-390"):
        view(page, setting)
        page.goto(address)
        found = skip_link_faults(page)
        unfold(page)
        found += [f"scrolls, but has no tabindex: {e}" for e in page.evaluate(_SCROLLERS)]
        found += [f"tabindex above 0: {e}" for e in page.evaluate(_ORDER)]
        faults += [f"{address} at {setting}: {fault}" for fault in found]
    return faults


def test_keyboard(of_a_kind, page, no_faults):
    root, name = of_a_kind
    no_faults(keyboard_faults(page, root.as_uri() + "/" + name))

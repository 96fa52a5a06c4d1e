"""Without a mouse: the skip link comes first and works, and what scrolls can be scrolled."""

from __future__ import annotations

import pytest

from browser import opened, unfold

_FOCUSED = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect();
  const target = e.matches('a[href^="#"]') ? document.getElementById(e.getAttribute('href').slice(1)) : null;
  return {
    shown: e.cloneNode(false).outerHTML.slice(0, 120),
    skips: target !== null && (target.localName === 'main' || target.closest('main') !== null),
    visible: box.width > 1 && box.height > 1 && box.left >= 0 && box.top >= 0
      && box.right <= innerWidth && box.bottom <= innerHeight,
    stops: target ? target.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]').length : 0,
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


def skip_link_faults(browser, address: str, setting: str) -> list[str]:
    with opened(browser, setting) as page:
        page.goto(address)
        page.keyboard.press("Tab")
        first = page.evaluate(_FOCUSED)
        if not first["skips"]:
            return [f"{address}: Tab first reaches {first['shown']}, which does not lead to <main>"]
        if not first["visible"]:
            return [f"{address}: the skip link cannot be seen while it has the focus: {first['shown']}"]
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        if first["stops"] and not page.evaluate(_WITHIN_MAIN):
            return [f"{address}: after the skip link, Tab is not in <main>"]
    return []


def focus_faults(browser, address: str, setting: str) -> list[str]:
    with opened(browser, setting) as page:
        page.goto(address)
        unfold(page)
        faults = [f"{address} in {setting}: scrolls, but has no tabindex: {e}" for e in page.evaluate(_SCROLLERS)]
        return faults + [f"{address}: tabindex above 0: {e}" for e in page.evaluate(_ORDER)]


@pytest.mark.parametrize("setting", ["light-1440", "light-390"])
def test_keyboard(page_name, setting, sample, browser, no_faults):
    address = sample.base + page_name
    no_faults(skip_link_faults(browser, address, setting) + focus_faults(browser, address, setting))

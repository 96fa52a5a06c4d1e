"""No page scrolls sideways."""

from __future__ import annotations

from browser import unfold, view

# Offenders: what sticks out to the right, unless a box of its own cuts or scrolls it.
_OVERFLOW = """() => {
  const root = document.documentElement, wide = root.clientWidth;
  if (root.scrollWidth <= wide) return null;
  const boxed = e => { for (let p = e.parentElement; p && p !== root && p !== document.body; p = p.parentElement)
    if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
  const out = [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > wide + 0.5 && !boxed(e));
  return [root.scrollWidth, wide, out.slice(0, 5).map(e => e.cloneNode(false).outerHTML.slice(0, 120))];
}"""


def overflow_faults(page, address: str) -> list[str]:
    """As opened, and once more with every <details> open."""
    faults = []
    page.goto(address)
    for state in ("as opened", "with all details open"):
        for setting in ("light-1440", "light-390"):
            view(page, setting)
            if found := page.evaluate(_OVERFLOW):
                wide, shown, elements = found
                blame = "".join(f"\n    {element}" for element in elements)
                faults.append(f"{address} at {setting}, {state}: {wide} px in a window of {shown}:{blame}")
        unfold(page)
    return faults


def test_no_sideways_scroll(page_name, sample, page, no_faults):
    no_faults(overflow_faults(page, sample.base + page_name))

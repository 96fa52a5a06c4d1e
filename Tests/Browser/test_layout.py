"""No page scrolls sideways, down to 320 pixels and at twice the size, and nothing moves while it is loaded."""

from __future__ import annotations

from browser import unfold, view

# 720 is 1440 at twice the size.
WIDTHS = (1440, 1000, 720, 390, 320)

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
        view(page, "light-1440")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            if found := page.evaluate(_OVERFLOW):
                wide, shown, elements = found
                blame = "".join(f"\n    {element}" for element in elements)
                faults.append(f"{address} {state}: {wide} px in a window of {shown}:{blame}")
        unfold(page)
    return faults


def test_no_sideways_scroll(chosen, page, no_faults):
    root, name = chosen
    no_faults(overflow_faults(page, root.as_uri() + "/" + name))


def test_the_calendar_says_whose_on_a_telephone(sample, page):
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto(sample.base + "calendar.html")
    box = page.locator(".box:has(.cal)")
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    for cell in page.locator(".cal tbody tr:not(.g)").first.locator("th, td").all():
        assert cell.is_visible() and cell.bounding_box()["x"] + cell.bounding_box()["width"] <= 390


def shift_of(page, address: str) -> float:
    """Cumulative layout shift up to a second frame after the load."""
    page.goto(address)
    return page.evaluate(
        """() => new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
            .observe({type: 'layout-shift', buffered: true});
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )


def least_shift(page, address: str) -> float:
    """The least of three loads.

    Where the processor is busy, a long page is painted while it is still being parsed, and its tables balance anew as
    their rows come in. What the page itself moves, by a font, an image or a script, moves at every load.
    """
    least = shift_of(page, address)
    for _ in range(2):
        least = min(least, shift_of(page, address)) if least else 0
    return least


def test_nothing_moves(chosen, page):
    root, name = chosen
    assert least_shift(page, root.as_uri() + "/" + name) == 0

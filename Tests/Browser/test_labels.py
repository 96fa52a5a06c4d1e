"""In a drawing no word stands on another one, and none leaves the frame, with the fonts of the browser."""

from __future__ import annotations

from browser import view

# A box of letters is higher than they are, by two to three pixels above and below; fonts differ in width by a few.
_FAULTS = """() => {
  const faults = [], slack = 2.5;
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) continue;
    const told = text => `${svg.getAttribute('aria-labelledby').split('-t ')[0]}: “${text.textContent}”`;
    const words = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim())
      .map(text => [text, text.getBoundingClientRect()]).sort((a, b) => a[1].top - b[1].top);
    words.forEach(([text, box], index) => {
      if (box.left < frame.left - slack || box.right > frame.right + slack || box.top < frame.top - slack
        || box.bottom > frame.bottom + slack) faults.push(`${told(text)} leaves the frame`);
      for (const [other, beside] of words.slice(index + 1)) {
        if (beside.top > box.bottom - 2 * slack) break;
        if (Math.min(box.right, beside.right) - Math.max(box.left, beside.left) > slack)
          faults.push(`${told(text)} and “${other.textContent}” overlap`);
      }
    });
  }
  return faults;
}"""


def label_faults(page, address: str) -> list[str]:
    page.goto(address)
    faults = []
    for setting in ("light-1440", "light-390"):
        view(page, setting)
        faults += [f"{address} in {setting}: {fault}" for fault in page.evaluate(_FAULTS)]
    return faults


def test_words_keep_apart(chosen, page, no_faults):
    root, name = chosen
    no_faults(label_faults(page, root.as_uri() + "/" + name))

"""axe finds nothing, in light, dark and print, wide and narrow."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT

from browser import unfold, view

# All rules that axe has on by default, its best practices too, on what a selector finds or on all there is. Style
# sheets are not fetched again by script (preload): the policy forbids it, and no rule that is on needs it.
RUN = """([selector, without]) => axe.run(selector ? document.querySelector(selector) : document, {
  resultTypes: ['violations'], preload: false,
  rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}])),
}).then(results => results.violations)"""
_SHOWN = 5  # places a rule

# Nearly all of the time goes into contrast. Each scheme is looked at once, and each width: a scheme changes colours
# alone, and a width does not change them.
LOOKS = {"light-1440": [], "light-390": ["color-contrast"], "dark-390": [], "print": []}
# The extremes have other words and numbers than the sample, and the same colours.
FEWER_LOOKS = {"light-1440": [], "light-390": ["color-contrast"], "print": ["color-contrast"]}

# What differs from its neighbours in nothing but words, such as rows and items, is looked at three times, not a hundred
# times. What is named from elsewhere stays, and so do cells, which belong to their heads.
_THIN = """() => {
  const references = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'headers', 'for'];
  const named = new Set(references.flatMap(name => [...document.querySelectorAll(`[${name}]`)]
    .flatMap(element => element.getAttribute(name).split(' '))));
  const telling = /^(class|role|type|lang|dir|scope|tabindex|rowspan|colspan|aria-(?!label|describedby|controls))/;
  const shape = node => node.nodeType === Node.TEXT_NODE ? (node.data.trim() ? '"' : '')
    : node.nodeType !== Node.ELEMENT_NODE ? ''
    : `<${node.localName} ${[...node.attributes].map(({name, value}) =>
        `${name}=${telling.test(name) ? value : value.trim() !== ''}`)}>${[...node.childNodes].map(shape).join('')}</>`;
  const isNamed = element => [element, ...element.querySelectorAll('[id]')].some(({id}) => named.has(id));
  for (const list of [...document.body.querySelectorAll(':not(tr, svg, svg *)')].reverse()) {
    const seen = new Map();
    for (const item of [...list.children]) {
      const kind = shape(item), count = seen.get(kind) ?? 0;
      seen.set(kind, count + 1);
      if (count >= 3 && !isNamed(item)) item.remove();
    }
  }
}"""


def axe_faults(page, address: str, looks: dict[str, list[str]] = LOOKS) -> list[str]:
    """Every look in turn on one page: loading it anew for each costs half as much again."""
    faults = []
    page.goto(address)
    unfold(page)
    page.evaluate(_THIN)
    page.evaluate(AXE_SCRIPT + ";0")
    for setting, without in looks.items():
        view(page, setting)
        faults += [f"{address} in {setting}: {told(violation)}" for violation in page.evaluate(RUN, ["", without])]
    return faults


def told(violation: dict) -> str:
    lines = [f"{violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"][:_SHOWN]:
        lines.append(f"    {node['target'][-1]}: {' '.join(node['html'].split())[:160]}")
        lines.append(f"      {' '.join(node.get('failureSummary', '').split())[:300]}")
    if len(violation["nodes"]) > _SHOWN:
        lines.append(f"    … and {len(violation['nodes']) - _SHOWN} more")
    return "\n".join(lines)


def test_axe(of_a_kind, sample, served, page, no_faults):
    root, name = of_a_kind
    no_faults(axe_faults(page, served(root) + name, LOOKS if root == sample.root else FEWER_LOOKS))

"""axe finds nothing, in light, dark and print, wide and narrow."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT

from browser import SETTINGS, unfold, view

# All rules that axe has on by default, its best practices too. Style sheets are not fetched again by
# script (preload): the policy forbids it, and no rule that is on needs it.
RUN = """() => axe.run({resultTypes: ['violations'], preload: false}).then(results => results.violations)"""
_SHOWN = 5  # places a rule


def axe_faults(page, address: str) -> list[str]:
    """Every setting in turn on one page: loading it anew for each costs half as much again."""
    faults = []
    page.goto(address)
    unfold(page)
    page.evaluate(AXE_SCRIPT + ";0")
    for setting in SETTINGS:
        view(page, setting)
        faults += [f"{address} in {setting}: {told(violation)}" for violation in page.evaluate(RUN)]
    return faults


def told(violation: dict) -> str:
    lines = [f"{violation['id']} ({violation['impact']}): {violation['help']}"]
    for node in violation["nodes"][:_SHOWN]:
        lines.append(f"    {node['target'][-1]}: {' '.join(node['html'].split())[:160]}")
        lines.append(f"      {' '.join(node.get('failureSummary', '').split())[:300]}")
    if len(violation["nodes"]) > _SHOWN:
        lines.append(f"    … and {len(violation['nodes']) - _SHOWN} more")
    return "\n".join(lines)


def test_axe(page_name, sample, served, page, no_faults):
    no_faults(axe_faults(page, served(sample.root) + page_name))

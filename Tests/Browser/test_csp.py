"""The Content-Security-Policy stands first, is strict, and nothing on the page needs it to be looser."""

from __future__ import annotations

import re

from sites import Document, Site

# “file:” because 'self' matches nothing on a page that was opened from a disk.
SOURCES = {"'none'", "'self'", "file:"}
ASKED = {"default-src": {"'none'"}, "base-uri": {"'none'"}, "form-action": {"'none'", "'self'", "file:"}}
BEFORE_POLICY = {"html", "head", "meta", "title"}
SVG_BANNED = {"script", "foreignObject"}


def policy_faults(document: Document) -> list[str]:
    """Faults of the policy itself and of its place."""
    for element in document.elements:
        if element.tag == "meta" and element.attributes.get("http-equiv", "").lower() == "content-security-policy":
            break
        if element.tag not in BEFORE_POLICY:
            return [f"{element} stands before the policy, or there is none"]
    else:
        return ["no Content-Security-Policy"]
    policy: dict[str, set[str]] = {}
    faults = []
    for directive in filter(None, map(str.split, element.attributes.get("content", "").split(";"))):
        if directive[0] in policy:
            faults.append(f"{directive[0]} stands twice; browsers read the first")
        policy.setdefault(directive[0], set(directive[1:]))
    for name, allowed in ASKED.items():
        if not policy.get(name):
            faults.append(f"the policy has no {name}")
        elif not policy[name] <= allowed:
            faults.append(f"{name} is {' '.join(sorted(policy[name]))}; it may be {' '.join(sorted(allowed))}")
    for name, sources in policy.items():
        faults += [f"{name} allows {source}" for source in sorted(sources - SOURCES)]
    return faults


def inline_faults(document: Document) -> list[str]:
    """Script and style that stand in the page itself."""
    faults = []
    for element in document.elements:
        if element.tag == "script" and (element.text.strip() or "src" not in element.attributes):
            faults.append(f"inline script: {element} {element.text.strip()[:60]}")
        if element.tag == "style":
            faults.append(f"inline style sheet: {element}")
        for name in element.attributes:
            if name.lower() == "style" or re.match("on", name, re.IGNORECASE):
                faults.append(f"attribute {name}: {element}")
    return faults


def csp_faults(site: Site) -> list[str]:
    faults = []
    for name in site.pages:
        document = site.documents[name]
        faults += [f"{name}: {fault}" for fault in policy_faults(document) + inline_faults(document)]
    for name in site.drawings:
        # A drawing has no policy of its own; it may style itself, but not run.
        for element in site.documents[name].elements:
            if element.tag in SVG_BANNED or any(a.lower().startswith("on") for a in element.attributes):
                faults.append(f"{name}: {element} in a drawing")
    return faults


_INJECT = """() => {
  const script = document.createElement('script');
  window.ran = [];
  script.textContent = 'ran.push("an inline script runs")';
  document.body.append(script);
  const button = document.createElement('button');
  button.setAttribute('onclick', 'ran.push("an event handler runs")');
  document.body.append(button);
  button.click();
  return window.ran;
}"""


def enforcement_faults(page, address: str) -> list[str]:
    """Puts a script and an event handler into the open page, as an injection would: neither may run."""
    page.goto(address)
    return [f"{address}: {ran}" for ran in page.evaluate(_INJECT)]


def test_policy(site, no_faults):
    no_faults(csp_faults(site))


def test_policy_is_enforced(sample, served, page, no_faults):
    """On one page: that all have the policy is read from them, this shows that it is a policy to Chromium."""
    bases = sample.base, served(sample.root)
    no_faults([fault for base in bases for fault in enforcement_faults(page, base + "index.html")])

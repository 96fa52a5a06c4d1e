"""No request leaves the page, none fails, and the console stays silent."""

from __future__ import annotations

import pytest

from browser import opened, use

_VIOLATIONS = """
  window.__violations = [];
  addEventListener('securitypolicyviolation',
    e => __violations.push(`${e.effectiveDirective} blocked ${e.blockedURI || 'inline'} ${e.sample}`), true);
"""


def request_faults(browser, base: str, name: str) -> list[str]:
    """Opens the page, uses it, and says what it asked for beyond `base` and what it complained about."""
    faults: list[str] = []

    def requested(request) -> None:
        if not request.url.startswith(base):
            faults.append(f"request to {request.url} ({request.resource_type})")

    def answered(response) -> None:
        if response.status >= 400:
            faults.append(f"status {response.status} for {response.url}")

    def said(message) -> None:
        if message.type in ("error", "warning", "assert"):
            faults.append(f"console {message.type}: {message.text}")

    with opened(browser) as page:
        page.on("request", requested)
        page.on("response", answered)
        page.on("requestfailed", lambda request: faults.append(f"failed: {request.url} ({request.failure})"))
        page.on("console", said)
        page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
        page.on("websocket", lambda socket: faults.append(f"web socket to {socket.url}"))
        page.add_init_script(_VIOLATIONS)
        page.goto(base + name)
        use(page)
        faults += [f"policy violation: {violation}" for violation in page.evaluate("__violations")]
        if page.url.partition("#")[0].partition("?")[0] != base + name:
            faults.append(f"the page went to {page.url} by itself")
    return [f"{base}{name}: {fault}" for fault in faults]


@pytest.mark.parametrize("opened_from", ["disk", "sub-path"])
def test_no_request_leaves(page_name, opened_from, sample, served, browser, no_faults):
    base = sample.base if opened_from == "disk" else served(sample.root)
    no_faults(request_faults(browser, base, page_name))

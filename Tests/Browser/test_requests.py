"""No request leaves the page, none fails, and the console stays silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Error

from browser import use, without_state
from sites import Site

# Read back after the page was used; a page that is loaded anew begins anew.
VIOLATIONS = """
  window.__violations = [];
  addEventListener('securitypolicyviolation',
    e => __violations.push(`${e.effectiveDirective} blocked ${e.blockedURI || 'inline'} ${e.sample}`), true);
"""


@contextmanager
def listening(page, handlers: dict[str, Callable]) -> Iterator[None]:
    for event, handler in handlers.items():
        page.on(event, handler)
    try:
        yield
    finally:
        for event, handler in handlers.items():
            page.remove_listener(event, handler)


def request_faults(page, base: str, name: str) -> list[str]:
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

    def broke(request) -> None:
        # What is still loading when the page is left was asked for rightly, or `requested` says so.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url} ({request.failure})")

    handlers = {
        "request": requested,
        "response": answered,
        "requestfailed": broke,
        "console": said,
        "pageerror": lambda error: faults.append(f"script error: {error}"),
        "websocket": lambda socket: faults.append(f"web socket to {socket.url}"),
        "popup": lambda popup: faults.append(f"opened a window: {popup.url}"),
    }
    with listening(page, handlers):
        try:
            page.goto(base + name)
            use(page)
            faults += [f"policy violation: {violation}" for violation in page.evaluate("__violations")]
        except Error as error:
            faults.append(f"the page cannot be used: {error.message}")
            page.wait_for_timeout(200)  # until its address is known, if it went elsewhere
        if without_state(page.url) != base + name:
            faults.append(f"the page went to {page.url} by itself")
    return [f"{base}{name}: {fault}" for fault in faults]


def icon_faults(site: Site) -> list[str]:
    """Where a page names no icon, browsers ask the server's root for /favicon.ico, outside the site."""
    faults = []
    for name in site.pages:
        links = [e.attributes for e in site.documents[name].elements if e.tag == "link"]
        if not any("icon" in link.get("rel", "").split() and link.get("href") for link in links):
            faults.append(f'{name}: no <link rel="icon">')
    return faults


@pytest.fixture(scope="module")
def witness(page):
    """The tab, noting what the policy blocks."""
    page.add_init_script(VIOLATIONS)
    return page


def test_no_request_leaves(of_a_kind, witness, no_faults):
    root, name = of_a_kind
    no_faults(request_faults(witness, root.as_uri() + "/", name))


def test_no_request_leaves_the_sub_path(page_name, sample, served, witness, no_faults):
    no_faults(request_faults(witness, served(sample.root), page_name))


def test_icons(site, no_faults):
    no_faults(icon_faults(site))

"""A site compiled from attack strings: none of them runs, none becomes an element, all can be read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page

from browser import use, without_state, write
from sites import Site

# What the program must carry, and the site must show as text. An attack calls __planc_pwned(), or makes
# an element with data-pwned or id=pwned. The combining marks make one Swift Character of a quote or
# bracket and a mark, which an escaper that compares Characters lets through.
CARRIED = (
    *("<img src=x onerror=", "<svg onload", '"><script>', "'><script>", "</title><script>", "javascript:"),
    *(f"{sign}{mark}" for sign in "\"'<>&" for mark in ("\u0301", "\u20e3")),
)
TYPED = ("pwned", "<img", '"')
IN_ADDRESS = '"><img id=pwned src=x onerror=__planc_pwned(1)>'

_HOOKS = """
  window.__planc_calls = [];
  for (const name of ['__planc_pwned', 'alert', 'confirm', 'prompt', 'print', 'open'])
    window[name] = (...values) => { __planc_calls.push(`${name}(${values})`); };
"""

_INJECTED = r"""base => {
  const banned = new Set(['iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'base', 'math',
    'marquee', 'foreignobject', 'animate', 'animatetransform', 'animatemotion', 'set', 'style', 'portal']);
  const links = ['href', 'xlink:href', 'src', 'action', 'formaction', 'data', 'poster', 'to', 'values'];
  const ours = value => URL.canParse(value, document.baseURI) && new URL(value, document.baseURI).href.startsWith(base);
  const loads = ['script', 'link', 'img', 'image', 'use', 'form', 'source', 'video', 'audio', 'track', 'feimage'];
  const faults = [], short = e => e.cloneNode(false).outerHTML.slice(0, 160);
  const roots = [document, ...[...document.querySelectorAll('template')].map(t => t.content)];
  for (const e of roots.flatMap(root => [...root.querySelectorAll('*')])) {
    const tag = e.localName.toLowerCase(), say = why => faults.push(`${why}: ${short(e)}`);
    if (banned.has(tag) || tag.includes('pwned') || e instanceof HTMLUnknownElement) say(`element ${tag}`);
    if (tag === 'script' && (!e.hasAttribute('src') || e.textContent.trim())) say('script of its own');
    if (tag === 'meta' && e.httpEquiv.toLowerCase() === 'refresh') say('page that sends away');
    if (e.id === 'pwned') say('id pwned');
    for (const {name, value} of e.attributes) {
      if (!/^[a-z_][a-z0-9_:.-]*$/i.test(name) || name.includes('pwned')) say(`attribute ${JSON.stringify(name)}`);
      if (/^on/i.test(name) || name === 'srcdoc') say(`attribute ${name}`);
      if (!links.includes(name.toLowerCase())) continue;
      let scheme = '';
      try { scheme = new URL(value, document.baseURI).protocol; } catch { say(`${name} that is no address`); }
      if (!['file:', 'http:', 'https:', 'mailto:'].includes(scheme)) say(`${name} with ${scheme}`);
      if (loads.includes(tag) && !ours(value)) say(`${name} outside the site`);
    }
  }
  return faults;
}"""


def trap(page: Page) -> list[str]:
    """Makes a tab note every dialog, window and script error, and every call of an attack."""
    noted: list[str] = []
    page.on("dialog", lambda dialog: (noted.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: noted.append(f"script error: {error}"))
    page.on("popup", lambda popup: noted.append(f"opened a window: {popup.url}"))
    page.add_init_script(_HOOKS)
    return noted


def attack_faults(page: Page, noted: list[str], base: str, name: str) -> list[str]:
    """Opens a page, uses it, types into its search, and opens it with attacks in its address."""
    noted.clear()
    faults: list[str] = []
    filters = "/" not in name  # these pages keep their state in the address, the others share their search

    def look(when: str) -> None:
        found = page.evaluate(_INJECTED, base) + [f"ran {call}" for call in page.evaluate("__planc_calls")]
        faults.extend(f"{when}: {fault}" for fault in found + noted)
        noted.clear()

    try:
        page.goto(base + name)
        look("as opened")
        use(page, TYPED[0])
        look(f"after “{TYPED[0]}” was typed")
        for word in TYPED[1:] if filters else ():
            write(page, word)
            look(f"after “{word}” was typed")
        if filters:
            fields = page.evaluate("[...document.querySelectorAll('[name]')].map(e => e.getAttribute('name'))")
            state = "&".join(f"{field}={IN_ADDRESS}" for field in dict.fromkeys([*fields, "q", "sort"]))
            for fragment in (IN_ADDRESS, state):
                page.goto(f"{base}{name}?{state}#{fragment}")
                page.wait_for_timeout(50)
                look("with an attack in the address")
    except Error as error:
        faults.append(f"the page cannot be used: {error.message}")
        page.wait_for_timeout(200)  # until its address is known, if it went elsewhere
    if without_state(page.url) != base + name:
        faults.append(f"went to {page.url}")
    return [f"{name}: {fault}" for fault in dict.fromkeys(faults)]


def carried_faults(site: Site) -> list[str]:
    """A site that shows no attack proves nothing."""
    shown = []
    for document in site.documents.values():
        shown.append(document.text)
        shown += [value for element in document.elements for value in element.attributes.values()]
    everything = "\n".join(shown)
    missing = [text for text in CARRIED if text not in everything]
    return [f"no page shows {text!a}: add it to the program, or see who drops it" for text in missing]


@pytest.fixture(scope="module")
def noted(page):
    return trap(page)


def test_nothing_runs(hostile_page, hostile, page, noted, no_faults):
    no_faults(attack_faults(page, noted, hostile.base, hostile_page))


def test_attacks_are_shown_as_text(hostile, no_faults):
    no_faults(carried_faults(hostile))

"""Each check passes on a good small page and fails on the same page with one fault put in."""

from __future__ import annotations

from pathlib import Path

import pytest

import test_axe
import test_csp
import test_hostile
import test_html
import test_keyboard
import test_layout
import test_links
import test_requests
from browser import opened
from sites import chosen_pages, kinds_of_pages, pages_with

FOLDER = Path(__file__).with_name("good")
GOOD = {p.relative_to(FOLDER).as_posix(): p.read_text("utf-8") for p in sorted(FOLDER.rglob("*")) if p.is_file()}
META = next(line for line in GOOD["index.html"].splitlines() if "Content-Security" in line)
LINK, BOX, END = '<a href="index.html">', ' tabindex="0" role="region" aria-label="Table"', "</main>"

# check, file, what is replaced there, by what, words of the fault
BROKEN = [
    *(("links", "index.html", LINK, f'<a href="{to}">', why) for to, why in [
        ("gone.html", "no such file"), ("#", "leads nowhere"), ("", "leads nowhere"),
        ("/index.html", "starts at the server's root"), ("//host/x", "starts at the server's root"),
        ("more", "a folder"), ("more/page.html#gone", "no id “gone”"), ("../x.html", "leaves the site"),
        ("javascript:x", "javascript:"), ("more\\page.html", "backslash"), ("More/page.html", "no such file"),
    ]),
    ("links", "index.html", 'src="mark.svg"', 'src="https://example.com/x.png"', "https: where only relative"),
    ("links", "more/page.html", "../style.css", "style.css", "no such file"),
    ("links", "mark.svg", "url(#g)", "url(#h)", "no id “h”"),
    ("links", "style.css", "body {", "body { background:url(gone.png);", "no such file"),
    ("http", "index.html", LINK, '<a href="gone.html">', "404"),
    ("http", "index.html", LINK, '<a href="../b/index.html/">', "404"),
    ("http", "index.html", LINK, '<a href="more">', "404"),
    ("ids", "index.html", "<h1>", '<h1 id="out">', "id “out” stands 2 times"),
    ("ids", "mark.svg", 'aria-labelledby="t"', 'aria-labelledby="t u"', "aria-labelledby names “u”"),
    ("csp", "index.html", META, "", "stands before the policy"),
    ("csp", "index.html", META, '<link rel="icon" href="mark.svg">' + META, "stands before the policy"),
    ("csp", "index.html", "default-src 'none'", "default-src 'self'", "default-src is 'self'"),
    ("csp", "index.html", "style-src 'self'", "style-src 'self' 'unsafe-inline'", "allows 'unsafe-inline'"),
    ("csp", "index.html", "script-src 'self'", "script-src 'unsafe-eval'", "allows 'unsafe-eval'"),
    ("csp", "index.html", "img-src 'self'", "img-src https:", "allows https:"),
    ("csp", "index.html", "base-uri 'none';", "", "no base-uri"),
    ("csp", "index.html", END, "<script>1</script></main>", "inline script"),
    ("csp", "index.html", END, "<style>p{}</style></main>", "inline style sheet"),
    ("csp", "index.html", "<h1>", '<h1 style="color:red">', "attribute style"),
    ("csp", "index.html", "<h1>", '<h1 onclick="x()">', "attribute onclick"),
    ("csp", "mark.svg", "<rect", "<script>1</script><rect", "in a drawing"),
    ("enforced", "index.html", META, "", "an inline script runs"),
    ("enforced", "index.html", "script-src 'self'", "script-src 'unsafe-inline'", "an event handler runs"),
    ("requests", "index.html", 'src="mark.svg"', 'src="gone.svg"', "failed: "),
    ("requests", "index.html", 'src="mark.svg"', 'src="http://127.0.0.1:9/x.svg"', "policy violation: img-src"),
    ("requests", "index.html", META, '<img src="http://127.0.0.1:9/y" alt="">', "request to http://127.0.0.1:9/y"),
    ("icons", "more/page.html", '<link rel="icon" href="../mark.svg">', "", "more/page.html: no <link rel"),
    ("requests", "app.js", "out.", "console.error('loud'); out.", "console error: loud"),
    ("requests", "app.js", "out.", "missing(); out.", "script error"),
    ("requests", "app.js", "event => {", "event => { fetch('http://127.0.0.1:9/late');", "connect-src"),
    ("requests", "app.js", "out.", "setTimeout(() => location = 'more/page.html', 5); out.", "by itself"),
    ("axe", "index.html", ' alt="A mark"', "", "image-alt"),
    ("axe", "index.html", ' lang="en"', "", "html-has-lang"),
    ("axe", "index.html", "<summary>Data</summary>", "<summary>Data</summary><input>", "label (critical)"),
    ("axe", "style.css", "color: #111", "color: #bbb", "in light-1440: color-contrast"),
    ("axe", "style.css", "dark) {", "dark) { #out { color: #222 }", "in dark-390: color-contrast"),
    ("axe", "style.css", "@media", "@media print{#out{color:#ddd}} @media", "in print: color-contrast"),
    ("layout", "style.css", "overflow-x: auto;", "", "with all details open"),
    ("layout", "style.css", "body {", "h1 { width: 600px } body {", "as opened: 616 px in a window of 390"),
    ("keyboard", "index.html", '<a class="skip" href="#main">Skip to content</a>', "", "Tab first reaches"),
    ("keyboard", "index.html", '<a class="skip" href="#main">', '<a class="skip" href="#out2">', "does not lead to"),
    ("keyboard", "style.css", "left: 16px", "left: -16px", "cannot be seen"),
    ("keyboard", "index.html", BOX, "", "scrolls, but has no tabindex"),
    ("keyboard", "index.html", BOX, BOX.replace('"0"', '"-1"'), "scrolls, but has no tabindex"),
    ("keyboard", "index.html", "<summary>", '<summary tabindex="2">', "tabindex above 0"),
    ("hostile", "app.js", "out.", "alert('hi'); out.", "ran alert(hi)"),
    ("hostile", "app.js", "out.", "__planc_pwned(7); out.", "ran __planc_pwned(7)"),
    ("hostile", "app.js", "out.", "setTimeout(() => location = 'more/page.html', 5); out.", "went to"),
    ("hostile", "app.js", "textContent = ", "innerHTML = '<b id=pwned>' + ", "after “pwned” was typed: id pwned"),
    ("hostile", "app.js", "out.", "out.innerHTML = decodeURIComponent(location.search); out.",
     "with an attack in the address: id pwned"),
]

# What an escaper might let through, and the words of the fault; all on one page.
ATTACKS = {
    "<img src=x onerror=__planc_pwned(1)>": "attribute onerror", "<svg onload=alert(1)></svg>": "attribute onload",
    "<b data-pwned>x</b>": 'attribute "data-pwned"', "<b id=pwned>x</b>": "id pwned: <b id",
    '<b title="x"\u0301 y>x</b>': 'attribute "\u0301"', "<script>1</script>": "script of its own",
    '<script src="https://example.com/x.js"></script>': "src outside the site",
    "<a href=' java&#10;script:x'>x</a>": 'href with javascript:: <a href=" java',
    "<a href='javascript:x'>x</a>": 'href with javascript:: <a href="javascript:x"',
    "<a href='data:x'>x</a>": "href with data:", "<a href='vbscript:x'>x</a>": "href with vbscript:",
    "<iframe></iframe>": "element iframe", "<x-pwned></x-pwned>": "element x-pwned",
    "<blink>x</blink>": "element blink", "<template><i id=pwned>x</i></template>": "id pwned: <i id",
    '<meta http-equiv="refresh" content="9">': "sends away",
}


@pytest.fixture(scope="module")
def tabs(browser):
    with opened(browser) as plain, opened(browser) as witness, opened(browser) as trapped:
        witness.add_init_script(test_requests.VIOLATIONS)
        yield plain, witness, trapped, test_hostile.trap(trapped)


@pytest.fixture
def check(tabs, site_at, served):
    """(name of a check, root of a site) -> faults of its index.html, or of the whole site."""
    plain, witness, trapped, noted = tabs

    def run(name: str, root: Path) -> list[str]:
        site, page = site_at(root), root.as_uri() + "/index.html"
        checks = {
            "html": lambda: test_html.html_faults(root),
            "links": lambda: test_links.link_faults(site, site.base, test_links.on_disk),
            "http": lambda: test_links.link_faults(site, served(root), test_links.over_http),
            "ids": lambda: test_links.identity_faults(site),
            "csp": lambda: test_csp.csp_faults(site),
            "enforced": lambda: test_csp.enforcement_faults(plain, page),
            "requests": lambda: test_requests.request_faults(witness, site.base, "index.html"),
            "served": lambda: test_requests.request_faults(witness, served(root), "index.html"),
            "icons": lambda: test_requests.icon_faults(site),
            "axe": lambda: test_axe.axe_faults(plain, page),
            "layout": lambda: test_layout.overflow_faults(plain, page),
            "keyboard": lambda: test_keyboard.keyboard_faults(plain, page),
            "hostile": lambda: test_hostile.attack_faults(trapped, noted, site.base, "index.html"),
        }
        return checks[name]()

    return run


def site_of(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize("name", dict.fromkeys(["html", "served", *(row[0] for row in BROKEN)]))
def test_good_page_passes(name, check, tmp_path):
    assert check(name, site_of(tmp_path, GOOD)) == []


@pytest.mark.parametrize(
    ("name", "file", "old", "new", "words"), BROKEN, ids=[f"{row[0]}: {row[4]}" for row in BROKEN]
)
def test_broken_page_fails(name, file, old, new, words, check, tmp_path):
    assert old in GOOD[file], "the page to break has changed"
    faults = check(name, site_of(tmp_path, {**GOOD, file: GOOD[file].replace(old, new, 1)}))
    assert words in "\n".join(faults)


def test_invalid_html_fails(check, tmp_path):
    """Three faults in one run: starting the validator takes seconds."""
    page, drawing = GOOD["index.html"], GOOD["mark.svg"].replace("<rect", '<circle colour="x"/><rect')
    stray = page.replace(END, "<p>two</div></main>")
    warned = page.replace(END, "<section><p>no heading</p></section></main>")
    files = {**GOOD, "stray.html": stray, "warned.html": warned, "mark.svg": drawing}
    faults = check("html", site_of(tmp_path, files))
    for words in ("stray.html:", "Stray end tag “div”", "warning: Section lacks heading", "“colour” not allowed"):
        assert words in "\n".join(faults)
    assert not [fault for fault in faults if "index.html" in fault or "page.html" in fault]


def test_attacks_are_noticed(check, tmp_path):
    page = GOOD["index.html"].replace(END, "\n".join(ATTACKS) + END)
    faults = "\n".join(check("hostile", site_of(tmp_path, {**GOOD, "index.html": page})))
    assert [words for words in ATTACKS.values() if words not in faults] == []


def test_missing_attacks_are_noticed(site_at, tmp_path):
    everything = "".join(f"<p>{text.replace('&', '&amp;').replace('<', '&lt;')}</p>" for text in test_hostile.CARRIED)
    root = site_of(tmp_path, {**GOOD, "index.html": GOOD["index.html"].replace(END, everything + END)})
    assert test_hostile.carried_faults(site_at(root)) == []
    assert len(test_hostile.carried_faults(site_at(site_of(tmp_path / "none", GOOD)))) == len(test_hostile.CARRIED)


def test_chosen_pages(tmp_path):
    sizes = {"a": 5, "b": 9, "c": 1, "d": 4}
    names = ["index.html", "tiers/1.html", "rules/index.html", "rules/x.html", "rules/y.html"]
    site_of(tmp_path, {name: "x" for name in names} | {f"accounts/{n}.html": "x" * s for n, s in sizes.items()})
    chosen = chosen_pages(tmp_path, lambda tier: ["../accounts/d.html", "../accounts/c.html", "../index.html"])
    accounts = ["accounts/b.html", "accounts/c.html", "accounts/d.html"]  # largest, smallest, largest of the tier
    assert chosen == [*accounts, "index.html", "rules/index.html", "rules/y.html", "tiers/1.html"]
    kinds = ["accounts/b.html", "index.html", "rules/index.html", "rules/x.html", "tiers/1.html"]
    assert kinds_of_pages(tmp_path) == kinds


def test_pages_with_a_word(tmp_path):
    texts = {"index.html": "x", "rules/a.html": "x", "rules/b.html": "x x", "rules/c.html": "x", "rules/index.html": "x x"}
    site_of(tmp_path, texts)
    assert pages_with(tmp_path, "x") == ["index.html", "rules/a.html", "rules/b.html", "rules/index.html"]


@pytest.mark.parametrize(("rows", "is_found"), [
    ("<tr><td>words</td></tr>" * 3 + '<tr><td class="pale">words</td></tr>', True),
    ("<tr><td>words</td></tr>" * 3 + '<tr><td><b class="pale">words</b></td></tr>', True),
    ('<tr><td class="pale">words</td></tr>' * 9, True),
    ("<tr><td>words</td></tr>" * 9, False),
])
def test_rows_that_differ_are_all_looked_at(rows, is_found, check, tmp_path):
    """axe sees a few of the rows that differ in words alone, and each that differs in more."""
    page = GOOD["index.html"].replace(END, f"<table><tbody>{rows}</tbody></table>{END}")
    sheet = GOOD["style.css"] + "\n.pale { color: #eee; background: #fff }\n"
    faults = check("axe", site_of(tmp_path, {**GOOD, "index.html": page, "style.css": sheet}))
    assert any("color-contrast" in fault for fault in faults) == is_found

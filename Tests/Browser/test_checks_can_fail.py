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
from sites import chosen_pages

GOOD = {
    "index.html": """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Good</title>
<link rel="stylesheet" href="style.css">
<link rel="icon" href="mark.svg">
<script src="app.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><nav aria-label="Site"><a href="index.html">Home</a> <a href="more/page.html#top">More</a></nav>
<form role="search"><input type="search" name="q" aria-label="Search"></form></header>
<main id="main"><h1>Good</h1><p id="out">Text and <a href="https://example.com/">a link out</a>.</p>
<details><summary>Data</summary><div class="box" tabindex="0" role="region" aria-label="Table"><p class="wide">wide</p></div></details>
<img src="mark.svg" alt="A mark"></main>
</body>
</html>
""",
    "more/page.html": """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; base-uri 'none'; form-action 'none'"><title>More</title><link rel="stylesheet" href="../style.css"><link rel="icon" href="../mark.svg"></head>
<body><a class="skip" href="#top">Skip</a><main id="top"><h1>More</h1><p><a href="../index.html?q=x#main">Home</a></p></main></body></html>
""",
    "mark.svg": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" role="img" aria-labelledby="t"><title id="t">mark</title><linearGradient id="g"/><rect width="8" height="8" fill="url(#g)"/></svg>
""",
    "style.css": """body{color:#111;background:#fff;margin:16px} .box{overflow-x:auto;width:200px} .wide{width:900px}
.skip{position:absolute;left:-999px} .skip:focus{left:16px;top:8px;background:#fff} p a{color:#004a99}
@media (prefers-color-scheme:dark){body,.skip:focus{color:#eee;background:#111} a,p a{color:#9cf}}
""",
    "app.js": "document.querySelector('[name=q]').addEventListener('input', e => {"
    " document.querySelector('#out').textContent = e.target.value; });\n",
}
META = GOOD["index.html"].splitlines()[4]
LINK, BOX, END = '<a href="index.html">', ' tabindex="0" role="region" aria-label="Table"', "</main>"
INNER = ("app.js", "#out').textContent", "#out').innerHTML")

# check, file, what is replaced there, by what, words of the fault
BROKEN = [
    ("html", "index.html", END, "<p>two</div></main>", "Stray end tag"),
    ("html", "index.html", END, "<section><p>no heading</p></section></main>", "warning"),
    ("html", "mark.svg", "<rect", "<circle colour='x'/><rect", "mark.svg"),
    *(("links", "index.html", LINK, f'<a href="{to}">', why) for to, why in [
        ("gone.html", "no such file"), ("#", "leads nowhere"), ("", "leads nowhere"),
        ("/index.html", "starts at the server's root"), ("//host/x", "starts at the server's root"),
        ("more", "a folder"), ("more/page.html#gone", "no id “gone”"), ("../x.html", "leaves the site"),
        ("javascript:x", "javascript:"), ("more\\page.html", "backslash"), ("More/page.html", "no such file"),
    ]),
    ("links", "index.html", 'src="mark.svg"', 'src="https://example.com/x.png"', "https: where only relative"),
    ("links", "more/page.html", "../style.css", "style.css", "no such file"),
    ("links", "mark.svg", "url(#g)", "url(#h)", "no id “h”"),
    ("links", "style.css", "body{", "body{background:url(gone.png);", "no such file"),
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
    ("enforced", "index.html", "script-src 'self'", "script-src 'unsafe-hashes' 'unsafe-inline'", "an event handler runs"),
    ("requests", "index.html", 'src="mark.svg"', 'src="gone.svg"', "failed: "),
    ("requests", "index.html", 'src="mark.svg"', 'src="http://127.0.0.1:9/x.svg"', "policy violation: img-src"),
    ("requests", "index.html", META + "\n", '<link rel="icon" href="http://127.0.0.1:9/x"><img src="http://127.0.0.1:9/y" alt="">', "request to http://127.0.0.1:9/y"),
    ("icons", "more/page.html", '<link rel="icon" href="../mark.svg">', "", "more/page.html: no <link rel"),
    ("requests", "app.js", "document", "console.error('loud'); document", "console error: loud"),
    ("requests", "app.js", "document", "missing(); document", "script error"),
    ("requests", "app.js", "e => {", "e => { fetch('http://127.0.0.1:9/late');", "connect-src"),
    ("requests", "app.js", "document", "setTimeout(() => location = 'more/page.html', 5); document", "by itself"),
    ("axe", "index.html", ' alt="A mark"', "", "image-alt"),
    ("axe", "index.html", ' lang="en"', "", "html-has-lang"),
    ("axe", "index.html", "<summary>Data</summary>", "<summary>Data</summary><input>", "label (critical)"),
    ("axe", "style.css", "body{color:#111", "body{color:#bbb", "in light-1440: color-contrast"),
    ("axe", "style.css", "(prefers-color-scheme:dark){", "(prefers-color-scheme:dark){#out{color:#222}", "in dark-390: color-contrast"),
    ("axe", "style.css", "@media", "@media print{#out{color:#ddd}} @media", "in print: color-contrast"),
    ("layout", "style.css", ".box{overflow-x:auto;", ".box{", "with all details open"),
    ("layout", "style.css", "body{", "h1{width:600px} body{", "at light-390, as opened: 616 px"),
    ("keyboard", "index.html", '<a class="skip" href="#main">Skip to content</a>', "", "Tab first reaches"),
    ("keyboard", "index.html", '<a class="skip" href="#main">', '<a class="skip" href="#out2">', "does not lead to"),
    ("keyboard", "style.css", ".skip:focus{left:16px", ".skip:focus{left:-16px", "cannot be seen"),
    ("keyboard", "index.html", BOX, "", "scrolls, but has no tabindex"),
    ("keyboard", "index.html", BOX, BOX.replace('"0"', '"-1"'), "scrolls, but has no tabindex"),
    ("keyboard", "index.html", "<summary>", '<summary tabindex="2">', "tabindex above 0"),
    *(("hostile", "index.html", END, f"{attack}</main>", why) for attack, why in [
        ("<img src=x onerror=__planc_pwned(1)>", "attribute onerror"), ("<svg onload=alert(1)></svg>", "attribute onload"),
        ("<b data-pwned>x</b>", 'attribute "data-pwned"'), ("<b id=pwned>x</b>", "id pwned"),
        ('<b title="x"\u0301 y>x</b>', "attribute"), ("<script>1</script>", "script of its own"),
        ('<script src="https://example.com/x.js"></script>', "src outside the site"),
        *((f'<a href="{scheme}:x">x</a>', f"href with {scheme}:") for scheme in ("javascript", "data", "vbscript")),
        ("<a href=' java&#10;script:x'>x</a>", "href with javascript:"), ("<iframe></iframe>", "element iframe"),
        ("<x-pwned></x-pwned>", "element x-pwned"), ("<blink>x</blink>", "element blink"),
        ("<template><b id=pwned>x</b></template>", "id pwned"),
    ]),
    ("hostile", "app.js", "document", "alert('hi'); document", "ran alert(hi)"),
    ("hostile", "app.js", "document", "__planc_pwned(7); document", "ran __planc_pwned(7)"),
    ("hostile", "app.js", "document", "setTimeout(() => location = 'more/page.html', 5); document", "went to"),
    ("hostile", *INNER[:1], INNER[1] + " = e.target.value", INNER[2] + " = '<b id=pwned>' + e.target.value", "after “pwned” was typed: id pwned"),
    ("hostile", "app.js", "document.", "document.querySelector('#out').innerHTML = decodeURIComponent(location.search); document.", "with an attack in the address: id pwned"),
]


@pytest.fixture(scope="module")
def tabs(browser):
    from browser import opened

    with opened(browser) as plain, opened(browser) as witness, opened(browser) as trapped:
        witness.add_init_script(test_requests._VIOLATIONS)
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


@pytest.mark.parametrize("name", dict.fromkeys(["served", *(row[0] for row in BROKEN)]))
def test_good_page_passes(name, check, tmp_path):
    assert check(name, site_of(tmp_path, GOOD)) == []


@pytest.mark.parametrize(("name", "file", "old", "new", "words"), BROKEN)
def test_broken_page_fails(name, file, old, new, words, check, tmp_path):
    assert old in GOOD[file], "the page to break has changed"
    faults = check(name, site_of(tmp_path, {**GOOD, file: GOOD[file].replace(old, new, 1)}))
    assert words in "\n".join(faults)


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
    assert chosen == ["accounts/b.html", "accounts/c.html", "accounts/d.html", "index.html", "rules/index.html", "rules/y.html", "tiers/1.html"]

"""What the script adds: the search of every page, the tools of the accounts. And that nothing needs it."""

from __future__ import annotations

import gzip
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import SETTINGS, opened, view
from test_axe import AXE_SCRIPT, RUN, told

FIELD = "form[role=search] input"
OPTIONS = "#found [role=option]"


@pytest.fixture
def tab(browser):
    """A tab of its own: these checks change the address and count requests."""
    with opened(browser) as page:
        yield page


def rows(page: Page) -> list[str]:
    return page.locator(".dense tbody tr:not(.g) th").all_inner_texts()


def column(page: Page, name: str) -> list[list[str]]:
    """What the cells of a column sort by, tier by tier."""
    return page.evaluate(
        """name => [...document.querySelectorAll('.dense tbody')].map(body => {
          const index = document.querySelector(`th[data-sort=${name}]`).cellIndex;
          return [...body.rows].slice(1).map(row => row.cells[index].dataset.v ?? row.cells[index].innerText);
        })""",
        name,
    )


def search(page: Page, words: str) -> list[str]:
    page.fill(FIELD, words)
    return [text.split("\n")[0] for text in page.locator(OPTIONS).all_inner_texts()]


# Search


def test_the_index_is_asked_for_when_the_field_is_used(sample, tab):
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    tab.goto(sample.base + "accounts/brouwer-en-zoon.html")
    assert "search.js" not in asked
    for _ in range(2):
        tab.focus(FIELD)
        expect(tab.locator("script[src$='search.js']")).to_have_count(1)
        tab.locator(FIELD).blur()
    assert asked.count("search.js") == 1


@pytest.mark.parametrize("opened_from", ["disk", "sub-path"])
def test_search_finds(opened_from, sample, served, tab):
    base = sample.base if opened_from == "disk" else served(sample.root)
    tab.goto(base + "accounts/brouwer-en-zoon.html")
    for words, found in (
        ("brouwer", "Brouwer & Zoon"),
        ("gulsen demir", "Gülşen Demir"),
        ("ZOON brou", "Brouwer & Zoon"),
        ("ibanez", "Ibáñez Distribución"),
        ("zieliński czesci", "Zieliński Części"),
        ("larkspurdunne.example", "Larkspur & Dunne"),
        ("bellandi spare", "Rautenfeld Landtechnik"),
        ("missing-role", "committee/missing-role"),
        ("enfeld", "Rautenfeld Landtechnik"),
    ):
        tab.fill(FIELD, words)
        expect(tab.locator(OPTIONS).first, f"“{words}”").to_contain_text(found)


def test_what_begins_so_comes_first(sample, tab):
    tab.goto(sample.base + "index.html")
    tab.fill(FIELD, "ha")
    expect(tab.locator(OPTIONS).first).to_be_visible()
    found = search(tab, "ha")
    begins = [name.lower().startswith("ha") for name in found]
    assert any(begins) and begins == sorted(begins, reverse=True), found


def test_search_by_keyboard(sample, tab):
    tab.goto(sample.base + "report.html")
    tab.keyboard.press("Control+k")
    expect(tab.locator(FIELD)).to_be_focused()
    assert tab.input_value(FIELD) == ""
    tab.keyboard.type("brouwer")
    field, options = tab.locator(FIELD), tab.locator(OPTIONS)
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    tab.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    tab.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") is None
    tab.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    tab.keyboard.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    assert tab.input_value(FIELD) == "brouwer"
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(sample.base + "accounts/brouwer-en-zoon.html")


def test_a_contact_leads_to_its_row(sample, tab):
    tab.goto(sample.base + "index.html")
    tab.fill(FIELD, "gulsen")
    expect(tab.locator(OPTIONS).first).to_be_visible()
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile(r"accounts/.*#L\d+$"))
    row = tab.locator("tr" + tab.evaluate("location.hash"))
    expect(row).to_contain_text("Gülşen")


def test_leaving_closes_and_nothing_is_said_to_be_found(sample, tab):
    tab.goto(sample.base + "index.html")
    tab.fill(FIELD, "no such thing")
    expect(tab.locator(".found [role=status]")).to_have_text("No result for “no such thing”")
    expect(tab.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    tab.keyboard.press("Tab")
    expect(tab.locator(".found")).to_be_hidden()
    tab.fill(FIELD, "  -  ")
    expect(tab.locator(".found")).to_be_hidden()


def test_no_letter_alone_is_a_shortcut(sample, tab):
    tab.goto(sample.base + "index.html")
    for key in ("k", "/", "Shift+K", "Alt+k", "Control+Meta+k"):
        tab.keyboard.press(key)
        expect(tab.locator(FIELD)).not_to_be_focused()


def test_axe_with_results(sample, served, tab, no_faults):
    """Once with results, one of them chosen, once without any."""
    tab.goto(served(sample.root) + "index.html")
    tab.evaluate(AXE_SCRIPT + ";0")
    faults = []
    for words in ("a", "no such thing"):
        tab.fill(FIELD, words)
        tab.keyboard.press("ArrowDown")
        expect(tab.locator(".found")).to_be_visible()
        for setting in ("light-1440", "light-390", "dark-1440"):
            view(tab, setting)
            found = tab.evaluate(RUN, ["form[role=search]", []])
            faults += [f"“{words}” in {setting}: {told(violation)}" for violation in found]
    no_faults(faults)


# Accounts


def test_columns_sort_within_their_tiers(sample, tab):
    tab.goto(sample.base + "accounts.html")
    before = rows(tab)
    expect(tab.locator("th[data-sort=pipeline]")).to_have_attribute("aria-sort", "descending")
    for name in ("whitespace", "reviewed", "errors", "stage", "pipeline"):
        tab.click(f"th[data-sort={name}] button")
        for way in ("descending", "ascending"):
            if name == "pipeline" and way == "descending":
                tab.click(f"th[data-sort={name}] button")
            head = tab.locator(f"th[data-sort={name}]")
            way = head.get_attribute("aria-sort")
            assert tab.locator("[aria-sort]").count() == 1
            for values in column(tab, name):
                numbers = [int(value) for value in values]
                assert numbers == sorted(numbers, reverse=way == "descending"), name
            tab.click(f"th[data-sort={name}] button")
    assert sorted(rows(tab)) == sorted(before)
    tab.click("th[data-sort=account] button")
    for values in column(tab, "account"):
        plain = [value.replace("Á", "A").replace("á", "a").lower() for value in values]
        assert plain == sorted(plain)


@pytest.mark.parametrize("clicks", [1, 2])
def test_what_is_empty_comes_last(clicks, sample, tab):
    tab.goto(sample.base + "accounts.html")
    for _ in range(clicks):
        tab.click("th[data-sort=closes] button")
    for values in column(tab, "closes"):
        days = [int(value) for value in values if value]
        assert days == sorted(days, reverse=clicks == 2)
        assert values[: len(days)] == [str(day) for day in days]


@pytest.mark.parametrize("width", [320, 390, 640])
def test_masthead_and_tools_fit(width, sample, tab):
    """Nothing scrolls sideways, and the entries stand in lines below the search, not in a column beside it."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(sample.base + "accounts.html")
    assert tab.evaluate("document.documentElement.scrollWidth") == width
    assert tab.locator(".mast nav").bounding_box()["width"] > 0.8 * width


@pytest.mark.parametrize("width", [320, 390, 640])
def test_on_a_telephone_the_account_and_its_figures_are_seen(width, sample, tab):
    """Without scrolling, each figure below its head, and the totals of the tier above."""
    tab.set_viewport_size({"width": width, "height": 900})
    tab.goto(sample.base + "accounts.html")
    heads = [head for head in tab.locator(".dense thead th").all() if head.is_visible()]
    assert [head.get_attribute("data-sort") for head in heads] == ["account", "pipeline", "reviewed", "errors"]
    assert tab.evaluate("(box => box.scrollWidth <= box.clientWidth)(document.querySelector('.dense').parentElement)")
    for row in ("tr.g", "tr:not(.g)"):
        cells = [cell for cell in tab.locator(f".dense tbody {row}").first.locator("td").all() if cell.is_visible()]
        lefts = [cell.bounding_box()["x"] for cell in cells]
        assert lefts == pytest.approx([head.bounding_box()["x"] for head in heads[1:]], abs=1)


def test_filters(sample, tab):
    tab.goto(sample.base + "accounts.html")
    everything = rows(tab)
    count = tab.locator(".tools output")
    expect(count).to_have_text(f"{len(everything)} of {len(everything)}")
    tab.fill(".tools [name=q]", "peeters OPPORTUNITY")
    assert "Brouwer & Zoon" in rows(tab) and len(rows(tab)) < len(everything)
    expect(count).to_have_text(f"{len(rows(tab))} of {len(everything)}")
    tab.fill(".tools [name=q]", "fresh frozen")
    assert "Brouwer & Zoon" in rows(tab), "segments are no column, but are asked for"
    tab.fill(".tools [name=q]", "")
    tab.uncheck("[name=tier][value='1']")
    assert tab.locator(".dense tbody tr.g").first.inner_text().startswith("Tier 2")
    tab.check("[name=tier][value='1']")
    tab.check("[name=late]")
    assert len(rows(tab)) == tab.locator(".dense tbody .late").count() > 0
    tab.check("[name=unsponsored]")
    tab.check("[name=single]")
    expect(count).to_have_text(f"0 of {len(everything)}")
    assert tab.locator(".dense tbody tr").count() == 0


def test_filtering_moves_no_column(sample, tab):
    tab.goto(sample.base + "accounts.html")
    heads = tab.locator(".dense thead th").all()
    before = [head.bounding_box()["x"] for head in heads]
    tab.fill(".tools [name=q]", "oskarsson")
    assert len(rows(tab)) == 1
    assert [head.bounding_box()["x"] for head in heads] == pytest.approx(before, abs=1)


def test_totals_follow_the_filter(sample, browser, tab):
    """Of all accounts they say what was compiled, of one what its row says."""
    totals = ".dense tr.g"
    plain = browser.new_context(java_script_enabled=False).new_page()
    plain.goto(sample.base + "accounts.html")
    tab.goto(sample.base + "accounts.html")
    assert tab.locator(totals).all_inner_texts() == plain.locator(totals).all_inner_texts()
    plain.context.close()
    tab.fill(".tools [name=q]", "brouwer")
    cells = tab.locator(f"{totals} td").all_inner_texts()
    row = tab.locator(".dense tbody tr:not(.g) td").all_inner_texts()
    assert tab.locator(f"{totals} th").inner_text().endswith("1 of 7 accounts")
    assert cells[1] == row[-6] and cells[2] == row[-5] and cells[1].startswith("€")
    assert cells[0] == tab.locator(".dense tbody tr:not(.g) .vh").first.inner_text()


def test_the_address_holds_the_state(sample, tab):
    tab.goto(sample.base + "accounts.html")
    first = rows(tab)
    tab.uncheck("[name=tier][value='3']")
    tab.check("[name=late]")
    tab.fill(".tools [name=q]", "a & ö")
    tab.fill(".tools [name=q]", "a")
    tab.click("th[data-sort=reviewed] button")
    expect(tab).to_have_url(sample.base + "accounts.html#tier=1,2&late&q=a&sort=reviewed-")
    shown = rows(tab)
    assert shown and shown != first
    address = tab.url
    tab.goto("about:blank")
    tab.goto(address)
    assert rows(tab) == shown
    assert tab.input_value(".tools [name=q]") == "a" and tab.is_checked("[name=late]")
    tab.evaluate("location.hash = '#sort=account'")
    expect(tab.locator("th[data-sort=account]")).to_have_attribute("aria-sort", "ascending")
    assert len(rows(tab)) == len(first)
    tab.evaluate("location.hash = ''")
    expect(tab.locator("th[data-sort=pipeline]")).to_have_attribute("aria-sort", "descending")
    assert rows(tab) == first


def test_an_anchor_is_no_state(sample, tab):
    tab.goto(sample.base + "accounts.html#late")
    shown = rows(tab)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(sample.base + "accounts.html#main")
    assert rows(tab) == shown and tab.is_checked("[name=late]")
    tab.goto("about:blank")
    tab.goto(sample.base + "accounts.html#main")
    assert len(rows(tab)) > len(shown)
    expect(tab.locator(".tools output")).to_have_text(f"{len(rows(tab))} of {len(rows(tab))}")


@pytest.fixture(scope="module")
def long_list(sample, tmp_path_factory) -> Path:
    """The accounts of the sample, thirty times."""
    folder = tmp_path_factory.mktemp("long")
    for name in ("style.css", "site.js", "favicon.svg"):
        shutil.copy(sample.root / name, folder)
    text = sample.read("accounts.html")
    row = re.compile(r"<tr(?: data-[^>]*)?><th scope=\"row\">.*?</tr>\n", re.DOTALL)
    (folder / "accounts.html").write_text(row.sub(lambda match: match[0] * 30, text), encoding="utf-8")
    return folder


def test_long_lists_are_drawn_as_they_are_read(long_list, sample, tab):
    tab.goto((long_list / "accounts.html").as_uri())
    everything = int(tab.locator(".tools output").inner_text().split(" of ")[1])
    assert everything > 600
    assert len(rows(tab)) == 100
    assert tab.locator(".rest").inner_text() == f"and {everything - 100} others"
    tab.locator(".rest").scroll_into_view_if_needed()
    expect(tab.locator(".rest")).not_to_have_text(f"and {everything - 100} others")
    drawn = len(rows(tab))
    tab.locator(".rest").evaluate("button => button.click()")
    assert len(rows(tab)) > drawn
    tab.fill(".tools [name=q]", "brouwer")
    assert len(rows(tab)) == 30
    expect(tab.locator(".rest")).to_be_hidden()
    tab.fill(".tools [name=q]", "")
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert len(rows(tab)) == everything


# Without it


PLACES = """() => [...document.querySelectorAll('header, h1, main section, .dense th')]
  .map(element => element.getBoundingClientRect().toJSON())"""


@pytest.mark.parametrize("setting", ["light-1440", "light-390"])
@pytest.mark.parametrize("name", ["index.html", "accounts.html", "accounts/brouwer-en-zoon.html"])
def test_pages_read_without_it_and_nothing_moves(name, setting, sample, browser):
    width, scheme, _ = SETTINGS[setting]
    places = []
    for script in (False, True):
        context = browser.new_context(
            java_script_enabled=script, color_scheme=scheme, viewport={"width": width, "height": 900}
        )
        page = context.new_page()
        page.goto(sample.base + name)
        expect(page.locator(FIELD)).to_be_visible(visible=script)
        if name == "accounts.html":
            expect(page.locator(".tools form")).to_be_visible(visible=script)
        places.append(page.evaluate(PLACES))
        words = page.locator("main").inner_text()
        assert "Brouwer" in words
        context.close()
    assert places[0] == places[1] and len(places[0]) > 3


# Budgets, compressed as a server sends it


def compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_script_and_style_are_small(sample):
    """All that runs is site.js: search.js is one call of it with the index."""
    assert sample.read("search.js").startswith("plancIndex([")
    assert compressed(sample.root / "site.js") < 6_000
    assert compressed(sample.root / "style.css") < 15_000


def test_accounts_are_small(sample):
    sizes = {name: compressed(sample.root / name) for name in sample.pages if name.startswith("accounts/")}
    assert len(sizes) > 20 and "accounts/brouwer-en-zoon.html" in sizes
    assert [name for name, size in sizes.items() if size >= 60_000] == []

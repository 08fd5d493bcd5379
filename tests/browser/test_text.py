"""The text page in a browser: meanings, going to a provision, copying, and both without a script."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

TEXT = "rulebooks/baojiantingfa-2004-13/index.html"
pytestmark = pytest.mark.browser


def go(page: Page, asked: str) -> str:
    page.locator("#go-to").fill(asked)
    page.locator("#go-to").press("Enter")
    return page.url.partition("#")[2]


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        ("9(2)", "art_9__para_2"),
        ("9（2）", "art_9__para_2"),
        ("第九条第二款", "art_9__para_2"),
        ("Article 9(2)", "art_9__para_2"),
        ("art. 14", "art_14"),
        ("14", "art_14"),
        ("二十二条", "art_22"),
        ("第12条", "art_12"),
        ("4(5)", "art_4__para_1__point_5"),
        ("第四条第（五）项", "art_4__para_1__point_5"),
        ("第四条第十三项", "art_4__para_1__point_13"),
        ("12(1)(2)", "art_12__para_1__point_2"),
        ("10(4)", "art_10__para_1__point_4"),
    ],
)
def test_a_provision_is_reached_as_people_cite_it(page: Page, site_url: str, asked: str, where: str) -> None:
    page.goto(site_url + TEXT)
    assert go(page, asked) == where
    expect(page.locator(f"#{where}")).to_be_in_viewport()
    expect(page.locator(f"#{where}")).to_be_focused()


def test_what_does_not_exist_is_said_in_words(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/{TEXT}")
    told = page.locator("#go-to-told")
    assert go(page, "9(7)") == "art_9"
    expect(told).to_have_text("There is no “9(7)”; this is Article 9.")
    go(page, "30")
    expect(told).to_have_text("There is no “30”; the last is Article 22.")
    go(page, "the quorum")
    expect(told).to_contain_text("cannot be read as a provision")
    go(page, "9(2)")
    expect(told).to_be_empty()


def test_a_meaning_shows_at_pointer_and_focus_and_escape_puts_it_away(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{TEXT}#art_9__para_2")
    term = page.locator("#art_9__para_2 .hb-cell--zh a.hb-term", has_text="半数")
    meaning = page.get_by_role("tooltip")
    expect(meaning).to_be_hidden()
    term.hover()
    expect(meaning).to_contain_text("规则使用而没有定义")
    meaning.hover()
    page.wait_for_timeout(400)
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.mouse.move(0, 0)
    term.focus()
    expect(meaning).to_be_visible()
    expect(term).to_have_attribute("aria-describedby", "hb-meaning")
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    term.press("Enter")
    page.wait_for_url("**/glossary/**#term-quorum")


def test_a_defined_term_tells_its_definition(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/{TEXT}")
    page.locator("#art_8__para_1 a.hb-term", has_text="regular meetings").hover()
    expect(page.get_by_role("tooltip")).to_contain_text(
        "the department meeting and the Director's executive meeting"
    )


def test_the_first_tap_tells_and_the_second_follows(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(has_touch=True, viewport={"width": 360, "height": 740})
    page.goto(f"{site_url}{TEXT}#art_9__para_2")
    term = page.locator("#art_9__para_2 .hb-cell--zh a.hb-term", has_text="半数")
    term.tap()
    meaning = page.get_by_role("tooltip")
    expect(meaning).to_be_visible()
    box = meaning.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    assert "glossary" not in page.url
    term.tap()
    page.wait_for_url("**/glossary/**#term-quorum")


@pytest.mark.parametrize("secure", [True, False], ids=["with a clipboard", "on an intranet without TLS"])
def test_words_and_link_are_copied(new_page: Callable[..., Page], site_url: str, secure: bool) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(site_url + TEXT)
    if not secure:
        page.evaluate("window.read = navigator.clipboard.readText.bind(navigator.clipboard)")
        page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    read = "navigator.clipboard.readText()" if secure else "window.read()"
    page.locator("#view-zh").check()
    row = page.locator("#art_22__para_1")
    row.locator("summary").click()
    row.get_by_role("button", name="复制条文").click()
    expect(row.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate(read)
    assert re.fullmatch(r"本规则自\S+实行。（《\S+》第二十二条）", copied), copied
    row.get_by_role("button", name="复制链接").click()
    page.wait_for_timeout(100)
    assert page.evaluate(read) == f"{site_url}{TEXT}#art_22__para_1"


def test_without_a_script_a_term_leads_to_the_glossary(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + TEXT)
    expect(page.locator("#go-to")).to_be_hidden()
    page.locator("#art_9__para_2 .hb-cell--zh a.hb-term", has_text="半数").click()
    page.wait_for_url("**/glossary/**#term-quorum")

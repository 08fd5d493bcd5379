"""A reader's way through the handbook, in a real browser, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

RULEBOOK = "rulebooks/baojiantingfa-2004-13"
pytestmark = pytest.mark.browser

WAYS = {
    "zh": {
        "home": "",
        "duty": "主持部务会",
        "role": "授权副主任",
        "procedure": "召开部务会",
        "words": "由主任或授权副主任主持",
        "provision": "第九条第一款",
        "lang": "zh-Hans",
        "switch": "English",
    },
    "en": {
        "home": "en/",
        "duty": "Chair the department meeting",
        "role": "authorised Deputy Director",
        "procedure": "Holding a department meeting",
        "words": "the Director or an authorised Deputy Director chairs it",
        "provision": "Article 9(1)",
        "lang": "en",
        "switch": "中文",
    },
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_home_to_article_duty_role_procedure_and_back(page: Page, site_url: str, language: str) -> None:
    way = WAYS[language]
    page.goto(f"{site_url}{way['home']}index.html")
    expect(page.locator("html")).to_have_attribute("lang", way["lang"])
    main = page.locator("article.md-content__inner")
    main.locator(f"a.hb-go[href$='{RULEBOOK}/index.html']").click()
    provision = page.locator("#art_9__para_1")
    expect(provision).to_contain_text(way["words"])
    provision.locator("summary").click()
    provision.locator("a[href$='#duty-chair-department-meeting']").click()
    duty = page.locator("#duty-chair-department-meeting")
    expect(duty).to_be_in_viewport()
    expect(duty).to_contain_text(way["duty"], ignore_case=True)
    duty.get_by_role("link", name=way["role"], exact=False).first.click()
    expect(page.locator("h1")).to_contain_text(way["role"], ignore_case=True)
    main.locator("a[href*='procedures/department-meeting/index.html']").first.click()
    expect(page.locator("h1")).to_contain_text(way["procedure"])
    expect(page.locator("svg.procedure-figure")).to_be_visible()
    main.get_by_role("link", name=way["provision"], exact=True).first.click()
    expect(page).to_have_url(f"{site_url}{way['home']}{RULEBOOK}/index.html#art_9__para_1")
    expect(page.locator("#art_9__para_1")).to_be_in_viewport()


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_the_switch_keeps_page_and_provision(page: Page, site_url: str, language: str, other: str) -> None:
    path = f"{RULEBOOK}/index.html#art_16__para_2"
    page.goto(f"{site_url}{WAYS[language]['home']}{path}")
    page.locator("header").get_by_role("link", name=WAYS[language]["switch"]).click()
    expect(page).to_have_url(f"{site_url}{WAYS[other]['home']}{path}")
    expect(page.locator("html")).to_have_attribute("lang", WAYS[other]["lang"])
    expect(page.locator("#art_16__para_2")).to_be_in_viewport()


def test_a_node_of_a_figure_leads_to_its_step(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{RULEBOOK}/procedures/other-departments/index.html")
    page.locator("svg.procedure-figure a[href='#step-refer']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#step-refer")).to_be_in_viewport()


def test_everything_can_be_read_without_scripts(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}en/{RULEBOOK}/index.html")
    page.locator("header").get_by_role("link", name="中文").click()
    assert page.url.endswith(f"/handbook/{RULEBOOK}/index.html")
    page.locator("#art_9__para_2 summary").click()
    page.locator("#art_9__para_2 a[href$='#duty-quorum-department-meeting']").click()
    expect(page.locator("#duty-quorum-department-meeting")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "duties/",
        "matrix/",
        "roles/director/",
        "procedures/important-matters/",
        "meetings/",
        "open-questions/",
    ],
)
def test_no_page_scrolls_sideways_on_a_phone(
    new_page: Callable[..., Page], site_url: str, language: str, path: str
) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(f"{site_url}{WAYS[language]['home']}{RULEBOOK}/{path}index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_it_opens_from_a_disk(page: Page, built_site_uri: str) -> None:
    page.goto(f"{built_site_uri}/en/{RULEBOOK}/index.html#art_9__para_2")
    page.locator("header").get_by_role("link", name="中文").click()
    assert page.url.endswith(f"{RULEBOOK}/index.html#art_9__para_2") and "/en/" not in page.url

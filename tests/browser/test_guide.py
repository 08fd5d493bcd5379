"""The guide in a browser: answers in the address, going back, and questions without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

GUIDE = "rulebooks/baojiantingfa-2004-13/guide/index.html"
pytestmark = pytest.mark.browser


def answer(page: Page, id: str) -> Locator:
    return page.locator(f"#{id} > summary")


def chosen(page: Page) -> Locator:
    return page.locator("[data-guide-result] ol > li > a")


def test_answers_lead_to_the_several_procedures_a_matter_needs(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDE)
    expect(page.locator("[data-guide-result]")).to_contain_text("还没有选到流程")
    answer(page, "about-decision").click()
    asked = page.locator("#about-decision")
    expect(asked).to_contain_text("什么是“重要工作事项”，什么是“一般工作事项”？")
    answer(page, "case-important-matters").click()
    expect(page.locator("#case-important-matters q").first).to_have_text("重要工作事项")
    answer(page, "about-consultation").click()
    answer(page, "case-other-departments").click()
    expect(chosen(page)).to_have_text(["重要工作事项的办理", "工作涉及其他部门"])
    chosen(page).nth(1).click()
    expect(page.locator("h1")).to_have_text("工作涉及其他部门")


def test_the_address_keeps_the_answers_and_back_takes_one_back(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/{GUIDE}")
    answer(page, "about-consultation").click()
    answer(page, "case-other-departments").click()
    answer(page, "case-other-departments--first-agree").click()
    expect(page.locator("#case-other-departments--first-agree")).to_contain_text(
        "Must agreement under Article 16 come first?"
    )
    page.wait_for_url("**answers=*first-agree*")
    shared = page.url
    page.go_back()
    expect(page.locator("#case-other-departments--first-agree")).not_to_have_attribute("open", "")
    expect(page.locator("#case-other-departments")).to_have_attribute("open", "")
    page.go_back()
    expect(chosen(page)).to_have_count(0)
    page.go_forward()
    expect(chosen(page)).to_have_text(["Work that involves other departments"])
    page.goto("about:blank")
    page.goto(shared)
    expect(page.locator("#case-other-departments--first-agree")).to_have_attribute("open", "")
    page.get_by_role("button", name="Start over").click()
    expect(chosen(page)).to_have_count(0)
    expect(page).to_have_url(f"{site_url}en/{GUIDE}")


def test_the_language_switch_keeps_the_answers(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GUIDE}?answers=about-publications,case-internal-publication")
    page.locator("header").get_by_role("link", name="English").click()
    expect(chosen(page)).to_have_text(["Issuing an internal publication"])


def test_an_answer_linked_to_stands_open(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{GUIDE}#case-asking-leave")
    expect(chosen(page)).to_have_text(["部务会请假"])
    elsewhere = page.locator("#case-asking-leave .hb-guide__open", has_text="主任办公会")
    expect(elsewhere.last).to_contain_text("规则没有写明")


def test_without_a_script_the_questions_open_one_inside_the_other(
    new_page: Callable[..., Page], site_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + GUIDE)
    expect(page.locator("[data-guide-result]")).to_be_hidden()
    answer(page, "about-meetings").click()
    answer(page, "case-deferring-or-convening").click()
    answer(page, "case-deferring-or-convening--postpone").click()
    expect(page.locator("#case-deferring-or-convening--postpone q").first).to_have_text(
        "决定推迟召开部务会、主任办公会"
    )
    page.locator("#case-deferring-or-convening > p > a.hb-go").click()
    expect(page.locator("h1")).to_have_text("推迟例会或临时召集会议")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
def test_all_open_nothing_scrolls_sideways(
    new_page: Callable[..., Page], site_url: str, language: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site_url}{language}{GUIDE}")
    page.evaluate("document.querySelectorAll('.hb-guide details').forEach(one => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_on_paper_every_answer_is_open(page: Page, site_url: str) -> None:
    page.goto(site_url + GUIDE)
    page.emulate_media(media="print")
    expect(page.locator("#case-general-matters q").first).to_be_visible()


@pytest.mark.parametrize("kept", ["?answers=about-meetings,case-asking-leave", "#case-important-matters"])
def test_answers_in_the_address_open_without_a_jump(page: Page, site_url: str, kept: str) -> None:
    page.add_init_script(
        "window.jumped = 0; new PerformanceObserver(list => list.getEntries().forEach(one => {"
        " window.jumped += one.value; })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(f"{site_url}{GUIDE}{kept}")
    expect(chosen(page)).to_have_count(1)
    page.wait_for_timeout(200)
    assert page.evaluate("window.jumped") < 0.02

"""Role pages and cards as a reader has them, on the screen and on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

RULEBOOK = "rulebooks/baojiantingfa-2004-13"
ROOT = {"zh": "", "en": "en/"}
pytestmark = pytest.mark.browser


def address(site_url: str, role: str, language: str, rest: str = "") -> str:
    return f"{site_url}{ROOT[language]}{RULEBOOK}/roles/{role}/{rest}index.html"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("参加部务会", "原则上每月初", "总结上月工作完成情况", "部署当月工作任务", "作为与会人员")),
        ("en", ("attend the department meeting", "in principle early in each month", "As attendees")),
    ],
)
def test_what_a_head_of_division_owes_each_month(
    page: Page, site_url: str, language: str, words: tuple[str, ...]
) -> None:
    page.goto(address(site_url, "head-of-division", language))
    month = page.locator("section", has=page.locator("#time-month"))
    for said in words:
        expect(month).to_contain_text(said)
    expect(
        month.get_by_role("link", name={"zh": "第九条第一款", "en": "Article 9(1)"}[language])
    ).to_be_visible()


def test_a_role_page_has_all_in_one_place(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "director", "zh"))
    places = page.locator("article h2[id]").evaluate_all("all => all.map(one => one.id)")
    first, then = ["duties", "decisions", "meetings", "procedures", "documents"], ["reported-by", "toward"]
    assert places == [*first, *then, "ties", "questions"]
    decisions = page.locator("#decisions + ul")
    for said in ("研究决定一般工作事项", "签发机构部主办的内部信息刊物", "同意承办处室就信息素材提出的意见"):
        expect(decisions).to_contain_text(said)
    expect(page.locator("#reported-by + ul")).to_contain_text("职能处室")
    expect(page.locator("dd", has_text="主持").filter(has_text="每月初")).to_have_count(1)


def test_the_steps_of_a_role_are_numbered_as_in_their_procedure(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "record-keeper", "en"))
    item = page.locator("#procedures + dl li")
    expect(item).to_have_text(
        "11 · Be responsible for the meeting record, and keep it properly", ignore_case=True
    )
    item.get_by_role("link").click()
    expect(page.locator("#step-record")).to_be_in_viewport()


def sheets(page: Page, site_url: str, language: str, roles: Iterable[str]) -> dict[str, int]:
    """Return how many sheets each role's card prints on."""
    found = {}
    for role in roles:
        page.goto(address(site_url, role, language, "card/"))
        printed = page.pdf(format="A4", prefer_css_page_size=True)
        found[role] = len(re.findall(rb"/Type\s*/Page\b", printed))
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_fullest_cards_are_one_sheet(page: Page, site_url: str, language: str) -> None:
    roles = ("department", "director", "divisions")  # dense, usual, sparse
    assert sheets(page, site_url, language, roles) == dict.fromkeys(roles, 1)


@pytest.mark.audit
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_card_is_one_sheet(page: Page, built_site: Path, site_url: str, language: str) -> None:
    cards = (built_site / ROOT[language] / RULEBOOK / "roles").glob("*/card/index.html")
    roles = sorted(card.parent.parent.name for card in cards)
    assert len(roles) > 15
    assert sheets(page, site_url, language, roles) == dict.fromkeys(roles, 1)


def test_a_card_says_what_when_and_where(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "head-of-division", "zh"))
    page.get_by_role("link", name="一页卡片").click()
    sheet = page.locator(".hb-sheet")
    expect(sheet).to_contain_text("《中国保监会派出机构管理部工作规则》 保监厅发〔2004〕13号")
    for said in (
        "各处负责人：职责卡",
        "每周",
        "每月",
        "部务会（原则上每月初）",
        "第九条第一款",
        "以原文为准",
    ):
        expect(sheet).to_contain_text(said)
    expect(page.locator(".hb-status")).to_contain_text("未核实")


def test_a_role_that_does_nothing_has_no_card(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "state-council", "zh"))
    expect(page.locator(".hb-card-link")).to_have_count(0)


@pytest.mark.parametrize("rest", ["", "card/"])
def test_a_role_fits_a_phone(new_page: Callable[..., Page], site_url: str, rest: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    for language in ("zh", "en"):
        page.goto(address(site_url, "department", language, rest))
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")

"""Ten tasks of a member of the department, each done from home by clicking what stands there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

RULEBOOK = "rulebooks/baojiantingfa-2004-13"
TASKS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "fixtures" / "ten_tasks.yml").read_text(encoding="utf-8")
)
BY_ID = {task["id"]: task for task in TASKS}
WAYS = ("", "guide/", "roles/", "matrix/", "meetings/", "calendar/", "open-questions/")
HOME = {"zh": "index.html", "en": "en/index.html"}
pytestmark = pytest.mark.browser

OTHER_WAYS = [
    ("cannot-come", "zh", ["手头这件事走哪个流程？", "会议", "部务会请假"]),
    ("cannot-come", "en", ["Which procedure does my matter follow?", "Meetings", "Asking leave"]),
    ("important-matter", "zh", ["手头这件事走哪个流程？", "决策", "重要工作事项的办理"]),
    (
        "important-matter",
        "en",
        ["Which procedure does my matter follow?", "Deciding", "an important matter"],
    ),
]
"""Through the guide, which knows no ask of the home page: what is clicked, one after another."""


def test_there_are_ten() -> None:
    assert len(BY_ID) == 10


def main(page: Page) -> Locator:
    return page.locator("article.md-content__inner")


def missing(page: Page, words: list[str]) -> list[str]:
    seen = " ".join(main(page).inner_text().split()).casefold()
    return [one for one in words if one.casefold() not in seen]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task["id"])
def test_the_answer_is_one_click_from_home(
    page: Page, site_url: str, task: dict[str, Any], language: str
) -> None:
    page.goto(site_url + HOME[language])
    main(page).get_by_role("link", name=task["ask"][language], exact=True).click()
    root = site_url if language == "zh" else f"{site_url}en/"
    page.wait_for_url(lambda url: url.partition("?")[0].partition("#")[0] != site_url + HOME[language])
    path, _, anchor = task["at"].partition("#")
    assert page.url.partition("?")[0].partition("#")[0] == f"{root}{RULEBOOK}/{path}"
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()
    assert missing(page, task["says"][language]) == []


@pytest.mark.parametrize(("task", "language", "clicks"), OTHER_WAYS)
def test_the_guide_leads_there_in_three_clicks(
    page: Page, site_url: str, task: str, language: str, clicks: list[str]
) -> None:
    assert len(clicks) <= 3
    page.goto(site_url + HOME[language])
    main(page).get_by_role("link", name=clicks[0], exact=True).first.click()
    for answer in clicks[1:]:
        main(page).locator("summary:visible b", has_text=answer).first.click()
    assert missing(page, BY_ID[task]["says"][language]) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_home_goes_to_a_provision(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + HOME[language])
    page.locator("#go-to").fill("9(2)")
    page.locator("#go-to").press("Enter")
    page.wait_for_url(f"**/{RULEBOOK}/index.html#art_9__para_2")
    expect(page.locator("#art_9__para_2")).to_be_in_viewport()
    expect(page.locator("#art_9__para_2")).to_be_focused()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_home_tells_the_date_and_that_force_is_not_verified(page: Page, site_url: str, language: str) -> None:
    page.goto(site_url + HOME[language])
    step = page.locator(".hb-doorstep")
    expect(step.locator("time")).to_have_text("2004-02-06")
    expect(step).to_contain_text({"zh": "未核实", "en": "not verified"}[language])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "way", ["", "guide/", "roles/", "matrix/", "meetings/", "calendar/", "open-questions/"]
)
def test_home_leads_to_every_way_in(page: Page, site_url: str, language: str, way: str) -> None:
    page.goto(site_url + HOME[language])
    main(page).locator(f"a.hb-ask[href$='{RULEBOOK}/{way}index.html']").click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith(f"{RULEBOOK}/{way}index.html")


def test_without_a_script_the_asks_are_links_all_the_same(
    new_page: Callable[..., Page], site_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + HOME["zh"])
    expect(page.locator("#go-to")).to_be_hidden()
    main(page).get_by_role("link", name=BY_ID["important-matter"]["ask"]["zh"], exact=True).click()
    assert missing(page, BY_ID["important-matter"]["says"]["zh"]) == []

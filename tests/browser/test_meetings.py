"""The pages of meetings and documents in a browser: the quorum helper, what can be taken along, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

RULEBOOK = "rulebooks/baojiantingfa-2004-13"
DEPARTMENT = f"{RULEBOOK}/meetings/department-meeting/index.html"
pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("language", "should", "said"),
    [
        ("", "9", "应参加 9 人，至少须有 5 人参加。"),
        ("", "10", "应参加 10 人，至少须有 5 人参加。"),
        ("en/", "1", "Of 1 who should attend, at least 1 must."),
        ("en/", "9999", "Of 9999 who should attend, at least 5000 must."),
        ("", "0", "请填 1 至 9999 的整数。"),
        ("en/", "2.5", "Please enter a whole number from 1 to 9999."),
    ],
)
def test_the_helper_says_how_many_must_attend(
    page: Page, site_url: str, language: str, should: str, said: str
) -> None:
    page.goto(f"{site_url}{language}{DEPARTMENT}")
    answer = page.locator("[data-quorum] output")
    before = answer.inner_text()
    page.locator("#quorum-should").fill(should)
    expect(answer).to_have_text(said)
    page.locator("#quorum-should").fill("")
    expect(answer).to_have_text(before)


def test_the_words_of_article_9_stand_beside_it(page: Page, site_url: str) -> None:
    page.goto(site_url + DEPARTMENT)
    point = page.locator(".hb-point", has=page.locator("#point-quorum"))
    expect(point.locator("q").first).to_have_text("参加部务会的人数，不得少于应参加会议人员总数的半数")
    expect(point.locator("[data-quorum]")).to_be_visible()
    expect(point.locator("table")).to_be_hidden()


def test_without_a_script_a_table_of_numbers_stands(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + DEPARTMENT)
    assert page.locator("[data-quorum]").is_hidden()
    should, must = (page.locator(f".hb-quorum tr:nth-child({row}) td").all_inner_texts() for row in (1, 2))
    assert should == [str(number) for number in range(1, 11)]
    assert must == ["1", "1", "2", "2", "3", "3", "4", "4", "5", "5"]


def test_on_paper_the_table_takes_the_helpers_place(page: Page, site_url: str) -> None:
    page.goto(site_url + DEPARTMENT)
    page.emulate_media(media="print")
    expect(page.locator(".hb-quorum table")).to_be_visible()
    expect(page.locator("[data-quorum]")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize(
    "path",
    [
        "meetings/",
        "meetings/department-meeting/",
        "documents/",
        "documents/meeting-record/",
        "calendar/",
        "carrying-out/",
    ],
)
def test_nothing_scrolls_sideways(
    new_page: Callable[..., Page], site_url: str, path: str, language: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site_url}{language}{RULEBOOK}/{path}index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_meeting_without_a_quorum_has_no_helper(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{RULEBOOK}/meetings/executive-meeting/index.html")
    expect(page.locator("#point-quorum")).to_be_visible()
    expect(page.locator(".hb-quorum")).to_have_count(0)


@pytest.mark.parametrize(
    ("path", "name", "file", "begins"),
    [
        ("meetings/department-meeting/", "会议材料（Word，中文）", "department-meeting-pack.docx", b"PK"),
        ("meetings/executive-meeting/", "会议材料（Word，英文）", "executive-meeting-pack.docx", b"PK"),
        ("meetings/executive-meeting/", "日历订阅（ICS）", "calendar.ics", b"BEGIN:VCALENDAR"),
        ("calendar/", "日历订阅（ICS）", "calendar.ics", b"BEGIN:VCALENDAR"),
        ("documents/", "下载此表（CSV）", "documents.csv", b"\xef\xbb\xbfid,"),
    ],
)
def test_what_can_be_taken_along(
    page: Page, site_url: str, path: str, name: str, file: str, begins: bytes, tmp_path: Path
) -> None:
    page.goto(f"{site_url}{RULEBOOK}/{path}index.html")
    with page.expect_download() as waited:
        page.get_by_role("link", name=name).click()
    assert waited.value.suggested_filename == file
    waited.value.save_as(tmp_path / file)
    assert (tmp_path / file).read_bytes().startswith(begins)


@pytest.mark.parametrize("path", ["documents/", "calendar/", "meetings/", "carrying-out/"])
def test_no_column_is_clipped_on_paper(page: Page, site_url: str, path: str) -> None:
    page.set_viewport_size({"width": 680, "height": 960})  # A4 with the margins of a browser's own
    page.emulate_media(media="print")
    page.goto(f"{site_url}en/{RULEBOOK}/{path}index.html")
    wide = page.evaluate(
        "Array.from(document.querySelectorAll('.hb table'))"
        ".filter(table => table.getBoundingClientRect().right > window.innerWidth + 1).length"
    )
    assert wide == 0

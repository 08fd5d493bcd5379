"""The duty matrix in a browser: filters in the address, the keyboard, the CSV, paper, a phone, no script."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

MATRIX = "rulebooks/baojiantingfa-2004-13/matrix/index.html"
pytestmark = pytest.mark.browser

# Typed from articles 6, 7, 9 and 18: what is said of a Director who is one of several.
DECIDES_GENERAL_MATTER = "研究决定一般工作事项"
CHAIRS = "主持部务会"


def shown(page: Page) -> list[str]:
    rows = page.locator("table[data-matrix] tbody tr:visible th > a")
    return [text.strip() for text in rows.all_inner_texts()]


def test_filters_combine_and_live_in_the_address(page: Page, site_url: str) -> None:
    page.goto(site_url + MATRIX)
    everything = shown(page)
    assert len(everything) == 101
    page.get_by_label("由谁", exact=True).select_option("roles/director")
    of_director = shown(page)
    assert {CHAIRS, DECIDES_GENERAL_MATTER, "主持全面工作"} <= set(of_director)
    assert "作出决定" not in of_director, "the Directors' Office decides at meetings, not the Director"
    page.get_by_label("类别").select_option("meetings")
    assert set(shown(page)) < set(of_director) and CHAIRS in shown(page)
    assert "who=roles%2Fdirector" in page.url and "category=meetings" in page.url
    expect(page.locator("[data-matrix-count]")).to_have_text(f"显示 {len(shown(page))} / 101 项职责")
    narrowed, address = shown(page), page.url
    page.goto(address)
    assert shown(page) == narrowed
    page.get_by_role("button", name="显示全部").click()
    expect(page.locator("table[data-matrix] tbody tr:visible")).to_have_count(101)
    assert "?" not in page.url


def test_what_is_missing_can_be_asked_for(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/{MATRIX}?lacking=bearer")
    found = shown(page)
    assert "Edit, print and distribute" in found, "article 18 does not say who edits"
    assert "Chair the department meeting" not in found
    page.goto(f"{site_url}en/{MATRIX}?lacking=certainty")
    assert "Study and decide work matters" in shown(page), "article 6 leaves open how they decide"


def test_no_fit_is_said_and_an_unknown_value_is_ignored(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{MATRIX}?who=roles/state-council&modality=nonsense")
    expect(page.locator("table[data-matrix] tbody tr:visible")).to_have_count(101)
    page.goto(f"{site_url}{MATRIX}?who=roles/record-keeper&modality=must-not")
    assert shown(page) == []
    expect(page.get_by_text("没有职责同时符合这些条件")).to_be_visible()


def test_an_open_decision_is_marked_so(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}en/{MATRIX}?article=8")
    row = page.locator("tr", has_text="study and decide the important matter of work")
    marks = row.locator("td a")
    assert marks.all_inner_texts() == ["decides?"] * 3


def test_the_arrows_walk_the_grid(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}{MATRIX}?article=9")
    page.locator("table[data-matrix] tbody tr:visible th").first.click(position={"x": 2, "y": 2})
    page.locator("table[data-matrix] [tabindex='0']").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowDown"):
        page.keyboard.press(key)
    at = page.evaluate("[document.activeElement.tagName, document.activeElement.cellIndex]")
    assert at == ["TD", 2]
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.tagName") == "TH"
    page.keyboard.press("Enter")
    page.wait_for_url("**/duties/index.html#duty-*")


def test_the_csv_holds_exactly_what_is_shown(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}{MATRIX}?article=18")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    target = tmp_path / "matrix.csv"
    waiting.value.save_as(target)
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == shown(page)
    signs = next(row for row in rows if row[0] == "签发机构部主办的内部信息刊物")
    assert signs[rows[0].index("主任")] == "决定 其中之一"
    assert signs[rows[0].index("授权副主任")] == "决定 其中之一"
    assert signs[rows[0].index("分管副主任")] == ""


def test_on_paper_no_column_is_cut(page: Page, site_url: str) -> None:
    page.goto(site_url + MATRIX)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1030, "height": 700})
    tables = page.locator(".hb-matrix-print table")
    assert tables.count() >= 3
    cut = page.evaluate(
        """Array.from(document.querySelectorAll('.hb-matrix-print :is(th, td)'))
            .filter(cell => cell.getBoundingClientRect().right > innerWidth + 1
                || cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent.trim())"""
    )
    assert cut == []
    heads = set(tables.locator("thead th").all_inner_texts())
    assert any("主任室" in head for head in heads) and any("部务会" in head for head in heads)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".hb-matrix-print")).to_have_count(0)


def test_on_a_phone_each_duty_is_a_card(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site_url}{MATRIX}?who=roles/record-keeper")
    row = page.locator("table[data-matrix] tbody tr:visible")
    expect(row).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    visible = row.locator("td:visible")
    expect(visible).to_have_count(1)
    assert "专人" in (visible.get_attribute("data-label") or "")


def test_without_script_the_whole_table_stands(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}{MATRIX}?who=roles/director")
    expect(page.locator("table.hb-matrix tbody tr:visible")).to_have_count(101)
    expect(page.locator("[data-matrix-filters]")).to_be_hidden()

"""The checklist on paper and to take along; the source, too, arrives unaltered."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ASSURANCE = "rulebooks/baojiantingfa-2004-13/assurance"
LANDSCAPE = (842, 595)
"""A4 on its side, in points."""
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["", "en/"])
def test_it_prints_on_a4_landscape(page: Page, site_url: str, language: str) -> None:
    page.goto(f"{site_url}{language}{ASSURANCE}/checklist/index.html")
    sheets = re.findall(
        rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", page.pdf(prefer_css_page_size=True, format="A4")
    )
    assert len(sheets) > 5
    assert {(round(float(wide)), round(float(high))) for wide, high in sheets} == {LANDSCAPE}


@pytest.mark.parametrize("language", ["", "en/"])
def test_no_column_is_clipped_on_paper(page: Page, site_url: str, language: str) -> None:
    page.set_viewport_size({"width": 1047, "height": 718})  # A4 on its side less margins of 10 mm
    page.emulate_media(media="print")
    page.goto(f"{site_url}{language}{ASSURANCE}/checklist/index.html")
    cut = page.evaluate(
        """Array.from(document.querySelectorAll('.hb-checklist :is(th, td)'))
            .filter(cell => cell.getBoundingClientRect().right > innerWidth + 1
                || cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent.trim())"""
    )
    assert cut == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_csv_holds_every_row_of_the_page(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}{ASSURANCE}/checklist/index.html")
    with page.expect_download() as waited:
        page.get_by_role("link", name="下载此表（CSV）").click()
    waited.value.save_as(tmp_path / "checklist.csv")
    content = (tmp_path / "checklist.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    shown = [row.get_attribute("id") for row in page.locator("table.hb-checklist tbody tr").all()]
    assert [f"check-{row['id']}" for row in rows] == shown


def test_the_source_is_saved_as_it_was_received(page: Page, site_url: str, tmp_path: Path) -> None:
    page.goto(f"{site_url}en/{ASSURANCE}/index.html")
    with page.expect_download() as waited:
        page.get_by_role("link", name="2004-02-06.txt").click()
    waited.value.save_as(tmp_path / "source")
    total = hashlib.sha256((tmp_path / "source").read_bytes()).hexdigest()
    expect(page.locator("code.hb-hash")).to_have_text(total)


def test_on_a_phone_each_duty_is_a_card(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{site_url}en/{ASSURANCE}/checklist/index.html")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("#check-chair-department-meeting")).to_contain_text(
        "Chair the department meeting", ignore_case=True
    )

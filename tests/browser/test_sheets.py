"""Printed, no page has a blank sheet, and nothing on it is cut off at the side."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.kinds import ONE_OF_EACH, every_page

pytestmark = pytest.mark.browser

SAMPLE = [
    f"{language}{path}index.html"
    for path, language in zip(ONE_OF_EACH.values(), cycle(["", "en/"]), strict=False)
]
"""One page of each kind, the languages in turn."""

BLANK = 5
"""Fewer signs than that on a sheet, and no picture, and the sheet was printed for nothing."""

CUT = """() => Array.from(document.querySelectorAll('article *')).filter(one => {
  const style = getComputedStyle(one);
  if (!one.checkVisibility() || one.closest('svg')) return false;
  const clips = ['hidden', 'clip', 'auto', 'scroll'].includes(style.overflowX);
  return clips && one.clientWidth > 2 && one.scrollWidth > one.clientWidth + 1;
}).map(one => one.tagName + '.' + one.className)"""
"""Elements that show only a part of what is in them: on paper nobody can scroll."""

A4_PORTRAIT = {"width": 680, "height": 960}
"""What lies between the margins of a sheet, in CSS pixels."""


def faults(page: Page, url: str) -> list[str]:
    """Print a page and return what is wrong with its sheets."""
    page.goto(url)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    out = [
        f"sheet {number} of {len(printed.pages)} is blank"
        for number, sheet in enumerate(printed.pages, start=1)
        if len(sheet.extract_text().strip()) < BLANK and not sheet.images
    ]
    page.emulate_media(media="print")
    out += [f"cut: {one}" for one in page.evaluate(CUT)]
    # Not "screen": the next page would be printed as it looks there.
    page.emulate_media(media="null")
    return out


@pytest.mark.parametrize("path", SAMPLE)
def test_a_page_of_each_kind_prints_whole(new_page: Callable[..., Page], site_url: str, path: str) -> None:
    assert faults(new_page(viewport=A4_PORTRAIT), site_url + path) == []


@pytest.mark.audit
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_prints_whole(
    new_page: Callable[..., Page], built_site: Path, site_url: str, language: str
) -> None:
    page = new_page(viewport=A4_PORTRAIT)
    paths = [path for path in every_page(built_site) if path.startswith("en/") == (language == "en")]
    found = {path: faults(page, site_url + path) for path in paths}
    assert {path: wrong for path, wrong in found.items() if wrong} == {}

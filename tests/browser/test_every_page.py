"""The long look: every page of both languages, in a browser, at the widths people have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import every_page

pytestmark = [pytest.mark.browser, pytest.mark.audit]

LOOKS = [(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_no_page_scrolls_sideways_or_complains(
    new_page: Callable[..., Page], built_site: Path, site_url: str, width: int, scheme: str
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    paths = every_page(built_site)
    wide = []
    for path in paths:
        page.goto(site_url + path)
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    assert wide == []

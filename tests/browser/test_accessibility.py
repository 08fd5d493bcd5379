"""What axe-core finds on a page: nothing. One page of each kind here, every page in the long checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from macros.render.book import kinds
from tests.browser.kinds import HAND_WRITTEN, ONE_OF_EACH, SAMPLE, every_page

pytestmark = pytest.mark.browser

VIOLATIONS: dict[str, Any] = {"resultTypes": ["violations"]}
OF_COLOUR: dict[str, Any] = VIOLATIONS | {"runOnly": ["color-contrast", "link-in-text-block"]}
"""The rules that ask for colours; all others find the same in either scheme."""


def violations(page: Page, options: dict[str, Any]) -> list[str]:
    found = Axe().run(page, options=options).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def test_a_page_of_each_kind_is_among_those_looked_at() -> None:
    generated = {kind for kind, module in kinds().items() if module.SCOPE != "block"}
    assert set(ONE_OF_EACH) - HAND_WRITTEN == generated


@pytest.mark.parametrize(("path", "scheme", "width"), SAMPLE)
def test_a_page_of_each_kind_can_be_used_by_everyone(
    new_page: Callable[..., Page], site_url: str, path: str, scheme: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(site_url + path)
    assert violations(page, VIOLATIONS) == []


@pytest.mark.audit
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_can_be_used_by_everyone(
    new_page: Callable[..., Page], built_site: Path, site_url: str, language: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    offences = []
    for path in every_page(built_site):
        if path.startswith("en/") != (language == "en"):
            continue
        page.emulate_media(color_scheme="light")
        page.goto(site_url + path)
        offences += [f"{path} {one}" for one in violations(page, VIOLATIONS)]
        page.emulate_media(color_scheme="dark")
        page.reload()
        offences += [f"{path} dark {one}" for one in violations(page, OF_COLOUR)]
    assert offences == []

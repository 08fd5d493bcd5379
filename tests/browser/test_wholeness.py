"""Nothing on a page moves while it loads, and nothing of its content needs a script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import ONE_OF_EACH, every_page

pytestmark = pytest.mark.browser

MOST = 0.02
"""Of cumulative layout shift; up to 0.1 counts as good."""

SUM_UP = """window.shifted = 0;
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true});"""

SETTLED = """() => document.fonts.ready.then(() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(window.shifted), 100)))))"""

SHOWN = """() => {
  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
  const out = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\\s+/g, ' ').trim();
    const above = node.parentElement;
    const control = above.closest('form, button, output, [role=status], [data-guide-result], script, style');
    if (text && !control && above.checkVisibility()) out.push(text);
  }
  return out;
}"""
"""All visible words of a page's main part but those of controls (the guide's list of what was answered is
one), with whatever can be opened open."""


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_moves_while_a_page_loads(new_page: Callable[..., Page], site_url: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.add_init_script(SUM_UP)
    moved = {}
    for path in ONE_OF_EACH.values():
        page.goto(f"{site_url}{path}index.html")
        moved[path] = page.evaluate(SETTLED)
    assert {path: shift for path, shift in moved.items() if shift >= MOST} == {}


def missing_without_script(new_page: Callable[..., Page], site_url: str, paths: list[str]) -> list[str]:
    with_script, without = new_page(), new_page(java_script_enabled=False)
    out = []
    for path in paths:
        with_script.goto(site_url + path)
        without.goto(site_url + path)
        shown = set(without.evaluate(SHOWN))
        assert shown, path
        out += [f"{path}: {text}" for text in with_script.evaluate(SHOWN) if text not in shown]
    return out


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_page_of_each_kind_is_whole_without_script(
    new_page: Callable[..., Page], site_url: str, language: str
) -> None:
    paths = [f"{language}{path}index.html" for path in ONE_OF_EACH.values()]
    assert missing_without_script(new_page, site_url, paths) == []


@pytest.mark.audit
def test_every_page_is_whole_without_script(
    new_page: Callable[..., Page], built_site: Path, site_url: str
) -> None:
    assert missing_without_script(new_page, site_url, every_page(built_site)) == []

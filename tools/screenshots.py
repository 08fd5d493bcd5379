"""Make the README's pictures of the main pages anew, out of a real build.

    python -m tools.screenshots

Half of them in Chinese and light, half in English and dark. It needs the packages of the tests.
"""

import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import ViewportSize, sync_playwright

from tools.ensure_browser import needed_browser
from tools.pictures import ROOT, RULEBOOK, arguments, build, keep, small

OUT = ROOT / "docs" / "assets" / "pages"
SIZE = ViewportSize(width=1280, height=860)
SHOWN = 0.75
"""Of its size in points: a third less to load, and still to be read."""

PAGES: dict[str, tuple[str, str, Literal["light", "dark"]]] = {
    "home": ("", "index.html", "light"),
    "text": ("en/", f"{RULEBOOK}/index.html#art_9", "dark"),
    "matrix": ("", f"{RULEBOOK}/matrix/index.html", "light"),
    "procedure": ("en/", f"{RULEBOOK}/procedures/other-departments/index.html", "light"),
    "role": ("", f"{RULEBOOK}/roles/head-of-division/index.html", "light"),
    "meetings": ("en/", f"{RULEBOOK}/meetings/index.html", "dark"),
    "guide": ("", f"{RULEBOOK}/guide/index.html", "light"),
    "coverage": ("en/", f"{RULEBOOK}/coverage/index.html", "dark"),
    "search": ("", f"{RULEBOOK}/index.html?q=buwuhui", "light"),
    "search-slip": ("en/", f"{RULEBOOK}/index.html?q=quorom", "dark"),
}
"""Each page's language, address and colours."""


def main() -> int:
    """Make every picture and say where it is."""
    browser = needed_browser()
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(Path(folder) / "site")
        started = playwright.chromium.launch(executable_path=browser, args=arguments())
        for name, (prefix, address, colours) in PAGES.items():
            page = started.new_page(
                viewport=SIZE, device_scale_factor=SHOWN, color_scheme=colours, reduced_motion="reduce"
            )
            page.goto(f"{site.as_uri()}/{prefix}{address}")
            page.wait_for_load_state("networkidle")
            if "?q=" in address:
                page.locator("[data-search-results] a").first.wait_for()
            keep(OUT / f"{name}.png", small(page.screenshot()))
            page.close()
        started.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

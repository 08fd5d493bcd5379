"""A browser for each worker, a fresh page for each test, and an eye on what every page does."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tools.ensure_browser import find_browser, how_to_get_one

# The browser speaks to the site under test and to no one else.
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

# These never leave the page.
INNER = ("data:", "blob:", "about:")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this worker. Where merges are decided a missing one is a failure, not a skip."""
    program = find_browser()
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail(how_to_get_one(), pytrace=False)
        pytest.skip(how_to_get_one())
    with launched(program) as started:
        yield started


@contextmanager
def launched(program: Path) -> Iterator[Browser]:
    """A browser, for the tests and for what is measured outside of them."""
    # The browser's own sandbox does not start for root.
    root = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=[*ARGUMENTS, *root])
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser, built_site: Path, site_url: str) -> Iterator[Callable[..., Page]]:
    """Open pages with context options of the test's own: `new_page(java_script_enabled=False)`.

    When the test is over, none of them may have logged an error, thrown one, or asked anyone but the site.
    """
    allowed = (urljoin(site_url, "/"), built_site.as_uri() + "/", *INNER)
    contexts: list[BrowserContext] = []
    offences: list[str] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        _watch(context, allowed, offences)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert not offences, "\n".join(offences)


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A fresh page, as a reader at a desk would open it."""
    return new_page()


def _watch(context: BrowserContext, allowed: tuple[str, ...], offences: list[str]) -> None:
    # On the context, not the page, so that a page which opens another is watched too.
    context.on(
        "console",
        lambda message: (
            offences.append(f"console error at {message.location.get('url')}: {message.text}")
            if message.type == "error"
            else None
        ),
    )
    context.on("weberror", lambda thrown: offences.append(f"page error: {thrown.error}"))
    context.on(
        "request",
        lambda request: (
            None if request.url.startswith(allowed) else offences.append(f"outside request: {request.url}")
        ),
    )

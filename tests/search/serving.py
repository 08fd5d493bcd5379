"""A server that keeps count of what a browser took from it, workers included, and a browser to ask."""

from __future__ import annotations

import gzip
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.conftest import launched
from tests.conftest import SUB_PATH, _Handler
from tools.ensure_browser import find_browser, how_to_get_one

QUIET = 0.6
"""Seconds without a request after which a browser is taken to have all it wants."""


class Tally:
    """The files a browser took since the last `clear`, each as often as it was taken."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = ""
        self.taken: list[str] = []
        self._last = time.monotonic()

    def note(self, path: str) -> None:
        """Count a file, by its path under the folder."""
        self.taken.append(path)
        self._last = time.monotonic()

    def clear(self) -> None:
        """Begin anew."""
        self.taken.clear()

    def settle(self, page: Page, quiet: float = QUIET) -> None:
        """Wait until nothing was asked for during so many seconds; the page goes on meanwhile."""
        begin = time.monotonic()
        while time.monotonic() - max(begin, self._last) < quiet:
            page.wait_for_timeout(50)

    def sizes(self, *under: str) -> list[int]:
        """Return the bytes of each file taken, or of those under some folders."""
        return [(self.folder / path).stat().st_size for path in self.taken if path.startswith(under or "")]

    def zipped(self, *under: str) -> int:
        """Return what the same files weigh when a server packs them."""
        return sum(packed(self.folder / path) for path in self.taken if path.startswith(under or ""))


def packed(path: Path) -> int:
    """Return the size of a file as a server would send it; what is packed already gains nothing."""
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 6)))


def spent() -> float:
    """Return the processor's seconds so far, finished children's included: other work here does not count."""
    return sum(os.times()[:4])


@contextmanager
def served(folder: Path) -> Iterator[Tally]:
    """Serve a folder as a real server does: connections stay open, and no answer waits for the next."""
    tally = Tally(folder)

    class Handler(_Handler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_request(self, code: object = "-", size: object = "-") -> None:
            if code == 200:
                tally.note(self.path.partition("?")[0].lstrip("/"))

    Handler.folder = folder
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        tally.url = f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
        try:
            yield tally
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser of the tests; say how to get one where there is none."""
    program = find_browser()
    if program is None:
        raise SystemExit(how_to_get_one())
    with launched(program) as started:
        yield started

"""What several test modules share: the whole site, built once a run, and a server for it."""

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.mutation.conftest import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]  # the share of slips caught belongs in every run's output

ROOT = Path(__file__).resolve().parent.parent

# The handbook has to work wherever it is put, so it is never tested at the root of a host.
SUB_PATH = "/handbook/"

SECONDS_TO_BUILD = 600


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built handbook. Workers that run side by side share one build: the first makes it."""
    base = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        # Each worker has a folder of its own; the one above is the run's.
        base = base.parent
    site, outcome = base / "built-site", base / "built-site.json"
    try:
        (base / "built-site.lock").mkdir()
    except FileExistsError:
        return _wait_for(site, outcome)
    status, output = _build(site)
    # Written aside and then moved, so that no one reads half of it.
    unfinished = outcome.with_suffix(".part")
    unfinished.write_text(json.dumps({"status": status, "output": output}), encoding="utf-8")
    unfinished.replace(outcome)
    return _wait_for(site, outcome)


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """The address, ending in a slash, at which the built handbook is served while the tests run."""

    class Handler(_Handler):
        folder = built_site

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{SUB_PATH}"
        finally:
            server.shutdown()
            thread.join()


class _Handler(SimpleHTTPRequestHandler):
    """Serve a folder under SUB_PATH and nothing outside of it."""

    folder: Path
    # Not from the machine's own table, which differs from one to the next.
    extensions_map = {  # noqa: RUF012
        "": "application/octet-stream",
        ".css": "text/css",
        ".csv": "text/csv; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".ics": "text/calendar; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json",
        ".pdf": "application/pdf",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".woff2": "font/woff2",
        ".xml": "application/xml",
    }

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, directory=str(self.folder), **options)  # type: ignore[arg-type]

    def send_head(self):  # type: ignore[no-untyped-def]
        if not self.path.startswith(SUB_PATH):
            self.send_error(404)
            return None
        self.path = self.path.removeprefix(SUB_PATH.rstrip("/"))
        return super().send_head()

    def handle(self) -> None:
        # A browser that leaves a page hangs up on what is still on its way.
        with contextlib.suppress(ConnectionError):
            super().handle()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing: the tests say what they asked for."""


def _build(site: Path) -> tuple[int, str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS_TO_BUILD,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1, f"not through after {SECONDS_TO_BUILD} seconds"
    return done.returncode, done.stdout


def _wait_for(site: Path, outcome: Path) -> Path:
    deadline = time.monotonic() + SECONDS_TO_BUILD + 30
    while not outcome.exists():
        if time.monotonic() > deadline:
            pytest.fail("The worker that builds the site never finished.", pytrace=False)
        time.sleep(0.1)
    told = json.loads(outcome.read_text(encoding="utf-8"))
    if told["status"] != 0:
        pytest.fail(f"mkdocs build --strict failed:\n{told['output']}", pytrace=False)
    return site


@pytest.fixture(scope="session")
def built_site_uri(built_site: Path) -> str:
    """The built handbook as a folder that a browser opens from disk."""
    return built_site.as_uri()

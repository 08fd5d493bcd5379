"""Find the Chromium-like browser that the tests drive, or get one.

    python tools/ensure_browser.py          say which one is used; without one, try to install one
    python tools/ensure_browser.py --look   only look

Exit status 0 with a browser, 1 without.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ON_PATH = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
)

MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

WINDOWS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

# Where Playwright unpacks a Chromium of its own; the folder names have changed over the years.
PLAYWRIGHT = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)

HOW_TO_GET_ONE = """\
No browser for the tests was found. Install Chromium, Chrome or Edge (on Debian: sudo apt install chromium),
or name the program of one that is installed elsewhere: RULEBOOK_BROWSER=/path/to/browser
没有找到测试所用的浏览器。请安装 Chromium、Chrome 或 Edge（Debian 系统：sudo apt install chromium），
或者用 RULEBOOK_BROWSER=/浏览器程序的路径 指明已安装的浏览器。"""

NOT_THERE = """\
RULEBOOK_BROWSER names a program that is not there: {wanted}
RULEBOOK_BROWSER 指明的程序不存在：{wanted}"""

MINUTES_TO_DOWNLOAD = 10


def find_browser() -> Path | None:
    """Return the browser to drive: the one asked for, else the first that is installed."""
    wanted = os.environ.get("RULEBOOK_BROWSER")
    if wanted:
        # Whoever names a browser wants that one, or to hear that it is not there.
        found = shutil.which(wanted)
        return Path(found) if found else None
    return next(_installed(), None)


def how_to_get_one() -> str:
    """Say in both languages what is missing and how to mend it."""
    wanted = os.environ.get("RULEBOOK_BROWSER")
    return NOT_THERE.format(wanted=wanted) if wanted else HOW_TO_GET_ONE


def needed_browser() -> Path:
    """Return the browser to drive; without one, say how to get one and end the program."""
    browser = find_browser()
    if browser is None:
        raise SystemExit(how_to_get_one())
    return browser


def main(arguments: list[str]) -> int:
    """Say which browser is used, try to get one if there is none, and return the exit status."""
    browser = find_browser()
    if browser is None and "--look" not in arguments and not os.environ.get("RULEBOOK_BROWSER"):
        print("No browser for the tests was found; trying to download Chromium (some 200 MB) ...", flush=True)
        if _download():
            browser = find_browser()
    if browser is None:
        print(how_to_get_one(), file=sys.stderr)
        return 1
    print(f"Browser for the tests: {browser}")
    return 0


def _installed() -> Iterator[Path]:
    for name in ON_PATH:
        found = shutil.which(name)
        if found:
            yield Path(found)
    for path in _usual_places():
        if path.is_file() and os.access(path, os.X_OK):
            yield path


def _usual_places() -> Iterator[Path]:
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / name for name in MAC)
    if sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if os.environ.get(variable):
                yield from (Path(os.environ[variable]) / name for name in WINDOWS)
    for pattern in PLAYWRIGHT:
        yield from sorted(_playwright_folder().glob(pattern), key=_revision, reverse=True)


def _playwright_folder() -> Path:
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if named and named != "0":
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "ms-playwright"
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"


def _revision(path: Path) -> int:
    numbers = re.findall(r"chromium-(\d+)", path.as_posix())
    return int(numbers[-1]) if numbers else 0


def _download() -> bool:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        # Its own words are a stack trace where the network is closed; ours follow.
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=60 * MINUTES_TO_DOWNLOAD,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

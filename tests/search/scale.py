"""What a first query costs a reader of many rulebooks: bytes, files and the wait, measured in a browser.

Run it alone with `python -m tests.search.scale --rulebooks 400`.
"""

from __future__ import annotations

import argparse
import re
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from macros.load import load_handbook
from macros.model import Handbook
from macros.search.files import FOLDER, files
from tests.conftest import _build
from tests.search.corpus import ROOT, handbook, laws
from tests.search.serving import Tally, browser, packed, served, spent

MANY = 400
KEY_PAUSE = 80
"""Milliseconds between two keys, or two words from an input method."""
PATIENCE = 30_000
"""Milliseconds after which a query is taken to have no answer."""
QUERIES = {
    "term": "部务会",
    "number": "第九条",
    "number and paragraph": "9(2)",
    "pinyin": "buwuhui",
    "initials": "bwh",
    "wrong homophone": "部物会",
    "Traditional": "派出機構",
    "English": "quorum",
    "English words": "department meeting",
    "paraphrase": "意见不一致怎么办",
    "common word": "应当",
    "law and number": "仲裁法第九条",
}
LATER = "请假制度"
"""What is asked next, in the same page."""

# Results that come after the last key are that query's own: the box drops what answers an earlier one.
WATCH = """() => {
  const found = () => document.querySelector("[data-search-results] a[data-provision]") !== null;
  document.addEventListener("input", () => { self.watched = { typed: performance.now() }; }, true);
  new MutationObserver(() => {
    if (!("wait" in self.watched)) {
      self.watched.wait = found() ? performance.now() - self.watched.typed : null;
    }
  }).observe(document.querySelector(".hb-search [role=status]"), { childList: true });
}"""
ANSWERED = (
    "(query) => document.querySelector('[data-search-input]').value === query && 'wait' in self.watched"
)


@dataclass(frozen=True)
class Figure:
    """What one query took: first in a fresh browser, then another one in the same page."""

    kind: str
    query: str
    bytes: int
    zipped: int
    """The same bytes as a server packs them."""
    files: int
    wait: float | None
    """Milliseconds from the last key to the first result; None where nothing was found."""
    later: float | None


def measure(rulebooks: int, site: Path, browser: Browser, queries: dict[str, str]) -> list[Figure]:
    """Ask a handbook of so many rulebooks each query in a browser that has seen nothing yet."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, site, handbook(rulebooks, laws()))
        return ask_all(folder, browser, queries)


def prepare(folder: Path, site: Path, many: Handbook) -> float:
    """Lay an index beside one page of a built site; return the processor's seconds the index took."""
    shutil.copytree(site / "assets", folder / "assets")
    shutil.copy(site / "index.html", folder)
    start = spent()
    made = list(files(many))
    seconds = spent() - start
    (folder / FOLDER).mkdir()
    for path, content in made:
        (folder / path).write_bytes(content)
    return seconds


def ask_all(folder: Path, browser: Browser, queries: dict[str, str]) -> list[Figure]:
    """Serve the folder and ask."""
    with served(folder) as tally:
        return [_ask(kind, query, tally, browser) for kind, query in queries.items()]


def _ask(kind: str, query: str, tally: Tally, browser: Browser) -> Figure:
    context = browser.new_context()
    page = context.new_page()
    page.goto(tally.url + "index.html", wait_until="networkidle")
    page.evaluate(WATCH)
    tally.clear()
    page.locator("[data-search-input]").focus()
    wait = _type(page, query)
    tally.settle(page)
    sizes, zipped = tally.sizes(), tally.zipped()
    page.locator("[data-search-input]").fill("")
    later = _type(page, LATER)
    context.close()
    return Figure(kind, query, sum(sizes), zipped, len(sizes), wait, later)


def _type(page: Page, query: str) -> float | None:
    """Type as a reader does, Chinese by words; return the milliseconds to the first result."""
    for piece in re.findall(r"[ -~]|[^ -~]{1,2}", query):
        page.wait_for_timeout(KEY_PAUSE)
        page.keyboard.insert_text(piece)
    page.wait_for_function(ANSWERED, arg=query, timeout=PATIENCE)
    waited: float | None = page.evaluate("self.watched.wait")
    return waited


def table(figures: Sequence[Figure]) -> str:
    """Write the figures as lines, the middle and the most of each column last."""
    lines = [f"{'':22}{'bytes':>12}{'gzip':>12}{'files':>12}{'ms':>12}{'later ms':>12}"]
    rows = [(one.bytes, one.zipped, one.files, one.wait, one.later) for one in figures]
    lines += [f"{one.kind:22}{_cells(row)}  {one.query}" for one, row in zip(figures, rows, strict=True)]
    columns = [[value for value in column if value is not None] for column in zip(*rows, strict=True)]
    lines += [f"{choose.__name__:22}{_cells(map(choose, columns))}" for choose in (median, max)]
    return "\n".join(lines)


def _cells(values: Iterable[float | None]) -> str:
    return "".join(f"{'none' if value is None else f'{value:,.0f}':>12}" for value in values)


def report(rulebooks: int) -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory() as name, browser() as started:
        site, folder = Path(name) / "site", Path(name) / "many"
        start = spent()
        status, output = _build(site)
        if status:
            raise SystemExit(output)
        whole = spent() - start
        start = spent()
        list(files(load_handbook(ROOT / "data").handbook))
        own = spent() - start
        many = handbook(rulebooks, laws())
        articles = sum(
            one.kind == "article" for book in many.rulebooks.values() for one in book.provisions.values()
        )
        seconds = prepare(folder, site, many)
        index = sorted((folder / FOLDER).iterdir())
        size, zipped = sum(path.stat().st_size for path in index), sum(map(packed, index))
        print(f"{rulebooks} rulebooks, {articles:,} articles.")
        print(
            f"Their index takes {seconds / whole:.2f} times as long as the site of one rulebook "
            f"({seconds:.1f} s to {whole:.1f} s), of which its own index is {own / whole:.1%}."
        )
        print(f"It lies in {len(index):,} files, {size / 1e6:.1f} MB, {zipped / 1e6:.1f} MB packed.")
        print(table(ask_all(folder, started, QUERIES)))


def main() -> None:
    """Read how many rulebooks, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rulebooks", type=int, default=MANY)
    report(parser.parse_args().rulebooks)


if __name__ == "__main__":
    main()

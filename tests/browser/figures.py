"""Figures in a browser: measured from bounding boxes, and as small pictures to compare with.

    python -m tests.browser.figures

makes the pictures in `tests/pictures` anew, after a change of the figures that was looked at and wanted.
The pictures show shapes and lines only: letters differ from machine to machine, and what they say and
whether they fit is tested apart.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Page, sync_playwright

from macros.render.figure import figure_file
from tests.figures.conftest import CASES, RULES
from tools.ensure_browser import needed_browser

PICTURES = Path(__file__).parents[1] / "pictures"
WIDTH = 480
"""Of a picture, in pixels."""
VIEW = {"width": 1800, "height": 2400}
"""A window in which every figure stands whole."""
_FAINT = 32
"""How far two pixels may differ before they count, of 255."""

# Everything that is text, the boxes around nodes, and the lines: [kind, name, left, top, right, bottom].
MEASURE = """(figure) => {
  const out = [];
  const box = (kind, name, element) => {
    const at = element.getBoundingClientRect();
    out.push([kind, name, at.left, at.top, at.right, at.bottom]);
  };
  figure.querySelectorAll(".node").forEach((node) => {
    const name = node.textContent;
    const shape = node.querySelector("rect, polygon, path");
    if (!node.querySelector("text.label")) { return; }
    box("node", name, shape);
    box("words", name, node.querySelector("text.label"));
  });
  figure.querySelectorAll("text.exit").forEach((label) => box("exit", label.textContent, label));
  figure.querySelectorAll(".head").forEach((head) => {
    box("head", head.textContent, head.querySelector("rect"));
    box("name", head.textContent, head.querySelector("text"));
  });
  figure.querySelectorAll("text.title").forEach((text) => box("legend", text.textContent, text));
  figure.querySelectorAll("text.legend").forEach((text) => box("legend", text.textContent, text));
  const frame = figure.getBoundingClientRect();
  const view = figure.viewBox.baseVal;
  const scale = frame.width / view.width;
  figure.querySelectorAll("path.flow[d*=L]").forEach((flow) => {
    const pairs = flow.getAttribute("d").slice(1).split("L");
    const points = pairs.map((pair) => pair.trim().split(" ").map(Number));
    points.slice(1).forEach((point, index) => {
      const before = points[index];
      const x = [before[0], point[0]].map((value) => (value - view.x) * scale + frame.left);
      const y = [before[1], point[1]].map((value) => (value - view.y) * scale + frame.top);
      const name = flow.getAttribute("d");
      out.push(["line", name, Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)]);
    });
  });
  out.push(["figure", "", frame.left, frame.top, frame.right, frame.bottom]);
  return out;
}"""

Measured = list[tuple[str, str, float, float, float, float]]


def measured(page: Page) -> Measured:
    """Return the bounding boxes of a page's figure, in pixels of the window."""
    found: Any = page.locator("svg.procedure-figure").evaluate(MEASURE)
    return [tuple(item) for item in found]


def faults(found: Measured) -> list[str]:
    """Name text that is cut, text that lies on text, and lines that run through text."""
    by_kind: dict[str, list[Any]] = {}
    for kind, *rest in found:
        by_kind.setdefault(kind, []).append(rest)
    out = []
    for inner, outer in (("words", "node"), ("name", "head")):
        for text, around in zip(by_kind[inner], by_kind[outer], strict=True):
            if not _inside(text, around):
                out.append(f"{text[0]!r} leaves its {outer}")
    frame = by_kind["figure"][0]
    texts = [text for kind in ("words", "exit", "name", "legend") for text in by_kind.get(kind, [])]
    out += [f"{text[0]!r} leaves the figure" for text in texts if not _inside(text, frame)]
    for index, text in enumerate(texts):
        out += [f"{text[0]!r} on {other[0]!r}" for other in texts[index + 1 :] if _meet(text, other)]
        out += [f"a line through {text[0]!r}" for line in by_kind.get("line", []) if _meet(text, line)]
    for label in by_kind.get("exit", []):
        out += [f"{label[0]!r} on {node[0]!r}" for node in by_kind["node"] if _meet(label, node)]
    return out


def _inside(one: Any, other: Any) -> bool:
    return bool(
        one[1] >= other[1] and one[2] >= other[2] - 1 and one[3] <= other[3] and one[4] <= other[4] + 1
    )


def _meet(one: Any, other: Any) -> bool:
    """Tell whether two boxes meet; a box of text has room above and below its letters."""
    return bool(one[1] < other[3] and other[1] < one[3] and one[2] + 3 < other[4] and other[2] < one[4] - 3)


def picture(page: Page, name: str, language: str) -> Image.Image:
    """Return a figure drawn small and grey, without its letters."""
    svg = figure_file(RULES.procedures[name], RULES, language).partition("?>")[2]
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}text{{display:none}}</style>{svg}")
    return shot(page)


def shot(page: Page) -> Image.Image:
    """Return the one drawing of a page as it is now."""
    image = Image.open(io.BytesIO(page.locator("svg").screenshot())).convert("L")
    height = round(image.height * WIDTH / image.width)
    return image.resize((WIDTH, height), Image.Resampling.LANCZOS)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ once both are blurred a little; 1 for other measures."""
    if abs(one.height - other.height) > 2:
        return 1.0
    height = min(one.height, other.height)
    pair = [image.crop((0, 0, WIDTH, height)).filter(ImageFilter.GaussianBlur(1)) for image in (one, other)]
    differing = ImageChops.difference(*pair).point(lambda value: 255 if value > _FAINT else 0)
    return differing.histogram()[255] / (WIDTH * height)


def main() -> int:
    """Make every picture anew."""
    browser = needed_browser()
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = started.new_page(viewport=VIEW)
        for name, language in CASES:
            image = picture(page, name, language).quantize(16)
            image.save(PICTURES / f"{name}.{language}.png", optimize=True)
        started.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

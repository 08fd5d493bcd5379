"""Make the pictures of the editing page anew, out of a real check and real pages.

    python -m tools.pictures

In each language: what `rulebook check` prints on a copy of the data with a slip in it, and a duty on its
page beside the lines of its file. Unlike the rest of this folder it needs the packages of the tests.
"""

import base64
import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from PIL import Image
from playwright.sync_api import Locator, Page, sync_playwright

from tools.ensure_browser import needed_browser

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "docs" / "assets" / "editing"
RULEBOOK = "rulebooks/baojiantingfa-2004-13"
LANGUAGES = {"zh": "", "en": "en/"}

# The slip is one that people make: a quote typed, with a comma of the other keyboard, instead of copied.
SLIP_FILE = f"data/{RULEBOOK}/duties/art_9.yml"
SLIP = ("art_9__para_3: 会议记录由专人负责，并妥善保管", "art_9__para_3: 会议记录由专人负责,并妥善保管")

DUTY = "chair-department-meeting"
DUTY_FILE = f"data/{RULEBOOK}/duties/art_9.yml"

# The numbers that tie page and file together: a place on the page, the beginning of a line of the file.
PLACES = (
    ("h3", "{language}: "),
    ("dd:has(.hb-party)", "bearer: "),
    ("dd:has(.hb-quotes)", "art_"),
    (".hb-review", "review: "),
)

# The terminal: so narrow that a telephone can show it.
COLUMNS = 68
SIZE = 15.0
CELL = SIZE * 0.6
LEADING = 23.0
MARGIN = 18.0
INKS = {"prompt": "#9fb3cc", "error": "#ffb3a7", "caret": "#ffd166", "hint": "#a8dab5", "plain": "#e8edf4"}

# Half of the column of text, so that the two stand side by side at a desk and one below the other on a phone.
PANEL = 344
COLOURS = 64


def main() -> int:
    """Make every picture and say where it is."""
    browser = needed_browser()
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        for language in LANGUAGES:
            printed = check_with_slip(there / f"check-{language}", language)
            keep(OUT / f"finding.{language}.svg", terminal(printed).encode("utf-8"))
        site = build(there / "site")
        for name, picture in _shoot(browser, site):
            keep(OUT / name, picture)
    return 0


def check_with_slip(folder: Path, language: str) -> list[str]:
    """Return what `rulebook check` prints on a copy of the data with the slip in it."""
    shutil.copytree(ROOT / "data", folder / "data")
    command = [sys.executable, "-m", "macros.cli", "check", "--lang", language]
    before = _run([*command, "--format", "github"], folder)
    if before.returncode != 0 or before.stdout.strip():
        raise SystemExit(
            f"The data has findings of its own; mend them first.\n{before.stdout}{before.stderr}"
        )
    file = folder / SLIP_FILE
    right, wrong = SLIP
    text = file.read_text(encoding="utf-8")
    if text.count(right) != 1:
        raise SystemExit(f"{SLIP_FILE}: {right!r} stands there {text.count(right)} times instead of once.")
    file.write_text(text.replace(right, wrong), encoding="utf-8")
    after = _run(command, folder)
    if after.returncode != 1:
        raise SystemExit(f"The slip was not found.\n{after.stdout}{after.stderr}")
    return ["$ rulebook check", *after.stdout.splitlines()]


def terminal(printed: Sequence[str]) -> str:
    """Return the lines as an SVG, each sign in a cell of its own so that carets stand where they point."""
    rows = [(kind, row) for kind, line in _kinds(printed) for row in wrapped(line, COLUMNS)]
    width, height = COLUMNS * CELL + 2 * MARGIN, (len(rows) - 1) * LEADING + SIZE + 2 * MARGIN
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>',
        "<title>rulebook check</title>",
        f'<rect width="{width:g}" height="{height:g}" rx="8" fill="#16243a"/>',
        f'<g font-family={quoteattr(_monospace())} font-size="{SIZE:g}" xml:space="preserve">',
    ]
    for number, (kind, row) in enumerate(rows):
        signs, places = [], []
        for sign, column in cells(row):
            if sign != " ":
                # A full-width sign is narrower than two cells: half of what is over goes before it.
                over = (2 * CELL - SIZE) / 2 if _cells_of(sign) == 2 else 0
                signs.append(escape(sign))
                places.append(f"{MARGIN + column * CELL + over:g}")
        if signs:
            y = MARGIN + SIZE * 0.85 + number * LEADING
            x = " ".join(places)
            out.append(f'<text x="{x}" y="{y:g}" fill="{INKS[kind]}">{"".join(signs)}</text>')
    return "\n".join((*out, "</g>", "</svg>", ""))


def wrapped(line: str, columns: int) -> list[str]:
    """Break a line where a terminal would: at the last cell, wherever that is."""
    rows, width = [""], 0
    for sign in line:
        wide = _cells_of(sign)
        if width + wide > columns:
            rows.append("")
            width = 0
        rows[-1] += sign
        width += wide
    return rows


def cells(row: str) -> Iterator[tuple[str, int]]:
    """Give each sign with the cell it begins in."""
    column = 0
    for sign in row:
        yield sign, column
        column += _cells_of(sign)


def _cells_of(sign: str) -> int:
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _kinds(printed: Sequence[str]) -> Iterator[tuple[str, str]]:
    for line in printed:
        if line.startswith("$ "):
            yield "prompt", line
        elif re.match(r"\S+:\d+:\d+: ", line):
            yield "error", line
        elif line.strip() == "^":
            yield "caret", line
        elif re.match(r"  (提示：|hint: )", line):
            yield "hint", line
        else:
            yield "plain", line


def _monospace() -> str:
    """Return the site's own stack for what is typed."""
    styles = (ROOT / "docs" / "assets" / "handbook.css").read_text(encoding="utf-8")
    found = re.search(r"--md-code-font-family:\s*([^;]+);", styles)
    if found is None:
        raise SystemExit("docs/assets/handbook.css sets no --md-code-font-family.")
    return found.group(1)


def arguments() -> list[str]:
    """Return what a browser is started with: its own sandbox does not start for root."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def _shoot(browser: Path, site: Path) -> Iterator[tuple[str, bytes]]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=arguments())
        page = started.new_page(
            viewport={"width": PANEL + 32, "height": 900}, device_scale_factor=2, color_scheme="light"
        )
        for language, prefix in LANGUAGES.items():
            page.goto(f"{site.as_uri()}/{prefix}{RULEBOOK}/duties/index.html")
            card = page.locator(f"#duty-{DUTY}")
            _number(card)
            shown = base64.b64encode(card.screenshot()).decode("ascii")
            image = f'<img src="data:image/png;base64,{shown}">'
            panels = {
                "page": _panel(f"…/duties/index.html#duty-{DUTY}", image),
                "file": _panel(DUTY_FILE.replace(RULEBOOK, "rulebooks/…"), _listing(language)),
            }
            # The file goes on below; the page says how much of it is shown, so that both end on one line.
            height = _measured(page, panels["page"])
            for name, panel in panels.items():
                _show(page, panel)
                page.add_style_tag(content=f"main {{ height: {height}px; }}")
                yield f"duty-{name}.{language}.png", small(page.locator("main").screenshot())
        started.close()


def _number(card: Locator) -> None:
    for number, (place, _) in enumerate(PLACES, start=1):
        card.locator(place).first.evaluate(
            """(element, number) => {
                 const mark = document.createElement("b");
                 mark.textContent = number;
                 Object.assign(mark.style, {
                   display: "inline-block", width: "18px", height: "18px", borderRadius: "9px",
                   background: "#a5331f", color: "#fff", font: "600 12px/18px sans-serif",
                   textAlign: "center", marginLeft: "6px", verticalAlign: "2px",
                 });
                 element.querySelector(".hb-permalink")?.remove();
                 if (element.matches("dd")) element.previousElementSibling.append(mark);
                 else if (element.matches("h3")) element.append(mark);
                 else element.after(mark);
               }""",
            number,
        )


def _listing(language: str) -> str:
    """Return the duty as it stands in its file, and what comes after it in a lighter ink."""
    lines = (ROOT / DUTY_FILE).read_text(encoding="utf-8").splitlines()
    start = lines.index(f"- id: {DUTY}")
    end = next((n for n in range(start, len(lines)) if not lines[n].strip()), len(lines))
    rows = []
    for at, line in enumerate(lines[start:], start=start):
        begins = [key.format(language=language) for _, key in PLACES]
        place = next((n for n, key in enumerate(begins, start=1) if line.strip().startswith(key)), 0)
        words = html.escape(line.strip()) + (f"<b>{place}</b>" if place and at < end else "")
        indent = len(line) - len(line.lstrip()) + 2
        after = ' class="after"' if at >= end else ""
        rows.append(f'<li{after} style="padding-left: calc(24px + {indent}ch)"><i>{at + 1}</i>{words}</li>')
    return f"<ol>{''.join(rows)}</ol>"


def _panel(title: str, inner: str) -> str:
    return f"<main><h1>{html.escape(title)}</h1>{inner}</main>"


def _show(page: Page, panel: str) -> None:
    page.set_content(f"<style>{_LOOK.replace('MONOSPACE', _monospace())}</style>{panel}")


def _measured(page: Page, panel: str) -> int:
    _show(page, panel)
    return int(page.evaluate("document.querySelector('main').offsetHeight"))


_LOOK = f"""
* {{ box-sizing: border-box; margin: 0; padding: 0; }}
main {{ width: {PANEL}px; border: 1px solid #b9c3d0; border-radius: 6px; overflow: hidden;
  background: #fff; }}
h1 {{ font: 600 10.5px/16px MONOSPACE; padding: 5px 10px; background: #1f3a5f; color: #fff;
  overflow-wrap: anywhere; }}
img {{ display: block; width: 100%; }}
ol {{ list-style: none; font: 12.5px/21px MONOSPACE; padding: 8px 10px; color: #1c2733; }}
li {{ position: relative; min-height: 21px; text-indent: -2ch; overflow-wrap: anywhere; }}
i {{ position: absolute; left: 0; width: 20px; text-indent: 0; text-align: right; font-style: normal;
  color: #7d8894; }}
.after {{ color: #8a95a1; }}
b {{ display: inline-block; width: 18px; height: 18px; border-radius: 9px; background: #a5331f;
  color: #fff; font: 600 12px/18px sans-serif; text-align: center; text-indent: 0; margin-left: 6px; }}
"""


def small(picture: bytes) -> bytes:
    """Return the picture with few colours: letters need no more, and it is a third as large."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS).save(out, "png", optimize=True)
    return out.getvalue()


def build(site: Path) -> Path:
    """Build the handbook into a folder, and return it; ends the program where that fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    done = _run(command, ROOT)
    if done.returncode != 0:
        raise SystemExit(f"The handbook could not be built.\n{done.stdout}{done.stderr}")
    return site


def _run(command: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def keep(path: Path, content: bytes) -> None:
    """Write a picture and say so."""
    path.write_bytes(content)
    print(f"{path.relative_to(ROOT).as_posix()} ({len(content) / 1000:.0f} kB)")


if __name__ == "__main__":
    sys.exit(main())

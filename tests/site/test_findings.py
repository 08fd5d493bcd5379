"""Every kind of finding has its page, reached from the list of them all."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks import all_codes, run
from macros.checks.examples import examples, plant, spoil
from macros.checks.examples.trial import fits, tried
from macros.load import load_handbook
from macros.model import Example, Finding
from macros.render.words import ui
from macros.site import findings

CODES = sorted(code.name for code in all_codes())
SHOWN = {code: several[0] for code, several in examples().items()}
FOLDER = "how-to-edit/findings"


def page(site: Path, language: str, path: str = "") -> str:
    root = site / ("en" if language == "en" else ".") / FOLDER
    return (root / path / "index.html").read_text(encoding="utf-8")


def passages(source: str, mark: str) -> str:
    """Return the words of the passages that carry one kind of mark, or of all if none does."""
    found = re.findall(r"<pre.*?</pre>", source, re.DOTALL)
    kept = [one for one in found if f"<{mark}>" in one] or found
    return html.unescape(re.sub(r"<[^>]+>", "", "\n".join(kept)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_its_page_and_the_index_leads_there(built_site: Path, language: str) -> None:
    linked = re.findall(r'href="([a-z0-9-]+)/index.html"><code', page(built_site, language))
    assert sorted(linked) == CODES
    folder = built_site / ("en" if language == "en" else ".") / FOLDER
    assert sorted(path.parent.name for path in folder.glob("*/index.html")) == CODES


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_says_what_it_means_and_shows_the_wrong_and_the_right(
    built_site: Path, language: str
) -> None:
    codes = {code.name: code for code in all_codes()}
    for name, example in SHOWN.items():
        source = page(built_site, language, name)
        words = html.unescape(re.sub(r"<[^>]+>", "", source))
        assert example.about.of(language) in words, name
        assert (ui("finding_says", language) in words) is bool(example.file), name
        assert (codes[name].zh if language == "zh" else codes[name].en) in words, name
        for mark, passage, other in (
            ("del", example.wrong, example.right),
            ("ins", example.right, example.wrong),
        ):
            own = [line for line in passage.split("\n") if line not in other.split("\n")]
            shown = passages(source, mark)
            # Of a long line the handbook shows the part that differs.
            assert [line for line in own if len(line) <= 60 and line not in shown] == [], (name, mark)


@pytest.mark.parametrize("code", CODES[::10])
def test_a_page_says_what_the_check_really_says(built_site: Path, tmp_path: Path, code: str) -> None:
    example: Example = SHOWN[code]
    data = plant(tmp_path)
    spoil(data, example)
    (finding,) = [one for one in run(load_handbook(data)) if fits(one, data, example)]
    for language in ("zh", "en"):
        words = html.unescape(re.sub(r"<[^>]+>", "", page(built_site, language, code)))
        assert finding.message.of(language).replace(f"{tmp_path.as_posix()}/", "") in words
        assert finding.hint is None or finding.hint.of(language) in words


def test_trying_an_example_leaves_the_data_as_they_were(tmp_path: Path) -> None:
    data = plant(tmp_path)
    before = {path: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}
    for code in ("unknown-file", "unreadable-file", "link-leaves-data", "not-utf-8", "unused-exception"):
        found = tried(data, SHOWN[code])
        assert found is not None and found.place.path.startswith("data/rulebooks/")
    assert {path: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()} == before


@pytest.mark.parametrize(
    "spoil_cache",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"error"', '"warning"', 1),
        lambda text: text.replace('"key": "', '"key": "0'),
        lambda text: "[" * 100_000,
        lambda text: "[]",
    ],
)
def test_what_is_remembered_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil_cache: Callable[[str], str]
) -> None:
    asked: list[Path] = []

    def all_tried(data: Path) -> dict[str, Finding]:
        asked.append(data)
        found = tried(data, SHOWN["duplicate-id"])
        return {"duplicate-id": found} if found else {}

    monkeypatch.setattr(findings, "all_tried", all_tried)
    cache = tmp_path / "deep" / "findings.json"
    first = findings.said(cache)
    assert list(first) == ["duplicate-id"] and len(asked) == 1
    assert findings.said(cache) == first and len(asked) == 1
    cache.write_text(spoil_cache(cache.read_text(encoding="utf-8")), encoding="utf-8")
    assert findings.said(cache) == first and len(asked) == 2


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "all_tried", lambda _data: {})
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert findings.said(blocked / "findings.json") == {}


def test_only_the_list_stands_in_the_navigation(built_site: Path) -> None:
    source = page(built_site, "en", "missing-key")
    (navigation,) = re.findall(r'<nav class="md-nav md-nav--primary.*?</nav>\s*</div>', source, re.DOTALL)
    assert "Findings" in navigation
    assert "unknown-key" not in navigation
    path = re.search(r'<nav class="md-path".*?</nav>', source, re.DOTALL)
    assert path is not None and re.sub(r"<[^>]+>|\s", "", path[0]) == "HomeHowtoeditFindings"

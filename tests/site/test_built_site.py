"""What holds for every page of the built handbook."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest

REFERENCES = ("href", "src", "xlink:href", "action", "poster", "srcset")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Page:
    """What a page's source says of itself."""

    language: str | None = None
    ids: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    """Inline scripts, styles and event handlers."""
    words: dict[str, str] = field(default_factory=lambda: {"zh-Hans": "", "en": ""})
    """Text of the main part by the language that `lang` says it is in."""
    title: str = ""


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        above = self.open[-1][1] if self.open else ""
        if tag == "html":
            self.page.language = found.get("lang")
        if tag not in VOID:
            self.open.append((tag, found.get("lang", above)))
        if "id" in found:
            self.page.ids.append(found["id"])
        self.page.references += [found[name] for name in REFERENCES if name in found]
        if re.fullmatch("h[1-6]", tag):
            self.page.headings.append(tag)
        if tag == "script" and "src" not in found and found.get("type") != "application/json":
            self.page.inline.append("script")
        if tag == "style":
            self.page.inline.append("style element")
        self.page.inline += [name for name in found if name == "style" or name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in {name for name, _ in self.open}:
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if tags[-1:] == ["title"] and "head" in tags:
            self.page.title += data
        if "article" in tags and "code" not in tags and self.open[-1][1] in self.page.words:
            self.page.words[self.open[-1][1]] += data


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    out = {}
    for path in sorted(built_site.rglob("*.html")):
        reader = Reader()
        reader.feed(path.read_text(encoding="utf-8"))
        out[path.relative_to(built_site).as_posix()] = reader.page
    return out


def test_every_link_and_fragment_resolves(built_site: Path, pages: dict[str, Page]) -> None:
    site = built_site.resolve()

    def target(name: str, path: str) -> Path:
        if path.startswith("/") and name == "404.html":
            return (site / path.lstrip("/")).resolve()
        return (site / name).parent.joinpath(unquote(path)).resolve() if path else site / name

    def broken() -> Iterator[str]:
        for name, page in pages.items():
            for reference in page.references:
                path, _, fragment = reference.partition("#")
                file = target(name, path)
                if not file.is_relative_to(site) or not file.is_file():
                    yield f"{name}: {reference}"
                    continue
                other = pages.get(file.relative_to(site).as_posix())
                if fragment and other is not None and unquote(fragment) not in other.ids:
                    yield f"{name}: {reference}"

    assert sorted(set(broken())) == []


def test_links_name_a_file_and_start_from_the_page(pages: dict[str, Page]) -> None:
    offenders = [
        f"{name}: {reference}"
        for name, page in pages.items()
        for reference in page.references
        if reference.partition("#")[0].endswith("/") or (reference.startswith("/") and name != "404.html")
    ]
    assert not offenders


def test_nothing_is_asked_of_another_host(pages: dict[str, Page]) -> None:
    offenders = [
        f"{name}: {reference}"
        for name, page in pages.items()
        for reference in page.references
        if re.match(r"[a-z][a-z0-9+.-]*:|//", reference, re.IGNORECASE)
    ]
    assert not offenders


def test_no_inline_script_or_style(pages: dict[str, Page]) -> None:
    assert [f"{name}: {page.inline}" for name, page in pages.items() if page.inline] == []


def test_every_page_says_its_language(pages: dict[str, Page]) -> None:
    offenders = [
        name
        for name, page in pages.items()
        if page.language != ("en" if name.startswith("en/") else "zh-Hans")
    ]
    assert not offenders


def test_both_languages_have_the_same_pages(pages: dict[str, Page]) -> None:
    english = {name.removeprefix("en/") for name in pages if name.startswith("en/")}
    chinese = {name for name in pages if not name.startswith("en/")} - {"404.html"}
    assert english == chinese
    assert {
        "index.html",
        "rulebooks/index.html",
        "how-to-use/index.html",
        "how-to-edit/index.html",
    } <= chinese


def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    offenders = []
    for name, page in pages.items():
        levels = [int(heading[1]) for heading in page.headings]
        if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            offenders.append(f"{name}: {levels}")
    assert not offenders


def test_ids_are_unique_and_titles_are_there(pages: dict[str, Page]) -> None:
    assert [name for name, page in pages.items() if len(page.ids) != len(set(page.ids))] == []
    assert [name for name, page in pages.items() if not page.title.strip()] == []


def test_chinese_stands_under_chinese(pages: dict[str, Page]) -> None:
    """On English pages every Chinese fragment has its `lang`; quoted punctuation aside."""
    offenders = {
        name: re.findall(r"[\u4e00-\u9fff]+", page.words["en"])[:5]
        for name, page in pages.items()
        if name.startswith("en/") and re.search(r"[\u4e00-\u9fff]", page.words["en"])
    }
    assert offenders == {}


def test_no_template_sign_is_left(built_site: Path) -> None:
    offenders = [
        path.relative_to(built_site).as_posix()
        for path in built_site.rglob("*.html")
        if re.search(r"data-place=|\{\{|\{%|Macro (Rendering|Syntax) Error", path.read_text(encoding="utf-8"))
    ]
    assert not offenders

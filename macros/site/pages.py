"""A page's HTML put in its place, its contents, and what the theme is told about its language."""

from __future__ import annotations

import re
from html import escape
from typing import Any

from mkdocs.structure.toc import AnchorLink, TableOfContents

from macros.model import Handbook
from macros.render import words
from macros.render.book import Address, Fragment
from macros.render.contents import anchors, headings
from macros.search.units import KINDS
from macros.site.places import fill_places
from macros.site.session import Session
from macros.site.tree import language_of, twin

_SECTION = re.compile(
    r'aria-labelledby="(?P<id>__nav_[0-9_]+)_label"(?P<rest>[^>]*>\s*<label class="md-nav__title" for="(?P=id)">'
    r"\s*<span[^>]*></span>\s*(?P<name>[^<]+?)\s*</label>)"
)
"""The theme's list of a section, which it names by an element without words."""

_SEARCH = (
    "label", "placeholder", "found", "meant", "more", "other", "failed", "by_kind", "every_kind", "by_role",
    "every_role", "by_rulebook", "every_rulebook", "index_name", "results", "none", "close",
)  # fmt: skip
"""What the search box says."""

PALETTES = ("palette_auto", "palette_light", "palette_dark")


def fill(html: str, page: Any, session: Session) -> str:
    """Put rendered HTML in the place of the page's placeholders; set title, contents and anchors."""
    language = language_of(page.file.src_uri)
    whole: list[Fragment] = []

    def render(kind: str, rulebook: str, entry: str) -> str:
        address = Address(kind, rulebook, entry, language)
        fragment = session.book.render(address, page.file.url)
        if address in session.addresses:
            whole.append(fragment)
        return fragment.html

    html = fill_places(html, render)
    for fragment in whole:
        page.title = escape(fragment.title)
        page.meta["hide"] = ["toc"] if fragment.wide else []
        page.meta["description"] = escape(fragment.description)
    if page.file.url in ("index.html", "en/index.html"):
        page.title = escape(words.ui("home", language))
    page.toc = contents(html)
    page.present_anchor_ids = (page.present_anchor_ids or set()) | anchors(html)
    return html


def name_sections(page: str) -> str:
    """Give each section of the navigation its own name; without one they cannot be told apart by ear."""
    return _SECTION.sub(r'aria-label="\g<name>"\g<rest>', page)


def contents(html: str) -> TableOfContents:
    """Return the page's contents as MkDocs keeps them, headings nested by level."""
    top: list[AnchorLink] = []
    open_: list[AnchorLink] = []
    for heading in headings(html):
        link = AnchorLink(heading.html, heading.id, heading.level)
        while open_ and open_[-1].level >= link.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(link)
        open_.append(link)
    return TableOfContents(top)


def search_box(handbook: Handbook, language: str) -> dict[str, Any]:
    """Return what the search box in the header says, and where it leads without script; all of it escaped."""
    only = next(iter(handbook.rulebooks)) if len(handbook.rulebooks) == 1 else ""
    index = f"rulebooks/{only}/a-z/index.html" if only else "rulebooks/index.html"
    return {
        **{key: escape(words.ui(f"search_{key}", language)) for key in _SEARCH},
        "index": index if language == "zh" else f"en/{index}",
        "kinds": [(kind, escape(words.ui(f"search_kind_{kind}", language))) for kind in KINDS],
    }


def tell_theme(context: Any, page: Any, config: Any, session: Session) -> None:
    """Set what the theme reads off the configuration to the page's own language."""
    language = language_of(page.file.src_uri)
    other = "en" if language == "zh" else "zh"
    root = "" if language == "zh" else "en/"
    config.theme["language"] = words.HTML_LANGUAGE[language]
    config.site_name = escape(session.handbook.title.of(language))
    config.copyright = escape(words.ui("site_footer", language))
    config.extra["path_name"] = escape(words.ui("path_name", language))
    config.extra["homepage"] = f"{root}index.html"
    config.extra["alternate"] = [
        {
            "name": words.ui("switch_language", language),
            "link": twin(page.file.url),
            "lang": words.HTML_LANGUAGE[other],
        }
    ]
    config.extra["search"] = search_box(session.handbook, language)
    for option, key in zip(config.theme["palette"], PALETTES, strict=True):
        option["toggle"]["name"] = words.ui(key, language)
    context["nav"] = session.navigations[language]

"""Which files MkDocs is given, and the navigation of each language.

Sources and navigation hold ids alone. Titles come from the rendered pages, after macros have run:
a title with template signs in it would otherwise be run as a template.
"""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section

from macros.render import words
from macros.render.book import Address
from macros.site.session import Session

LAST = ("how-to-use/", "how-to-edit/")
"""Hand-written pages in the order of the navigation, after the rulebooks."""


def language_of(src_uri: str) -> str:
    """Return the language of a page by where it stands."""
    return "en" if src_uri.startswith("en/") else "zh"


def twin(url: str) -> str:
    """Return the address of the same page in the other language."""
    return url.removeprefix("en/") if url.startswith("en/") else f"en/{url}"


def written(docs: Path) -> dict[str, dict[str, Path]]:
    """Return the hand-written pages that stand in both languages: path → language → file."""
    found: dict[str, dict[str, Path]] = {}
    for language in words.LANGUAGES:
        for file in sorted((docs / language).rglob("*.md")):
            inner = file.relative_to(docs / language).with_suffix("").as_posix()
            folder = posixpath.dirname(inner) if inner.split("/")[-1] == "index" else inner
            found.setdefault(f"{folder}/" if folder else "", {})[language] = file
    return {path: files for path, files in found.items() if len(files) == len(words.LANGUAGES)}


def make_files(files: Files, config: Any, session: Session) -> Files:
    """Put the pages of both languages in the place of whatever Markdown stands under `docs/`."""
    kept = [file for file in files if not file.is_documentation_page()]
    for path, by_language in written(Path(config.docs_dir)).items():
        for language, file in by_language.items():
            made = File.generated(config, _source(path, language), abs_src_path=str(file))
            made.dest_uri = f"{'' if language == 'zh' else 'en/'}{path}index.html"
            made.name = "index"  # so that a section it begins is entered through it
            kept.append(made)
    for address in session.addresses:
        source = f'{{{{ rulebook_page("{address.kind}", "{address.rulebook}", "{address.entry}") }}}}\n'
        page = File.generated(config, f"{address.path}index.md", content=source)
        if not address.listed:
            page.inclusion = InclusionLevel.NOT_IN_NAV
        kept.append(page)
    return Files(kept)


def _source(path: str, language: str) -> str:
    """Return where a hand-written page stands for MkDocs: links in it are written file by file."""
    return ("" if language == "zh" else "en/") + (f"{path.rstrip('/')}.md" if path else "index.md")


def make_nav(config: Any, session: Session) -> list[Any]:
    """Return the navigation of both languages in one list: paths, and sections named by a key."""
    pages = written(Path(config.docs_dir))
    rest = [path for path in pages if path and path not in LAST]
    out: list[Any] = []
    for language in words.LANGUAGES:
        mine = [one for one in session.addresses if one.language == language and one.listed]
        out += [_source(path, language) for path in ("",) if path in pages]
        for rulebook in session.handbook.rulebooks:
            inner = [address for address in mine if address.rulebook == rulebook]
            out.append({f"{language}:{rulebook}": _inside(inner, f"{language}:{rulebook}")})
        ours = [address for address in mine if not address.rulebook]
        out += [f"{address.path}index.md" for address in ours if not address.under]
        out += [_with_pages_below(path, language, ours) for path in LAST if path in pages]
        if rest:
            out.append({f"{language}::project": [_source(path, language) for path in rest]})
    return out


def _with_pages_below(path: str, language: str, ours: list[Address]) -> Any:
    """Return a hand-written page, as a section where generated pages stand under it."""
    name = path.strip("/")
    below = [
        {f"{language}::{address.kind}": [f"{address.path}index.md"]}
        for address in ours
        if address.under == name
    ]
    source = _source(path, language)
    return {f"{language}::{name}": [source, *below]} if below else source


def _inside(found: list[Address], key: str) -> list[Any]:
    below: dict[str, list[str]] = {}
    for address in found:
        if address.under:
            below.setdefault(address.under, []).append(f"{address.path}index.md")
    out: list[Any] = []
    for address in found:
        page = f"{address.path}index.md"
        if address.kind in below:
            out.append({f"{key}:{address.kind}": [page, *below[address.kind]]})
        elif not address.under:
            out.append(page)
    return out


def cut_nav(nav: Navigation, session: Session) -> None:
    """Cut one navigation per language out of the whole and name its sections."""
    for language in words.LANGUAGES:
        items = [item for item in nav.items if _language(item) == language]
        for item in items:
            _name(item, session)
        pages = [page for page in nav.pages if language_of(page.file.src_uri) == language]
        if pages:
            pages[0].previous_page = pages[-1].next_page = None
        own = Navigation(items, pages)
        own.homepage = pages[0] if pages else None
        session.navigations[language] = own


def hang_unlisted(files: Files, session: Session) -> None:
    """Let each page that the navigation leaves out stand under the section of its list."""
    for address in session.addresses:
        if not address.listed:
            above = Address(address.under, address.rulebook, "", address.language)
            page, found = (files.get_file_from_path(f"{one.path}index.md") for one in (address, above))
            if page and page.page and found and found.page:
                page.page.parent = found.page.parent


def _language(item: Any) -> str:
    while isinstance(item, Section):
        item = item.children[0]
    return language_of(item.file.src_uri)


def _name(item: Any, session: Session) -> None:
    if not isinstance(item, Section):
        return
    language, rulebook, *kind = item.title.split(":")
    if kind:  # a list of pages of one kind, or the pages about the project
        item.title = escape(words.ui(f"{kind[0].replace('-', '_')}_title", language))
    else:
        item.title = escape(session.handbook.rulebooks[rulebook].head.short_title.of(language))
    for child in item.children:
        _name(child, session)

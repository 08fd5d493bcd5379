"""Files written once the pages are built: the exports, the sitemap, and the page for a wrong address."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from macros import exports
from macros.render.environment import fill
from macros.render.figure import FILE as FIGURE
from macros.render.figure import figure_file
from macros.search.files import files as search_files
from macros.site.session import Session
from macros.site.tree import twin

_SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def write_all(config: Any, session: Session, urls: list[str]) -> None:
    """Write everything that is no page."""
    site = Path(config.site_dir)
    write_exports(site, session)
    write_figures(site, session)
    if config.site_url:
        _write(site / "sitemap.xml", sitemap(config.site_url, urls).encode())
    prefix = urlsplit(config.site_url or "/").path
    _write(site / "404.html", fill("404.html", "zh", prefix=prefix, handbook=session.handbook).encode())


def write_exports(site: Path, session: Session) -> None:
    """Write the rules for other programs, each form where its pages link to it, and the search's index."""
    if not session.exported:
        for form in exports.FORMS:
            session.exported.update(exports.files(form, session.handbook))
        session.exported.update(search_files(session.handbook))
    for path, content in session.exported.items():
        _write(site / path, content)


def write_figures(site: Path, session: Session) -> None:
    """Write each procedure's figure beside its page, in both languages."""
    for address in session.addresses:
        if address.kind == "procedure":
            rulebook = session.handbook.rulebooks[address.rulebook]
            content = figure_file(rulebook.procedures[address.entry], rulebook, address.language)
            _write(site / address.path / FIGURE, content.encode())


def sitemap(site_url: str, urls: list[str]) -> str:
    """Return the sitemap: every page once, each with its address in both languages."""
    root = site_url.rstrip("/") + "/"
    out = [_SITEMAP]
    for url in sorted(urls):
        chinese = twin(url) if url.startswith("en/") else url
        out.append(f"<url><loc>{escape(root + url)}</loc>")
        for language, path in (("zh-Hans", chinese), ("en", twin(chinese))):
            href = escape(root + path)
            out.append(f'<xhtml:link rel="alternate" hreflang="{language}" href="{href}"/>')
        out.append("</url>\n")
    return "".join((*out, "</urlset>\n"))


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

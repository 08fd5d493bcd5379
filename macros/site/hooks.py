"""The events of a MkDocs build, in their order; `mkdocs.yml` names this file.

Each is a line or two: what is done stands in the modules beside this one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # MkDocs loads a hook by its path, perhaps from another folder

from macros.site import after, pages, tree  # noqa: E402
from macros.site.session import current, open_session  # noqa: E402


def on_config(config: Any) -> Any:
    """Leave sitemap and 404 to ourselves, and take the theme's options for our own to change."""
    config.theme.static_templates -= {"sitemap.xml", "404.html"}
    config.theme["palette"] = [
        {**option, "toggle": {**option["toggle"]}} for option in config.theme["palette"]
    ]
    return config


def on_pre_build(config: Any) -> None:
    """Load and check the data; an error in it stops the build here."""
    open_session(config)


def on_files(files: Any, config: Any) -> Any:
    """Generate every page of both languages."""
    config.nav = tree.make_nav(config, current())
    return tree.make_files(files, config, current())


def on_nav(nav: Any, config: Any, files: Any) -> Any:
    """Cut one navigation per language."""
    tree.cut_nav(nav, current())
    tree.hang_unlisted(files, current())
    return nav


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Put the rendered HTML in."""
    return pages.fill(html, page, current())


def on_page_context(context: Any, page: Any, config: Any, nav: Any) -> Any:
    """Give the theme the page's language."""
    pages.tell_theme(context, page, config, current())
    return context


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Name what the theme leaves without a name."""
    return pages.name_sections(output)


def on_post_build(config: Any) -> None:
    """Write what is no page."""
    urls = [page.file.url for each in current().navigations.values() for page in each.pages]
    urls += [f"{address.path}index.html" for address in current().addresses if not address.listed]
    after.write_all(config, current(), urls)

"""Which pages there are, and a page's HTML: the room's front door."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from macros.derive.references import References, references
from macros.model import Explanation, Handbook
from macros.render import pages, words
from macros.render.desk import Desk
from macros.render.environment import fill
from macros.render.local import local_box
from macros.render.marking import mark_chinese
from macros.render.view import Hall, status


@dataclass(frozen=True)
class Address:
    """One page: which kind, of which rulebook (none: the handbook's), of which thing, in which language."""

    kind: str
    rulebook: str
    entry: str
    language: str

    @property
    def path(self) -> str:
        """The page's folder from the site's root, with a slash at its end; empty at the root."""
        root = "" if self.language == "zh" else "en/"
        below = f"rulebooks/{self.rulebook}/" if self.rulebook else ""
        inner: str = kinds()[self.kind].PATH
        return root + below + inner.replace("{id}", self.entry)

    @property
    def key(self) -> str:
        """What names the page in a generated source: ids and colons only."""
        return f"{self.kind}:{self.rulebook}:{self.entry}"

    @property
    def under(self) -> str:
        """The kind of page this one stands under in the navigation; empty for none."""
        return str(getattr(kinds()[self.kind], "UNDER", ""))

    @property
    def listed(self) -> bool:
        """Whether the navigation lists the page."""
        return bool(getattr(kinds()[self.kind], "LISTED", True))


@dataclass(frozen=True)
class Fragment:
    """A rendered page: title and description are plain text, the rest is HTML."""

    title: str
    description: str
    html: str
    wide: bool
    """Whether the page needs the room that a table of contents would take."""


@cache
def kinds() -> dict[str, Any]:
    """Return the page modules by kind, in the order of the navigation."""
    found = [import_module(f"{pages.__name__}.{item.name}") for item in pkgutil.iter_modules(pages.__path__)]
    return {module.KIND: module for module in sorted(found, key=lambda module: (module.ORDER, module.KIND))}


def addresses(
    handbook: Handbook, explanations: Mapping[str, Explanation] | None = None
) -> tuple[Address, ...]:
    """Return every page of the handbook in both languages, in the order of the navigation."""
    out = []
    for language in words.LANGUAGES:
        for kind, module in kinds().items():
            if module.SCOPE == "handbook":
                out += [Address(kind, "", entry, language) for entry in _entries(module, explanations or {})]
        for rulebook in handbook.rulebooks.values():
            for kind, module in kinds().items():
                if module.SCOPE == "rulebook":
                    out += [
                        Address(kind, rulebook.id, entry, language) for entry in _entries(module, rulebook)
                    ]
    return tuple(out)


def _entries(module: Any, things: Any) -> Iterable[str]:
    if "{id}" not in module.PATH:
        return ("",)
    entries: Iterable[str] = module.entries(things)
    return entries


class Book:
    """A handbook ready to be rendered; keeps what pages share."""

    def __init__(self, handbook: Handbook, explanations: Mapping[str, Explanation] | None = None) -> None:
        """Take what is shown; a rulebook's references are turned round when it is first asked for."""
        self.handbook = handbook
        self.explanations = explanations or {}
        self._references: dict[str, References] = {}
        self._cache: dict[tuple[str, str], dict[str, Any]] = {}

    def desk(self, rulebook: str, language: str, here: str) -> Desk:
        """Return the desk for a page at `here`."""
        if rulebook not in self._references:
            self._references[rulebook] = references(self.handbook.rulebooks[rulebook])
        cache = self._cache.setdefault((rulebook, language), {})
        local = self.handbook.local.get(rulebook)
        book = self.handbook.rulebooks[rulebook]
        return Desk(book, self._references[rulebook], language, here, local, cache)

    def hall(self, language: str, here: str) -> Hall:
        """Return the desk for a page of no single rulebook."""
        desks = {rulebook: self.desk(rulebook, language, here) for rulebook in self.handbook.rulebooks}
        return Hall(self.handbook, language, here, desks, self.explanations)

    def render(self, address: Address, here: str = "") -> Fragment:
        """Render a page, or a block on the page `here`."""
        module = kinds()[address.kind]
        here = here or f"{address.path}index.html"
        if address.rulebook:
            desk = self.desk(address.rulebook, address.language, here)
            view, banner = module.view(desk, address.entry), status(desk)
            local = local_box(desk, address.kind, address.entry)
        else:
            view, banner, local = module.view(self.hall(address.language, here), address.entry), None, None
        template = f"{address.kind.replace('-', '_')}.html"
        html = fill(template, address.language, view=view, status=banner, local=local)
        if address.language == "en":
            html = mark_chinese(html)
        return Fragment(view.title, view.lead, html, getattr(module, "WIDE", False))

"""What every page has, and the two desks a page module is handed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.model import Explanation, Handbook
from macros.render import pieces, words
from macros.render.desk import Desk, relative


@dataclass(frozen=True, kw_only=True)
class View:
    """The base of all view objects."""

    title: str
    lead: str = ""
    """One sentence under the title that says what the page is; also the page's description."""


@dataclass(frozen=True)
class Status:
    """The banner on every page of a rulebook."""

    tag: pieces.Tag
    note: str
    history: pieces.Link
    background: pieces.Link | None
    """Where facts from outside the text stand, if there are any."""


@dataclass(frozen=True)
class Hall:
    """The desk of pages that belong to no single rulebook."""

    handbook: Handbook
    language: str
    here: str
    desks: Mapping[str, Desk]
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    """Every kind of finding by its code."""

    def ui(self, key: str, **values: object) -> str:
        """Return a phrase of the interface."""
        return words.ui(key, self.language, **values)

    def sentence(self, text: str) -> str:
        """End a sentence that stands without its full stop."""
        return f"{text}{self.ui('full_stop').strip()}"

    def href(self, path: str) -> str:
        """Return the address of a page from the root of its language (`rulebooks/`), relative."""
        root = "" if self.language == "zh" else "en/"
        return relative(f"{root}{path}index.html", self.here)


def status(desk: Desk) -> Status:
    """Return the banner that says whether the rules are known to be in force."""
    said = desk.rulebook.head.status
    link = pieces.Link(desk.page("history/"), desk.ui("history_title"))
    headings = [desk.of(fact.heading) for fact in desk.rulebook.head.background]
    outside = pieces.Link(
        f"{link.href}#background",
        desk.ui("background") + desk.ui("colon") + desk.ui("list_comma").join(headings),
    )
    return Status(
        desk.tag("state", said.state),
        desk.of(said.note),
        link,
        outside if desk.rulebook.head.background else None,
    )


def capital(text: str) -> str:
    """Return a name as a title: with a capital letter where the script has them."""
    return text[:1].upper() + text[1:]

"""Everything by its first letter: what the search finds, for those without script and those who browse."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from macros.derive.pronunciation import sort_key
from macros.render import pieces, words
from macros.render.desk import Desk
from macros.render.view import View

KIND = "a-z"
SCOPE = "rulebook"
PATH = "a-z/"
ORDER = 112
_COLLECTIONS = {
    "roles": "role", "meetings": "meeting", "documents": "document", "procedures": "procedure",
    "terms": "term", "open_questions": "question",
}  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """A name that leads to its page, and what kind of thing it is."""

    link: pieces.Link
    kind: str


@dataclass(frozen=True, kw_only=True)
class IndexView(View):
    """Articles in their order, then everything by letter."""

    articles: tuple[tuple[pieces.Link, str], ...]
    letters: tuple[tuple[str, tuple[Entry, ...]], ...]


def view(desk: Desk, entry: str) -> IndexView:
    """Put the page together."""
    articles = tuple(
        (
            pieces.Link(desk.href("provision", one.eid), desk.of(one.label)),
            desk.of(one.heading) if one.heading else "",
        )
        for one in desk.rulebook.provisions.values()
        if one.kind == "article"
    )
    names: dict[tuple[str, str], Entry] = {}
    for collection, kind in _COLLECTIONS.items():
        for id, thing in getattr(desk.rulebook, collection).items():
            asks = desk.of(getattr(thing, "asks", None) or thing.name)
            found = Entry(pieces.Link(desk.href(kind, id), asks), desk.ui(f"search_kind_{kind}"))
            names[(collection, id)] = found
    ordered = sorted(names.values(), key=lambda one: (sort_key(one.link.text), one.kind))
    letters = tuple(
        (letter, tuple(found)) for letter, found in groupby(ordered, key=lambda one: _letter(one.link.text))
    )
    return IndexView(
        title=words.ui("index_title", desk.language),
        lead=desk.ui("index_lead"),
        articles=articles,
        letters=letters,
    )


def _letter(name: str) -> str:
    first = sort_key(name)[0][:1].upper()
    return first if "A" <= first <= "Z" else "#"

"""Everything by its first letter: what the search finds, for those without script and those who browse."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from macros.derive.pronunciation import sort_key
from macros.render import pieces
from macros.render.desk import KINDS, Desk
from macros.render.view import View

KIND = "a-z"
SCOPE = "rulebook"
PATH = "a-z/"
ORDER = 112
_COLLECTIONS = ("roles", "meetings", "documents", "procedures", "terms", "open_questions")


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
        (desk.link("provisions", id), desk.of(one.heading) if one.heading else "")
        for id, one in desk.rulebook.provisions.items()
        if one.kind == "article"
    )
    found = [
        Entry(desk.link(collection, id), desk.ui(f"search_kind_{KINDS[collection]}"))
        for collection in _COLLECTIONS
        for id in getattr(desk.rulebook, collection)
    ]
    keyed = sorted(
        ((sort_key(one.link.text), one) for one in found), key=lambda pair: (pair[0], pair[1].kind)
    )
    letters = groupby(keyed, key=lambda pair: _letter(pair[0][0]))
    return IndexView(
        title=desk.ui("index_title"),
        lead=desk.ui("index_lead"),
        articles=articles,
        letters=tuple((letter, tuple(one for _, one in several)) for letter, several in letters),
    )


def _letter(key: str) -> str:
    first = key[:1].upper()
    return first if "A" <= first <= "Z" else "#"

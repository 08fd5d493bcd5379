"""All rulebooks of the handbook."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.pages.text import rulebook_pages
from macros.render.view import Hall, Status, View, status

KIND = "rulebooks"
SCOPE = "handbook"
PATH = "rulebooks/"
ORDER = 5


@dataclass(frozen=True)
class Card:
    """A rulebook in short."""

    link: pieces.Link
    title: str
    other: pieces.Text
    number: str
    issuer: str
    status: Status
    counts: tuple[tuple[int, str, str], ...]
    """How many, of what, and where."""
    pages: tuple[pieces.Link, ...]


@dataclass(frozen=True, kw_only=True)
class RulebooksView(View):
    """The list."""

    cards: tuple[Card, ...]


def cards(hall: Hall) -> tuple[Card, ...]:
    """Return every rulebook in short; home shows the same."""
    out = []
    for desk in hall.desks.values():
        book, head = desk.rulebook, desk.rulebook.head
        articles = sum(provision.kind == "article" for provision in book.provisions.values())
        counts = (
            (articles, hall.ui("articles"), desk.page("")),
            (len(book.duties), hall.ui("duties_title"), desk.page("duties/")),
            (len(book.roles), hall.ui("roles_title"), desk.page("roles/")),
            (len(book.procedures), hall.ui("procedures_title"), desk.page("procedures/")),
            (len(book.open_questions), hall.ui("open_questions_title"), desk.page("open-questions/")),
        )
        out.append(
            Card(
                pieces.Link(desk.page(""), hall.ui("read_text")),
                desk.of(head.title),
                pieces.Text(head.title.of(desk.other), desk.other),
                desk.of(head.number),
                desk.of(head.issuer.name),
                status(desk),
                counts,
                rulebook_pages(desk),
            )
        )
    return tuple(out)


def view(hall: Hall, entry: str) -> RulebooksView:
    """Put the page together."""
    return RulebooksView(title=hall.ui("rulebooks_title"), lead=hall.ui("rulebooks_lead"), cards=cards(hall))

"""The part of the home page that is computed: what can be asked, and the rulebooks."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.pages.rulebooks import Card, cards
from macros.render.view import Hall, View

KIND = "home"
SCOPE = "block"
PATH = ""
ORDER = 0


@dataclass(frozen=True)
class Ask:
    """Something people ask, and the page that answers it."""

    link: pieces.Link
    question: str
    icon: str


@dataclass(frozen=True, kw_only=True)
class HomeView(View):
    """The computed part."""

    asks: tuple[Ask, ...]
    cards: tuple[Card, ...]


ASKS = (
    ("", "ask_text", "text_title"),
    ("guide/", "ask_guide", "guide_title"),
    ("roles/", "ask_roles", "roles_title"),
    ("duties/", "ask_duties", "duties_title"),
    ("matrix/", "ask_matrix", "matrix_title"),
    ("meetings/", "ask_meetings", "meetings_title"),
    ("procedures/", "ask_procedures", "procedures_title"),
    ("documents/", "ask_documents", "documents_title"),
    ("calendar/", "ask_calendar", "calendar_title"),
    ("open-questions/", "ask_open", "open_questions_title"),
)


def view(hall: Hall, entry: str) -> HomeView:
    """Put the block together; with several rulebooks each card has its own ways in."""
    desk = next(iter(hall.desks.values()), None)
    asks: tuple[Ask, ...] = ()
    if desk is not None and len(hall.desks) == 1:
        asks = tuple(
            Ask(pieces.Link(desk.page(path), hall.ui(title)), hall.ui(question), path.strip("/") or "text")
            for path, question, title in ASKS
        )
    return HomeView(title=hall.ui("home"), asks=asks, cards=cards(hall))

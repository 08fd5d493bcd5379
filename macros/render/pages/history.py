"""The document's life as stated: dates, people, versions; and apart from it what is known from outside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.rulebook import Named
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "history"
SCOPE = "rulebook"
PATH = "history/"
ORDER = 140


@dataclass(frozen=True)
class Stated:
    """A stated fact of the document: what, its value, its words."""

    what: str
    value: str
    quotes: tuple[pieces.Quote, ...]
    question: pieces.Question | None
    standing: pieces.Standing


@dataclass(frozen=True)
class VersionPiece:
    """One version of the text."""

    date: str
    source: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class HistoryView(View):
    """The page."""

    facts: tuple[Stated, ...]
    inferred: tuple[Stated, ...]
    versions: tuple[VersionPiece, ...]
    background: tuple[tuple[str, str], ...]


def view(desk: Desk, entry: str) -> HistoryView:
    """Put the page together."""
    head = desk.rulebook.head
    facts = [
        Stated(
            desk.tag("date_event", date.event).label,
            date.on or desk.ui("no_date"),
            desk.quotes(date.words),
            desk.maybe_question(date.question),
            desk.standing(date),
        )
        for date in head.dates
    ]
    for key, named in (
        ("issuer", (head.issuer,)),
        ("recipients", head.recipients),
        ("copies_to", head.copies_to),
        ("contact", head.contact),
        ("production", head.production),
    ):
        facts += _named(desk, key, named)
    return HistoryView(
        title=desk.ui("history_title"),
        lead=desk.ui("history_lead"),
        facts=tuple(fact for fact in facts if not fact.standing.inferred),
        inferred=tuple(fact for fact in facts if fact.standing.inferred),
        versions=tuple(VersionPiece(item.date, item.source, item.sha256) for item in head.versions),
        background=tuple((desk.of(item.text), desk.of(item.source)) for item in head.background),
    )


def _named(desk: Desk, key: str, found: Iterable[Named]) -> list[Stated]:
    return [
        Stated(
            desk.ui(key),
            desk.of(item.name),
            desk.quotes(item.words),
            desk.maybe_question(item.question),
            desk.standing(item),
        )
        for item in found
    ]

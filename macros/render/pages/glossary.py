"""The terms: what the text defines, and what it uses undefined."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.terms import where_used
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "glossary"
SCOPE = "rulebook"
PATH = "glossary/"
ORDER = 100


@dataclass(frozen=True)
class TermPiece:
    """One entry."""

    id: str
    name: str
    other: pieces.Text
    """The name in the other language."""
    definition: str
    other_definition: pieces.Text | None
    synonyms: tuple[pieces.Text, ...]
    asked_as: tuple[pieces.Text, ...]
    used: tuple[pieces.Link, ...]
    """The provisions that use the word."""
    see: tuple[pieces.Link, ...]
    quotes: tuple[pieces.Quote, ...]
    questions: tuple[pieces.Question, ...]
    standing: pieces.Standing


@dataclass(frozen=True, kw_only=True)
class GlossaryView(View):
    """All entries in the order of the data."""

    terms: tuple[TermPiece, ...]


def view(desk: Desk, entry: str) -> GlossaryView:
    """Put the page together."""
    out = []
    used = where_used(desk.rulebook)
    for term in desk.rulebook.terms.values():
        see = [
            desk.link(collection, thing)
            for collection, thing in (
                ("roles", term.role),
                ("meetings", term.meeting),
                ("documents", term.document),
            )
            if thing
        ]
        out.append(
            TermPiece(
                f"term-{term.id}",
                desk.of(term.name),
                pieces.Text(term.name.of(desk.other), desk.other),
                desk.of(term.definition),
                pieces.Text(term.definition.of(desk.other), desk.other) if term.definition else None,
                _phrases(desk, term.synonyms),
                _phrases(desk, term.asked_as),
                tuple(desk.link("provisions", provision) for provision in used[term.id]),
                tuple(see),
                desk.quotes(term.words),
                desk.questions("terms", term.id),
                desk.standing(term),
            )
        )
    return GlossaryView(title=desk.ui("glossary_title"), lead=desk.ui("glossary_lead"), terms=tuple(out))


def _phrases(desk: Desk, phrases: object) -> tuple[pieces.Text, ...]:
    return tuple(
        pieces.Text(phrase, language)
        for language in (desk.language, desk.other)
        for phrase in getattr(phrases, language)
    )

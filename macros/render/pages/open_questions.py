"""The open questions, by kind."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "open-questions"
SCOPE = "rulebook"
PATH = "open-questions/"
ORDER = 110


@dataclass(frozen=True)
class QuestionPiece:
    """One open question in full."""

    id: str
    asks: str
    kind: pieces.Tag
    quotes: tuple[pieces.Quote, ...]
    readings: tuple[str, ...]
    stakes: str
    touches: tuple[tuple[str, tuple[pieces.Link, ...]], ...]
    standing: pieces.Standing


@dataclass(frozen=True, kw_only=True)
class OpenQuestionsView(View):
    """All open questions in groups by kind."""

    count: int
    groups: tuple[tuple[pieces.Tag, tuple[QuestionPiece, ...]], ...]
    silences: tuple[QuestionPiece, ...]
    """What people ask and the text does not speak of: also a list of its own, so that it is found."""


def view(desk: Desk, entry: str) -> OpenQuestionsView:
    """Put the page together."""
    groups = []
    for kind in ("ambiguity", "undefined", "silence"):
        found = tuple(
            QuestionPiece(
                f"question-{question.id}",
                desk.of(question.asks),
                desk.tag("question_kind", question.kind),
                desk.quotes(question.words),
                tuple(desk.of(reading) for reading in question.readings),
                desk.of(question.stakes),
                _touches(desk, question.id),
                desk.standing(question),
            )
            for question in desk.rulebook.open_questions.values()
            if question.kind == kind
        )
        if found:
            groups.append((desk.tag("question_kind", kind), found))
    return OpenQuestionsView(
        title=desk.ui("open_questions_title"),
        lead=desk.ui("open_questions_lead"),
        count=len(desk.rulebook.open_questions),
        groups=tuple(groups),
        silences=next((found for kind, found in groups if kind.value == "silence"), ()),
    )


def _touches(desk: Desk, question: str) -> tuple[tuple[str, tuple[pieces.Link, ...]], ...]:
    """Return what the question says it touches together with what names the question."""
    touches = desk.rulebook.open_questions[question].touches
    out = []
    for collection, title in (
        ("provisions", "provisions"),
        ("duties", "duties_title"),
        ("roles", "roles_title"),
        ("meetings", "meetings_title"),
        ("documents", "documents_title"),
        ("procedures", "procedures_title"),
        ("terms", "glossary_title"),
        ("open_questions", "open_questions_title"),
    ):
        named = [item[1] for item in desk.references.question.get(question) if item[0] == collection]
        both = dict.fromkeys((*getattr(touches, collection), *named))
        links = tuple(desk.link(collection, thing) for thing in both if thing != question)
        if links:
            out.append((desk.ui(title), links))
    return tuple(out)

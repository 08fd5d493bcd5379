"""All documents: who prepares, agrees to, signs and keeps each, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive import effective
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "documents"
SCOPE = "rulebook"
PATH = "documents/"
ORDER = 80


@dataclass(frozen=True)
class DocumentPiece:
    """One document, point by point."""

    id: str
    name: str
    kind: pieces.Tag | None
    points: tuple[tuple[pieces.Tag, tuple[pieces.Fact, ...]], ...]
    quotes: tuple[pieces.Quote, ...]
    questions: tuple[pieces.Question, ...]
    standing: pieces.Standing


@dataclass(frozen=True, kw_only=True)
class DocumentsView(View):
    """All documents on one page."""

    documents: tuple[DocumentPiece, ...]


def view(desk: Desk, entry: str) -> DocumentsView:
    """Put the page together."""
    out = []
    for document in desk.rulebook.documents.values():
        by_point: dict[str, list[pieces.Fact]] = {}
        for point, _, fact in effective.points(document):
            by_point.setdefault(point, []).append(desk.fact(point, fact))
        out.append(
            DocumentPiece(
                f"document-{document.id}",
                desk.of(document.name),
                desk.tag("document_kind", document.kind) if document.kind else None,
                tuple((desk.tag("point", point), tuple(facts)) for point, facts in by_point.items()),
                desk.quotes(document.words),
                desk.questions("documents", document.id),
                desk.standing(document),
            )
        )
    return DocumentsView(
        title=desk.ui("documents_title"), lead=desk.ui("documents_lead"), documents=tuple(out)
    )

"""All documents in one table: who prepares, agrees to, signs and keeps each, and for whom it is."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk
from macros.render.documents import facts
from macros.render.view import View

KIND = "documents"
SCOPE = "rulebook"
PATH = "documents/"
ORDER = 80
WIDE = True

POINTS = (
    "prepared_by",
    "considered_by",
    "agreed_by",
    "signed_by",
    "issued_by",
    "kept_by",
    "addressed_to",
)
"""The points that say who; how often and what goes in stand on the document's own page."""


@dataclass(frozen=True)
class Row:
    """One document: its name, kind and state, and for each point who it is."""

    id: str
    link: pieces.Link
    kind: pieces.Tag | None
    standing: pieces.Standing
    cells: tuple[tuple[pieces.Tag, tuple[pieces.Fact, ...]], ...]


@dataclass(frozen=True, kw_only=True)
class DocumentsView(View):
    """All documents on one page."""

    points: tuple[pieces.Tag, ...]
    rows: tuple[Row, ...]
    sheet: str
    """The address of the same table as CSV."""


def view(desk: Desk, entry: str) -> DocumentsView:
    """Put the page together."""
    tags = tuple(desk.tag("point", point) for point in POINTS)
    rows = []
    for document in desk.rulebook.documents.values():
        by_point = facts(desk, document)
        rows.append(
            Row(
                f"document-{document.id}",
                desk.link("documents", document.id),
                desk.tag("document_kind", document.kind) if document.kind else None,
                desk.standing(document),
                tuple((tag, by_point.get(tag.value, ())) for tag in tags),
            )
        )
    return DocumentsView(
        title=desk.ui("documents_title"),
        lead=desk.ui("documents_lead"),
        points=tags,
        rows=tuple(rows),
        sheet=desk.href("sheet"),
    )

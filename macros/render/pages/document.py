"""One document: what it is, who has to do with it, and where it appears."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.derive import effective
from macros.model import Document, Rulebook
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.documents import facts
from macros.render.duty import procedure_link
from macros.render.provisions import ProvisionPiece, provisions
from macros.render.view import View, capital

KIND = "document"
SCOPE = "rulebook"
PATH = "documents/{id}/"
ORDER = 81
UNDER = "documents"


@dataclass(frozen=True, kw_only=True)
class DocumentView(View):
    """The page of one document."""

    kind: pieces.Tag | None
    points: tuple[tuple[pieces.Tag, tuple[pieces.Fact, ...]], ...]
    groups: tuple[tuple[str, tuple[pieces.Link, ...]], ...]
    """Where it appears: the title of the list, and the links."""
    quotes: tuple[pieces.Quote, ...]
    questions: tuple[pieces.Question, ...]
    provisions: tuple[ProvisionPiece, ...]
    standing: pieces.Standing


def entries(rulebook: Rulebook) -> Iterable[str]:
    """Return the ids of all documents."""
    return tuple(rulebook.documents)


def view(desk: Desk, entry: str) -> DocumentView:
    """Put the page together."""
    document = desk.rulebook.documents[entry]
    cited = [citation.at for citation in document.words]
    for _, _, fact in effective.points(document):
        cited += [citation.at for citation in effective.citations(fact, desk.rulebook)]
    return DocumentView(
        title=capital(desk.of(document.name)),
        lead=desk.ui("document_lead", name=desk.of(document.name)),
        kind=desk.tag("document_kind", document.kind) if document.kind else None,
        points=tuple((desk.tag("point", point), found) for point, found in facts(desk, document).items()),
        groups=tuple(group for group in _groups(desk, document) if group[1]),
        quotes=desk.quotes(document.words),
        questions=desk.questions("documents", entry),
        provisions=provisions(desk, cited),
        standing=desk.standing(document),
    )


def _groups(desk: Desk, document: Document) -> tuple[tuple[str, tuple[pieces.Link, ...]], ...]:
    """Return where the document itself stands, and where the duties it rests on do."""
    named = desk.references.document.get(document.id)
    duties = tuple(dict.fromkeys(fact.duty for _, _, fact in effective.points(document) if fact.duty))
    used = [item for duty in duties for item in desk.references.duty.get(duty)]
    steps = dict.fromkeys(item for item in (*named, *used) if item[0] == "procedures")
    meetings = dict.fromkeys(item for item in used if item[0] == "meetings")
    return (
        (desk.ui("steps"), tuple(procedure_link(desk, thing, step) for _, thing, step in steps)),
        (desk.ui("meetings_title"), tuple(desk.point_link(*item) for item in meetings)),
        (desk.ui("duties_title"), tuple(desk.link("duties", duty) for duty in duties)),
        (
            desk.ui("glossary_title"),
            tuple(desk.link(collection, thing) for collection, thing, _ in named if collection == "terms"),
        ),
    )

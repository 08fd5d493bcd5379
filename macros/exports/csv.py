"""Tables that spreadsheets open: all documents, and all duties to tick off.

UTF-8 with a mark, as Excel wants it; otherwise as RFC 4180 has it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from macros.derive import links
from macros.exports.desks import desks
from macros.model import Handbook
from macros.model.facts import DOCUMENT_POINTS
from macros.render import plain
from macros.render.checklist import items
from macros.render.desk import Desk
from macros.render.documents import facts

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula; some read the full-width signs, too."""


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield for each rulebook, in each language, a table of its documents and one of its duties."""
    for desk in desks(handbook):
        if desk.rulebook.documents:
            path = links.url(desk.rulebook.id, "sheet", "", desk.language)
            yield path, _written(_documents(desk))
        yield links.url(desk.rulebook.id, "checklist", "", desk.language), _written(_duties(desk))


def _documents(desk: Desk) -> Iterator[list[str]]:
    points = [desk.tag("point", point).label for point in DOCUMENT_POINTS]
    yield ["id", desk.ui("document"), desk.ui("role_kind"), desk.ui("named_in"), *points,
           desk.ui("open_questions_title"), desk.ui("inferred"), desk.ui("review")]  # fmt: skip
    for document in desk.rulebook.documents.values():
        said = facts(desk, document)
        yield [
            document.id,
            desk.of(document.name),
            desk.tag("document_kind", document.kind).label if document.kind else "",
            plain.places(desk.quotes(document.words), desk.ui),
            *(_lines(plain.fact(fact, desk.ui) for fact in said.get(point, ())) for point in DOCUMENT_POINTS),
            _lines(question.link.text for question in desk.questions("documents", document.id)),
            desk.of(document.note) if document.inferred else "",
            desk.tag("review", document.review).label,
        ]


def _duties(desk: Desk) -> Iterator[list[str]]:
    keys = ("number", "ticked", "who", "modality", "what", "when", "with_whom", "words_head", "provisions",
            "open_questions_title", "inferred", "review")  # fmt: skip
    yield [*(desk.ui(key) for key in keys), "id"]
    for item in items(desk):
        duty = item.duty
        inferred = duty.standing.inferred or duty.bearer_source.value == "inferred"
        yield [
            str(item.number),
            "☐",
            plain.party(duty.bearer, desk.ui) if duty.bearer else duty.bearer_source.label,
            duty.modality.label,
            item.action,
            _lines(item.when),
            _lines(plain.party(party, desk.ui) for party in duty.counterparts),
            _lines(quote.words for quote in duty.quotes),
            plain.places(duty.quotes, desk.ui),
            _lines(question.link.text for question in duty.questions),
            duty.standing.note if inferred else "",
            duty.standing.review.label if duty.standing.review else "",
            duty.id,
        ]


def _lines(found: Iterable[str]) -> str:
    """Return what a cell holds, a line each; empty where nothing is on record."""
    return "\n".join(dict.fromkeys(found))


def _written(rows: Iterator[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")

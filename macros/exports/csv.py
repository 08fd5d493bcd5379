"""All documents of a rulebook as a table that spreadsheets open: UTF-8 with a mark, as RFC 4180 has it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from macros.derive import links
from macros.exports.desks import desks
from macros.model import Handbook
from macros.model.facts import DOCUMENT_POINTS
from macros.render import plain
from macros.render.desk import Desk
from macros.render.documents import facts

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield a table for each rulebook that has documents, in each language."""
    for desk in desks(handbook):
        if desk.rulebook.documents:
            path = links.url(desk.rulebook.id, "sheet", "", desk.language)
            yield path, _written(_rows(desk))


def _rows(desk: Desk) -> Iterator[list[str]]:
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


def _lines(found: Iterator[str]) -> str:
    """Return what a cell holds, a line each; empty where nothing is on record."""
    return "\n".join(dict.fromkeys(found))


def _written(rows: Iterator[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")

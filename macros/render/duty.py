"""One duty as a piece: everything known of it, with what links to it turned round."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model import Duty, DutyLink
from macros.render import pieces
from macros.render.desk import Desk


def duty_piece(desk: Desk, duty: Duty) -> pieces.DutyPiece:
    """Return the duty with all that it says and all that speaks of it."""
    categories = {category.id: category.name for category in desk.rulebook.head.categories}
    return pieces.DutyPiece(
        id=duty.id,
        link=desk.link("duties", duty.id),
        action=desk.of(duty.action),
        modality=desk.tag("modality", duty.modality),
        category=desk.of(categories.get(duty.category)) or duty.category,
        bearer=desk.party(duty.bearer) if duty.bearer else None,
        bearer_source=desk.tag("bearer_source", duty.bearer_source),
        counterparts=tuple(desk.party(party) for party in duty.counterparts),
        origin=_origin(desk, duty),
        qualifiers=desk.qualifiers(duty),
        condition=desk.of(duty.condition),
        basis=desk.of(duty.basis),
        purpose=desk.of(duty.purpose),
        rhythm=desk.fact("rhythm", duty.rhythm) if duty.rhythm else None,
        quotes=desk.quotes(duty.words),
        carries_out=_links(desk, duty.carries_out),
        carried_out_by=_links_to(desk, duty.id, "carries_out"),
        fallback=_links(desk, duty.fallback),
        fallback_of=_links_to(desk, duty.id, "fallback"),
        used_by=tuple(used_by(desk, duty.id)),
        questions=desk.questions("duties", duty.id),
        standing=desk.standing(duty),
    )


def used_by(desk: Desk, duty: str) -> Iterable[tuple[str, pieces.Link]]:
    """Yield the steps and facts whose home the duty is, each with what it is."""
    for collection, thing, detail in desk.references.duty.get(duty):
        if collection == "procedures":
            yield desk.ui("procedure"), procedure_link(desk, thing, detail)
        elif collection in ("meetings", "documents"):
            kind = "meeting" if collection == "meetings" else "document"
            yield desk.ui(kind), desk.point_link(collection, thing, detail)


def procedure_link(desk: Desk, procedure: str, detail: str) -> pieces.Link:
    """Return a link to a step of a procedure, or to the procedure for its entry."""
    name = desk.name("procedures", procedure)
    step = next((step for step in desk.rulebook.procedures[procedure].steps if step.id == detail), None)
    if step is None:
        return desk.link("procedures", procedure)
    link = desk.step_link(procedure, step)
    return pieces.Link(link.href, f"{name}{desk.ui('dot')}{link.text}")


def _origin(desk: Desk, duty: Duty) -> tuple[pieces.Link, ...]:
    out = []
    for origin in duty.origin:
        out += [desk.link("roles", role) for role in origin.roles]
        out += [desk.link("meetings", meeting) for meeting in origin.meetings]
    return tuple(out)


def _link(desk: Desk, duty: str, statement: DutyLink) -> pieces.DutyLink:
    standing = desk.standing(statement, review=False)
    return pieces.DutyLink(desk.link("duties", duty), standing, desk.quotes(statement.words))


def _links(desk: Desk, found: Iterable[DutyLink]) -> tuple[pieces.DutyLink, ...]:
    return tuple(_link(desk, link.duty, link) for link in found)


def _links_to(desk: Desk, duty: str, kind: str) -> tuple[pieces.DutyLink, ...]:
    out = []
    for collection, source, detail in desk.references.duty.get(duty):
        if collection == "duties" and detail == kind:
            for link in getattr(desk.rulebook.duties[source], kind):
                if link.duty == duty:
                    out.append(_link(desk, source, link))
    return tuple(out)

"""For the auditor: everything inferred, excused or not yet reviewed."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import walk
from macros.model.rulebook import COLLECTIONS
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.view import View

KIND = "assurance"
SCOPE = "rulebook"
PATH = "assurance/"
ORDER = 130


@dataclass(frozen=True)
class Inferred:
    """One inference: where, and why."""

    link: pieces.Link
    kind: str
    note: str


@dataclass(frozen=True)
class Excused:
    """One span of words that lies in no duty."""

    at: pieces.Link
    quote: str
    reason: pieces.Tag
    note: str


@dataclass(frozen=True, kw_only=True)
class AssuranceView(View):
    """What rests on judgement, what was left out, what nobody has reviewed."""

    inferred: tuple[Inferred, ...]
    excused: tuple[Excused, ...]
    drafts: tuple[tuple[str, int, int], ...]
    """What, how many are draft, how many there are."""


def view(desk: Desk, entry: str) -> AssuranceView:
    """Put the page together."""
    inferred = []
    drafts = []
    for collection in COLLECTIONS:
        things = getattr(desk.rulebook, collection)
        title = desk.ui("glossary_title" if collection == "terms" else f"{collection}_title")
        draft = sum(thing.review == "draft" for thing in things.values())
        drafts.append((title, draft, len(things)))
        for thing_id, thing in things.items():
            for _, inner in walk(thing):
                judged = getattr(inner, "inferred", False)
                if judged or getattr(inner, "bearer_source", "") == "inferred":
                    note = desk.of(getattr(inner, "note", None))
                    inferred.append(Inferred(desk.link(collection, thing_id), title, note))
    texts = [provision for provision in desk.rulebook.provisions.values() if provision.text]
    unread = sum(provision.translation_review != "reviewed" for provision in texts)
    drafts.insert(0, (desk.ui("translations"), unread, len(texts)))
    return AssuranceView(
        title=desk.ui("assurance_title"),
        lead=desk.ui("assurance_lead"),
        inferred=tuple(inferred),
        excused=tuple(
            Excused(
                desk.link("provisions", excuse.at),
                excuse.quote,
                desk.tag("excuse_reason", excuse.reason),
                desk.of(excuse.note),
            )
            for excuse in desk.rulebook.coverage
        ),
        drafts=tuple(drafts),
    )

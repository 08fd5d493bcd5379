"""Roles, terms and open questions."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from macros.model.base import (
    Bilingual,
    DocumentId,
    DutyId,
    Element,
    Line,
    MeetingId,
    ProcedureId,
    ProvisionRef,
    QuestionId,
    Reviewed,
    RoleId,
    Statement,
    TermId,
)

RoleKind = Literal["post", "unit", "body", "group", "organisation"]
Holders = Literal["one", "several", "unstated"]
QuestionKind = Literal["ambiguity", "undefined", "silence"]


class RoleLink(Statement):
    """A link from one role to another; inferred links carry their own note."""

    role: RoleId


class Role(Reviewed):
    """A person, unit or body that bears duties or takes part in steps."""

    name: Bilingual
    kind: RoleKind
    holders: Holders
    pool: Literal["inside", "outside"]
    """Inside or outside the Department, for figures."""
    part_of: RoleLink | None = None
    members: tuple[RoleLink, ...] = ()
    acts_as: tuple[RoleLink, ...] = ()
    answers_for: tuple[RoleLink, ...] = ()
    same_as: tuple[str, ...] = ()


class Phrases(Element):
    """Ways of saying a thing, by language."""

    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class Term(Reviewed):
    """A glossary entry; without `definition` the text uses the word and never defines it."""

    name: Bilingual
    definition: Bilingual | None = None
    synonyms: Phrases = Phrases()
    asked_as: Phrases = Phrases()
    """How people really ask for it."""
    role: RoleId | None = None
    meeting: MeetingId | None = None
    document: DocumentId | None = None


class AskedAs(Element):
    """How people ask for what a provision says, in words of their own; editorial, for the search."""

    at: ProvisionRef
    zh: tuple[Line, ...] = ()
    en: tuple[Line, ...] = ()


class EverydayWords(Element):
    """What people say, beside the words rules have for it; for the search, and no part of any rule."""

    say: Phrases
    means: Phrases


class Touches(Element):
    """The statements an open question bears on."""

    provisions: tuple[ProvisionRef, ...] = ()
    duties: tuple[DutyId, ...] = ()
    roles: tuple[RoleId, ...] = ()
    meetings: tuple[MeetingId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    procedures: tuple[ProcedureId, ...] = ()
    terms: tuple[TermId, ...] = ()
    open_questions: tuple[QuestionId, ...] = ()


class OpenQuestion(Reviewed):
    """A matter the text leaves unsettled, with what can be said for each reading."""

    kind: QuestionKind
    asks: Bilingual
    readings: tuple[Bilingual, ...] = Field(min_length=2)
    stakes: Bilingual
    """What hangs on the answer."""
    touches: Touches = Touches()

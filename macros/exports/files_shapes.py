"""The shapes of the public JSON's files: a rulebook with its head, and the index."""

from __future__ import annotations

from pydantic import Field

from macros.exports.shapes import (
    DocumentShape,
    DutyShape,
    MeetingShape,
    ProcedureShape,
    ProvisionShape,
    QuestionShape,
    RoleShape,
    Shape,
    Stated,
    TermShape,
    Text,
)
from macros.model.rulebook import ExcuseReason


class ExcuseShape(Shape):
    """Words that lie in no duty, and why that is right."""

    at: str
    quote: str
    occurrence: int | None = Field(default=None, ge=1)
    reason: ExcuseReason
    note: Text | None


class NamedShape(Stated):
    """A stated fact of the document itself."""

    name: Text
    roles: list[str]


class DateShape(Stated):
    """A date of the document's life."""

    event: str
    on: str | None


class StatusShape(Shape):
    """Whether the rules are in force, and on what that rests."""

    state: str
    note: Text


class VersionShape(Shape):
    """One text of the rules."""

    date: str
    source: str
    sha256: str


class BackgroundShape(Shape):
    """A fact from outside the text."""

    heading: Text
    text: Text
    source: Text


class CategoryShape(Shape):
    """A subject of duties."""

    id: str
    name: Text


class RulebookShape(Shape):
    """`rulebooks/<id>.json`."""

    schema_version: str
    text_version: str
    id: str
    title: Text
    number: Text
    issuer: NamedShape
    dates: list[DateShape]
    status: StatusShape
    recipients: list[NamedShape]
    copies_to: list[NamedShape]
    contact: list[NamedShape]
    production: list[NamedShape]
    versions: list[VersionShape]
    background: list[BackgroundShape]
    categories: list[CategoryShape]
    provisions: list[ProvisionShape]
    roles: list[RoleShape]
    duties: list[DutyShape]
    meetings: list[MeetingShape]
    documents: list[DocumentShape]
    procedures: list[ProcedureShape]
    terms: list[TermShape]
    open_questions: list[QuestionShape]
    coverage: list[ExcuseShape]


class ListedShape(Shape):
    """A rulebook in `index.json`."""

    id: str
    title: Text
    short_title: Text
    number: Text
    status: str
    text_version: str
    url: Text
    json_: str = Field(alias="json", description="The address of its JSON, relative to the site's root.")


class IndexShape(Shape):
    """`index.json`."""

    schema_version: str
    title: Text
    rulebooks: list[ListedShape]

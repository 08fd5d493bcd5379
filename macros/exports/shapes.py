"""The shapes of statements in the public JSON: from these its JSON Schema is generated.

They stand apart from the model so that the model may change without breaking who reads the JSON.
"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from macros.model.duty import BearerSource, Capacity, Modality, Qualifier, Relation
from macros.model.facts import DocumentKind, Part, Unit
from macros.model.procedure import StepKind
from macros.model.provision import ProvisionKind
from macros.model.vocabulary import Holders, QuestionKind, RoleKind


class Shape(BaseModel):
    """An object without further keys."""

    model_config = ConfigDict(extra="forbid")


class Text(Shape):
    """The same text, or address, in Chinese and in English."""

    zh: str
    en: str


class CitationShape(Shape):
    """Words of a provision; `occurrence` stands only where a quote occurs more than once."""

    at: str
    quote: str
    occurrence: int | None = Field(default=None, ge=1)


class Stated(Shape):
    """What every statement bears."""

    citations: list[CitationShape]
    inferred: bool
    note: Text | None
    question: str | None


class Entity(Stated):
    """A statement with an id and a page or anchor of its own, relative to the site's root."""

    id: str
    url: Text
    review: str
    reviewed_on: str | None


class PartyShape(Shape):
    """Who takes part, and in what capacity."""

    roles: list[str]
    meetings: list[str]
    relation: Relation
    capacity: Capacity
    question: str | None


class OriginShape(Shape):
    """Who decided or raised the object of a duty."""

    roles: list[str]
    meetings: list[str]


class DutyLinkShape(Stated):
    """A link to another duty."""

    duty: str


class FactShape(Stated):
    """A fact; roles, meetings and citations are the duty's where it names one."""

    duty: str | None
    roles: list[str]
    meetings: list[str]
    text: Text | None


class QuorumShape(FactShape):
    """How many must take part."""

    at_least: str | None
    of: str | None


class RhythmShape(FactShape):
    """A recurrence."""

    every: Unit | None
    part: Part | None
    rrule: str | None


class ProvisionShape(Shape):
    """A provision; an article's own text is empty, its words are its paragraphs'."""

    id: str
    eId: str  # noqa: N815 - the name the Akoma Ntoso standard gives it
    kind: ProvisionKind
    label: Text
    label_printed: bool = Field(description="Whether the source prints the label before the words.")
    citation: Text = Field(description="How people cite it: 第九条第二款, Article 9(2).")
    heading: Text | None
    parent: str | None
    text: Text
    translation_review: str | None
    url: Text


class RoleLinkShape(Stated):
    """A link to another role."""

    role: str


class RoleShape(Entity):
    """A person, unit or body."""

    name: Text
    kind: RoleKind
    holders: Holders
    pool: str
    part_of: RoleLinkShape | None
    members: list[RoleLinkShape]
    acts_as: list[RoleLinkShape]
    answers_for: list[RoleLinkShape]
    same_as: list[str]


class DutyShape(Entity):
    """One duty."""

    bearer: PartyShape | None
    bearer_source: BearerSource
    modality: Modality
    category: str
    qualifiers: list[Qualifier]
    condition: Text | None
    basis: Text | None
    action: Text
    purpose: Text | None
    rhythm: RhythmShape | None
    counterparts: list[PartyShape]
    origin: list[OriginShape]
    carries_out: list[DutyLinkShape]
    fallback: list[DutyLinkShape]


class MeetingShape(Entity):
    """A meeting, point by point."""

    name: Text
    rhythm: RhythmShape
    convener: FactShape
    members: FactShape
    invitees: FactShape
    chair: FactShape
    quorum: QuorumShape
    leave: FactShape
    agenda: list[FactShape]
    speaking: FactShape
    decision: FactShape
    vote: FactShape
    record: FactShape
    minutes: FactShape
    follow_up: FactShape
    deferral: FactShape
    ad_hoc: FactShape


class DocumentShape(Entity):
    """A record or publication."""

    kind: DocumentKind | None
    name: Text
    rhythm: RhythmShape | None
    prepared_by: FactShape | None
    considered_by: FactShape | None
    agreed_by: FactShape | None
    signed_by: FactShape | None
    issued_by: FactShape | None
    kept_by: FactShape | None
    addressed_to: FactShape | None
    contents: list[FactShape]


class EdgeShape(Stated):
    """A way from one step to another."""

    to: str
    when: Text | None
    duty: str | None


class StepShape(Stated):
    """A step; label, performers and citations are the duty's where it says none itself."""

    id: str
    url: Text
    kind: StepKind
    duty: str | None
    label: Text | None
    performers: PartyShape | None
    document: str | None
    procedure: str | None
    next: list[EdgeShape]


class ProcedureShape(Entity):
    """A procedure."""

    name: Text
    entry: FactShape
    steps: list[StepShape]


class Phrases(Shape):
    """Ways of saying a thing."""

    zh: list[str]
    en: list[str]


class TermShape(Entity):
    """A glossary entry."""

    name: Text
    definition: Text | None
    synonyms: Phrases
    asked_as: Phrases
    role: str | None
    meeting: str | None
    document: str | None


class TouchesShape(Shape):
    """What an open question bears on."""

    provisions: list[str]
    duties: list[str]
    roles: list[str]
    meetings: list[str]
    documents: list[str]
    procedures: list[str]
    terms: list[str]
    open_questions: list[str]


class QuestionShape(Entity):
    """A matter the text leaves unsettled."""

    kind: QuestionKind
    asks: Text
    readings: list[Text] = Field(min_length=2)
    stakes: Text
    touches: TouchesShape

"""A rulebook: the head, the text by version, and everything said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.model.base import (
    Bilingual,
    Element,
    Identifier,
    IsoDate,
    Line,
    ProvisionRef,
    RoleId,
    Statement,
)
from macros.model.duty import Duty
from macros.model.exceptions import Allowance
from macros.model.facts import Document, Meeting
from macros.model.local import LocalFacts
from macros.model.procedure import Procedure
from macros.model.provision import Provision
from macros.model.vocabulary import AskedAs, EverydayWords, OpenQuestion, Role, Term

ExcuseReason = Literal["lead-in", "purpose", "scope", "definition", "interpretation-only", "commencement"]


class Named(Statement):
    """A stated fact of the document itself (issuer, addressee, printer) and its words."""

    name: Bilingual
    roles: tuple[RoleId, ...] = ()


class DateFact(Statement):
    """A date of the document's life; without `on` the text gives none."""

    event: Literal["dated", "adopted", "printed", "in-force"]
    on: IsoDate | None = None


class Status(Element):
    """Whether the rules are in force, and on what that rests."""

    state: Literal["not-verified", "in-force", "repealed"]
    note: Bilingual


class Background(Element):
    """A fact from outside the text; shown apart and marked so."""

    heading: Bilingual
    text: Bilingual
    source: Bilingual


class Version(Element):
    """One text of the rules: its date (file name), source file and the source's SHA-256."""

    date: IsoDate
    source: Line
    sha256: Line


class Category(Element):
    """A subject under which duties are counted and filtered; editorial."""

    id: Identifier
    name: Bilingual


class Head(Element):
    """What `rulebook.yml` holds."""

    id: Identifier
    title: Bilingual
    short_title: Bilingual
    number: Bilingual
    issuer: Named
    dates: tuple[DateFact, ...]
    status: Status
    recipients: tuple[Named, ...] = ()
    copies_to: tuple[Named, ...] = ()
    contact: tuple[Named, ...] = ()
    production: tuple[Named, ...] = ()
    """Compiled by, proofread by, printed by."""
    versions: tuple[Version, ...]
    background: tuple[Background, ...] = ()
    categories: tuple[Category, ...]

    @property
    def newest(self) -> Version | None:
        """The newest version, if there is any."""
        return max(self.versions, key=lambda version: version.date, default=None)


class Excuse(Element):
    """A span of words that lies in no duty, and why that is right (`coverage.yml`)."""

    at: ProvisionRef
    quote: Line
    occurrence: int | None = None
    reason: ExcuseReason
    note: Bilingual | None = None


COLLECTIONS = ("duties", "roles", "meetings", "documents", "procedures", "terms", "open_questions")
"""The collections of statements, each a field of Rulebook keyed by id."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Everything about one rulebook, each collection in the order of its files; equal to itself only."""

    head: Head
    provisions: Mapping[str, Provision]
    source: str
    duties: Mapping[str, Duty] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    open_questions: Mapping[str, OpenQuestion] = field(default_factory=dict)
    coverage: tuple[Excuse, ...] = ()
    exceptions: tuple[Allowance, ...] = ()
    asked: tuple[AskedAs, ...] = ()
    dropped: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By collection, the ids of entries that stand in data but could not be read; `*` for all."""
    dropped_words: tuple[tuple[str, str], ...] = ()
    """Provision and quote of those entries: what they covered is not reported a second time."""

    def knows(self, collection: str, id: str) -> bool:
        """Tell whether `id` stands in data, even in an entry that could not be read."""
        lost = self.dropped.get(collection, frozenset())
        return id in getattr(self, collection) or id in lost or "*" in lost

    @property
    def id(self) -> str:
        """The rulebook's id, also its folder's name."""
        return self.head.id


@dataclass(frozen=True)
class Handbook:
    """All rulebooks, with the title of the whole."""

    title: Bilingual
    rulebooks: Mapping[str, Rulebook]
    local: Mapping[str, LocalFacts] = field(default_factory=dict)
    """By rulebook, what the office says of itself: no part of the rules."""
    everyday: tuple[EverydayWords, ...] = ()
    """What people say beside what rules say, for the search."""

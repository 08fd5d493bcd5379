"""What pages are made of: small frozen records that templates print without thinking."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """Text and the language it is in (the value of `lang`)."""

    text: str
    lang: str


@dataclass(frozen=True)
class Link:
    """A link, relative to the page it stands on."""

    href: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Tag:
    """A value of a closed list: label, explanation, and its name for styling."""

    name: str
    value: str
    label: str
    means: str


@dataclass(frozen=True)
class Quote:
    """Quoted words, the provision they stand in, and that provision's text in the page's language."""

    words: str
    at: Link
    translation: str = ""
    """The provision in English, on English pages."""


@dataclass(frozen=True)
class Question:
    """An open question in short: the link and the question itself."""

    link: Link
    kind: Tag


@dataclass(frozen=True)
class Standing:
    """How far a statement is to be trusted: review state, inference and the reason for it."""

    review: Tag | None = None
    reviewed_on: str = ""
    inferred: bool = False
    note: str = ""


@dataclass(frozen=True)
class PartyPiece:
    """Several roles or meetings as one party: links with the words between them."""

    names: tuple[tuple[str, Link], ...]
    """Each with the words that stand before it."""
    relation: Tag | None
    capacity: Tag
    question: Question | None = None


@dataclass(frozen=True)
class Fact:
    """One point of a meeting or document, or one rhythm; `unstated` says why nothing stands there."""

    point: Tag
    unstated: str = ""
    """A phrase for silence, an ambiguity or an undefined word; empty where something is said."""
    text: str = ""
    parties: tuple[PartyPiece, ...] = ()
    tags: tuple[Tag, ...] = ()
    names: tuple[Link, ...] = ()
    duty: Link | None = None
    condition: str = ""
    quotes: tuple[Quote, ...] = ()
    question: Question | None = None
    standing: Standing = field(default_factory=Standing)


@dataclass(frozen=True)
class DutyLink:
    """A link between duties, with the reason where it is inferred."""

    link: Link
    standing: Standing
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True)
class DutyPiece:
    """All that is known of one duty."""

    id: str
    link: Link
    action: str
    modality: Tag
    category: str
    bearer: PartyPiece | None
    bearer_source: Tag
    counterparts: tuple[PartyPiece, ...]
    origin: tuple[Link, ...]
    qualifiers: tuple[Tag, ...]
    condition: str
    basis: str
    purpose: str
    rhythm: Fact | None
    quotes: tuple[Quote, ...]
    carries_out: tuple[DutyLink, ...]
    carried_out_by: tuple[DutyLink, ...]
    fallback: tuple[DutyLink, ...]
    fallback_of: tuple[DutyLink, ...]
    used_by: tuple[tuple[str, Link], ...]
    """Steps, meetings' and documents' facts: what it is, and the link."""
    questions: tuple[Question, ...]
    standing: Standing


@dataclass(frozen=True)
class Heading:
    """An entry of a page's table of contents."""

    level: int
    id: str
    html: str

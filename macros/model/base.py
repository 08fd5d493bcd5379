"""The ground every statement stands on: places, bilingual text, citations, references."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    Strict,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

TODO = "TODO"
"""What a skeleton writes where a person has to."""
TODO_ID = TODO.lower()
"""The same where an id has to stand, whose letters are small."""

Trail = tuple[str | int, ...]
"""Keys and indexes that lead from an element to a value inside it, as written by the editor."""


@dataclass(frozen=True, order=True)
class Place:
    """Where a value stands: path as given to the loader, line and column counted from 1."""

    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Reference:
    """Marks a field whose text names an element of another kind (a collection of Rulebook)."""

    collection: str


Line = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$")]
"""Prose on one line, without white space at either end."""
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
"""Lower-case words joined by hyphens."""


def _real_date(value: str) -> str:
    """Refuse a day that no calendar has, such as 30 February."""
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("impossible_date", "no such day") from None
    return value


IsoDate = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_real_date)
]

RoleId = Annotated[Identifier, Reference("roles")]
DutyId = Annotated[Identifier, Reference("duties")]
MeetingId = Annotated[Identifier, Reference("meetings")]
DocumentId = Annotated[Identifier, Reference("documents")]
ProcedureId = Annotated[Identifier, Reference("procedures")]
TermId = Annotated[Identifier, Reference("terms")]
QuestionId = Annotated[Identifier, Reference("open_questions")]
ProvisionRef = Annotated[str, Reference("provisions")]

Review = Literal["draft", "reviewed"]


class Element(BaseModel):
    """Anything read from data; knows where it, and every value in it, was written."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=False, use_attribute_docstrings=True
    )

    _places: Mapping[Trail, Place] = PrivateAttr(default_factory=lambda: MappingProxyType({}))

    def place(self, *trail: str | int) -> Place | None:
        """Return where the value at `trail` stands, or else its nearest written ancestor."""
        # Read past pydantic's look-up of private attributes: checks ask for many thousand places.
        places: Mapping[Trail, Place] = (self.__pydantic_private__ or {})["_places"]
        for end in range(len(trail), -1, -1):
            found = places.get(trail[:end])
            if found is not None:
                return found
        return None


class Bilingual(Element):
    """The same text in Chinese and in English."""

    zh: Line
    en: Line

    def of(self, language: str) -> str:
        """Return the text in `language`, which is "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Citation(Element):
    """Words of one provision, letter for letter; `occurrence` (from 1) where they stand twice."""

    at: ProvisionRef
    quote: Line
    occurrence: int | None = Field(default=None, ge=1)
    trail: Trail = Field(default=(), exclude=True, repr=False)


def _citations(value: Any) -> Any:
    """Turn `{provision: quote | [quote, {quote, occurrence}]}` into a list of citations."""
    if not isinstance(value, Mapping):
        return value
    out: list[dict[str, Any]] = []
    for at, quotes in value.items():
        several = isinstance(quotes, list)
        for index, quote in enumerate(quotes if several else [quotes]):
            trail: Trail = (at, index) if several else (at,)
            if isinstance(quote, Mapping):
                out.append({"at": at, **quote, "trail": (*trail, "quote")})
            else:
                out.append({"at": at, "quote": quote, "trail": trail})
    return out


def _flag(value: Any) -> Any:
    """Read the two words that mean yes and no; every scalar of data arrives as text."""
    return {"true": True, "false": False}.get(value, value) if isinstance(value, str) else value


_QUOTE: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {
                "quote": {"type": "string", "minLength": 1},
                "occurrence": {"type": "integer", "minimum": 1},
            },
            "required": ["quote"],
            "additionalProperties": False,
        },
    ]
}
_WORDS: dict[str, Any] = {
    "type": "object",
    "propertyNames": {"pattern": "^(title|(notice|colophon|art)_[a-z0-9_]+)$"},
    "description": "Provision: the words, letter for letter; a list where several are quoted.",
    "additionalProperties": {"anyOf": [*_QUOTE["anyOf"], {"type": "array", "items": _QUOTE}]},
}
Words = Annotated[tuple[Citation, ...], BeforeValidator(_citations), WithJsonSchema(_WORDS)]
Flag = Annotated[
    bool, Strict(), BeforeValidator(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})
]


class Statement(Element):
    """What is said about the text: rests on words, or says why it goes beyond them."""

    words: Words = ()
    inferred: Flag = False
    """Goes beyond the words it cites; `note` says why."""
    note: Bilingual | None = None
    question: QuestionId | None = None
    """What the text leaves open here."""


class Reviewed(Statement):
    """A statement with an id of its own, reviewed or not by a person."""

    id: Identifier
    review: Review
    reviewed_on: IsoDate | None = None


def walk(element: BaseModel, trail: Trail = ()) -> Iterator[tuple[Trail, BaseModel]]:
    """Yield every model inside `element`, itself first, each with the trail that leads to it."""
    yield trail, element
    for name in type(element).model_fields:
        value = getattr(element, name)
        if isinstance(value, BaseModel):
            yield from walk(value, (*trail, name))
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Citation):
                    yield (*trail, name, *item.trail), item
                elif isinstance(item, BaseModel):
                    yield from walk(item, (*trail, name, index))

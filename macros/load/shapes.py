"""Which file of a rulebook holds what: the one place that says so, for styles, schemas and skeletons.

Fixed files bear their name; folders hold one file a thing (`single`) or one file an article.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from macros.load.provisions import Translation
from macros.model import (
    Bilingual,
    Document,
    Duty,
    Element,
    Excuse,
    Head,
    Meeting,
    OpenQuestion,
    Procedure,
    Role,
    Term,
)
from macros.model.exceptions import Allowance
from macros.model.local import LocalFacts
from macros.model.vocabulary import AskedAs, EverydayWords

Form = Literal["one", "list", "by-provision", "text"]


@dataclass(frozen=True)
class Shape:
    """What a file holds: one element, a list of them, one for each provision, or the text itself."""

    name: str
    form: Form
    model: type[Element] | None


class HandbookFile(Element):
    """What `handbook.yml` holds."""

    title: Bilingual


SHAPES = (
    Shape("handbook", "one", HandbookFile),
    Shape("local", "list", LocalFacts),
    Shape("everyday-words", "list", EverydayWords),
    Shape("rulebook", "one", Head),
    Shape("text", "text", None),
    Shape("headings", "by-provision", Bilingual),
    Shape("translations", "by-provision", Translation),
    Shape("duties", "list", Duty),
    Shape("roles", "list", Role),
    Shape("terms", "list", Term),
    Shape("meetings", "one", Meeting),
    Shape("documents", "list", Document),
    Shape("procedures", "one", Procedure),
    Shape("open-questions", "list", OpenQuestion),
    Shape("coverage", "list", Excuse),
    Shape("exceptions", "list", Allowance),
    Shape("asked-as", "list", AskedAs),
)
"""Every kind of data file, by the name of its file or folder."""

_BY_NAME = {shape.name: shape for shape in SHAPES}


def shape_of(path: PurePosixPath) -> Shape | None:
    """Return what a file holds, by its path below the data folder; None for what nobody reads."""
    parts = path.parts
    if len(parts) == 1 and path.suffix == ".yml" and path.stem in ("handbook", "local", "everyday-words"):
        return _BY_NAME[path.stem]
    if len(parts) < 3 or parts[0] != "rulebooks" or path.suffix != ".yml":
        return None
    name = parts[2].removesuffix(".yml") if len(parts) == 3 else parts[2]
    return _BY_NAME.get(name)


_DUTY = (
    "id", "bearer", "bearer_source", "modality", "category", "qualifiers", "condition", "basis", "action",
    "purpose", "rhythm", "counterparts", "origin", "carries_out", "fallback", "question", "inferred", "note",
    "words", "review", "reviewed_on",
)  # fmt: skip
_STEP = (
    "id", "kind", "duty", "label", "performers", "document", "procedure", "words", "question", "inferred",
    "note", "next",
)  # fmt: skip
_FACT = (
    "duty", "roles", "meetings", "text", "words", "every", "part", "rrule", "at_least", "of", "inferred",
    "note", "question",
)  # fmt: skip
_CLOSING = ("question", "inferred", "note", "words", "review", "reviewed_on")
_ORDERS: dict[str, tuple[str, ...]] = {"Duty": _DUTY, "Step": _STEP}
_EARLY_WORDS = {"Document", "Meeting", "Term", "OpenQuestion"}
"""Things whose words stand right behind their names."""


def order_of(model: type[Element]) -> tuple[str, ...]:
    """Return the keys of an element in the order in which people write them."""
    if model.__name__ in _ORDERS:
        return _ORDERS[model.__name__]
    fields = tuple(model.model_fields)
    if model.__name__ in ("Fact", "Rhythm", "Quorum"):
        return tuple(key for key in _FACT if key in fields)
    if model.__name__ in ("Edge", "Named", "DateFact", "DutyLink", "RoleLink"):
        first = ("event", "name", "to", "when", "on", "roles", "role", "duty", "words", "inferred", "note")
        return tuple(key for key in (*first, "question") if key in fields)
    if model.__name__ == "Procedure":
        return tuple(key for key in ("id", "name", "entry", "steps", *_CLOSING) if key in fields)
    own = [key for key in fields if key not in (*_CLOSING, "id")]
    if model.__name__ in _EARLY_WORDS:
        lead = ("kind", "name", "asks")
        early = ("words", "inferred", "note") if model.__name__ != "OpenQuestion" else ("words",)
        rest = [key for key in own if key not in lead]
        tail = [key for key in _CLOSING if key in fields and key not in early]
        return ("id", *(key for key in lead if key in fields), *early, *rest, *tail)
    return (
        *(("id",) if "id" in fields else ()),
        *own,
        *(key for key in _CLOSING if key in fields),
    )

"""Every statement rests on words or says why it goes beyond them; parties are whole."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import inside
from macros.model import (
    Code,
    Document,
    Duty,
    DutyLink,
    Element,
    Finding,
    Meeting,
    OpenQuestion,
    Party,
    Role,
    Rulebook,
    Term,
)
from macros.model.base import Statement
from macros.model.rulebook import DateFact, Named
from macros.model.vocabulary import RoleLink

WITHOUT_WORDS = Code("statement-without-words", "error", "说法没有引文", "A statement rests on no words")
NO_NOTE = Code("inferred-without-note", "error", "推断没有说明理由", "Something inferred does not say why")
EMPTY_PARTY = Code(
    "party-empty", "error", "参与方没有角色也没有会议", "A party names neither role nor meeting"
)
SINGLE = Code("single-of-several", "error", "几个角色却写 single", "Several are said to be a single one")
UNSTATED = Code(
    "relation-without-question",
    "error",
    "关系未写明却没有未决事项",
    "A relation is unstated and names no question",
)

FALSE = Code("inferred-false", "warning", "inferred 写了 false", "Something is said not to be inferred")

CODES = (FALSE, WITHOUT_WORDS, NO_NOTE, EMPTY_PARTY, SINGLE, UNSTATED)

_NEEDS_WORDS = (Duty, OpenQuestion)
_WORDS_OR_NOTE = (Document, Meeting, Role, Term, DutyLink, RoleLink, Named, DateFact)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every statement and every party, at any depth."""
    for _, _, element in inside(rulebook):
        if isinstance(element, Statement):
            yield from _statement(element)
        if isinstance(element, Party):
            yield from _party(element)


def _statement(statement: Statement) -> Iterator[Finding]:
    # A question says what the words leave open, not where they stand.
    bare = isinstance(statement, _NEEDS_WORDS) or (
        isinstance(statement, _WORDS_OR_NOTE) and not statement.inferred
    )
    if bare and not statement.words:
        said = (f"{_name(statement)}没有引文", f"{_name(statement, 'en')} rests on no words")
        hint = (
            "写 words（条款: 原文）；推断的写 inferred: true 和 note",
            "write words (provision: quote); if inferred, write inferred: true and a note",
        )
        yield WITHOUT_WORDS.at(statement.place(), *said, hint)
    if not statement.inferred and "inferred" in statement.model_fields_set:
        said = ("inferred 只写 true", "inferred is only ever true")
        hint = ("推断的写 true 和 note；不是推断的删去这一行", "true with a note, or delete the line")
        yield FALSE.at(statement.place("inferred"), *said, hint)
    if statement.inferred and statement.note is None:
        said = ("推断须在 note 里说明理由", "what is inferred says why in a note")
        hint = ("写 note，分 zh 和 en", "write a note, with zh and en")
        yield NO_NOTE.at(statement.place("inferred"), *said, hint)


def _party(party: Party) -> Iterator[Finding]:
    several = len(party.roles) + len(party.meetings)
    if not several:
        said = ("这里要有角色或会议", "roles or meetings are needed here")
        yield EMPTY_PARTY.at(party.place(), *said, ("写 roles: […]", "write roles: […]"))
    if party.relation == "single" and several > 1:
        said = (
            f"这里有 {several} 方，关系却是 single",
            f"there are {several} here, but the relation is single",
        )
        hint = (
            "写 relation: each、one-of、all-of 或 unstated",
            "write relation: each, one-of, all-of or unstated",
        )
        yield SINGLE.at(party.place("relation"), *said, hint)
    if party.relation == "unstated" and party.question is None:
        said = ("关系未写明，须指明未决事项", "an unstated relation names its open question")
        hint = ("在这一方写 question: …", "write question: … on this party")
        yield UNSTATED.at(party.place("relation"), *said, hint)


def _name(statement: Element, language: str = "zh") -> str:
    id = getattr(statement, "id", None)
    if id:
        return f"“{id}”" if language == "zh" else f'"{id}"'
    return "这里" if language == "zh" else "this"

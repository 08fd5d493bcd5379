"""No list names the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.checks._tools import clip, inside
from macros.model import Citation, Code, Element, Finding, Handbook, Rulebook
from macros.model.vocabulary import RoleLink

TWICE = Code("listed-twice", "error", "列表里有重复的项", "A list names the same thing twice")

CODES = (TWICE,)

# Statements with ids of their own are compared by the loader; here, whatever stands in a list.
_SKIPPED = (Citation,)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every list of every element."""
    yield from _said_twice(rulebook)
    for _, _, element in inside(rulebook):
        yield from _lists(element)


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look at the lists of everyday words, which belong to no rulebook."""
    for entry in handbook.everyday:
        for phrases in (entry.say, entry.means):
            yield from _lists(phrases)


def _lists(element: Element) -> Iterator[Finding]:
    for name in type(element).model_fields:
        value = getattr(element, name)
        if not isinstance(value, tuple) or (value and isinstance(value[0], _SKIPPED)):
            continue
        seen: set[Any] = set()
        for index, item in enumerate(value):
            key = _key(item)
            if key in seen:
                shown = item if isinstance(item, str) else name
                said = (f"“{clip(shown)}”已经列过", f'"{clip(shown)}" is listed already')
                yield TWICE.at(element.place(name, index), *said, ("删去一处", "delete one of the two"))
            seen.add(key)


def _said_twice(rulebook: Rulebook) -> Iterator[Finding]:
    """Report a duty, an exception or a name that stands in the lists under two ids."""
    duties: dict[Any, str] = {}
    for duty in rulebook.duties.values():
        key = (
            duty.action.zh,
            duty.condition and duty.condition.zh,
            tuple((one.at, one.quote) for one in duty.words),
        )
        if key in duties:
            said = (f"“{duties[key]}”说的是同一件事", f'"{duties[key]}" says the same of the same words')
            yield TWICE.at(duty.place("id"), *said, ("删去一处", "delete one of the two"))
        duties.setdefault(key, duty.id)
    allowed: set[tuple[str, str, str]] = set()
    for allowance in rulebook.exceptions:
        entry = (allowance.code, allowance.of, allowance.says or "")
        if entry in allowed:
            said = (f"“{allowance.of}”已经列过", f'"{allowance.of}" is listed already')
            yield TWICE.at(allowance.place("of"), *said, ("删去一处", "delete one of the two"))
        allowed.add(entry)
    names: dict[str, str] = {meeting.name.zh: id for id, meeting in rulebook.meetings.items()}
    names |= {role.name.zh: id for id, role in rulebook.roles.items()}
    names |= {term.name.zh: id for id, term in rulebook.terms.items()}
    for term in rulebook.terms.values():
        for language, phrases in (("zh", term.synonyms.zh), ("en", term.synonyms.en)):
            for index, phrase in enumerate(phrases):
                other = names.setdefault(phrase.lower(), term.id)
                if other not in (term.id, term.role, term.meeting):
                    said = (
                        f"“{phrase}”已是“{other}”的同义词",
                        f'"{phrase}" is a synonym of "{other}" already',
                    )
                    hint = ("一个词归一个术语", "a word belongs to one term")
                    yield TWICE.at(term.synonyms.place(language, index), *said, hint)


def _key(item: Any) -> Any:
    if isinstance(item, RoleLink):
        return item.role  # a second reason for one link is a note, not a link
    return item.model_dump_json() if isinstance(item, BaseModel) else item

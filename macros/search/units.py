"""What can be found: units in groups, a group for each article and what else the text consists of.

A unit that rests on several articles stands in the group of the one it rests on most; what people call it
counts for the others too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from macros.derive import effective
from macros.model import (
    Bilingual,
    Citation,
    Document,
    Duty,
    Handbook,
    Meeting,
    Procedure,
    Provision,
    ProvisionId,
    Rulebook,
)
from macros.model.provision import head_of
from macros.model.vocabulary import Phrases

Kind = Literal["provision", "duty", "question", "procedure", "meeting", "role", "document", "term"]
KINDS: tuple[Kind, ...] = (
    "provision", "duty", "question", "procedure", "meeting", "role", "document", "term",
)  # fmt: skip
"""The kinds of units, in the order in which filters list them."""

Both = tuple[str, str]
"""Chinese and English."""


@dataclass(frozen=True)
class Unit:
    """One thing that can be found; texts are pairs of Chinese and English, either may be empty."""

    kind: Kind
    id: str
    """A provision's eId; else the id in data."""
    title: Both
    text: Both
    names: Both = ("", "")
    """What else it is called and how people ask for it, each on a line of its own."""
    roles: Sequence[str] = ()
    """Ids of the roles that have a part in it."""


@dataclass(frozen=True)
class Group:
    """An article (or notice, title, colophon) with all that rests mainly on it."""

    rulebook: str
    id: str
    label: Both
    heading: Both
    units: tuple[Unit, ...]
    asked: Both = ("", "")
    """How people ask for what rests on it less than on another, each on a line of its own."""


@dataclass
class _Gathering:
    units: list[Unit] = field(default_factory=list)
    asked: list[Both] = field(default_factory=list)


def groups(handbook: Handbook) -> tuple[Group, ...]:
    """Return everything that can be found, by rulebook and in the order of its text."""
    return tuple(group for rulebook in handbook.rulebooks.values() for group in _groups(rulebook))


def _groups(rulebook: Rulebook) -> Iterator[Group]:
    gathered: dict[str, _Gathering] = {}
    asked = {one.at: ("\n".join(one.zh), "\n".join(one.en)) for one in rulebook.asked}
    for provision in rulebook.provisions.values():
        group = gathered.setdefault(head_of(provision.id), _Gathering())
        if provision.text:
            label, text = _both(provision.label), _both(provision.text)
            group.units.append(
                Unit("provision", provision.eid, label, text, asked.get(provision.id, ("", "")))
            )
    first = next(iter(gathered), "")
    for unit, own, further in _things(rulebook):
        ordered = _ordered(own, further, gathered) or [first]
        gathered[ordered[0]].units.append(unit)
        for head in ordered[1:]:
            if any(unit.names):
                gathered[head].asked.append(_joined([unit.names, unit.title]))
    for head in gathered:
        yield _group(rulebook, head, gathered[head])


def _ordered(own: Iterable[Citation], further: Iterable[Citation], heads: Container[str]) -> list[str]:
    """Return what a thing rests on: by its own words first, then by those of its facts and steps."""
    return _once(
        head
        for citations in (own, further)
        for head, _ in Counter(head_of(citation.at) for citation in citations).most_common()
        if head in heads
    )


def _group(rulebook: Rulebook, head: str, found: _Gathering) -> Group:
    own = rulebook.provisions.get(head)
    label, heading = _head(rulebook, head, own)
    return Group(rulebook.id, head, label, heading, tuple(found.units), _joined(found.asked))


def _head(rulebook: Rulebook, head: str, own: Provision | None) -> tuple[Both, Both]:
    """Return what a group is called: an article by its label and heading, else by what it is."""
    if own:
        parsed = ProvisionId.parse(own.eid)
        label = parsed.own_label if parsed else own.label
        return _both(label), _both(own.heading) if own.heading else ("", "")
    names = {"notice": ("通知", "Notice"), "colophon": ("版记", "Closing lines")}
    return names.get(head, (head, head)), ("", "")


def _things(rulebook: Rulebook) -> Iterator[tuple[Unit, tuple[Citation, ...], tuple[Citation, ...]]]:
    for duty in rulebook.duties.values():
        yield _duty(duty, rulebook), duty.words, ()
    for question in rulebook.open_questions.values():
        roles = question.touches.roles
        text = _joined(_both(reading) for reading in question.readings)
        yield Unit("question", question.id, _both(question.asks), text, roles=roles), question.words, ()
    for procedure in rulebook.procedures.values():
        yield _procedure(procedure, rulebook)
    named = _term_names(rulebook)
    for meeting in rulebook.meetings.values():
        yield _thing("meeting", meeting, rulebook, named)
    for document in rulebook.documents.values():
        yield _thing("document", document, rulebook, named)
    for role in rulebook.roles.values():
        names = named.get(("role", role.id), ("", ""))
        yield Unit("role", role.id, _both(role.name), ("", ""), names, [role.id]), role.words, ()
    for term in rulebook.terms.values():
        text = _both(term.definition) if term.definition else ("", "")
        names = _phrases(term.synonyms, term.asked_as)
        yield Unit("term", term.id, _both(term.name), text, names), term.words, ()


def _procedure(
    procedure: Procedure, rulebook: Rulebook
) -> tuple[Unit, tuple[Citation, ...], tuple[Citation, ...]]:
    parties = [party for step in procedure.steps for party in effective.performers(step, rulebook)]
    roles = _once(role for party in parties for role in party.roles)
    text = _both(procedure.entry.text) if procedure.entry.text else ("", "")
    steps = tuple(one for step in procedure.steps for one in effective.citations(step, rulebook))
    unit = Unit("procedure", procedure.id, _both(procedure.name), text, roles=roles)
    return unit, effective.citations(procedure.entry, rulebook), steps


def _thing(
    kind: Kind, thing: Meeting | Document, rulebook: Rulebook, named: Mapping[tuple[str, str], Both]
) -> tuple[Unit, tuple[Citation, ...], tuple[Citation, ...]]:
    facts = [(point, fact) for point, _, fact in effective.points(thing)]
    roles = _once(role for point, fact in facts for role in effective.fact_roles(fact, point, rulebook))
    words = tuple(one for _, fact in facts for one in effective.citations(fact, rulebook))
    names = named.get((kind, thing.id), ("", ""))
    return Unit(kind, thing.id, _both(thing.name), ("", ""), names, roles), thing.words, words


def _duty(duty: Duty, rulebook: Rulebook) -> Unit:
    roles = _once(role for party in duty.parties for role in party.roles)
    bearer = duty.bearer.roles if duty.bearer else ()
    who = _joined(_both(rulebook.roles[role].name) for role in bearer if role in rulebook.roles)
    rest = [_both(phrase) for phrase in duty.phrases if phrase is not duty.action]
    return Unit("duty", duty.id, _both(duty.action), _joined([who, *rest]), roles=roles)


def _term_names(rulebook: Rulebook) -> dict[tuple[str, str], Both]:
    """Return what roles, meetings and documents are called in the glossary, by kind and id."""
    found: dict[tuple[str, str], list[Both]] = {}
    for term in rulebook.terms.values():
        for kind, id in (("role", term.role), ("meeting", term.meeting), ("document", term.document)):
            if id:
                names = _joined([_both(term.name), _phrases(term.synonyms, term.asked_as)])
                found.setdefault((kind, id), []).append(names)
    return {key: _joined(names) for key, names in found.items()}


def _phrases(*several: Phrases) -> Both:
    zh = [phrase for each in several for phrase in each.zh]
    en = [phrase for each in several for phrase in each.en]
    return "\n".join(zh), "\n".join(en)


def _both(text: Bilingual) -> Both:
    return text.zh, text.en


def _joined(several: Iterable[Both]) -> Both:
    kept = list(several)
    return (
        "\n".join(dict.fromkeys(zh for zh, _ in kept if zh)),
        "\n".join(dict.fromkeys(en for _, en in kept if en)),
    )


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))

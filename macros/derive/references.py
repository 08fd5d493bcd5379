"""References turned round: from a provision, role, duty or question to all that speaks of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from macros.derive import effective
from macros.derive.mentions import mentions
from macros.model import Citation, Element, Party, Rulebook, walk
from macros.model.rulebook import COLLECTIONS

HEAD = "head"
"""Stands for a collection where a statement is about the document itself."""


@dataclass
class Index:
    """Ordered lists by key, without repetition."""

    lists: dict[str, list[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, key: str, *item: str) -> None:
        """Put `item` under `key` unless it is there."""
        if item not in self.lists[key]:
            self.lists[key].append(item)

    def get(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return what is under `key`, perhaps nothing."""
        return tuple(self.lists[key]) if key in self.lists else ()


@dataclass
class References:
    """Everything that refers to something, by what it refers to."""

    provision: Index = field(default_factory=Index)
    """provision id → (collection, id, detail)."""
    role: Index = field(default_factory=Index)
    """role id → (collection, id, detail): the capacity, the point, the step."""
    duty: Index = field(default_factory=Index)
    """duty id → (collection, id, detail): steps, facts, links from other duties."""
    document: Index = field(default_factory=Index)
    """document id → (collection, id, detail): steps that are it, terms that mean it."""
    question: Index = field(default_factory=Index)
    """question id → (collection, id) of the statements that name it."""
    touched: Index = field(default_factory=Index)
    """"<collection>/<id>" → (question id,) of the questions that touch it or that it names."""
    mention: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """provision id → provisions whose words refer to it."""


def references(rulebook: Rulebook) -> References:
    """Turn every reference of the rulebook round."""
    out = References(mention=mentions(rulebook.provisions))
    _head(rulebook, out)
    _duties(rulebook, out)
    _facts(rulebook, out)
    _steps(rulebook, out)
    _vocabulary(rulebook, out)
    _questions(rulebook, out)
    return out


def _cite(out: References, citations: Iterable[Citation], *item: str) -> None:
    for citation in citations:
        out.provision.add(citation.at, *item)


def _party(out: References, party: Party, *item: str) -> None:
    for role in party.roles:
        out.role.add(role, *item)


def _head(rulebook: Rulebook, out: References) -> None:
    for _, inner in walk(rulebook.head):
        _cite(out, getattr(inner, "words", ()), HEAD, rulebook.id, "")


def _duties(rulebook: Rulebook, out: References) -> None:
    for duty in rulebook.duties.values():
        rhythm = duty.rhythm.words if duty.rhythm else ()
        links = [citation for link in (*duty.carries_out, *duty.fallback) for citation in link.words]
        _cite(out, (*duty.words, *rhythm, *links), "duties", duty.id, "")
        if duty.bearer:
            _party(out, duty.bearer, "duties", duty.id, duty.bearer.capacity)
        for party in duty.counterparts:
            _party(out, party, "duties", duty.id, party.capacity)
        for origin in duty.origin:
            for role in origin.roles:
                out.role.add(role, "duties", duty.id, "origin")
        for link in duty.carries_out:
            out.duty.add(link.duty, "duties", duty.id, "carries_out")
        for link in duty.fallback:
            out.duty.add(link.duty, "duties", duty.id, "fallback")


def _facts(rulebook: Rulebook, out: References) -> None:
    for collection in ("meetings", "documents"):
        for thing in getattr(rulebook, collection).values():
            _cite(out, thing.words, collection, thing.id, "")
            for point, _, fact in effective.points(thing):
                _cite(out, effective.citations(fact, rulebook), collection, thing.id, point)
                for role in effective.fact_roles(fact, point, rulebook):
                    out.role.add(role, collection, thing.id, point)
                if fact.duty:
                    out.duty.add(fact.duty, collection, thing.id, point)


def _steps(rulebook: Rulebook, out: References) -> None:
    for procedure in rulebook.procedures.values():
        _cite(out, effective.citations(procedure.entry, rulebook), "procedures", procedure.id, "entry")
        if procedure.entry.duty:
            out.duty.add(procedure.entry.duty, "procedures", procedure.id, "entry")
        for step in procedure.steps:
            _cite(out, effective.citations(step, rulebook), "procedures", procedure.id, step.id)
            if step.duty:
                out.duty.add(step.duty, "procedures", procedure.id, step.id)
            if step.document:
                out.document.add(step.document, "procedures", procedure.id, step.id)
            for party in effective.performers(step, rulebook):
                _party(out, party, "procedures", procedure.id, step.id)
            for edge in step.next:
                _cite(out, edge.words, "procedures", procedure.id, step.id)


def _vocabulary(rulebook: Rulebook, out: References) -> None:
    for role in rulebook.roles.values():
        _cite(out, role.words, "roles", role.id, "")
        for link in (role.part_of, *role.members, *role.acts_as, *role.answers_for):
            if link is not None:
                _cite(out, link.words, "roles", role.id, "")
    for term in rulebook.terms.values():
        _cite(out, term.words, "terms", term.id, "")
        if term.role:
            out.role.add(term.role, "terms", term.id, "")
        if term.document:
            out.document.add(term.document, "terms", term.id, "")
    for question in rulebook.open_questions.values():
        _cite(out, question.words, "open_questions", question.id, "")
        for provision in question.touches.provisions:
            out.provision.add(provision, "open_questions", question.id, "")
        for role_id in question.touches.roles:
            out.role.add(role_id, "open_questions", question.id, "")


def _questions(rulebook: Rulebook, out: References) -> None:
    for question in rulebook.open_questions.values():
        for collection in ("provisions", *COLLECTIONS):
            for touched in getattr(question.touches, collection):
                out.touched.add(f"{collection}/{touched}", question.id)
    for collection in COLLECTIONS:
        for thing_id, thing in getattr(rulebook, collection).items():
            for question_id in _named(thing):
                out.question.add(question_id, collection, thing_id)
                out.touched.add(f"{collection}/{thing_id}", question_id)


def _named(thing: Element) -> Iterable[str]:
    for _, inner in walk(thing):
        question = getattr(inner, "question", None)
        if question:
            yield question

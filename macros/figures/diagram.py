"""What a figure shows: lanes, nodes with their lines of text, flows between them."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive import effective
from macros.figures.text import width, wrap
from macros.model import Edge, Party, Procedure, Rulebook, Step

FONT = 13.0
NODE_WIDTH = 196.0
_PADDING = 12.0
_LINE = 18.0
_NOT_STATED = {"zh": "规则没有写明由谁", "en": "Not stated by whom"}
_OR = {"zh": "或", "en": " or "}
_AND = {"zh": "、", "en": ", "}
_WITH = {"zh": "会同：", "en": "with: "}


@dataclass(frozen=True)
class Lane:
    """A column of the figure: who acts there, inside or outside the Department."""

    key: str
    name: tuple[str, ...]
    outside: bool


@dataclass(frozen=True)
class Node:
    """A step as drawn."""

    id: str
    kind: str
    lane: str
    lines: tuple[str, ...]
    title: str
    inferred: bool

    @property
    def height(self) -> float:
        """The height the lines need, in pixels."""
        return max(40.0, len(self.lines) * _LINE + 2 * _PADDING)


@dataclass(frozen=True)
class Flow:
    """An edge as drawn; `message` runs between the Department and somebody outside it."""

    source: str
    target: str
    label: tuple[str, ...]
    inferred: bool
    message: bool


@dataclass(frozen=True)
class Diagram:
    """All that a figure shows, in the order of the procedure."""

    id: str
    title: str
    language: str
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]


def diagram_of(procedure: Procedure, rulebook: Rulebook, language: str) -> Diagram:
    """Return what the figure of a procedure shows in `language`."""
    owners = _lanes_of_steps(procedure, rulebook)
    lanes: dict[str, Lane] = {}
    for step in procedure.steps:
        party = owners[step.id]
        key = _key(party)
        lanes.setdefault(
            key, Lane(key, wrap(_name(party, rulebook, language), 13), _outside(party, rulebook))
        )
    nodes = tuple(_node(step, _key(owners[step.id]), rulebook, language) for step in procedure.steps)
    side = {step.id: lanes[_key(owners[step.id])].outside for step in procedure.steps}
    flows = tuple(
        _flow(step, edge, language, side[step.id] != side[edge.to])
        for step in procedure.steps
        for edge in step.next
        if edge.to in side
    )
    ordered = sorted(lanes.values(), key=lambda lane: lane.outside)
    return Diagram(procedure.id, procedure.name.of(language), language, tuple(ordered), nodes, flows)


def _lanes_of_steps(procedure: Procedure, rulebook: Rulebook) -> dict[str, Party | None]:
    """Give every step a lane: its first performer's, or that of the step it follows or leads to."""
    known: dict[str, Party | None] = {}
    for step in procedure.steps:
        parties = effective.performers(step, rulebook)
        if parties:
            known[step.id] = parties[0]
        elif step.kind == "task":
            known[step.id] = None
    for _ in procedure.steps:
        for step in procedure.steps:
            for edge in step.next:
                if step.id in known:
                    known.setdefault(edge.to, known[step.id])
    for step in reversed(procedure.steps):
        followers = [known[edge.to] for edge in step.next if edge.to in known]
        known.setdefault(step.id, followers[0] if followers else None)
    return known


def _key(party: Party | None) -> str:
    return "+".join((*party.roles, *party.meetings)) if party else "not-stated"


def _name(party: Party | None, rulebook: Rulebook, language: str) -> str:
    if party is None:
        return _NOT_STATED[language]
    names = [rulebook.roles[role].name.of(language) for role in party.roles if role in rulebook.roles]
    names += [rulebook.meetings[one].name.of(language) for one in party.meetings if one in rulebook.meetings]
    return (_OR if party.relation == "one-of" else _AND)[language].join(names)


def _outside(party: Party | None, rulebook: Rulebook) -> bool:
    roles = party.roles if party else ()
    return bool(roles) and all(
        role in rulebook.roles and rulebook.roles[role].pool == "outside" for role in roles
    )


def _node(step: Step, lane: str, rulebook: Rulebook, language: str) -> Node:
    said = effective.label(step, rulebook)
    title = said.of(language) if said else step.id
    title = title[0].upper() + title[1:]
    ems = (NODE_WIDTH - 2 * _PADDING - (24 if step.kind == "exclusive" else 0)) / FONT
    lines = wrap(title, ems)
    others = [party for party in effective.performers(step, rulebook)[1:] if party.roles]
    if others and step.kind == "task":
        names = _AND[language].join(_name(party, rulebook, language) for party in others)
        lines += wrap(_WITH[language] + names, ems)
    return Node(step.id, step.kind, lane, lines, title, step.inferred)


def _flow(step: Step, edge: Edge, language: str, message: bool) -> Flow:
    label = wrap(edge.when.of(language), 7.5) if edge.when else ()
    return Flow(step.id, edge.to, label, edge.inferred, message)


def label_width(label: tuple[str, ...]) -> float:
    """Return the width in pixels of an exit's label."""
    return max((width(line) for line in label), default=0.0) * (FONT - 1)

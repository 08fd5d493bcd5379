"""What a figure shows: pools and lanes, nodes with their lines of text, flows between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from macros.derive import effective
from macros.figures.text import BOLD, balanced, longest_word, width
from macros.model import Edge, Party, Procedure, Rulebook, Step

FONT = 13.0
"""Of nodes and lanes, in pixels."""
LABEL_FONT = 12.0
"""Of exits."""
PADDING = 10.0
LINE = 18.0
_WIDTHS = ((3, 184.0), (5, 160.0), (99, 132.0))
"""Up to so many lanes, nodes are so wide: what stands side by side should fit a screen."""
_NARROWEST = 76.0
"""Of a party's box, which says little; its lane is no wider."""
_LABEL_EMS = {"zh": 6.5, "en": 9.0}
_NOT_STATED = "not-stated"
_RECEIVES_IN_TURN = ("coordinates", "informed", "addressed", "agrees")
"""In these capacities a party that acts in the very next step needs no second box."""

Pool = Literal["inside", "outside", "unstated"]


class Wording(Protocol):
    """Where a figure gets the handbook's own words from."""

    def ui(self, key: str) -> str:
        """Return a phrase of the interface."""

    def label(self, name: str, value: str) -> str:
        """Return the label of a closed list's value."""


@dataclass(frozen=True)
class Lane:
    """A column of the figure: who acts there; inside the Department, outside it, or not stated."""

    key: str
    name: str
    pool: Pool


@dataclass(frozen=True)
class Node:
    """A step as drawn, or a party to it (`kind` party) that stands in a lane of its own."""

    id: str
    step: str
    number: int
    kind: str
    lane: str
    lines: tuple[str, ...]
    title: str
    who: str
    """Who does it; empty where nobody does, as with a decision that names none."""
    inferred: bool
    width: float

    @property
    def height(self) -> float:
        """The height the lines need, in pixels."""
        least = 30.0 if self.kind == "party" else 40.0
        return max(least, len(self.lines) * LINE + 2 * PADDING)


@dataclass(frozen=True)
class Flow:
    """An edge as drawn.

    A `message` runs between pools; `joins` ties a party to its step and has no direction.
    """

    source: str
    target: str
    label: tuple[str, ...]
    inferred: bool
    message: bool
    joins: bool = False


@dataclass(frozen=True)
class Diagram:
    """All that a figure shows, in the order of the procedure."""

    id: str
    title: str
    language: str
    house: str
    """The name over the lanes inside; empty where they need none."""
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]


def label_width(label: tuple[str, ...]) -> float:
    """Return the width in pixels of an exit's label, which is set bold."""
    return max((width(line) for line in label), default=0.0) * LABEL_FONT * BOLD


def diagram_of(procedure: Procedure, rulebook: Rulebook, language: str, wording: Wording) -> Diagram:
    """Return what the figure of a procedure shows in `language`, said in the handbook's `wording`."""
    return _Draft(procedure, rulebook, language, wording).diagram()


class _Draft:
    """One procedure on its way to a diagram."""

    def __init__(self, procedure: Procedure, rulebook: Rulebook, language: str, wording: Wording) -> None:
        self.procedure, self.rulebook = procedure, rulebook
        self.language, self.wording = language, wording
        self.owner = self._lanes_of_steps()
        self.parties = [
            (step, index, party)
            for step in procedure.steps
            for index, party in enumerate(self._parties_to(step), 1)
        ]

    def diagram(self) -> Diagram:
        lanes: dict[str, Lane] = {}
        for party in (
            *(self.owner[step.id] for step in self.procedure.steps),
            *(p for *_, p in self.parties),
        ):
            lanes.setdefault(_key(party), Lane(_key(party), self._name(party), self._pool(party)))
        texts = {step.id: self._title(step) for step in self.procedure.steps}
        labels = [self.wording.label("capacity", party.capacity) for *_, party in self.parties]
        base = next(wide for most, wide in _WIDTHS if len(lanes) <= most)
        longest = max(longest_word(text) for text in (*texts.values(), *labels))
        wide = max(base, longest * FONT + 2 * PADDING + 24)
        nodes = [self._node(step, number, texts, wide) for number, step in enumerate(self.procedure.steps, 1)]
        numbers = {node.id: node.number for node in nodes}
        nodes += [
            self._party(step, index, party, label, numbers[step.id], wide)
            for (step, index, party), label in zip(self.parties, labels, strict=True)
        ]
        side = {node.id: lanes[node.lane].pool for node in nodes}
        flows = [
            self._flow(
                step, edge, "outside" in {side[step.id], side[edge.to]} and side[step.id] != side[edge.to]
            )
            for step in self.procedure.steps
            for edge in step.next
            if edge.to in side
        ]
        flows += [
            Flow(step.id, f"{step.id}--{index}", (), False, True, joins=True)
            for step, index, _ in self.parties
        ]
        ordered = sorted(lanes.values(), key=lambda lane: ("inside", "unstated", "outside").index(lane.pool))
        title = self.procedure.name.of(self.language)
        return Diagram(
            self.procedure.id,
            title,
            self.language,
            self._house(ordered),
            tuple(ordered),
            tuple(nodes),
            tuple(flows),
        )

    def _lanes_of_steps(self) -> dict[str, Party | None]:
        """Give every step a lane: its first performer's, or that of the step it follows or leads to."""
        known: dict[str, Party | None] = {}
        steps = self.procedure.steps
        for step in steps:
            parties = effective.performers(step, self.rulebook)
            if parties:
                known[step.id] = parties[0]
            elif step.kind == "task":
                known[step.id] = None
        for _ in steps:
            for step in steps:
                for edge in step.next:
                    if step.id in known:
                        known.setdefault(edge.to, known[step.id])
        for step in reversed(steps):
            followers = [known[edge.to] for edge in step.next if edge.to in known]
            known.setdefault(step.id, followers[0] if followers else None)
        return known

    def _parties_to(self, step: Step) -> Iterable[Party]:
        """Yield who else a task names: whoever takes part in it, and anybody outside the Department."""
        duty = effective.home(step, self.rulebook.duties)
        if step.kind != "task" or step.performers or duty is None:
            return
        following = [self.owner.get(edge.to) for edge in step.next]
        then = {role for party in following if party for role in party.roles}
        for party in duty.counterparts:
            shown = party.capacity == "participates" or self._pool(party) == "outside"
            acts_next = party.capacity in _RECEIVES_IN_TURN and set(party.roles) <= then
            if shown and not acts_next and _key(party) != _key(self.owner[step.id]):
                yield party

    def _name(self, party: Party | None) -> str:
        if party is None:
            return self.wording.ui("not_stated_by_whom")
        names = [self.rulebook.roles[role].name for role in party.roles if role in self.rulebook.roles]
        names += [self.rulebook.meetings[one].name for one in party.meetings if one in self.rulebook.meetings]
        comma = self.wording.ui("comma")
        last = {"one-of": self.wording.ui("or"), "unstated": comma}.get(
            party.relation, self.wording.ui("and")
        )
        said = [name.of(self.language) for name in names]
        return _capital(last.join(part for part in (comma.join(said[:-1]), *said[-1:]) if part))

    def _pool(self, party: Party | None) -> Pool:
        if party is None:
            return "unstated"
        known = [self.rulebook.roles[role].pool for role in party.roles if role in self.rulebook.roles]
        return "outside" if known and set(known) == {"outside"} else "inside"

    def _house(self, lanes: Iterable[Lane]) -> str:
        """Return the name of the unit whose lanes those inside are, where a lane does not say it itself."""
        inside = [lane for lane in lanes if lane.pool == "inside"]
        roles = self.rulebook.roles.values()
        within = [role for role in roles if role.pool == "inside"]
        tied = [role.part_of.role for role in within if role.part_of]
        houses = [role for role in within if role.kind == "unit" and role.id in tied]
        if len(houses) != 1 or all(lane.key == houses[0].id for lane in inside):
            return ""
        return houses[0].name.of(self.language)

    def _title(self, step: Step) -> str:
        said = effective.label(step, self.rulebook)
        return _capital(said.of(self.language) if said else step.id)

    def _node(self, step: Step, number: int, texts: dict[str, str], wide: float) -> Node:
        inner = wide - 2 * PADDING - (24 if step.kind in ("exclusive", "unsettled") else 0)
        lines = balanced(texts[step.id], inner / FONT)
        lane = _key(self.owner[step.id])
        acts = step.kind == "task" or bool(step.performers)
        who = self._name(self.owner[step.id]) if acts else ""
        return Node(
            step.id, step.id, number, step.kind, lane, lines, texts[step.id], who, step.inferred, wide
        )

    def _party(self, step: Step, index: int, party: Party, label: str, number: int, wide: float) -> Node:
        lines = balanced(label, (wide - 2 * PADDING) / FONT)
        narrow = max(_NARROWEST, max(map(width, lines)) * FONT + 2 * PADDING)
        title = f"{self._name(party)}{self.wording.ui('colon')}{label}"
        return Node(
            f"{step.id}--{index}", step.id, number, "party", _key(party), lines, title, "", False, narrow
        )

    def _flow(self, step: Step, edge: Edge, message: bool) -> Flow:
        duty = effective.home(edge, self.rulebook.duties)
        when = edge.when or (duty.condition if duty else None)
        label = balanced(when.of(self.language), _LABEL_EMS[self.language]) if when else ()
        return Flow(step.id, edge.to, label, edge.inferred, message)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _key(party: Party | None) -> str:
    return "+".join((*party.roles, *party.meetings)) if party else _NOT_STATED

"""Slips in procedures: ways that lead nowhere, decisions without exits, steps without content."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from tests.mutation.book import Entry, entries
from tests.mutation.letters import typo
from tests.mutation.sheet import Spot, flow
from tests.mutation.slip import Files, Slip, kind

GROUP = "procedures"
ENDS = ("end", "unsettled")


def _draw(dice: random.Random, files: Files) -> Entry:
    return dice.choice(entries(files, "procedures"))


def _edges(entry: Entry) -> Iterator[tuple[int, int, Any, Any]]:
    for at, step in enumerate(entry.value["steps"]):
        for index, edge in enumerate(step.get("next", ())):
            yield at, index, step, edge


def _reached(steps: list[Any], changed: tuple[int, int], to: str, begin: set[str] | None = None) -> set[str]:
    """Return what can be reached, from the start or from `begin`, once an edge leads elsewhere."""
    ways: dict[str, list[str]] = {}
    for at, step in enumerate(steps):
        for index, edge in enumerate(step.get("next", ())):
            ways.setdefault(step["id"], []).append(to if (at, index) == changed else edge["to"])
    seen = begin or {step["id"] for step in steps if step["kind"] == "start"}
    waiting = sorted(seen)
    while waiting:
        fresh = set(ways.get(waiting.pop(), ())) - seen
        seen |= fresh
        waiting += sorted(fresh)
    return seen


@kind("step: edge to one that is not there", GROUP)
def nowhere(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    at, index, _, edge = dice.choice(list(_edges(entry)))
    spot = entry.at("steps", at, "next", index, "to")
    new = typo(dice, edge["to"])
    known = {step["id"] for step in entry.value["steps"]}
    return entry.sheet.say(spot, new) if spot and new not in known else None


@kind("step: typo in its id", GROUP)
def step_id(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    at = dice.randrange(1, len(entry.value["steps"]))
    spot = entry.at("steps", at, "id")
    if spot is None:
        return None
    edges = [(n, index) for n, index, _, edge in _edges(entry) if edge["to"] == spot.text]
    # Where one edge alone names it, no one can tell which of the two is the misspelt one.
    only = [entry.at("steps", n, "next", index, "to") for n, index in edges] if len(edges) == 1 else []
    return entry.sheet.say(spot, typo(dice, spot.text or ""), also=[edge.line for edge in only if edge])


@kind("step: id of another step", GROUP)
def same_id(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    steps = entry.value["steps"]
    one, other = dice.sample(range(len(steps)), 2)
    spot, twin = entry.at("steps", one, "id"), entry.at("steps", other, "id")
    if spot is None or twin is None:
        return None
    return entry.sheet.say(spot, steps[other]["id"], also=(twin.line,))


@kind("step: way on deleted", GROUP)
def dead_end(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    at, _, _, _ = dice.choice(list(_edges(entry)))
    spot = entry.at("steps", at, "next")
    own = entry.at("steps", at, "id")
    if spot is None or own is None:
        return None
    return entry.sheet.delete(spot)


@kind("step: deleted", GROUP)
def deleted(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    spot = entry.at("steps", dice.randrange(len(entry.value["steps"])))
    return entry.sheet.delete(spot) if spot else None


@kind("step: edge led past another step", GROUP)
def unreached(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    steps = entry.value["steps"]
    at, index, step, edge = dice.choice(list(_edges(entry)))
    target = dice.choice(steps)["id"]
    lost = {one["id"] for one in steps} - _reached(steps, (at, index), target)
    spot = entry.at("steps", at, "next", index, "to")
    if spot is None or not lost or target in (edge["to"], step["id"]):
        return None
    lines = [entry.at("steps", n, "id") for n, one in enumerate(steps) if one["id"] in lost]
    return entry.sheet.say(spot, target, also=[line.line for line in lines if line])


@kind("step: loop without a way out", GROUP)
def loop(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    steps = entry.value["steps"]
    at, index, step, edge = dice.choice(list(_edges(entry)))
    target = steps[dice.randrange(1, at + 1)]["id"] if at else step["id"]
    spot, own = entry.at("steps", at, "next", index, "to"), entry.at("steps", at, "id")
    ends = {one["id"] for one in steps if one["kind"] in ENDS}
    if spot is None or own is None or step["kind"] == "start" or target == edge["to"]:
        return None
    if _reached(steps, (at, index), target, {step["id"]}) & ends:
        return None
    # A loop is made of all its steps; the one that closes it is the least to be asked for.
    return entry.sheet.say(spot, target, also=(own.line,))


@kind("step: exit without its condition", GROUP)
def no_condition(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    found = [
        (at, index)
        for at, index, step, edge in _edges(entry)
        if step["kind"] == "exclusive" and edge.get("when")
    ]
    if not found:
        return None
    at, index = dice.choice(found)
    spot = entry.at("steps", at, "next", index, "when")
    return entry.sheet.delete(spot) if spot else None


@kind("step: words of an edge deleted", GROUP)
def bare_edge(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    kinds = {step["id"]: step["kind"] for step in entry.value["steps"]}
    found = [
        (at, index)
        for at, index, step, edge in _edges(entry)
        if edge.get("words") and not set(edge) & {"inferred", "duty", "question"}
        and (step["kind"] in ("task", "data", "parallel") and kinds[edge["to"]] not in ENDS)
    ]  # fmt: skip
    if not found:
        return None
    at, index = dice.choice(found)
    spot = entry.at("steps", at, "next", index, "words")
    return entry.sheet.delete(spot) if spot else None


@kind("step: decision with one exit", GROUP)
def one_exit(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    found = [
        at
        for at, step in enumerate(entry.value["steps"])
        if step["kind"] == "exclusive" and len(step["next"]) == 2
    ]
    if not found:
        return None
    at = dice.choice(found)
    spot = entry.at("steps", at, "next", dice.randrange(2))
    return entry.sheet.delete(spot) if spot else None


@kind("step: a second start", GROUP)
def two_starts(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    at = dice.randrange(1, len(entry.value["steps"]))
    return _of_kind(entry, at, "start")


@kind("step: start made a task", GROUP)
def no_start(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    return _of_kind(entry, 0, "task") if entry.value["steps"][0]["kind"] == "start" else None


@kind("step: of another kind", GROUP)
def other_kind(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    at = dice.randrange(1, len(entry.value["steps"]))
    step = entry.value["steps"][at]
    wrong = {
        "task": ["end", "exclusive", "parallel", "data"], "exclusive": ["task", "end", "data"],
        "parallel": ["task", "end"], "data": ["exclusive", "end"], "end": ["exclusive", "task"],
        "unsettled": ["task", "exclusive"],
    }[step["kind"]]  # fmt: skip
    into = sum(edge["to"] == step["id"] for _, _, _, edge in _edges(entry))
    if into > 1 and len(step.get("next", ())) == 1:
        wrong = [one for one in wrong if one not in ("exclusive", "parallel")]
    if step["kind"] == "parallel" and len(step.get("next", ())) < 2:
        wrong = ["end"]
    return _of_kind(entry, at, dice.choice(wrong))


def _of_kind(entry: Entry, at: int, new: str) -> Slip | None:
    spot = entry.at("steps", at, "kind")
    return entry.sheet.say(spot, new) if spot else None


@kind("step: unsettled end without its question", GROUP)
def no_question(dice: random.Random, files: Files) -> Slip | None:
    return _without(dice, files, ("unsettled",), "question")


@kind("step: task without duty, or data without document", GROUP)
def no_content(dice: random.Random, files: Files) -> Slip | None:
    name = dice.choice(["duty", "document", "words"])
    return _without(dice, files, ("task", "data"), name)


def _without(dice: random.Random, files: Files, kinds: tuple[str, ...], name: str) -> Slip | None:
    entry = _draw(dice, files)
    found: list[Spot] = []
    for at, step in enumerate(entry.value["steps"]):
        spot = entry.at("steps", at, name)
        if step["kind"] in kinds and spot is not None and not (name == "words" and step.get("duty")):
            found.append(spot)
    return entry.sheet.delete(dice.choice(found)) if found else None


@kind("step: entry of the procedure without words", GROUP)
def entry_bare(dice: random.Random, files: Files) -> Slip | None:
    entry = _draw(dice, files)
    spot = entry.at("entry", dice.choice(["words", "duty"]))
    return entry.sheet.delete(spot) if spot else None


@kind("step: performers replaced", GROUP)
def performers(dice: random.Random, files: Files) -> Slip | None:
    """Name a performer that the words of the step do not."""
    entry = _draw(dice, files)
    found = [at for at, step in enumerate(entry.value["steps"]) if step.get("performers")]
    if not found:
        return None
    at = dice.choice(found)
    spot = entry.at("steps", at, "performers")
    if spot is None:
        return None
    party = dict(spot.value)
    if party.get("meetings"):
        party["meetings"] = [
            dice.choice(
                [m for m in ("department-meeting", "executive-meeting") if m not in party["meetings"]]
            )
        ]
        words = entry.value["steps"][at].get("words", {})
        if not any(at_.startswith(("art_10", "art_12")) for at_ in words):
            return None
    else:
        party["roles"] = [dice.choice(["director", "handling-division", "deputy-director-in-charge"])]
    return entry.sheet.put(spot, flow(party))

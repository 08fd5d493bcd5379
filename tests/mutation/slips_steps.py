"""Sound words at the wrong step or arrow of a procedure: each stands elsewhere in it, and is right there."""

from __future__ import annotations

import random
from typing import Any

from tests.mutation.book import Entry, entries
from tests.mutation.sheet import Spot, flow
from tests.mutation.slip import Files, Slip, kind

GROUP = "steps"


def _steps(files: Files, *kinds: str) -> list[tuple[Entry, int, Any]]:
    """Return all steps of the given kinds, or of any: the procedure, the step's number, the step."""
    return [
        (entry, at, step)
        for entry in entries(files, "procedures")
        for at, step in enumerate(entry.value["steps"])
        if not kinds or step["kind"] in kinds
    ]


def _written(entry: Entry, *trail: str | int) -> tuple[Spot, str]:
    spot = entry.at(*trail)
    if spot is None:
        raise ValueError(trail)
    return spot, entry.sheet.raw(spot).rstrip()


def _instead(entry: Entry, one: tuple[str | int, ...], other: tuple[str | int, ...]) -> Slip:
    """Write the value of another place in place of one."""
    (spot, old), (_, new) = _written(entry, *one), _written(entry, *other)
    if old == new:
        raise ValueError(old)
    text = entry.sheet.text
    at = text.count("\n", 0, spot.start)
    return entry.sheet.slip(text[: spot.start] + new + text[spot.start + len(old) :], at, also=(spot.line,))


def _exchanged(entry: Entry, one: tuple[str | int, ...], other: tuple[str | int, ...]) -> Slip:
    """Exchange the values of two places."""
    found = sorted((_written(entry, *one), _written(entry, *other)), key=lambda pair: pair[0].start)
    (first, former), (second, latter) = found
    text = entry.sheet.text
    between = text[first.start + len(former) : second.start]
    new = text[: first.start] + latter + between + former + text[second.start + len(latter) :]
    lines = [text.count("\n", 0, spot.start) for spot in (first, second)]
    return entry.sheet.slip(new, lines[0], also=(first.line, second.line, lines[1]))


def _pair_of_exits(dice: random.Random, files: Files) -> tuple[Entry, int, int, int]:
    entry, at, step = dice.choice(_steps(files, "exclusive"))
    one, other = dice.sample(range(len(step["next"])), 2)
    return entry, at, one, other


@kind("step: label of another step", GROUP)
def label(dice: random.Random, files: Files) -> Slip | None:
    entry, at, _ = dice.choice([one for one in _steps(files) if "label" in one[2]])
    others = [n for n, one in enumerate(entry.value["steps"]) if n != at and "label" in one]
    return _instead(entry, ("steps", at, "label"), ("steps", dice.choice(others), "label"))


@kind("step: Chinese label of another step", GROUP)
def chinese_label(dice: random.Random, files: Files) -> Slip | None:
    entry, at, _ = dice.choice([one for one in _steps(files) if "label" in one[2]])
    others = [n for n, one in enumerate(entry.value["steps"]) if n != at and "label" in one]
    return _instead(entry, ("steps", at, "label", "zh"), ("steps", dice.choice(others), "label", "zh"))


@kind("step: decision without a label", GROUP)
def no_label(dice: random.Random, files: Files) -> Slip | None:
    entry, at, _ = dice.choice([one for one in _steps(files, "exclusive") if "label" in one[2]])
    spot = entry.at("steps", at, "label")
    return entry.sheet.delete(spot) if spot else None


@kind("step: conditions of two exits exchanged", GROUP)
def conditions(dice: random.Random, files: Files) -> Slip | None:
    entry, at, one, other = _pair_of_exits(dice, files)
    return _exchanged(entry, ("steps", at, "next", one, "when"), ("steps", at, "next", other, "when"))


@kind("step: targets of two exits exchanged", GROUP)
def targets(dice: random.Random, files: Files) -> Slip | None:
    entry, at, one, other = _pair_of_exits(dice, files)
    return _exchanged(entry, ("steps", at, "next", one, "to"), ("steps", at, "next", other, "to"))


@kind("step: question of another unsettled step", GROUP)
def question(dice: random.Random, files: Files) -> Slip | None:
    entry, at, step = dice.choice(_steps(files, "unsettled"))
    named = {one["question"] for _, _, one in _steps(files, "unsettled")} - {step["question"]}
    spot = entry.at("steps", at, "question")
    return entry.sheet.say(spot, dice.choice(sorted(named))) if spot else None


@kind("arrow: words of the other way out", GROUP)
def arrow(dice: random.Random, files: Files) -> Slip | None:
    found = [
        (entry, at, quoted)
        for entry, at, step in _steps(files)
        for quoted in [[n for n, edge in enumerate(step.get("next", ())) if edge.get("words")]]
        if len(quoted) > 1
    ]
    entry, at, quoted = dice.choice(found)
    one, other = dice.sample(quoted, 2)
    return _instead(entry, ("steps", at, "next", one, "words"), ("steps", at, "next", other, "words"))


@kind("step: parallel split made a decision", GROUP)
def split(dice: random.Random, files: Files) -> Slip | None:
    entry, at, step = dice.choice(_steps(files, "parallel"))
    spot = entry.at("steps", at, "kind")
    return entry.sheet.say(spot, "exclusive") if spot and len(step["next"]) > 1 else None


@kind("step: performers of a task without duty deleted", GROUP)
def performers(dice: random.Random, files: Files) -> Slip | None:
    found = [one for one in _steps(files, "task") if "performers" in one[2] and "duty" not in one[2]]
    entry, at, _ = dice.choice(found)
    spot = entry.at("steps", at, "performers")
    return entry.sheet.delete(spot) if spot else None


@kind("step: performed by the other meeting", GROUP)
def meeting(dice: random.Random, files: Files) -> Slip | None:
    found = [one for one in _steps(files, "task") if one[2].get("performers", {}).get("meetings")]
    entry, at, step = dice.choice(found)
    own = step["performers"]["meetings"]
    others = [one.value["id"] for one in entries(files, "meetings") if one.value["id"] not in own]
    spot = entry.at("steps", at, "performers", "meetings")
    return entry.sheet.put(spot, flow([dice.choice(others)])) if spot else None


@kind("step: another procedure that exists", GROUP)
def procedure(dice: random.Random, files: Files) -> Slip | None:
    entry, at, step = dice.choice([one for one in _steps(files) if "procedure" in one[2]])
    known = [one.value["id"] for one in entries(files, "procedures")]
    others = [one for one in known if one not in (step["procedure"], entry.value["id"])]
    spot = entry.at("steps", at, "procedure")
    return entry.sheet.say(spot, dice.choice(others)) if spot else None


@kind("step: duty of the step before", GROUP)
def duty(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "procedures"))
    steps = entry.value["steps"]
    numbers = {step["id"]: at for at, step in enumerate(steps)}
    found = [
        (at, numbers[edge["to"]])
        for at, step in enumerate(steps)
        for edge in step.get("next", ())
        if step["kind"] == steps[numbers[edge["to"]]]["kind"] == "task"
        and "duty" in step
        and {"duty", "label"} & {*steps[numbers[edge["to"]]]} == {"duty"}
    ]
    before, at = dice.choice(found)
    return _instead(entry, ("steps", at, "duty"), ("steps", before, "duty"))


@kind("step: that prepares a paper left out", GROUP)
def left_out(dice: random.Random, files: Files) -> Slip | None:
    """Lead what led to the step to the paper instead, and delete the step."""
    makers = {
        one.value["id"]: (one.value.get("prepared_by") or {}).get("duty")
        for one in entries(files, "documents")
    }
    found = []
    for entry, at, step in _steps(files, "data"):
        made = makers.get(step["document"])
        before = [one for one in entry.value["steps"] if step["id"] in [e["to"] for e in one.get("next", ())]]
        if made and len(before) == 1 and before[0].get("duty") == made and before[0]["kind"] == "task":
            found.append((entry, at, before[0]["id"]))
    entry, at, gone = dice.choice(found)
    steps = entry.value["steps"]
    spot = entry.at("steps", [one["id"] for one in steps].index(gone))
    own = entry.at("steps", at, "id")
    if spot is None or own is None:
        return None
    slip = entry.sheet.delete(spot)
    text = str(slip.files[slip.path]).replace(f"to: {gone}\n", f"to: {steps[at]['id']}\n")
    led = [n for n, line in enumerate(text.split("\n"), 1) if line.endswith(f"to: {steps[at]['id']}")]
    return Slip(slip.path, slip.line, {slip.path: text}, (*slip.also, *led, *(n + 2 for n in led)))

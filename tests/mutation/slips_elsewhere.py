"""Sound values in wrong places: spelt well, known, and about something else."""

from __future__ import annotations

import random

from tests.mutation.book import COLLECTIONS, Entry, entries
from tests.mutation.sheet import Spot, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "elsewhere"


def _spots(files: Files, collections: tuple[str, ...], *keys: str) -> list[tuple[Entry, Spot]]:
    """Return all values under the given last keys of a trail, with the statement they stand in."""
    depth = len(keys)
    return [
        (entry, spot)
        for collection in collections
        for entry in entries(files, collection)
        for spot in entry.below()
        if tuple(one for one in spot.trail if isinstance(one, str))[-depth:] == keys
    ]


def _draw(dice: random.Random, files: Files, collections: tuple[str, ...], *keys: str) -> tuple[Entry, Spot]:
    return dice.choice(_spots(files, collections, *keys))


@kind("counterparts: taken away", GROUP)
def counterparts(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("duties",), "counterparts")
    verb = any(word in entry.value["action"]["zh"] for word in ("会同", "协助", "提交", "报"))
    return entry.sheet.delete(spot) if verb else None


@kind("meeting: an item of its agenda deleted", GROUP)
def agenda(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("meetings",), "agenda", "duty")
    whole = entry.sheet.by_trail.get(spot.trail[:-1])
    return entry.sheet.delete(whole) if whole else None


@kind("meeting: two items of its agenda exchanged", GROUP)
def agenda_order(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in entries(files, "meetings") if len(one.value["agenda"]) > 1])
    at = dice.randrange(len(entry.value["agenda"]) - 1)
    one, other = entry.at("agenda", at, "duty"), entry.at("agenda", at + 1, "duty")
    if one is None or other is None:
        return None
    lines = [*entry.sheet.lines]
    lines[one.line], lines[other.line] = lines[other.line], lines[one.line]
    return entry.sheet.slip("\n".join(lines), one.line, also=(other.line,))


@kind("meeting: a duty that speaks of a point left to a question", GROUP)
def point(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "meetings"))
    name = dice.choice(["chair", "quorum", "leave", "record", "members"])
    spot = entry.at(name, "duty")
    fact = entry.value[name]
    if spot is None or not isinstance(fact, dict):
        return None
    questions = [one.value["id"] for one in entries(files, "open_questions")]
    whole = entry.at(name)
    text = f"question: {fact.get('question') or dice.choice(questions)}"
    if whole is None:
        return None
    first, end = entry.sheet.extent(whole)
    lines = [*entry.sheet.lines]
    lines[first + 1 : end] = [f"  {text}"]
    return entry.sheet.slip("\n".join(lines), first + 1, also=(first,))


@kind("question: another that exists", GROUP)
def question(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, tuple(COLLECTIONS), "question")
    far = [
        one.value["id"]
        for one in entries(files, "open_questions")
        if not {at.partition("__")[0] for at in one.value["words"]}
        & {at.partition("__")[0] for at in entry.value.get("words", ())}
    ]
    if spot.braces or not far or entry.value.get("id") == spot.text:
        return None
    return entry.sheet.say(spot, dice.choice(far))


@kind("step: another document that exists", GROUP)
def document(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("procedures",), "document")
    others = [one.value["id"] for one in entries(files, "documents") if one.value["id"] != spot.text]
    return entry.sheet.say(spot, dice.choice(others))


@kind("step: two exits with one condition", GROUP)
def alike(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("procedures",), "when", "zh")
    at, index = spot.trail[-5] if len(spot.trail) > 4 else None, spot.trail[-3]
    steps = entry.value["steps"]
    if not isinstance(at, int) or not isinstance(index, int):
        return None
    others = [n for n, edge in enumerate(steps[at]["next"]) if n != index and edge.get("when")]
    if not others:
        return None
    other = dice.choice(others)
    twin = entry.at("steps", at, "next", other, "when", "zh")
    return entry.sheet.say(spot, steps[at]["next"][other]["when"]["zh"], also=(twin.line,) if twin else ())


@kind("step: a condition where nothing is decided", GROUP)
def plain(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("procedures",), "next", "to")
    at = spot.trail[1]
    if not isinstance(at, int) or entry.value["steps"][at]["kind"] not in ("task", "data", "start"):
        return None
    column = len(entry.sheet.lines[spot.line]) - len(entry.sheet.lines[spot.line].lstrip(" -"))
    margin = " " * column
    return entry.sheet.insert(spot.line + 1, f"{margin}when:", f"{margin}  zh: 是", f"{margin}  en: yes")


@kind("action: a not put into the Chinese", GROUP)
def negated(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("duties",), "action", "zh")
    return entry.sheet.say(spot, f"不{spot.text}")


@kind("action: a not put into the English", GROUP)
def negated_english(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("duties",), "action", "en")
    return None if "不" in entry.value["action"]["zh"] else entry.sheet.say(spot, f"not {spot.text}")


@kind("action: English of another duty", GROUP)
def other_english(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("duties",), "action", "en")
    other = dice.choice(entries(files, "duties"))
    if other.value["action"]["zh"] == entry.value["action"]["zh"]:
        return None
    return entry.sheet.say(spot, other.value["action"]["en"])


@kind("heading: English of another article", GROUP)
def heading(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "headings.yml")[0]
    one, other = dice.sample(sorted(sheet.value), 2)
    spot = sheet.by_trail.get((one, "en"))
    return sheet.say(spot, sheet.value[other]["en"]) if spot else None


@kind("role: several made one, or inside or outside turned", GROUP)
def role(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "roles"))
    key = dice.choice(["holders", "pool"])
    turned = {"several": "one", "inside": "outside"}
    spot = entry.at(key)
    tied = key == "holders" or entry.value.get("acts_as") or entry.value.get("part_of")
    new = turned.get(entry.value[key])
    return entry.sheet.say(spot, new) if spot and new and tied else None


@kind("English: a letter of another script, or a curly mark", GROUP)
def stray(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, tuple(COLLECTIONS), "en")
    swaps = [(a, b) for a, b in (("a", "а"), ("e", "е"), ("o", "о"), ("'", "’")) if a in (spot.text or "")]
    if not swaps:
        return None
    old, new = dice.choice(swaps)
    return entry.sheet.say(spot, (spot.text or "").replace(old, new, 1))


@kind("Chinese: a sign doubled", GROUP)
def doubled(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, tuple(COLLECTIONS), "zh")
    text = spot.text or ""
    at = dice.randrange(len(text))
    if not "一" <= text[at] <= "鿿" or text[at] in "人天年月日事处时家个":
        return None
    return entry.sheet.say(spot, text[: at + 1] + text[at:])


@kind("open question: its mark left out", GROUP)
def mark(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = _draw(dice, files, ("open_questions",), "asks", dice.choice(["zh", "en"]))
    text = spot.text or ""
    return entry.sheet.say(spot, text.rstrip("？?")) if text.endswith(("？", "?")) else None

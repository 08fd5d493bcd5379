"""Statements that point elsewhere than they should: duties, questions, wholes, exits, categories."""

from __future__ import annotations

import random

from tests.mutation.book import Entry, article, entries
from tests.mutation.sheet import Sheet, Spot, all_sheets, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "links"


def _naming(files: Files, key: str, collections: tuple[str, ...]) -> list[tuple[Entry, Spot]]:
    """Return each place below an entry at which a text stands under a key."""
    return [
        (entry, spot)
        for collection in collections
        for entry in entries(files, collection)
        for spot in entry.below()
        if spot.key == key and spot.text
    ]


def _heads(duty: Entry) -> set[str]:
    return {article(at) for at in duty.value["words"]}


@kind("category: of a duty of other articles", GROUP)
def category(dice: random.Random, files: Files) -> Slip | None:
    """Take a category that neither the article, its neighbours nor the links of a duty have."""
    duties = entries(files, "duties")
    duty = dice.choice([one for one in duties if not one.value.get("carries_out")])
    numbers = {int(head[4:]) for head in _heads(duty) if head.startswith("art_")}
    near = {f"art_{number + step}" for number in numbers for step in (-1, 0, 1)} | _heads(duty)
    own = {one.value["category"] for one in duties if _heads(one) & near}
    linked = {one.value["category"] for one in duties
              for link in one.value.get("carries_out", ()) if link["duty"] == duty.value["id"]}  # fmt: skip
    others = sorted({one.value["category"] for one in duties} - own - linked - {"local-offices", "meetings"})
    spot = duty.at("category")
    return duty.sheet.say(spot, dice.choice(others)) if spot else None


@kind("question: replaced by another that does not touch this", GROUP)
def question(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = dice.choice(
        _naming(files, "question", ("duties", "roles", "documents", "meetings", "terms"))
    )
    touching = [one for one in entries(files, "open_questions")
                if entry.value["id"] not in str(one.value.get("touches"))]  # fmt: skip
    return entry.sheet.say(spot, dice.choice(touching).value["id"])


@kind("question: one of what it touches left out", GROUP)
def touches(dice: random.Random, files: Files) -> Slip | None:
    named = {
        (entry.value["id"], spot.text)
        for entry, spot in _naming(files, "question", ("duties", "roles", "documents", "meetings"))
    }
    spots = [
        (entry.sheet, spot)
        for entry in entries(files, "open_questions")
        for spot in entry.below()
        if "touches" in spot.trail and isinstance(spot.key, str) and len(spot.value) > 1
        and any((id, entry.value["id"]) in named for id in spot.value)
    ]  # fmt: skip
    sheet, spot = dice.choice(spots)
    asked = sheet.value[spot.trail[0]]["id"]
    gone = dice.choice([id for id in spot.value if (id, asked) in named])
    return sheet.put(spot, f"[{', '.join(id for id in spot.value if id != gone)}]")


@kind("step: a duty that nothing else in the procedure speaks of", GROUP)
def step(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = dice.choice(_naming(files, "duty", ("procedures",)))
    strange = [one for one in entries(files, "duties")
               if not any(at in entry.sheet.text for at in one.value["words"])
               and not any(f"duty: {other.value['id']}\n" in entry.sheet.text
                           for other in entries(files, "duties") if _heads(other) & _heads(one))]  # fmt: skip
    return entry.sheet.say(spot, dice.choice(strange).value["id"])


@kind("document: a fact from a duty of another article", GROUP)
def document(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = dice.choice(_naming(files, "duty", ("documents",)))
    own = {article(at) for at in entry.value["words"]}
    name = entry.value["name"]["zh"].strip("《》")
    strange = [one for one in entries(files, "duties")
               if not _heads(one) & own and name[-2:] not in str(one.value)]  # fmt: skip
    return entry.sheet.say(spot, dice.choice(strange).value["id"])


@kind("role: part of a post or a group", GROUP)
def whole(dice: random.Random, files: Files) -> Slip | None:
    roles = [one for one in entries(files, "roles") if one.at("part_of", "role")]
    role = dice.choice(roles)
    wrong = [one.value["id"] for one in entries(files, "roles") if one.value["kind"] in ("post", "group")]
    spot = role.at("part_of", "role")
    return role.sheet.say(spot, dice.choice([id for id in wrong if id != role.value["id"]])) if spot else None


@kind("term: defined by itself", GROUP)
def circular(dice: random.Random, files: Files) -> Slip | None:
    terms = [one for one in entries(files, "terms") if one.at("definition", "zh")]
    term = dice.choice(terms)
    language = dice.choice(["zh", "en"])
    spot = term.at("definition", language)
    return term.sheet.say(spot, term.value["name"][language]) if spot else None


def _exits(files: Files) -> list[tuple[Sheet, list[Spot]]]:
    """Return the `to` of the exits of each decision."""
    out = []
    for sheet in sheets(files, "procedures/*.yml"):
        for index, one in enumerate(sheet.value["steps"]):
            if one["kind"] == "exclusive" and len(one["next"]) > 1:
                ways = [sheet.by_trail["steps", index, "next", at, "to"] for at in range(len(one["next"]))]
                out.append((sheet, ways))
    return out


@kind("step: two exits to one step", GROUP)
def exits(dice: random.Random, files: Files) -> Slip | None:
    sheet, ways = dice.choice(_exits(files))
    one, other = dice.sample(ways, 2)
    return sheet.say(one, other.text or "", also=[way.line for way in ways])


@kind("asked: an entry copied", GROUP)
def copied(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "asked-as.yml")[0]
    first, end = sheet.extent(dice.choice(sheet.inside[()]))
    lines = sheet.lines
    return sheet.slip("\n".join([*lines[:end], "", *lines[first:end], *lines[end:]]), end + 1, also=[first])


@kind("handbook: its title in the other language", GROUP)
def title(dice: random.Random, files: Files) -> Slip | None:
    sheet = next(one for one in all_sheets(files) if one.path == "handbook.yml")
    one, other = dice.sample([spot for spot in sheet.spots if spot.key in ("zh", "en")], 2)
    return sheet.say(one, other.text or "")


@kind("bearer: elided, but another than its article's", GROUP)
def elided(dice: random.Random, files: Files) -> Slip | None:
    """Take the bearer of one of several duties whose subject is left out for another unit."""
    duties = [one for one in entries(files, "duties") if one.value["bearer_source"] == "elided"]
    duty = dice.choice([one for one in duties
                        if sum(bool(_heads(one) & _heads(other)) for other in duties) > 2])  # fmt: skip
    spot = duty.at("bearer", "roles") or duty.at("bearer", "meetings")
    if spot is None:
        return None
    known = entries(files, "roles" if spot.key == "roles" else "meetings")
    others = [one.value["id"] for one in known if one.value["id"] not in spot.value]
    return duty.sheet.put(spot, f"[{dice.choice(others)}]")


@kind("step: an arrow back to an earlier step", GROUP)
def back(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "procedures/*.yml"))
    steps = sheet.value["steps"]
    at = dice.randrange(2, len(steps))
    spots = [spot for spot in sheet.spots if spot.trail[:2] == ("steps", at) and spot.key == "to"]
    spot = dice.choice(spots)
    return sheet.say(spot, steps[dice.randrange(1, at)]["id"])

"""Slips in the facts of meetings and documents, in the head, and in links between statements."""

from __future__ import annotations

import random
import re

from tests.mutation.book import Entry, entries, provisions, quoted
from tests.mutation.letters import other_character
from tests.mutation.sheet import Sheet, Spot, all_sheets, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "facts"
POINTS = {
    "chair": "主持", "quorum": "人数|半数", "leave": "请假", "record": "记录", "minutes": "纪要",
    "deferral": "推迟", "ad_hoc": "临时召集", "members": "参加", "invitees": "参加", "rhythm": "召开",
    "speaking": "意见", "signed_by": "签发", "agreed_by": "同意", "kept_by": "保管|记录", "issued_by": "印发",
    "considered_by": "讨论|研究",
}  # fmt: skip
"""Points, and what has to stand in the words of the duty that is the point's home."""


def _rhythms(files: Files, key: str) -> list[tuple[Sheet, Spot]]:
    return [
        (sheet, spot) for sheet in all_sheets(files) for spot in sheet.spots if spot.key == key and spot.text
    ]


@kind("recurrence: rule malformed", GROUP)
def malformed(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "rrule"))
    text = spot.text or ""
    wrong = [
        text.replace("FREQ=", "FREQ"), text.replace(";", ","), text.replace("WEEKLY", "WEEK"),
        text.replace("MO", "MON"), text.replace("BYDAY", "DAY"), text.replace("FREQ=WEEKLY;", ""),
        text + ";COUNT=0", text + ";INTERVAL=x", text.replace("=", "＝"), text.lower(), text + ";",
    ]  # fmt: skip
    return sheet.say(spot, dice.choice([one for one in wrong if one != text]))


@kind("recurrence: day other than the words'", GROUP)
def other_day(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "rrule"))
    text = spot.text or ""
    wrong = [text.replace("MO", day) for day in ("TU", "WE", "TH", "FR", "SA", "SU", "MO,TU", "1MO")]
    wrong += [text.replace("WEEKLY", "MONTHLY"), text.replace("WEEKLY", "DAILY"), text + ";INTERVAL=2"]
    return sheet.say(spot, dice.choice([one for one in wrong if one != text]))


@kind("recurrence: unit other than the words'", GROUP)
def other_unit(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "every"))
    units = {"day", "week", "month", "quarter", "half-year", "year"} - {spot.text}
    return sheet.say(spot, dice.choice(sorted(units)))


@kind("recurrence: part other than the words'", GROUP)
def other_part(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "part"))
    if dice.random() < 0.3:
        return sheet.delete(spot)
    return sheet.say(spot, dice.choice(["middle", "late"]))


@kind("quorum: other than the words'", GROUP)
def quorum(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "at_least"))
    wrong = ["2/3", "1/3", "5/4", "3/4", "0/2", "1/0", "half", "50%", "0.5", "１/2", "1/ 2"]
    return sheet.say(spot, dice.choice(wrong))


@kind("quorum: of whom, deleted", GROUP)
def quorum_of(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice([one for one in _rhythms(files, "of") if one[1].trail[0] == "quorum"])
    return (
        sheet.delete(spot)
        if dice.random() < 0.5
        else sheet.say(spot, dice.choice(["all", "members", "present"]))
    )


@kind("meeting: a point with the other meeting's duty", GROUP)
def other_meeting(dice: random.Random, files: Files) -> Slip | None:
    one, other = dice.sample(entries(files, "meetings"), 2)
    point = dice.choice([p for p in one.value if isinstance(one.value[p], dict) and one.value[p].get("duty")])
    theirs, ours = other.value.get(point), one.value[point]
    spot = one.at(point, "duty")
    wrong = (
        [theirs["duty"]]
        if isinstance(theirs, dict) and theirs.get("duty", ours["duty"]) != ours["duty"]
        else []
    )
    wrong += [] if wrong else [item["duty"] for item in other.value["agenda"] if "duty" in item]
    return one.sheet.say(spot, dice.choice(wrong)) if spot and wrong else None


@kind("meeting: an item of the other meeting's agenda", GROUP)
def other_agenda(dice: random.Random, files: Files) -> Slip | None:
    one, other = dice.sample(entries(files, "meetings"), 2)
    at = dice.randrange(len(one.value["agenda"]))
    spot = one.at("agenda", at, "duty")
    wrong = [item["duty"] for item in other.value["agenda"] if "duty" in item]
    return one.sheet.say(spot, dice.choice(wrong)) if spot else None


@kind("meeting: an open point filled from the other meeting", GROUP)
def filled(dice: random.Random, files: Files) -> Slip | None:
    one, other = dice.sample(entries(files, "meetings"), 2)
    points = [
        p
        for p in POINTS
        if set(one.value.get(p) or ()) == {"question"} and (other.value.get(p) or {}).get("duty")
    ]
    if not points:
        return None
    point = dice.choice(points)
    spot = one.at(point, "question")
    return one.sheet.insert(spot.line, f"  duty: {other.value[point]['duty']}") if spot else None


@kind("meeting: a point with a duty about something else", GROUP)
def other_duty(dice: random.Random, files: Files) -> Slip | None:
    return _wrong_home(dice, files, dice.choice(entries(files, "meetings")))


@kind("document: a point with a duty about something else", GROUP)
def other_document_duty(dice: random.Random, files: Files) -> Slip | None:
    return _wrong_home(dice, files, dice.choice(entries(files, "documents")))


def _wrong_home(dice: random.Random, files: Files, entry: Entry) -> Slip | None:
    said = {duty.value["id"]: quoted(duty.value) for duty in entries(files, "duties")}
    points = [p for p in POINTS if isinstance(entry.value.get(p), dict) and entry.value[p].get("duty")]
    if not points:
        return None
    point = dice.choice(points)
    wrong = [id for id, words in said.items() if not re.search(POINTS[point], words)]
    own = [
        value["duty"]
        for value in entry.value.values()
        if isinstance(value, dict) and value.get("duty") in wrong
    ]
    spot = entry.at(point, "duty")
    return entry.sheet.say(spot, dice.choice(own if own and dice.random() < 0.6 else wrong)) if spot else None


@kind("date: impossible", GROUP)
def impossible(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "on") + _rhythms(files, "date"))
    return sheet.say(
        spot,
        dice.choice(["2004-02-30", "2004-13-06", "2004-2-6", "2004/02/06", "04-02-06", "2004-02-06T00:00"]),
    )


@kind("date: other than the words'", GROUP)
def other_date(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_rhythms(files, "on"))
    return sheet.say(
        spot, dice.choice(["2004-02-07", "2004-03-06", "2003-02-06", "2014-02-06", "2004-06-02"])
    )


@kind("head: title, number or contact other than the text's", GROUP)
def head(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "rulebook.yml")[0]
    texts = {text.replace(" ", "") for text in provisions(files).values()}
    tops = ("title", "number", "issuer", "recipients", "copies_to", "contact")
    spots = [s for s in sheet.spots if s.key == "zh" and s.trail[0] in tops and s.trail[-2] != "note"]
    spots = [s for s in spots if any((s.text or "").replace(" ", "") in text for text in texts)]
    spot = dice.choice(spots)
    text = spot.text or ""
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if digits and dice.random() < 0.8:
        at = dice.choice(digits)
        return sheet.say(spot, text[:at] + str((int(text[at]) + dice.randint(1, 8)) % 10) + text[at + 1 :])
    new = other_character(dice, text, sheet.text)
    return sheet.say(spot, new) if new and not any(new in one for one in texts) else None


@kind("head: file or folder of another name", GROUP)
def head_file(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "rulebook.yml")[0]
    spots = [s for s in sheet.spots if s.key in ("source", "date") and "versions" in s.trail]
    spot = dice.choice([*spots, sheet.by_trail["id",]])
    text = spot.text or ""
    return sheet.say(spot, text.replace("0", "1", 1) if spot.key == "date" else text.replace("04", "05", 1))


@kind("name: wrong character in the Chinese name", GROUP)
def name(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([e for c in ("terms", "meetings", "roles") for e in entries(files, c)])
    spot = entry.at("name", "zh")
    if spot is None or (spot.text or "") not in quoted(entry.value):
        return None
    new = other_character(dice, spot.text or "", entry.sheet.text)
    everything = "".join(provisions(files).values())
    return entry.sheet.say(spot, new) if new and new not in everything else None


@kind("link: a duty that carries out itself", GROUP)
def itself(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot, entry = _link(dice, files)
    return sheet.say(spot, entry.value["id"])


@kind("link: carries out a duty that is not of Article 3", GROUP)
def not_a_function(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot, entry = _link(dice, files)
    wrong = [
        one.value["id"]
        for one in entries(files, "duties")
        if not any(at.startswith("art_3") for at in one.value["words"])
        and one.value["id"] != entry.value["id"]
    ]
    return sheet.say(spot, dice.choice(wrong)) if "carries_out" in spot.trail else None


def _link(dice: random.Random, files: Files) -> tuple[Sheet, Spot, Entry]:
    found = []
    for entry in entries(files, "duties"):
        for name in ("carries_out", "fallback"):
            for index in range(len(entry.value.get(name, ()))):
                spot = entry.at(name, index, "duty")
                if spot:
                    found.append((entry.sheet, spot, entry))
    return dice.choice(found)


@kind("link: roles in a circle", GROUP)
def circle(dice: random.Random, files: Files) -> Slip | None:
    relation = dice.choice(["part_of", "acts_as"])
    found = []
    roles = {entry.value["id"]: entry for entry in entries(files, "roles")}
    for entry in roles.values():
        links = entry.value.get(relation) or []
        for index, link in enumerate(links if isinstance(links, list) else [links]):
            trail = (relation, index, "role") if isinstance(links, list) else (relation, "role")
            backward = [
                id
                for id, other in roles.items()
                if id == entry.value["id"] or _leads(other, relation, entry.value["id"])
            ]
            spot = entry.at(*trail)
            if spot and link["role"] not in backward:
                found.append((entry.sheet, spot, backward))
    if not found:
        return None
    sheet, spot, backward = dice.choice(found)
    return sheet.say(spot, dice.choice(backward))


def _leads(role: Entry, relation: str, to: str) -> bool:
    links = role.value.get(relation) or []
    return any(link["role"] == to for link in (links if isinstance(links, list) else [links]))


@kind("link: a term that leads to something else", GROUP)
def term_elsewhere(dice: random.Random, files: Files) -> Slip | None:
    name = dice.choice(["meeting", "document", "role"])
    named = {entry.value["id"]: entry.value["name"]["zh"] for entry in entries(files, name + "s")}
    found = [e for e in entries(files, "terms") if e.value["name"]["zh"] == named.get(e.value.get(name, ""))]
    if not found:
        return None
    entry = dice.choice(found)
    spot = entry.at(name)
    wrong = sorted(set(named) - {entry.value[name]})
    return entry.sheet.say(spot, dice.choice(wrong)) if spot else None

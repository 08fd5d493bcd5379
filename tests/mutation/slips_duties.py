"""Slips in duties: a value of the closed list that is not the one the words give."""

from __future__ import annotations

import random
import re
from typing import Any

from tests.mutation.book import Entry, article, entries, named, names, provisions, quoted, words_of
from tests.mutation.sheet import Spot, flow
from tests.mutation.slip import Files, Slip, kind

GROUP = "duties"
VERBS = {
    "chairs": "主持",
    "decides": "决定|签发|确定",
    "agrees": "同意|协商一致",
    "proposes": "提出|形成初步意见",
    "coordinates": "协调",
    "participates": "参加|参与|会同|协调有关部门",
    "informed": "报|反馈",
    "addressed": "请假|指导|帮助|协助|调动|提交|协调",
    "overseen": "检查|考核|评估|督办|巡视",
    "consulted": "意见|听取|收集",
}
"""Words without one of which a party has not this capacity."""
NEVER_A_BEARER = ("informed", "addressed", "overseen")
ALIKE = {
    "director": ("deputy-director", "authorised-deputy-director", "directors-office", "head-of-division"),
    "deputy-director": ("director", "deputy-director-in-charge", "authorised-deputy-director"),
    "deputy-director-in-charge": ("authorised-deputy-director", "deputy-director"),
    "authorised-deputy-director": ("deputy-director-in-charge", "deputy-director"),
    "functional-division": ("handling-division", "divisions"),
    "handling-division": ("functional-division", "divisions"),
    "directors-office": ("director", "deputy-director", "general-office"),
    "departments-concerned": ("other-departments", "headquarters-departments"),
    "other-departments": ("departments-concerned", "commission-departments"),
    "commission-leaders": ("commission-leader-in-charge", "commission", "director"),
    "commission-leader-in-charge": ("commission-leaders", "deputy-director-in-charge"),
    "department": ("divisions", "directors-office", "headquarters"),
    "local-offices": ("local-bureaus", "divisions"),
    "head-of-division": ("divisions", "deputy-director"),
    "attendees": ("persons-concerned", "head-of-division"),
}


def duties(files: Files) -> list[Entry]:
    return [entry for entry in entries(files, "duties") if entry.spot is not None]


def _party_slip(entry: Entry, spot: Spot, party: dict[str, Any]) -> Slip:
    return entry.sheet.put(spot, flow(party))


def parties(entry: Entry) -> list[Spot]:
    """Return the bearer and the counterparts written in braces."""
    spots = [entry.at("bearer")]
    spots += [entry.at("counterparts", index) for index in range(len(entry.value.get("counterparts", ())))]
    return [spot for spot in spots if spot is not None and entry.sheet.raw(spot).startswith("{")]


@kind("modality: another of the governing words", GROUP)
def modality(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(
        [one for one in duties(files) if one.value["modality"] in ("must", "must-not", "may", "request")]
    )
    others = {"must", "must-not", "may", "declared"} - {entry.value["modality"]}
    spot = entry.at("modality")
    return entry.sheet.say(spot, dice.choice(sorted(others))) if spot else None


@kind("modality: declared or task for the other", GROUP)
def declared_task(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value["modality"] in ("declared", "task")])
    new = {"declared": "task", "task": "declared"}[entry.value["modality"]]
    spot = entry.at("modality")
    return entry.sheet.say(spot, new) if spot else None


@kind("modality: a governing word where there is none", GROUP)
def governed(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value["modality"] in ("declared", "task")])
    spot = entry.at("modality")
    return entry.sheet.say(spot, dice.choice(["must", "may", "must-not", "request"])) if spot else None


@kind("bearer_source: stated for elided", GROUP)
def stated(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(
        [one for one in duties(files) if one.value["bearer_source"] in ("elided", "inferred")]
    )
    bearer = entry.value.get("bearer", {})
    who = {*bearer.get("roles", ()), *bearer.get("meetings", ())}
    clauses = "／".join(quote for at, quote in words_of(entry.value) if at != "art_4__para_1")
    if who & named(files, clauses) or "notice" in entry.sheet.path:
        return None
    spot = entry.at("bearer_source")
    return entry.sheet.say(spot, "stated") if spot else None


@kind("bearer_source: elided, inferred or none for stated", GROUP)
def elided(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value["bearer_source"] == "stated"])
    bearer, quote = entry.value.get("bearer", {}), quoted(entry.value)
    begins = re.split("[，。]|[应可实采]", quote.removeprefix("由"))[0]
    plain = set(bearer.get("roles", ())) <= named(files, begins) and "，" not in quote
    new = dice.choice(["elided", "inferred", "unsettled", "none"] if plain else ["unsettled", "none"])
    if new == "unsettled" and (entry.value.get("question") or bearer.get("question")):
        return None
    if new == "inferred" and entry.value.get("note"):
        return None
    spot = entry.at("bearer_source")
    return entry.sheet.say(spot, new) if spot else None


@kind("bearer: deleted", GROUP)
def bearer_deleted(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    spot = entry.at("bearer")
    return entry.sheet.delete(spot) if spot else None


@kind("capacity: another one", GROUP)
def capacity(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    spots = parties(entry)
    if not spots:
        return None
    spot = dice.choice(spots)
    party = dict(spot.value)
    text = quoted(entry.value) + entry.value["action"]["zh"]
    was = party.get("capacity", "responsible")
    fitting = {name for name, verbs in VERBS.items() if re.search(verbs, text)}
    if was not in fitting and was != "responsible":
        return None
    bearer = spot.key == "bearer"
    wrong = set(VERBS) - fitting | set(NEVER_A_BEARER if bearer else ())
    wrong -= {was}
    if not bearer and was in ("overseen", "participates", "informed"):
        wrong |= {"chairs"}
    if not wrong:
        return None
    party["capacity"] = dice.choice(sorted(wrong))
    return _party_slip(entry, spot, party)


@kind("capacity: lost (responsible by default)", GROUP)
def capacity_lost(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    spots = [spot for spot in parties(entry) if spot.value.get("capacity", "responsible") != "responsible"]
    if not spots:
        return None
    spot = dice.choice(spots)
    party = {key: value for key, value in spot.value.items() if key != "capacity"}
    if not re.search(VERBS[spot.value["capacity"]], quoted(entry.value)):
        return None
    return _party_slip(entry, spot, party)


@kind("relation: one-of, all-of or single for another", GROUP)
def relation(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    spots = parties(entry)
    if not spots:
        return None
    spot = dice.choice(spots)
    party = dict(spot.value)
    several = len(party.get("roles", ())) + len(party.get("meetings", ())) > 1
    was, text = party.get("relation", "single"), quoted(entry.value)
    if was == "one-of" and several and "或" in text:
        new = dice.choice(["all-of", "single", "each", "unstated"])
    elif was == "all-of" and several and "及" in text:
        new = dice.choice(["one-of", "single", "unstated"])
    elif was == "unstated" and party.get("question") and several:
        new = dice.choice(["one-of", "all-of", "each", "single"])
    elif was == "each" and _holders(files, party) == {"several"}:
        new = dice.choice(["single", "unstated"])
    elif was == "single" and _holders(files, party) == {"one"}:
        new = dice.choice(["one-of", "all-of", "unstated"])
    else:
        return None
    party["relation"] = new
    return _party_slip(entry, spot, party)


def _holders(files: Files, party: dict[str, Any]) -> set[str]:
    known = {entry.value["id"]: entry.value["holders"] for entry in entries(files, "roles")}
    return {known.get(role, "?") for role in party.get("roles", ())}


@kind("role: another that the words do not name", GROUP)
def role(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    spots = [spot for spot in parties(entry) if spot.value.get("roles")]
    if not spots:
        return None
    spot = dice.choice(spots)
    party = dict(spot.value)
    roles = list(party["roles"])
    at = dice.randrange(len(roles))
    here = {article(one) for one, _ in words_of(entry.value)}
    around = "／".join(text for one, text in provisions(files).items() if article(one) in here)
    words = quoted(entry.value) if entry.value["bearer_source"] == "stated" else around
    if roles[at] not in named(files, words):
        return None
    wrong = [one for one in ALIKE.get(roles[at], ()) if one not in named(files, words) and one not in roles]
    if not wrong:
        return None
    roles[at] = dice.choice(wrong)
    return _party_slip(entry, spot, {**party, "roles": roles})


@kind("role: dropped from an enumeration", GROUP)
def role_dropped(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    who = named(files, quoted(entry.value))
    spots = [spot for spot in parties(entry) if len(set(spot.value.get("roles", ())) & who) > 1]
    if not spots:
        return None
    spot = dice.choice(spots)
    roles = list(spot.value["roles"])
    roles.remove(dice.choice([one for one in roles if one in who]))
    return _party_slip(entry, spot, {**spot.value, "roles": roles})


@kind("role: added that the words do not name", GROUP)
def role_added(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    who = named(files, quoted(entry.value))
    spots = [spot for spot in parties(entry) if len(spot.value.get("roles", ())) > 1]
    here = {article(one) for one, _ in words_of(entry.value)}
    around = named(files, "／".join(t for one, t in provisions(files).items() if article(one) in here))
    wrong = sorted(set(names(files).values()) & set(ALIKE) - around - who)
    if not spots or not wrong:
        return None
    spot = dice.choice(spots)
    return _party_slip(entry, spot, {**spot.value, "roles": [*spot.value["roles"], dice.choice(wrong)]})

"""Slips by copying: an action, words, a heading or a bearer that belongs to a neighbour."""

from __future__ import annotations

import random

from tests.mutation.book import article, bare_without, entries, named, provisions, quoted, text_line, words_of
from tests.mutation.letters import other_character
from tests.mutation.sheet import Spot, flow, scalar, sheets
from tests.mutation.slip import Files, Slip, kind
from tests.mutation.slips_duties import ALIKE, duties

GROUP = "copies"


def _shared(one: str, other: str) -> int:
    """Count how long the longest run of characters is that two texts share."""
    longest = 0
    for start in range(len(one)):
        while one[start : start + longest + 1] in other and start + longest < len(one):
            longest += 1
    return longest


@kind("action: that of another duty", GROUP)
def action(dice: random.Random, files: Files) -> Slip | None:
    entry, other = dice.sample(duties(files), 2)
    zh, en = entry.at("action", "zh"), entry.at("action", "en")
    new = other.value["action"]
    words = quoted(entry.value)
    if (
        zh is None
        or en is None
        or _shared(new["zh"], words) > 2
        or _shared(entry.value["action"]["zh"], words) < 4
    ):
        return None
    text = entry.sheet.text
    changed = (
        text[: zh.start] + scalar(new["zh"]) + text[zh.end : en.start] + scalar(new["en"]) + text[en.end :]
    )
    return entry.sheet.slip(changed, zh.line)


@kind("action: a character other than the quote's", GROUP)
def character(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    zh = entry.at("action", "zh")
    if zh is None or (zh.text or "") not in quoted(entry.value):
        return None
    new = other_character(dice, zh.text or "", entry.sheet.text)
    everything = "".join(provisions(files).values())
    return entry.sheet.say(zh, new) if new and new not in everything else None


@kind("words: those of another duty", GROUP)
def words(dice: random.Random, files: Files) -> Slip | None:
    entry, other = dice.sample(duties(files), 2)
    own = [spot for spot in entry.below() if spot.text is not None and "words" in spot.trail]
    bare = bare_without(files, own)
    mine, theirs = entry.at("words"), other.at("words")
    if not bare or mine is None or theirs is None:
        return None
    (first, end), (begin, last) = entry.sheet.extent(mine), other.sheet.extent(theirs)
    lines = entry.sheet.lines
    text = "\n".join(lines[:first] + other.sheet.lines[begin:last] + lines[end:])
    return entry.sheet.slip(text, first + 1, aside=[place for at in bare for place in text_line(files, at)])


@kind("heading: that of another article", GROUP)
def heading(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "headings.yml")[0]
    one, other = sorted(dice.sample(sheet.inside[()], 2), key=lambda spot: spot.line)
    texts: dict[str, str] = {}
    for id, text in provisions(files).items():
        texts[article(id)] = texts.get(article(id), "") + text
    mine, theirs = texts.get(str(one.key), ""), texts.get(str(other.key), "")
    own = min(_shared(one.value["zh"], mine), _shared(other.value["zh"], theirs))
    foreign = max(_shared(one.value["zh"], theirs), _shared(other.value["zh"], mine))
    if own < 3 or foreign > 1:
        return None
    text = sheet.text
    start, end, begin, last = one.start, one.end, other.start, other.end
    changed = text[:start] + text[begin:last].rstrip() + "\n" + text[end:begin].lstrip("\n")
    changed += text[start:end].rstrip() + "\n" + text[last:]
    return sheet.slip(changed, one.line + 1, also=(other.line + 1,))


@kind("bearer: the other meeting", GROUP)
def meeting(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value.get("bearer", {}).get("meetings")])
    known = [one.value["id"] for one in entries(files, "meetings")]
    spot, party = entry.at("bearer"), dict(entry.value["bearer"])
    around = named(
        files,
        "".join(
            t for id, t in provisions(files).items() if article(id) == article(words_of(entry.value)[0][0])
        ),
    )
    wrong = [id for id in known if id not in party["meetings"] and id not in around]
    if not wrong or spot is None or len(party["meetings"]) > 1:
        return None
    return entry.sheet.put(spot, flow({**party, "meetings": [dice.choice(wrong)]}))


@kind("origin: a role the words do not name", GROUP)
def origin(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value.get("origin")])
    index = dice.randrange(len(entry.value["origin"]))
    spot: Spot | None = entry.at("origin", index)
    roles = list(entry.value["origin"][index].get("roles", ()))
    here = {article(at) for at, _ in words_of(entry.value)}
    around = named(files, "／".join(t for id, t in provisions(files).items() if article(id) in here))
    wrong = sorted(set(ALIKE) - around - set(roles))
    if not roles or not wrong or spot is None:
        return None
    roles[dice.randrange(len(roles))] = dice.choice(wrong)
    return entry.sheet.put(spot, flow({**entry.value["origin"][index], "roles": roles}))

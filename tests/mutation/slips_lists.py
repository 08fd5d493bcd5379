"""Another value of a list, another point's question, an entry moved, a stray space: each well formed."""

from __future__ import annotations

import random
import re
from typing import get_args

from macros.model.vocabulary import Holders, QuestionKind, RoleKind
from tests.mutation.book import Entry, article, entries, provisions, words_of
from tests.mutation.sheet import Sheet, Spot, all_sheets, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "lists"
ROLE_KINDS = get_args(RoleKind)
HOLDERS = get_args(Holders)
QUESTION_KINDS = get_args(QuestionKind)
SPACES = (" ", "\u00a0", "\u3000", "\u2009")
_INSIDE = re.compile("(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])")
_NAMED = re.compile("第[一二三四五六七八九十]+条")


def _another(dice: random.Random, entry: Entry, key: str, values: tuple[str, ...]) -> Slip | None:
    spot = entry.at(key)
    others = [value for value in values if value != entry.value.get(key)]
    return entry.sheet.say(spot, dice.choice(others)) if spot else None


@kind("role: of another kind", GROUP)
def role_kind(dice: random.Random, files: Files) -> Slip | None:
    return _another(dice, dice.choice(entries(files, "roles")), "kind", ROLE_KINDS)


@kind("role: held by another number", GROUP)
def holders(dice: random.Random, files: Files) -> Slip | None:
    posts = [one for one in entries(files, "roles") if one.value["kind"] != "group"]
    return _another(dice, dice.choice(posts), "holders", HOLDERS)


@kind("open question: of another kind", GROUP)
def question_kind(dice: random.Random, files: Files) -> Slip | None:
    return _another(dice, dice.choice(entries(files, "open_questions")), "kind", QUESTION_KINDS)


@kind("meeting or document: a point with another point's question", GROUP)
def point(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([*entries(files, "meetings"), *entries(files, "documents")])
    spots = [spot for spot in entry.below() if spot.key == "question" and spot.text]
    spot = dice.choice(spots)
    own = {one.text for one in spots if one.trail[-2] == spot.trail[-2]}
    others = [one.text or "" for one in spots if one.text not in own]
    return entry.sheet.say(spot, dice.choice(others))


@kind("prose: a provision that is not there", GROUP)
def named_provision(dice: random.Random, files: Files) -> Slip | None:
    spots = [
        (sheet, spot) for sheet in all_sheets(files) for spot in sheet.spots
        if spot.key == "zh" and spot.text and "words" not in spot.trail and _NAMED.search(spot.text)
        and not sheet.path.split("/")[2].startswith(("text", "translations", "headings"))
    ]  # fmt: skip
    sheet, spot = dice.choice(spots)
    return sheet.say(spot, _NAMED.sub("第三十三条", spot.text or "", count=1))


@kind("order: an entry moved further", GROUP)
def moved(dice: random.Random, files: Files) -> Slip | None:
    patterns = ("translations/*.yml", "headings.yml", "duties/*.yml")
    sheet = dice.choice([one for pattern in patterns for one in sheets(files, pattern)])
    spots = sheet.inside[()]
    start, end = sorted(dice.sample(range(len(spots)), 2))
    if end - start < 2:
        return None
    # The blank line between two entries goes with the one before it.
    first, (last, _) = sheet.extent(spots[start])[0], sheet.extent(spots[end])
    next_one = sheet.extent(spots[start + 1])[0]
    lines = sheet.lines
    new = lines[:first] + lines[next_one:last] + lines[first:next_one] + lines[last:]
    return sheet.slip("\n".join(new), first + last - next_one, also=(first,))


@kind("Chinese: a space between two characters", GROUP)
def space(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_chinese(files))
    text = spot.text or ""
    at = dice.choice([match.start() for match in _INSIDE.finditer(text)])
    return sheet.say(spot, f"{text[:at]}{dice.choice(SPACES)}{text[at:]}")


def _chinese(files: Files) -> list[tuple[Sheet, Spot]]:
    return [
        (sheet, spot) for sheet in all_sheets(files) for spot in sheet.spots
        if spot.text and "/source/" not in sheet.path and len(_INSIDE.findall(spot.text)) > 2
    ]  # fmt: skip


@kind("English: exchanged with another text of the file", GROUP)
def english_exchanged(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice([*sheets(files, "procedures/*.yml"), *sheets(files, "documents.yml")])
    texts = [spot for spot in sheet.spots if spot.key == "en" and spot.text and "note" not in spot.trail]
    one, other = dice.sample(texts, 2)
    chinese = [sheet.by_trail[(*spot.trail[:-1], "zh")].text or "" for spot in (one, other)]
    alike = set(chinese[0]) & set(chinese[1])
    if one.text == other.text or 2 * len(alike) > min(map(len, chinese)):
        return None  # two names of one thing
    lines = [*sheet.lines]
    for spot, new in ((one, other), (other, one)):
        lines[spot.line] = f"{lines[spot.line][: spot.column]}en: {sheet.raw(new)}"
    return sheet.slip("\n".join(lines), one.line, also=(other.line,))


@kind("open question: words of the next article", GROUP)
def question_words(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "open_questions"))
    (at, _), texts = dice.choice(words_of(entry.value)), provisions(files)
    ids = [one for one in texts if one.startswith("art_")]
    if at not in ids or article(at) == "art_22":
        return None
    head = f"art_{int(article(at).removeprefix('art_')) + 1}"
    new = next(one for one in ids if article(one) == head)
    touched = str(entry.value.get("touches", "")) + str(entry.value["words"])
    spot = entry.at("words", at)
    if spot is None or spot.text is None or f"{head}'" in touched or f"{head}_" in touched:
        return None
    quote = re.split("[，。；：]", texts[new])[0]
    said = str(entry.value)
    # A silence may be raised by any words near; others by words that speak of what is asked.
    if entry.value["kind"] == "silence" or any(quote[i : i + 2] in said for i in range(len(quote) - 1)):
        return None
    line = f"    {new}: {quote}"
    lines = [*entry.sheet.lines]
    lines[spot.line] = line
    return entry.sheet.slip("\n".join(lines), spot.line)


@kind("head: another role or state, or a word of its English lost", GROUP)
def head(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "rulebook.yml"))
    way = dice.randrange(3)
    if way == 0:
        spot = dice.choice([one for one in sheet.spots if len(one.trail) > 2 and one.trail[-2] == "roles"])
        others = [one.value["id"] for one in entries(files, "roles") if one.value["id"] != spot.text]
        return sheet.say(spot, dice.choice(others))
    if way == 1:
        return sheet.say(sheet.by_trail[("status", "state")], dice.choice(["in-force", "repealed"]))
    spot = sheet.by_trail[("title", "en")]
    words = (spot.text or "").split()
    del words[dice.randrange(len(words))]
    return sheet.say(spot, " ".join(words))

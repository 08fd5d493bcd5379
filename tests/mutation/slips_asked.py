"""Slips in what only the search uses: how people ask for provisions."""

from __future__ import annotations

import random

from tests.mutation.sheet import Sheet, Spot, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "asked"


def _phrases(files: Files, language: str) -> list[tuple[Sheet, Spot]]:
    return [
        (sheet, spot)
        for sheet in sheets(files, "asked-as.yml")
        for spot in sheet.spots
        if len(spot.trail) == 3 and spot.trail[1] == language
    ]


@kind("asked: a Chinese phrase among the English ones", GROUP)
def chinese_among_english(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_phrases(files, "en"))
    _, other = dice.choice(_phrases(files, "zh"))
    return sheet.say(spot, f"{other.text}呢")


@kind("asked: an English phrase among the Chinese ones", GROUP)
def english_among_chinese(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = dice.choice(_phrases(files, "zh"))
    _, other = dice.choice([one for one in _phrases(files, "en") if " " in (one[1].text or "")])
    return sheet.say(spot, f"so {other.text}")


@kind("asked: the phrase of another article", GROUP)
def of_another(dice: random.Random, files: Files) -> Slip | None:
    language = dice.choice(["zh", "en"])
    several = _phrases(files, language)
    (sheet, spot), (_, other) = dice.sample(several, 2)
    heads = [str(sheet.value[one.trail[0]]["at"]).partition("__")[0] for one in (spot, other)]
    if heads[0] == heads[1] or heads[0] in ("title", "notice", "colophon"):
        return None
    # Of two that are alike the second is reported.
    second = max(spot.line, other.line)
    return sheet.say(spot, other.text or "", also=(second,))

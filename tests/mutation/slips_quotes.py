"""Slips in quotes: letters, the provision they are said to stand in, and what they leave bare."""

from __future__ import annotations

import random
import re

from tests.mutation.book import (
    Quote,
    article,
    bare_without,
    covers,
    entries,
    provisions,
    quotes,
    text_line,
)
from tests.mutation.letters import in_traditional, other_character, with_character, without_character
from tests.mutation.sheet import sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "quotes"


def _draw(dice: random.Random, files: Files) -> Quote:
    return dice.choice(quotes(files))


def _said(files: Files, quote: Quote, new: str | None) -> Slip | None:
    if not new or new in provisions(files).get(quote.at, ""):
        return None
    return quote.sheet.say(quote.spot, new)


@kind("quote: wrong character", GROUP)
def wrong_character(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    pool = provisions(files).get(quote.at, "")
    return _said(files, quote, other_character(dice, quote.spot.text or "", pool))


@kind("quote: missing character", GROUP)
def missing_character(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    return _said(files, quote, without_character(dice, quote.spot.text or ""))


@kind("quote: added character", GROUP)
def added_character(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    return _said(files, quote, with_character(dice, quote.spot.text or ""))


@kind("quote: half-width punctuation or a space", GROUP)
def punctuation(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    text = quote.spot.text or ""
    places = [at for at, letter in enumerate(text) if letter in "，、；。"]
    if not places:
        return None
    at = dice.choice(places)
    new = dice.choice([{"，": ",", "、": ",", "；": ";", "。": "."}[text[at]], text[at] + " "])
    return _said(files, quote, text[:at] + new + text[at + 1 :])


@kind("quote: Traditional character", GROUP)
def traditional(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    return _said(files, quote, in_traditional(dice, quote.spot.text or ""))


@kind("quote: given to another provision", GROUP)
def other_provision(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    texts = provisions(files)
    near = [at for at in texts if article(at) == article(quote.at) and at != quote.at]
    at = dice.choice(near if near and dice.random() < 0.6 else list(texts))
    return None if (quote.spot.text or "") in texts[at] else _moved(quote, at)


@kind("quote: given to a provision that is not there", GROUP)
def missing_provision(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    base = article(quote.at) if quote.at.startswith("art_") else "art_1"
    return _moved(
        quote, dice.choice(["art_23__para_1", f"{base}__para_9", f"{base}__para_1__point_14", "art_23"])
    )


@kind("quote: given to an article instead of its paragraph", GROUP)
def whole_article(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    return _moved(quote, article(quote.at)) if quote.at.startswith("art_") else None


def _moved(quote: Quote, at: str) -> Slip | None:
    trail = quote.spot.trail
    if quote.top == "coverage":
        spot = quote.sheet.by_trail[(*trail[:-1], "at")]
        return quote.sheet.say(spot, at)
    end = trail.index("words") + 2
    spot = quote.sheet.by_trail[trail[:end]]
    if any(other.key == at for other in quote.sheet.inside[trail[: end - 1]]):
        return None
    return quote.sheet.rename(spot, at)


@kind("quote: cut short, so that words are left bare", GROUP)
def cut_short(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    text = quote.spot.text or ""
    parts = re.split("(?<=[，、；。])", text)
    if not covers(quote) or len(text) < 6 or quote.top == "coverage":
        return None
    new = (
        "".join(parts[:-1]).rstrip("，、；。") if len(parts) > 1 else text[: -dice.randint(2, len(text) // 2)]
    )
    if quote.at not in bare_without(files, [quote.spot]) or not new:
        return None
    lost = text[len(new) :]
    if not any(
        lost_part in bare_without(files, [quote.spot])[quote.at]
        for lost_part in re.findall("[\u4e00-\u9fff]+", lost)
    ):
        return None
    return quote.sheet.say(quote.spot, new, aside=text_line(files, quote.at))


@kind("quote: so short that it stands twice", GROUP)
def stands_twice(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    words, text = provisions(files).get(quote.at, ""), quote.spot.text or ""
    short = {text[at : at + 2] for at in range(len(text) - 1)}
    twice = sorted(one for one in short if words.count(one) > 1 and not re.search("[，。、；“]", one))
    return quote.sheet.say(quote.spot, dice.choice(twice)) if twice else None


@kind("quote: occurrence that is not there", GROUP)
def occurrence(dice: random.Random, files: Files) -> Slip | None:
    quote = _draw(dice, files)
    words, text = provisions(files).get(quote.at, ""), quote.spot.text or ""
    if quote.top == "coverage" or re.search('[][{},:"#]', text) or quote.sheet.raw(quote.spot)[:1] == '"':
        return None
    raw = f"{{quote: {text}, occurrence: {words.count(text) + dice.randint(1, 2)}}}"
    return quote.sheet.put(quote.spot, raw)


@kind("words: deleted from a statement", GROUP)
def words_deleted(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(
        [e for c in ("duties", "roles", "terms", "open_questions") for e in entries(files, c)]
    )
    spot = entry.at("words")
    if spot is None or (entry.value.get("question") and "role" not in entry.sheet.path):
        return None
    if "roles" in entry.sheet.path and (entry.value.get("question") or entry.value.get("inferred")):
        return None
    aside = tuple(place for at in entry.value["words"] for place in text_line(files, at))
    return entry.sheet.delete(spot, aside=aside if "duties" in entry.sheet.path else ())


@kind("words: a whole duty deleted", GROUP)
def duty_deleted(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "duties"))
    own = [spot for spot in entry.below() if spot.text is not None and "words" in spot.trail]
    bare = bare_without(files, own)
    if not bare or entry.spot is None or len(entry.sheet.value) < 2:
        return None
    return entry.sheet.delete(entry.spot, aside=tuple(p for at in bare for p in text_line(files, at)))


@kind("coverage: excuse deleted", GROUP)
def excuse_deleted(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "coverage.yml")[0]
    spot = dice.choice(sheet.inside[()])
    return sheet.delete(spot, aside=text_line(files, sheet.value[spot.key]["at"]))


@kind("coverage: excuse for words a duty has", GROUP)
def excuse_added(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "coverage.yml")[0]
    quote = dice.choice([one for one in quotes(files) if one.top == "duties" and one.at.startswith("art_")])
    if not covers(quote):
        return None
    reason = dice.choice(["lead-in", "purpose", "definition", "scope"])
    at = dice.choice(sheet.inside[()]).line
    return sheet.insert(at, f"- at: {quote.at}", f"  quote: {quote.spot.text}", f"  reason: {reason}")


@kind("coverage: reason of another sort", GROUP)
def other_reason(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "coverage.yml")[0]
    spot = dice.choice([spot for spot in sheet.spots if spot.key == "reason"])
    reasons = {"purpose", "scope", "definition", "commencement", "interpretation-only"} - {spot.text}
    return sheet.say(spot, dice.choice(sorted(reasons)))

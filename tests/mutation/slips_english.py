"""Slips in translations: a term, a modal, a qualifier or a number that is not that of the Chinese."""

from __future__ import annotations

import random
import re

from tests.mutation.book import names
from tests.mutation.letters import in_traditional, other_character, with_character, without_character
from tests.mutation.sheet import Sheet, Spot, scalar, sheets
from tests.mutation.slip import Files, Slip, kind
from tests.mutation.slips_duties import duties

GROUP = "english"
QUALIFIERS = {
    "原则上": ", in principle,", "及时": "promptly", "根据需要": "as needed",
    "根据工作需要": "according to the needs of work", "事先": "beforehand", "定期": "regularly",
    "主要": "mainly",
}  # fmt: skip
TERMS = (
    ("副主任", "Deputy Director", ("Vice Director", "Assistant Director", "deputy manager")),
    ("主任", "Director", ("Manager", "Head", "Chief")),
    ("部务会", "department meeting", ("board meeting", "ministry meeting", "staff meeting")),
    ("主任办公会", "Director's executive meeting", ("Director's office meeting", "management meeting")),
    ("会签", "countersigning", ("joint signature", "cross-signing")),
    ("主任室", "Directors' Office", ("General Office", "Director's room")),
    ("职能处室", "functional division", ("handling division", "competent section")),
    ("承办处室", "handling division", ("functional division", "responsible office")),
    ("有关部门", "departments concerned", ("other departments", "authorities")),
    ("其他部门", "other departments", ("departments concerned", "other ministries")),
    ("会领导", "Commission leaders", ("Department leaders", "meeting leaders")),
    ("派出机构", "local offices", ("subsidiaries", "agencies abroad", "dispatched bodies")),
    ("会议纪要", "meeting minutes", ("meeting record", "meeting summary")),
    ("会议记录", "meeting record", ("meeting minutes", "meeting protocol")),
    ("请假", "leave", ("vacation pay", "absence")),
    ("督办", "supervise to completion", ("handle", "urge")),
    ("签发", "signed off", ("released", "written")),
    ("与会人员", "attendees", ("members", "speakers")),
    ("各处负责人", "heads of divisions", ("heads of departments", "division staff")),
    ("评估", "evaluat", ("estimat", "audit")),
)
NUMBERS = (
    ("半数", "half", ("two thirds", "a third")), ("每周一", "every Monday", ("every Tuesday", "every week")),
    ("每月初", "early in each month", ("early in each week", "late in each month", "early in each quarter")),
    ("上月", "last month", ("last week", "next month")), ("上周", "last week", ("last month", "next week")),
    ("当月", "current month", ("current week", "next month")), ("本周", "current week", ("current month",)),
    ("13号", "No. 13", ("No. 31", "No. 18")), ("〔2004〕", "[2004]", ("[2014]", "[2003]")),
    ("二月六日", "6 February", ("16 February", "6 March")), ("66506358", "66506358", ("66506385", "6650635")),
    ("[2003]", "[2003]", ("[2004]",)), ("61号", "No. 61", ("No. 16",)),
    ("年度", "annual", ("monthly", "quarterly")),
    ("半年", "half-year", ("quarterly", "two-year")),
    ("召开一次", "once", ("twice",)),
)  # fmt: skip
MODALS = (
    ("不得", "must not", ("may", "shall", "need not", "must")), ("应", "shall", ("may", "should", "can")),
    ("可", "may", ("shall", "must", "may not")),
)  # fmt: skip


def translations(files: Files) -> list[tuple[Sheet, Spot, Spot]]:
    """Return each translation: its file, the Chinese and the English."""
    out = []
    for sheet in sheets(files, "translations/*.yml"):
        for spot in sheet.inside[()]:
            zh, en = (sheet.by_trail.get((spot.key, language)) for language in ("zh", "en"))
            if zh is not None and en is not None:
                out.append((sheet, zh, en))
    return out


def _changed(
    dice: random.Random, files: Files, table: tuple[tuple[str, str, tuple[str, ...]], ...]
) -> Slip | None:
    """Put a wrong word for each occurrence of what a Chinese word has to be in English."""
    chinese, english, wrong = dice.choice(table)
    found = [
        one for one in translations(files) if _says(files, one[1], chinese) and english in (one[2].text or "")
    ]
    if not found:
        return None
    sheet, _, en = dice.choice(found)
    return sheet.say(en, (en.text or "").replace(english, dice.choice(wrong)))


def _says(files: Files, zh: Spot, word: str) -> bool:
    """Tell whether the Chinese has the word itself and not as part of a longer name."""
    text = zh.text or ""
    for name in sorted(names(files), key=len, reverse=True):
        if len(name) > len(word) and word in name:
            text = text.replace(name, "・")
    return word in text


@kind("translation: a term rendered otherwise", GROUP)
def term(dice: random.Random, files: Files) -> Slip | None:
    return _changed(dice, files, TERMS)


@kind("translation: another modal", GROUP)
def modal(dice: random.Random, files: Files) -> Slip | None:
    return _changed(dice, files, MODALS)


@kind("translation: another number or time", GROUP)
def number(dice: random.Random, files: Files) -> Slip | None:
    return _changed(dice, files, NUMBERS)


@kind("translation: qualifier lost", GROUP)
def qualifier(dice: random.Random, files: Files) -> Slip | None:
    found = [
        (sheet, en, english)
        for sheet, zh, en in translations(files)
        for chinese, english in QUALIFIERS.items()
        if chinese in (zh.text or "") and english in (en.text or "")
    ]
    sheet, en, english = dice.choice(found)
    text = en.text or ""
    lost = re.sub(rf", {english},|{english}", "", text, count=1)
    return sheet.say(en, re.sub(r"\s+", " ", lost).replace(" ,", ",").strip())


@kind("translation: its Chinese has a wrong character", GROUP)
def stale(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, _ = dice.choice(translations(files))
    new = other_character(dice, zh.text or "", sheet.text)
    return sheet.say(zh, new) if new else None


@kind("translation: its Chinese lacks or has a character too much", GROUP)
def more_or_less(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, _ = dice.choice(translations(files))
    new = dice.choice([without_character, with_character])(dice, zh.text or "")
    return sheet.say(zh, new) if new and new.strip() == new and "  " not in new else None


@kind("translation: its Chinese has a Traditional character", GROUP)
def traditional(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, _ = dice.choice(translations(files))
    new = in_traditional(dice, zh.text or "")
    return sheet.say(zh, new) if new else None


@kind("translation: English of another provision", GROUP)
def exchanged(dice: random.Random, files: Files) -> Slip | None:
    found = translations(files)
    (sheet, zh, en), (_, other_zh, other_en) = sorted(dice.sample(found, 2), key=lambda one: one[2].start)
    if not any(_betrays(files, a, b) for a, b in ((zh, other_en), (other_zh, en))):
        return None
    text = sheet.text
    new = (
        text[: en.start] + scalar(other_en.text or "") + text[en.end : other_en.start] + scalar(en.text or "")
    )
    return sheet.slip(new + text[other_en.end :], en.line, also=(other_en.line,))


def _betrays(files: Files, zh: Spot, en: Spot) -> bool:
    return any(
        _says(files, zh, word) and english.lower() not in (en.text or "").lower()
        for word, english, _ in TERMS[:12]
    )


@kind("translation: cut off in the middle", GROUP)
def cut_off(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(translations(files))
    text = en.text or ""
    spaces = [at for at, letter in enumerate(text) if letter == " " and at < len(text) * 0.6]
    if len(text) < 40 or not spaces:
        return None
    new = text[: dice.choice(spaces)]
    lost = any(
        _says(files, zh, word) and english in text and english not in new for word, english, _ in TERMS
    )
    return sheet.say(en, new) if lost else None


@kind("translation: ends otherwise than the Chinese", GROUP)
def ending(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(translations(files))
    text, marks = en.text or "", {"。": ".", "；": ";", "：": ":"}
    mark = marks.get((zh.text or " ")[-1])
    if mark is None or not text.endswith(mark):
        return None
    return sheet.say(en, text[:-1] + dice.choice([".", ";", ":", ",", ""]).replace(mark, ""))


@kind("translation: entry deleted", GROUP)
def deleted(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "translations/*.yml")[0]
    return sheet.delete(dice.choice(sheet.inside[()]))


@kind("translation: heading deleted", GROUP)
def heading(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "headings.yml")[0]
    return sheet.delete(dice.choice(sheet.inside[()]))


@kind("action: a term rendered otherwise in English", GROUP)
def action_term(dice: random.Random, files: Files) -> Slip | None:
    chinese, english, wrong = dice.choice(TERMS)
    found = []
    for entry in duties(files):
        for name in ("action", "condition", "basis"):
            zh, en = entry.at(name, "zh"), entry.at(name, "en")
            if zh and en and _says(files, zh, chinese) and english in (en.text or ""):
                found.append((entry.sheet, en))
    if not found:
        return None
    sheet, en = dice.choice(found)
    return sheet.say(en, (en.text or "").replace(english, dice.choice(wrong)))


@kind("name: a term's or role's English that no translation has", GROUP)
def english_name(dice: random.Random, files: Files) -> Slip | None:
    english = " ".join(en.text or "" for _, _, en in translations(files)).lower()
    sheet = dice.choice(sheets(files, "roles.yml") + sheets(files, "terms.yml"))
    spots = [s for s in sheet.spots if s.trail[1:] == ("name", "en") and (s.text or "").lower() in english]
    spot = dice.choice(spots)
    text = spot.text or ""
    wrong = [re.sub(right, w, text, flags=re.I) for _, right, several in TERMS for w in several]
    wrong = [one for one in wrong if one != text and one.lower() not in english]
    return sheet.say(spot, dice.choice(wrong)) if wrong else None

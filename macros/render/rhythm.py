"""A recurrence in words: only what the rule or the unit says, never a date."""

from __future__ import annotations

from macros.model import Rhythm

_UNIT = {
    "zh": {"day": "每日", "week": "每周", "month": "每月", "quarter": "每季度", "half-year": "每半年",
           "year": "每年"},
    "en": {"day": "every day", "week": "every week", "month": "every month", "quarter": "every quarter",
           "half-year": "every half-year", "year": "every year"},
}  # fmt: skip
_PART = {
    "zh": {"early": "初", "middle": "中", "late": "末"},
    "en": {"early": "early in", "middle": "in the middle of", "late": "late in"},
}
_DAY = {
    "zh": dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), "一二三四五六日", strict=True)),
    "en": {"MO": "Monday", "TU": "Tuesday", "WE": "Wednesday", "TH": "Thursday", "FR": "Friday",
           "SA": "Saturday", "SU": "Sunday"},
}  # fmt: skip
_FREQUENCY = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}


def rhythm_words(rhythm: Rhythm, language: str) -> str:
    """Say a rhythm in `language`; empty where it names neither unit nor rule."""
    if rhythm.rrule:
        return _rule(rhythm.rrule, language)
    if not rhythm.every:
        return ""
    unit = _UNIT[language][rhythm.every]
    if not rhythm.part:
        return unit
    part = _PART[language][rhythm.part]
    if language == "zh":
        return unit.removesuffix("度") + part
    return f"{part} each {unit.removeprefix('every ')}"


def _rule(rule: str, language: str) -> str:
    parts = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency = _FREQUENCY.get(parts.pop("FREQ", ""))
    days = parts.pop("BYDAY", "")
    if frequency is None or parts or (days and frequency != "week"):
        return rule  # said as written where the words would have to guess
    if not days:
        return _UNIT[language][frequency]
    names = [_DAY[language].get(day, day) for day in days.split(",")]
    return "每周" + "、".join(names) if language == "zh" else "every " + " and ".join(names)

"""Chinese numbers as articles are counted: read and written up to 9,999."""

from __future__ import annotations

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {"千": 1000, "百": 100, "十": 10}

NUMERAL = f"[{''.join(_DIGITS)}{''.join(reversed(_UNITS))}]{{1,10}}"
"""A pattern of what may be such a number: bounded, so that no text makes a search slow."""


def chinese_number(number: int) -> str:
    """Write 1–9999 as article numbers are printed: 9 → 九, 12 → 十二, 105 → 一百零五, 1010 → 一千零一十."""
    digits = "".join(_DIGITS)
    out = ""
    rest = number
    for unit, value in (*_UNITS.items(), ("", 1)):
        digit, rest = divmod(rest, value)
        if digit:
            out += (digits[digit] if out or (digit, value) != (1, 10) else "") + unit
        elif out and rest and not out.endswith("零"):
            out += "零"
    return out


def number_of(text: str) -> int:
    """Read a Chinese number below ten thousand: 十二 → 12, 一千零五 → 1005."""
    total = current = 0
    for character in text:
        if character in _UNITS:
            total += (current or 1) * _UNITS[character]
            current = 0
        else:
            current = _DIGITS[character]
    return total + current

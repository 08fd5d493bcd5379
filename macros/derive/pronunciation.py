"""How Chinese is read, for putting names in the order of their letters."""

from __future__ import annotations

from typing import Any

from pypinyin import Style, lazy_pinyin


def syllables(text: str) -> list[str]:
    """Return the reading of each character in its context, without tones; other characters as they are."""
    return list(lazy_pinyin(text, style=Style.NORMAL, errors=_apart))


def _apart(others: str) -> Any:
    """Return signs that have no reading one by one; pypinyin takes a list, whatever its types say."""
    return list(others)


def sort_key(name: str) -> tuple[str, str]:
    """Return what a name is sorted by: its letters, then itself."""
    letters = "".join(syllables(name)).lower()
    return "".join(sign for sign in letters if sign.isalnum()), name

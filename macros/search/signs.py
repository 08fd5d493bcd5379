"""How the signs of a corpus are also written, and how they sound: only what the corpus needs.

Variants are those OpenCC turns into a simplified sign (BYVoid's OpenCC, Apache-2.0); readings are pypinyin's,
in the context of the texts, so that 银行 is yin hang and 执行 zhi xing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import opencc
from pypinyin.phrases_dict import phrases_dict

from macros.derive.pronunciation import syllables

HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\uf900", "\ufaff"))
"""The first and last of each block of Chinese signs; docs/assets/search/words.js has the same."""
_INTO_SIMPLIFIED = ("t2s", "hk2s", "tw2s")
_COMMON = "".join(bytes((high, low)).decode("gb2312", "ignore") for high in range(0xB0, 0xD8)
                  for low in range(0xA1, 0xFF))  # fmt: skip
"""GB/T 2312, level 1."""
_SEVERAL = 5
"""In how many words of pypinyin's dictionary a sign stands that people may type for one that sounds alike."""


def is_han(sign: str) -> bool:
    """Tell whether a character is a Chinese sign."""
    return any(first <= sign <= last for first, last in HAN)


@cache
def simplified() -> dict[str, str]:
    """Return every sign that has a simplified form, with that form; 么 is a simplified sign itself."""
    signs = [chr(number) for first, last in HAN for number in range(ord(first), ord(last) + 1)]
    found: dict[str, str] = {}
    for name in _INTO_SIMPLIFIED:
        # On lines of their own, so that no two signs are taken for a phrase.
        turned = opencc.OpenCC(name).convert("\n".join(signs)).split("\n")
        found |= {sign: form for sign, form in zip(signs, turned, strict=True) if sign != form}
    return {sign: form for sign, form in found.items() if len(form) == 1 and sign not in _COMMON}


def variants(texts: Iterable[str]) -> dict[str, str]:
    """Return the other ways to write the signs of the texts, each with the simplified sign it stands for."""
    forms = simplified()
    used = {forms.get(sign, sign) for text in texts for sign in text if is_han(sign)}
    return {sign: form for sign, form in sorted(forms.items()) if form in used}


@cache
def _likely() -> tuple[str, ...]:
    """Return the common signs that several words are made of."""
    words = Counter(sign for phrase in phrases_dict for sign in set(phrase))
    return tuple(sign for sign in _COMMON if words[sign] >= _SEVERAL)


def sounds(texts: Iterable[str]) -> dict[str, str]:
    """Return the signs that may be read as each syllable, without tones: the likelier reading first.

    A sign of the texts stands under every reading it has there, another of many words under its usual one.
    """
    read: dict[str, Counter[str]] = {}
    for text in texts:
        for sign, syllable in zip(text, syllables(text), strict=True):
            if is_han(sign):
                read.setdefault(sign, Counter())[syllable] += 1
    for sign in _likely():
        if sign not in read:
            read[sign] = Counter(syllables(sign))
    out: dict[str, list[str]] = {}
    for sign, readings in sorted(read.items()):
        for syllable in readings:
            out.setdefault(syllable, []).append(sign)
    return {syllable: "".join(signs) for syllable, signs in sorted(out.items()) if syllable.isascii()}

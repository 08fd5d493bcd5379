"""Chinese written by editors is Simplified and has no look-alikes in it.

The official text may hold anything, since it is compared with its source. Simplified signs are those of
GB 2312; a sign outside it that Big5 has is Traditional (both codecs come with Python).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from macros.checks._tools import article_words, clip, walked
from macros.model import Bilingual, Code, Finding, Place, Rulebook
from macros.model.vocabulary import Phrases

TRADITIONAL = Code(
    "traditional-character", "error", "简体文字里有繁体字", "A Traditional character in Simplified text"
)
UNUSUAL = Code("unusual-character", "warning", "少见的字或异体字", "A rare or variant character")
FULL_WIDTH = Code(
    "full-width-letter", "error", "全角的字母或数字", "A letter or digit is written in full width"
)

CODES = (TRADITIONAL, UNUSUAL, FULL_WIDTH)

_IDEOGRAPH = re.compile("[⺀-⿟㐀-䶿一-鿿豈-﫿]")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every Chinese text of the statements, headings among them."""
    if _is_traditional("".join(article_words(rulebook).values())):
        return  # the statements are written as the text is
    for provision in rulebook.provisions.values():
        if provision.heading is not None:
            yield from _text(provision.heading.zh, provision.heading.place("zh"))
    for _, _, _, element in walked(rulebook):
        if isinstance(element, Bilingual):
            yield from _text(element.zh, element.place("zh"))
        elif isinstance(element, Phrases):
            for index, phrase in enumerate(element.zh):
                yield from _text(phrase, element.place("zh", index))


def _is_traditional(text: str) -> bool:
    """Tell whether a text is written in Traditional characters: more than one in twenty is."""
    signs = _IDEOGRAPH.findall(text)
    traditional = sum(not _encodes(sign, "gb2312") and _encodes(sign, "big5") for sign in signs)
    return traditional * 20 > len(signs)


def _text(text: str, place: Place | None) -> Iterator[Finding]:
    for sign in dict.fromkeys(_IDEOGRAPH.findall(text)):
        if _encodes(sign, "gb2312"):
            continue
        plain = unicodedata.normalize("NFKC", sign)
        if _encodes(sign, "big5"):
            said = (f"“{clip(text)}”里的“{sign}”是繁体字", f'"{sign}" in "{clip(text)}" is Traditional')
            yield TRADITIONAL.at(place, *said, ("改成简体", "write it in Simplified characters"))
        else:
            said = (
                f"“{clip(text)}”里的“{sign}”（U+{ord(sign):04X}）少见",
                f'"{sign}" (U+{ord(sign):04X}) in "{clip(text)}" is rare',
            )
            hint = ("核对是不是想写的字", "is it the character you meant?")
            if plain != sign:
                hint = (f"是不是“{plain}”？", f'did you mean "{plain}"?')
            yield UNUSUAL.at(place, *said, hint)
    wide = _FULL_WIDTH.search(text)
    if wide:
        plain = unicodedata.normalize("NFKC", wide.group())
        said = (
            f"“{clip(text)}”里有全角的“{wide.group()}”",
            f'"{clip(text)}" holds a full-width "{wide.group()}"',
        )
        yield FULL_WIDTH.at(place, *said, (f"写作“{plain}”", f'write "{plain}"'))


@cache
def _encodes(sign: str, codec: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True

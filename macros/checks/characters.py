"""Chinese written by editors is Simplified and has no look-alikes in it.

The official text may hold anything, since it is compared with its source. Simplified signs are those of
GB 2312; a sign outside it that Big5 has is Traditional (both codecs come with Python).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from macros.checks._tools import article_words, clip, everyday_phrases, phrases, written
from macros.model import Code, Finding, Handbook, Place, Rulebook

TRADITIONAL = Code(
    "traditional-character", "error", "简体文字里有繁体字", "A Traditional character in Simplified text"
)
UNUSUAL = Code("unusual-character", "warning", "少见的字或异体字", "A rare or variant character")
FULL_WIDTH = Code(
    "full-width-letter", "error", "全角的字母或数字", "A letter or digit is written in full width"
)

SPACE = Code("space-among-signs", "warning", "中文里有空格", "A space stands among Chinese signs")

CODES = (TRADITIONAL, UNUSUAL, FULL_WIDTH, SPACE)

_IDEOGRAPH = re.compile("[⺀-⿟㐀-䶿一-鿿豈-﫿]")
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")
_SIGN = "[㐀-鿿、。，；：？！（）《》“”〔〕]"
_SPACE = re.compile(rf"(?<={_SIGN}) +(?={_SIGN})|[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_UNUSUAL = ("Co", "Cn", "Mn", "Me")
"""Categories of Unicode that no sign of a text is of: private, unassigned, accents on their own."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every Chinese text of the statements, headings and phrases among them."""
    rules = "".join(article_words(rulebook).values())
    if _is_traditional(rules):
        return  # the statements are written as the text is
    for one in written(rulebook):
        if not one.of_text:
            yield from _text(one.text.zh, one.zh_place, rules)
    for phrase in phrases(rulebook):
        if phrase.language == "zh":
            yield from _text(phrase.text, phrase.place, rules)


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look at everyday words, which belong to no rulebook."""
    for phrase in everyday_phrases(handbook):
        if phrase.language == "zh":
            yield from _text(phrase.text, phrase.place, "")


def _is_traditional(text: str) -> bool:
    """Tell whether a text is written in Traditional characters: more than one in twenty is."""
    signs = _IDEOGRAPH.findall(text)
    traditional = sum(not _encodes(sign, "gb2312") and _encodes(sign, "big5") for sign in signs)
    return traditional * 20 > len(signs)


def _text(text: str, place: Place | None, rules: str) -> Iterator[Finding]:
    for sign in dict.fromkeys(text):
        if not _IDEOGRAPH.match(sign) and unicodedata.category(sign) not in _UNUSUAL:
            continue
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
    space = _SPACE.search(text)
    if space and text[max(space.start() - 1, 0) : space.end() + 1] not in rules:
        shown = f"{text[: space.start()][-4:]}␣{text[space.end() :][:4]}"
        said = (f"“{shown}”里有空格（U+{ord(space.group()[0]):04X}）", f'a space stands in "{shown}"')
        yield SPACE.at(place, *said, ("删去空格", "delete the space"))


@cache
def _encodes(sign: str, codec: str) -> bool:
    try:
        sign.encode(codec)
    except UnicodeEncodeError:
        return False
    return True

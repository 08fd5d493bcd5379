"""English and Chinese as they are typed: words misspelt, signs of other scripts, signs doubled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.checks._tools import article_words, phrases, written
from macros.model import Code, Finding, Place, Rulebook

MISSPELT = Code("word-misspelt", "warning", "英文单词像是拼错了", "An English word looks misspelt")
STRAY = Code("stray-sign-in-english", "warning", "英文里有别种文字的符号", "A sign of another script")
SMALL = Code("sentence-in-small-letter", "warning", "句首没有大写", "A sentence begins with a small letter")
DOUBLED = Code("sign-doubled", "warning", "中文里同样的字连写两次", "Chinese signs stand twice in a row")

ARTICLE = Code("a-or-an", "warning", "a 和 an 用错了", "A stands for an, or an for a")

CODES = (MISSPELT, STRAY, SMALL, DOUBLED, ARTICLE)

_WORD = re.compile("[A-Za-z]{5,}")
_LEAST_FOR_A_LOST_LETTER = 7
_OFTEN = 3
"""Uses that make a shorter word known well enough to miss a letter of it."""
_VERY_OFTEN = 5
"""Uses that make a word known well enough to see another letter in it (practises, practices: 4)."""
_LONG = 9
"""Letters of a word that has no neighbour of another meaning, as interval has internal."""
_KEYS = {
    key: (row, column)
    for row, line in enumerate(("qwertyuiop", "asdfghjkl", "zxcvbnm"))
    for column, key in enumerate(line)
}
_IDEOGRAPH = "〇㐀-鿿"
_MARKS = "\u3000-\u303f\uff00-\uffef“”‘’"
# Chinese marks may stand beside the Chinese that an English note quotes.
_STRAY = re.compile(
    rf"[^\x00-\x7f{_IDEOGRAPH}{_MARKS}…—–§·]"
    rf"|(?<![{_IDEOGRAPH}{_MARKS}… ])(?![〔〕])[{_MARKS}](?![{_IDEOGRAPH}])"
    rf"|(?<=[A-Za-z])[{_IDEOGRAPH}]|[{_IDEOGRAPH}](?=[A-Za-z])"
)
_SMALL = re.compile(r"""(?<![A-Z])(?<!etc)(?<!e\.g)(?<!i\.e)(?<!cf)[a-z)"]\. [a-z]""")
_DOUBLED = re.compile(rf"([{_IDEOGRAPH}])\1|([{_IDEOGRAPH}]{{2,4}})\2")
_ARTICLE = re.compile(
    r"\b[Aa]n (?!hono|hour|heir|herb)[b-df-hj-np-tv-z][a-z]|\b[Aa] (?!one|once|ewe|eu)[aeio][a-z]"
)
"""By letters: of the vowels, u is left alone (a unit), and of the words in h the silent ones."""
_MAY_DOUBLE = frozenset("问人天年月日事件处时家个种渐常稍刚慢")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every English and every Chinese text that editors wrote."""
    rules = "\n".join(article_words(rulebook).values())
    asked = phrases(rulebook)
    english = [(one.text.en, one.en_place) for one in written(rulebook)]
    words = Counter(word for text, _ in english for word in _WORD.findall(text.lower()))
    uses = words + Counter(word for one in asked for word in _WORD.findall(one.text.lower()))
    usual = {word for word, times in words.items() if times > 1 or len(word) >= _LEAST_FOR_A_LOST_LETTER}
    shortened = _shortened(usual)
    often = _shortened({word for word, times in words.items() if times >= _OFTEN and len(word) > 5})
    masked = _masked({word for word, times in words.items() if times >= _VERY_OFTEN and len(word) > 5})
    yield from _beginnings(rulebook)
    for en, place in (*english, *((one.text, one.place) for one in asked if one.language == "en")):
        yield from _english(en, place)
        yield from _articles(en, place)
        for word in dict.fromkeys(_WORD.findall(en)):
            once = word.lower()
            if uses[once] > 1 or (once not in words and once.endswith("ing")):
                continue  # what people are doing takes words of every sort
            meant = _meant(once, usual, shortened) or often.get(once) or _replaced(once, masked)
            if meant:
                said = (f"“{word}”像是拼错了", f'"{word}" looks misspelt')
                yield MISSPELT.at(place, *said, (f"是不是“{meant}”？", f'did you mean "{meant}"?'))
    chinese = [(one.text.zh, one.zh_place) for one in written(rulebook) if not one.of_text]
    for zh, place in (*chinese, *((one.text, one.place) for one in asked if one.language == "zh")):
        twice = next((match for match in _DOUBLED.finditer(zh) if not _is_right(match, rules)), None)
        if twice:
            said = (f"“{twice.group()}”连写了两次", f'"{twice.group()}" stands twice in a row')
            yield DOUBLED.at(place, *said, ("删去一个", "delete one of the two"))


def _beginnings(rulebook: Rulebook) -> Iterator[Finding]:
    """A paragraph begins with a capital; an item of a list goes on with its lead-in's sentence."""
    for provision in rulebook.provisions.values():
        english = provision.text.en if provision.text else ""
        if provision.kind != "point" and english[:1].islower():
            said = (f"“{english[:12]}…”句首没有大写", f'"{english[:12]}…" begins with a small letter')
            yield SMALL.at(
                provision.places.get("translation"), *said, ("句首大写", "begin it with a capital")
            )


def _english(text: str, place: Place | None) -> Iterator[Finding]:
    stray = _STRAY.search(text)
    if stray:
        sign = stray.group()
        said = (
            f"英文里有“{sign}”（U+{ord(sign):04X}）",
            f'"{sign}" (U+{ord(sign):04X}) stands in the English',
        )
        hint = ("用英文字母和直引号写", "write it with English letters and straight marks")
        yield STRAY.at(place, *said, hint)
    small = _SMALL.search(text)
    if small:
        said = (f"“{small.group()}”句首没有大写", f'a sentence begins small after "{small.group()[:2]}"')
        yield SMALL.at(place, *said, ("句首大写", "begin it with a capital"))


def _articles(text: str, place: Place | None) -> Iterator[Finding]:
    wrong = _ARTICLE.search(text)
    if wrong:
        said = (f"“{wrong.group()}…”应换 a 或 an", f'"{wrong.group()}…" takes the other of a and an')
        yield ARTICLE.at(place, *said, ("元音前用 an，辅音前用 a", "an before a vowel, a before a consonant"))


def _shortened(usual: set[str]) -> dict[str, str]:
    """Return usual words by what is left of them when one letter inside is lost."""
    return {
        one[:at] + one[at + 1 :]: one for one in sorted(usual, reverse=True) for at in range(1, len(one) - 2)
    }


def _masked(words: set[str]) -> dict[str, str]:
    """Return words by what is left of them when one letter, neither the first nor an ending's, is hidden."""
    return {f"{one[:at]}?{one[at + 1 :]}": one for one in sorted(words) for at in range(1, len(one) - 2)}


def _replaced(word: str, masked: dict[str, str]) -> str | None:
    for at in range(1, len(word) - 2):
        meant = masked.get(f"{word[:at]}?{word[at + 1 :]}", word)
        if meant != word and (len(word) >= _LONG or _side_by_side(word[at], meant[at])):
            return meant
    return None


def _side_by_side(one: str, other: str) -> bool:
    """Tell whether two letters have keys that touch."""
    (row, column), (second, beside) = _KEYS[one], _KEYS[other]
    # Each row stands a little to the right of the one above.
    return abs(row - second) <= 1 and -1 <= (beside - column) * (1 if row >= second else -1) <= 1


def _meant(word: str, usual: set[str], shortened: dict[str, str]) -> str | None:
    """Return a usual word of which two letters have changed places here, or one is lost or too many."""
    inner = range(1, len(word) - 2)
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    shorter = (word[:at] + word[at + 1 :] for at in inner)
    near = next((one for one in (*swapped, *shorter) if one in usual and one != word), None)
    return near if near or len(word) < _LEAST_FOR_A_LOST_LETTER else shortened.get(word)


def _is_right(match: re.Match[str], rules: str) -> bool:
    return match.group() in rules or match.group()[0] in _MAY_DOUBLE

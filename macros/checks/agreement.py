"""Chinese and English agree in what no translation may change: not, or, years, articles, names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from macros.checks._english import pairs, stems
from macros.checks._tools import clip, names_of, walked
from macros.derive.names import Names
from macros.model import Bilingual, Code, Finding, Place, Rulebook
from macros.model.base import TODO
from macros.model.numerals import NUMERAL, number_of

NEGATION = Code(
    "negation-differs",
    "warning",
    "一种文字有否定，另一种没有",
    "One language says not and the other does not",
)
OR = Code("or-and-differ", "warning", "“或”与 or 不合", "One language says or, the other and")
ITEMS = Code(
    "items-lost-in-translation", "warning", "并列的几项译少了", "Items of a list are lost in translation"
)
YEAR = Code("years-differ", "warning", "中英文的年份不同", "The years of the two languages differ")
NO_ARTICLE = Code("no-such-article", "error", "本规则没有这一条", "The rules have no such article")
SAME = Code(
    "english-of-another", "warning", "不同的中文用了同样的英文", "Different Chinese has the same English"
)
OTHERWISE = Code(
    "chinese-of-another", "warning", "不同的英文用了同样的中文", "Different English has the same Chinese"
)

CODES = (NEGATION, OR, ITEMS, YEAR, NO_ARTICLE, SAME, OTHERWISE)

_NOT_ZH = re.compile("不(?!断|仅|但)|未(?!决)|无|没有|(?<!除)非(?!常)|勿|否则|禁止|严禁|少于|除")
_NOT_EN = re.compile(
    r"\b(?:not|(?<!No)no(?!\. )|never|without|nor|cannot|unable|neither|none|disagree\w*|fail(?:s|ing|ure)?"
    r"|refus\w+|nobody|nothing|no one|fewer than|less than|at least|prohibit\w*|otherwise|except|unless)\b",
    re.IGNORECASE,
)
_CHOICE = re.compile("([一-鿿])不\\1|要不要|是不是|有没有")
_DENIES_ZH = re.compile("不(?!断|仅|但|同(?!意))|(?<![是能可])否|未|没|无(?!论)|非(?!正式)")
_DENIES_EN = re.compile(
    r"\b(?:not|no|cannot|never|without|neither|nor|none|nobody|nothing|nowhere|fail\w*|unable|un[a-z]+|dis[a-z]+"
    r"|absent|absence|lacks?|silent|fewer|less|rather|other than|except|only|skip\w*|miss\w*|refus\w*|open"
    r"|late|too few)\b|n't",
    re.IGNORECASE,
)
"""What denies, and whatever else stands for it in English: counted, more than one may not be lost."""
_SAYS_NOT = re.compile(r"\b(?:not?|without|never|neither|nobody|cannot)\b|n't")
_FREE = frozenset({"asks", "stakes", "label", "asked_as", "synonyms"})
"""What is put more freely: a question may deny in one language what it affirms in the other."""
_ALSO = re.compile(r"\bat most\b|\bup to\b|\bwithin\b|\bonly\b", re.IGNORECASE)
"""How 不超过 and 不得超过 are said as well."""
_BOUND = re.compile("以[上下内]|至少|至多")
_LIMIT = re.compile(r"\bno[tr]? (?:less|more|fewer|later|earlier) than\b|\bat least\b", re.IGNORECASE)
"""How 以上 and 以下 are said as well: 50,000 yuan or more, not less than 50,000 yuan."""
_EITHER_ZH = re.compile("或|[、和与及；]|任一|以[上下内外]")
_OR_EN = re.compile(r"\b(?:or|either|whether)\b", re.IGNORECASE)
_JOINT = re.compile(r"[,;]|\band\b|\bor\b|\bas well as\b|\bbetween\b")
_AND = re.compile("[和与及]|以及")
_MARKS = re.compile("[《》〈〉“”]")
_YEAR = re.compile(r"(?<![\d-])(?:1[89]|20)\d\d(?!\d)")
_ARTICLE_ZH = re.compile(f"(?<![》〉])第({NUMERAL})条")
_ARTICLE_EN = re.compile(r"\bArticles? (\d{1,4})(?!\d)(?:\(\d+\))*(?! of (?!these|the Rules))")

_WHOLE = 8
"""Signs of a text that is more than a name, and so has no shorter form."""
_FULL = 4
"""Words of a text that is more than a name."""
_OPENING = frozenset({"when", "wher", "whe", "that", "tha"})
"""Stems and roots of words with which a text may begin or not: when, where, that."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at the translations and phrases, then at all bilingual texts, then at what things are called."""
    names = names_of(rulebook)
    for pair in pairs(rulebook):
        if TODO not in pair.en:
            yield from _negation(pair.zh, pair.en, pair.place)
            yield from _either(names, pair.zh, pair.en, pair.place)
            yield from _listed(pair.zh, pair.en, pair.place)
    articles = {provision.id for provision in rulebook.provisions.values() if provision.kind == "article"}
    for collection, _, trail, model in walked(rulebook):
        if isinstance(model, Bilingual):
            # The phrases of duties are among the pairs; a background is told freely but for its source.
            told = (collection == "duties" and "note" not in trail) or (
                "background" in trail and trail[-1] != "source"
            )
            if not told and not _FREE & set(trail) and TODO not in model.en:
                yield from _negation(model.zh, model.en, model.place("en"))
            elif not told and TODO not in model.en and "synonyms" not in trail:
                yield from _freely(model, "label" in trail)
            yield from _years(model)
            if articles:
                yield from _articles(model, articles)
    yield from _same(rulebook)


def _negation(zh: str, en: str, place: Place | None) -> Iterator[Finding]:
    chinese, english = _NOT_ZH.search(zh), _NOT_EN.search(_LIMIT.sub("", en) if _BOUND.search(zh) else en)
    if chinese and not (english or _ALSO.search(en)):
        said = (f"“{chinese.group()}”没有译出", f'nothing in the English stands for "{chinese.group()}"')
        yield NEGATION.at(place, *said, ("两种文字都肯定或都否定", "let both affirm or both deny"))
    elif english and not chinese:
        said = (f"中文里没有“{english.group()}”", f'the Chinese holds nothing for "{english.group()}"')
        yield NEGATION.at(place, *said, ("两种文字都肯定或都否定", "let both affirm or both deny"))
    elif chinese and zh[-1:] not in "？?":
        times, here = len(_DENIES_ZH.findall(_CHOICE.sub("", zh))), len(_DENIES_EN.findall(en))
        if times > max(here, 1):
            said = (
                f"中文有 {times} 处否定，英文只有 {here} 处",
                f"the Chinese denies {times} times, the English {here}",
            )
            yield NEGATION.at(place, *said, ("逐一核对否定", "look at each not"))


def _freely(text: Bilingual, is_label: bool) -> Iterator[Finding]:
    """What is put freely denies in Chinese where its English says not; a label denies in both or neither."""
    chinese = _DENIES_ZH.search(_CHOICE.sub("", text.zh)) or "缺" in text.zh
    if _SAYS_NOT.search(text.en) and not chinese:
        said = ("中文里没有与英文的否定相当的字", "nothing in the Chinese stands for the English not")
    elif is_label and chinese and not _DENIES_EN.search(text.en):
        said = ("英文里没有与中文的否定相当的词", "nothing in the English stands for the Chinese not")
    else:
        return
    yield NEGATION.at(text.place("en"), *said, ("两种文字都肯定或都否定", "let both affirm or both deny"))


def _either(names: Names, zh: str, en: str, place: Place | None) -> Iterator[Finding]:
    there = bool(_OR_EN.search(en))
    if zh.count("或") > len(_OR_EN.findall(en)):
        said = ("“或”没有译出", 'the English has no "or"')
        yield OR.at(place, *said, ("用 or 译出", "translate it with or"))
    found = names.found(zh)
    joined = any(_AND.fullmatch(zh[one.end : other.start]) for one, other in pairwise(found))
    if there and "或" not in zh and (joined or not _EITHER_ZH.search(zh)):
        said = ("英文说 or，中文没有“或”", 'the English says "or", the Chinese does not')
        yield OR.at(place, *said, ("照中文写 and", "write and, as the Chinese has it"))


def _listed(zh: str, en: str, place: Place | None) -> Iterator[Finding]:
    chinese, english = zh.count("、"), len(_JOINT.findall(en))
    if english < chinese:
        said = (
            f"中文并列了 {chinese + 1} 项，英文少了",
            f"the Chinese joins {chinese + 1} items, the English fewer",
        )
        yield ITEMS.at(place, *said, ("把少的译出", "translate what is missing"))


def _years(text: Bilingual) -> Iterator[Finding]:
    chinese, english = set(_YEAR.findall(text.zh)), set(_YEAR.findall(text.en))
    if chinese and english and chinese != english:
        zh, en = ", ".join(sorted(chinese)), ", ".join(sorted(english))
        said = (f"中文写的是 {zh} 年，英文是 {en}", f"the Chinese has {zh}, the English {en}")
        yield YEAR.at(text.place("en"), *said, ("核对年份", "which year is it?"))


def _articles(text: Bilingual, articles: set[str]) -> Iterator[Finding]:
    for language, numbers in (
        ("zh", [number_of(one) for one in _ARTICLE_ZH.findall(text.zh)]),
        ("en", [int(one) for one in _ARTICLE_EN.findall(text.en)]),
    ):
        lost = next((number for number in numbers if f"art_{number}" not in articles), None)
        if lost is not None:
            said = (f"本规则没有第 {lost} 条", f"the rules have no article {lost}")
            hint = (
                "核对是哪一条；别的文件的，写在书名号之后",
                "which one? If it is of another instrument, name that",
            )
            yield NO_ARTICLE.at(text.place(language), *said, hint)
            return


def _same(rulebook: Rulebook) -> Iterator[Finding]:
    """Report what bears the English of something else, or its Chinese."""
    texts = [one.heading for one in rulebook.provisions.values() if one.heading is not None]
    texts += [model for _, _, _, model in walked(rulebook) if isinstance(model, Bilingual)]
    for language, code in (("en", SAME), ("zh", OTHERWISE)):
        yield from _alike(texts, language, code)


def _one_thing(one: Bilingual, other: Bilingual) -> bool:
    """Tell whether two texts say one thing: a plural, a full title or a mark more makes no other."""
    signs = [_MARKS.sub("", text.zh) for text in (one, other)]
    words = [{word[:3] for word in stems(text.en)} - _OPENING for text in (one, other)]
    same = words[0] <= words[1] or words[1] <= words[0]
    if words[0] == words[1] and len(words[0]) >= _FULL:
        return signs[0] == signs[1]
    if signs[0] == signs[1] and len(signs[0]) >= _WHOLE and not one.zh.startswith("《"):
        whole = [{*stems(text.en)} - _OPENING for text in (one, other)]
        return whole[0] == whole[1]
    return (signs[0] in signs[1] or signs[1] in signs[0]) and same


def _alike(several: list[Bilingual], language: str, code: Code) -> Iterator[Finding]:
    """Report two texts that say the same in one language and not in the other, at both."""
    first: defaultdict[str, list[Bilingual]] = defaultdict(list)
    hint = ("各写各的", "let each say what it says by itself")
    for text in several:
        key = text.of(language).lower()
        other = next((one for one in first[key] if not _one_thing(one, text)), None)
        if other is not None and TODO not in text.of(language):
            shown = clip(text.of(language), 40)
            said = (f"两处都写作“{shown}”，另一种文字却不同", f'"{shown}" stands for two different texts')
            yield code.at(text.place(language), *said, hint)
            yield code.at(other.place(language), *said, hint)
        first[key].append(text)

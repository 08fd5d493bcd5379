"""English says what its Chinese says: the glossary, the governing words, qualifiers and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.checks._english import counted, stems
from macros.checks._tools import clip
from macros.derive.governing import QUALIFIERS, found_in
from macros.model import Code, Finding, Meeting, Place, Role, Rulebook, Term
from macros.model.base import TODO
from macros.model.duty import Modality, Qualifier
from macros.model.numerals import number_of

GLOSSARY = Code(
    "translation-off-glossary", "warning", "译文没有用术语表的译法", "A translation departs from the glossary"
)
MODALITY = Code(
    "translation-modality", "error", "译文的力度与原文不符", "A translation's modality is not the text's"
)
QUALIFIER = Code(
    "translation-qualifier", "error", "译文丢了或添了限定语", "A translation loses or adds a qualifier"
)
NUMBER = Code("translation-number", "error", "译文里的数字与原文不符", "A number is lost in translation")
END = Code(
    "translation-ends-otherwise",
    "warning",
    "译文的结尾与原文不同",
    "A translation does not end as its text does",
)
SHORT = Code(
    "translation-too-short", "warning", "译文比原文短得多", "A translation is far shorter than its text"
)

CODES = (GLOSSARY, MODALITY, QUALIFIER, NUMBER, END, SHORT)

_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_MODAL: dict[Modality, tuple[str, re.Pattern[str]]] = {
    "must-not": (
        "must not",
        re.compile(r"\b(?:must|shall|may) not\b|\bno(?:t| fewer| less)? (?:fewer|less)\b"),
    ),
    "must": ("shall", re.compile(r"\b(?:shall|must)\b(?! not)")),
    "may": ("may", re.compile(r"\bmay\b(?! (?:not|be carried))")),
    "request": ("please", re.compile(r"\bplease\b|\brequested\b", re.IGNORECASE)),
    "encouraged": ("encouraged", re.compile(r"\bencourage")),
}
_QUALIFIED: dict[Qualifier, tuple[str, re.Pattern[str]]] = {
    "in-principle": ("in principle", re.compile(r"\bin principle\b", re.IGNORECASE)),
    "as-needed": (
        "as needed",
        re.compile(r"\bas needed\b|\bas required\b|\bneeds? of\b|\bneeds\b", re.IGNORECASE),
    ),
    "promptly": ("promptly", re.compile(r"\bprompt", re.IGNORECASE)),
    "beforehand": ("beforehand", re.compile(r"\bbeforehand\b|\bin advance\b", re.IGNORECASE)),
    "regularly": ("regularly", re.compile(r"\bregularly\b|\bperiodic", re.IGNORECASE)),
    "mainly": ("mainly", re.compile(r"\bmainly\b", re.IGNORECASE)),
}
_TIMES = (
    ("周一|星期一", "monday"), ("周二|星期二", "tuesday"), ("周三|星期三", "wednesday"),
    ("周四|星期四", "thursday"), ("周五|星期五", "friday"), ("周六|星期六", "saturday"),
    ("周[日天]|星期[日天]", "sunday"), ("季度|每季", "quarter"), ("年度|[每全]年|年[底初]", "annual|year"),
    ("半年", "half-year"), ("月", "month|january|february|march|april|may|june|july|august|september"
     "|october|november|december"), ("周|星期", "week|monday"), ("每[日天]|当日", "daily"),
    ("上周", "last week|previous week"), ("上月", "last month|previous month"),
    ("本周", "(?:current|this) week"), ("[本当]月", "(?:current|this) month"),
    ("上[周月年]", "last|previous"),
    ("下[周月年]", "next"), ("初", "early|beginning|preliminary"),
    ("一次", "once"), ("两次|二次", "twice"), ("半数|一半", "half"), ("三分之一", "third"),
    ("三分之二", "two.thirds"),
)  # fmt: skip
"""Times and shares: what stands in the Chinese stands in the English, and the other way round."""
_BOTH_WAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "quarter", "once", "twice",
     "half-year", "next", "two.thirds", "daily"}
)  # fmt: skip
_ENDS = {"。": ".", "；": ";", "：": ":"}
_SHORTEST = 1.3
"""Letters of English to a sign of Chinese, for texts of twenty signs and more; ours have 2.4 and more."""


@dataclass(frozen=True)
class _Pair:
    zh: str
    en: str
    place: Place | None
    of_text: bool
    """Whether it is a provision's translation, which has to say all that the text says."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare every translation, then the texts of the duties."""
    glossary = _glossary(rulebook)
    pattern = (
        re.compile("|".join(map(re.escape, sorted(glossary, key=lambda zh: (-len(zh), zh)))))
        if glossary
        else None
    )
    loose_names = {term.name.zh for term in rulebook.terms.values() if not (term.role or term.meeting)}
    for pair in _pairs(rulebook):
        if TODO in pair.en:
            continue  # it is still to be translated
        if pattern is not None:
            yield from _terms(pair, glossary, pattern, loose_names)
        if pair.of_text:
            yield from _modality(pair)
            yield from _numbers(pair)
        yield from _qualifiers(pair)
        yield from _times(pair)


def _pairs(rulebook: Rulebook) -> Iterator[_Pair]:
    for provision in rulebook.provisions.values():
        if provision.text is not None and provision.text.en and provision.translated_from == provision.zh:
            yield _Pair(provision.zh, provision.text.en, provision.places.get("translation"), True)
    for duty in rulebook.duties.values():
        for text in (duty.action, duty.condition, duty.basis, duty.purpose):
            if text is not None:
                yield _Pair(text.zh, text.en, text.place("en"), False)


def _glossary(rulebook: Rulebook) -> dict[str, str]:
    """Return the English of each Chinese name; a term goes before a role of the same name."""
    out: dict[str, str] = {}
    things: list[Term | Role | Meeting] = [
        *rulebook.terms.values(),
        *rulebook.roles.values(),
        *rulebook.meetings.values(),
    ]
    for thing in things:
        zh, en = _BRACKETS.sub("", thing.name.zh).strip(), _BRACKETS.sub("", thing.name.en).strip()
        out.setdefault(zh, en)
    return out


def _terms(
    pair: _Pair, glossary: dict[str, str], pattern: re.Pattern[str], loose_names: set[str]
) -> Iterator[Finding]:
    needed = {stems(glossary[match.group()]): match.group() for match in pattern.finditer(pair.zh)}
    if not needed:
        return
    names = [stems(en) for en in glossary.values()]
    found = counted(pair.en, names)
    loose = set(stems(pair.en))
    for name, zh in needed.items():
        verb = zh in loose_names
        # A name may be taken up by a pronoun; a verb's words may stand apart (supervise … to completion).
        inside_longer = any(
            found[other] for other in names if len(other) > len(name) and set(name) <= set(other)
        )
        if found[name] >= 1 or (verb and set(name) <= loose and not inside_longer):
            continue
        said = (f"“{zh}”没有按术语表译出", f'"{zh}" is not translated as the glossary has it')
        hint = (
            f"术语表译作“{glossary[zh]}”；确有理由另译的，写进 exceptions.yml",
            f'the glossary has "{glossary[zh]}"; where another is right, say why in exceptions.yml',
        )
        yield GLOSSARY.at(pair.place, *said, hint)


def _modality(pair: _Pair) -> Iterator[Finding]:
    words = found_in(pair.zh)
    for modality, (shown, pattern) in _MODAL.items():
        there = bool(pattern.search(pair.en))
        if (modality in words) == there:
            continue
        if modality in words:
            said = (
                f"原文的力度是 {modality}，译文里没有“{shown}”",
                f'the text is {modality}, but there is no "{shown}"',
            )
            hint = (f"用 {shown} 译出", f"translate it with {shown}")
        else:
            said = (f"译文里的“{shown}”原文没有", f'the text holds nothing for this "{shown}"')
            hint = ("按原文的力度译", "keep to the modality of the text")
        yield MODALITY.at(pair.place, *said, hint)


def _qualifiers(pair: _Pair) -> Iterator[Finding]:
    for qualifier, (shown, pattern) in _QUALIFIED.items():
        word, chinese = QUALIFIERS[qualifier]
        wanted, there = bool(chinese.search(pair.zh)), bool(pattern.search(pair.en))
        if wanted and not there:
            said = (f"译文里没有“{word}”（{shown}）", f'the translation loses "{word}" ({shown})')
            yield QUALIFIER.at(pair.place, *said, (f"用 {shown} 译出", f"translate it with {shown}"))
        elif there and not wanted and qualifier != "as-needed":
            said = (f"译文添了“{shown}”，原文没有", f'the translation adds "{shown}"')
            yield QUALIFIER.at(pair.place, *said, ("删去", "delete it"))


def _times(pair: _Pair) -> Iterator[Finding]:
    english = pair.en.lower()
    for chinese, pattern in _TIMES:
        wanted = re.search(chinese, pair.zh)
        there = re.search(rf"\b(?:{pattern})", english)
        if wanted and not there:
            said = (f"“{wanted.group()}”没有译出", f'"{wanted.group()}" is not translated')
            yield NUMBER.at(pair.place, *said, ("照原文写时间和数目", "give times and shares as in the text"))
        elif there and not wanted and pattern in _BOTH_WAYS and pair.of_text:
            said = (f"译文里的“{there.group()}”原文没有", f'the text holds nothing for "{there.group()}"')
            yield NUMBER.at(pair.place, *said, ("照原文写时间和数目", "give times and shares as in the text"))


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月(\d{1,2}|[一二三四五六七八九十]{1,3})日")


def _dates(pair: _Pair) -> Iterator[Finding]:
    for match in _DATE.finditer(pair.zh):
        month, day = (int(part) if part.isdecimal() else number_of(part) for part in match.groups())
        if not 1 <= month <= len(_MONTHS):
            continue
        wanted = f"{day} {_MONTHS[month - 1]}"
        if not re.search(rf"\b{wanted}\b", pair.en):
            said = (f"“{match.group()}”应译作“{wanted}”", f'"{match.group()}" is "{wanted}" in English')
            yield NUMBER.at(pair.place, *said, ("照原文写日期", "give the date as in the text"))


def _numbers(pair: _Pair) -> Iterator[Finding]:
    yield from _dates(pair)
    wanted = re.findall(r"\d+", pair.zh)
    there = re.findall(r"\d+", pair.en)
    lost = [digits for digits in wanted if digits not in there]
    if lost:
        said = (f"译文里没有数字 {lost[0]}", f"the translation lacks the number {lost[0]}")
        yield NUMBER.at(pair.place, *said, ("照原文写数字", "write the number as in the text"))
    wanted_end = _ENDS.get(pair.zh[-1:], "")
    end = pair.en[-1:] if pair.en[-1:] in ".;:," else ""
    if wanted_end != end:
        said = (
            f"原文以“{pair.zh[-1:]}”结尾，译文以“{pair.en[-1:]}”",
            f'the text ends in "{pair.zh[-1:]}", not "{end}"',
        )
        hint = (
            (f"以“{wanted_end}”结尾", f'end it with "{wanted_end}"')
            if wanted_end
            else ("末尾不加标点", "end it without a mark")
        )
        yield END.at(pair.place, *said, hint)
    if len(pair.zh) >= 20 and len(pair.en) < _SHORTEST * len(pair.zh):
        said = (f"译文“{clip(pair.en)}”太短，像是没有译完", f'"{clip(pair.en)}" is too short to be all of it')
        yield SHORT.at(pair.place, *said, ("把其余部分译出", "translate the rest"))

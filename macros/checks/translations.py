"""English says what its Chinese says: the glossary, the governing words, qualifiers and ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.checks._english import Pair, counted, pairs, stems
from macros.checks._tools import clip
from macros.checks.phrases import BRACKETS
from macros.derive.governing import ONLY_THEN, QUALIFIERS, found_in
from macros.model import Code, Finding, Meeting, Role, Rulebook, Term
from macros.model.base import TODO
from macros.model.duty import Modality, Qualifier

GLOSSARY = Code(
    "translation-off-glossary", "warning", "译文没有用术语表的译法", "A translation departs from the glossary"
)
MODALITY = Code(
    "translation-modality", "error", "译文的力度与原文不符", "A translation's modality is not the text's"
)
QUALIFIER = Code(
    "translation-qualifier", "error", "译文丢了或添了限定语", "A translation loses or adds a qualifier"
)
END = Code(
    "translation-ends-otherwise",
    "warning",
    "译文的结尾与原文不同",
    "A translation does not end as its text does",
)
SHORT = Code(
    "translation-too-short", "warning", "译文比原文短得多", "A translation is far shorter than its text"
)

CODES = (GLOSSARY, MODALITY, QUALIFIER, END, SHORT)

_MODAL: dict[Modality, tuple[str, re.Pattern[str]]] = {
    "must-not": (
        "must not",
        re.compile(
            r"\b(?:must|shall|may|should) not\b|\b[Nn]o(?:body| one)?\b[^.;]{0,80}?\b(?:may|shall|must)\b"
            r"|\b(?:prohibited|forbidden|banned)\b|\bnot (?:be )?(?:allowed|permitted)\b"
        ),
    ),
    "must": ("shall", re.compile(r"\b(?:shall|must|required to)\b(?! not)")),
    "may": ("may", re.compile(r"\bmay\b(?! (?:not|be carried))|\b(?:the right|entitled) to\b")),
    "request": ("please", re.compile(r"\bplease\b|\brequested\b", re.IGNORECASE)),
    "encouraged": ("encouraged", re.compile(r"\bencourage")),
}
_AT_LEAST = re.compile(r"\bno(?:t| fewer| less)? (?:fewer|less)\b|\b[Aa]t least\b")
"""How 不得少于 is said as well; by itself it forbids nothing (not less than 50,000 yuan)."""
_NO_LESS = re.compile("不得[少低]于")
_COMES_INTO_FORCE = re.compile("[起日](?:施行|实行|生效|实施|执行)")
_QUALIFIED: dict[Qualifier, tuple[str, re.Pattern[str]]] = {
    "in-principle": ("in principle", re.compile(r"\bin principle\b", re.IGNORECASE)),
    "as-needed": (
        "as needed",
        re.compile(r"\bas needed\b|\bas required\b|\bneeds? of\b|\bneeds\b", re.IGNORECASE),
    ),
    "promptly": ("promptly", re.compile(r"\bprompt", re.IGNORECASE)),
    "beforehand": ("beforehand", re.compile(r"\bbeforehand\b|\bin advance\b", re.IGNORECASE)),
    "regularly": ("regularly", re.compile(r"\bregular(?:ly)?\b(?! meeting)|\bperiodic", re.IGNORECASE)),
    "mainly": ("mainly", re.compile(r"\bmainly\b", re.IGNORECASE)),
}
_ENDS = {"。": ".", "；": ";", "：": ":"}
_STOPS_ZH = re.compile("[。；]")
_STOPS_EN = re.compile(r"[.;](?= |$)")
_FEW = 4
_SHORTEST = 1.3
"""Letters of English to a sign of Chinese, for texts of so many signs and more; ours have 1.8 and more."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare every translation, then the texts of the duties."""
    glossary = _glossary(rulebook)
    pattern = (
        re.compile("|".join(map(re.escape, sorted(glossary, key=lambda zh: (-len(zh), zh)))))
        if glossary
        else None
    )
    loose_names = {term.name.zh for term in rulebook.terms.values() if not (term.role or term.meeting)}
    tallies: dict[str, _Tally] = {}
    for pair in pairs(rulebook):
        if TODO in pair.en:
            continue  # it is still to be translated
        if pattern is not None:
            _terms(pair, glossary, pattern, loose_names, tallies)
        if pair.of_text:
            yield from _modality(pair)
            yield from _end(pair)
        yield from _short(pair)
        yield from _qualifiers(pair)
    for zh, tally in tallies.items():
        if len(tally.off) == tally.uses > 1:
            yield _nowhere(rulebook, zh, glossary[zh])
        else:
            yield from tally.off


def _named(rulebook: Rulebook) -> list[Term | Role | Meeting]:
    return [*rulebook.terms.values(), *rulebook.roles.values(), *rulebook.meetings.values()]


def _nowhere(rulebook: Rulebook, zh: str, en: str) -> Finding:
    """Report a name whose English none of several translations has: the name is likelier wrong than they."""
    thing = next(one for one in _named(rulebook) if BRACKETS.sub("", one.name.zh).strip() == zh)
    said = (f"译文都没有把“{zh}”译作“{en}”", f'no translation renders "{zh}" as "{en}"')
    hint = ("改这里的英文名，或改所有译文", "change the name here, or all the translations")
    return GLOSSARY.at(thing.name.place("en"), *said, hint)


def _glossary(rulebook: Rulebook) -> dict[str, str]:
    """Return the English of each Chinese name; a term goes before a role of the same name."""
    out: dict[str, str] = {}
    for thing in _named(rulebook):
        zh, en = BRACKETS.sub("", thing.name.zh).strip(), BRACKETS.sub("", thing.name.en).strip()
        out.setdefault(zh, en)
    return out


@dataclass
class _Tally:
    """How often a name is to be translated, and where it is not as the glossary has it."""

    uses: int = 0
    off: list[Finding] = field(default_factory=list)


def _terms(
    pair: Pair,
    glossary: dict[str, str],
    pattern: re.Pattern[str],
    loose_names: set[str],
    tallies: dict[str, _Tally],
) -> None:
    uses = Counter(match.group() for match in pattern.finditer(pair.zh))
    needed = {stems(glossary[zh]): zh for zh in uses}
    if not needed:
        return
    names = [stems(en) for en in glossary.values()]
    found = counted(pair.en, names)
    loose = set(stems(pair.en))
    for name, zh in needed.items():
        tally = tallies.setdefault(zh, _Tally())
        tally.uses += 1
        verb = zh in loose_names
        # A duty may take a name up by a pronoun; a verb's words may stand apart (supervise … to completion).
        often = uses[zh] if pair.of_text and not verb else 1
        inside_longer = any(
            found[other] for other in names if len(other) > len(name) and set(name) <= set(other)
        )
        if found[name] >= often or (verb and set(name) <= loose and not inside_longer):
            continue
        said = (f"“{zh}”没有按术语表译出", f'"{zh}" is not translated as the glossary has it')
        if found[name]:
            said = (
                f"“{zh}”有 {often} 处，按术语表译出的只有 {found[name]} 处",
                f'"{zh}" stands {often} times, but only {found[name]} times as the glossary has it',
            )
        hint = (
            f"术语表译作“{glossary[zh]}”；确有理由另译的，写进 exceptions.yml",
            f'the glossary has "{glossary[zh]}"; where another is right, say why in exceptions.yml',
        )
        tally.off.append(GLOSSARY.at(pair.place, *said, hint))


def _modality(pair: Pair) -> Iterator[Finding]:
    words = found_in(pair.zh)
    no_less = bool(_NO_LESS.search(pair.zh) and _AT_LEAST.search(pair.en))
    english = pair.en
    for modality, (shown, pattern) in _MODAL.items():
        there = bool(pattern.search(english))
        if modality == "must-not":
            english = pattern.sub(" ", english)  # the "may" of "no one may" allows nothing
        if (modality in words) == there or (modality == "must-not" and no_less):
            continue
        if modality == "may" and there and ONLY_THEN.search(pair.zh):
            continue
        if modality == "must" and there and (no_less or _COMES_INTO_FORCE.search(pair.zh)):
            continue  # the usual English of 不得少于 (must be at least) and of 施行 (shall come into force)
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


def _qualifiers(pair: Pair) -> Iterator[Finding]:
    for qualifier, (shown, pattern) in _QUALIFIED.items():
        word, chinese = QUALIFIERS[qualifier]
        wanted, there = bool(chinese.search(pair.zh)), bool(pattern.search(pair.en))
        if wanted and not there:
            said = (f"译文里没有“{word}”（{shown}）", f'the translation loses "{word}" ({shown})')
            yield QUALIFIER.at(pair.place, *said, (f"用 {shown} 译出", f"translate it with {shown}"))
        elif there and not wanted and qualifier != "as-needed" and word not in pair.zh:
            said = (f"译文添了“{shown}”，原文没有", f'the translation adds "{shown}"')
            yield QUALIFIER.at(pair.place, *said, ("删去", "delete it"))


def _end(pair: Pair) -> Iterator[Finding]:
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


def _short(pair: Pair) -> Iterator[Finding]:
    sentences = len(_STOPS_ZH.findall(pair.zh)), len(_STOPS_EN.findall(pair.en))
    if len(pair.zh) >= _FEW and len(pair.en) < _SHORTEST * len(pair.zh):
        said = (f"译文“{clip(pair.en)}”太短，像是没有译完", f'"{clip(pair.en)}" is too short to be all of it')
        yield SHORT.at(pair.place, *said, ("把其余部分译出", "translate the rest"))
    elif pair.of_text and sentences[1] < sentences[0]:
        said = (
            f"原文有 {sentences[0]} 句，译文只有 {sentences[1]} 句",
            f"the text has {sentences[0]} sentences, the translation {sentences[1]}",
        )
        yield SHORT.at(pair.place, *said, ("把其余部分译出", "translate the rest"))

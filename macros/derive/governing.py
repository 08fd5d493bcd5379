"""Which governing words stand in a passage; about the word's work, not the character.

请假 is no request, 应参加会议人员 no must, 可行 no may.
"""

from __future__ import annotations

import re

from macros.derive.coverage import position
from macros.model import Citation, Rulebook
from macros.model.duty import Modality, Qualifier

GOVERNING: dict[Modality, re.Pattern[str]] = {
    "must-not": re.compile("不得(?![已不])|禁止|严禁|不准|不许|不应(?![急用付变答邀])"),
    "must": re.compile(
        "(?<!不)应当|應當|必须|(?<![必无毋])须(?!知)|(?<![不相适反供响对答感顺效])"
        "应(?![当急用付变答邀]|(?:参加|出席|到会?)[^，。；]{0,6}(?:人员|人数|总数))"
    ),
    # 方可 makes a condition of what stands before it; 可回收物 is a name.
    "may": re.compile("可以|有权|(?<![许认不无方始才])可(?![以行能靠见观贵持回再燃溶选变])"),
    "request": re.compile("(?<![申邀聘报提恳])请(?![假示求教柬])"),
    "encouraged": re.compile("鼓励|提倡"),
}
"""The words that govern a duty of each modality."""

ONLY_THEN = re.compile("[方始才]可")
"""What may be, but only then: neither a plain may nor none."""

WORDS: dict[Modality, str] = {
    "must-not": "不得、禁止",
    "must": "应、应当、必须、须",
    "may": "可、可以、有权",
    "request": "请",
    "encouraged": "鼓励、提倡",
}

QUALIFIERS: dict[Qualifier, tuple[str, re.Pattern[str]]] = {
    "in-principle": ("原则上", re.compile("原则上")),
    "as-needed": ("根据……需要", re.compile("根据[^，。；]{0,8}需要|视[^，。；]{0,6}需要|按需")),
    "promptly": ("及时", re.compile("及时")),
    "beforehand": ("事先", re.compile("事先")),
    "regularly": ("定期", re.compile("(?<![规法限约未])定期(?!会议|存款|限)")),
    "mainly": (
        "主要",
        re.compile(
            "主要(?=承担|负责(?!人)|向|对|就|由|从|收集|刊发|报告|反映|听取|研究|讨论|履行|采取|通过|用于|包括|是|为|在|以|根据|$)"
        ),
    ),
}
"""A qualifier's words, as shown and as looked for."""

_SENTENCE_END = "。；！？;!?"


def found_in(text: str) -> set[Modality]:
    """Return the modalities whose words stand in a passage."""
    return {modality for modality, pattern in GOVERNING.items() if pattern.search(text)}


def before(rulebook: Rulebook, citation: Citation) -> str:
    """Return the sentence of a quote from its beginning to the quote's end."""
    provision = rulebook.provisions.get(citation.at)
    if provision is None:
        return ""
    start = position(provision.zh, citation.quote, citation.occurrence)
    if start < 0:
        return ""
    first = max((provision.zh.rfind(mark, 0, start) for mark in _SENTENCE_END), default=-1)
    return provision.zh[first + 1 : start + len(citation.quote)]

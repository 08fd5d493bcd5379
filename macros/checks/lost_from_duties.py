"""The duties of a provision say in English all that its translation says, as they do in Chinese.

Where the duties of a provision quote all of it and say in Chinese all that they quote, a word of the
translation that none of them has in English was lost there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from macros.checks._english import stem, stems
from macros.checks._tools import is_lost, names_of, once, written
from macros.checks.crossed import LONGEST, Fits
from macros.derive.coverage import must_be_covered, start_in
from macros.model import Bilingual, Code, Duty, Finding, Provision, Rulebook, walk
from macros.model.base import TODO

LOST = Code(
    "duty-lacks-translated-words",
    "warning",
    "职责的英文漏了译文所说的",
    "The English of a duty lacks what the translation of its words says",
)

CODES = (LOST,)

_ROOT = 4
"""Letters by which a word is known through its endings: decide, decision."""
_OF_SYNTAX = (
    "shall must may not is are be been was were it its they them their this that these those which who whom",
    "whose what where wherever whoever whenever when then there any all each no only such other as at if so",
    "hereby please hereinafter following way make take put puts hold held kept keep do does has have carry",
    "give let adopt set setting right according used prohibited",
)
"""Words sentences are made with, and those for which a duty has its modality, its bearer or its list."""
# Chinese that has no part of its own in what a duty does.
_FREE = re.compile(
    "原则上|应当?|事先|可以?|根据|工作|需要|及时|必?须|不得|定期|主要|负责|以及|上述|有关|按照?|[并的凡由后再和与及或其]"
)
_NOT_ITS_OWN = frozenset(stem(word)[:_ROOT] for line in _OF_SYNTAX for word in line.split())
_WORD = re.compile("[A-Za-z]+")
_RUN = re.compile("[一-鿿]+")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every provision that duties quote."""
    if is_lost(rulebook, "duties", "roles", "meetings", "provisions", "translations"):
        return
    quoting: dict[str, list[Duty]] = defaultdict(list)
    for duty in rulebook.duties.values():
        for citation in duty.words:
            if duty not in quoting[citation.at]:
                quoting[citation.at].append(duty)
    for id, duties in quoting.items():
        provision = rulebook.provisions.get(id)
        if provision is None or provision.text is None or TODO in provision.text.en:
            continue
        lost = _lost(rulebook, provision, duties)
        if lost and _says_all(rulebook, provision, duties):
            said = (
                f"译文说的 {', '.join(lost)}，这里没有",
                f"the translation says {', '.join(lost)}; this does not",
            )
            hint = ("把漏的补上，或改译文", "write what is missing, or mend the translation")
            yield LOST.at(_where(rulebook, provision, duties, lost).place("en"), *said, hint)


@once
def _ties(rulebook: Rulebook) -> Fits:
    return Fits(one.text for one in written(rulebook) if one.text.en and len(one.text.zh) <= LONGEST)


def _where(rulebook: Rulebook, provision: Provision, duties: list[Duty], lost: list[str]) -> Bilingual:
    """Return the text whose Chinese has most to do with the words, or which stands as far on as they do."""
    assert provision.text is not None
    on = provision.text.en.index(lost[0]) / len(provision.text.en)
    fits = _ties(rulebook)
    best: tuple[float, float, Bilingual] | None = None
    for duty in duties:
        quotes = [one.quote for one in duty.words if one.at == provision.id]
        for phrase in duty.phrases:
            own = phrase.zh if phrase.zh in provision.zh else quotes[0]
            middle = (provision.zh.find(own) + len(own) / 2) / len(provision.zh)
            fit = (max(fits.tie(phrase.zh, stem(word)) for word in lost), -abs(middle - on))
            if best is None or fit > best[:2]:
                best = (*fit, phrase)
    assert best is not None
    return best[2]


def _lost(rulebook: Rulebook, provision: Provision, duties: list[Duty]) -> list[str]:
    """Return the words of a translation that no duty of the provision has in English."""
    assert provision.text is not None
    here = {id for one in names_of(rulebook).found(provision.zh) for id in one.roles | one.meetings}
    here |= {id for duty in duties for one in duty.parties for id in (*one.roles, *one.meetings)}
    english = [
        things[id].name.en for things in (rulebook.roles, rulebook.meetings) for id in here if id in things
    ]
    for duty in duties:
        english += (model.en for _, model in walk(duty) if isinstance(model, Bilingual))
        english += (qualifier.replace("-", " ") for qualifier in duty.qualifiers)
    known = _NOT_ITS_OWN | {word[:_ROOT] for text in english for word in stems(text)}
    words = dict.fromkeys(_WORD.findall(provision.text.en))
    return [word for word in words if any(one[:_ROOT] not in known for one in stems(word))]


def _says_all(rulebook: Rulebook, provision: Provision, duties: list[Duty]) -> bool:
    """Tell whether the duties quote all of a provision, and say in Chinese all that they quote."""
    left = [must_be_covered(sign) for sign in provision.zh]
    for duty in duties:
        for citation in duty.words:
            start = start_in(provision, citation)
            if start < 0:
                continue
            left[start : start + len(citation.quote)] = [False] * len(citation.quote)
            if _unsaid(rulebook, duty, citation.quote):
                return False
    return not any(left)


def _unsaid(rulebook: Rulebook, duty: Duty, quote: str) -> bool:
    """Tell whether two signs or more of a quote stand in no Chinese text of the duty and in no name."""
    said = "|".join(model.zh for _, model in walk(duty) if isinstance(model, Bilingual))
    for found in names_of(rulebook).found(quote):
        quote = f"{quote[: found.start]}{'，' * (found.end - found.start)}{quote[found.end :]}"
    for run in _RUN.findall(_FREE.sub(lambda match: "，" * len(match[0]), quote)):
        there = [run[at : at + 2] in said for at in range(len(run) - 1)]
        unsaid = [
            not (before or after) for before, after in zip([False, *there], [*there, False], strict=True)
        ]
        if any(one and other for one, other in pairwise(unsaid)):
            return True
    return False

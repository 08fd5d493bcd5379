"""Both languages or neither: translations, headings, and no Chinese left in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import clip, walked
from macros.model import Bilingual, Code, Finding, Handbook, Place, Provision, Rulebook
from macros.model.base import TODO

MISSING = Code("translation-missing", "error", "条款没有译文", "A provision has no translation")
STALE = Code("translation-stale", "error", "译文对应的中文已改", "A translation was made from other words")
NO_HEADING = Code("heading-missing", "error", "条没有小标题", "An article has no heading")
CHINESE = Code("chinese-in-english", "error", "英文里留有中文", "Chinese has been left in the English")
SWAPPED = Code("no-chinese-in-zh", "warning", "zh 里没有中文", "A text under `zh` holds no Chinese")

CODES = (MISSING, STALE, NO_HEADING, CHINESE, SWAPPED)

# 〔〕 belong to document numbers; everything else here has an English counterpart.
_CHINESE = re.compile("[\u3001-\u3013\u3016-\u301f\u3400-\u9fff\uf900-\ufaff\uff01-\uffee]+")
_IDEOGRAPH = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff]")
_LETTER = re.compile("[A-Za-z]")
_AS_ENGLISH = re.compile(r"\b(?:[Tt]he|[Aa]n?) ([\u4e00-\u9fff]{2,})")
"""Chinese words that stand in an English sentence as if they were its own."""
# Explanations in English may quote the Chinese words they explain.
_MAY_QUOTE = frozenset({"note", "readings", "stakes", "asks", "background", "synonyms", "asked_as", "reason"})


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at each provision, then at every text of the statements."""
    for provision in rulebook.provisions.values():
        if provision.kind == "article":
            yield from _heading(rulebook, provision)
        else:
            yield from _translation(rulebook, provision)
    for _, _, trail, element in walked(rulebook):
        if isinstance(element, Bilingual):
            yield from _both(element, bool(_MAY_QUOTE & set(trail)))


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look at the handbook's own title."""
    yield from _both(handbook.title)


def _both(text: Bilingual, may_quote: bool = False) -> Iterator[Finding]:
    if not may_quote or len(_IDEOGRAPH.findall(text.en)) > len(_LETTER.findall(text.en)):
        yield from _english(text.en, text.place("en"))
    else:
        for match in _AS_ENGLISH.finditer(text.en):
            yield from _english(match.group(1), text.place("en"))
    if not _IDEOGRAPH.search(text.zh) and TODO not in text.zh:
        said = (f"“{clip(text.zh)}”里没有中文", f'"{clip(text.zh)}" holds no Chinese')
        hint = ("zh 和 en 是否写反了？", "are zh and en the wrong way round?")
        yield SWAPPED.at(text.place("zh"), *said, hint)


def beside(rulebook: Rulebook, lacking: Provision, name: str) -> Place | None:
    """Return where a missing entry should stand: at the next sibling that has one, or else the last."""
    provisions = list(rulebook.provisions.values())
    at = provisions.index(lacking)
    for one in (*provisions[at + 1 :], *reversed(provisions[:at])):
        if name in one.places:
            return one.places.get(f"{name}_key") or one.places[name]
    return lacking.places.get("id")


def _heading(rulebook: Rulebook, article: Provision) -> Iterator[Finding]:
    if article.heading is not None:
        yield from _english(article.heading.en, article.heading.place("en"))
    elif not _lost(rulebook, "headings", article.id):
        said = (f"{article.id} 没有小标题", f"{article.id} has no heading")
        hint = ("在 headings.yml 里写 zh 和 en", "write zh and en in headings.yml")
        yield NO_HEADING.at(beside(rulebook, article, "heading"), *said, hint)


def _translation(rulebook: Rulebook, provision: Provision) -> Iterator[Finding]:
    if provision.translated_from is None:
        if not _lost(rulebook, "translations", provision.id):
            said = (f"{provision.id} 没有译文", f"{provision.id} has no translation")
            hint = (
                "在 translations/en.yml 里写 zh、en、review",
                "write zh, en and review in translations/en.yml",
            )
            yield MISSING.at(beside(rulebook, provision, "translated_from"), *said, hint)
        return
    if provision.translated_from != provision.zh:
        said = (
            f"{provision.id} 的译文所据的中文不是现在的条文",
            f"the translation of {provision.id} was made from words that are not the text's",
        )
        hint = ("核对译文，再把 zh 改成现在的条文", "review the English, then put the present words under zh")
        yield STALE.at(provision.places.get("translated_from"), *said, hint)
    if provision.text is not None:
        yield from _english(provision.text.en, provision.places.get("translation"))


def _lost(rulebook: Rulebook, collection: str, id: str) -> bool:
    lost = rulebook.dropped.get(collection, frozenset())
    return id in lost or "*" in lost


def _english(text: str, place: Place | None) -> Iterator[Finding]:
    match = _CHINESE.search(text)
    if match:
        said = (f"英文里留有“{clip(match.group())}”", f'"{clip(match.group())}" has been left in the English')
        hint = ("译成英文；标点用英文标点", "translate it; use English punctuation")
        yield CHINESE.at(place, *said, hint)

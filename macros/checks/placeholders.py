"""What a skeleton left for a person to write is still to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import references, walked
from macros.model import Bilingual, Code, Finding, Rulebook
from macros.model.base import TODO, TODO_ID

LEFT = Code("placeholder-left", "error", "还有要填的内容", "A placeholder waits to be filled in")

CODES = (LEFT,)

_LEFT = re.compile(rf"{TODO}|\bTBD\b|\bFIXME\b|\bXXX\b|\?\?\?|？？？|待译|待填|待补|此处待|^[\\W_]+$")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look for the word that skeletons put where a person has to write."""
    said = ("这里还要填", "this is still to be filled in")
    hint = (
        "按原文写上内容；文中没有的，写成未决事项",
        "write what the words give; what they do not is an open question",
    )
    for provision in rulebook.provisions.values():
        if provision.text is not None and _LEFT.search(provision.text.en):
            yield LEFT.at(provision.places.get("translation"), *said, hint)
        if provision.heading is not None and _LEFT.search(provision.heading.zh + provision.heading.en):
            yield LEFT.at(provision.heading.place("zh"), *said, hint)
    for _, _, _, element in walked(rulebook):
        if isinstance(element, Bilingual):
            for language in ("zh", "en"):
                if _LEFT.search(element.of(language)):
                    yield LEFT.at(element.place(language), *said, hint)
    named = ("写上编号", "write an id that is there")
    for mention in references(rulebook):
        if mention.id == TODO_ID:
            yield LEFT.at(mention.place, *said, named)
    for duty in rulebook.duties.values():
        if duty.category == TODO_ID:
            known = [category.id for category in rulebook.head.categories]
            listed = (f"类别有：{'、'.join(known)}", f"the categories are: {', '.join(known)}")
            yield LEFT.at(duty.place("category"), *said, listed)

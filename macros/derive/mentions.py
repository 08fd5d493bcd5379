"""Which provisions a provision's own words refer to (本规则第九条第二款, 前条 is not read)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.model import Provision, ProvisionId
from macros.model.numerals import NUMERAL, number_of

_MENTION = re.compile(
    rf"(?<![》］】）])第(?P<art>{NUMERAL})条(?:第(?P<para>{NUMERAL})款)?(?:第（?(?P<point>{NUMERAL})）?项)?"
)


def mentions(provisions: Mapping[str, Provision]) -> dict[str, tuple[str, ...]]:
    """Return, for each provision that is referred to, the provisions whose words do so, in order.

    A reference that follows a closing 》 speaks of another instrument and is left out.
    """
    out: dict[str, list[str]] = {}
    for provision in provisions.values():
        for target in named(provision.zh):
            if target in provisions and target != provision.id:
                out.setdefault(target, []).append(provision.id)
    return {target: tuple(dict.fromkeys(sources)) for target, sources in out.items()}


def named(words: str) -> list[str]:
    """Return the ids of the provisions that Chinese words name (第十七条第（二）项), there or not."""
    out = []
    for match in _MENTION.finditer(words):
        point = number_of(match["point"]) if match["point"] else 0
        paragraph = number_of(match["para"]) if match["para"] else 1 if point else 0
        out.append(str(ProvisionId(2, number_of(match["art"]), paragraph, point)))
    return out

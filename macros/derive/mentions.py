"""Which provisions a provision's own words refer to (本规则第九条第二款, 前条 is not read)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from macros.model import Provision, ProvisionId

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_NUMBER = "[零一二三四五六七八九十百]+"
_MENTION = re.compile(
    rf"(?<![》］】）])第(?P<art>{_NUMBER})条(?:第(?P<para>{_NUMBER})款)?(?:第（?(?P<point>{_NUMBER})）?项)?"
)


def number(text: str) -> int:
    """Read a Chinese number below a thousand: 十二 → 12, 一百零五 → 105."""
    total = current = 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = _DIGITS[character]
    return total + current


def mentions(provisions: Mapping[str, Provision]) -> dict[str, tuple[str, ...]]:
    """Return, for each provision that is referred to, the provisions whose words do so, in order.

    A reference that follows a closing 》 speaks of another instrument and is left out.
    """
    out: dict[str, list[str]] = {}
    for provision in provisions.values():
        for match in _MENTION.finditer(provision.zh):
            point = number(match["point"]) if match["point"] else 0
            paragraph = number(match["para"]) if match["para"] else 1 if point else 0
            target = str(ProvisionId(2, number(match["art"]), paragraph, point))
            if target in provisions and target != provision.id:
                out.setdefault(target, []).append(provision.id)
    return {target: tuple(dict.fromkeys(sources)) for target, sources in out.items()}

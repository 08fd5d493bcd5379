"""What the signs of a figure mean: only those that occur in it, in rows below it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.figures.diagram import Diagram, Wording
from macros.figures.geometry import Box
from macros.figures.text import width

FONT = 11.0
_SAMPLE, _TALL, _ROW, _GAP = 24.0, 13.0, 20.0, 16.0


@dataclass(frozen=True)
class Entry:
    """One sign with its meaning: what is drawn where, and the text beside it."""

    kind: str
    box: Box
    text: str
    text_at: tuple[float, float]


def legend(diagram: Diagram, wording: Wording, across: float, top: float) -> tuple[tuple[Entry, ...], float]:
    """Return the entries, set in rows of at most `across` pixels from `top` on, and where they end."""
    out: list[Entry] = []
    x, y = 4.0, top
    for kind, text in _signs(diagram, wording):
        wide = _SAMPLE + 6 + width(text) * FONT
        if x > 4.0 and x + wide > across:
            x, y = 4.0, y + _ROW
        at = (x + _SAMPLE + 6, y + _TALL - 2.5)
        out.append(Entry(kind, Box(x, y, _SAMPLE, _TALL), text, at))
        x += wide + _GAP
    return tuple(out), y + _ROW if out else top - 16


def _signs(diagram: Diagram, wording: Wording) -> list[tuple[str, str]]:
    kinds = {node.kind for node in diagram.nodes}
    out = [
        (kind, wording.label("step_kind", kind))
        for kind in ("exclusive", "parallel", "data", "unsettled")
        if kind in kinds
    ]
    flows = diagram.flows
    lines = {
        "inferred": any(node.inferred for node in diagram.nodes) or any(flow.inferred for flow in flows),
        "message": any(flow.message and not flow.joins for flow in flows),
        "joins": any(flow.joins for flow in flows),
    }
    phrases = {"inferred": "inferred", "message": "between_pools", "joins": "party_to_step"}
    return out + [(kind, wording.ui(phrases[kind])) for kind, occurs in lines.items() if occurs]

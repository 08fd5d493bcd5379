"""Provisions in full, for the foot of a page that rests on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.render import pieces
from macros.render.desk import Desk


@dataclass(frozen=True)
class ProvisionPiece:
    """One provision: its link and its words, the page's language first."""

    link: pieces.Link
    texts: tuple[pieces.Text, ...]


def provisions(desk: Desk, wanted: Iterable[str]) -> tuple[ProvisionPiece, ...]:
    """Return the provisions in the order of the text, each once."""
    asked = set(wanted)
    languages = ("zh",) if desk.language == "zh" else ("en", "zh")
    return tuple(
        ProvisionPiece(
            desk.link("provisions", provision.id),
            tuple(pieces.Text(provision.text.of(language), language) for language in languages),
        )
        for provision in desk.rulebook.provisions.values()
        if provision.id in asked and provision.text
    )

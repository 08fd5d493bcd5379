"""Which version's source a rulebook holds."""

from __future__ import annotations

from macros.model import Rulebook, Version


def shown(rulebook: Rulebook) -> Version | None:
    """Return the newest version, whose source the rulebook holds; None where there is no source."""
    return rulebook.head.newest if rulebook.source else None

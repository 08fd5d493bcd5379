"""The order in which duties are read: that of the article whose words they quote first."""

from __future__ import annotations

from macros.model import Duty, ProvisionId


def duty_article(duty: Duty) -> int:
    """Return the number of the article a duty's first quote stands in; 0 for the notice."""
    parsed = ProvisionId.parse(duty.words[0].at) if duty.words else None
    return parsed.article if parsed else 0

"""Findings that a person has looked at and found right as they stand."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from macros.model.base import Bilingual, Element, Identifier, IsoDate, Line, Review

Subject = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*/[a-z][a-z0-9_-]*$")]
"""What a finding is about: `duties/<id>`, `provisions/art_9__para_2`, `rulebook/head`."""


class Allowance(Element):
    """One kind of warning let stand for one thing, with the reason (`exceptions.yml`)."""

    code: Identifier
    of: Subject
    says: Line | None = None
    """Words of the message, in either language: only the findings that say this may stand."""
    reason: Bilingual
    review: Review
    reviewed_on: IsoDate | None = None

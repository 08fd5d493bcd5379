"""What a check reports: the sort of defect, where it stands, what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from macros.model.base import Place

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True)
class Sentence:
    """The same sentence in both languages; unlike data it may quote anything."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """Return the sentence in `language`, which is "zh" or "en"."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True)
class Finding:
    """One defect at one place."""

    code: str
    severity: Severity
    place: Place
    message: Sentence
    hint: Sentence | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What findings are sorted by: path, line, column, code."""
        return (self.place.path, self.place.line, self.place.column, self.code, self.message.en)


NOWHERE = Place("data", 1, 1)
"""For a defect of something that was never written anywhere."""


@dataclass(frozen=True)
class Code:
    """A sort of finding: its name, how grave it is, and what it means."""

    name: str
    severity: Severity
    zh: str
    en: str

    def at(
        self, place: Place | None, zh: str, en: str, hint: tuple[str, str] | Sentence | None = None
    ) -> Finding:
        """Make a finding of this sort."""
        said = Sentence(*hint) if isinstance(hint, tuple) else hint
        return Finding(self.name, self.severity, place or NOWHERE, Sentence(zh, en), said)

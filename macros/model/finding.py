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


@dataclass(frozen=True)
class Example:
    """A mistake that brings a finding: a passage of a sound rulebook, and what somebody made of it."""

    code: str
    subject: str
    """What the finding is about: the name of the file in which the example stands."""
    about: Sentence
    """What the finding means, why it matters and how to mend it, for all examples of the code."""
    file: str
    """Where the passage stands, below the folder of the fictional rulebook; empty where no mistake in data
    brings the finding."""
    right: str
    """The sound passage; empty where the mistake is a file too many."""
    wrong: str
    found_in: str
    at: str
    """The text that stands where the finding points."""
    says: str
    """Part of the finding's message or hint in English."""


@dataclass(frozen=True)
class Explanation:
    """A sort of finding as the handbook explains it."""

    code: Code
    example: Example
    sound: str
    """The whole file in which the example's passage stands, before the mistake."""
    finding: Finding | None
    """What the check really says of the example; None where it could not be tried."""

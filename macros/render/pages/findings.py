"""Every kind of finding, by what it is about."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model import Explanation
from macros.render import pieces, words
from macros.render.view import Hall, View

KIND = "findings"
SCOPE = "handbook"
PATH = "how-to-edit/findings/"
ORDER = 200
UNDER = "how-to-edit"


@dataclass(frozen=True)
class FindingRow:
    """One kind of finding in one line."""

    link: pieces.Link
    severity: pieces.Tag
    means: str


@dataclass(frozen=True, kw_only=True)
class FindingsView(View):
    """All kinds in groups: an anchor, the group's name, its rows."""

    count: int
    errors: int
    warnings: int
    groups: tuple[tuple[str, str, tuple[FindingRow, ...]], ...]


def severity(hall: Hall, explanation: Explanation) -> pieces.Tag:
    """Return how grave a kind of finding is."""
    value = explanation.code.severity
    return pieces.Tag(
        "severity",
        value,
        words.label("severity", value, hall.language),
        words.meaning("severity", value, hall.language),
    )


def view(hall: Hall, entry: str) -> FindingsView:
    """Put the page together; groups and rows are in the order in which they come."""
    rows: dict[str, list[FindingRow]] = {}
    for name, one in hall.explanations.items():
        link = pieces.Link(hall.href(f"{PATH}{name}/"), name)
        means = hall.sentence(one.code.zh if hall.language == "zh" else one.code.en)
        rows.setdefault(one.example.subject, []).append(FindingRow(link, severity(hall, one), means))
    grave = [one.code.severity for one in hall.explanations.values()]
    return FindingsView(
        title=hall.ui("findings_title"),
        lead=hall.ui("findings_lead"),
        count=len(grave),
        errors=grave.count("error"),
        warnings=grave.count("warning"),
        groups=tuple(
            (f"about-{subject}", hall.ui(f"about_{subject}"), tuple(rows[subject])) for subject in rows
        ),
    )

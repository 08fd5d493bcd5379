"""For pull requests: workflow commands of GitHub Actions, which become annotations on the lines."""

from __future__ import annotations

from collections.abc import Sequence

from macros.model import Finding
from macros.reports import Page
from macros.reports.text import visible

NAME = "github"

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))


def report(findings: Sequence[Finding], page: Page) -> str:
    """Return a command a finding, each on its line."""
    return "\n".join(_command(finding, page.language) for finding in findings)


def _command(finding: Finding, language: str) -> str:
    said = visible(finding.message.of(language))
    if finding.hint:
        said += f" ({visible(finding.hint.of(language))})"
    place = finding.place
    path = _escaped(visible(place.path)).replace(":", "%3A").replace(",", "%2C")
    where = f"file={path},line={place.line},col={place.column},title={finding.code}"
    return f"::{_LEVELS[finding.severity]} {where}::{_escaped(said)}"


def _escaped(text: str) -> str:
    for raw, escaped in _ESCAPES:
        text = text.replace(raw, escaped)
    return text

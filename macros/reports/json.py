"""For programs: a list of objects, one a finding."""

from __future__ import annotations

import json
from collections.abc import Sequence

from macros.model import Finding
from macros.reports import Page

NAME = "json"


def report(findings: Sequence[Finding], page: Page) -> str:
    """Return a JSON list of `{code, severity, path, line, column, message, hint}`."""
    return json.dumps([_record(one, page.language) for one in findings], ensure_ascii=False, indent=1)


def _record(finding: Finding, language: str) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message.of(language),
        "hint": finding.hint.of(language) if finding.hint else None,
    }

"""For code scanning: SARIF 2.1.0 (OASIS), one run, a rule for each sort of finding that occurs."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from macros.model import Code, Finding
from macros.reports import Page

NAME = "sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}


def report(findings: Sequence[Finding], page: Page) -> str:
    """Return a SARIF log."""
    names = sorted({finding.code for finding in findings})
    rules = [_rule(page.codes[name], page.language) for name in names]
    run = {
        "tool": {"driver": {"name": "rulebook", "rules": rules}},
        "language": _LANGUAGES[page.language],
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names, page) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(code: Code, language: str) -> dict[str, Any]:
    return {
        "id": code.name,
        "shortDescription": {"text": code.zh if language == "zh" else code.en},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _result(finding: Finding, names: list[str], page: Page) -> dict[str, Any]:
    text = finding.message.of(page.language)
    if finding.hint:
        text += f" ({finding.hint.of(page.language)})"
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    return {
        "ruleId": finding.code,
        "ruleIndex": names.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": _uri(place.path)}, "region": region}},
        ],
        "partialFingerprints": {"findingInLine/v1": _fingerprint(finding, page)},
    }


def _uri(path: str) -> str:
    return ("file://" if path.startswith("/") else "") + quote(path.encode("utf-8", "surrogateescape"))


def _fingerprint(finding: Finding, page: Page) -> str:
    """Tell the same finding again although lines above it have moved."""
    lines = page.lines(finding.place.path)
    line = lines[finding.place.line - 1].strip() if finding.place.line <= len(lines) else ""
    told = "\n".join((finding.code, finding.place.path, line, finding.message.en))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]

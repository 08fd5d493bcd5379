"""In which language, and whether in colour, the command speaks; the sentences that sum up."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from macros.model import Finding

_COUNTED = (
    ("articles", "条", "article", "articles"),
    ("paragraphs", "款", "paragraph", "paragraphs"),
    ("points", "项", "point", "points"),
    ("duties", "条职责", "duty", "duties"),
    ("roles", "个角色", "role", "roles"),
    ("procedures", "个流程", "procedure", "procedures"),
    ("meetings", "个会议", "meeting", "meetings"),
    ("documents", "种文书", "document", "documents"),
    ("terms", "个术语", "term", "terms"),
    ("open_questions", "个未决事项", "open question", "open questions"),
)


def default_language() -> str:
    """Return the language of the locale: zh, or else en."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    return "en"


def coloured() -> bool:
    """Tell whether the output goes to a terminal that wants colours (NO_COLOR says it does not)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def summary(counts: Mapping[str, int], findings: list[Finding], language: str) -> str:
    """Return one sentence with what there is and what is wrong."""
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    if language == "zh":
        parts = [f"{counts[name]}{unit}" for name, unit, _, _ in _COUNTED]
        return f"{'，'.join(parts)}；{errors} 个错误，{warnings} 个警告"
    parts = [f"{counts[name]} {one if counts[name] == 1 else many}" for name, _, one, many in _COUNTED]
    said = [
        f"{errors} error{'' if errors == 1 else 's'}",
        f"{warnings} warning{'' if warnings == 1 else 's'}",
    ]
    return f"{', '.join(parts)}; {', '.join(said)}"


def explained(language: str) -> str:
    """Say where each code is explained."""
    if language == "zh":
        return "方括号里的代码是什么意思：rulebook explain 代码；手册“怎样编辑”下的“检查结果”也有。"
    return "What stands in square brackets is explained by rulebook explain CODE, and in the handbook."

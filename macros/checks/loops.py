"""An arrow that leads back to an earlier step says that something is done again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import quoted
from macros.model import Code, Edge, Finding, Rulebook

BACK = Code("arrow-leads-back", "warning", "箭头通回前面的步骤", "An arrow leads back to an earlier step")

CODES = (BACK,)

_AGAIN = re.compile("再|重新|重行|退回|返回|发回|补正|补充|修改后|直[至到]|继续|反复|下一?次|另行")
"""Words that say so, in the quote, the condition or the note of the arrow."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every arrow to a step that stands above its own."""
    for procedure in rulebook.procedures.values():
        above: set[str] = set()
        for step in procedure.steps:
            above.add(step.id)
            for edge in step.next:
                if edge.to in above and not _AGAIN.search(_said(edge)):
                    said = (
                        f"“{edge.to}”在前面，这里没有说再做一次",
                        f'"{edge.to}" stands above, and nothing says that it is done again',
                    )
                    hint = (
                        "核对 to；确是循环的，引用说“重新”“退回”之类的字，或写明理由",
                        "where does it lead? If it is a loop, quote the words that say so, or say why",
                    )
                    yield BACK.at(edge.place("to"), *said, hint)


def _said(edge: Edge) -> str:
    texts = [text.zh for text in (edge.when, edge.note) if text]
    return "\n".join([quoted(edge.words), *texts])

"""The closed lists with their explanations, for the page on how to use the handbook."""

from __future__ import annotations

from dataclasses import dataclass

from macros.render import pieces, words
from macros.render.view import Hall, View

KIND = "vocabulary"
SCOPE = "block"
PATH = ""
ORDER = 0


@dataclass(frozen=True, kw_only=True)
class VocabularyView(View):
    """Lists by name, each with its values."""

    lists: tuple[tuple[str, str, tuple[pieces.Tag, ...]], ...]


SHOWN = ("modality", "qualifier", "capacity", "relation", "bearer_source", "role_kind", "holders",
         "question_kind", "step_kind", "document_kind", "excuse_reason", "review", "state")  # fmt: skip


def view(hall: Hall, entry: str) -> VocabularyView:
    """Put the block together."""
    lists = []
    for name in SHOWN:
        values = words.table("vocabulary")[name]
        tags = tuple(
            pieces.Tag(
                name,
                value,
                words.label(name, value, hall.language),
                words.meaning(name, value, hall.language),
            )
            for value in values
        )
        lists.append((f"list-{name.replace('_', '-')}", hall.ui(f"list_{name}"), tags))
    return VocabularyView(title=hall.ui("vocabulary"), lists=tuple(lists))

"""A reader of the handbook finds what a reader of the official document finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages import words_of

QUESTIONS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "fixtures" / "twenty_questions.yml").read_text(encoding="utf-8")
)


def test_there_are_twenty() -> None:
    assert len({question["id"] for question in QUESTIONS}) == 20


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question["id"])
def test_the_page_answers(question: dict[str, Any], language: str, built_site: Path) -> None:
    text = words_of(built_site, language, question["page"]).casefold()
    missing = [words for words in question["says"][language] if words.casefold() not in text]
    assert not missing, f"{question['ask'][language]} {question['page']} does not say: {missing}"

"""Where the rules use their terms: facts typed from the text, and the law that nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.derive.terms import TermUses
from macros.load import load_handbook
from macros.model import Rulebook

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    return load_handbook(DATA).handbook.rulebooks["baojiantingfa-2004-13"]


def used(rules: Rulebook, provision: str, language: str) -> dict[str, str]:
    text = rules.provisions[provision].text
    assert text is not None
    runs = TermUses(rules).runs(provision, text, language)
    return {run.term: run.text for run in runs if run.term}


def test_the_runs_joined_are_the_text_in_both_languages(rules: Rulebook) -> None:
    uses = TermUses(rules)
    for provision in rules.provisions.values():
        if provision.text:
            for language in ("zh", "en"):
                runs = uses.runs(provision.id, provision.text, language)
                assert "".join(run.text for run in runs) == provision.text.of(language)


def test_article_9_uses_half_and_asking_for_leave(rules: Rulebook) -> None:
    found = used(rules, "art_9__para_2", "zh")
    assert (found["quorum"], found["leave"]) == ("半数", "请假")
    assert used(rules, "art_9__para_2", "en")["quorum"] == "half"


def test_a_word_with_two_senses_is_a_term_in_one(rules: Rulebook) -> None:
    """实行 puts these rules into force in article 22; in article 5 it only introduces a system."""
    assert "实行" in rules.provisions["art_5__para_1"].zh
    assert "come-into-force" not in used(rules, "art_5__para_1", "zh")
    assert used(rules, "art_22__para_1", "zh")["come-into-force"] == "实行"


def test_the_longest_name_wins(rules: Rulebook) -> None:
    """规章 is another term than 规章制度, 派出机构 another than the journal named after it."""
    assert set(used(rules, "art_3__para_1__point_1", "zh")) == {"draft", "local-offices", "rules-and-systems"}
    assert used(rules, "art_19__para_1", "zh")["special-report"] == "派出机构要情专报"
    assert used(rules, "art_9__para_1", "en")["department-meeting"] == "department meeting"

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

import macros.render
from macros.model import duty, facts, procedure, provision, rulebook, vocabulary
from macros.model.facts import DOCUMENT_POINTS, MEETING_POINTS, Rhythm
from macros.render import words
from macros.render.rhythm import rhythm_words

CLOSED = {
    "modality": get_args(duty.Modality),
    "qualifier": get_args(duty.Qualifier),
    "relation": get_args(duty.Relation),
    "capacity": (*get_args(duty.Capacity), "origin"),
    "bearer_source": get_args(duty.BearerSource),
    "role_kind": get_args(vocabulary.RoleKind),
    "holders": get_args(vocabulary.Holders),
    "question_kind": get_args(vocabulary.QuestionKind),
    "document_kind": get_args(facts.DocumentKind),
    "step_kind": get_args(procedure.StepKind),
    "provision_kind": get_args(provision.ProvisionKind),
    "excuse_reason": get_args(rulebook.ExcuseReason),
    "point": dict.fromkeys((*MEETING_POINTS, *DOCUMENT_POINTS, "entry")),
}


@pytest.mark.parametrize("name", CLOSED)
def test_every_value_of_a_closed_list_has_its_words(name: str) -> None:
    assert set(words.table("vocabulary")[name]) == set(CLOSED[name])


def test_labels_and_meanings_stand_in_both_languages() -> None:
    for values in words.table("vocabulary").values():
        for entry in values.values():
            assert set(entry) == {"label", "means"}
            assert all(set(text) == {"zh", "en"} and all(text.values()) for text in entry.values())


def test_phrases_stand_in_both_languages() -> None:
    offenders = [key for key, text in words.table("ui").items() if set(text) != {"zh", "en"}]
    assert not offenders


def test_phrases_take_the_same_values_in_both_languages() -> None:
    names = re.compile(r"{(\w+)}")
    offenders = [
        key
        for key, text in words.table("ui").items()
        if sorted(names.findall(text["zh"])) != sorted(names.findall(text["en"]))
    ]
    assert not offenders


def test_templates_and_pages_use_phrases_that_exist() -> None:
    room = Path(macros.render.__file__).parent
    used = set()
    for path in (*room.rglob("*.html"), *room.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        used |= set(re.findall(r'(?:\bt|\.ui)\("([a-z_]+)"[,)]', source))
    assert used - set(words.table("ui")) == set()


@pytest.mark.parametrize(
    ("fields", "zh", "en"),
    [
        ({"every": "month", "part": "early"}, "每月初", "early in each month"),
        ({"every": "half-year"}, "每半年", "every half-year"),
        ({"every": "quarter", "part": "late"}, "每季末", "late in each quarter"),
        ({"rrule": "FREQ=WEEKLY;BYDAY=MO"}, "每周一", "every Monday"),
        ({"rrule": "FREQ=WEEKLY;BYDAY=TU,FR"}, "每周二、五", "every Tuesday and Friday"),
        ({"rrule": "FREQ=YEARLY;BYEASTER=1"}, "FREQ=YEARLY;BYEASTER=1", "FREQ=YEARLY;BYEASTER=1"),
        ({}, "", ""),
    ],
)
def test_rhythms_are_said_and_not_guessed(fields: dict[str, str], zh: str, en: str) -> None:
    rhythm = Rhythm.model_validate(fields)
    assert (rhythm_words(rhythm, "zh"), rhythm_words(rhythm, "en")) == (zh, en)

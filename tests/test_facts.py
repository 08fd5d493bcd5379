"""Facts of the rules, typed from the official document, against what the data says."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path

import pytest

from macros.load import load_handbook
from macros.model import Party, Rulebook

DATA = Path(__file__).parents[1] / "data"
PUBLICATION_DUTIES = ("sign-off-publication", "agree-to-publication-material")


@pytest.fixture(scope="module")
def rules() -> Rulebook:
    loaded = load_handbook(DATA)
    assert loaded.findings == ()
    return loaded.handbook.rulebooks["baojiantingfa-2004-13"]


def bearer(rules: Rulebook, duty: str) -> Party:
    found = rules.duties[duty].bearer
    assert found is not None, duty
    return found


def test_counts_of_the_official_document(rules: Rulebook) -> None:
    kinds = [provision.kind for provision in rules.provisions.values()]
    assert (kinds.count("article"), kinds.count("paragraph"), kinds.count("point")) == (22, 28, 31)
    assert (kinds.count("notice"), kinds.count("title"), kinds.count("colophon")) == (7, 1, 4)


def test_letters_that_look_like_mistakes_stay_as_published(rules: Rulebook) -> None:
    assert "考核评估,及时" in rules.provisions["art_4__para_1__point_4"].zh
    assert "国办发[2003]61号" in rules.provisions["art_1__para_1"].zh
    assert rules.provisions["notice__line_6"].zh == "二OO四年二月六日"
    assert rules.provisions["notice__line_1"].zh == "保监厅发〔2004〕13号"


def test_department_meeting_is_chaired_by_director_or_authorised_deputy(rules: Rulebook) -> None:
    chair = rules.meetings["department-meeting"].chair
    who = bearer(rules, str(chair.duty))
    assert (who.roles, who.relation, who.capacity) == (
        ("director", "authorised-deputy-director"),
        "one-of",
        "chairs",
    )


def test_no_chair_and_no_quorum_is_named_for_the_executive_meeting(rules: Rulebook) -> None:
    meeting = rules.meetings["executive-meeting"]
    for fact in (meeting.chair, meeting.quorum, meeting.leave, meeting.vote, meeting.convener):
        assert fact.duty is None and not fact.words and not fact.roles
        assert rules.open_questions[str(fact.question)].kind == "silence"


@pytest.mark.parametrize(("should_attend", "must_attend"), [(8, 4), (9, 5), (10, 5)])
def test_at_least_half_must_attend_the_department_meeting(
    rules: Rulebook, should_attend: int, must_attend: int
) -> None:
    quorum = rules.meetings["department-meeting"].quorum
    assert math.ceil(Fraction(str(quorum.at_least)) * should_attend) == must_attend
    assert rules.duties[str(quorum.duty)].modality == "must-not"


def test_only_holding_the_two_meetings_is_in_principle(rules: Rulebook) -> None:
    found = {duty.id for duty in rules.duties.values() if "in-principle" in duty.qualifiers}
    assert found == {"hold-department-meeting", "hold-executive-meeting"}


def test_who_agrees_and_who_signs_off_are_not_the_same(rules: Rulebook) -> None:
    signs, agrees = (bearer(rules, duty) for duty in PUBLICATION_DUTIES)
    assert (signs.roles, signs.capacity) == (("director", "authorised-deputy-director"), "decides")
    assert (agrees.roles, agrees.capacity) == (("director", "deputy-director-in-charge"), "agrees")


def test_who_edits_and_issues_is_left_open(rules: Rulebook) -> None:
    duty = rules.duties["edit-and-issue-publication"]
    assert (
        duty.bearer is None and duty.bearer_source == "unsettled" and duty.question == "who-edits-and-issues"
    )


def test_weekly_meeting_is_on_monday_and_monthly_one_never_on_a_day(rules: Rulebook) -> None:
    assert rules.meetings["executive-meeting"].rhythm.rrule == "FREQ=WEEKLY;BYDAY=MO"
    monthly = rules.meetings["department-meeting"].rhythm
    assert (monthly.every, monthly.part, monthly.rrule) == ("month", "early", None)


def test_reaching_agreement_comes_before_joint_implementation(rules: Rulebook) -> None:
    consult, implement = rules.duties["consult-to-agreement"], rules.duties["implement-jointly"]
    assert consult.modality == implement.modality == "must"
    assert consult.counterparts[0].capacity == "agrees"
    assert {link.duty for link in consult.fallback} == {
        "list-each-partys-views",
        "propose-preferred-view",
        "refer-to-leader-in-charge",
    }


def test_decision_at_meetings_is_left_open_between_meeting_and_office(rules: Rulebook) -> None:
    duty = rules.duties["decide-important-matter"]
    assert duty.bearer_source == "unsettled"
    who = bearer(rules, duty.id)
    assert who.roles == ("directors-office",)
    assert set(who.meetings) == {"department-meeting", "executive-meeting"}


def test_tasks_of_article_4_whose_subject_no_main_duty_names_carry_out_none(rules: Rulebook) -> None:
    tasks = [d for d in rules.duties.values() if d.words[-1].at.startswith("art_4__para_1__point_")]
    tasks = [d for d in tasks if not d.words[0].at.startswith("art_3__")]
    without = {duty.id for duty in tasks if not duty.carries_out}
    # Establishment plans, the employment of cadres and what leaders assign: article 3 speaks of none of them.
    assert without == {
        "propose-on-cadres",
        "propose-on-establishment-plans",
        "take-part-in-establishment-plans",
        "undertake-assigned-matters",
    }
    assert all(link.inferred and link.note for duty in tasks for link in duty.carries_out)


def test_head_of_division_is_also_an_attendee_and_answers_for_a_division(rules: Rulebook) -> None:
    role = rules.roles["head-of-division"]
    assert [link.role for link in role.acts_as] == ["attendees"]
    assert [link.role for link in role.answers_for] == ["divisions"]


def test_one_must_governs_all_of_article_2(rules: Rulebook) -> None:
    found = [d for d in rules.duties.values() if d.words[0].at == "art_2__para_2"]
    assert [duty.modality for duty in found] == ["must"] * 4


def test_more_than_thirty_open_questions_each_with_two_readings(rules: Rulebook) -> None:
    assert len(rules.open_questions) > 30
    assert all(len(question.readings) >= 2 and question.words for question in rules.open_questions.values())

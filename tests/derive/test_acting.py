"""What a role does and when, typed from the text of the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.derive import acting
from macros.derive.timing import times
from macros.load import load_handbook

RULES = load_handbook(Path(__file__).parents[2] / "data").handbook.rulebooks["baojiantingfa-2004-13"]


@pytest.mark.parametrize(
    ("duty", "when"),
    [
        ("attend-executive-meeting", (("week", "executive-meeting"),)),  # 主任办公会原则上每周一召开一次
        ("attend-department-meeting", (("month", "department-meeting"),)),  # 部务会原则上每月初召开一次
        ("express-opinions-fully", (("month", "department-meeting"), ("week", "executive-meeting"))),
        ("sum-up-last-month", (("month", ""),)),  # 总结上月工作完成情况
        ("check-last-week", (("week", ""),)),  # 检查上周工作完成情况
        ("collect-local-office-opinions", (("regularly", ""),)),  # 定期收集、整理
        ("report-policy-implementation", (("promptly", ""),)),  # 及时汇总报会领导
        ("ask-leave-department-meeting", (("occasion", ""),)),  # 因故无法出席
        ("draw-up-minutes", (("occasion", ""),)),  # 会议根据需要整理会议纪要
        (
            "formulate-plans-and-summaries",
            (("none", ""),),
        ),  # on an agenda each month, but not each month's work
        ("assess-annual-performance", (("regularly", ""),)),  # 定期, of annual performance: not yearly
    ],
)
def test_a_duty_falls_due_when_the_words_say(duty: str, when: tuple[tuple[str, str], ...]) -> None:
    assert times(RULES.duties[duty], RULES) == when


def test_a_head_of_division_is_also_an_attendee() -> None:
    parts = acting.parts(RULES, "head-of-division")
    assert acting.names(RULES, "head-of-division") == ("head-of-division", "attendees")
    assert ("express-opinions-fully", "attendees") in [(part.duty.id, part.under) for part in parts]


def test_a_deputy_director_acts_under_four_names() -> None:
    assert acting.names(RULES, "deputy-director") == (
        "deputy-director",
        "authorised-deputy-director",
        "deputy-director-in-charge",
        "attendees",
    )


def test_who_is_heard_does_not_act() -> None:
    acts = {part.duty.id: part.acts for part in acting.parts(RULES, "attendees")}
    assert acts == {"express-opinions-fully": True, "decide-on-opinions": False}


@pytest.mark.parametrize(
    ("role", "meetings"),
    [
        ("director", ["department-meeting", "executive-meeting"]),
        ("head-of-division", ["department-meeting", "executive-meeting"]),
        ("record-keeper", []),
        ("functional-division", []),
    ],
)
def test_who_sits_in_which_meeting(role: str, meetings: list[str]) -> None:
    assert [meeting.id for meeting in acting.meetings(RULES, role)] == meetings


def test_what_a_meeting_has_to_do_each_month_and_week() -> None:
    found = [(duty.id, meeting.id) for duty, meeting in acting.duties_of_meetings(RULES, "head-of-division")]
    assert sorted(found) == [
        ("arrange-current-month", "department-meeting"),
        ("check-last-week", "executive-meeting"),
        ("study-current-week", "executive-meeting"),
        ("sum-up-last-month", "department-meeting"),
    ]


def test_to_whom_a_role_reports() -> None:
    def to(role: str) -> set[tuple[str, tuple[str, ...]]]:
        return {(part.duty.id, party.roles) for part, party in acting.informs(RULES, role)}

    # 由职能处室提出建议，报主任或分管副主任研究决定
    assert {roles for _, roles in to("functional-division")} == {("director", "deputy-director-in-charge")}
    assert to("department") == {("report-policy-implementation", ("commission-leaders",))}  # 汇总报会领导
    assert {part.under for part in acting.informed_of(RULES, "deputy-director")} == {
        "deputy-director-in-charge"
    }

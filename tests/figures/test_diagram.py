"""What the figures show, typed from the text of the rules."""

from __future__ import annotations

import pytest

from tests.figures.conftest import CASES, RULES, diagram


def lanes(name: str, language: str = "zh") -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for lane in diagram(name, language).lanes:
        out.setdefault(lane.pool, set()).add(lane.name)
    return out


def titles(name: str, kind: str) -> set[str]:
    return {node.title for node in diagram(name, "zh").nodes if node.kind == kind}


def test_several_performers_have_a_lane_of_their_own() -> None:
    inside = lanes("department-meeting")["inside"]
    assert {"主任、副主任及各处负责人", "主任或授权副主任", "主任室", "专人（负责会议记录）"} <= inside
    assert "Director or authorised Deputy Director" in lanes("department-meeting", "en")["inside"]


def test_outsiders_stand_in_pools_of_their_own() -> None:
    assert lanes("other-departments")["outside"] == {"其他部门", "分管会领导"}
    assert lanes("performance-evaluation")["outside"] == {"其他部门", "有关部门", "派出机构"}
    assert lanes("reporting-policy-implementation")["outside"] == {"会领导"}


def test_who_is_not_named_is_not_put_into_the_department() -> None:
    assert lanes("executive-meeting")["unstated"] == {"规则没有写明由谁"}
    chair = next(node for node in diagram("executive-meeting", "zh").nodes if node.step == "chair")
    assert (chair.lane, chair.inferred) == ("not-stated", True)


def test_who_takes_part_is_tied_to_the_step_in_a_lane_of_its_own() -> None:
    nodes = {node.id: node for node in diagram("other-departments", "zh").nodes}
    ties = {(flow.source, flow.target) for flow in diagram("other-departments", "zh").flows if flow.joins}
    assert ties == {("consult", "consult--1"), ("implement", "implement--1")}
    assert [nodes[end].lines for _, end in sorted(ties)] == [("同意",), ("参加",)]


def test_a_party_that_acts_next_has_no_second_box() -> None:
    steps = {node.step for node in diagram("other-departments", "zh").nodes if node.kind == "party"}
    assert "refer" not in steps  # the Commission leader in charge coordinates in the next step


def test_every_exit_of_a_decision_says_when() -> None:
    said = {
        (flow.source, "".join(flow.label)) for flow in diagram("other-departments", "zh").flows if flow.label
    }
    assert {("agreed", "协商一致后"), ("agreed", "未能达成一致意见")} <= said
    bare = [
        (name, flow.source, flow.target)
        for name in RULES.procedures
        for flow in diagram(name, "zh").flows
        if not flow.label and not flow.joins
        and next(node.kind for node in diagram(name, "zh").nodes if node.id == flow.source) == "exclusive"
    ]  # fmt: skip
    assert bare == []


def test_open_ends_are_the_questions_the_text_leaves() -> None:
    assert titles("other-departments", "unsettled") == {"会同实施还是协调办理？", "协调之后怎么办？"}
    assert titles("internal-publication", "unsettled") == {"不同意时怎么办？"}
    assert titles("department-meeting", "end") == set()


def test_what_is_inferred_is_marked() -> None:
    inferred = {
        (flow.source, flow.target) for flow in diagram("department-meeting", "zh").flows if flow.inferred
    }
    assert inferred == {
        ("fork", "business"),
        ("chair", "join"),
        ("decide", "join"),
        ("record-document", "join"),
    }


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_step_is_drawn_once_and_numbered_as_in_the_list(name: str, language: str) -> None:
    drawn = [(n.number, n.step) for n in diagram(name, language).nodes if n.kind != "party"]
    assert drawn == list(enumerate((step.id for step in RULES.procedures[name].steps), 1))

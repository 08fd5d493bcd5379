"""The guide's tree, against what articles 7 to 18 distinguish."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from macros.derive.guide import Branch, Case, branches
from macros.load import load_handbook
from macros.model import Rulebook
from tests.sample import handbook

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def real() -> Rulebook:
    return next(iter(load_handbook(DATA).handbook.rulebooks.values()))


@pytest.fixture(scope="module")
def tree(real: Rulebook) -> dict[str, Branch]:
    return {branch.category: branch for branch in branches(real)}


@pytest.fixture(scope="module")
def cases(tree: dict[str, Branch]) -> dict[str, Case]:
    return {case.procedure.id: case for branch in tree.values() for case in branch.cases}


def test_every_procedure_is_an_answer_once(real: Rulebook, tree: dict[str, Branch]) -> None:
    found = [case.procedure.id for branch in tree.values() for case in branch.cases]
    assert sorted(found) == sorted(real.procedures)


def test_ways_that_any_matter_may_go_come_before_listed_tasks(tree: dict[str, Branch]) -> None:
    order = list(tree)
    assert order[0] == "decision"  # arts. 7 and 8
    assert order.index("consultation") < order.index("publications") < order.index("supervision")


def test_general_and_important_stand_beside_the_question_what_makes_the_difference(
    tree: dict[str, Branch],
) -> None:
    deciding = tree["decision"]
    assert [case.procedure.id for case in deciding.cases] == ["general-matters", "important-matters"]
    assert set(deciding.questions) == {"what-makes-a-matter-important", "who-classifies-a-matter"}


def test_what_procedure_asks_before_anything_is_done(cases: dict[str, Case]) -> None:
    fork = cases["other-departments"].fork
    assert fork and fork.step.id == "listed"
    no, yes = fork.answers
    assert (no.target.id, no.fork) == ("consult", None)
    assert yes.fork and yes.fork.step.question == "does-article-16-apply-to-article-17"
    assert cases["important-matters"].fork is None


def test_what_is_asked_on_the_way_is_not_asked_at_the_beginning(cases: dict[str, Case]) -> None:
    assert [fork.step.id for fork in cases["other-departments"].later] == ["agreed"]
    assert [fork.step.id for fork in cases["deferring-or-convening"].later] == []


def test_an_important_matter_calls_for_the_meetings_and_for_carrying_out(cases: dict[str, Case]) -> None:
    assert set(cases["important-matters"].onward) == {
        "department-meeting",
        "executive-meeting",
        "carrying-out-settled-matters",
    }


def test_leave_is_laid_down_for_one_meeting_and_open_for_the_other(cases: dict[str, Case]) -> None:
    assert cases["asking-leave"].elsewhere == (("executive-meeting", "leave"),)
    assert "who-grants-leave" in cases["asking-leave"].questions


def test_a_fork_that_leads_back_to_itself_ends() -> None:
    garden = handbook().rulebooks["garden"]
    procedure = next(iter(garden.procedures.values()))
    loop = procedure.steps[1].model_copy(
        update={"kind": "exclusive", "next": (procedure.steps[1].next[0].model_copy(update={"to": "x"}),) * 2}
    )
    loop = loop.model_copy(update={"id": "x"})
    start = procedure.steps[0].model_copy(
        update={"next": (procedure.steps[0].next[0].model_copy(update={"to": "x"}),)}
    )
    looping = procedure.model_copy(update={"steps": (start, loop)})
    found = branches(replace(garden, procedures={looping.id: looping}))
    fork = found[0].cases[0].fork
    assert fork and [answer.fork for answer in fork.answers] == [None, None]

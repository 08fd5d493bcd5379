"""How figures are written: links and names on the page, and whole without it as a file."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from macros.figures import draw
from macros.render.figure import figure_file
from macros.render.words import Wording
from tests.figures.conftest import CASES, RULES

SVG = "{http://www.w3.org/2000/svg}"


def drawn(name: str, language: str) -> ElementTree.Element:
    procedure = RULES.procedures[name]
    return ElementTree.fromstring(draw(procedure, RULES, language, Wording(language), "#step-{}".format))


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_node_is_a_link_that_says_what_it_is(name: str, language: str) -> None:
    links = [a for a in drawn(name, language).iter(f"{SVG}a") if a.get("id")]
    assert [a.get("href") for a in links] == [f"#step-{step.id}" for step in RULES.procedures[name].steps]
    for number, link in enumerate(links, 1):
        assert (link.get("aria-label") or "").startswith(f"{number} · ")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_condition_stands_in_the_figure(name: str, language: str) -> None:
    said = "".join("".join(drawn(name, language).itertext()).split())
    for step in RULES.procedures[name].steps:
        for edge in step.next:
            if edge.when:
                assert "".join(edge.when.of(language).split()) in said


def test_words_on_two_lines_stay_apart() -> None:
    texts = ["".join(text.itertext()) for text in drawn("department-meeting", "en").iter(f"{SVG}text")]
    assert {"at least half", "Chair the department meeting", "Not stated by whom"} <= set(texts)


def test_a_node_says_who_does_it() -> None:
    labels = {
        a.get("data-step"): a.get("aria-label") for a in drawn("department-meeting", "en").iter(f"{SVG}a")
    }
    assert (
        labels["chair"] == "7 · task: Chair the department meeting · Director or authorised Deputy Director"
    )
    assert labels["fork"] == "6 · in parallel: At the meeting"


def test_the_legend_explains_only_what_occurs() -> None:
    def legend(name: str) -> list[str | None]:
        return [text.text for text in drawn(name, "zh").iter(f"{SVG}text") if text.get("class") == "legend"]

    assert legend("asking-leave") == ["结果没有写明"]
    assert legend("other-departments") == ["判断", "文书", "结果没有写明", "编者推断", "内外之间", "另一方"]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_file_is_whole_without_the_page(name: str, language: str) -> None:
    written = figure_file(RULES.procedures[name], RULES, language)
    root = ElementTree.fromstring(written.encode("utf-8"))
    assert [child.tag for child in root][:3] == [f"{SVG}title", f"{SVG}desc", f"{SVG}style"]
    assert root.findtext(f"{SVG}title") == RULES.procedures[name].name.of(language)
    number = {"zh": "保监厅发〔2004〕13号", "en": "Bao Jian Ting Fa [2004] No. 13"}[language]
    assert number in (root.findtext(f"{SVG}desc") or "")
    assert not list(root.iter(f"{SVG}a"))
    assert "var(" not in written and "href" not in written and "http" not in written.replace(SVG[1:-1], "")


def test_the_same_procedure_gives_the_same_bytes() -> None:
    procedure = RULES.procedures["important-matters"]
    assert figure_file(procedure, RULES, "zh") == figure_file(procedure, RULES, "zh")


def test_hostile_words_stay_words() -> None:
    procedure = RULES.procedures["asking-leave"]
    hostile = procedure.name.model_copy(update={"zh": "</title><script>alert(1)</script>"})
    written = figure_file(procedure.model_copy(update={"name": hostile}), RULES, "zh")
    assert "<script" not in written

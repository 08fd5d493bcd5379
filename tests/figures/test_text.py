from __future__ import annotations

import pytest

from macros.figures.diagram import FONT, PADDING, label_width
from macros.figures.text import balanced, longest_word, width, wrap
from tests.figures.conftest import CASES, diagram

AGENDA = "传达学习党中央、国务院及中国保监会重要会议精神、有关重要决定和指示，研究贯彻落实的原则"


@pytest.mark.parametrize("ems", range(4, 14))
def test_no_line_begins_or_ends_with_the_wrong_sign(ems: int) -> None:
    for lines in (wrap(AGENDA, ems), balanced(AGENDA, ems), wrap("按《工作规则》（简称规则）办理", ems)):
        assert all(line[0] not in "，、。；）》" for line in lines)
        assert all(line[-1] not in "（《" for line in lines)
    assert "".join(wrap(AGENDA, ems)) == AGENDA == "".join(balanced(AGENDA, ems))


def test_no_line_is_wider_than_told() -> None:
    assert all(width(line) <= 8 for line in wrap(AGENDA, 8))
    assert wrap("大会决定：", 4) == ("大会决", "定：")


def test_chinese_is_one_em_and_latin_wider_than_the_widest_font() -> None:
    assert width("同意，") == 3
    assert label_width(("同意",)) == pytest.approx(2 * 12 * 1.07)
    # DejaVu Sans, Liberation Sans and Roboto set this in 40.52, 35.69 and 35.69 em.
    sentence = "Put forward a preferred suggestion and refer to the Commission leader in charge"
    assert 40.52 * 1.1 <= width(sentence) < 40.52 * 1.2


def test_latin_words_are_not_cut() -> None:
    assert wrap("put forward a preferred suggestion", 8) == ("put forward a", "preferred", "suggestion")
    assert longest_word("put forward") == width("forward")


def test_lines_break_rather_after_a_comma() -> None:
    assert balanced("记录会议议定的事项，并负责落实", 10) == ("记录会议议定的事项，", "并负责落实")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_line_of_text_fits_its_node(name: str, language: str) -> None:
    wide = [
        line
        for node in diagram(name, language).nodes
        for line in node.lines
        if width(line) * FONT > node.width - 2 * PADDING + 0.1
    ]
    assert wide == []

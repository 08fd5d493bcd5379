"""The glossary and the open questions: where a word is used, and silence as an answer that can be found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages import RULEBOOK, words_of


def html_of(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def card(site: Path, path: str, id: str) -> str:
    return html_of(site, path).split(f'id="{id}"', 1)[1].split("</article>", 1)[0]


def test_a_term_names_the_provisions_that_use_it(built_site: Path) -> None:
    used = card(built_site, f"{RULEBOOK}/glossary", "term-regular-meetings").split("用到的条款", 1)[1]
    assert "../index.html#art_8__para_1" in used
    used = card(built_site, f"en/{RULEBOOK}/glossary", "term-department-meeting").split("that use it", 1)[1]
    for article in ("art_6__para_1", "art_8__para_1", "art_9__para_1", "art_10__para_1", "art_14__para_1",
                    "art_15__para_1"):  # fmt: skip
        assert f"../index.html#{article}" in used
    assert "#art_11__para_1" not in used, "article 11 is about the executive meeting alone"


def test_a_term_stands_in_both_languages_with_what_it_names(built_site: Path) -> None:
    said = re.sub(r"<[^>]+>", " ", card(built_site, f"en/{RULEBOOK}/glossary", "term-department"))
    for words in ("the Local Offices Administration Department of the China Insurance Regulatory Commission",
                  "中国保监会派出机构管理部", "本部", "我们部", "our department"):  # fmt: skip
        assert words in said
    assert "roles/department/index.html" in card(built_site, f"{RULEBOOK}/glossary", "term-department")


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("zh", "会上是否表决，多少人同意才算通过？"),
        ("zh", "处负责人不能来，能否派人代会，代会的人算不算人数？"),
        ("zh", "主任不在时由谁代行职责？"),
        ("zh", "会议推迟到什么时候，由谁通知？"),
        ("zh", "会议能否取消不开，由谁决定？"),
        ("zh", "到会不足半数时怎么办？"),
        ("en", "May a meeting be cancelled, and by whom?"),
        ("en", "Who acts for the Director in his absence?"),
    ],
)
def test_what_people_ask_in_vain_is_found(built_site: Path, language: str, asked: str) -> None:
    said = words_of(built_site, language, "open-questions")
    end = {"zh": "条文可以有两种以上读法", "en": "The words can be read in two ways"}[language]
    where = {"zh": "条文止于", "en": "The words end at"}[language]
    assert f"{asked} {where}" in said.split(end, 1)[0]


def test_silences_are_listed_and_ambiguities_are_not(built_site: Path) -> None:
    html = html_of(built_site, f"en/{RULEBOOK}/open-questions")
    listed = html.split('aria-labelledby="silences"', 1)[1].split("</section>", 1)[0]
    asked = re.findall(r'<li><a href="#(question-[a-z-]+)"', listed)
    assert len(asked) == len(set(asked)) == 39
    assert "question-whom-the-rules-bind" not in asked, "article 2 can be read in two ways; it is not silent"
    for id in asked:
        assert f'id="{id}"' in html

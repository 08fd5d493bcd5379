from __future__ import annotations

import re

import pytest

from macros.model import Code, Example, Explanation, Finding, Place, Sentence
from macros.render.book import Address, Book, addresses
from macros.render.passages import Block, compared
from tests.sample import handbook

CODE = Code("unknown-value", "error", "不在词表里", "A value is not in the list")
ABOUT = Sentence("不在表里。换一个。", "It is not in the list. Take another.")
EXAMPLE = Example(CODE.name, "keys", ABOUT, "duties/art_1.yml", "must", "<b>mus", "duties/art_1.yml", "", "")
SOUND = "id: water\nmodality: must\naction:\n  zh: 浇水\n"
TOLD = Finding(
    CODE.name,
    "error",
    Place("data/rulebooks/garden/duties/art_1.yml", 2, 11),
    Sentence("“<b>mus”不对", '"<b>mus" is wrong'),
    Sentence("写 must", "write must"),
)
PAGE = Explanation(CODE, EXAMPLE, SOUND, TOLD)


def book(page: Explanation = PAGE) -> Book:
    return Book(handbook(), {page.code.name: page})


def shown(page: Explanation = PAGE, language: str = "en") -> str:
    return book(page).render(Address("finding", "", page.code.name, language)).html


def marked(blocks: tuple[Block, ...]) -> list[str]:
    """Return the lines of all blocks, what differs in square brackets."""
    out = []
    for block in blocks:
        for line in block:
            text = "".join(f"[{run.text}]" if run.changed else run.text for run in line)
            out.append(text.replace("][", ""))
    return out


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("a: must", "a: mst", (["a: [must]"], ["a: [mst]"])),
        ("zh: 种好花，", "zh: 种好草，", (["zh: 种好[花]，"], ["zh: 种好[草]，"])),
        ("en: to water;", "en: to water.", (["en: to water[;]"], ["en: to water[.]"])),
        ("zh: 浇水", "zh: 浇⟨U+200B⟩水", (["zh: 浇水"], ["zh: 浇[⟨U+200B⟩]水"])),
        (
            f"  en: {'x' * 40} shall go {'y' * 40}",
            f"  en: {'x' * 40} go {'y' * 40}",
            (
                [f"  en: …{'x' * 23} [shall ]go {'y' * 21}…"],
                [f"  en: …{'x' * 23} go {'y' * 21}…"],
            ),
        ),
        ("a\n  b\nc\nd", "a\nc\nd", (["a", "  [b]", "c"], ["a", "c"])),
        ("a\nb\nc\nd\ne\nf", "A\nb\nc\nd\ne\nF", (["[a]", "b", "e", "[f]"], ["[A]", "b", "e", "[F]"])),
    ],
)
def test_what_differs_is_marked_with_a_line_around_it(
    right: str, wrong: str, expected: tuple[list[str], list[str]]
) -> None:
    sound, mistaken = compared(right, wrong)
    assert (marked(sound), marked(mistaken)) == expected


def test_every_code_has_an_address_in_both_languages() -> None:
    found = [address.path for address in addresses(handbook(), {CODE.name: PAGE})]
    assert "how-to-edit/findings/unknown-value/" in found
    assert "en/how-to-edit/findings/unknown-value/" in found
    assert "how-to-edit/findings/" in found


@pytest.mark.parametrize(
    ("language", "wrong", "told"), [("zh", "不对", "写 must"), ("en", "is wrong", "write must")]
)
def test_a_page_shows_the_mistake_what_the_check_says_and_the_right_way(
    language: str, wrong: str, told: str
) -> None:
    html = shown(language=language)
    assert ABOUT.of(language).split("。")[0].split(".")[0] in html
    assert "modality: <del>&lt;b&gt;mus</del>" in html and "modality: <ins>must</ins>" in html
    assert wrong in html and told in html
    assert "<b>mus" not in html and "浇水" not in html


def test_chinese_in_a_passage_is_said_to_be_chinese_in_both_languages() -> None:
    page = Explanation(CODE, EXAMPLE, "modality: must\nzh: 浇水\n", TOLD)
    for language in ("zh", "en"):
        (passage, _) = re.findall(r"<pre.*?</pre>", shown(page, language), re.DOTALL)
        assert '<pre class="hb-passage" lang="en">' in passage
        assert 'zh: <span lang="zh-Hans">浇水</span>' in passage


def test_a_file_too_many_and_a_finding_of_no_mistake_are_shown_as_what_they_are() -> None:
    stray = Example(CODE.name, "files", ABOUT, "duties/x.yaml", "", "- id: x", "duties/x.yaml", "", "")
    html = shown(Explanation(CODE, stray, "", None))
    assert "<del>- id: x</del>" in html and "There is no such file." in html and "<ins>" not in html
    assert "The check says" not in html
    none = Example(CODE.name, "files", ABOUT, "", "", "", "", "", "")
    html = shown(Explanation(CODE, none, "", None))
    assert "<pre" not in html and ABOUT.en in html


def test_the_index_lists_each_code_once_with_its_meaning() -> None:
    html = book().render(Address("findings", "", "", "en")).html
    assert html.count('href="unknown-value/index.html"') == 1
    assert "A value is not in the list." in html and "1 errors" in html

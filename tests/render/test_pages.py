from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from macros.render.book import Address, Book, addresses, kinds
from macros.render.contents import anchors, headings
from macros.render.desk import relative
from macros.render.marking import mark_chinese
from tests.sample import handbook

BOOK = Book(handbook())
PAGES = addresses(BOOK.handbook)


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page(kind: str, language: str = "en", entry: str = "") -> str:
    return BOOK.render(Address(kind, "garden", entry, language)).html


@pytest.mark.parametrize("address", PAGES, ids=lambda address: f"{address.language}-{address.key}")
def test_every_page_renders_with_one_heading_and_no_style(address: Address) -> None:
    html = BOOK.render(address).html
    assert len(re.findall("<h1", html)) == 1
    assert "style=" not in html
    assert "<script" not in html
    found = re.findall(r' id="([^"]+)"', html)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("kind", [kind for kind, module in kinds().items() if module.SCOPE == "block"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_blocks_have_no_heading_of_their_own(kind: str, language: str) -> None:
    html = BOOK.render(Address(kind, "", "", language), "how-to-use/index.html").html
    assert "<h1" not in html
    assert "<h2" in html or "<h3" in html


def test_both_languages_have_the_same_pages() -> None:
    chinese = [address.path for address in PAGES if address.language == "zh"]
    english = [address.path.removeprefix("en/") for address in PAGES if address.language == "en"]
    assert chinese == english


def test_a_duty_says_who_and_how() -> None:
    said = text_of(page("duties", "zh"))
    assert "主持开会" in said
    assert "president（中） 或 vice（中） (其中之一) 主持" in said
    assert "原则上" in said
    assert "由会长或副会长主持 第一条第一款" in said


def test_links_between_duties_show_both_ways_with_the_reason() -> None:
    said = text_of(page("duties"))
    assert "Carries out chair the meeting Inferred by the editors because (en)" in said
    assert "Carried out by water the plants Inferred by the editors because (en)" in said


def test_what_is_not_stated_says_so_and_leads_to_the_question() -> None:
    html = page("meeting", "en", "monthly")
    assert html.count("Not stated in the rules") == 13
    assert "../../open-questions/index.html#question-who-convenes" in html
    assert "规则没有写明" in page("meeting", "zh", "monthly")


def test_a_ban_never_reads_as_an_order() -> None:
    duty = BOOK.handbook.rulebooks["garden"].duties["water"].model_copy(update={"modality": "must-not"})
    assert BOOK.desk("garden", "en", "index.html").act(duty) == "must not: water the plants"
    assert BOOK.desk("garden", "zh", "index.html").act(duty) == "不得：浇水"


def test_a_role_shows_what_it_does_as_another() -> None:
    said = text_of(page("role", "en", "vice"))
    assert "As gardener (en)" in said
    assert "water the plants" in said


def test_the_text_page_has_anchors_citations_and_the_other_language() -> None:
    html = page("text", "zh")
    assert {"art_1", "art_1__para_2", "art_2__para_1__point_1"} <= anchors(html)
    assert "《Garden rules》第一条第二款" in html
    assert '<p class="hb-cell hb-cell--en" lang="en">' in html
    assert '<p class="hb-cell hb-cell--zh">' in html
    assert "../../en/rulebooks/garden/index.html#art_1__para_2" in html
    assert "非官方译文·草稿" in html


def test_a_procedure_numbers_its_steps_and_names_its_open_end() -> None:
    html = page("procedure", "en", "watering")
    assert {"step-begin", "step-water", "step-done"} <= anchors(html)
    assert "Not stated in the rules" in html
    assert 'href="#step-done"' in html


def test_every_rulebook_page_says_whether_the_rules_are_in_force() -> None:
    for address in PAGES:
        if address.rulebook:
            expected = "未核实" if address.language == "zh" else "not verified"
            assert expected in BOOK.render(address).html, address


HOSTILE = (
    "{{ 7*7 }}{% for x in y %}",
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "| a | b | # h --8<-- x",
    "&lt;script&gt;",
)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.found |= {f"{tag}@{name}" for name, _ in attrs}


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_text_stays_text(title: str) -> None:
    hostile = Book(handbook(title))
    for kind in ("text", "history", "rulebooks", "home"):
        rulebook = "" if kind in ("rulebooks", "home") else "garden"
        address = Address(kind, rulebook, "", "en")
        tags = _Tags()
        tags.feed(hostile.render(address, "en/index.html").html)
        assert not tags.found & {"script", "img", "img@onerror", "a@onmouseover"}
        assert not any(name.split("@")[-1].startswith("on") for name in tags.found)


def test_headings_come_without_marks_and_tags() -> None:
    html = '<h2 id="a"><span class="hb-tag x">must</span> do <b>it</b> <a class="hb-permalink">#</a></h2>'
    assert [(item.level, item.id, item.html) for item in headings(html)] == [(2, "a", "do it")]


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        ("a/index.html#x", "a/index.html", "#x"),
        ("a/b/index.html", "a/index.html", "b/index.html"),
        ("index.html", "en/a/index.html", "../../index.html"),
        ("en/a/index.html#x", "index.html", "en/a/index.html#x"),
    ],
)
def test_addresses_are_relative_to_the_page(target: str, here: str, expected: str) -> None:
    assert relative(target, here) == expected


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<p>say 应当.</p>", '<p>say <span lang="zh-Hans">应当</span>.</p>'),
        (
            '<q lang="zh-Hans">应<b>当</b></q>须',
            '<q lang="zh-Hans">应<b>当</b></q><span lang="zh-Hans">须</span>',
        ),
        ('<a title="应">x<br>y</a>', '<a title="应">x<br>y</a>'),
        ("<svg><text>应</text></svg>", "<svg><text>应</text></svg>"),
        ("<p>plain “quotes”</p>", "<p>plain “quotes”</p>"),
    ],
)
def test_chinese_in_english_text_is_marked(html: str, marked: str) -> None:
    assert mark_chinese(html) == marked

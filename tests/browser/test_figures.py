"""Figures as a reader has them: legible, in step with their steps, and as they were when last looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from macros.figures.layout import place
from macros.figures.standalone import STYLE
from macros.figures.svg import write_alone
from macros.render.words import Wording
from tests.browser.figures import PICTURES, VIEW, difference, faults, measured, picture, shot
from tests.figures.conftest import CASES, RULES
from tests.large_figure import large

RULEBOOK = "rulebooks/baojiantingfa-2004-13"
ROOT = {"zh": "", "en": "en/"}
TOLERANCE = 0.004
"""The share of a picture that may differ: smoothing does from browser to browser, a moved line is more."""
pytestmark = pytest.mark.browser


def address(site_url: str, name: str, language: str = "zh") -> str:
    return f"{site_url}{ROOT[language]}{RULEBOOK}/procedures/{name}/index.html"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_is_cut_or_covered(page: Page, site_url: str, language: str) -> None:
    found = {}
    for name in RULES.procedures:
        page.goto(address(site_url, name, language))
        found[name] = faults(measured(page))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_forty_steps_in_eight_lanes_are_legible(page: Page) -> None:
    shown = large()
    page.set_content(
        write_alone(shown, place(shown), Wording("zh"), "zh-Hans", "虚构", STYLE).partition("?>")[2]
    )
    boxes = measured(page)
    assert len([kind for kind, *_ in boxes if kind == "node"]) == 40
    assert len([kind for kind, *_ in boxes if kind == "head"]) == 9
    assert faults(boxes) == []


def test_faults_are_seen(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "other-departments"))
    page.add_style_tag(content=".procedure-figure .label { font-size: 19px !important; }")
    page.add_style_tag(content=".procedure-figure .exit { transform: translateX(25px); }")
    found = faults(measured(page))
    assert any("leaves its node" in fault for fault in found)
    assert any("a line through" in fault for fault in found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_figures_look_as_they_did(page: Page, language: str) -> None:
    page.set_viewport_size(VIEW)
    changed = {}
    for name in RULES.procedures:
        before = Image.open(PICTURES / f"{name}.{language}.png").convert("L")
        share = difference(before, picture(page, name, language))
        if share > TOLERANCE:
            changed[name] = share
    assert changed == {}


def test_there_is_a_picture_of_each_figure_and_no_other() -> None:
    assert {file.stem for file in PICTURES.iterdir()} == {f"{name}.{language}" for name, language in CASES}


def test_a_changed_figure_is_seen(page: Page) -> None:
    page.set_viewport_size(VIEW)
    before = picture(page, "general-matters", "zh")
    page.add_style_tag(content=".flow { transform: translateX(14px); }")
    assert difference(before, shot(page)) > TOLERANCE


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "由主任或授权副主任主持"), ("en", "the Director or an authorised Deputy Director chairs it")],
)
def test_a_node_tells_its_words_on_focus_and_hover(
    page: Page, site_url: str, language: str, words: str
) -> None:
    page.goto(address(site_url, "department-meeting", language))
    tip, node = page.locator("#hb-meaning"), page.locator("#node-chair")
    node.focus()
    expect(tip).to_contain_text(words)
    expect(node).to_have_attribute("aria-describedby", "hb-meaning")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.locator("h1").click()
    node.hover()
    expect(tip).to_contain_text(words)


def test_telling_moves_nothing(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "other-departments"))
    page.evaluate(
        """() => { window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
             window.shift += entry.value; })).observe({type: "layout-shift", buffered: true}); }"""
    )
    for step in ("agreed", "list", "coordinate"):
        page.locator(f"#node-{step}").focus()
        page.locator(f"#step-{step}").hover()
    assert page.evaluate("window.shift") < 0.02


def test_figure_and_steps_mark_each_other(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "other-departments"))
    seen = page.locator(".hb-step.hb-seen")
    page.locator("#node-list").focus()
    expect(seen).to_have_id("step-list")
    page.locator("#node-list").blur()
    expect(seen).to_have_count(0)
    page.locator("#step-implement").hover()
    nodes = page.locator(".node.hb-seen")
    expect(nodes).to_have_count(2)  # its own, and that of the departments that take part
    page.locator("#step-refer .hb-step__number").focus()
    expect(page.locator("#node-refer")).to_have_class("node task hb-seen")


def test_who_acts_stays_in_sight(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(address(site_url, "department-meeting", "en"))
    page.locator("#node-decide").scroll_into_view_if_needed()
    page.mouse.wheel(0, 300)
    head = page.locator(".head", has_text="Not stated by whom")
    expect(head).to_be_in_viewport()
    box, bar = head.bounding_box(), page.locator(".md-header").bounding_box()
    assert box and bar and box["y"] >= bar["y"] + bar["height"] - 2
    page.emulate_media(media="print")
    assert page.locator(".heads").evaluate("heads => getComputedStyle(heads).transform") == "none"


def test_an_open_end_leads_to_its_question(page: Page, site_url: str) -> None:
    page.goto(address(site_url, "other-departments"))
    page.locator("#node-after-coordination").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#question-after-coordination")).to_be_in_viewport()


def test_without_scripts_steps_and_nodes_lead_to_each_other(
    new_page: Callable[..., Page], site_url: str
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(address(site_url, "general-matters"))
    page.locator("#step-decide .hb-step__number").click()
    assert urlsplit(page.url).fragment == "node-decide"
    page.locator("#node-decide").click()
    assert urlsplit(page.url).fragment == "step-decide"


def test_the_steps_stand_beside_a_narrow_figure_and_below_a_wide_one(page: Page, site_url: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    sides = {}
    for name in ("general-matters", "department-meeting"):
        page.goto(address(site_url, name))
        figure, steps = (page.locator(part).bounding_box() for part in (".hb-figure", ".hb-steps"))
        assert figure and steps
        sides[name] = steps["x"] >= figure["x"] + figure["width"]
    assert sides == {"general-matters": True, "department-meeting": False}


def test_a_figure_wider_than_its_frame_says_that_it_scrolls(
    new_page: Callable[..., Page], site_url: str
) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(address(site_url, "general-matters"))
    expect(page.locator(".hb-figure__note")).to_be_visible()
    assert page.locator(".hb-figure").evaluate("frame => frame.scrollWidth > frame.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", ["department-meeting", "interpreting-or-amending", "asking-leave"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_on_paper_a_figure_fits_its_sheet(page: Page, site_url: str, name: str, language: str) -> None:
    page.set_viewport_size({"width": 718, "height": 1000})  # what the margins leave of a sheet
    page.goto(address(site_url, name, language))
    page.emulate_media(media="print")
    across = page.locator(".hb-drawing--across").count() == 1
    box = page.locator("svg.procedure-figure").bounding_box()
    assert box
    millimetre = 96 / 25.4
    widest, highest = (273, 165) if across else (190, 225)
    assert box["width"] <= widest * millimetre and box["height"] <= highest * millimetre


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_stands_beside_the_page(page: Page, built_site: Path, site_url: str, language: str) -> None:
    page.goto(address(site_url, "general-matters", language))
    link = page.locator("a[download]")
    expect(link).to_have_attribute("download", f"general-matters.{language}.svg")
    file = built_site / ROOT[language] / RULEBOOK / "procedures/general-matters/figure.svg"
    assert file.read_text(encoding="utf-8").startswith("<?xml")
    assert link.get_attribute("href") == "figure.svg"

"""The search in the header, asked in a browser over the built site as a reader asks."""

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, Request, Route, expect

from macros.load import load_handbook
from macros.search.files import files
from macros.search.tokens import fold, tokens
from tests.browser.test_accessibility import VIOLATIONS, violations
from tests.search.corpus import handbook, made_up

pytestmark = pytest.mark.browser
QUESTIONS = Path(__file__).parents[1] / "search"
RULES = "rulebooks/baojiantingfa-2004-13/index.html"
HANDBOOK = load_handbook(Path("data")).handbook
RESULT = "[data-search-results] a[data-provision]"

# The search itself, without the box: the worker's own code in the page.
ASK = """async ([root, asked, language]) => {
  if (!(self.handbookSearch && self.handbookSearch.ask)) {
    await new Promise((done) => {
      const script = document.createElement("script");
      script.src = root + "assets/search/desk.js";
      script.onload = done;
      document.head.append(script);
    });
    await self.handbookSearch.open(root);
  }
  const out = [];
  for (const query of asked) {
    const start = performance.now();
    const answer = await self.handbookSearch.ask(query, { language: language, count: 10 });
    const ids = answer.results.map((one) => one.provision);
    const urls = answer.results.map((one) => one.url);
    out.push({ ids: ids, ms: performance.now() - start, urls: urls });
  }
  return out;
}"""


def ask(page: Page, root: str, asked: list[str], language: str = "zh") -> list[dict]:
    found: list[dict] = page.evaluate(ASK, [root, asked, language])
    return found


def share(name: str, page: Page, root: str) -> tuple[float, float]:
    """Ask every question of a set; print and return the shares right first and among the first three."""
    questions = yaml.safe_load((QUESTIONS / name).read_text(encoding="utf-8"))
    places = []
    for language in ("zh", "en"):
        own = [one for one in questions if one["lang"] == language]
        for question, answer in zip(own, ask(page, root, [one["ask"] for one in own], language), strict=True):
            place = next((at for at, id in enumerate(answer["ids"]) if id in question["right"]), 99)
            places.append((question, place))
    kinds = Counter(question["kind"] for question, _ in places)
    first = sum(place == 0 for _, place in places) / len(places)
    three = sum(place < 3 for _, place in places) / len(places)
    print(f"\n{name}: {len(places)} questions, {first:.1%} right first, {three:.1%} among the first three")
    for kind, count in sorted(kinds.items()):
        print(f"  {kind}: {sum(q['kind'] == kind and p == 0 for q, p in places)} of {count} first")
    for question, place in places:
        if place and name == "questions.yml":
            print(f"  not first ({place}): {question['ask']}")
    return first, three


def test_the_right_article_comes_first(page: Page, site_url: str) -> None:
    page.goto(site_url)
    first, three = share("questions.yml", page, site_url)
    share("held_out.yml", page, site_url)
    assert first >= 0.95 and three >= 0.99


def test_the_box_answers_while_typing(page: Page, site_url: str) -> None:
    page.goto(site_url + RULES)
    page.keyboard.press("/")
    page.keyboard.type("buwuhui")
    expect(page.locator(RESULT).first).to_have_attribute("data-provision", "art_9")
    expect(page.locator(".hb-search [role=status]")).to_contain_text("部务会")
    expect(page.locator("[data-search-results] mark").first).to_have_text("部务会")
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULT).first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    page.wait_for_url("**/meetings/department-meeting/index.html")


def test_what_else_an_article_has_is_unfolded(page: Page, site_url: str) -> None:
    page.goto(site_url + RULES + "?q=部务会")
    page.locator(".hb-hit--more").first.click()
    assert page.locator(".hb-hit--under").count() > 2
    page.keyboard.press("Escape")
    expect(page.locator("[data-search-panel]")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "fragment"),
    [
        ("9(2)", "art_9__para_2"),
        ("第九条第二款", "art_9__para_2"),
        ("4(5)", "art_4__para_1__point_5"),
        ("article 4(1)(5)", "art_4__para_1__point_5"),
        ("四条（五）项", "art_4__para_1__point_5"),
        ("第9条", "art_9"),
    ],
)
def test_a_number_leads_to_the_very_provision(page: Page, site_url: str, query: str, fragment: str) -> None:
    page.goto(site_url)
    assert ask(page, site_url, [query])[0]["urls"][0].endswith(f"#{fragment}")


@pytest.mark.parametrize(
    ("path", "scheme", "width"), [(RULES, "light", 1280), (RULES, "dark", 360), ("en/" + RULES, "dark", 1280)]
)
def test_the_open_list_can_be_used_by_everyone(
    new_page: Callable[..., Page], site_url: str, path: str, scheme: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(site_url + path + "?q=buwuhui")
    expect(page.locator(RESULT).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert violations(page, VIOLATIONS) == []


def test_filters_keep_to_a_kind_and_a_role(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/" + RULES + "?q=department meeting")
    page.locator("[data-search-kind]").select_option("question")
    expect(page.locator(".hb-hit__kind").first).to_have_text("open question")
    page.locator("[data-search-kind]").select_option("")
    page.locator('[data-search-filter="role"]').select_option("record-keeper")
    expect(page.locator(RESULT)).to_have_count(1)


def test_nothing_found_offers_the_index(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/" + RULES + "?q=zzqx")
    expect(page.locator("[data-search-none]")).to_be_visible()
    page.locator("[data-search-none] a").click()
    expect(page.locator("h1")).to_have_text("Index A–Z")


def test_without_script_the_field_leads_to_the_index(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(site_url + RULES)
    page.locator("[data-search-input]").fill("部务会")
    page.locator("[data-search-input]").press("Enter")
    expect(page.locator("h1")).to_have_text("索引")


def test_it_works_on_a_phone(new_page: Callable[..., Page], site_url: str) -> None:
    page = new_page(viewport={"width": 360, "height": 740})
    page.goto(site_url + RULES)
    page.locator("[data-search-open]").click()
    page.locator("[data-search-input]").fill("请假")
    expect(page.locator(RESULT).first).to_have_attribute("data-provision", "art_9")
    box = page.locator("[data-search-panel]").bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.locator("[data-search-close]").click()
    expect(page.locator("[data-search-panel]")).to_be_hidden()
    expect(page.locator("[data-search-open]")).to_be_focused()


def test_the_same_results_over_http_and_from_a_disk(
    new_page: Callable[..., Page], site_url: str, built_site: Path
) -> None:
    asked = ["buwuhui", "9(2)", "意见不一致怎么办", "quorom", "部物会", "派出機構"]
    over, disk = new_page(), new_page()
    over.goto(site_url)
    disk.goto((built_site / "index.html").as_uri())
    found = [ask(over, site_url, asked), ask(disk, built_site.as_uri() + "/", asked)]
    assert [one["urls"] for one in found[0]] == [one["urls"] for one in found[1]]
    disk.goto((built_site / "index.html").as_uri() + "?q=bwh")
    expect(disk.locator(RESULT).first).to_have_attribute("data-provision", "art_9")
    over.goto(site_url + "?q=bwh")
    expect(over.locator(RESULT).first).to_have_attribute("data-provision", "art_9")


HOSTILE = [
    "会" * 10_000, "a" * 10_000, "(.*)+[a-z]{9}$^\\", '<img src=x onerror="window.broken=1">', "😀🏳️‍🌈部务会",
    "\ud800部务会\udfff", "\u202e部务会\u202d", "\0\x07", "' OR 1=1 --", "第" * 500, "1" * 500, "()" * 300,
    "a b c d e f g h i j k l m n o p q r s t u v w x y z" * 20, "__proto__", "constructor", "https://example.org/?q=1",
]  # fmt: skip


def test_hostile_queries_neither_break_nor_inject(page: Page, site_url: str) -> None:
    page.goto(site_url + RULES)
    ask(page, site_url, ["部务会"])
    for query in HOSTILE:
        milliseconds = ask(page, site_url, [query])[0]["ms"]
        print(f"{milliseconds:6.0f} ms {query[:24]!a} … {len(query)} characters")
        assert milliseconds < 1000, query[:40]
        page.locator("[data-search-input]").evaluate(
            "(input, query) => { input.value = query; input.dispatchEvent(new Event('input')); }", query
        )
    expect(page.locator(".hb-search [role=status]")).not_to_be_empty()
    assert page.evaluate("window.broken") is None
    assert page.locator("[data-search-results] img").count() == 0


def test_the_browser_and_the_index_agree_on_tokens(page: Page, site_url: str) -> None:
    page.goto(site_url)
    ask(page, site_url, ["x"])
    rulebook = next(iter(HANDBOOK.rulebooks.values()))
    texts = [text for one in rulebook.provisions.values() if one.text for text in (one.text.zh, one.text.en)]
    told = page.evaluate(
        "(texts) => texts.map((text) => { const words = self.handbookSearch.words;"
        " return words.tokens(words.fold(text).text); })",
        texts,
    )
    assert told == [list(tokens(fold(text))) for text in texts]


def put_in_place(page: Page, index: dict[str, bytes]) -> None:
    """Let a page find another index where the site's lies."""

    def serve(route: Route, request: Request) -> None:
        path = "search/" + request.url.rsplit("/", 1)[1]
        route.fulfill(body=index[path].decode("utf-8"), content_type="text/javascript")

    page.route("**/search/core.js", serve)
    page.route("**/search/*-*.js", serve)


@pytest.mark.parametrize("whole", [400, 0])
def test_of_several_rulebooks_the_one_named_or_read_comes_first(
    page: Page, site_url: str, whole: int
) -> None:
    put_in_place(page, dict(files(handbook(4, list(made_up(3))), whole=whole)))
    page.goto(site_url + RULES + "?q=第九条")
    first = page.locator(RESULT).first
    expect(first).to_have_attribute("href", re.compile("rulebooks/baojiantingfa-2004-13/.*#art_9$"))
    page.locator("[data-search-input]").fill("虚构规则第1号第九条")
    expect(first).to_have_attribute("href", re.compile("rulebooks/law-1/.*#art_9$"))
    expect(page.locator(".hb-hit__book").first).to_have_text("虚构规则第1号")
    page.locator("[data-search-input]").fill("部务会")
    page.locator('[data-search-filter="rulebook"]').select_option("law-2")
    expect(first).to_have_attribute("href", re.compile("rulebooks/law-2/"))
    assert all("rulebooks/law-2/" in link.get_attribute("href") for link in page.locator(RESULT).all())


def test_shards_answer_as_the_whole_index_does(page: Page, site_url: str, tmp_path: Path) -> None:
    """The same handbook cut into shards: what stands first by number, word, pinyin and slip is the same."""
    asked = [
        "第九条",
        "部务会",
        "buwuhui",
        "zhurenbangonghui",
        "bwh",
        "部物会",
        "派出機構",
        "quorum",
        "postponed meetings",
    ]
    shards = dict(files(HANDBOOK, whole=0))

    page.goto(site_url)
    whole = [one["ids"][:1] for one in ask(page, site_url, asked)]
    put_in_place(page, shards)
    page.goto(site_url + RULES)
    assert [one["ids"][:1] for one in ask(page, site_url, asked)] == whole


def test_words_that_are_there_are_not_guessed_at(page: Page, site_url: str) -> None:
    """Of a large index the sounds are loaded for what nobody wrote, not for words that stand in the texts."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    put_in_place(page, dict(files(HANDBOOK, whole=0)))
    page.goto(site_url + RULES)
    ask(page, site_url, ["department meeting"])
    assert [url for url in loaded if "/grams-" in url]
    assert [url for url in loaded if "/sounds-" in url or "/begun-" in url] == []
    ask(page, site_url, ["buwuhui"])
    assert [url for url in loaded if "/sounds-" in url]


def test_the_index_is_small(built_site: Path) -> None:
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (built_site / "search").iterdir()}
    assert sum(sizes.values()) <= 60_000, json.dumps(sizes)

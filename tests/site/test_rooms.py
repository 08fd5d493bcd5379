from __future__ import annotations

from pathlib import Path

from macros.site.after import sitemap
from macros.site.pages import contents
from macros.site.places import fill_places, place
from macros.site.tree import language_of, twin, written


def test_a_place_is_filled_once_and_with_what_it_names() -> None:
    html = f"<p>before</p>{place('role', 'garden', 'vice')}"
    assert fill_places(html, lambda *ids: "/".join(ids)) == "<p>before</p>role/garden/vice"


def test_filled_html_is_not_read_again() -> None:
    hostile = place("duties", "x", "")
    assert fill_places(place("role", "x", "y"), lambda *_: hostile) == hostile


def test_twins_are_each_others() -> None:
    for url in ("index.html", "rulebooks/x/duties/index.html"):
        assert twin(twin(url)) == url
        assert language_of(twin(url)) == "en"


def test_pages_without_a_twin_are_left_out(tmp_path: Path) -> None:
    for name in ("zh/index.md", "en/index.md", "zh/a/b.md", "en/a/b.md", "en/alone.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# x", encoding="utf-8")
    assert sorted(written(tmp_path)) == ["", "a/b/"]


def test_contents_nest_by_level() -> None:
    toc = contents('<h1 id="a">A</h1><h2 id="b">B</h2><h3 id="c">C</h3><h2 id="d">D &amp;</h2>')
    top = list(toc)
    assert [link.id for link in top] == ["a"]
    assert [link.id for link in top[0].children] == ["b", "d"]
    assert top[0].children[1].title == "D &amp;"


def test_the_sitemap_names_both_languages_of_each_page() -> None:
    xml = sitemap("https://example.org/rules/", ["index.html", "en/index.html"])
    assert xml.count("<loc>") == 2
    assert xml.count('hreflang="zh-Hans" href="https://example.org/rules/index.html"') == 2
    assert xml.count('hreflang="en" href="https://example.org/rules/en/index.html"') == 2

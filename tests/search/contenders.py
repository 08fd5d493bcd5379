"""Three searches over the same laws: ours, Pagefind and the one built into Material for MkDocs.

Each makes its index in a folder from texts it is handed, and is asked in a browser by what its box asks.
"""

from __future__ import annotations

import asyncio
import importlib.util
import re
import shutil
from collections.abc import Sequence
from html import escape
from pathlib import Path
from types import SimpleNamespace
from typing import ClassVar

import material
from material.plugins.search.plugin import SearchIndex
from playwright.sync_api import Page

from macros.model import ProvisionId
from macros.search.files import files
from tests.search.corpus import ROOT, Law, handbook

Article = tuple[int, int]
"""A law, from 0, and an article, from 1."""

Answer = list[list[Article]]
"""Results, the best first; each the articles that a reader sees under it."""

LINES = 3
"""Articles of a page that Pagefind's own box shows."""
_ADDRESS = re.compile(r"law-(\d+)\b.*\bart_(\d+)")


class Contender:
    """A search: how it makes its index, and how it is asked."""

    name: ClassVar[str]
    settings: ClassVar[str]
    loads: ClassVar[tuple[str, ...]]
    """The folders that what a query loads lies in."""
    index: ClassVar[tuple[str, ...]]
    """The files that are its index."""
    open: ClassVar[str]
    """Makes self.ask, which returns for a query a list of results, each a list of addresses."""

    def __init__(self, folder: Path, laws: Sequence[Law]) -> None:
        self.folder = folder
        self.laws = laws
        folder.mkdir(parents=True)

    def prepare(self) -> None:
        """Make what is there before an index is: its time is not the index's."""

    def build(self) -> None:
        """Write the index into the folder."""
        raise NotImplementedError

    def place(self) -> None:
        """Lay the scripts beside the index, where the index does not come with them."""

    def ask(self, page: Page, queries: Sequence[str]) -> list[Answer]:
        """Ask in a page of the folder."""
        page.evaluate(self.open)
        found = page.evaluate(
            """async (asked) => {
              const out = [];
              for (const one of asked) { out.push(await self.ask(one)); }
              return out;
            }""",
            list(queries),
        )
        return [[[_article(address) for address in result] for result in answer] for answer in found]


def _article(address: str) -> Article:
    found = _ADDRESS.search(address)
    return (int(found[1]), int(found[2])) if found else (-1, -1)


# A worker that answers messages one after the other.
_WORKER = """
  const told = [];
  const waiting = [];
  worker.addEventListener("message", ({ data }) => {
    if (waiting.length) { waiting.shift()(data); } else { told.push(data); }
  });
  const wait = () => new Promise((done) => waiting.push(done));
  const next = () => (told.length ? Promise.resolve(told.shift()) : wait());
"""


class Ours(Contender):
    """The search of this project, its index in shards."""

    name = "ours"
    settings = "as it is; its index holds English words as well, which the others do without"
    loads = ("search/", "assets/search/")
    index = ("search/*",)
    open = f"""async () => {{
      const root = new URL("./", location.href).href;
      const worker = new Worker(root + "assets/search/desk.js");
      {_WORKER}
      worker.postMessage({{ id: 0, open: root }});
      await next();
      self.ask = async (query) => {{
        worker.postMessage({{ id: 1, query: query, options: {{ language: "zh", here: "", count: 10 }} }});
        let answer = await next();
        while (answer.early) {{ answer = await next(); }}
        return answer.value.results.map((one) => [one.url]);
      }};
    }}"""

    def prepare(self) -> None:
        """Make a handbook of the laws and our own rulebook."""
        self.handbook = handbook(len(self.laws) + 1, self.laws)

    def build(self) -> None:
        """Write the index of the handbook."""
        (self.folder / "search").mkdir()
        for path, content in files(self.handbook):
            (self.folder / path).write_bytes(content)

    def place(self) -> None:
        """Copy the search's scripts."""
        shutil.copytree(ROOT / "docs" / "assets" / "search", self.folder / "assets" / "search")


class Pagefind(Contender):
    """Pagefind in its extended build, which cuts Chinese into words; a page for each law."""

    name = "Pagefind"
    settings = (
        "extended, lang zh, its own ranking, since other weights find no more; a page for each law, "
        "the articles of a page by how many of the words they show, then by score"
    )
    loads = ("pagefind/",)
    index = ("pagefind/fragment/*", "pagefind/index/*", "pagefind/*.pf_meta", "pagefind/pagefind-entry.json")
    open = f"""async () => {{
      const pagefind = await import(new URL("pagefind/pagefind.js", location.href).href);
      const sum = (one) => one.weighted_locations.reduce((all, each) => all + each.balanced_score, 0);
      const marks = (one) => Array.from(one.excerpt.matchAll(/<mark>(.*?)<.mark>/g), (each) => each[1]);
      const words = (one) => new Set(marks(one)).size;
      const score = (one) => 1e6 * words(one) + sum(one);
      self.ask = async (query) => {{
        const found = await pagefind.search(query);
        const pages = await Promise.all(found.results.slice(0, {LINES}).map((one) => one.data()));
        return pages.map((page) => page.sub_results.filter((one) => one.url.includes("art_"))
          .sort((one, other) => score(other) - score(one)).slice(0, {LINES}).map((one) => one.url));
      }};
    }}"""

    def prepare(self) -> None:
        """Write the pages, which a site has anyway."""
        for url, title, body in self.pages():
            path = self.folder / "pages" / url
            path.parent.mkdir(parents=True, exist_ok=True)
            html = f'<html lang="zh"><title>{title}</title><body><main>{body}</main></body></html>'
            path.write_text(html, encoding="utf-8")

    def build(self) -> None:
        """Let Pagefind read the pages and write its bundle."""
        asyncio.run(self._build())

    async def _build(self) -> None:
        from pagefind.index import IndexConfig, PagefindIndex

        async with PagefindIndex(IndexConfig(output_path=str(self.folder / "pagefind"))) as index:
            await index.add_directory(str(self.folder / "pages"))

    def pages(self) -> list[tuple[str, str, str]]:
        """Return address, title and body of each page."""
        return pages(self.laws)


class PagefindArticles(Pagefind):
    """The same with a page for each article, which is how it ranks articles best."""

    name = "Pagefind, by article"
    settings = "the same, but a page for each article, named by law and number"

    def pages(self) -> list[tuple[str, str, str]]:
        """Return address, title and body of each page."""
        return [
            (f"law-{law}/art_{number}.html", *_headed(f"{one.title} {_label(number)}", _paragraphs(article)))
            for law, one in enumerate(self.laws)
            for number, article in enumerate(one.articles, start=1)
        ]


class Material(Contender):
    """The search built into Material for MkDocs: its plugin's index, its worker."""

    name = "Material"
    settings = "lang zh and what its theme sets for it, " + (
        "words cut by jieba"
        if importlib.util.find_spec("jieba")
        else "clauses not cut into words, since jieba is not installed"
    )
    separator = r"[\s\u200b\u3000\-、。，．？！；]+"
    title = 1e3
    """How much a match in a heading counts beside one in a text."""
    loads = ("material/",)
    index = ("material/search/*",)
    open = f"""async () => {{
      const root = new URL("material/", location.href).href;
      const worker = new Worker(root + "workers/search.js");
      {_WORKER}
      const index = await (await fetch(root + "search/search_index.json")).json();
      worker.postMessage({{ type: 0, data: {{ ...index, options: {{ suggest: false }} }} }});
      await next();
      self.ask = async (query) => {{
        worker.postMessage({{ type: 2, data: query }});
        const {{ data }} = await next();
        return data.items.slice(0, {LINES}).map((item) => item.map((one) => one.location)
          .filter((one) => one.includes("#")).slice(0, {LINES}));
      }};
    }}"""

    def build(self) -> None:
        """Let the plugin's own code write its index of the pages."""
        fields = {
            name: {"boost": boost} for name, boost in (("title", self.title), ("text", 1.0), ("tags", 1e6))
        }
        index = SearchIndex(lang=["zh"], separator=self.separator, pipeline=["stemmer"], fields=fields)
        for url, title, body in pages(self.laws):
            index.add_entry_from_context(SimpleNamespace(meta={}, title=title, content=body, toc=[], url=url))
        (self.folder / "material" / "search").mkdir(parents=True)
        (self.folder / "material" / "search" / "search_index.json").write_text(
            index.generate_search_index(None), encoding="utf-8"
        )

    def place(self) -> None:
        """Copy the theme's worker and its languages."""
        scripts = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
        shutil.copytree(scripts / "lunr", self.folder / "material" / "lunr")
        (self.folder / "material" / "workers").mkdir()
        shutil.copy(
            next((scripts / "workers").glob("search.*.min.js")),
            self.folder / "material" / "workers" / "search.js",
        )


class MaterialSigns(Material):
    """The same with every sign a word: what it can do for Chinese without another package."""

    name = "Material, by sign"
    settings = (
        "lang zh, a separator that cuts at every sign, headings count as much as texts "
        "(with its own 1e3 it finds fewer phrases and more numbers)"
    )
    separator = r"[\s\u200b\u3000\-、。，．？！；：（）《》]+|(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])"
    title = 1.0


def pages(laws: Sequence[Law]) -> list[tuple[str, str, str]]:
    """Return address, title and body of a page for each law, a heading for each article."""
    return [
        (
            f"law-{law}.html",
            *_headed(
                one.title,
                "".join(
                    f'<h2 id="art_{number}">{_label(number)}</h2>{_paragraphs(article)}'
                    for number, article in enumerate(one.articles, start=1)
                ),
            ),
        )
        for law, one in enumerate(laws)
    ]


def _headed(title: str, body: str) -> tuple[str, str]:
    return escape(title), f"<h1>{escape(title)}</h1>{body}"


def _label(number: int) -> str:
    return ProvisionId(2, number).own_label.zh


def _paragraphs(article: Sequence[tuple[str, Sequence[str]]]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for text, points in article for line in (text, *points))


def contenders(folder: Path, laws: Sequence[Law]) -> list[Contender]:
    """Return those that can be asked here, each with a folder of its own, ours first."""
    kinds: tuple[type[Contender], ...] = (Ours, Pagefind, PagefindArticles, Material, MaterialSigns)
    if not importlib.util.find_spec("pagefind"):
        print("Pagefind is not installed: pip install 'pagefind[extended]'")
        kinds = (Ours, Material, MaterialSigns)
    return [kind(folder / kind.__name__, laws) for kind in kinds]

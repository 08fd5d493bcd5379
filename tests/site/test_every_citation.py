"""From every provision to every statement that cites it, and back: one click each way.

What cites what is read from the data files as they are written, not from what the program makes of them.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pages import RULEBOOK

DATA = Path(__file__).parents[2] / "data" / RULEBOOK
TEXT = f"{RULEBOOK}/index.html"
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}

# Counted in the official text: 22 articles, 28 paragraphs, 31 points.
PROVISIONS = 81

PLACES = {
    "roles.yml": "roles/{}/index.html",
    "terms.yml": "glossary/index.html#term-{}",
    "documents.yml": "documents/{}/index.html",
    "open-questions.yml": "open-questions/index.html#question-{}",
    "duties": "duties/index.html#duty-{}",
    "meetings": "meetings/{}/index.html",
    "procedures": "procedures/{}/index.html",
}


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def cited(value: Any) -> Iterator[str]:
    """Yield the provisions that stand under any `words`, however deep."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from inner if key == "words" else cited(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from cited(inner)


def statements() -> Iterator[tuple[str, str]]:
    """Yield every statement's place and a provision that it cites."""
    duties = {duty["id"]: duty for path in sorted((DATA / "duties").glob("*.yml")) for duty in read(path)}
    for name, place in PLACES.items():
        files = [DATA / name] if name.endswith(".yml") else sorted((DATA / name).glob("*.yml"))
        for entries in map(read, files):
            for entry in entries if isinstance(entries, list) else [entries]:
                where = place.format(entry["id"])
                touched = entry.get("touches", {}).get("provisions", [])
                yield from ((where, provision) for provision in (*cited(entry), *touched))
                for step in entry.get("steps", ()):
                    home = duties.get(step.get("duty"), {}) if "words" not in step else {}
                    for provision in (*cited(step), *home.get("words", ())):
                        yield f"{where}#step-{step['id']}", provision
    yield from (("history/index.html", provision) for provision in cited(read(DATA / "rulebook.yml")))
    for number, excuse in enumerate(read(DATA / "coverage.yml")):
        yield f"coverage/index.html#excuse-{number}", excuse["at"]


class Links(HTMLParser):
    """The links below each element with an id (below all of them at once), and below the main part."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.folder = posixpath.dirname(page)
        self.page = page
        self.open: list[tuple[str, str]] = []
        self.below: dict[str, set[str]] = {"": set()}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag not in VOID:
            self.open.append((tag, found.get("id") or ""))
        for _, id in self.open if tag not in VOID else ():
            self.below.setdefault(id, set())
        href = found.get("href")
        if tag == "a" and href and any(tag == "article" for tag, _ in self.open):
            path, _, fragment = href.partition("#")
            target = posixpath.normpath(posixpath.join(self.folder, path)) if path else self.page
            for id in {"", *(id for _, id in self.open)}:
                self.below[id].add(f"{target}#{fragment}" if fragment else target)

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in {name for name, _ in self.open}:
            if self.open.pop()[0] == tag:
                break


@cache
def links(site: Path, page: str) -> dict[str, set[str]]:
    reader = Links(page)
    reader.feed((site / page).read_text(encoding="utf-8"))
    return reader.below


@pytest.fixture(scope="module")
def citing() -> set[tuple[str, str]]:
    found = set(statements())
    assert len(found) > 500
    return found


def provisions() -> list[str]:
    """Return the ids of all provisions of the articles: those with words, and the articles themselves."""
    texts = [id for id in read(DATA / "text" / "2004-02-06.yml") if id.startswith("art_")]
    return sorted({*texts, *(id.split("__")[0] for id in texts)})


def test_every_provision_leads_to_every_statement_that_cites_it_and_back(
    built_site: Path, citing: set[tuple[str, str]]
) -> None:
    walked = provisions()
    assert len(walked) == PROVISIONS
    lost = []
    for root in ("", "en/"):
        text = links(built_site, root + TEXT)
        for provision in walked:
            assert provision in text, provision
            for place in sorted(place for place, at in citing if at == provision):
                page, _, id = f"{root}{RULEBOOK}/{place}".partition("#")
                there = {target for target in text[provision] if target.split("#")[0] == page}
                if not any(id in ("", target.partition("#")[2]) for target in there):
                    lost.append(f"{root}{provision} does not lead to {place}")
                if f"{root}{TEXT}#{provision}" not in links(built_site, page).get(id, set()):
                    lost.append(f"{root}{place} does not lead back to {provision}")
    assert lost == []


def test_every_statement_that_cites_an_article_has_been_walked(citing: set[tuple[str, str]]) -> None:
    elsewhere = {at for _, at in citing} - set(provisions())
    assert all(re.match(r"(notice|colophon)__line_\d+$|title$", at) for at in elsewhere)

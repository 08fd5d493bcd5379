"""Reading a built page as a person does: the words of its main part."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

RULEBOOK = "rulebooks/baojiantingfa-2004-13"


class _Main(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.depth = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "article" and self.depth > 0

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.words.append(data)


def words_of(site: Path, language: str, path: str) -> str:
    """Return the text of a page's main part, white space folded to one space."""
    page = site / ("en" if language == "en" else ".") / RULEBOOK / path / "index.html"
    reader = _Main()
    reader.feed(page.read_text(encoding="utf-8"))
    return re.sub(r"\s+", " ", "".join(reader.words))

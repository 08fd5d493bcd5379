"""Provision ids (Akoma Ntoso) and what follows from them: parent, kind, label, how people cite."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from macros.model.base import Bilingual, Place, Review
from macros.model.numerals import chinese_number

ProvisionKind = Literal["notice", "title", "article", "paragraph", "point", "colophon"]

NUMBER = "[1-9][0-9]{0,3}"
"""The longest law there is has some 2,000 articles."""
_ID = re.compile(
    rf"(?:(?P<title>title)|(?P<outer>notice|colophon)__line_(?P<line>{NUMBER})"
    rf"|art_(?P<art>{NUMBER})(?:__para_(?P<para>{NUMBER})(?:__point_(?P<point>{NUMBER}))?)?)"
)


def head_of(id: str) -> str:
    """Return the article (or `notice`, `title`, `colophon`) a provision belongs to."""
    return id.partition("__")[0]


@dataclass(frozen=True, order=True)
class ProvisionId:
    """A parsed provision id; orders as the text does."""

    part: int
    """0 notice, 1 title, 2 body, 3 colophon."""
    article: int = 0
    paragraph: int = 0
    point: int = 0
    line: int = 0

    @classmethod
    def parse(cls, text: str) -> ProvisionId | None:
        """Read an id such as `art_9__para_2`; None if it is not one."""
        match = _ID.fullmatch(text)
        if match is None:
            return None
        if match["title"]:
            return cls(1)
        if match["outer"]:
            return cls(0 if match["outer"] == "notice" else 3, line=int(match["line"]))
        return cls(2, int(match["art"]), int(match["para"] or 0), int(match["point"] or 0))

    @property
    def kind(self) -> ProvisionKind:
        """The kind of provision the id names."""
        if self.part != 2:
            return ("notice", "title", "article", "colophon")[self.part]
        return "point" if self.point else "paragraph" if self.paragraph else "article"

    @property
    def parent(self) -> ProvisionId | None:
        """The provision this one is part of; None at the top."""
        if self.point:
            return ProvisionId(2, self.article, self.paragraph)
        return ProvisionId(2, self.article) if self.paragraph else None

    @property
    def own_label(self) -> Bilingual:
        """What the provision is called within its parent: 第九条, 第二款, （五）."""
        if self.kind == "article":
            return Bilingual(zh=f"第{chinese_number(self.article)}条", en=f"Article {self.article}")
        if self.kind == "paragraph":
            return Bilingual(zh=f"第{chinese_number(self.paragraph)}款", en=f"({self.paragraph})")
        if self.kind == "point":
            return Bilingual(zh=f"（{chinese_number(self.point)}）", en=f"({self.point})")
        if self.kind == "title":
            return Bilingual(zh="标题", en="Title")
        if self.kind == "notice":
            return Bilingual(zh=f"通知第{self.line}行", en=f"Notice, line {self.line}")
        return Bilingual(zh=f"版记第{self.line}行", en=f"Closing lines, line {self.line}")

    def __str__(self) -> str:
        """Write the id as it stands in data."""
        if self.part == 1:
            return "title"
        if self.part != 2:
            return f"{'notice' if self.part == 0 else 'colophon'}__line_{self.line}"
        out = f"art_{self.article}"
        out += f"__para_{self.paragraph}" if self.paragraph else ""
        return out + (f"__point_{self.point}" if self.point else "")


@dataclass(frozen=True)
class Provision:
    """One provision of one version: its words in both languages and what editors added."""

    id: str
    eid: str
    kind: ProvisionKind
    parent: str | None
    label: Bilingual
    """第九条第二款 / Article 9(2); a sole paragraph bears its article's label."""
    printed: str
    """The label as printed before the words in the source (第九条, （三）), or nothing."""
    text: Bilingual | None
    """None for an article: its words are its paragraphs'."""
    heading: Bilingual | None
    translation_review: Review | None
    translated_from: str | None = None
    """The Chinese that stands beside the translation; stale where it is no longer the text's."""
    places: Mapping[str, Place] = field(default_factory=dict)
    """Where `id`, `text`, `translation`, `translated_from`, `review`, `heading` were written."""
    translation_reviewed_on: str | None = None

    @property
    def zh(self) -> str:
        """The words in Chinese; empty for an article, whose words are its paragraphs'."""
        return self.text.zh if self.text else ""

"""Every duty, by article."""

from __future__ import annotations

from dataclasses import dataclass

from macros.derive.order import duty_article
from macros.render import pieces
from macros.render.desk import Desk
from macros.render.duty import duty_piece
from macros.render.view import View

KIND = "duties"
SCOPE = "rulebook"
PATH = "duties/"
ORDER = 30


@dataclass(frozen=True)
class Group:
    """The duties of one article."""

    id: str
    link: pieces.Link
    heading: str
    duties: tuple[pieces.DutyPiece, ...]


@dataclass(frozen=True, kw_only=True)
class DutiesView(View):
    """All duties in the order of the text."""

    count: int
    groups: tuple[Group, ...]


def view(desk: Desk, entry: str) -> DutiesView:
    """Put the page together."""
    by_article: dict[int, list[pieces.DutyPiece]] = {}
    for duty in desk.rulebook.duties.values():
        by_article.setdefault(duty_article(duty), []).append(duty_piece(desk, duty))
    groups = []
    for number, duties in sorted(by_article.items()):
        article = desk.rulebook.provisions.get(f"art_{number}" if number else "notice__line_1")
        if article is None:
            continue
        link = desk.link("provisions", article.id)
        if not number:
            link = pieces.Link(link.href, desk.ui("notice_heading"))
        groups.append(Group(f"article-{number}", link, desk.of(article.heading), tuple(duties)))
    return DutiesView(
        title=desk.ui("duties_title"),
        lead=desk.ui("duties_lead"),
        count=len(desk.rulebook.duties),
        groups=tuple(groups),
    )

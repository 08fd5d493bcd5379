"""What stands in a meeting pack: agenda, attendance list, outline of the record, and the words behind them.

Nothing here knows Word. What the rules do not state is a blank or is said to be so; a pack never fills it in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from macros.derive import effective
from macros.derive.calendar import text_date
from macros.derive.meetings import must_attend, share
from macros.model import Meeting
from macros.render import pieces, plain
from macros.render.desk import Desk
from macros.render.meetings import facts
from macros.render.provisions import provisions
from macros.render.view import capital

BLANK_ROWS = 10
"""Rows of the attendance list beside those of the roles that the rules name."""
_CHINESE_ORDER = "一二三四五六七八九十"


@dataclass(frozen=True)
class Title:
    """The title of one of the papers; each begins on a new page."""

    text: str
    under: str
    """The line below it: which rules."""


@dataclass(frozen=True)
class Heading:
    """A heading within a paper."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text; `quiet` for what explains the paper and is no part of it."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Table:
    """A table: widths in hundredths, the head (perhaps none), rows, the least height of a row in mm."""

    widths: tuple[int, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    height: int = 8


Block = Title | Heading | Paragraph | Table


@dataclass(frozen=True)
class Pack:
    """The papers of one meeting in one language."""

    title: str
    date: str
    """The date of the text it was made from, as in data; a pack has no other."""
    language: str
    blocks: tuple[Block, ...]


def pack(desk: Desk, meeting: Meeting) -> Pack:
    """Put the papers together."""
    blocks = (
        *_agenda(desk, meeting),
        *_attendance(desk, meeting),
        *_record(desk, meeting),
        *_words(desk, meeting),
    )
    title = desk.ui("pack_title", name=desk.of(meeting.name))
    return Pack(title, text_date(desk.rulebook), desk.language, blocks)


def _agenda(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    yield _title(desk, meeting, "pack_agenda")
    yield _heading(desk, 1, "pack_particulars")
    told = [
        (desk.tag("point", point).label, "", _said(desk, meeting, point))
        for point in ("convener", "chair", "members", "invitees", "leave")
    ]
    when = (desk.ui("pack_date"), "", _said(desk, meeting, "rhythm"))
    columns = (desk.ui("point"), desk.ui("pack_filled"), desk.ui("pack_rule"))
    yield Table((20, 30, 50), columns, (when, (desk.ui("pack_place"), "", ""), *told))
    yield _heading(desk, 2, "pack_business")
    yield Paragraph(desk.ui("pack_order"), quiet=True)
    rows = tuple(("□", str(number), item, "") for number, item in enumerate(_items(desk, meeting), 1))
    head = ("", desk.ui("pack_number"), desk.ui("pack_business"), desk.ui("pack_more_items"))
    yield Table((6, 10, 56, 28), head, rows)


def _items(desk: Desk, meeting: Meeting) -> Iterator[str]:
    """Yield the business of the meeting with where it stands; with whom is said on the meeting's page."""
    for fact in facts(desk, meeting, "agenda"):
        yield capital(plain.fact(replace(fact, parties=()), desk.ui))


def _attendance(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    yield _title(desk, meeting, "pack_attendance")
    yield _heading(desk, 1, "pack_quorum")
    (quorum,) = facts(desk, meeting, "quorum")
    part = share(meeting)
    yield Paragraph(_sentence(desk, quorum))
    if part is not None:
        for quote in quorum.quotes:
            yield Paragraph(f"“{quote.words}”" + desk.ui("in_brackets", text=quote.at.text))
            if quote.translation:
                yield Paragraph(quote.translation, quiet=True)
        for question in plain.questions(quorum):
            yield Paragraph(plain.open_question(question, desk.ui), quiet=True)
        labels = (desk.ui("pack_should"), desk.ui("pack_must"), desk.ui("pack_present"))
        yield Table((34, 33, 33), labels, (("", "", ""),), 10)
        for start in (1, 11):
            numbers = range(start, start + 10)
            yield Table(
                (20, *(8,) * 10),
                (desk.ui("quorum_row_should"), *map(str, numbers)),
                ((desk.ui("quorum_row_must"), *(str(must_attend(part, number)) for number in numbers)),),
            )
    yield _heading(desk, 2, "pack_signing")
    yield Paragraph(desk.ui("pack_rows"), quiet=True)
    named = [desk.name("roles", role) for role in _attending(desk, meeting)]
    rows = [*named, *("",) * BLANK_ROWS]
    head = tuple(desk.ui(f"pack_{key}") for key in ("number", "name", "signature", "remark"))
    yield Table(
        (10, 22, 28, 20, 20),
        (head[0], head[1], desk.ui("role"), *head[2:]),
        tuple((str(number), "", role, "", "") for number, role in enumerate(rows, 1)),
        9,
    )


def _attending(desk: Desk, meeting: Meeting) -> tuple[str, ...]:
    """Return the roles that the rules name as attending, then those that may be asked to."""
    members = effective.fact_roles(meeting.members, "members", desk.rulebook)
    invited = effective.home(meeting.invitees, desk.rulebook.duties)
    others = [role for party in (invited.counterparts if invited else ()) for role in party.roles]
    return tuple(dict.fromkeys((*members, *others)))


def _record(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    yield _title(desk, meeting, "pack_record")
    yield _heading(desk, 1, "pack_particulars")
    blanks = (desk.ui("pack_date"), desk.ui("pack_place"))
    points = [desk.tag("point", point).label for point in ("chair", "members", "invitees", "leave", "record")]
    yield Table((24, 76), (), tuple((label, "") for label in (*blanks, *points)))
    yield _heading(desk, 2, "pack_rules_on")
    for point in ("speaking", "decision", "vote", "record", "minutes", "follow_up"):
        for fact in facts(desk, meeting, point):
            yield Paragraph(f"{fact.point.label}{desk.ui('colon')}{_sentence(desk, fact)}")
    yield _heading(desk, 3, "pack_business")
    followed = not effective.is_unstated(meeting.follow_up)
    keys = ("pack_opinions", "pack_decision", *(("pack_follow_up",) if followed else ()))
    rows = tuple(
        (str(number), item, *("",) * len(keys)) for number, item in enumerate(_items(desk, meeting), 1)
    )
    head = (desk.ui("pack_number"), desk.ui("pack_business"), *map(desk.ui, keys))
    yield Table((10, 30, *((20, 20, 20) if followed else (30, 30))), head, rows, 24)


def _words(desk: Desk, meeting: Meeting) -> Iterator[Block]:
    yield _title(desk, meeting, "pack_words")
    cited = [
        citation.at
        for _, _, fact in effective.points(meeting)
        for citation in effective.citations(fact, desk.rulebook)
    ]
    for provision in provisions(desk, cited):
        for number, text in enumerate(provision.texts):
            label = f"{provision.link.text}{desk.ui('colon')}" if not number else ""
            yield Paragraph(label + text.text)
    yield Heading(desk.ui("pack_open"))
    for question in desk.questions("meetings", meeting.id):
        yield Paragraph(question.link.text, quiet=True)
    yield Heading(desk.ui("pack_about"))
    status = desk.rulebook.head.status
    yield Paragraph(f"{desk.ui('status_is')}{desk.ui('colon')}{desk.of(status.note)}", quiet=True)
    yield Paragraph(desk.ui("pack_made"), quiet=True)


def _title(desk: Desk, meeting: Meeting, key: str) -> Title:
    head = desk.rulebook.head
    under = desk.ui("pack_source", title=desk.of(head.title), number=desk.of(head.number))
    return Title(desk.ui(key, name=desk.of(meeting.name)), under)


def _heading(desk: Desk, number: int, key: str) -> Heading:
    """Return a numbered heading: 一、 in Chinese, 1. in English."""
    count = f"{_CHINESE_ORDER[number - 1]}、" if desk.language == "zh" else f"{number}. "
    return Heading(count + desk.ui(key))


def _said(desk: Desk, meeting: Meeting, point: str) -> str:
    return "\n".join(_sentence(desk, fact) for fact in facts(desk, meeting, point))


def _sentence(desk: Desk, fact: pieces.Fact) -> str:
    """Return what is stated, and what is asked where it is not."""
    asked = plain.open_question(fact.question, desk.ui) if fact.unstated else ""
    said = capital(plain.fact(fact, desk.ui))
    return said + (desk.ui("in_brackets", text=asked) if asked else "")

"""What recurs on a day that the words fix, as an RFC 5545 feed; nothing else has a date to give.

An entry is a whole day, since the words state no time; it says of itself how firm the day is. Holidays,
postponements and times are not known, so there are none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from icalendar import Calendar, Event, vRecur

from macros.derive import effective, links
from macros.derive.calendar import Fixed, fixed, text_date
from macros.exports.desks import desks
from macros.model import Fact, Handbook, Meeting
from macros.render import plain
from macros.render.desk import Desk


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield a feed for each rulebook that fixes a day for anything, in each language."""
    for desk in desks(handbook):
        events = list(_events(desk))
        if events:
            yield links.url(desk.rulebook.id, "feed", "", desk.language), _calendar(desk, events).to_ical()


def _calendar(desk: Desk, events: list[Event]) -> Calendar:
    title = desk.ui("feed_title", title=desk.of(desk.rulebook.head.short_title))
    out = Calendar()
    out.add("prodid", "-//rulebook-handbook//rulebook export ics//EN")
    out.add("version", "2.0")
    out.add("calscale", "GREGORIAN")
    out.add("method", "PUBLISH")
    out.add("name", title)
    out.add("x-wr-calname", title)
    out.add("description", _status(desk))
    for event in events:
        out.add_component(event)
    return out


def _events(desk: Desk) -> Iterator[Event]:
    for one in fixed(desk.rulebook):
        yield _event(desk, one)


def _event(desk: Desk, one: Fixed) -> Event:
    item, dated = one.item, datetime.date.fromisoformat(text_date(desk.rulebook))
    said = desk.fact("rhythm", item.rhythm)
    firm = "".join(desk.ui("in_brackets", text=tag.label) for tag in said.tags)
    out = Event()
    # The same in both languages: whoever takes both feeds has the meeting once.
    out.add("uid", f"{item.collection}-{item.id}@{desk.rulebook.id}")
    out.add("dtstamp", datetime.datetime.combine(dated, datetime.time(), datetime.timezone.utc))
    out.add("dtstart", one.first)
    out.add("rrule", vRecur.from_ical(one.rule))
    out.add("summary", desk.name(item.collection, item.id) + firm)
    out.add("description", "\n".join(_about(desk, one)))
    out.add("transp", "TRANSPARENT")
    if any(tag.value == "in-principle" for tag in said.tags):
        out.add("status", "TENTATIVE")
    return out


def _about(desk: Desk, one: Fixed) -> Iterator[str]:
    """Yield the lines that say on which words the entry rests and what it does not know."""
    thing = getattr(desk.rulebook, one.item.collection)[one.item.id]
    yield from _lines(desk, "rhythm", one.item.rhythm)
    if isinstance(thing, Meeting):
        yield from _lines(desk, "deferral", thing.deferral)
    yield desk.ui("feed_all_day")
    yield desk.ui("feed_from", date=one.first.isoformat(), text=text_date(desk.rulebook))
    yield _status(desk)


def _lines(desk: Desk, point: str, fact: Fact) -> Iterator[str]:
    said = desk.fact(point, fact)
    yield f"{said.point.label}{desk.ui('colon')}{plain.fact(said, desk.ui)}"
    for citation in effective.citations(fact, desk.rulebook):
        yield f"“{citation.quote}”"
    for tag in said.tags:
        yield f"{tag.label}{desk.ui('colon')}{tag.means}"
    for question in plain.questions(said):
        yield plain.open_question(question, desk.ui)


def _status(desk: Desk) -> str:
    status = desk.rulebook.head.status
    return f"{desk.ui('status_is')}{desk.ui('colon')}{desk.of(status.note)}"

"""The calendar feed, read as a calendar program reads it; facts typed from articles 9, 11 and 15."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from macros import exports
from macros.derive.calendar import first_day
from macros.load import load_handbook
from tests.garden import change, plant

FEED = "rulebooks/baojiantingfa-2004-13/calendar/calendar.ics"
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def feeds() -> dict[str, bytes]:
    return dict(exports.files("ics", load_handbook(DATA).handbook))


def events(feed: bytes) -> list[Component]:
    return Calendar.from_ical(feed).walk("VEVENT")


def test_only_the_meeting_of_which_the_words_fix_the_day_has_an_entry(feeds: dict[str, bytes]) -> None:
    assert sorted(feeds) == ["en/" + FEED, FEED]
    assert [str(event["summary"]) for event in events(feeds[FEED])] == ["主任办公会（原则上）"]
    (event,) = events(feeds["en/" + FEED])
    assert event["summary"] == "Director's executive meeting (in principle)"


def test_it_begins_on_the_first_monday_after_the_date_of_the_text(feeds: dict[str, bytes]) -> None:
    (event,) = events(feeds[FEED])
    start = event["dtstart"].dt
    assert start == datetime.date(2004, 2, 9) and not isinstance(start, datetime.datetime), "a whole day"
    assert start.strftime("%A") == "Monday"
    assert event["rrule"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO"


def test_no_day_is_taken_out_or_added_and_nobody_is_kept_busy(feeds: dict[str, bytes]) -> None:
    (event,) = events(feeds[FEED])
    assert not {"EXDATE", "RDATE", "DTEND", "DURATION", "LOCATION", "ORGANIZER", "ATTENDEE"} & set(event)
    assert event["transp"] == "TRANSPARENT"
    assert event["status"] == "TENTATIVE", "in principle"


def test_it_says_on_which_words_it_rests_and_what_is_open(feeds: dict[str, bytes]) -> None:
    said = str(events(feeds[FEED])[0]["description"])
    for words in (
        "“主任办公会原则上每周一召开一次”",
        "第十一条第一款",
        "“原则上”允许怎样的例外？",
        "“主任室可根据工作需要，决定推迟召开部务会、主任办公会”",
        "没有写明时刻",
        "2004-02-06",
        "未经核实",
    ):
        assert words in said
    assert "in principle, every Monday (Article 11(1))" in events(feeds["en/" + FEED])[0]["description"]


def test_it_is_the_same_meeting_in_both_languages_and_every_time(feeds: dict[str, bytes]) -> None:
    chinese, english = events(feeds[FEED])[0], events(feeds["en/" + FEED])[0]
    assert chinese["uid"] == english["uid"]
    assert chinese["dtstamp"].dt == datetime.datetime(2004, 2, 6, tzinfo=datetime.timezone.utc)
    assert dict(exports.files("ics", load_handbook(DATA).handbook)) == feeds


def test_lines_are_as_the_standard_has_them(feeds: dict[str, bytes]) -> None:
    for feed in feeds.values():
        lines = feed.split(b"\r\n")
        assert lines[0] == b"BEGIN:VCALENDAR" and lines[-1] == b""
        assert all(len(line) <= 75 and b"\n" not in line for line in lines)
        assert {b"VERSION:2.0", b"METHOD:PUBLISH"} <= set(lines)


def test_a_rulebook_that_fixes_no_day_has_no_feed(tmp_path: Path) -> None:
    data = plant(tmp_path)
    (event,) = events(dict(exports.files("ics", load_handbook(data).handbook))[_garden()])
    assert event["dtstart"].dt == datetime.date(2020, 3, 2), "the text is of a Sunday, 1 March 2020"
    change(data, "meetings/tea-meeting.yml", "  rrule: FREQ=WEEKLY;BYDAY=MO\n", "  every: week\n")
    assert dict(exports.files("ics", load_handbook(data).handbook)) == {}


def _garden() -> str:
    return "rulebooks/garden-club/calendar/calendar.ics"


@pytest.mark.parametrize(
    ("rule", "start", "first"),
    [
        ("FREQ=WEEKLY;BYDAY=MO", "2004-02-06", "2004-02-09"),
        ("FREQ=WEEKLY;BYDAY=MO", "2004-02-09", "2004-02-09"),
        ("FREQ=MONTHLY;BYMONTHDAY=5", "2004-02-06", "2004-03-05"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2004-02-06", None),
    ],
)
def test_the_first_day(rule: str, start: str, first: str | None) -> None:
    found = first_day(rule, datetime.date.fromisoformat(start))
    assert (found.isoformat() if found else None) == first

"""Calendars and contacts as people have them, made from a seed.

Theory
------
Each generator goes round a table of shapes (``EVENT_SHAPES`` and so on), so that
``n`` of at least the table's length has every shape, and fills the details from
its own ``random.Random(seed)``: the same call gives the same bytes, whatever
else ran before. UIDs depend on kind, seed and number only; another seed gives
other resources.

The bytes are as RFC 5545 §3.1 and RFC 6350 §3.2 want them: CRLF, folded at 75
octets, never inside a UTF-8 sequence. They keep clear of what some server of
the tests refuses (events without length on Cyrus, RDATE with periods on
Radicale); such things belong in tests of their own.
"""

from __future__ import annotations

import random
import uuid
from datetime import date, datetime, timedelta

from tests.servers.content_lines import (
    FAMILY,
    GIVEN,
    ORGS,
    PLACES,
    PRODID,
    SPACE,
    STAMP,
    Lines,
    Shape,
    escape,
    prose,
    to_bytes,
)
from tests.servers.sample_cards import CONTACT4_SHAPES, CONTACT_SHAPES
from tests.servers.timezones import NEW_YORK, ZURICH

_MONDAY = date(2026, 1, 5)
_TITLES = (
    "Team meeting", "Zahnarzt", "Déjeuner avec Zoé", "Élection du comité", "会議", "Встреча",
    "اجتماع", "Review: Q1 figures", "Anna & Bjørn", "🎂 Geburtstag", "Train to Genève",
)  # fmt: skip


def _uid(kind: str, seed: int, number: int) -> str:
    return str(uuid.uuid5(SPACE, f"{kind}/{seed}/{number}"))


def _start(rng: random.Random, number: int) -> datetime:
    day = _MONDAY + timedelta(days=number % 330)
    return datetime(day.year, day.month, day.day, rng.randrange(7, 20), rng.choice((0, 15, 30, 45)))


def _local(moment: datetime) -> str:
    return moment.strftime("%Y%m%dT%H%M%S")


def _head(rng: random.Random, uid: str, number: int) -> Lines:
    return [
        f"UID:{uid}",
        f"DTSTAMP:{STAMP}",
        f"CREATED:{STAMP}",
        f"LAST-MODIFIED:{STAMP}",
        f"SUMMARY:{escape(rng.choice(_TITLES))} {number}",
    ]


def _in_calendar(*components: Lines) -> Lines:
    inner = [line for component in components for line in component]
    return ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", *inner, "END:VCALENDAR"]


def _component(name: str, lines: Lines) -> Lines:
    return [f"BEGIN:{name}", *lines, f"END:{name}"]


# -- events (RFC 5545 §3.6.1) ----------------------------------------------------


def _timed_utc(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    lines = [
        *_head(rng, uid, number),
        f"DTSTART:{_local(start)}Z",
        f"DURATION:PT{rng.choice((15, 30, 60, 90))}M",
        f"LOCATION:{escape(rng.choice(PLACES))}",
        "TRANSP:OPAQUE",
    ]
    return _in_calendar(_component("VEVENT", lines))


def _all_day(rng: random.Random, uid: str, number: int) -> Lines:
    first = _start(rng, number).date()
    last = first + timedelta(days=rng.choice((1, 1, 2, 7)))
    lines = [
        *_head(rng, uid, number),
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last:%Y%m%d}",
        "TRANSP:TRANSPARENT",
        "CLASS:PRIVATE",
    ]
    return _in_calendar(_component("VEVENT", lines))


def _timed_zone(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    name, zone = rng.choice((("Europe/Zurich", ZURICH), ("America/New_York", NEW_YORK)))
    lines = [
        *_head(rng, uid, number),
        f"DTSTART;TZID={name}:{_local(start)}",
        f"DTEND;TZID={name}:{_local(start + timedelta(minutes=rng.choice((30, 50, 120))))}",
        "STATUS:CONFIRMED",
        "SEQUENCE:2",
        f"CATEGORIES:{escape(rng.choice(ORGS))},Work",
    ]
    return _in_calendar(zone, _component("VEVENT", lines))


def _weekly_override(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    moved, left_out = start + timedelta(weeks=2), start + timedelta(weeks=3)
    tz = ";TZID=Europe/Zurich"
    master = [
        *_head(rng, uid, number),
        f"DTSTART{tz}:{_local(start)}",
        f"DTEND{tz}:{_local(start + timedelta(hours=1))}",
        f"RRULE:FREQ=WEEKLY;COUNT={rng.randrange(6, 30)}",
        f"EXDATE{tz}:{_local(left_out)}",
    ]
    override = [
        *_head(rng, uid, number),
        f"RECURRENCE-ID{tz}:{_local(moved)}",
        f"DTSTART{tz}:{_local(moved + timedelta(hours=2))}",
        f"DTEND{tz}:{_local(moved + timedelta(hours=3))}",
        "SEQUENCE:1",
        f"LOCATION:{escape(rng.choice(PLACES))}",
    ]
    return _in_calendar(ZURICH, _component("VEVENT", master), _component("VEVENT", override))


def _alarms(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    display = ["ACTION:DISPLAY", f"TRIGGER:-PT{rng.choice((5, 10, 30))}M", "DESCRIPTION:Soon"]
    absolute = [
        "ACTION:AUDIO",
        f"TRIGGER;VALUE=DATE-TIME:{_local(start - timedelta(days=1))}Z",
        "REPEAT:2",
        "DURATION:PT5M",
    ]
    lines = [
        *_head(rng, uid, number),
        f"DTSTART:{_local(start)}Z",
        f"DTEND:{_local(start + timedelta(minutes=45))}Z",
        *_component("VALARM", display),
        *_component("VALARM", absolute),
    ]
    return _in_calendar(_component("VEVENT", lines))


def _attendees(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    people = [
        f'ATTENDEE;CN="{given}, {rng.choice(FAMILY)}";ROLE=REQ-PARTICIPANT;'
        f"PARTSTAT={status};RSVP=FALSE:mailto:guest{index}@elsewhere.test"
        for index, (given, status) in enumerate(
            zip(rng.sample(GIVEN, 3), ("ACCEPTED", "TENTATIVE", "DECLINED"), strict=True)
        )
    ]
    lines = [
        *_head(rng, uid, number),
        f"DTSTART:{_local(start)}Z",
        f"DTEND:{_local(start + timedelta(hours=1))}Z",
        "ORGANIZER;CN=Chair:mailto:chair@elsewhere.test",
        *people,
    ]
    return _in_calendar(_component("VEVENT", lines))


def _long_text(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    lines = [
        *_head(rng, uid, number),
        f"DTSTART:{_local(start)}Z",
        "DURATION:PT1H",
        f"DESCRIPTION:{prose(rng, rng.randrange(40, 120))}",
        "GEO:47.3769;8.5417",
        "URL:https://example.test/meeting/?id=12",
        "ATTACH;FMTTYPE=application/pdf:https://example.test/agenda.pdf",
        f"X-EXAMPLE-NOTE;X-LEVEL=3:{prose(rng, 5)}",
    ]
    return _in_calendar(_component("VEVENT", lines))


def _monthly(rng: random.Random, uid: str, number: int) -> Lines:
    start = _start(rng, number)
    tz = ";TZID=America/New_York"
    extra = start + timedelta(days=3, hours=1)
    lines = [
        *_head(rng, uid, number),
        f"DTSTART{tz}:{_local(start)}",
        f"DTEND{tz}:{_local(start + timedelta(minutes=30))}",
        f"RRULE:FREQ=MONTHLY;BYMONTHDAY={start.day};UNTIL=20281231T235959Z",
        f"RDATE{tz}:{_local(extra)}",
    ]
    return _in_calendar(NEW_YORK, _component("VEVENT", lines))


def _birthday(rng: random.Random, uid: str, number: int) -> Lines:
    day = date(rng.randrange(1950, 2010), rng.randrange(1, 13), rng.randrange(1, 29))
    lines = [
        *_head(rng, uid, number),
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
        "RRULE:FREQ=YEARLY",
    ]
    return _in_calendar(_component("VEVENT", lines))


EVENT_SHAPES: tuple[Shape, ...] = (
    _timed_utc, _all_day, _timed_zone, _weekly_override, _alarms,
    _attendees, _long_text, _monthly, _birthday,
)  # fmt: skip


# -- tasks (RFC 5545 §3.6.2) -------------------------------------------------------


def _open_task(rng: random.Random, uid: str, number: int) -> Lines:
    due = _start(rng, number)
    lines = [
        *_head(rng, uid, number),
        f"DUE:{_local(due)}Z",
        f"PRIORITY:{rng.randrange(1, 10)}",
        "STATUS:NEEDS-ACTION",
        f"DESCRIPTION:{prose(rng, 20)}",
    ]
    return _in_calendar(_component("VTODO", lines))


def _bare_task(rng: random.Random, uid: str, number: int) -> Lines:
    return _in_calendar(_component("VTODO", _head(rng, uid, number)))


def _done_task(rng: random.Random, uid: str, number: int) -> Lines:
    done = _start(rng, number)
    lines = [
        *_head(rng, uid, number),
        f"COMPLETED:{_local(done)}Z",
        "PERCENT-COMPLETE:100",
        "STATUS:COMPLETED",
    ]
    return _in_calendar(_component("VTODO", lines))


def _subtask(rng: random.Random, uid: str, number: int) -> Lines:
    due = _start(rng, number)
    parent = uuid.uuid5(SPACE, uid)
    alarm = ["ACTION:DISPLAY", "TRIGGER;RELATED=END:-PT1H", "DESCRIPTION:Due"]
    lines = [
        *_head(rng, uid, number),
        f"DTSTART;TZID=Europe/Zurich:{_local(due - timedelta(days=2))}",
        f"DUE;TZID=Europe/Zurich:{_local(due)}",
        f"RELATED-TO;RELTYPE=PARENT:{parent}",
        "STATUS:IN-PROCESS",
        f"PERCENT-COMPLETE:{rng.randrange(1, 99)}",
        *_component("VALARM", alarm),
    ]
    return _in_calendar(ZURICH, _component("VTODO", lines))


TASK_SHAPES: tuple[Shape, ...] = (_open_task, _bare_task, _done_task, _subtask)


# -- what tests call -----------------------------------------------------------------


def _series(kind: str, shapes: tuple[Shape, ...], n: int, seed: int) -> list[bytes]:
    rng = random.Random(f"{kind}/{seed}")
    return [
        to_bytes(shapes[number % len(shapes)](rng, _uid(kind, seed, number), number))
        for number in range(n)
    ]


def events(n: int, seed: int = 0) -> list[bytes]:
    """Calendar object resources with VEVENT; every shape in ``EVENT_SHAPES``."""
    return _series("event", EVENT_SHAPES, n, seed)


def tasks(n: int, seed: int = 0) -> list[bytes]:
    """Calendar object resources with VTODO."""
    return _series("task", TASK_SHAPES, n, seed)


def contacts(n: int, seed: int = 0) -> list[bytes]:
    """vCards 3.0, some with a picture."""
    return _series("contact", CONTACT_SHAPES, n, seed)


def contacts4(n: int, seed: int = 0) -> list[bytes]:
    """vCards 4.0 without pictures, which Radicale would damage."""
    return _series("contact4", CONTACT4_SHAPES, n, seed)

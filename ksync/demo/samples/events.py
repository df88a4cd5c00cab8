"""The events: recurring, all-day, over several days, in time zones, with alarms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ksync.demo.samples.writing import NEW_YORK, ZURICH, Maker, escaped, timed, whole_day

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

ANNA = "mailto:anna@keller.example"


def personal(maker: Maker) -> dict[str, bytes]:
    """Anna's own calendar."""
    return _named(
        maker,
        _meeting(
            maker, "dentist", "Dentist", maker.weekday(TUE), "14:00", "14:45",
            "LOCATION:Bahnhofstrasse 12\\, Zürich", *_alarm("-PT2H"),
        ),
        _meeting(
            maker, "dinner-with-chiara", "Dinner with Chiara", maker.weekday(THU), "19:30", "22:00",
            "LOCATION:Trattoria Da Luca",
        ),
        _meeting(
            maker, "yoga", "Yoga", maker.weekday(WED, -8), "18:30", "19:45",
            "RRULE:FREQ=WEEKLY;BYDAY=WE", timed("EXDATE", maker.weekday(WED, 2), "18:30"),
        ),
        _meeting(
            maker, "run", "Run along the lake", maker.weekday(SAT, -20), "08:30", "09:30",
            "RRULE:FREQ=WEEKLY;BYDAY=SA",
        ),
        _days(maker, "ticino", "Holiday in Ticino", maker.weekday(SAT, 4), 8, *_alarm("-P2D")),
        _birthday(maker, "birthday-marc", "Marc's birthday", maker.day(19), 1984),
        _meeting(
            maker, "concert", "Concert: Tonhalle", maker.weekday(FRI, 2), "19:30", "21:45",
            "LOCATION:Claridenstrasse 7\\, Zürich",
        ),
        _meeting(maker, "car-service", "Car to the garage", maker.weekday(MON), "07:45", "08:15"),
        _meeting(maker, "haircut", "Haircut", maker.weekday(SAT, 0), "10:00", "10:45"),
    )  # fmt: skip


def work(maker: Maker) -> dict[str, bytes]:
    """The office."""
    return _named(
        maker,
        _stand_up(maker),
        _meeting(
            maker, "team-meeting", "Team meeting", maker.weekday(TUE, -30), "10:00", "11:00",
            "RRULE:FREQ=WEEKLY;BYDAY=TU", "LOCATION:Room Säntis", *_alarm("-PT10M"),
        ),
        _meeting(
            maker, "one-to-one", "Sofia / Anna", maker.weekday(THU, -12), "13:30", "14:00",
            "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        ),
        _meeting(
            maker, "project-review", "Project review", maker.weekday(WED), "14:00", "15:30",
            f"ORGANIZER;CN=Anna Keller:{ANNA}",
            f"ATTENDEE;CN=Anna Keller;PARTSTAT=ACCEPTED:{ANNA}",
            "ATTENDEE;CN=Sofia Almeida;PARTSTAT=TENTATIVE:mailto:sofia@almeida.example",
        ),
        _meeting(
            maker, "new-york", "Call with New York", maker.weekday(THU), "09:00", "09:45",
            "DESCRIPTION:Dial-in: see the invitation.\\nBring the figures of the quarter.",
            *_alarm("-PT15M"), zone=NEW_YORK,
        ),
        _days(maker, "workshop", "Workshop in Bern", maker.weekday(MON, 2), 2),
        _days(
            maker, "home-office", "Home office", maker.weekday(FRI, -10), 1,
            "RRULE:FREQ=WEEKLY;BYDAY=FR", "TRANSP:TRANSPARENT",
        ),
        _meeting(
            maker, "interview", "Interview: designer", maker.weekday(MON), "15:00", "16:00",
            "STATUS:TENTATIVE",
        ),
        _meeting(maker, "release", "Release 4.2", maker.weekday(WED, 3), "11:00", "12:00"),
    )  # fmt: skip


def family(maker: Maker) -> dict[str, bytes]:
    """What Anna shares with Marc and the children."""
    return _named(
        maker,
        _birthday(maker, "birthday-lea", "Lea's birthday", maker.day(9), 2015),
        _birthday(maker, "birthday-tim", "Tim's birthday", maker.day(-40), 2018),
        _meeting(
            maker, "football", "Tim: football training", maker.weekday(WED, -15), "17:00", "18:15",
            "RRULE:FREQ=WEEKLY;BYDAY=WE", "LOCATION:Sportanlage Hardhof",
        ),
        _meeting(
            maker, "piano", "Lea: piano lesson", maker.weekday(MON, -15), "16:15", "17:00",
            "RRULE:FREQ=WEEKLY;BYDAY=MO", timed("EXDATE", maker.weekday(MON, 2), "16:15"),
        ),
        _meeting(
            maker, "parents-evening", "Parents' evening", maker.weekday(THU, 2), "19:00", "20:30",
            "LOCATION:School\\, room 3b", *_alarm("-P1D"),
        ),
        _meeting(
            maker, "brunch", "Brunch at the grandparents'", maker.weekday(SUN), "10:30", "13:00"
        ),
        _days(maker, "school-holidays", "School holidays", maker.weekday(MON, 4), 14),
    )  # fmt: skip


def picnic(maker: Maker) -> bytes:
    """A new event, which is not in the account yet."""
    return maker.calendar(
        _meeting(
            maker, "picnic", "Picnic by the lake", maker.weekday(SUN, 2), "11:30", "15:00"
        ).lines
    )


class _Event:
    """An event's lines, and the name of its resource."""

    __slots__ = ("lines", "name")

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines


def _named(maker: Maker, *events: _Event) -> dict[str, bytes]:
    return {f"{event.name}.ics": maker.calendar(event.lines) for event in events}


def _event(maker: Maker, name: str, title: str, lines: Iterable[str]) -> _Event:
    head = [
        "BEGIN:VEVENT",
        f"UID:{name}@keller.example",
        f"DTSTAMP:{maker.stamp}",
        f"SUMMARY:{escaped(title)}",
    ]
    return _Event(name, [*head, *lines, "END:VEVENT"])


def _meeting(
    maker: Maker,
    name: str,
    title: str,
    day: date,
    start: str,
    end: str,
    *more: str,
    zone: str = ZURICH,
) -> _Event:
    """From a time to a time of one day."""
    times = (timed("DTSTART", day, start, zone), timed("DTEND", day, end, zone))
    return _event(maker, name, title, [*times, *more])


def _days(maker: Maker, name: str, title: str, first: date, count: int, *more: str) -> _Event:
    """Whole days."""
    end = first + timedelta(days=count)
    times = (whole_day("DTSTART", first), whole_day("DTEND", end))
    return _event(maker, name, title, [*times, *more])


def _birthday(maker: Maker, name: str, title: str, day: date, year: int) -> _Event:
    """A whole day every year.

    :param day: one of its days; 29 February is kept off, it is no day of every year.
    """
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
    born = day.replace(year=year)
    more = ("RRULE:FREQ=YEARLY", "TRANSP:TRANSPARENT", *_alarm("PT9H"))
    return _days(maker, name, title, born, 1, *more)


def _stand_up(maker: Maker) -> _Event:
    """Every working day; on one Thursday an hour later (an override of that instance)."""
    series = _meeting(
        maker, "stand-up", "Stand-up", maker.weekday(MON, -26), "09:15", "09:30",
        "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", *_alarm("-PT5M"),
    )  # fmt: skip
    thursday = maker.weekday(THU)
    moved = _meeting(
        maker, "stand-up", "Stand-up (later: fire drill)", thursday, "10:15", "10:30",
        timed("RECURRENCE-ID", thursday, "09:15"),
    )  # fmt: skip
    return _Event(series.name, series.lines + moved.lines)


def _alarm(trigger: str) -> tuple[str, ...]:
    return (
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "DESCRIPTION:Reminder",
        f"TRIGGER:{trigger}",
        "END:VALARM",
    )

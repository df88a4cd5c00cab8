"""One event or task with everything that it says, as values of plain text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from ksync.reading.events import Occurrence
from ksync.reading.expansion import components, occurrence
from ksync.reading.files import Unreadable
from ksync.reading.text import clean, lines_of

_MOST_GUESTS = 200


@dataclass(frozen=True, slots=True)
class Guest:
    """Who was invited.

    :param answer: ``accepted``, ``declined``, ``tentative``, ``needs-action`` or another.
    """

    name: str
    mail: str
    answer: str
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """How it recurs, as far as words are made of it.

    :param days: ``MO`` … ``SU``.
    """

    frequency: str
    interval: int
    days: tuple[str, ...]
    until: date | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Details:
    """Everything that is shown of an event or a task.

    :param zone: the TZID of its start, where it has one.
    :param reminders: how long before its start; negative ones come after it.
    """

    description: str = ""
    url: str = ""
    zone: str = ""
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    categories: tuple[str, ...] = ()
    rule: Rule | None = None
    reminders: tuple[timedelta, ...] = ()
    private: bool = False
    attachments: int = 0


def of_event(body: bytes, wanted: Occurrence) -> Details:
    """The details of an occurrence; empty ones if the file has it no more.

    :raises Unreadable: it cannot be read.
    """
    events = _parsed(body, "VEVENT")
    masters = [each for each in events if "RRULE" in each or "RDATE" in each]
    found: Iterable[Any] = events
    if wanted.recurring:
        found = components(body, wanted.start, wanted.end)
    for component in found:
        each = occurrence(component)
        if (each.start, each.title) == (wanted.start, wanted.title):
            return _details(component, masters[0] if masters else component)
    return Details()


def of_task(body: bytes, number: int) -> Details:
    """The details of a file's task; empty ones if it is gone.

    :raises Unreadable: it cannot be read.
    """
    tasks = _parsed(body, "VTODO")
    return _details(tasks[number], tasks[number]) if number < len(tasks) else Details()


def _parsed(body: bytes, name: str) -> list[Any]:
    from icalendar import Calendar  # noqa: PLC0415  dear to import

    try:
        return list(Calendar.from_ical(body.decode("utf-8-sig", "replace")).walk(name))
    except Exception as error:
        # a library that reads what anybody may have written; whatever it raises
        raise Unreadable from error


def _details(component: Any, master: Any) -> Details:
    try:
        start = component.get("DTSTART")
        organizer = component.get("ORGANIZER")
        return Details(
            description=lines_of_plain(component.get("DESCRIPTION", "")),
            url=clean(str(component.get("URL", ""))),
            zone=clean(str(start.params.get("TZID", ""))) if start is not None else "",
            organizer=_guest(organizer) if organizer is not None else None,
            guests=tuple(map(_guest, _several(component.get("ATTENDEE"))[:_MOST_GUESTS])),
            categories=_categories(component),
            rule=_rule(master.get("RRULE")),
            reminders=_reminders(component),
            private=str(component.get("CLASS", "PUBLIC")).upper() != "PUBLIC",
            attachments=len(_several(component.get("ATTACH"))),
        )
    except Exception as error:
        raise Unreadable from error


def lines_of_plain(text: object) -> str:
    """Text that has no escapes any more, with its line breaks."""
    return lines_of(str(text).replace("\\", "\\\\"))


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _guest(address: Any) -> Guest:
    params = address.params
    mail = clean(str(address))
    if mail.lower().startswith("mailto:"):
        mail = mail[7:]
    return Guest(
        name=clean(str(params.get("CN", ""))) or mail,
        mail=mail,
        answer=clean(str(params.get("PARTSTAT", "NEEDS-ACTION"))).lower(),
        optional=str(params.get("ROLE", "")).upper() == "OPT-PARTICIPANT",
    )


def _categories(component: Any) -> tuple[str, ...]:
    found: list[str] = []
    for each in _several(component.get("CATEGORIES")):
        found += [clean(str(name)) for name in getattr(each, "cats", [each])]
    return tuple(name for name in found if name)


def _rule(rule: Any) -> Rule | None:
    rule = _several(rule)[0] if rule else None
    if rule is None:
        return None
    until = (rule.get("UNTIL") or [None])[0]
    count = (rule.get("COUNT") or [None])[0]
    return Rule(
        frequency=str((rule.get("FREQ") or [""])[0]).lower(),
        interval=int((rule.get("INTERVAL") or [1])[0]),
        days=tuple(str(day)[-2:].upper() for day in rule.get("BYDAY") or ()),
        until=until.date() if isinstance(until, datetime) else until,
        count=int(count) if count is not None else None,
    )


def _reminders(component: Any) -> tuple[timedelta, ...]:
    found = []
    for alarm in component.walk("VALARM"):
        trigger = alarm.get("TRIGGER")
        value = getattr(trigger, "dt", None)
        related = str(trigger.params.get("RELATED", "START")) if trigger is not None else ""
        if isinstance(value, timedelta) and related.upper() == "START":
            found.append(-value)
    return tuple(sorted(set(found)))


__all__ = ["Details", "Guest", "Rule", "Unreadable", "of_event", "of_task"]

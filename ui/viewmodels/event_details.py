"""Everything that an event or a task says, as a title and rows of plain text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ksync.reading.details import Details, Guest, Rule
from ksync.reading.diary import Found, FoundTask
from ksync.reading.events import Occurrence, Task
from ksync.service.viewing import Item, Source
from ui.viewmodels.calendar import Speech, last_day
from ui.words import mark, plural, tr


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown beside the calendar.

    :param when: the line below the title.
    :param notes: short words: cancelled, private …
    :param rows: (name, text); the text may have several lines.
    :param source: the calendar's name, :param path: the file.
    """

    title: str
    when: str
    notes: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    source: str
    colour: str
    path: str


_ANSWERS = {
    "accepted": mark("accepted"),
    "declined": mark("declined"),
    "tentative": mark("perhaps"),
    "delegated": mark("delegated"),
    "needs-action": mark("no answer yet"),
}


def event_sheet(
    found: Found, item: Item, source: Source | None, colour: str, speech: Speech
) -> Sheet:
    """An event."""
    what, details = found.what, item.details
    notes = []
    if what.status == "cancelled":
        notes.append(tr("cancelled"))
    if what.status == "tentative":
        notes.append(tr("not confirmed"))
    if details.private:
        notes.append(tr("private"))
    rows = [(tr("Place"), what.place), *_rows(details, speech)]
    return Sheet(
        title=what.title or tr("(no title)"),
        when=when(what, speech),
        notes=tuple(notes),
        rows=tuple(row for row in rows if row[1]),
        source=source.title if source else found.place.collection,
        colour=colour,
        path=item.path,
    )


def task_sheet(
    found: FoundTask, item: Item, source: Source | None, colour: str, speech: Speech
) -> Sheet:
    """A task."""
    task, details = found.what, item.details
    notes = [tr("done")] if task.done else []
    if 1 <= task.priority <= 4:
        notes.append(tr("important"))
    percent = tr("{percent} % done", percent=task.percent) if task.percent else ""
    rows = [(tr("Progress"), percent), *_rows(details, speech)]
    return Sheet(
        title=task.title or tr("(no title)"),
        when=_due(task, speech),
        notes=tuple(notes),
        rows=tuple(row for row in rows if row[1]),
        source=source.title if source else found.place.collection,
        colour=colour,
        path=item.path,
    )


def when(what: Occurrence, speech: Speech) -> str:
    """When it is, in one line."""
    first, last = what.start.date(), last_day(what)
    day = speech.day(first, long=True)
    if what.all_day:
        return day if first == last else f"{day} – {speech.day(last, long=True)}"
    begin, end = speech.clock(what.start), speech.clock(what.end)
    if what.start == what.end:
        return f"{day}, {begin}"
    if first == last:
        return f"{day}, {begin} – {end}"
    return f"{day}, {begin} – {speech.day(what.end.date(), long=True)}, {end}"


def _due(task: Task, speech: Speech) -> str:
    if task.due is None:
        return tr("no due date")
    day = speech.day(task.due.date(), long=True)
    when = day if task.due_all_day else f"{day}, {speech.clock(task.due)}"
    return tr("due {when}", when=when)


def _rows(details: Details, speech: Speech) -> list[tuple[str, str]]:
    attached = plural("{count} attachment(s), not downloaded", details.attachments)
    return [
        (tr("Repeats"), _rule(details.rule, speech) if details.rule else ""),
        (tr("Time zone"), details.zone),
        (tr("Organised by"), _who(details.organizer) if details.organizer else ""),
        (tr("Guests"), "\n".join(map(_guest, details.guests))),
        (tr("Categories"), ", ".join(details.categories)),
        (tr("Reminders"), "\n".join(map(_reminder, details.reminders))),
        (tr("Address"), details.url),
        (tr("Attachments"), attached if details.attachments else ""),
        (tr("Description"), details.description),
    ]


def _who(guest: Guest) -> str:
    return guest.name if guest.name == guest.mail else f"{guest.name} <{guest.mail}>"


def _guest(guest: Guest) -> str:
    answer = tr(_ANSWERS[guest.answer]) if guest.answer in _ANSWERS else guest.answer
    if guest.optional:
        return tr("{name}, optional: {answer}", name=guest.name, answer=answer)
    return tr("{name}: {answer}", name=guest.name, answer=answer)


def _rule(rule: Rule, speech: Speech) -> str:
    text = _often(rule)
    if rule.until is not None:
        return tr("{often}, until {day}", often=text, day=speech.day(rule.until))
    if rule.count is not None:
        return plural("{often}, {count} time(s)", rule.count, often=text)
    return text


def _often(rule: Rule) -> str:
    match rule.frequency:
        case "daily":
            return plural("every {count} day(s)", rule.interval)
        case "weekly":
            return plural("every {count} week(s)", rule.interval)
        case "monthly":
            return plural("every {count} month(s)", rule.interval)
        case "yearly":
            return plural("every {count} year(s)", rule.interval)
    return tr("by a rule of its own")


def _reminder(before: timedelta) -> str:
    seconds = before.total_seconds()
    if seconds <= 0:
        return tr("at the beginning") if seconds == 0 else tr("after the beginning")
    if seconds % 86_400 == 0:
        return plural("{count} day(s) before", int(seconds // 86_400))
    if seconds % 3600 == 0:
        return plural("{count} hour(s) before", int(seconds // 3600))
    return plural("{count} minute(s) before", max(1, int(seconds // 60)))

"""What waits for a decision: conflicts, property by property, and holds.

A conflict has three columns: what both sides last agreed on, this computer, the server.
Content lines are put into words where that helps a person (times, names); what is not
known is shown as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ksync.reporting.decisions import HOLDS
from ksync.service.conflicts import ConflictTexts, ConflictView, PropertyView
from ksync.service.decisions import HeldItem, HoldView
from ui.words import mark, plural, tr

_KINDS = {
    "edit/edit": mark("changed on both sides"),
    "edit/delete": mark("changed here, deleted on the server"),
    "delete/edit": mark("deleted here, changed on the server"),
    "create/create": mark("new on both sides, and different"),
}
_KEEPS: Mapping[str, tuple[str, str, str]] = {
    "local": (
        "computer", mark("Keep this computer's"), mark("The server gets this computer's version."),
    ),
    "server": (
        "server", mark("Keep the server's"), mark("This computer gets the server's version."),
    ),
    "both": ("both", mark("Keep both"), mark("The other one stays as a copy of its own.")),
    "merged": (
        "conflicts", mark("Merge"),
        mark("Everything else of both sides is kept; in what is in dispute the server's goes."),
    ),
}  # fmt: skip
_NAMES = {
    "SUMMARY": mark("Title"),
    "DTSTART": mark("Begins"),
    "DTEND": mark("Ends"),
    "TIME": mark("Time"),
    "DUE": mark("Due"),
    "DURATION": mark("Length"),
    "LOCATION": mark("Place"),
    "DESCRIPTION": mark("Description"),
    "STATUS": mark("Status"),
    "RRULE": mark("Repeats"),
    "EXDATE": mark("Left out"),
    "ATTENDEE": mark("Guests"),
    "ORGANIZER": mark("Organiser"),
    "CATEGORIES": mark("Categories"),
    "PRIORITY": mark("Priority"),
    "PERCENT-COMPLETE": mark("Done in per cent"),
    "COMPLETED": mark("Completed"),
    "TRANSP": mark("Shown as busy"),
    "URL": mark("Address on the web"),
    "VALARM": mark("Reminder"),
    "VEVENT": mark("The whole event"),
    "VTODO": mark("The whole task"),
    "FN": mark("Name"),
    "N": mark("Parts of the name"),
    "TEL": mark("Phone"),
    "EMAIL": mark("E-mail"),
    "ADR": mark("Postal address"),
    "ORG": mark("Organisation"),
    "TITLE": mark("Position"),
    "BDAY": mark("Birthday"),
    "NOTE": mark("Note"),
    "NICKNAME": mark("Nickname"),
    "PHOTO": mark("Photo"),
}
_STATUS = {
    "TENTATIVE": mark("tentative"),
    "CONFIRMED": mark("confirmed"),
    "CANCELLED": mark("cancelled"),
    "NEEDS-ACTION": mark("to be done"),
    "IN-PROCESS": mark("being done"),
    "COMPLETED": mark("done"),
}
_TIMES = frozenset({"DTSTART", "DTEND", "DUE", "COMPLETED", "EXDATE", "BDAY", "RECURRENCE-ID"})
_STAMP = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?")
_LONGEST = 400

Moment = datetime | date


@dataclass(frozen=True, slots=True)
class Cell:
    """One version of a property.

    :param lines: text, or a moment that the locale writes; none: it is not there.
    :param differs: from what both sides had before.
    """

    lines: tuple[str | Moment, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Dispute:
    """A property in three columns.

    :param key: what a pick is told by.
    :param pickable: both sides have it, so either can be taken.
    """

    key: str
    title: str
    base: Cell
    local: Cell
    server: Cell
    pickable: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to decide.

    :param keep: ``local``, ``server``, ``both`` or ``merged``.
    :param does: what it does, in a sentence.
    """

    keep: str
    icon: str
    text: str
    does: str


@dataclass(frozen=True, slots=True)
class ConflictShown:
    """A conflict with its columns."""

    id: str
    title: str
    line: str
    collection: str
    disputes: tuple[Dispute, ...]
    choices: tuple[Choice, ...]
    pickable: bool


@dataclass(frozen=True, slots=True)
class HoldShown:
    """A hold: what was seen, and what each answer does."""

    id: str
    collection: str
    seen: str
    approve: str
    reject: str
    items: tuple[str, ...]
    dangerous: bool


def title_of(view: ConflictView) -> str:
    """What it is called."""
    return view.title or view.file or view.href


def line_of(view: ConflictView) -> str:
    """What happened to it."""
    line = tr(_KINDS[view.kind])
    if not view.properties:
        return line
    names = ", ".join(name_of(each) for each in view.properties)
    return tr("{what}: {properties}", what=line, properties=names)


def name_of(name: str) -> str:
    """A property in words; an unknown one as it is."""
    return tr(_NAMES[name]) if name in _NAMES else name


def choices(views: Iterable[ConflictView]) -> tuple[Choice, ...]:
    """The ways to decide these, all of them alike."""
    kinds = {view.kind for view in views}
    keeps = ["local", "server"]
    if not kinds & {"edit/delete", "delete/edit"}:
        keeps += ["both", "merged"]
    return tuple(
        Choice(keep, _KEEPS[keep][0], tr(_KEEPS[keep][1]), tr(_KEEPS[keep][2])) for keep in keeps
    )


def conflict(
    view: ConflictView, properties: Sequence[PropertyView], texts: ConflictTexts
) -> ConflictShown:
    """One with its columns; where the texts cannot be merged, the texts are the columns."""
    disputes = tuple(_dispute(each) for each in properties)
    if not disputes:
        disputes = (
            Dispute(
                "",
                tr("Everything"),
                Cell(_whole(texts.base), differs=False),
                Cell(_whole(texts.local), differs=texts.local != texts.base),
                Cell(_whole(texts.server), differs=texts.server != texts.base),
            ),
        )
    pickable = any(dispute.pickable for dispute in disputes)
    return ConflictShown(
        id=view.id,
        title=title_of(view),
        line=line_of(view),
        collection=view.collection,
        disputes=disputes,
        choices=_with_picks(choices([view])) if pickable else choices([view]),
        pickable=pickable,
    )


def _with_picks(found: Sequence[Choice]) -> tuple[Choice, ...]:
    does = tr("Everything else of both sides is kept; what is in dispute goes as chosen above.")
    return tuple(replace(each, does=does) if each.keep == "merged" else each for each in found)


def _dispute(found: PropertyView) -> Dispute:
    title = name_of(found.name)
    _, _, single = found.component.partition(" ")
    if single:
        title = tr("{property} of {occurrence}", property=title, occurrence=_plain_moment(single))
    return Dispute(
        key=found.key,
        title=title,
        base=Cell(_lines(found.base), differs=False),
        local=Cell(_lines(found.local), differs=found.local != found.base),
        server=Cell(_lines(found.server), differs=found.server != found.base),
        pickable=bool(found.local and found.server),
    )


def _lines(text: str) -> tuple[str | Moment, ...]:
    return tuple(_line(each) for each in text.splitlines())


def _line(text: str) -> str | Moment:
    """A content line as a person reads it: its value; unknown ones with their names."""
    head, colon, value = text.partition(":")
    if not colon:
        return text
    name = head.partition(";")[0].upper()
    if name in _TIMES:
        return moment_of(value) or value
    if name == "PHOTO":
        return tr("a picture of {count} characters", count=len(value))
    if name == "STATUS" and value in _STATUS:
        return tr(_STATUS[value])
    shown = unescaped(value)
    if name in ("N", "ADR", "ORG"):
        shown = ", ".join(part for part in re.split(r"(?<!\\);", value) if part)
        shown = unescaped(shown)
    return shown[:_LONGEST]


def moment_of(value: str) -> Moment | None:
    """A date or a local time of a content line; ``None``: it is something else."""
    found = _STAMP.fullmatch(value)
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        if found[4] is None:
            return date(year, month, day)
        return datetime(year, month, day, int(found[4]), int(found[5]))
    except ValueError:
        return None


def _plain_moment(value: str) -> str:
    found = moment_of(value)
    return found.isoformat(" ") if isinstance(found, datetime) else str(found or value)


def unescaped(value: str) -> str:
    r"""TEXT without its escapes (RFC 5545 section 3.3.11, RFC 6350 section 3.4)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _whole(text: str | None) -> tuple[str | Moment, ...]:
    if text is None:
        return ()
    return tuple(line for line in text.splitlines() if not line.startswith(("PHOTO", " ")))[:60]


def hold(view: HoldView, items: Sequence[HeldItem]) -> HoldShown:
    """A hold with what it is about."""
    words = HOLDS[view.kind]
    count = plural("{count} item(s)", view.size) if view.size else tr("Items")
    return HoldShown(
        id=view.id,
        collection=view.collection,
        seen=tr(words.seen, count=count),
        approve=_sentence(tr(words.approve)),
        reject=_sentence(tr(words.reject)),
        items=tuple(item.title or item.file or item.href for item in items),
        dangerous=view.kind.startswith("mass"),
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def hold_line(view: HoldView) -> str:
    """What it is, in the list."""
    return tr(HOLDS[view.kind].seen, count=plural("{count} item(s)", view.size))

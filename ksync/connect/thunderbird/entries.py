"""Which preferences make a collection appear in Thunderbird, and how they follow it.

A calendar is a branch ``calendar.registry.UUID.``: ``type`` and ``uri`` make it one
(CalCalendarManager). An address book is a branch ``ldap_2.servers.NAME.`` with ``dirType``
102, a ``filename`` of its own and ``carddav.url`` (AddrBookManager, CardDAVDirectory).
Thunderbird adds its own to the branch; all of a branch of ours goes with it.

Pure: nothing but the preferences is looked at or changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ksync.connect.memory import Entry
from ksync.connect.offer import Offer, Offered
from ksync.connect.thunderbird.prefs import Prefs, Value
from sync_engine.core.collection import Kind

CARDDAV = 102
MINUTES = 5
"""How often Thunderbird looks: the gateway is on this computer, and a look costs little."""

_ORDER = "calendar.list.sortOrder"
_FOLLOWS = {
    Kind.CALENDAR: {"name": "name", "color": "color", "read_only": "readOnly"},
    Kind.ADDRESSBOOK: {"name": "description", "read_only": "readOnly"},
}
"""What of an entry is which preference of its branch."""


@dataclass(frozen=True, slots=True)
class Moved:
    """An entry whose address is another one now; paths as the caches have them."""

    entry: Entry
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What connecting comes to; the preferences are as they shall be.

    :param entries: what is there afterwards.
    :param removed: what was there before, and is not any more.
    :param moved: what has another address now.
    """

    entries: tuple[Entry, ...]
    added: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    moved: tuple[Moved, ...] = ()


def entry_of(offered: Offered) -> Entry:
    """The entry that a collection gets."""
    calendar = offered.kind is Kind.CALENDAR
    short = offered.uuid.hex[:12]
    return Entry(
        key=offered.key,
        id=offered.id,
        kind=offered.kind,
        place=f"calendar.registry.{offered.uuid}" if calendar else f"ldap_2.servers.ksync_{short}",
        name=offered.shown_name,
        color=offered.color,
        read_only=offered.read_only,
        file="" if calendar else f"abook-ksync-{short}.sqlite",
    )


def connect(prefs: Prefs, offer: Offer, known: Iterable[Entry]) -> Plan:
    """Have what is offered appear, and of what was known before nothing else."""
    before = {entry.key: entry for entry in known}
    entries, added, changed, moved = [], [], [], []
    for offered in offer.collections:
        entry = entry_of(offered)
        old = before.pop(offered.key, None)
        entries.append(entry)
        address = prefs.text(f"{entry.place}.{_address(entry)}")
        if not address:
            prefs.remove_branch(f"{entry.place}.")
            for name, value in _written(entry, offered):
                prefs.set(f"{entry.place}.{name}", value)
            added.append(entry)
            continue
        followed = _follow(prefs, entry, old)
        if prefs.set(f"{entry.place}.{_address(entry)}", offered.url):
            moved.append(Moved(entry, _path(address), offered.path))
        if followed or (moved and moved[-1].entry is entry):
            changed.append(entry)
    kept = [entry for entry in before.values() if offer.may_be_there(entry.key)]
    removed = tuple(entry for entry in before.values() if entry not in kept)
    disconnect(prefs, removed)
    return Plan((*entries, *kept), tuple(added), tuple(changed), removed, tuple(moved))


def disconnect(prefs: Prefs, known: Iterable[Entry]) -> None:
    """Take them out, and what names them elsewhere."""
    for entry in known:
        prefs.remove_branch(f"{entry.place}.")
        if entry.file:
            # an address book may be where new addresses are collected, for instance
            for name in tuple(prefs.holding(f"jscarddav://{entry.file}")):
                prefs.remove(name)
        else:
            _leave_the_order(prefs, calendar_id(entry))


def calendar_id(entry: Entry) -> str:
    """By what Thunderbird knows a calendar, in its caches as well."""
    return entry.place.rpartition(".")[2]


def unsent_cards(prefs: Prefs, entry: Entry) -> int:
    """How many cards Thunderbird has still to send or to delete."""
    waiting = ("carddav.uidsToSync", "carddav.hrefsToRemove")
    return sum(len(prefs.text(f"{entry.place}.{name}").split()) for name in waiting)


def _written(entry: Entry, offered: Offered) -> Iterable[tuple[str, Value]]:
    if entry.kind is Kind.ADDRESSBOOK:
        yield "description", entry.name
        yield "dirType", CARDDAV
        yield "filename", entry.file
        yield "uid", str(offered.uuid)
        yield "carddav.url", offered.url
        yield "carddav.syncinterval", MINUTES
    else:
        yield "type", "caldav"
        yield "uri", offered.url
        yield "name", entry.name
        yield "cache.enabled", True
        yield "calendar-main-in-composite", True
        yield "refreshInterval", MINUTES
        if entry.color:
            yield "color", entry.color
    if entry.read_only:
        yield "readOnly", True


def _follow(prefs: Prefs, entry: Entry, old: Entry | None) -> bool:
    """Take over what changed, unless a person changed it in Thunderbird; whether any did."""
    if old is None:
        return False
    followed = False
    for field, name in _FOLLOWS[entry.kind].items():
        now, then = getattr(entry, field), getattr(old, field)
        pref = f"{entry.place}.{name}"
        # what is off or empty was not written
        if now == then or (prefs.get(pref) or type(then)()) != then:
            continue
        followed |= prefs.set(pref, now) if now else prefs.remove(pref)
    return followed


def _leave_the_order(prefs: Prefs, calendar: str) -> None:
    order = prefs.text(_ORDER).split(" ")
    if calendar in order:
        prefs.set(_ORDER, " ".join(one for one in order if one != calendar))


def _address(entry: Entry) -> str:
    return "uri" if entry.kind is Kind.CALENDAR else "carddav.url"


def _path(url: str) -> str:
    return "/" + url.partition("://")[2].partition("/")[2]

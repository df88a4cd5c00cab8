"""Connects a profile of Thunderbird, and disconnects it.

Order: what will be there is remembered, then the preferences are written in one step, then
the caches follow. Whatever interrupts it, the same command again brings it to its end.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ksync.connect.errors import SettingsUnusable, Unsent
from ksync.connect.memory import App, Connection, Entry, Memory
from ksync.connect.offer import Offer
from ksync.connect.thunderbird import caches, entries
from ksync.connect.thunderbird.entries import Plan
from ksync.connect.thunderbird.prefs import Prefs
from ksync.connect.thunderbird.profiles import Profile
from ksync.connect.thunderbird.running import kept_closed
from sync_engine.core.collection import Kind

_NEW_FILE = 0o600


def connect(memory: Memory, profile: Profile, offer: Offer, *, force: bool) -> Plan:
    """Have what is offered appear in the profile.

    :param force: also if edits that were not sent are lost by it.
    :raises ProgramRuns, Unsent: nothing was changed.
    :raises SettingsUnusable: the profile cannot be read or written.
    """
    with _usable(profile), kept_closed(profile.folder):
        old = memory.of(App.THUNDERBIRD, str(profile.folder))
        known = old.entries if old else ()
        before = _read(profile.prefs)
        prefs = Prefs(before)
        plan = entries.connect(prefs, offer, known)
        if not force:
            _refuse_unsent(profile, Prefs(before), plan.removed)
        # what is to go is remembered until it is gone
        memory.keep(_connection(profile, (*plan.entries, *plan.removed)))
        _write(memory, profile, before, bytes(prefs))
        for moved in plan.moved:
            _move(profile.folder, moved)
        _forget(profile.folder, plan.removed)
        memory.keep(_connection(profile, plan.entries))
    return plan


def outdated(connection: Connection, offer: Offer) -> bool:
    """Whether ``connect`` would change something; the profile may be in use.

    :raises SettingsUnusable: the profile cannot be read.
    """
    profile = Profile(Path(connection.place), connection.label, chosen=False)
    with _usable(profile):
        plan = entries.connect(Prefs(_read(profile.prefs)), offer, connection.entries)
    return bool(plan.added or plan.changed or plan.removed)


def disconnect(
    memory: Memory,
    connection: Connection,
    *,
    force: bool,
    gone: tuple[Entry, ...] | None = None,
) -> tuple[Entry, ...]:
    """Take out of a profile what was written there, and the caches of it.

    :param gone: only these of its entries.
    :returns: what was taken out. Raises as ``connect`` does.
    """
    profile = Profile(Path(connection.place), connection.label, chosen=False)
    gone = connection.entries if gone is None else gone
    kept = tuple(entry for entry in connection.entries if entry not in gone)
    if not profile.folder.is_dir():
        memory.keep(_connection(profile, kept))
        return gone
    with _usable(profile), kept_closed(profile.folder):
        before = _read(profile.prefs)
        prefs = Prefs(before)
        if not force:
            _refuse_unsent(profile, prefs, gone)
        entries.disconnect(prefs, gone)
        _write(memory, profile, before, bytes(prefs))
        _forget(profile.folder, gone)
        memory.keep(_connection(profile, kept))
    return gone


def _connection(profile: Profile, found: tuple[Entry, ...]) -> Connection:
    return Connection(
        app=App.THUNDERBIRD, place=str(profile.folder), label=profile.name, entries=found
    )


def _refuse_unsent(profile: Profile, prefs: Prefs, found: Iterable[Entry]) -> None:
    for entry in found:
        if entry.kind is Kind.CALENDAR:
            waiting = caches.unsent_items(profile.folder, entries.calendar_id(entry))
        else:
            waiting = entries.unsent_cards(prefs, entry)
        if waiting:
            raise Unsent(f"{waiting} in “{entry.name}”", collection=entry.id)


def _forget(folder: Path, found: Iterable[Entry]) -> None:
    for entry in found:
        if entry.file:
            caches.forget_file(folder, entry.file)
        else:
            caches.forget_calendar(folder, entries.calendar_id(entry))


def _move(folder: Path, moved: entries.Moved) -> None:
    if moved.entry.file:
        caches.move_file(folder, moved.entry.file, moved.before, moved.after)
    else:
        calendar = entries.calendar_id(moved.entry)
        caches.move_calendar(folder, calendar, moved.before, moved.after)


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _write(memory: Memory, profile: Profile, before: bytes, after: bytes) -> None:
    """Replace the preferences in one step; what was there is kept."""
    if after == before:
        return
    file = profile.prefs.resolve()
    mode = file.stat().st_mode & 0o777 if file.exists() else _NEW_FILE
    if file.exists():
        memory.backup(App.THUNDERBIRD, profile.folder.name, file)
    draft = file.with_name(f".{file.name}.ksync.tmp")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with open(handle, "wb") as stream:  # noqa: PTH123  a descriptor, for its mode
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(mode)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def _usable(profile: Profile) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise SettingsUnusable(str(error), resource=str(profile.folder)) from error

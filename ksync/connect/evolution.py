"""GNOME's programs: sources of evolution-data-server that lead to the gateway.

What Evolution, GNOME Calendar and Contacts show are *sources*, key files that the source
registry keeps (``~/.config/evolution/sources/UID.source``). They are made, changed and
removed over D-Bus alone, so that programs that run take notice at once:
``SourceManager.CreateSources`` takes UIDs with their key files, each source is an object
with its UID and text, ``Source.Writable.Write`` replaces the text, ``Source.Removable
.Remove`` removes it (libedataserver, ``e-source.c`` and ``e-source-registry.c``).

A source shows events, tasks or memos, never two of them: a calendar that holds several
becomes several sources.

Once a source is gone, the registry moves its cache to a trash from which it is deleted
weeks later; ``forget`` deletes both.
"""

from __future__ import annotations

import configparser
import io
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ksync.connect.errors import Unsent
from ksync.connect.memory import App, Connection, Entry, Memory
from ksync.connect.offer import Offer, Offered
from ksync.connect.sources import Source, Sources
from sync_engine.core.collection import Kind

MINUTES = 5
_SHOWN = {
    "VEVENT": ("Calendar", "", "calendar"),
    "VTODO": ("Task List", "-tasks", "tasks"),
    "VJOURNAL": ("Memo List", "-memos", "memos"),
}
"""Component -> the source's group, the ending of its UID, the folder of its cache."""
_CARDS = ("Address Book", "", "addressbook")
_GROUPS = {group: folder for group, _, folder in (*_SHOWN.values(), _CARDS)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What connecting came to."""

    entries: tuple[Entry, ...]
    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    removed: tuple[Entry, ...]


def connect(memory: Memory, sources: Sources, offer: Offer, cache: Path, *, force: bool) -> Plan:
    """Have what is offered appear in GNOME's programs.

    :param cache: the platform's folder for caches.
    :raises NoDataServer: it does not answer.
    :raises Unsent: nothing was changed.
    """
    old = memory.of(App.EVOLUTION, "")
    gone = {entry.place: entry for entry in (old.entries if old else ())}
    there = sources.all()
    new: dict[str, str] = {}
    entries, added, changed = [], [], []
    for offered in offer.collections:
        for group, ending in _groups(offered):
            entry = _entry(offered, ending)
            known = gone.pop(entry.place, None)
            entries.append(entry)
            found = there.get(entry.place)
            if found is None:
                new[entry.place] = key_file(entry, offered, group)
                added.append(entry)
            elif (text := followed(found.text, entry, known, offered, group)) != found.text:
                there[entry.place] = Source(found.path, found.uid, text)
                changed.append(entry)
    entries += [entry for entry in gone.values() if offer.may_be_there(entry.key)]
    removed = tuple(entry for entry in gone.values() if entry not in entries)
    if not force:
        refuse_unsent(removed, cache)
    memory.keep(_connection((*entries, *removed)))
    if new:
        sources.create(new)
    for entry in changed:
        sources.write(there[entry.place])
    _remove(sources, removed, there, cache)
    memory.keep(_connection(tuple(entries)))
    return Plan(tuple(entries), tuple(added), tuple(changed), removed)


def disconnect(
    memory: Memory,
    sources: Sources,
    connection: Connection,
    cache: Path,
    *,
    force: bool,
    gone: tuple[Entry, ...] | None = None,
) -> tuple[Entry, ...]:
    """Remove what was made, and the caches of it.

    :param gone: only these of its entries.
    :returns: what was removed. Raises as ``connect`` does.
    """
    gone = connection.entries if gone is None else gone
    if not force:
        refuse_unsent(gone, cache)
    _remove(sources, gone, sources.all(), cache)
    memory.keep(_connection(tuple(entry for entry in connection.entries if entry not in gone)))
    return gone


def key_file(entry: Entry, offered: Offered, group: str) -> str:
    """The text of a source."""
    address = urlsplit(offered.url)
    backend = "carddav" if offered.kind is Kind.ADDRESSBOOK else "caldav"
    shown = {"BackendName": backend, "Selected": "true", "Order": "0"}
    if entry.color:
        shown["Color"] = entry.color
    return _text(
        {
            "Data Source": {
                "DisplayName": _escaped(entry.name),
                "Enabled": "true",
                "Parent": f"{backend}-stub",
            },
            group: shown,
            "Authentication": {
                "Host": address.hostname or "",
                "Port": str(address.port or 0),
                # the way in is the path: nobody is asked for a password
                "Method": "none",
                "User": "",
            },
            "Security": {"Method": "tls" if address.scheme == "https" else "none"},
            "WebDAV Backend": {"ResourcePath": address.path},
            "Offline": {"StaySynchronized": "true"},
            "Refresh": {"Enabled": "true", "IntervalMinutes": str(MINUTES)},
        }
    )


def followed(text: str, entry: Entry, old: Entry | None, offered: Offered, group: str) -> str:
    """A source's text with what changed of the collection, but for what a person changed.

    All else stays as it is, what the program added included.
    """
    parser = _parser(text)
    if parser is None:
        return key_file(entry, offered, group)
    address = urlsplit(offered.url)
    where = {
        ("WebDAV Backend", "ResourcePath"): address.path,
        ("Authentication", "Host"): address.hostname or "",
        ("Authentication", "Port"): str(address.port or 0),
    }
    if old is not None:
        name, color = ("Data Source", "DisplayName"), (group, "Color")
        if old.name != entry.name and parser.get(*name, fallback="") == _escaped(old.name):
            where[name] = _escaped(entry.name)
        if old.color != entry.color and parser.get(*color, fallback="") == old.color:
            where[color] = entry.color
    changed = False
    for (section, key), value in where.items():
        if parser.get(section, key, fallback="") != value:
            if not parser.has_section(section):
                parser.add_section(section)
            parser.set(section, key, value)
            changed = True
    return _rendered(parser) if changed else text


def refuse_unsent(found: Iterable[Entry], cache: Path) -> None:
    """Stop where the data server has edits that it has not sent.

    :raises Unsent: it has.
    """
    for entry in found:
        waiting = sum(_unsent(place / "cache.db") for place in _places(cache, entry.place))
        if waiting:
            raise Unsent(f"{waiting} in “{entry.name}”", collection=entry.id)


def _groups(offered: Offered) -> list[tuple[str, str]]:
    if offered.kind is Kind.ADDRESSBOOK:
        return [_CARDS[:2]]
    held = offered.components or {"VEVENT", "VTODO"}
    return [_SHOWN[name][:2] for name in _SHOWN if name in held]


def _entry(offered: Offered, ending: str) -> Entry:
    return Entry(
        key=offered.key + ending,
        id=offered.id,
        kind=offered.kind,
        place=f"ksync-{offered.uuid.hex}{ending}",
        name=offered.shown_name,
        color=offered.color,
        read_only=offered.read_only,
    )


def _connection(found: tuple[Entry, ...]) -> Connection:
    return Connection(app=App.EVOLUTION, place="", label="GNOME", entries=found)


def _remove(
    sources: Sources, gone: Iterable[Entry], there: Mapping[str, Source], cache: Path
) -> None:
    for entry in gone:
        if entry.place in there:
            sources.remove(there[entry.place])
        for place in _places(cache, entry.place):
            shutil.rmtree(place, ignore_errors=True)


def _places(cache: Path, uid: str) -> list[Path]:
    roots = [cache / "evolution" / folder for folder in _GROUPS.values()]
    places = [root / below / uid for root in roots for below in (".", "trash")]
    return [place for place in places if place.is_dir()]


def _unsent(file: Path) -> int:
    """Items whose state is made (1), changed (2) or deleted (3) while offline (e-cache.h)."""
    if not file.is_file():
        return 0
    with suppress(sqlite3.Error):
        database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            counted = "SELECT count(*) FROM ECacheObjects WHERE ECacheState IN (1, 2, 3)"
            return int(database.execute(counted).fetchone()[0])
        finally:
            database.close()
    return 0


def _parser(text: str) -> configparser.RawConfigParser | None:
    parser = configparser.RawConfigParser(
        delimiters=("=",), comment_prefixes=("#",), strict=False, interpolation=None
    )
    parser.optionxform = str  # type: ignore[method-assign,assignment]  # names have capitals
    try:
        parser.read_string(text)
    except configparser.Error:
        return None
    return parser


def _rendered(parser: configparser.RawConfigParser) -> str:
    written = io.StringIO()
    parser.write(written, space_around_delimiters=False)
    return written.getvalue()


def _text(groups: Mapping[str, Mapping[str, str]]) -> str:
    lines: list[str] = []
    for group, values in groups.items():
        lines += [f"[{group}]", *(f"{key}={value}" for key, value in values.items()), ""]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    """As GKeyFile writes a string of one line."""
    return text.replace("\\", "\\\\")

"""The sources of a store: what a collection is made of, and how it is known again.

Theory
------
A source of evolution-data-server holds one kind of object. A collection with events and
tasks is two sources, a calendar and a task list, of one name and colour. Each carries a
group of ours in its key file, which the registry keeps: whose it is, the key of the
collection, and which part. A source without it is none of ours.

Rules
-----
* A collection is there if all its parts are; otherwise it is unavailable, not empty.
* What the user set elsewhere in a source (shown or not, reminders, a place in the list)
  stays.
"""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sync_engine.core.collection import CollectionInfo, Kind
from sync_engine.errors import DesktopSourceGone, ReplicaUnavailable
from sync_engine.replicas.eds import keyfile
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.services import PREFIX, Services
from sync_engine.replicas.names import folder_name

GROUP: Final = "X-KSync"
CARDS: Final = "VCARD"

EXTENSIONS: Final = {
    "VEVENT": "Calendar",
    "VTODO": "Task List",
    "VJOURNAL": "Memo List",
    CARDS: "Address Book",
}
"""What is in a source -> the group by which its key file says so."""

_SUFFIXES: Final = {"VEVENT": "events", "VTODO": "tasks", "VJOURNAL": "memos", CARDS: "contacts"}
_SOURCE: Final = f"{PREFIX}.Source"
_HEX_COLOR: Final = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)
_APPEARING: Final = 5.0
"""Seconds that a source may take to be known after it was made."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source of ours.

    :param path: its object on the bus.
    :param part: what is in it.
    """

    uid: str
    path: str
    data: str
    part: str

    def get(self, key: str) -> str:
        """What our group says."""
        return keyfile.get(self.data, GROUP, key) or ""


@dataclass(slots=True)
class Found:
    """A collection of ours: its parts by what is in them."""

    name: str
    key: str
    parts: dict[str, Source] = field(default_factory=dict)

    @property
    def first(self) -> Source:
        """The part that speaks for all."""
        return self.parts.get("") or next(iter(self.parts.values()))

    @property
    def display_name(self) -> str | None:
        """As the programs show it."""
        return keyfile.get(self.first.data, "Data Source", "DisplayName")

    @property
    def color(self) -> str | None:
        """``#rrggbb``, or nothing."""
        found = keyfile.get(self.first.data, EXTENSIONS[self.first.part], "Color") or ""
        return found.lower() if _HEX_COLOR.fullmatch(found) else None

    @property
    def missing(self) -> list[str]:
        """Parts that were made once and are not there."""
        wanted = [part for one in self.parts.values() for part in one.get("Parts").split()]
        return sorted(set(wanted) - self.parts.keys())


class Sources:
    """The sources of one owner and one kind.

    :param owner: whose they are (an account).
    """

    def __init__(self, services: Services, owner: str, kind: Kind) -> None:
        self._services = services
        self._owner = owner
        self._kind = kind

    def all(self) -> dict[str, Found]:
        """The collections by name."""
        found: dict[str, Found] = {}
        for path, interfaces in self._services.managed().items():
            properties = interfaces.get(_SOURCE, {})
            data = str(properties.get("Data", ""))
            if keyfile.get(data, GROUP, "Owner") != self._owner:
                continue
            part = keyfile.get(data, GROUP, "Part") or ""
            if part not in EXTENSIONS or (part == CARDS) is not (self._kind is Kind.ADDRESSBOOK):
                continue
            source = Source(str(properties.get("UID", "")), path, data, part)
            one = found.setdefault(source.get("Name"), Found(source.get("Name"), source.get("Key")))
            one.parts[part] = source
        for one in found.values():
            one.parts = {part: one.parts[part] for part in EXTENSIONS if part in one.parts}
        return found

    def bound(self, name: str, key: str) -> Found:
        """The collection of that name and key, whole.

        :raises ReplicaUnavailable: it is not there (any more), or not all of it.
        """
        found = self.all().get(name)
        if found is None:
            raise DesktopSourceGone("the desktop has no such source", where=name)
        if found.key != key:
            raise DesktopSourceGone("the source belongs to another collection", where=name)
        if found.missing:
            raise DesktopSourceGone(f"a source is missing: {found.missing}", where=name)
        return found

    def make(self, key: str, info: CollectionInfo) -> str:
        """Make the sources of a new collection; returns its name."""
        # of all sources there are, whosever: a UID stands once in the registry
        found = (one.get(_SOURCE, {}).get("UID", "") for one in self._services.managed().values())
        names = {str(uid).casefold() for uid in found}
        digest = hashlib.sha256(f"{self._owner} {self._kind} {key}".encode()).hexdigest()[:8]
        stem = folder_name(info.display_name or "", self._kind.value, lambda _: False)[:80]
        name = folder_name(f"ksync-{stem}-{digest}", "ksync", names.__contains__)
        parts = _parts(self._kind, info)
        self._create(name, key, parts, parts, info.display_name or name, info.color)
        return name

    def add(self, found: Found, part: str) -> Found:
        """Give a collection another part."""
        parts = [*found.parts, part]
        self._create(
            found.name, found.key, [part], parts, found.display_name or found.name, found.color
        )
        for source in found.parts.values():
            self._write(source, keyfile.put(source.data, GROUP, "Parts", " ".join(parts)))
        return self.bound(found.name, found.key)

    def update(self, found: Found, title: str | None, color: str | None) -> None:
        """Set display name and colour of all parts; ``None`` leaves them."""
        for part, source in found.parts.items():
            data = source.data
            if title is not None and title != keyfile.get(data, "Data Source", "DisplayName"):
                data = keyfile.put(data, "Data Source", "DisplayName", title)
            known = (keyfile.get(data, EXTENSIONS[part], "Color") or "").lower()
            if color is not None and color.lower() != known:
                data = keyfile.put(data, EXTENSIONS[part], "Color", color)
            self._write(source, data)

    def disown(self, found: Found) -> None:
        """Leave the sources to the user: they are none of ours from now on."""
        for source in found.parts.values():
            self._write(source, keyfile.put(source.data, GROUP, "Owner", ""))

    def remove(self, found: Found) -> None:
        """Remove the sources with what is in them; the one that speaks for all goes last."""
        for source in reversed(list(found.parts.values())):
            name = self._services.name("Sources")
            self._services.bus.call((name, source.path, f"{_SOURCE}.Removable"), "Remove")

    def _write(self, source: Source, data: str) -> None:
        if data != source.data:
            name = self._services.name("Sources")
            to = (name, source.path, f"{_SOURCE}.Writable")
            self._services.bus.call(to, "Write", "s", data)

    def _create(
        self,
        name: str,
        key: str,
        new: list[str],
        parts: list[str],
        title: str,
        color: str | None,
    ) -> None:
        ours = {"Owner": self._owner, "Key": key, "Name": name, "Parts": " ".join(parts)}
        sources = {}
        for part in new:
            uid = name if part == parts[0] else f"{name}-{_SUFFIXES[part]}"
            sources[uid] = _key_file(part, title, color, {**ours, "Part": part})
        manager = self._services.sources(f"{PREFIX}.SourceManager")
        try:
            self._services.bus.call(manager, "CreateSources", "a{ss}", sources)
        except Refused as error:
            raise ReplicaUnavailable(f"no source could be made: {error}", where=name) from error
        self._await(name, set(parts))

    def _await(self, name: str, parts: set[str]) -> None:
        deadline = time.monotonic() + _APPEARING
        while time.monotonic() < deadline:
            found = self.all().get(name)
            if found is not None and parts <= found.parts.keys():
                return
            time.sleep(0.02)
        raise ReplicaUnavailable("a source that was made does not appear", where=name)


def _parts(kind: Kind, info: CollectionInfo) -> list[str]:
    """What a new collection is made of. Others are made when something of theirs comes."""
    if kind is Kind.ADDRESSBOOK:
        return [CARDS]
    usual: list[str] = [part for part in ("VEVENT", "VTODO") if part in info.components]
    if usual or not info.components:
        return usual or ["VEVENT"]
    return ["VJOURNAL"] if "VJOURNAL" in info.components else ["VEVENT"]


def _key_file(part: str, title: str, color: str | None, ours: Mapping[str, str]) -> str:
    values = [
        ("Data Source", "DisplayName", title),
        ("Data Source", "Enabled", "true"),
        ("Data Source", "Parent", "local-stub"),
        (EXTENSIONS[part], "BackendName", "local"),
        *(((EXTENSIONS[part], "Color", color),) if color and part != CARDS else ()),
        *(((EXTENSIONS[part], "Selected", "true"),) if part != CARDS else ()),
        *((GROUP, key, value) for key, value in ours.items()),
    ]
    text = ""
    for group, key, value in values:
        text = keyfile.put(text, group, key, value)
    return text

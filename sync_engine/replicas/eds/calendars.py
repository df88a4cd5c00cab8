"""A calendar, task list or memo list.

Rules (measured with evolution-data-server 3.46)
------------------------------------------------
* A time zone that an object brings along is added before the object.
* A series is made by one CreateObjects with the master and its overrides; ReceiveObjects
  would add EXDATEs of its own.
* ModifyObjects goes by component with the scope ``this``: it changes or adds the master and
  each override. With ``all`` an override takes the place of its whole series.
* An override is taken away with ``only-this``; with ``this`` the store adds an EXDATE.
* Never removed and made anew: between the two a crash would leave a deletion.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sync_engine.core.identifiers import Fingerprint
from sync_engine.replicas.eds import calendar_texts, zones
from sync_engine.replicas.eds.bulk import NOT_FOUND, in_bulk, is_one_of, raise_if_unusable
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.files import OwnFiles
from sync_engine.replicas.eds.services import Services
from sync_engine.replicas.eds.shelf import Giving, Raw

METHODS: Final = {"VEVENT": "OpenCalendar", "VTODO": "OpenTaskList", "VJOURNAL": "OpenMemoList"}
"""By what is in a source, the method of the service that opens it."""

_UID: Final = re.compile(r"^UID(?:;[^:\n]*)?:([^\r\n]*)", re.MULTILINE)
_RECURRENCE: Final = re.compile(r"^RECURRENCE-ID(?:;[^:\n]*)?:([^\r\n]*)", re.MULTILINE)
_FOLD: Final = re.compile(r"\r?\n[ \t]")
_A_CALL: Final = 25
"""A call takes about as long as listing so many objects (measured)."""

_SIGN: Final = "\r\n".join(
    [
        *("BEGIN:VTIMEZONE", "TZID:{}", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE", ""),
    ]
)


class CalendarShelf:
    """One source with calendar components of one kind.

    :raises Refused: the service does not open it.
    """

    def __init__(self, services: Services, part: str, source: str) -> None:
        self._bus = services.bus
        self._at = services.open("Calendar", METHODS[part], source)
        self._files = OwnFiles(part, source)
        self._zones: dict[str, str] = {}
        self._added: set[str] = set()
        self._size = 0

    def revision(self) -> str:
        """See ``Shelf``."""
        return str(self._bus.property(self._at, "Revision"))

    def all(self) -> dict[str, Raw]:
        """See ``Shelf``."""
        found: dict[str, list[tuple[str, str]]] = {}
        for component in self._call("GetObjectList", "s", "#t"):
            head = _FOLD.sub("", component)
            uid = _UID.search(head)
            if uid is not None:
                rid = _RECURRENCE.search(head)
                key = rid[1].strip() if rid is not None else ""
                found.setdefault(uid[1].strip(), []).append((key, component))
        self._size = len(found)
        return {uid: tuple(text for _, text in sorted(parts)) for uid, parts in found.items()}

    def some(self, uids: Sequence[str]) -> dict[str, Raw]:
        """See ``Shelf``."""
        if len(uids) * _A_CALL > self._size:
            everything = self.all()
            return {uid: everything[uid] for uid in uids if uid in everything}
        found: dict[str, Raw] = {}
        for uid in uids:
            try:
                text = self._call("GetObject", "ss", uid, "")
            except Refused as error:
                if not is_one_of(error, NOT_FOUND):
                    raise_if_unusable(error)
                    raise
                continue
            found[uid] = self._components(uid, str(text))
        return found

    def _components(self, uid: str, text: str) -> Raw:
        if "BEGIN:VCALENDAR" not in text:
            return (text,)
        # of a series GetObject answers a calendar, whose spelling is not that of a listing
        query = '(uid? "' + uid.replace("\\", "\\\\").replace('"', '\\"') + '")'
        parts = [str(part) for part in self._call("GetObjectList", "s", query)]

        def key(part: str) -> str:
            rid = _RECURRENCE.search(_FOLD.sub("", part))
            return rid[1].strip() if rid is not None else ""

        return tuple(sorted(parts, key=key))

    def read(self, raw: Raw) -> bytes:
        """See ``Shelf``."""
        known = {tzid: self._zone(tzid) for tzid in calendar_texts.referred(raw)}
        return calendar_texts.up(raw, known, self._files.read)

    def mark(self, raw: Raw) -> Fingerprint:
        """See ``Shelf``."""
        return Fingerprint(hashlib.sha256("\0".join(raw).encode()).hexdigest())

    def create(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[Giving]) -> None:
            texts = [text for one in some for text in _ordered(one.given)]
            self._call("CreateObjects", "asu", texts, 0)

        return in_bulk(self._with_zones(givings), send)

    def modify(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[Giving]) -> None:
            texts = [text for one in some for text in _ordered(one.given)]
            self._call("ModifyObjects", "assu", texts, "this", 0)

        refused = in_bulk(self._with_zones(givings), send)
        for one, error in zip(givings, refused, strict=True):
            if error is None:
                self._take_away(one)
        return refused

    def remove(self, uids: Sequence[str]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[str]) -> None:
            self._call("RemoveObjects", "a(ss)su", [(uid, "") for uid in some], "all", 0)

        return in_bulk(uids, send)

    def settle(self) -> None:
        """See ``Shelf``."""
        self._files.settle(self.revision())

    def mark_as(self, key: str) -> None:
        """A time zone that nothing refers to: no program shows it, and it stays."""
        if not self.is_marked(key):
            self._call("AddTimezone", "s", _SIGN.format(_sign(key)))
            self.settle()

    def is_marked(self, key: str) -> bool:
        """See ``Shelf``."""
        try:
            return bool(self._call("GetTimezone", "s", _sign(key)))
        except Refused as error:
            raise_if_unusable(error)
            return False

    def _take_away(self, one: Giving) -> None:
        """The components that the store has and the new text has not."""
        there = {calendar_texts.recurrence_of(c) for c in calendar_texts.mains(one.now)}
        for recurrence in sorted(there - one.given.components.keys()):
            scope = "only-this" if recurrence else "this"
            try:
                self._call("RemoveObjects", "a(ss)su", [(one.uid, recurrence)], scope, 0)
            except Refused as error:
                raise_if_unusable(error)  # else it has gone by itself

    def _with_zones(self, givings: Sequence[Giving]) -> list[Giving]:
        """Add the zones that these bring along; they refer to them by the names they got."""
        done = []
        for one in givings:
            names = {tzid: self._add(tzid, text) for tzid, text in one.given.zones.items()}
            new = {tzid: name for tzid, name in names.items() if tzid != name}
            done.append(replace(one, given=calendar_texts.renamed(one.given, new)) if new else one)
        return done

    def _add(self, tzid: str, text: str) -> str:
        """Add a zone; returns the name that it has now."""
        if zones.is_iana(tzid):
            if tzid not in self._added:
                self._send_zone(tzid, text)
            return tzid
        there = self._zone(tzid)
        if there and not zones.same(there, text):
            name = zones.marked(tzid, text)
            text = calendar_texts.zone_renamed(text, name)
            tzid, there = name, self._zone(name)
        if not there:
            self._send_zone(tzid, text)
        return tzid

    def _send_zone(self, tzid: str, text: str) -> None:
        self._added.add(tzid)
        self._zones.pop(tzid, None)
        try:
            self._call("AddTimezone", "s", text)
        except Refused as error:
            raise_if_unusable(error)

    def _zone(self, tzid: str) -> str:
        if tzid not in self._zones:
            try:
                self._zones[tzid] = str(self._call("GetTimezone", "s", tzid))
            except Refused as error:
                raise_if_unusable(error)
                self._zones[tzid] = ""
        return self._zones[tzid]

    # Any: what comes back is of the type that the interface's introspection says.
    def _call(self, method: str, signature: str, *arguments: Any) -> Any:
        return self._bus.call(self._at, method, signature, *arguments)


def _sign(key: str) -> str:
    return f"ksync/{hashlib.sha256(key.encode()).hexdigest()[:32]}"


def _ordered(given: calendar_texts.Given) -> list[str]:
    """The master first: overrides are put to it."""
    return [given.components[key] for key in sorted(given.components)]

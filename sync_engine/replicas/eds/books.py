"""An address book.

Its query language is that of the calendars with other functions: ``#t`` is refused, and
everything is what has anything in any field.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from sync_engine.core.identifiers import Fingerprint
from sync_engine.replicas.eds import card_texts
from sync_engine.replicas.eds.bulk import in_bulk
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.files import OwnFiles
from sync_engine.replicas.eds.services import Services
from sync_engine.replicas.eds.shelf import Giving, Raw

EVERYTHING: Final = '(contains "x-evolution-any-field" "")'

_ASKED: Final = 200
"""Contacts that one query asks for."""

_UID: Final = re.compile(r"^(?:[A-Za-z0-9-]+\.)?UID(?:;[^:\n]*)?:([^\r\n]*)", re.MULTILINE)
_FOLD: Final = re.compile(r"\r?\n[ \t]")


class BookShelf:
    """One source with contacts.

    :raises Refused: the service does not open it.
    """

    def __init__(self, services: Services, part: str, source: str) -> None:
        self._bus = services.bus
        self._at = services.open("AddressBook", "OpenAddressBook", source)
        self._files = OwnFiles(part, source)

    def revision(self) -> str:
        """See ``Shelf``."""
        return str(self._bus.property(self._at, "Revision"))

    def all(self) -> dict[str, Raw]:
        """See ``Shelf``."""
        return self._list(EVERYTHING)

    def _list(self, query: str) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        for text in self._call("GetContactList", "s", query):
            uid = _UID.search(_FOLD.sub("", text))
            if uid is not None:
                found[uid[1].strip()] = (str(text),)
        return found

    def some(self, uids: Sequence[str]) -> dict[str, Raw]:
        """See ``Shelf``. The database has an index of UIDs."""
        found: dict[str, Raw] = {}
        for start in range(0, len(uids), _ASKED):
            tests = " ".join(f'(is "id" "{_quoted(uid)}")' for uid in uids[start : start + _ASKED])
            found |= self._list(f"(or {tests})")
        return {uid: found[uid] for uid in uids if uid in found}

    def read(self, raw: Raw) -> bytes:
        """See ``Shelf``."""
        return card_texts.up(raw[0], self._files.read)

    def mark(self, raw: Raw) -> Fingerprint:
        """See ``Shelf``."""
        files = card_texts.files(raw[0]) if "file:" in raw[0] else []
        parts = [raw[0], *map(self._files.mark, files)]
        return Fingerprint(hashlib.sha256("\0".join(parts).encode()).hexdigest())

    def create(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[Giving]) -> None:
            self._call("CreateContacts", "asu", [one.given.text for one in some], 0)

        return in_bulk(givings, send)

    def modify(self, givings: Sequence[Giving]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[Giving]) -> None:
            self._call("ModifyContacts", "asu", [one.given.text for one in some], 0)

        return in_bulk([_with_own_lines(one) for one in givings], send)

    def remove(self, uids: Sequence[str]) -> list[Refused | None]:
        """See ``Shelf``."""

        def send(some: Sequence[str]) -> None:
            self._call("RemoveContacts", "asu", list(some), 0)

        return in_bulk(uids, send)

    def settle(self) -> None:
        """See ``Shelf``. The database was told to commit before the service answered."""
        self._files.settle(None)

    def mark_as(self, key: str) -> None:
        """An address book has no place that no program shows."""

    def is_marked(self, key: str) -> bool:
        """See ``Shelf``; nothing to be said against it."""
        return bool(key)

    # Any: what comes back is of the type that the interface's introspection says.
    def _call(self, method: str, signature: str, *arguments: Any) -> Any:
        return self._bus.call(self._at, method, signature, *arguments)


def _quoted(uid: str) -> str:
    return uid.replace("\\", "\\\\").replace('"', '\\"')


def _with_own_lines(one: Giving) -> Giving:
    own = card_texts.own_lines(one.now[0]) if one.now else []
    text = card_texts.with_lines(one.given.text, own)
    return replace(one, given=card_texts.GivenCard(one.uid, text))

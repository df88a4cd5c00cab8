"""Another program of the desktop: it edits through the store's interface, as Evolution does."""

from __future__ import annotations

import time

from sync_engine.core.content.components import parse
from sync_engine.replicas.eds.bus import Refused
from sync_engine.replicas.eds.services import Services


class Rival:
    """Works on a calendar source (or a list of tasks or memos) or on an address book.

    :param method: how it is opened.
    """

    def __init__(self, services: Services, source: str, method: str = "OpenCalendar") -> None:
        self.bus = services.bus
        service = "AddressBook" if method == "OpenAddressBook" else "Calendar"
        deadline = time.monotonic() + 5
        while True:  # the service hears of a new source a moment later
            try:
                self.at = services.open(service, method, source)
                return
            except Refused:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def call(self, method: str, signature: str, *arguments: object) -> object:
        return self.bus.call(self.at, method, signature, *arguments)

    def put(self, uid: str, body: bytes) -> None:
        """Write an object, whatever is there."""
        (calendar,) = parse(body).components
        texts = [child.to_bytes().decode() for child in calendar.children]
        for zone in [text for text in texts if text.startswith("BEGIN:VTIMEZONE")]:
            self.call("AddTimezone", "s", zone)
            texts.remove(zone)
        texts = [text.replace(f"UID:{self.uid_in(text)}", f"UID:{uid}") for text in texts]
        try:
            self.call("ModifyObjects", "assu", texts, "this", 0)
        except Refused:
            self.call("CreateObjects", "asu", texts, 0)

    def drop(self, uid: str) -> None:
        """Remove an object."""
        self.call("RemoveObjects", "a(ss)su", [(uid, "")], "all", 0)

    def edit(self, uid: str, old: str, new: str, *, part: str = "") -> None:
        """Replace something in a component's stored text.

        :param part: of which component: something that stands in it alone.
        """
        found = [t for t in self.components(uid) if old in t and part in t]
        assert len(found) == 1, (uid, old, self.components(uid))
        self.call("ModifyObjects", "assu", [found[0].replace(old, new, 1)], "this", 0)

    def components(self, uid: str) -> list[str]:
        texts = self.call("GetObjectList", "s", f'(uid? "{uid}")')
        assert isinstance(texts, list)
        return [unfolded(str(text)) for text in texts]

    def contact(self, uid: str) -> str:
        return unfolded(str(self.call("GetContact", "s", uid)))

    def edit_contact(self, uid: str, old: str, new: str) -> None:
        text = self.contact(uid)
        assert text.count(old) >= 1, text
        self.call("ModifyContacts", "asu", [text.replace(old, new, 1)], 0)

    @staticmethod
    def uid_in(text: str) -> str:
        return next(line[4:].strip() for line in text.splitlines() if line.startswith("UID:"))


def unfolded(text: str) -> str:
    return text.replace("\r\n ", "").replace("\r\n\t", "")

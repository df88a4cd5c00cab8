"""What guests are told: iTIP messages in users' inboxes, and mails to others (Cyrus).

Theory
------
A server with scheduling (RFC 6638) sends on behalf of an organizer or a guest whatever a
change of a resource means to the others: REQUEST, CANCEL, REPLY (RFC 5546 §3.2). To users
of its own it delivers into their scheduling inbox, for all others it writes mails
(RFC 6047). ``Post`` reads both and tells what is new, so a test can say exactly what an
act has sent: mostly nothing.
"""

from __future__ import annotations

import json
import re
import socket
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.servers.oracle import Account

_LIMIT = 1 << 16


@dataclass(frozen=True, order=True)
class Message:
    """An iTIP message.

    :param to: a user, or an address outside.
    :param method: REQUEST, CANCEL, REPLY …
    """

    to: str
    method: str
    uid: str
    sequence: int
    text: str

    def __repr__(self) -> str:
        return f"{self.method} of {self.uid} ({self.sequence}) to {self.to}"


class Post:
    """Reads what is delivered. Use it as a context manager.

    :param socket_path: where the server sends its mails, see ``CyrusServer``.
    """

    def __init__(self, socket_path: Path, *users: Account) -> None:
        self._users = users
        self._seen: set[str] = set()
        self._path = socket_path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)

    def __enter__(self) -> Self:
        self._path.unlink(missing_ok=True)
        self._socket.bind(str(self._path))
        self._path.chmod(0o666)
        self._socket.setblocking(False)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()
        self._path.unlink(missing_ok=True)

    def new(self) -> list[Message]:
        """What was delivered since the last call."""
        return sorted([*self._inboxes(), *self._mails()])

    def told(self) -> list[tuple[str, str]]:
        """The same in short: who was told what."""
        return [(message.to, message.method) for message in self.new()]

    def _inboxes(self) -> list[Message]:
        found = []
        for user in self._users:
            inbox = f"{user.calendar_home}Inbox/"
            for href, body in user.listing(inbox).items():
                if href not in self._seen:
                    self._seen.add(href)
                    found.append(_message(user.username, body.decode()))
        return found

    def _mails(self) -> list[Message]:
        found = []
        while True:
            try:
                fields = self._socket.recv(_LIMIT).split(b"\0")
            except BlockingIOError:
                return found
            # method, class, priority, user, mailbox, number of options, message
            mail = json.loads(fields[6])
            found.append(_message(mail["recipient"].removeprefix("mailto:"), mail["ical"]))


def _message(to: str, text: str) -> Message:
    text = re.sub(r"\r?\n[ \t]", "", text)

    def value(name: str) -> str:
        found = re.search(rf"(?m)^{name}:(.*?)\r?$", text)
        return found[1] if found else ""

    return Message(to, value("METHOD"), value("UID"), int(value("SEQUENCE") or 0), text)

"""The server: who asks, and which method answers.

``handle`` is the whole of it. A request first meets the faults that are due, then the
quirks that stand before everything (login, rate), then its method; the faults have a
last look at the reply.
"""

from __future__ import annotations

import base64
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from typing import Final
from urllib.parse import quote, unquote

from tests.adversary import properties, reports, writes
from tests.adversary.faults import Fault
from tests.adversary.model import (
    ADDRESSBOOK,
    CALENDAR,
    Account,
    Clock,
    Collection,
    Properties,
    Watch,
)
from tests.adversary.quirks import INFOMANIAK, Quirks
from tests.adversary.wire import HttpRequest, Reply, error

HOST: Final = "dav.adversary.example"
LOGIN: Final = "AB12345"
PASSWORD: Final = "pass:wörd %41"

_METHODS: Final[dict[str, Callable[[Adversary, HttpRequest, Account], Reply]]] = {
    "PROPFIND": properties.propfind,
    "PROPPATCH": properties.proppatch,
    "REPORT": reports.report,
    "GET": reports.get,
    "HEAD": reports.get,
    "PUT": writes.put,
    "DELETE": writes.delete,
    "MOVE": writes.move,
    "MKCALENDAR": writes.make,
    "MKCOL": writes.make,
}


def nobody_watches(*_: object) -> None:
    """The watcher of a server that nobody watches."""


@dataclass(slots=True)
class Adversary:
    """One server with its accounts.

    :param faults: what goes wrong, each until it is used up.
    :param watch: told of each change that a request makes, before it is made.
    :param seen: (method, target) of each request.
    """

    quirks: Quirks = INFOMANIAK
    seed: int = 0
    clock: Clock = field(default_factory=Clock)
    accounts: dict[str, Account] = field(default_factory=dict)
    collections: dict[str, Collection] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    watch: Watch = nobody_watches
    seen: list[tuple[str, str]] = field(default_factory=list)
    base: str = f"https://{HOST}"
    rng: random.Random = field(init=False)
    lock: threading.RLock = field(default_factory=threading.RLock)
    last_request: float = -1e9

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        if not self.accounts:
            self.add_account(LOGIN, PASSWORD)

    # what tests and people do

    def add_account(self, login: str, password: str) -> Account:
        """A login."""
        self.accounts[login] = Account(login, password)
        return self.accounts[login]

    def add(
        self, name: str, kind: str = CALENDAR, login: str = LOGIN, **more: object
    ) -> Collection:
        """A collection that is there at once."""
        path = f"{self.home(login, kind)}{quote(name)}/"
        collection = Collection(
            path, kind, Properties(name), etag_by_count=self.quirks.counts_etags, **more
        )  # type: ignore[arg-type]  # fields of Collection
        self.collections[path] = collection
        return collection

    def home(self, login: str, kind: str) -> str:
        """Path of a home set."""
        template = self.quirks.home if kind == CALENDAR else self.quirks.books
        return template.format(login=login)

    # what all methods need

    def collection(self, path: str) -> Collection | None:
        """The collection at a path, as requests to it find it."""
        found = self.collections.get(path if path.endswith("/") else path + "/")
        if found is None or found.deleted_at is not None:
            return None
        return found if found.visible_from <= self.clock.now else None

    def listed(self, home: str) -> list[Collection]:
        """The collections of a home set, as a listing shows them."""
        now = self.clock.now
        return [
            c
            for path, c in self.collections.items()
            if path.startswith(home)
            and not c.unlisted
            and c.visible_from <= now
            and (c.deleted_at is None or now < c.deleted_at + self.quirks.deletion_lag)
        ]

    def member(self, path: str) -> tuple[Collection, str] | None:
        """The collection of a resource's path, and the resource's name."""
        parent, _, name = path.rpartition("/")
        collection = self.collection(parent + "/")
        if collection is None or not name:
            return None
        return collection, self.name(name)

    def name(self, segment: str) -> str:
        """A resource's name by its path segment."""
        return segment if self.quirks.raw_names else unquote(segment)

    def href(self, collection: Collection, name: str) -> str:
        """How a resource is listed."""
        quirks = self.quirks
        segment = name if quirks.raw_names else quote(name, safe="-._~@!$&'()*+,;=:")
        if quirks.href == "escaped":
            segment = "".join(f"%{ord(c):02x}" if c in "-@" else c for c in segment)
        if quirks.href == "relative":
            return segment
        return self.located(collection.path) + segment

    def located(self, path: str) -> str:
        """How a path is written: as it is, or with the host that it is on."""
        if self.quirks.host:
            return f"https://{self.quirks.host}{path}"
        return self.base + path if self.quirks.href == "absolute" else path

    # the door

    def handle(self, request: HttpRequest) -> Reply:
        """Answer a request. Time moves on a little with each."""
        with self.lock:
            self.clock.jump(0.05)
            self.seen.append((request.method, request.target))
            due = [fault for fault in self.faults if fault.due(request)]
            self.faults = [fault for fault in self.faults if fault.left]
            reply = self._answered(request, due).rendered()
            return replace(reply, headers=(*reply.headers, ("Date", self._date())))

    def _answered(self, request: HttpRequest, due: list[Fault]) -> Reply:
        for fault in due:
            reply = fault.before(self, request)
            if reply is not None:
                return reply
        reply = self._answer(request)
        for fault in due:
            reply = fault.after(self, request, reply)
        return reply

    def _date(self) -> str:
        return formatdate(self.clock.now, usegmt=True)

    def _answer(self, request: HttpRequest) -> Reply:
        if request.path in ("/.well-known/caldav", "/.well-known/carddav"):
            return Reply(301, (("Location", "/"),))
        early = self._rate(request)
        if early is not None:
            return early
        account = self._login(request)
        if account is None:
            return replace(
                error(401, message="No 'Authorization: Basic' header found"),
                headers=(("WWW-Authenticate", 'Basic realm="SabreDAV", charset="UTF-8"'),),
            )
        if "chunked" in request.headers.get("transfer-encoding", "").lower():
            return error(501, message="no chunked bodies")
        if "content-encoding" in request.headers:
            return error(415, message="no compressed bodies")
        if request.method == "OPTIONS":
            return self._options(request)
        method = _METHODS.get(request.method)
        if method is None:
            return error(501, message=f"no {request.method} here")
        return method(self, request, account)

    def _rate(self, request: HttpRequest) -> Reply | None:
        """Servers that take a request only every so often."""
        now, quirks = self.clock.now, self.quirks
        waited = now - self.last_request
        if 0 <= waited < quirks.seconds_between:
            if quirks.quota_words:
                return replace(error(403), body=b'{"error": {"domain": "usageLimits"}}')
            return replace(error(429), headers=(("Retry-After", "2"),))
        self.last_request = now
        return None

    def _login(self, request: HttpRequest) -> Account | None:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            login, _, password = base64.b64decode(token).decode("utf-8").partition(":")
        except ValueError:
            return None
        account = self.accounts.get(login)
        return account if account is not None and account.password == password else None

    def _options(self, request: HttpRequest) -> Reply:
        """The root does not tell of calendars (Infomaniak)."""
        classes = "1, 3, extended-mkcol, access-control, calendarserver-principal-property-search"
        if self.collection(request.path) is not None:
            classes += ", calendar-access, addressbook"
        return Reply(200, (("DAV", classes), ("Allow", ", ".join(_METHODS))))


__all__ = ["ADDRESSBOOK", "CALENDAR", "HOST", "LOGIN", "PASSWORD", "Adversary", "nobody_watches"]

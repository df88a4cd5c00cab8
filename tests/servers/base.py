"""What all servers of the tests have in common.

Theory
------
A ``TestServer`` runs in a fresh folder on a free port of 127.0.0.1 until it is
stopped. It starts with two users, alice and bob; ``new_account`` makes another
one, so that each test has home sets of its own on a server that lives as long
as the test session. What servers do differently and a test has to know is in
``Traits``; ``test_servers`` measures them on the running servers.
"""

from __future__ import annotations

import itertools
import secrets
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import ClassVar, Self

from tests.servers.http_client import DavClient, Reply
from tests.servers.oracle import XML_HEADERS, Account, propfind_body
from tests.servers.process import Daemon, PortTaken, ServerFailed, free_port, remove_folder


@dataclass(frozen=True, slots=True)
class Traits:
    """What a test has to know about a server.

    :param authenticates: asks for a login at all.
    :param several_users: ``new_account`` gives another user; where it does not,
        it gives the only user again, with home sets emptied.
    :param digest: the login is Digest (RFC 7616), else Basic.
    :param tls: speaks https with a certificate of our own (``ca_file``).
    :param sync_report: sync-collection (RFC 6578) on calendars and address books.
    :param data_in_sync: that report gives calendar-data and address-data too.
    :param rewrites: what is read may differ in bytes from what was put.
    :param keep_alive: a connection serves more than one request.
    :param vcard4: a vCard 4.0 is served as 4.0 without being asked for that version.
    :param one_home: calendars and address books share a home set.
    :param schedule_tag: Schedule-Tag (RFC 6638 §3.2.10).
    :param unique_uid: a second resource with the same UID in a collection is refused.
    :param permanent: collections that are in every account and cannot be
        deleted, as paths with ``{username}``.
    """

    authenticates: bool = True
    several_users: bool = True
    digest: bool = False
    tls: bool = False
    sync_report: bool = True
    data_in_sync: bool = True
    rewrites: bool = False
    keep_alive: bool = True
    vcard4: bool = True
    one_home: bool = False
    schedule_tag: bool = False
    unique_uid: bool = True
    permanent: tuple[str, ...] = ()


class TestServer(ABC):
    """A DAV server in a process of its own. Use it as a context manager."""

    __test__ = False
    """Keeps pytest from taking this class for a class of tests."""

    kind: ClassVar[str]
    traits: ClassVar[Traits]

    def __init__(self) -> None:
        self.port = 0
        self.folder: Path | None = None
        self.daemon: Daemon | None = None
        self._passwords: dict[str, str] = {}
        self._numbers = itertools.count(1)
        self._accounts: list[Account] = []
        self._alice: Account | None = None
        self._bob: Account | None = None

    # -- what each server defines ---------------------------------------------

    @abstractmethod
    def _make_folder(self) -> Path:
        """A fresh folder that the server can use."""

    @abstractmethod
    def _prepare(self, folder: Path) -> Daemon:
        """Write the configuration for ``self.port``; the process, not started."""

    @abstractmethod
    def _add_user(self, username: str, password: str) -> None:
        """Make a login known to the server; it may be running already."""

    @abstractmethod
    def _home_sets(self, username: str) -> tuple[str, str, str]:
        """Paths of a user's principal, calendar home set, address book home set."""

    def _ready(self) -> bool:
        """Whether it answers the first user. An OSError means "not yet"."""
        username, password = "alice", self._passwords["alice"]
        with DavClient(
            self.url,
            username if self.traits.authenticates else None,
            password,
            ca_file=self.ca_file,
            timeout=5,
        ) as client:
            wanted = propfind_body(("DAV:", "resourcetype"))
            principal = self._home_sets(username)[0]
            reply = client.request("PROPFIND", principal, wanted, {**XML_HEADERS, "Depth": "0"})
            return reply.status == 207

    # -- running ---------------------------------------------------------------

    def start(self) -> None:
        """Start in a fresh folder; returns when alice and bob can log in.

        :raises ServerFailed: it did not start; the message shows its logs.
        """
        for attempt in range(5):
            try:
                self._start_once()
            except PortTaken:
                self.stop()
                if attempt == 4:
                    raise
            except BaseException:
                self.stop()
                raise
            else:
                return

    def _start_once(self) -> None:
        self.port = free_port()
        self.folder = self._make_folder()
        self._passwords = {name: self._new_password() for name in ("alice", "bob")}
        self.daemon = self._prepare(self.folder)
        self.daemon.start()
        self.daemon.wait_until(self._ready)
        self._alice = self._account("alice")
        if self.traits.several_users:
            self._bob = self._account("bob")

    def stop(self) -> None:
        """Stop it, wait until its processes are gone, remove its folder."""
        for account in self._accounts:
            account.close()
        self._accounts.clear()
        self._alice = self._bob = None
        if self.daemon is not None:
            self.daemon.stop()
            self.daemon = None
        if self.folder is not None:
            remove_folder(self.folder)
            self.folder = None

    def halt(self) -> None:
        """Stop the process but keep folder and port: the server is down."""
        self._running().stop()

    def come_back(self) -> None:
        """Start the process again on the same folder and port.

        :raises ServerFailed: it did not start.
        """
        daemon = self._running()
        daemon.start()
        daemon.wait_until(self._ready)

    @property
    def _folder(self) -> Path:
        if self.folder is None:
            raise ServerFailed(f"{self.kind} was not started")
        return self.folder

    def _running(self) -> Daemon:
        if self.daemon is None:
            raise ServerFailed(f"{self.kind} was not started")
        return self.daemon

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    # -- what a user would type --------------------------------------------------

    @property
    def url(self) -> str:
        """The address that a user would type."""
        return f"{'https' if self.traits.tls else 'http'}://127.0.0.1:{self.port}/"

    @property
    def ca_file(self) -> Path | None:
        """Certificate authority of the server, or ``None`` without TLS."""
        return None

    @property
    def username(self) -> str:
        """The first user's login."""
        return self.alice.username

    @property
    def password(self) -> str:
        """The first user's password; another one at each start."""
        return self.alice.password

    # -- accounts ------------------------------------------------------------------

    @property
    def alice(self) -> Account:
        """The first user."""
        if self._alice is None:
            raise ServerFailed(f"{self.kind} was not started")
        return self._alice

    @property
    def bob(self) -> Account:
        """The second user; only where ``traits.several_users``."""
        if self._bob is None:
            raise ServerFailed(f"{self.kind} was not started, or has one user only")
        return self._bob

    def new_account(self) -> Account:
        """A fresh user whose home sets have nothing but ``traits.permanent``."""
        if self.traits.several_users:
            username = f"user{next(self._numbers)}"
            self._passwords[username] = self._new_password()
            self._add_user(username, self._passwords[username])
            account = self._account(username)
        else:
            account = self._account("alice")
        account.clear()
        return account

    def _account(self, username: str) -> Account:
        principal, calendars, addressbooks = self._home_sets(username)
        account = Account(
            self,
            username,
            self._passwords[username],
            principal=principal,
            calendar_home=calendars,
            addressbook_home=addressbooks,
        )
        self._accounts.append(account)
        return account

    @staticmethod
    def _new_password() -> str:
        # With what an encoder may get wrong: a colon, a percent sign, non-ASCII.
        return f"p:%41 é-{secrets.token_urlsafe(9)}"

    # -- shortcuts for alice ---------------------------------------------------------

    def make_calendar(self, name: str, components: Sequence[str] = ("VEVENT",)) -> str:
        """See ``Account.make_calendar``."""
        return self.alice.make_calendar(name, components)

    def make_addressbook(self, name: str) -> str:
        """See ``Account.make_addressbook``."""
        return self.alice.make_addressbook(name)

    def put(self, path: str, body: bytes) -> Reply:
        """See ``Account.put``."""
        return self.alice.put(path, body)

    def get(self, path: str) -> Reply:
        """See ``Account.get``."""
        return self.alice.get(path)

    def delete(self, path: str) -> None:
        """See ``Account.delete``."""
        self.alice.delete(path)

    def listing(self, collection: str) -> dict[str, bytes]:
        """See ``Account.listing``."""
        return self.alice.listing(collection)

"""Put an account together from its parts: settings, secret, transport, stores.

The one place that knows which class implements which port. What it makes is an
``OpenAccount``; everything in it is made on demand, so that a command that only
reads the state store opens no connection and imports no HTTP.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

import msgspec

from ksync import held_hosts
from ksync.credentials.keyring_store import Keyring
from ksync.credentials.sources import AccountSecret
from ksync.locks import ProcessLock
from ksync.paths import PRIVATE_FILE, ensure_private
from ksync.reporting.errors import UnknownAccount
from ksync.service.errors import StateSetAside
from sync_engine.base_store.database import set_aside
from sync_engine.base_store.store import BaseStore
from sync_engine.cancellation import CancelToken
from sync_engine.core.collection import Kind
from sync_engine.errors import BaseStoreDamaged
from sync_engine.replicas.vdir.disk import translated
from sync_engine.transport.port import Gate

if TYPE_CHECKING:
    from ksync.config import Account, Config
    from ksync.network.guard import Guard
    from ksync.network.rules import Rules
    from ksync.network.watch import Watch
    from ksync.paths import Paths
    from ksync.policy.guard import RulesNow
    from sync_engine.replicas.eds import Services
    from sync_engine.replicas.vdir import VdirStore
    from sync_engine.transport.http import HttpTransport


class Home(msgspec.Struct, frozen=True):
    """A home set, as it is remembered."""

    kinds: tuple[str, ...]
    url: str
    principal: str = ""
    single: bool = False


class Discovery(msgspec.Struct, frozen=True):
    """What discovery found, remembered in the state store.

    :param url: the address that was given; the login belongs to its origin.
    """

    url: str
    principal: str
    home_sets: tuple[Home, ...]


_DISCOVERY = msgspec.json.Decoder(Discovery)
DISCOVERY_FACT = "discovery"

LOCK_WAIT_SECONDS = 30.0
"""How long another process that works on an account is waited for."""

DAMAGED_WAIT_SECONDS = 5.0
"""The same where only reading was wanted, and the state store is damaged."""

Prompt = Callable[[str], str]

FOLDERS = {Kind.CALENDAR: "calendars", Kind.ADDRESSBOOK: "contacts"}
"""Calendars and address books have roots of their own: khal and khard take one each."""


@dataclass
class Parts:
    """What all accounts share.

    :param gate: asked before every request instead of the network guard (in tests).
    :param prompt: asks a person for a password; ``None`` where nobody is.
    :param clock: seconds since the epoch, as runs are dated.
    :param warn: told what a person should know and nothing failed by.
    """

    paths: Paths
    config: Config
    gate: Gate | None = None
    prompt: Prompt | None = None
    warn: Callable[[str], None] = lambda _message: None
    clock: Callable[[], float] = time.time

    @property
    def keyring(self) -> Keyring:
        """The operating system's keyring, as the settings allow it now."""
        return Keyring(
            allow_plaintext=self.config.general.allow_plaintext_keyring,
            may_prompt=self.prompt is not None,
        )

    def rules(self, account: str | None) -> Rules:
        """The network guard's rules for an account as they are now; ``None``: those for all."""
        return self._rules.of(self.config, account)

    @cached_property
    def _rules(self) -> RulesNow:
        from ksync.policy.guard import RulesNow  # noqa: PLC0415  only the network needs it

        return RulesNow(self.paths.config_file)

    @cached_property
    def guard(self) -> Guard:
        """The network guard."""
        from ksync.network.guard import Guard  # noqa: PLC0415  only the network needs it

        return Guard(self.rules, self.paths.state)

    def account(self, name: str) -> OpenAccount:
        """An account of the configuration, which exists."""
        return OpenAccount(self, name, self.config.accounts[name])


class OpenAccount:
    """One account, ready to be used; a context manager that closes what was opened.

    :ivar services: the desktop's store, once it was asked for (``ksync.stores``).
    """

    def __init__(self, parts: Parts, name: str, settings: Account) -> None:
        self.parts = parts
        self.name = name
        self.settings = settings
        self._transport: HttpTransport | None = None
        self._watch: Watch | None = None
        self._store: BaseStore | None = None
        self.services: Services | None = None
        self._held = False

    @property
    def state_folder(self) -> Path:
        """Where the account's state store is."""
        return self.parts.paths.state / "accounts" / self.settings.id

    @property
    def state_file(self) -> Path:
        """The account's state store."""
        return self.state_folder / "state.sqlite3"

    @property
    def data_folder(self) -> Path:
        """Where the account's calendars and address books are."""
        if self.settings.path:
            return Path(self.settings.path).expanduser()
        general = self.parts.config.general.data_dir
        root = Path(general).expanduser() if general else self.parts.paths.data
        return root / self.name

    def lock(self) -> ProcessLock:
        """The account's lock between processes, not yet taken.

        :raises StorageError: its file cannot be made.
        """
        file = self.parts.paths.account_lock(self.settings.id)
        with translated(file):
            ensure_private(file.parent)
            file.touch(PRIVATE_FILE)
        return ProcessLock(file, account=self.name)

    @contextmanager
    def held(
        self, wait: float | None = None, *, cancel: CancelToken | None = None
    ) -> Iterator[None]:
        """Hold the account's lock; whoever writes its state or its folders does.

        What was read before may be old by the time the lock is had: the settings are
        read anew, and an open store is closed, to be opened anew when it is wanted.
        Inside another ``held`` of this object it changes nothing.

        :param wait: seconds to wait for another process, else ``LOCK_WAIT_SECONDS``.
        :raises LockHeld: it still does then. :raises Cancelled: while waiting.
        :raises UnknownAccount: the account was removed meanwhile, or is another one
            of that name.
        :raises ConfigInvalid, ConfigUnreadable: the settings cannot be read now.
        """
        if self._held:
            yield
            return
        seconds = LOCK_WAIT_SECONDS if wait is None else wait
        with self.lock().acquire(seconds, cancel=cancel):
            self._read_anew()
            self._held = True
            try:
                yield
            finally:
                self._held = False

    def _read_anew(self) -> None:
        from ksync.config import load  # noqa: PLC0415  imported when used

        config = load(self.parts.paths.config_file).config
        now = config.accounts.get(self.name)
        if now is None or now.id != self.settings.id:
            raise UnknownAccount("it was removed meanwhile", account=self.name)
        self.parts.config, self.settings = config, now
        self._close_store()

    @property
    def store(self) -> BaseStore:
        """The state store; a damaged one is set aside and begun anew.

        Beginning anew loses no data: both sides are united, nothing is deleted. It
        needs the account's lock: another process may be at work on that file.

        :raises BaseStoreTooNew, StorageError: it cannot be used.
        :raises LockHeld: it is damaged, and another process holds the account.
        """
        if self._store is None:
            with translated(self.state_folder):
                ensure_private(self.state_folder)
            try:
                self._store = _sound(self.state_file)
            except BaseStoreDamaged:
                with self.held(DAMAGED_WAIT_SECONDS):
                    self._store = self._begun_anew()
            # it may be erased at this very moment
            with suppress(FileNotFoundError):
                if self.state_file.stat().st_mode & 0o077:
                    self.state_file.chmod(PRIVATE_FILE)
        return self._store

    def _begun_anew(self) -> BaseStore:
        try:
            # another process may have done it while this one waited
            return _sound(self.state_file)
        except BaseStoreDamaged as error:
            set_store_aside(self, error.detail)
            return BaseStore.open(self.state_file)

    def secret(self) -> AccountSecret:
        """The login, asked for when a server first wants it."""
        return AccountSecret(
            account=self.name,
            account_id=self.settings.id,
            username=self.settings.username,
            keyring=self.parts.keyring,
            command=self.settings.password_command,
            prompt=self.parts.prompt,
        )

    def transport(self, *, url: str, secret: Callable[[], object] | None = None) -> HttpTransport:
        """The one door to the network, for the origin of ``url``."""
        from ksync import __version__  # noqa: PLC0415  only the network needs it
        from sync_engine.transport.http import HttpTransport  # noqa: PLC0415  imports HTTP

        if self._transport is None:
            guarding = self.parts.guard.gate(self.name)
            self._transport = HttpTransport(
                self.parts.gate or guarding,
                secret or self.secret(),  # type: ignore[arg-type]  # a CredentialSource by its call
                origin=origin_of(url),
                trusted_hosts=self.trusted_hosts(),
                ca_file=self.settings.ca_file,
                proxy=self.parts.config.network.proxy,
                user_agent=f"kSync/{__version__}",
            )
            self._transport.hosts.restore(held_hosts.held(self.store, self.parts.clock()))
            self._watch = self.parts.guard.attend(self.name, guarding, self._transport.void)
        return self._transport

    def trusted_hosts(self) -> tuple[str, ...]:
        """Hosts beside the server's own that may get the password."""
        preset = self.settings.preset
        hosts = [host for url in preset.urls if (host := urlsplit(url).hostname)]
        return (*self.settings.trusted_hosts, *hosts, *preset.trusted_hosts)

    @property
    def discovery(self) -> Discovery | None:
        """What discovery found for the address that the settings name now."""
        stored = self.store.runs.fact(DISCOVERY_FACT)
        if stored is None:
            return None
        found = _DISCOVERY.decode(stored)
        return found if found.url in self.settings.urls else None

    def remember(self, found: Discovery) -> None:
        """Keep what discovery found."""
        self.store.runs.set_fact(DISCOVERY_FACT, msgspec.json.encode(found).decode())

    def vdir(self, kind: Kind) -> VdirStore:
        """The root folder for one kind of collection."""
        from sync_engine.replicas.vdir import VdirStore  # noqa: PLC0415  not every verb needs it

        return VdirStore(self.vdir_folder(kind), kind)

    def vdir_folder(self, kind: Kind) -> Path:
        """The root folder's path."""
        return self.data_folder / FOLDERS[kind]

    def close(self) -> None:
        """Close what was opened; which hosts asked to be left alone is remembered."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if self._transport is not None:
            if self._store is not None:
                held_hosts.keep(self._store, self._transport.hosts.held())
            self._transport.close()
        if self.services is not None:
            self.services.bus.close()
            self.services = None
        self._close_store()

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


def set_store_aside(account: OpenAccount, detail: str) -> None:
    """Put a damaged state store out of the way; the account's lock is held.

    :param detail: what was found.
    """
    account._close_store()
    aside = set_aside(account.state_file)
    account.parts.warn(str(StateSetAside(detail, resource=str(aside))))


def _sound(file: Path) -> BaseStore:
    """The store in a file, after an integrity check.

    :raises BaseStoreDamaged: it is not sound; nothing is open then.
    """
    store = BaseStore.open(file)
    try:
        store.database.check()
    except BaseException:
        store.close()
        raise
    return store


def marker_key(account_id: str, url: str) -> str:
    """What a folder's hidden marker says: whose it is, and of which collection."""
    return f"{account_id} {url}"


def origin_of(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of a URL."""
    parts = urlsplit(url)
    scheme = parts.scheme or "https"
    return scheme, parts.hostname or "", parts.port or (80 if scheme == "http" else 443)

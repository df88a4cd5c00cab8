"""Accounts: add, list, show, test, change, remove."""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ksync import providers
from ksync.composition import Discovery, OpenAccount, Parts
from ksync.config.edit import edit, table_changes
from ksync.config.effective import refuse_locked
from ksync.config.keys import parse_or_remove
from ksync.config.rules import RULES, account_name
from ksync.credentials.errors import CredentialError
from ksync.credentials.sources import Source
from ksync.reporting.errors import AccountExists, UsageError
from ksync.service import leaving, password_age, presets, select
from ksync.service.collections import CollectionView, views
from ksync.service.discovering import discover
from ksync.sides import ServerSide
from ksync.stores import whereabouts
from sync_engine.cancellation import CancelToken
from sync_engine.transport.port import Meter, Secret

if TYPE_CHECKING:
    from ksync.config import Account, Loaded
    from ksync.config.edit import Change, Plain
    from sync_engine.cycle.ports import Listing

Settle: TypeAlias = "Callable[[tuple[CollectionView, ...]], list[Change]]"
"""What else is set when an account is added, by the collections that were found."""

SETTABLE = (
    "url", "username", "provider", "ca_file", "trusted_hosts", "password_command", "path",
    "store",
)  # fmt: skip

_TITLES = {
    "url": "The address",
    "username": "The user name",
    "password_command": "The password command",
    "trusted_hosts": "The trusted hosts",
}


@dataclass(frozen=True, slots=True)
class NewAccount:
    """What ``account add`` was given.

    :param url: overrides the provider's addresses.
    :param password: to be stored in the keyring; ``None`` with a ``password_command``
        or a systemd credential.
    """

    name: str
    username: str
    provider: str = providers.DEFAULT
    url: str | None = None
    password: str | None = field(default=None, repr=False)
    password_command: str | None = None
    ca_file: str | None = None
    trusted_hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccountView:
    """An account as it is shown.

    :param managed: the administrator described it; it cannot be removed.
    :param waiting: the administrator described it, and its password was not given yet.
    :param password_stored_at: when the password was put into the keyring, ``None``: it is
        not there, or nobody knows.
    :param password_old: that is more than a year ago.
    :param store: where its collections shall be on this computer, if not said of one itself.
    """

    name: str
    id: str
    provider: str
    url: str
    username: str
    password_source: str
    data_folder: str
    collections: int
    items: int
    ca_file: str | None = None
    trusted_hosts: tuple[str, ...] = ()
    managed: bool = False
    waiting: bool = False
    password_stored_at: float | None = None
    password_old: bool = False
    store: str = "vdir"


@dataclass(frozen=True, slots=True)
class AccountTest:
    """What a test of the login found.

    :param stored: where the password came from.
    """

    account: AccountView
    principal: str
    home_sets: tuple[str, ...]
    collections: tuple[CollectionView, ...]
    password_source: str


class Accounts:
    """Everything about accounts."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def names(self) -> list[str]:
        """All names."""
        return sorted(self._parts.config.accounts)

    def check_new(self, new: NewAccount) -> str:
        """Refuse what cannot work, before a password is asked for.

        :returns: advice about the user name, ``""`` if there is none.
        :raises UsageError, AccountExists:
        """
        wrong = account_name(new.name)
        if wrong:
            raise UsageError(f"An account's name {wrong}.", account=new.name)
        if presets.preset(self._parts, new.name) is not None:
            given = {key: getattr(new, key) for key in presets.PRESET}
            presets.refuse_other(self._parts, new.name, given)
        elif new.name in self._parts.config.accounts:
            raise AccountExists(account=new.name)
        if new.provider not in providers.PROVIDERS:
            known = ", ".join(sorted(providers.PROVIDERS))
            raise UsageError(f"There is no provider “{new.provider}”.", hint=f"Known: {known}.")
        preset = providers.PROVIDERS[new.provider]
        if preset.needs_url and not new.url:
            raise UsageError("The server's address is missing.", hint="Give it with --url URL.")
        if new.ca_file and not Path(new.ca_file).expanduser().is_file():
            raise UsageError(f"There is no file {new.ca_file}.", hint="Check --ca-file.")
        for key in ("url", "username", "password_command", "trusted_hosts"):
            value = getattr(new, key)
            if value is not None and (wrong := RULES[key](value)):
                raise UsageError(f"{_TITLES[key]} {wrong}.", account=new.name)
        return preset.username_advice(new.username)

    def preset(self, name: str) -> Account | None:
        """What the administrator said about an account that waits for its password."""
        return presets.preset(self._parts, name)

    def check_keyring(self) -> None:
        """Refuse to ask for a password that could not be stored.

        :raises CredentialError: there is no keyring that may be used now.
        """
        self._parts.keyring.describe()

    def free_name(self, wished: str) -> str:
        """A name for a new account: this one, made valid, with a number if it is taken."""
        base = re.sub(r"[^A-Za-z0-9._@+-]+", "-", wished).strip("-._@+")[:60] or "account"
        taken = self._parts.config.accounts
        names = (base, *(f"{base}-{number}" for number in range(2, len(taken) + 3)))
        return next(name for name in names if name not in taken)

    def add(
        self,
        new: NewAccount,
        cancel: CancelToken | None = None,
        *,
        settle: Settle = lambda _collections: [],
    ) -> AccountTest:
        """Verify the login, discover, store the secret, write the settings.

        Nothing is kept if anything fails.

        :param settle: further settings, made in the same step, before anybody syncs it.
        :raises AuthenticationRejected, DiscoveryFailed, TransportError: from the server.
        :raises CredentialError: the password cannot be stored, or none was found.
        """
        self.check_new(new)
        known = presets.preset(self._parts, new.name)
        settings = _settings(new, known.id if known else str(uuid.uuid4()))
        opened = OpenAccount(self._parts, new.name, settings)
        began = not opened.state_folder.exists()
        stored = False
        secret = opened.secret()
        try:
            given = Secret(new.username, new.password) if new.password is not None else None
            opened.transport(url=settings.urls[0], secret=(lambda: given) if given else secret)
            found = discover(opened, cancel)
            # no lock: nobody else knows of this account yet
            collections = _take(opened, found, _ask(opened, found))
            source = Source.KEYRING if new.password is not None else secret.find().source
            result = _tested(opened, found, collections, source.value)
            if new.password is not None:
                self._parts.keyring.set(settings.id, new.password)
                stored = True
                password_age.note(opened)
            self._write(new, settings, settle(collections))
            result = replace(result, account=replace(result.account, waiting=False))
        except BaseException:
            opened.close()
            if began:
                shutil.rmtree(opened.state_folder, ignore_errors=True)
            if stored:
                with suppress(CredentialError):
                    self._parts.keyring.delete(settings.id)
            raise
        opened.close()
        return result

    def all(self) -> list[AccountView]:
        """All accounts."""
        return [self.show(name) for name in self.names()]

    def show(self, name: str) -> AccountView:
        """One account.

        :raises UnknownAccount:
        """
        with select.account(self._parts, name) as opened:
            return _view(opened)

    def test(self, name: str, cancel: CancelToken | None = None) -> AccountTest:
        """Log in, discover anew, list the collections. Raises as ``add`` does."""
        with select.account(self._parts, name) as opened:
            secret = opened.secret()
            opened.transport(url=opened.settings.urls[0], secret=secret)
            found = discover(opened, cancel)
            listing = _ask(opened, found)
            source = secret.find().source
            with opened.held():
                collections = _take(opened, found, listing)
                return _tested(opened, found, collections, source.value)

    def refresh(self, name: str, cancel: CancelToken | None = None) -> tuple[CollectionView, ...]:
        """Read the list of collections from the server."""
        with select.account(self._parts, name) as opened:
            found = opened.discovery or discover(opened, cancel)
            listing = _ask(opened, found)
            with opened.held():
                return _take(opened, opened.discovery or found, listing)

    def set(self, name: str, changes: Mapping[str, str]) -> AccountView:
        """Change settings, e.g. ``{"url": "https://…"}``; an empty text takes one out.

        :raises UsageError: another key. :raises ConfigRefused: a wrong value.
        """
        select.account(self._parts, name)
        for key in changes:
            if key not in SETTABLE:
                raise UsageError(
                    f"An account has no setting “{key}”.",
                    account=name,
                    hint=f"It has: {', '.join(SETTABLE)}.",
                )

        def planned(loaded: Loaded) -> list[Change]:
            return [
                parse_or_remove(loaded.config, ("accounts", name, key), value)
                for key, value in changes.items()
            ]

        self._parts.config = edit(self._parts.paths, planned).config
        return self.show(name)

    def set_password(
        self, name: str, password: str, *, check: bool = True, cancel: CancelToken | None = None
    ) -> None:
        """Store another password, after the server accepted it."""
        with select.account(self._parts, name) as opened:
            if check:
                given = Secret(opened.settings.username, password)
                opened.transport(url=opened.settings.urls[0], secret=lambda: given)
                found = discover(opened, cancel)
                with opened.held():
                    opened.remember(found)
            # not while the lock is held: a keyring may ask a person to unlock it
            self._parts.keyring.set(opened.settings.id, password)
            with opened.held():
                password_age.note(opened)

    def sign_out(self, name: str, *, erase: bool = False) -> leaving.SignedOut:
        """Delete the secret and keep the settings; see ``leaving``."""
        return leaving.sign_out(self._parts, name, erase=erase)

    def remove(self, name: str, *, erase: bool, wait: float = 30.0) -> list[str]:
        """Remove the settings and the secret; with ``erase`` also files, state, history.

        The settings go last: until then it can be tried again.

        :returns: paths of what was left on purpose (foreign files, or everything).
        :raises PolicyForbids: the administrator manages it.
        :raises LockHeld: another process holds the account.
        :raises CredentialError: the secret may be in a keyring that is not open.
        :raises ReplicaUnavailable, StorageError: not everything could be erased.
        """
        return leaving.remove(self._parts, name, erase=erase, wait=wait)

    def _write(self, new: NewAccount, settings: Account, more: list[Change]) -> None:
        values: dict[str, Plain | None] = {
            "id": settings.id,
            "provider": settings.provider,
            "url": settings.url,
            "username": settings.username,
            "password_command": settings.password_command,
            "ca_file": settings.ca_file,
            "trusted_hosts": list(settings.trusted_hosts) or None,
        }

        def planned(loaded: Loaded) -> list[Change]:
            if new.name in loaded.config.accounts and new.name not in loaded.waiting:
                raise AccountExists(account=new.name)
            refuse_locked(loaded, (path for path, _ in more))
            return [*table_changes(("accounts", new.name), values), *more]

        # an account that a policy describes is copied as it holds, the locked keys too
        self._parts.config = edit(self._parts.paths, planned, guarded=False).config


def _ask(opened: OpenAccount, found: Discovery) -> Listing:
    """The list of collections as the server has it now."""
    return ServerSide(opened, found).listing(Meter(), CancelToken())


def _take(opened: OpenAccount, found: Discovery, listing: Listing) -> tuple[CollectionView, ...]:
    """Keep what the server said; the caller holds the account's lock."""
    opened.store.collections.take_listing(
        listing.principal,
        listing.collections,
        listing.complete,
        listing.principals,
        at=opened.parts.clock(),
    )
    opened.remember(found)
    return views(opened)


def _settings(new: NewAccount, identifier: str) -> Account:
    from ksync.config import Account  # noqa: PLC0415  imported when used

    ca_file = str(Path(new.ca_file).expanduser().absolute()) if new.ca_file else None
    return Account(
        id=identifier,
        username=new.username,
        provider=new.provider,
        url=new.url,
        password_command=new.password_command,
        ca_file=ca_file,
        trusted_hosts=new.trusted_hosts,
    )


def _view(opened: OpenAccount) -> AccountView:
    settings = opened.settings
    waiting = opened.name in presets.waiting(opened.parts)
    # looking at an account that nobody took up makes no files
    rows = [] if waiting and not opened.state_file.exists() else opened.store.collections.all()
    age = password_age.UNKNOWN if waiting else password_age.of(opened)
    return AccountView(
        name=opened.name,
        id=settings.id,
        provider=settings.provider,
        url=settings.urls[0],
        username=settings.username,
        password_source="password_command" if settings.password_command else "keyring",
        data_folder=whereabouts(opened),
        collections=len(rows),
        items=sum(opened.store.base.count(row.id) for row in rows),
        ca_file=settings.ca_file,
        trusted_hosts=settings.trusted_hosts,
        managed=presets.is_managed(opened.parts, opened.name),
        waiting=waiting,
        password_stored_at=age.stored_at,
        password_old=age.old,
        store=settings.store.value,
    )


def _tested(
    opened: OpenAccount,
    found: Discovery,
    collections: tuple[CollectionView, ...],
    source: str,
) -> AccountTest:
    return AccountTest(
        account=replace(_view(opened), password_source=source),
        principal=found.principal,
        home_sets=tuple(home.url for home in found.home_sets),
        collections=collections,
        password_source=source,
    )

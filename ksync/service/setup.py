"""Setting an account up, step by step, in a place of its own: nothing is kept until the end.

Theory
------
A *trial* is a profile below the cache folder, with the user's settings but without the
accounts. The login is tried there, collections are looked at and chosen there, and the
first sync is run dry there. The password stays in memory. When the person has agreed, the
account is added to the real profile, with everything that was chosen, in one step: no
other process can sync it before.

Rules
-----
* ``drop`` leaves nothing behind; what a crash left is swept away by the next trial.
* The guard of the real profile holds for every request of a trial, and so do policies.
"""

from __future__ import annotations

import os
import shutil
import tomllib
import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ksync.composition import Parts
from ksync.config import load
from ksync.config.edit import APPEND, Change
from ksync.config.model import Store
from ksync.credentials.errors import SecretMissing
from ksync.credentials.keyring_store import Keyring
from ksync.network.guard import Guard
from ksync.network.rules import Mode
from ksync.paths import Paths, ensure_private, write_private
from ksync.reporting.errors import AppError
from ksync.service import preferences
from ksync.service.accounts import Accounts, AccountTest, AccountView, NewAccount
from ksync.service.collections import Collections, CollectionView
from ksync.service.network import NewNetwork, values
from ksync.service.sync import AccountReport, Sync
from sync_engine.cancellation import CancelToken

if TYPE_CHECKING:
    from ksync.reporting.catalog import Problem

_FOLDER = "setup"


@dataclass(frozen=True, slots=True)
class Counted:
    """What the first sync of a collection would do."""

    id: str
    title: str
    kind: str
    components: tuple[str, ...]
    colour: str
    items: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What the first sync would do.

    :param problems: what it could not look at.
    """

    collections: tuple[Counted, ...]
    problems: tuple[Problem, ...]

    @property
    def items(self) -> int:
        """All that would come here."""
        return sum(each.items for each in self.collections)


@dataclass(frozen=True, slots=True)
class GuardChoice:
    """Where the account may sync.

    :param mode: ``None``: as it is set.
    :param networks: Wi-Fi networks that are listed, beside those that are.
    """

    mode: Mode | None = None
    networks: tuple[NewNetwork, ...] = ()


@dataclass(frozen=True, slots=True)
class Managed:
    """What the administrator has in hand.

    :param waiting: accounts that wait for their password.
    :param guard: the mode of the network guard cannot be chosen.
    """

    manager: str
    waiting: tuple[AccountView, ...]
    guard: bool


def managed(parts: Parts) -> Managed:
    """What is managed, and what of it is missing."""
    accounts = Accounts(parts)
    waiting = tuple(view for view in accounts.all() if view.waiting)
    found = preferences.read(parts)
    return Managed(found.manager, waiting, "network_guard.mode" in found.locked)


class _Memory(Keyring):
    """A keyring that ends with the process."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, str] = {}

    def quiet(self) -> Keyring:
        """Itself: it never asks."""
        return self

    def get(self, account_id: str) -> str:
        """See ``Keyring``."""
        if account_id not in self._kept:
            raise SecretMissing("nothing was given yet")
        return self._kept[account_id]

    def set(self, account_id: str, password: str) -> None:
        """See ``Keyring``."""
        self._kept[account_id] = password

    def delete(self, account_id: str) -> bool:
        """See ``Keyring``."""
        return self._kept.pop(account_id, None) is not None

    def describe(self) -> str:
        """See ``Keyring``."""
        return "memory"


class _TrialParts(Parts):
    """The parts of a trial: its own places, the real guard, a keyring in memory."""

    memory: Keyring
    real: Path

    @property
    def keyring(self) -> Keyring:
        """The one in memory."""
        return self.memory

    @cached_property
    def guard(self) -> Guard:
        """The real one: what was allowed once is allowed here."""
        return Guard(self.rules, self.real)


class Trial:
    """An account that is being set up.

    It is used by one thread at a time.

    :param paths: of the real profile.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._root = paths.cache / _FOLDER / f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._scratch = Paths.under(self._root)
        self._memory = _Memory()
        self._new: NewAccount | None = None
        self._dropped = False

    def sign_in(self, parts: Parts, new: NewAccount, cancel: CancelToken | None = None) -> (
        AccountTest
    ):  # fmt: skip
        """Try the login, and look which collections there are.

        :param parts: of the real profile.
        :raises UsageError, AccountExists: it cannot be added like this.
        :raises CredentialError: the password could not be stored later.
        :raises EngineError: from the server.
        """
        real = Accounts(parts)
        real.check_new(new)
        if new.password is not None:
            real.check_keyring()
        self._begin(parts)
        found = Accounts(self._parts(parts)).add(new, cancel)
        if self._dropped:
            self.drop()
        self._new = new
        # only now the policy's word on which collections count is known
        collections = Collections(self._parts(parts)).list(new.name)
        return replace(found, collections=tuple(collections))

    def choose(self, parts: Parts, wanted: Iterable[str]) -> None:
        """Choose the collections, by their IDs; the others are left out."""
        chosen = frozenset(wanted)
        collections = Collections(self._parts(parts))
        for view in collections.list(self._account.name):
            if view.enabled != (view.id in chosen):
                change = collections.enable if view.id in chosen else collections.disable
                change(view.id)

    def preview(self, parts: Parts, cancel: CancelToken | None = None) -> Preview:
        """What the first sync would do; nothing is changed anywhere."""
        scratch = self._parts(parts)
        name = self._account.name
        (report,) = Sync(scratch).run([name], dry_run=True, cancel=cancel).accounts
        views = {view.id: view for view in Collections(scratch).list(name) if view.enabled}
        return Preview(tuple(_counted(report, views)), report.problems)

    def keep(self, parts: Parts, guard: GuardChoice, store: Store = Store.VDIR) -> AccountTest:
        """Add the account to the real profile, with everything that was chosen.

        Nothing is kept if anything fails; it can be tried again.

        :param store: where its collections appear on this computer.
        """
        new = self._account
        off = {
            view.href for view in Collections(self._parts(parts)).list(new.name) if not view.enabled
        }

        def settle(found: tuple[CollectionView, ...]) -> list[Change]:
            left_out: list[Change] = [
                (("accounts", new.name, "collections", view.id.partition("/")[2], "enabled"), False)
                for view in found
                if view.href in off
            ]
            place: list[Change] = []
            if store is not Store.VDIR:
                place.append((("accounts", new.name, "store"), store.value))
            return [*left_out, *place, *_guard_changes(parts, guard)]

        result = Accounts(parts).add(new, settle=settle)
        self.drop()
        return result

    def drop(self) -> None:
        """Leave nothing behind."""
        self._dropped = True
        self._new = None
        shutil.rmtree(self._root, ignore_errors=True)
        with suppress(OSError):
            self._root.parent.rmdir()

    @property
    def _account(self) -> NewAccount:
        if self._new is None:
            raise NotSignedIn
        return self._new

    def _begin(self, parts: Parts) -> None:
        """A fresh place, with the user's settings but without the accounts."""
        _sweep(self._root.parent)
        shutil.rmtree(self._root, ignore_errors=True)
        self._dropped = False
        self._memory = _Memory()
        ensure_private(self._root)
        file = parts.paths.config_file
        document = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
        document.pop("accounts", None)
        document.get("general", {}).pop("data_dir", None)
        import tomlkit  # noqa: PLC0415  most runs write no settings

        write_private(self._scratch.config_file, tomlkit.dumps(document).encode())

    def _parts(self, real: Parts) -> Parts:
        config = load(self._scratch.config_file).config
        made = _TrialParts(self._scratch, config, real.gate)
        made.memory, made.real = self._memory, self._paths.state
        return made


class NotSignedIn(AppError):
    """A step that needs the login came before it."""

    reference = "setup.not_signed_in"


def _counted(report: AccountReport, views: dict[str, CollectionView]) -> Iterable[Counted]:
    results = report.result.collections if report.result is not None else []
    by_slug = {result.slug: result for result in results}
    for view in views.values():
        result = by_slug.get(view.id.partition("/")[2])
        yield Counted(
            view.id, view.display_name, view.kind, view.components, view.color or "",
            result.counts["downloaded"] if result is not None else 0,
        )  # fmt: skip


def _guard_changes(parts: Parts, guard: GuardChoice) -> list[Change]:
    changes: list[Change] = []
    if guard.mode is not None and guard.mode is not parts.config.network_guard.mode:
        changes.append((("network_guard", "mode"), guard.mode.value))
    listed = {wifi.octets for wifi in parts.config.network_guard.wifi}
    for new in guard.networks:
        if new.ssid and new.ssid not in listed:
            changes.append((("network_guard", "wifi", APPEND), values(new.ssid, new)))
    return changes


def _sweep(folder: Path) -> None:
    """Remove the trials of processes that are no more."""
    for old in folder.iterdir() if folder.is_dir() else ():
        number = old.name.partition("-")[0]
        if not number.isdigit() or not _runs(int(number)):
            shutil.rmtree(old, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


__all__ = [
    "Counted",
    "GuardChoice",
    "Managed",
    "Preview",
    "Trial",
    "managed",
]

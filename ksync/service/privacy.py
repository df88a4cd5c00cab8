"""What is stored where and why, and its deletion.

Rules
-----
* What is shown is what is there: sizes and numbers are counted, nothing is assumed. No
  item is opened, no title read, the network is not asked.
* ``erase`` deletes everything of kSync on this computer, first what it wrote into programs
  and the secrets, and then looks whether anything is left: in the folders and in the
  keyring. What is not kSync's stays and is named.
* While another kSync is there (a run, a service that is idle, the window) nothing is
  erased: it would write anew. None begins until the accounts and the settings are gone.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ksync.composition import OpenAccount, Parts
from ksync.config.model import Store
from ksync.credentials.errors import (
    CredentialError,
    KeyringMissing,
    PlaintextRefused,
    SecretMissing,
)
from ksync.locks import ProcessLock
from ksync.presence import alone
from ksync.reporting import logs
from ksync.service import leaving, password_age, select
from ksync.service.connections import Connections
from ksync.stores import in_desktop, stores_in_use, whereabouts
from sync_engine.replicas.names import SUFFIXES
from sync_engine.replicas.vdir.disk import translated

SETTINGS_WHY = "what you chose: accounts, user names, addresses, listed networks; no password"
ITEMS_WHY = "your calendars, tasks and contacts, for you and your other programs"
STATE_WHY = "what both sides last agreed on, so that a sync can tell what changed"
HISTORY_WHY = "versions that sync overwrote or deleted, so that nothing is lost"
REPORTS_WHY = "what each run did, for `ksync report`"
LOGIN_WHY = "to log in to the server; it goes nowhere else"
PROGRAM_WHY = (
    "locks, the window's size, a pause, what was allowed for a while, the gateway's address"
)
CONNECTIONS_WHY = "what was written into the settings of which program, so that it can be undone"
LOG_WHY = "what ran and what went wrong: no titles, names or addresses"


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is stored.

    :param what: ``settings``, ``password``, ``items``, ``state``, ``history``, ``reports``,
        ``connection``, ``logs`` or ``program``.
    :param account: whose, ``""`` for all.
    :param place: where: a path, or the keyring.
    :param count: how many files, items, versions or runs; ``None`` where that says nothing.
    :param octets: their size, ``None`` where it is part of another row's.
    :param until: how long it is kept.
    """

    what: str
    account: str
    place: str
    count: int | None
    octets: int | None
    why: str
    until: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that is stored, and who is talked to.

    :param hosts: for each account the hosts that get its login, and no others do.
    """

    kept: tuple[Kept, ...]
    hosts: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of an erasure.

    :param left: paths of what is there still, and why; empty if nothing is.
    """

    accounts: tuple[str, ...]
    left: tuple[str, ...]


class Privacy:
    """The user's data as a whole."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def show(self) -> Overview:
        """What is stored where, how much, and why."""
        parts = self._parts
        kept = [_tree("settings", "", parts.paths.config, SETTINGS_WHY, "until you erase it")]
        hosts: dict[str, tuple[str, ...]] = {}
        for name in sorted(parts.config.accounts):
            with select.account(parts, name) as opened:
                kept += _of_account(opened)
                hosts[name] = _hosts(opened)
        kept += _of_programs(parts)
        kept.append(
            _tree("logs", "", parts.paths.log, LOG_WHY, "5 files of 1 MB, the oldest goes first")
        )
        program = _tree(
            "program", "", parts.paths.state, PROGRAM_WHY, "until you erase it", but="accounts"
        )
        return Overview((*kept, program), hosts)

    def erase(self, *, as_desktop: bool = False, wait: float = 0.0) -> Erased:
        """Delete everything of kSync on this computer, and look whether anything is left.

        :param as_desktop: the caller is the desktop program, which writes nothing any more.
        :param wait: seconds until a sync of the caller's own has ended.
        :raises StillRunning, LockHeld: another kSync is there; nothing was deleted.
        :raises ProgramRuns: a program that is connected runs; nothing was deleted.
        :raises CredentialError: a secret may be in a keyring that is not open; its account
            and those after it are there still.
        """
        parts = self._parts
        names = tuple(sorted(parts.config.accounts))
        ids = {name: parts.config.accounts[name].id for name in names}
        left: list[str] = []
        programs = Connections(parts)
        with translated(parts.paths.state), alone(parts.paths, but_desktop=as_desktop):
            self._nobody_works(wait)
            programs.refuse_while_used()
            left += programs.leave()
            for name in names:
                left += leaving.sign_out(parts, name, erase=True).left
            self._sweep_settings()
        self._sweep_state()  # the locks are in it
        left += self._found()
        left += [f"keyring: {name}" for name in names if self._has_secret(ids[name])]
        return Erased(names, tuple(dict.fromkeys(left)))

    def _nobody_works(self, wait: float) -> None:
        """Not even a sync that somebody asked for, nor one of an account of earlier days."""
        locks = self._parts.paths.state / "locks"
        with ExitStack() as stack:
            for file in sorted(locks.glob("????????-*.lock")):
                stack.enter_context(ProcessLock(file).acquire(wait))

    def _sweep_settings(self) -> None:
        """Delete what is kSync's among settings and logs."""
        paths = self._parts.paths
        config = (f"{paths.config_file.name}*", f".{paths.config_file.name}.*.tmp")
        for file in (
            *(file for pattern in config for file in paths.config.glob(pattern)),
            *logs.files(paths.log),
            *paths.log.glob("error-*.txt"),
        ):
            file.unlink()
        for folder in (paths.config, paths.log, paths.data):
            with suppress(OSError):
                folder.rmdir()

    def _sweep_state(self) -> None:
        """Delete the folders that are kSync's alone."""
        paths = self._parts.paths
        with translated(paths.state):
            for folder in (paths.state, paths.cache):
                if folder.is_dir() and not folder.is_symlink():
                    shutil.rmtree(folder)

    def _found(self) -> Iterator[str]:
        paths = self._parts.paths
        for root in (paths.config, paths.data, paths.state, paths.cache, paths.log):
            for folder, _, files in os.walk(root):
                yield from (str(Path(folder) / file) for file in files)

    def _has_secret(self, account_id: str) -> bool:
        try:
            self._parts.keyring.quiet().get(account_id)
        except (SecretMissing, KeyringMissing, PlaintextRefused):
            return False
        except CredentialError:
            return False  # deleting it was seen to work a moment ago
        return True


def _of_account(opened: OpenAccount) -> Iterator[Kept]:
    name = opened.name
    general = opened.parts.config.general
    if not opened.state_file.exists():
        return
    store = opened.store
    yield from _items(opened)
    versions = len(store.history.newest())
    days = f"{general.history_days} days, at most {general.history_max_mb} MB"
    yield _tree("state", name, opened.state_folder, STATE_WHY, "as long as the account is here")
    yield Kept("history", name, str(opened.state_file), versions, None, HISTORY_WHY, days)
    runs = len(store.runs.latest(1_000_000))
    yield Kept("reports", name, str(opened.state_file), runs, None, REPORTS_WHY, days)
    if password_age.of(opened).stored_at is not None:
        place = "the operating system's keyring"
        yield Kept("password", name, place, 1, None, LOGIN_WHY, "until you sign out")


def _items(opened: OpenAccount) -> Iterator[Kept]:
    until = "until you delete them"
    used = stores_in_use(opened)
    if Store.VDIR in used:
        yield _tree("items", opened.name, opened.data_folder, ITEMS_WHY, until)
    if Store.EDS in used:
        rows = [row for row in opened.store.collections.all() if in_desktop(opened, row)]
        count = sum(opened.store.base.count(row.id) for row in rows)
        place = whereabouts(opened, frozenset({Store.EDS}))
        yield Kept("items", opened.name, place, count, None, ITEMS_WHY, until)


def _of_programs(parts: Parts) -> Iterator[Kept]:
    for one in Connections(parts).all():
        place = one.place or f"the settings of {one.label}"
        until = f"until `ksync disconnect {one.app}`"
        yield Kept("connection", "", place, len(one.entries), None, CONNECTIONS_WHY, until)


def _tree(what: str, account: str, folder: Path, why: str, until: str, but: str = "") -> Kept:
    count = octets = 0
    for at, folders, files in os.walk(folder):
        if but in folders and at == str(folder):
            folders.remove(but)
        for file in files:
            with suppress(OSError):
                octets += (Path(at) / file).lstat().st_size
                count += _counts(what, file)
    return Kept(what, account, str(folder), count, octets, why, until)


def _counts(what: str, file: str) -> bool:
    """Whether a file is one of those that are counted: of a folder of items, the items."""
    if what == "items":
        return file.endswith(tuple(SUFFIXES.values())) and not file.startswith(".")
    return not file.startswith(".")


def _hosts(opened: OpenAccount) -> tuple[str, ...]:
    """Hosts that the login may go to: the account's own, and what was allowed beside it."""
    told = [urlsplit(url).hostname or "" for url in opened.settings.urls]
    found = opened.discovery if opened.state_file.exists() else None
    homes = [urlsplit(home.url).hostname or "" for home in found.home_sets] if found else []
    return tuple(dict.fromkeys(h for h in (*told, *homes, *opened.trusted_hosts()) if h))

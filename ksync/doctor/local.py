"""Checks that ask no server."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from ksync.composition import OpenAccount, Parts, marker_key
from ksync.config.model import Store
from ksync.credentials.errors import CredentialError, SecretMissing
from ksync.doctor.findings import Finding, State, failed
from ksync.reporting.errors import AppError
from ksync.service.connections import Connections
from ksync.stores import desktop_store, kept_in, whereabouts
from sync_engine.base_store.collections import CollectionRow
from sync_engine.base_store.store import BaseStore
from sync_engine.core.collection import Kind
from sync_engine.errors import EngineError
from sync_engine.replicas.vdir import marker

LITTLE_SPACE = 200_000_000
"""Bytes; below that a first sync of a large account may not fit."""


def examine(parts: Parts) -> Iterator[Finding]:
    """All of them."""
    yield _version()
    yield _settings(parts)
    yield from _places(parts)
    if parts.config.accounts:
        yield _keyring(parts)
    for name in sorted(parts.config.accounts):
        with parts.account(name) as opened:
            yield from _account(opened)
    yield from _programs(parts)


def _programs(parts: Parts) -> Iterator[Finding]:
    connections = Connections(parts)
    old = connections.outdated()
    for one in connections.all():
        name = one.app.value.capitalize()
        if one in old:
            yield Finding(
                "programs",
                State.NOTE,
                f"{name} does not show what there is now, or not where it is now.",
                f"`ksync connect {one.app}` brings it up to date.",
            )
        else:
            count = len({entry.id for entry in one.entries})
            yield Finding("programs", State.OK, f"{name} is connected; collections: {count}.")


def _version() -> Finding:
    from ksync import __version__  # noqa: PLC0415  one use

    python = ".".join(map(str, sys.version_info[:3]))
    return Finding(
        "version",
        State.OK,
        f"kSync {__version__}, Python {python}, SQLite {sqlite3.sqlite_version}, {sys.platform}.",
    )


def _settings(parts: Parts) -> Finding:
    count = len(parts.config.accounts)
    if not count:
        return Finding(
            "settings", State.NOTE, "There is no account yet.", "Add one: `ksync account add`."
        )
    return Finding("settings", State.OK, f"The settings are valid; accounts: {count}.")


def _places(parts: Parts) -> Iterator[Finding]:
    paths = parts.paths
    for name, folder in (("settings", paths.config), ("state", paths.state), ("data", paths.data)):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        if not os.access(there, os.W_OK):
            yield Finding(
                "places",
                State.PROBLEM,
                f"The {name} folder {folder} cannot be written.",
                "Check its owner and its permissions, and whether the disk is mounted read-only.",
            )
        elif there == folder and _open_to_others(folder):
            yield Finding(
                "places",
                State.PROBLEM,
                f"Other users can look into the {name} folder {folder}.",
                f"Close it: chmod 700 {folder}",
            )
        free = shutil.disk_usage(there).free
        if free < LITTLE_SPACE:
            yield Finding(
                "disk",
                State.PROBLEM,
                f"Only {free // 1_000_000} MB are free where the {name} folder is.",
                "Make room: a sync stops where the disk is full; nothing is lost by that.",
            )
    yield Finding("places", State.OK, f"Settings in {paths.config}, state in {paths.state}.")


def _open_to_others(folder: Path) -> bool:
    if os.name != "posix":
        return False
    found = folder.stat()
    return found.st_uid == os.geteuid() and bool(stat.S_IMODE(found.st_mode) & 0o077)


def _keyring(parts: Parts) -> Finding:
    try:
        backend = parts.keyring.quiet().describe()
    except CredentialError as error:
        others = all(account.password_command for account in parts.config.accounts.values())
        found = failed("keyring", error)
        if others:
            return Finding("keyring", State.NOTE, f"{found.message} No account needs it.")
        return found
    return Finding("keyring", State.OK, f"The keyring is open ({backend}).")


def _account(opened: OpenAccount) -> Iterator[Finding]:
    yield _password(opened)
    file = opened.state_file
    if not file.exists():
        yield Finding("state", State.NOTE, "It was never synced.", "`ksync sync`", opened.name)
        return
    try:
        store = BaseStore.open(file)
    except EngineError as error:
        yield failed("state", error, opened.name)
        return
    try:
        store.database.check()
        rows = store.collections.all()
        kept = {row.id: kept_in(store, opened.settings, row) for row in rows}
        yield Finding(
            "state", State.OK, f"The sync state is sound ({_size(file)}).", "", opened.name
        )
        yield from _decisions(opened, store)
    except EngineError as error:
        yield failed("state", error, opened.name)
        return
    finally:
        store.close()
    bad = False
    for row in rows:
        if row.local_name is None:
            continue
        try:
            _verify(opened, row, kept[row.id])
        except EngineError as error:
            bad = True
            yield failed("folders", error, opened.name)
    if rows and not bad:
        yield Finding(
            "folders",
            State.OK,
            "All calendars and address books are there, in "
            f"{whereabouts(opened, frozenset(kept.values()))}.",
            "",
            opened.name,
        )
    if Store.VDIR in kept.values():
        yield from _odd_files(opened)


def _verify(opened: OpenAccount, row: CollectionRow, where: Store) -> None:
    """Return if the local side of a collection is there.

    :raises EngineError: else.
    """
    key = marker_key(opened.settings.id, row.marked_url)
    name = row.local_name or ""
    if where is Store.VDIR:
        marker.verify(opened.vdir_folder(row.info.kind) / name, key)
        return
    with opened:
        desktop_store(opened, row.info.kind).open(name, key)


def _decisions(opened: OpenAccount, store: BaseStore) -> Iterator[Finding]:
    waiting = len(store.holds.all()) + len(store.conflicts.all())
    if waiting:
        yield Finding(
            "decisions",
            State.NOTE,
            f"Decisions wait for you: {waiting}.",
            "`ksync hold list` and `ksync conflict list` show them.",
            opened.name,
        )


def _password(opened: OpenAccount) -> Finding:
    settings = opened.settings
    if settings.password_command:
        # running it may ask somebody something; the login below shows whether it works
        return Finding("password", State.OK, "It comes from password_command.", "", opened.name)
    try:
        opened.parts.keyring.quiet().get(settings.id)
    except SecretMissing as error:
        return failed("password", error, opened.name)
    except (CredentialError, AppError) as error:
        return failed("password", error, opened.name)
    return Finding("password", State.OK, "The keyring has it.", "", opened.name)


def _odd_files(opened: OpenAccount) -> Iterator[Finding]:
    """Names that differ only in case: on another system they would be one file."""
    for kind in Kind:
        root = opened.vdir_folder(kind)
        for folder in root.iterdir() if root.is_dir() else ():
            if not folder.is_dir():
                continue
            names = [entry.name for entry in folder.iterdir()]
            if len({name.casefold() for name in names}) != len(names):
                yield Finding(
                    "folders",
                    State.NOTE,
                    f"In {folder} names differ only in upper and lower case.",
                    "Rename one of them before this folder goes to Windows or macOS.",
                    opened.name,
                )


def _size(file: Path) -> str:
    return f"{file.stat().st_size / 1_000_000:.1f} MB"

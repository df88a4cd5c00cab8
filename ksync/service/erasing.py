"""Delete what an account has on this computer.

Rules
-----
* Folders are known by their markers, not by what the state store remembers: one
  that was renamed is found, and a removal that was interrupted is finished. One
  that is not there any more counts as erased.
* What is not ours stays and is named.
* The state goes last: after an error all of it can be tried again.
* The lock file goes last of all, when the settings name no such account any more.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from ksync.composition import OpenAccount, marker_key
from ksync.config.model import Store
from ksync.stores import desktop_store, in_desktop, stores_in_use
from sync_engine.core.collection import Kind
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.vdir import marker
from sync_engine.replicas.vdir.disk import translated


def erase(opened: OpenAccount) -> list[str]:
    """Delete files, state and history; the caller holds the account's lock.

    :returns: paths of what was left.
    :raises ReplicaUnavailable, StorageError: not everything could be deleted; the
        state is still there then.
    """
    left: list[str] = []
    # none of them is looked at again below: what is left there is named already
    done: set[Path] = set()
    if Store.EDS in stores_in_use(opened):
        for kind in Kind:
            desktop_store(opened, kind).erase()
    for kind in Kind:
        for folder, key in _ours(opened, kind):
            left += _remove(opened, kind, folder, key)
            done.add(folder)
    for row in opened.store.collections.all():
        if row.local_name is not None and not in_desktop(opened, row):
            folder = opened.vdir_folder(row.info.kind) / row.local_name
            if folder not in done and os.path.lexists(folder):
                left.append(str(folder))
    opened.close()
    _sweep(opened)
    with translated(opened.state_folder):
        if opened.state_folder.exists():
            shutil.rmtree(opened.state_folder)
    return left


def orphans(opened: OpenAccount) -> list[str]:
    """Paths of what stays when an account is removed without ``erase``."""
    places = (opened.data_folder, opened.state_file)
    return [str(place) for place in places if place.exists()]


def _ours(opened: OpenAccount, kind: Kind) -> list[tuple[Path, str]]:
    """The account's folders of a kind with their keys; half removed ones come first."""
    root = opened.vdir_folder(kind)
    found: list[tuple[Path, str]] = []
    with translated(root):
        for folder in sorted(root.iterdir()) if root.is_dir() else ():
            with suppress(ReplicaUnavailable):
                key = marker.read_key(folder)
                if key.startswith(marker_key(opened.settings.id, "")) and not folder.is_symlink():
                    found.append((folder, key))
    return found


def _remove(opened: OpenAccount, kind: Kind, folder: Path, key: str) -> list[str]:
    store = opened.vdir(kind)
    store.prepare()  # a root that lost its own marker is still the one with our folders
    # a half removed folder has a hidden name; what is foreign in it needs one to be seen
    name = folder.name if not folder.name.startswith(".") else str(kind)
    return [str(folder.with_name(name) / foreign) for foreign in store.remove(name, key)]


def _sweep(opened: OpenAccount) -> None:
    """Remove the roots and the account's folder, as far as nothing is in them."""
    for kind in Kind:
        root = opened.vdir_folder(kind)
        own = root / marker.MARKER
        with suppress(OSError):
            # what is left beside it, if anything, is not ours: the root is none any more
            if not any((path / own.name).exists() for path in root.iterdir()):
                own.unlink()
            root.rmdir()
    with suppress(OSError):
        opened.data_folder.rmdir()

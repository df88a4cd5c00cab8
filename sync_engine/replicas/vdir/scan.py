"""A complete listing of a collection folder, or none.

readdir(3) promises nothing about entries that change while it runs: a file that
another program replaces by rename at that moment may not be listed at all, and
what is not listed counts as deleted (loss class L1). So a pass counts only if the
folder's own times did not change around it; if they are so fresh that a change
might not show in them, two passes in a row must name the same files.
"""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sync_engine.core.identifiers import ResourceId
from sync_engine.core.observation import Failure
from sync_engine.errors import ReplicaUnavailable
from sync_engine.replicas.names import HIDDEN_PREFIX, is_resource, printable
from sync_engine.replicas.vdir.contents import NOT_A_FILE
from sync_engine.replicas.vdir.disk import Step

_ATTEMPTS: Final = 10
_TICK_NS: Final = 20_000_000
"""Longer than the clock tick of a local file system (at most 10 ms)."""


@dataclass(slots=True)
class Listing:
    """One pass over a folder.

    :param files: the status of each resource.
    :param failed: what has a resource's name and is none that can be read.
    :param leftovers: names of ours that an interrupted write left.
    :param started_ns: wall time before the pass.
    """

    started_ns: int
    files: dict[ResourceId, os.stat_result] = field(default_factory=dict)
    failed: dict[ResourceId, Failure] = field(default_factory=dict)
    leftovers: list[str] = field(default_factory=list)


def scan(folder: Path, suffix: str, step: Step) -> Listing:
    """List the resources of a folder, completely.

    :raises ReplicaUnavailable: it kept changing; worth a retry later.
    :raises OSError: it cannot be read.
    """
    previous: Listing | None = None
    for _ in range(_ATTEMPTS):
        before = folder.stat()
        listing = _one_pass(folder, suffix)
        step("scanned")
        after = folder.stat()
        if _changed(before, after):
            previous = None
            continue
        settled = max(before.st_mtime_ns, before.st_ctime_ns) < listing.started_ns - _TICK_NS
        if settled or (previous is not None and _same_names(previous, listing)):
            return listing
        previous = listing
    raise ReplicaUnavailable("the folder keeps changing", where=str(folder))


def _changed(before: os.stat_result, after: os.stat_result) -> bool:
    return (before.st_ino, before.st_dev, before.st_mtime_ns, before.st_ctime_ns) != (
        after.st_ino,
        after.st_dev,
        after.st_mtime_ns,
        after.st_ctime_ns,
    )


def _same_names(one: Listing, other: Listing) -> bool:
    return one.files.keys() == other.files.keys() and one.failed.keys() == other.failed.keys()


def _one_pass(folder: Path, suffix: str) -> Listing:
    listing = Listing(time.time_ns())
    files, is_regular = listing.files, stat.S_ISREG
    odd: dict[str, Failure] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not is_resource(name, suffix):
                if name.startswith(HIDDEN_PREFIX + "-"):
                    listing.leftovers.append(name)
                continue
            if not name.isascii() and (shown := printable(name)) is not None:
                odd[shown] = Failure("resource.invalid_name", "the name is not UTF-8")
                continue
            try:
                status = entry.stat(follow_symlinks=False)
            except FileNotFoundError:
                continue  # deleted since; the folder's times tell
            if is_regular(status.st_mode):
                files[ResourceId(name)] = status
            else:
                listing.failed[ResourceId(name)] = NOT_A_FILE
    for shown, failure in odd.items():
        if shown not in files:  # a file may really be called so
            listing.failed.setdefault(ResourceId(shown), failure)
    return listing

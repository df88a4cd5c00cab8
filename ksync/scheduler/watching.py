"""Everything that is watched for a hint: folders, settings, the desktop's own store."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from ksync.composition import Parts
from ksync.config.model import Store
from ksync.paths import Paths
from ksync.scheduler.desktop import DesktopWatch
from ksync.scheduler.folders import FolderWatch, Watched, of_account, of_settings


class Watches:
    """Both kinds of watch.

    :param noticed: told what it was; from a thread of theirs, quickly.
    """

    def __init__(self, noticed: Callable[[Watched], None]) -> None:
        self._folders = FolderWatch(noticed)
        self._desktop = DesktopWatch(lambda name: noticed(Watched(Path(), name)))

    def settings(self, paths: Paths) -> None:
        """Watch nothing but the settings: they cannot be read now."""
        self._folders.watch(of_settings(paths))
        self._desktop.watch({})

    def accounts(self, parts: Parts, names: Iterable[str]) -> None:
        """Watch the settings and these accounts."""
        opened = [parts.account(name) for name in names]
        roots = [one for each in opened for one in of_account(each)]
        self._folders.watch([*of_settings(parts.paths), *roots])
        there = [each for each in opened if Store.EDS in each.settings.stores]
        self._desktop.watch({each.settings.id: each.name for each in there})

    def close(self) -> None:
        """Watch nothing more."""
        self._folders.close()
        self._desktop.close()

"""The model of ``config.toml``; its defaults are the program's.

::

    [general]                         data_dir, allow_plaintext_keyring, history_days,
                                      history_max_mb
    [network]                         proxy
    [sync]                            conflict, interval_minutes
    [sync.mass_deletion]              percent, count
    [network_guard]                   see ``ksync.config.guard``
    [desktop]                         language, theme, tray_icon, notifications
    [gateway]                         enabled
    [accounts.NAME]                   id, provider, url, username, password_command, ca_file,
                                      trusted_hosts, store, path, network_guard,
                                      interval_minutes, include_collections,
                                      exclude_collections
    [accounts.NAME.collections.SLUG]  enabled, direction, conflict, past_days, name, color

Every setting stands here once: with its type, its default and what it means.
``ksync.config.check`` adds what a type cannot say.
"""

from __future__ import annotations

from enum import StrEnum
from fnmatch import fnmatchcase
from typing import Final

import msgspec

from ksync import providers
from ksync.config.guard import NetworkGuard
from ksync.network.rules import Mode

INTERVAL_MINUTES: Final = (1, 10080)
"""The least and the most of ``sync.interval_minutes``: from a minute to a week."""


class Direction(StrEnum):
    """Which way changes flow."""

    TWO_WAY = "two-way"
    PULL = "pull"
    PUSH = "push"


class Conflict(StrEnum):
    """What happens to a resource that changed on both sides."""

    MERGE = "merge"
    SERVER = "server"
    LOCAL = "local"
    BOTH = "both"
    ASK = "ask"


class Store(StrEnum):
    """Where the local copy lives: files, or the desktop's store (evolution-data-server)."""

    VDIR = "vdir"
    EDS = "eds"


class Language(StrEnum):
    """Languages of the desktop program; ``system``: as the environment says."""

    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"
    GERMAN = "de"
    ITALIAN = "it"
    SPANISH = "es"


class Shade(StrEnum):
    """Light or dark, or as the desktop has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class _Section(msgspec.Struct, frozen=True, kw_only=True):
    """A table of the file."""


class General(_Section, frozen=True, kw_only=True):
    """``[general]``.

    :param data_dir: folder for calendars and address books instead of the
        platform's data folder; ``~`` is the home folder.
    :param allow_plaintext_keyring: accept a keyring that does not encrypt.
    :param history_days: how long overwritten and deleted versions are kept.
    :param history_max_mb: size of the history of one account, megabytes.
    """

    data_dir: str | None = None
    allow_plaintext_keyring: bool = False
    history_days: int = 90
    history_max_mb: int = 500


class Network(_Section, frozen=True, kw_only=True):
    """``[network]``.

    :param proxy: ``http://host:port`` that all accounts go through; ``None``: none. The
        environment's is never used.
    """

    proxy: str | None = None


class MassDeletion(_Section, frozen=True, kw_only=True):
    """``[sync.mass_deletion]``: deletions wait from here on.

    Both have to hold: at least ``count`` resources and more than ``percent``.
    """

    percent: int = 20
    count: int = 10


class Sync(_Section, frozen=True, kw_only=True):
    """``[sync]``: defaults for every account and collection.

    :param interval_minutes: time between two scheduled syncs.
    :param conflict: for every collection that has no setting of its own.
    """

    conflict: Conflict = Conflict.MERGE
    interval_minutes: int = 15
    mass_deletion: MassDeletion = msgspec.field(default_factory=MassDeletion)


class Desktop(_Section, frozen=True, kw_only=True):
    """``[desktop]``: the window and the tray icon.

    :param tray_icon: drawn for a panel that is light or dark.
    :param notifications: tell when something needs a person.
    """

    language: Language = Language.SYSTEM
    theme: Shade = Shade.SYSTEM
    tray_icon: Shade = Shade.SYSTEM
    notifications: bool = True


class Gateway(_Section, frozen=True, kw_only=True):
    """``[gateway]``: the CalDAV and CardDAV service for programs on this computer.

    :param enabled: ``ksync run`` and the desktop program start it.
    """

    enabled: bool = False


class Collection(_Section, frozen=True, kw_only=True):
    """``[accounts.NAME.collections.SLUG]``.

    :param conflict: ``None``: as in ``[sync]``.
    :param past_days: what ended longer ago stays on the server alone; ``None``: nothing
        does. Address books have no past.
    :param name: shown instead of the server's name.
    :param color: ``#rrggbb``, shown instead of the server's colour.
    :param store: where its local copy lives; ``None``: as the account says.
    """

    enabled: bool = True
    direction: Direction = Direction.TWO_WAY
    conflict: Conflict | None = None
    past_days: int | None = None
    name: str | None = None
    color: str | None = None
    store: Store | None = None


class Account(_Section, frozen=True, kw_only=True):
    """``[accounts.NAME]``.

    :param id: UUID, made once; keyring entry and state hang on it.
    :param url: ``None``: the provider's addresses.
    :param password_command: split into words like a shell does, run without one.
    :param ca_file: certificates (PEM) to trust instead of the system's.
    :param trusted_hosts: further hosts that the password may be sent to.
    :param path: folder of the local copy instead of the one below the data folder.
    :param network_guard: ``None``: as ``network_guard.mode``.
    :param interval_minutes: ``None``: as in ``[sync]``.
    :param include_collections: patterns; only collections that one of them names are synced.
    :param exclude_collections: patterns; collections that one of them names are not synced.
    """

    id: str
    username: str
    provider: str = providers.DEFAULT
    url: str | None = None
    password_command: str | None = None
    ca_file: str | None = None
    trusted_hosts: tuple[str, ...] = ()
    store: Store = Store.VDIR
    path: str | None = None
    network_guard: Mode | None = None
    interval_minutes: int | None = None
    include_collections: tuple[str, ...] = ("*",)
    exclude_collections: tuple[str, ...] = ()
    collections: dict[str, Collection] = msgspec.field(default_factory=dict)

    def selects(self, *names: str) -> bool:
        """Whether the patterns let a collection of these names be synced.

        Case does not matter; one name is enough to be named by a pattern.
        """
        return _named(self.include_collections, names) and not _named(
            self.exclude_collections, names
        )

    @property
    def stores(self) -> frozenset[Store]:
        """Where any of its collections shall be."""
        own = {one.store for one in self.collections.values() if one.store is not None}
        return frozenset({self.store, *own})

    def store_of(self, slug: str) -> Store:
        """Where a collection shall be."""
        own = self.collections.get(slug)
        return own.store if own is not None and own.store is not None else self.store

    @property
    def preset(self) -> providers.Provider:
        """What is known about the provider."""
        return providers.PROVIDERS[self.provider]

    @property
    def urls(self) -> tuple[str, ...]:
        """Where discovery starts; never empty in a checked configuration."""
        return (self.url,) if self.url else self.preset.urls


def _named(patterns: tuple[str, ...], names: tuple[str, ...]) -> bool:
    return any(
        fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns for name in names
    )


class Config(_Section, frozen=True, kw_only=True):
    """The whole file."""

    general: General = msgspec.field(default_factory=General)
    network: Network = msgspec.field(default_factory=Network)
    sync: Sync = msgspec.field(default_factory=Sync)
    network_guard: NetworkGuard = msgspec.field(default_factory=NetworkGuard)
    desktop: Desktop = msgspec.field(default_factory=Desktop)
    gateway: Gateway = msgspec.field(default_factory=Gateway)
    accounts: dict[str, Account] = msgspec.field(default_factory=dict)

    def conflict_of(self, collection: Collection) -> Conflict:
        """The policy that holds for a collection."""
        return collection.conflict or self.sync.conflict

    def interval_of(self, account: str) -> float:
        """Seconds between two runs of an account."""
        own = self.accounts[account].interval_minutes
        return 60.0 * (self.sync.interval_minutes if own is None else own)


# Keys that look like a secret. They are refused, not ignored: the file is no
# place for them, and whoever wrote one has to know.
SECRET_KEYS = frozenset({"password", "passwd", "secret", "token", "app_password", "passphrase"})

# Settings that only a command of their own changes, and which one.
READ_ONLY_KEYS: dict[str, str] = {
    "id": "It ties the account to its stored password and its state.",
}

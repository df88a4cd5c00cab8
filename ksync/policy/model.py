"""The model of a policy file: every key, its type, and what it means.

One table in four shapes is drawn from it: the checks, the published JSON Schema,
``ksync policy schema``, and the administrators' page. A key that is left out says
nothing about its setting; ``null`` is a value only where the model says so.

Rules
-----
* A description says what a value looks like, as the end of "must be …"; the schema
  has the same words.
* No key can hold a secret: ``SECRET_KEYS`` are refused wherever they stand.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from ksync.config.model import INTERVAL_MINUTES, Conflict
from ksync.network.rules import Mode, Permit, Security, VpnMode, WiredMode

SCHEMA_VERSION = 1


class Lockable(StrEnum):
    """What of an account can be locked."""

    PROVIDER = "provider"
    URL = "url"
    USERNAME = "username"
    COLLECTIONS = "collections"


_HEX = "[0-9A-Fa-f]{2}"

Line = Annotated[
    str, Meta(description="a text of 1 to 200 characters", min_length=1, max_length=200)
]
Mac = Annotated[
    str,
    Meta(
        description="a hardware address like aa:bb:cc:00:11:22", pattern=f"^{_HEX}(:{_HEX}){{5}}$"
    ),
]
Ssid = Annotated[
    str, Meta(description="a network's name of 1 to 32 bytes", min_length=1, max_length=32)
]
SsidHex = Annotated[
    str,
    Meta(
        description="a network's name as 1 to 32 bytes in hexadecimal, like 41434d45",
        pattern=f"^({_HEX}){{1,32}}$",
    ),
]
Pattern = Annotated[
    str,
    Meta(
        description="a pattern such as work or team-* (a collection's short or shown name)",
        min_length=1,
        max_length=200,
    ),
]
Address = Annotated[
    str,
    Meta(description="an address like https://sync.example.org/", min_length=1, max_length=2000),
]
Proxy = Annotated[
    str,
    Meta(
        description="an address like http://proxy.example.org:3128", min_length=1, max_length=2000
    ),
]
Version = Annotated[int, Meta(ge=SCHEMA_VERSION, le=SCHEMA_VERSION, description="1")]
Percent = Annotated[int, Meta(ge=0, le=100, description="a whole number from 0 to 100")]
Count = Annotated[int, Meta(ge=1, le=1_000_000, description="a whole number from 1 to 1000000")]
Minutes = Annotated[
    int,
    Meta(
        ge=INTERVAL_MINUTES[0],
        le=INTERVAL_MINUTES[1],
        description=f"a whole number from {INTERVAL_MINUTES[0]} to {INTERVAL_MINUTES[1]}",
    ),
]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An object of the file."""


class Organization(_Part, frozen=True, kw_only=True):
    """Who manages this computer; shown to the user.

    :param name: how users know it.
    :param support: where help is found: an e-mail address, a telephone number, a page.
    """

    name: Line
    support: Line | UnsetType = UNSET


class Wifi(_Part, frozen=True, kw_only=True):
    """A Wi-Fi network; its name as text or in hexadecimal, one of the two.

    :param label: what it is called in lists; else its name.
    :param ssid: its name, byte by byte, case matters.
    :param ssid_hex: its name where that is no text.
    :param security: the least that it must offer.
    :param bssids: the access points that it may come from; else any.
    """

    label: Line | UnsetType = UNSET
    ssid: Ssid | UnsetType = UNSET
    ssid_hex: SsidHex | UnsetType = UNSET
    security: Security | UnsetType = UNSET
    bssids: tuple[Mac, ...] | UnsetType = UNSET


class Ethernet(_Part, frozen=True, kw_only=True):
    """Wired networks.

    :param mode: ``deny``, ``any``, or ``pinned``: only behind these routers.
    :param gateway_macs: the routers that ``pinned`` means.
    """

    mode: WiredMode | UnsetType = UNSET
    gateway_macs: tuple[Mac, ...] | UnsetType = UNSET


class Vpn(_Part, frozen=True, kw_only=True):
    """VPNs.

    :param mode: ``deny``, or ``underlay``: judged by the network below it.
    :param named: connections that are allowed by their name.
    """

    mode: VpnMode | UnsetType = UNSET
    named: tuple[Line, ...] | UnsetType = UNSET


class NetworkGuard(_Part, frozen=True, kw_only=True):
    """The networks on which kSync may talk to a server.

    :param mode: ``off``, ``any-wifi``, or ``allowlist``: only the networks of ``wifi``.
    :param cellular: mobile networks, Bluetooth, and phones by USB.
    :param metered: networks on which data costs money.
    :param allow_user_networks: the user may add Wi-Fi networks to the list.
    :param allow_local_server: servers and proxies on this computer are allowed.
    :param allow_once: the user may allow a denied network for a while.
    """

    mode: Mode | UnsetType = UNSET
    allow_user_networks: bool | UnsetType = UNSET
    allow_local_server: bool | UnsetType = UNSET
    allow_once: bool | UnsetType = UNSET
    wifi: tuple[Wifi, ...] | UnsetType = UNSET
    ethernet: Ethernet | UnsetType = UNSET
    vpn: Vpn | UnsetType = UNSET
    cellular: Permit | UnsetType = UNSET
    metered: Permit | UnsetType = UNSET


class Selection(_Part, frozen=True, kw_only=True):
    """Which collections are synced.

    :param include: those that one of these patterns names; without it, all.
    :param exclude: but none that one of these names.
    """

    include: tuple[Pattern, ...] | UnsetType = UNSET
    exclude: tuple[Pattern, ...] | UnsetType = UNSET


class PolicyAccount(_Part, frozen=True, kw_only=True):
    """An account that waits for its password alone.

    :param id: its name on this computer.
    :param provider: as for ``account add --provider``.
    :param url: where discovery starts; ``null``: the provider's address.
    :param username: ``null``: the user gives it.
    :param locked: what the user cannot change; without it, all that stands here.
    """

    id: Line
    provider: Line | UnsetType = UNSET
    url: Address | UnsetType | None = UNSET
    username: Line | UnsetType | None = UNSET
    locked: tuple[Lockable, ...] | UnsetType = UNSET
    collections: Selection | UnsetType = UNSET


class MassDeletion(_Part, frozen=True, kw_only=True):
    """From where on deletions wait for a yes.

    :param percent: above this share of a collection …
    :param count: … and from this number on.
    """

    percent: Percent | UnsetType = UNSET
    count: Count | UnsetType = UNSET


class Sync(_Part, frozen=True, kw_only=True):
    """How syncs are done.

    :param interval_minutes: time between two scheduled syncs.
    :param conflict: what happens to what changed on both sides.
    """

    interval_minutes: Minutes | UnsetType = UNSET
    conflict: Conflict | UnsetType = UNSET
    mass_deletion: MassDeletion | UnsetType = UNSET


class Credentials(_Part, frozen=True, kw_only=True):
    """Passwords.

    :param plaintext_allowed: a keyring that does not encrypt is accepted.
    """

    plaintext_allowed: bool | UnsetType = UNSET


class Gateway(_Part, frozen=True, kw_only=True):
    """The CalDAV and CardDAV gateway for other programs on this computer.

    :param enabled: false: it may not run; true: the service and the desktop program start it.
    """

    enabled: bool | UnsetType = UNSET


class Policy(_Part, frozen=True, kw_only=True):
    """A policy file of kSync.

    :param schema: the schema's address, for editors.
    :param schema_version: of this format.
    :param proxy: an http proxy for all accounts, without a login; ``null``: none.
    """

    schema: str | UnsetType = msgspec.field(default=UNSET, name="$schema")
    schema_version: Version
    organization: Organization | UnsetType = UNSET
    network_guard: NetworkGuard | UnsetType = UNSET
    accounts: tuple[PolicyAccount, ...] | UnsetType = UNSET
    sync: Sync | UnsetType = UNSET
    credentials: Credentials | UnsetType = UNSET
    gateway: Gateway | UnsetType = UNSET
    proxy: Proxy | UnsetType | None = UNSET

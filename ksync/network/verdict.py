"""What the guard says: the codes, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ksync.network.evidence import Link


class Code(StrEnum):
    """The stable codes of verdicts."""

    POLICY_ERROR = "policy_error"
    GUARD_OFF = "guard_off"
    OFFLINE = "offline"
    LOCAL_SERVER = "local_server"
    MIXED_EGRESS = "mixed_egress"
    CAPTIVE_PORTAL = "captive_portal"
    WIRED_NOT_ALLOWED = "wired_not_allowed"
    WIRED_ALLOWED = "wired_allowed"
    WIRED_UNKNOWN = "wired_unknown"
    VPN_DENIED = "vpn_denied"
    VPN_NAMED = "vpn_named"
    VPN_UNKNOWN = "vpn_unknown"
    CELLULAR = "cellular"
    OWN_HOTSPOT = "own_hotspot"
    PERMISSION_NEEDED = "permission_needed"
    PERMISSION_DENIED = "permission_denied"
    NO_PROVIDER = "no_provider"
    SSID_UNKNOWN = "ssid_unknown"
    SSID_NOT_LISTED = "ssid_not_listed"
    SECURITY_MISMATCH = "security_mismatch"
    BSSID_MISMATCH = "bssid_mismatch"
    METERED = "metered"
    METERED_UNKNOWN = "metered_unknown"
    SSID_ALLOWED = "ssid_allowed"
    ALLOW_ONCE = "allow_once"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the guard says.

    :param row: the row of the table that decided.
    :param link: the interface that it is about (of a VPN: the one below, if that decided).
    :param overridden: with ``allow_once``: the code that denied.
    """

    allowed: bool
    code: Code
    row: int
    link: Link = field(default_factory=Link)
    overridden: Code | None = None

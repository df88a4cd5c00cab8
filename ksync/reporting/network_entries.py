"""What is said about the verdicts of the network guard, by their codes.

The command line, the window, the log and JSON have the same sentence for a code. A
hint says what the user can do; where an organisation manages the guard, ``managed``
says what to do instead.
"""

from __future__ import annotations

from dataclasses import dataclass

from ksync.reporting.entries import ONLINE

_OTHER_NETWORK = "Connect to a network that the list allows"
_MANAGED = "Your organisation decides which networks are allowed. "
ASK = _MANAGED + "Ask who looks after this computer, or connect to another network."


@dataclass(frozen=True, slots=True)
class Denial:
    """What is said about a code that denies.

    :param managed: the hint where the guard is managed.
    """

    sentence: str
    hint: str
    managed: str = ASK


def _once(hint: str) -> str:
    return f"{hint} For a while: `ksync network allow-once 1h`."


DENIALS: dict[str, Denial] = {
    "policy_error": Denial(
        "Your organisation's policy cannot be used as it is, so no network is allowed.",
        "Ask who looks after this computer to mend the policy's files.",
        "Ask who looks after this computer to mend the policy's files.",
    ),
    "offline": Denial(
        "This computer is offline, or the server's name has no address.", ONLINE, ONLINE
    ),
    "local_server": Denial(
        "The server, or the proxy to it, is on this computer, and what goes on from here "
        "cannot be judged.",
        "Give the server's own address instead.",
        _MANAGED + "Ask who looks after this computer.",
    ),
    "mixed_egress": Denial(
        "The server is reached by several networks at once, and none of them is allowed.",
        "`ksync network explain` has each of them.",
    ),
    "captive_portal": Denial(
        "This network wants you to log in on a web page first.",
        "Open a browser, log in there, then sync again.",
        "Open a browser, log in there, then sync again.",
    ),
    "wired_not_allowed": Denial(
        "This computer is on a wired network, and wired networks are not allowed.",
        _once(
            "Allow them: `ksync config set network_guard.ethernet.mode any`. "
            "Or unplug it and use a Wi-Fi that is allowed."
        ),
    ),
    "wired_unknown": Denial(
        "This wired network's router is not one of those that are allowed, or it has not "
        "been heard of yet.",
        _once("Plug in where it is allowed, or use a Wi-Fi that is."),
    ),
    "vpn_denied": Denial(
        "The traffic goes through a VPN, and VPNs are not allowed.",
        _once(
            "Turn the VPN off, or have it judged by the network below it: "
            "`ksync config set network_guard.vpn.mode underlay`."
        ),
    ),
    "vpn_unknown": Denial(
        "The traffic goes through a VPN, and it is not known which network is below it.",
        _once(
            "Turn the VPN off, or allow it by its name in the network settings: "
            "`ksync config set network_guard.vpn.named NAME`."
        ),
    ),
    "cellular": Denial(
        "The traffic goes by a mobile network or a phone, and those are not allowed.",
        _once(f"{_OTHER_NETWORK}, or allow them: `ksync config set network_guard.cellular allow`."),
    ),
    "own_hotspot": Denial(
        "This computer is itself the access point of this Wi-Fi.",
        "Turn its hotspot off, then sync again.",
    ),
    "permission_needed": Denial(
        "The system has not been asked yet whether kSync may know the Wi-Fi's name.",
        "Open kSync's window: it asks for the location permission, which is what that is.",
        "Open kSync's window: it asks for the location permission, which is what that is.",
    ),
    "permission_denied": Denial(
        "The system does not let kSync know the Wi-Fi's name.",
        "Allow kSync the location, and turn the location service on, in the system's settings.",
        "Allow kSync the location, and turn the location service on, in the system's settings.",
    ),
    "no_provider": Denial(
        "Nothing on this computer tells kSync which Wi-Fi this is.",
        _once(
            "It asks NetworkManager, iwd, wpa_supplicant and iw: install or start one. Or allow "
            "any Wi-Fi: `ksync config set network_guard.mode any-wifi`."
        ),
        _MANAGED + "kSync asks NetworkManager, iwd, wpa_supplicant and iw: start one of them.",
    ),
    "ssid_unknown": Denial(
        "This Wi-Fi's name cannot be read at present.",
        _once("Wait until it is connected, then sync again."),
        "Wait until it is connected, then sync again.",
    ),
    "ssid_not_listed": Denial(
        "This Wi-Fi is not one of those that are allowed.",
        _once(f"Allow it: `ksync network allow`. Or: {_OTHER_NETWORK.lower()}."),
    ),
    "security_mismatch": Denial(
        "This Wi-Fi has the name of an allowed one, but it is protected more weakly than that, "
        "or it is not known how: it may be an imitation.",
        "Stay away from it, or change what is listed: `ksync network list`.",
    ),
    "bssid_mismatch": Denial(
        "This Wi-Fi has the name of an allowed one, but its access point is another.",
        _once("If it is yours, add the access point: `ksync network list` shows what is listed."),
    ),
    "metered": Denial(
        "This network is allowed, but it is metered, and metered networks are not.",
        _once("Allow them: `ksync config set network_guard.metered allow`."),
    ),
    "metered_unknown": Denial(
        "This network is allowed, but it is not known whether it is metered.",
        _once("Set in the system's network settings whether it is."),
        _MANAGED + "Set in the system's network settings that this network is not metered.",
    ),
    "unknown": Denial(
        "It cannot be told what kind of network this is, so it is not allowed.",
        _once("`ksync network explain` has what is known."),
    ),
}
"""By code."""

ALLOWED: dict[str, str] = {
    "guard_off": "The network guard is off: kSync uses every network.",
    "local_server": "Allowed: the server is on this computer.",
    "wired_allowed": "Allowed: this wired network is one that may be used.",
    "vpn_named": "Allowed: this VPN is named in the settings.",
    "ssid_allowed": "Allowed: this network is one that may be used.",
    "metered_unknown": "Allowed. (It is not known whether this network is metered.)",
    "allow_once": "Allowed for a while, because you said so.",
}
"""By code: what is said where it allows."""

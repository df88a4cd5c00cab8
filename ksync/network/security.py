"""How a Wi-Fi network is protected: from what each service says to one word.

Theory
------
An access point offers several ways to log in (key managements), and the profile of
the connection accepts some of them. What an imitator needs is the weakest that both
allow, so that is what counts. Where the profile is not known, all that is offered
counts as accepted; where both have nothing in common, nothing is known.

``wpa-enterprise`` of the first WPA has no word of its own and counts as
``wpa-personal``; WPA3-Enterprise without its 192-bit mode cannot be told from
WPA2-Enterprise, and counts as that.
"""

from __future__ import annotations

from collections.abc import Iterable

from ksync.network.rules import Security

# NetworkManager: NM80211ApFlags, NM80211ApSecurityFlags
_PRIVACY = 0x1
_PSK, _EAP, _SAE, _OWE, _OWE_TRANSITION, _SUITE_B = 0x100, 0x200, 0x400, 0x800, 0x1000, 0x2000

_RSN = {
    _PSK: Security.WPA2_PERSONAL,
    _EAP: Security.WPA2_ENTERPRISE,
    _SAE: Security.WPA3_PERSONAL,
    _OWE: Security.OWE,
    _OWE_TRANSITION: Security.OPEN,
    _SUITE_B: Security.WPA3_ENTERPRISE,
}

_PERSONAL = frozenset({Security.WPA_PERSONAL, Security.WPA2_PERSONAL, Security.WPA3_PERSONAL})

# 802-11-wireless-security.key-mgmt of a profile. "wpa-psk" takes SAE too.
_PROFILES = {
    "": frozenset({Security.OPEN}),
    "none": frozenset({Security.WEP}),
    "ieee8021x": frozenset({Security.WEP}),
    "wpa-psk": _PERSONAL,
    "sae": frozenset({Security.WPA3_PERSONAL}),
    "owe": frozenset({Security.OWE, Security.OPEN}),
    "wpa-eap": frozenset({Security.WPA_PERSONAL, Security.WPA2_ENTERPRISE}),
    "wpa-eap-suite-b-192": frozenset({Security.WPA3_ENTERPRISE}),
}

# wpa_supplicant: KeyMgmt of a BSS, and key_mgmt of a network block, in lower case
_SUPPLICANT_RSN = {
    "wpa-psk": Security.WPA2_PERSONAL,
    "wpa-ft-psk": Security.WPA2_PERSONAL,
    "wpa-psk-sha256": Security.WPA2_PERSONAL,
    "ft-psk": Security.WPA2_PERSONAL,
    "sae": Security.WPA3_PERSONAL,
    "ft-sae": Security.WPA3_PERSONAL,
    "sae-ext-key": Security.WPA3_PERSONAL,
    "wpa-eap": Security.WPA2_ENTERPRISE,
    "wpa-ft-eap": Security.WPA2_ENTERPRISE,
    "ft-eap": Security.WPA2_ENTERPRISE,
    "wpa-eap-sha256": Security.WPA2_ENTERPRISE,
    "wpa-eap-suite-b-192": Security.WPA3_ENTERPRISE,
    "owe": Security.OWE,
}


def weakest(
    offered: Iterable[Security], accepted: Iterable[Security] | None = None
) -> Security | None:
    """The weakest that both allow; ``None`` if nothing is known."""
    both = set(offered)
    if accepted is not None:
        both &= set(accepted)
    return min(both, key=lambda one: one.rank, default=None)


def offered_by_nm(flags: int, wpa: int, rsn: int) -> frozenset[Security]:
    """What an access point offers, from its flags in NetworkManager."""
    found = {security for bit, security in _RSN.items() if rsn & bit}
    if wpa & (_PSK | _EAP):
        found.add(Security.WPA_PERSONAL)
    if not found:
        found.add(Security.WEP if flags & _PRIVACY or wpa or rsn else Security.OPEN)
    return frozenset(found)


def accepted_by_nm(key_management: str, protocols: Iterable[str]) -> frozenset[Security] | None:
    """What a profile of NetworkManager accepts; ``None``: not known.

    :param protocols: ``wpa`` and ``rsn``; none: both.
    """
    found = _PROFILES.get(key_management)
    if found is None:
        return None
    protocols = set(protocols)
    if protocols and "wpa" not in protocols:
        found -= {Security.WPA_PERSONAL}
    return found


def offered_by_bss(
    wpa: Iterable[str], rsn: Iterable[str], *, privacy: bool
) -> frozenset[Security] | None:
    """What a BSS of wpa_supplicant offers; ``None``: it has a way that is not known."""
    wpa, rsn = list(wpa), list(rsn)
    if any(one.lower() not in _SUPPLICANT_RSN for one in rsn):
        return None
    found = {_SUPPLICANT_RSN[one.lower()] for one in rsn}
    if wpa:
        found.add(Security.WPA_PERSONAL)
    if not found:
        found.add(Security.WEP if privacy else Security.OPEN)
    return frozenset(found)


def accepted_by_block(key_management: str, protocols: str) -> frozenset[Security] | None:
    """What a network block of wpa_supplicant accepts; ``None``: not known."""
    words = key_management.lower().split()
    if not words:
        return None
    found: set[Security] = set()
    for word in words:
        if word == "none":
            found |= {Security.OPEN, Security.WEP}
        elif word == "ieee8021x":
            found.add(Security.WEP)
        elif word in _SUPPLICANT_RSN:
            found.add(_SUPPLICANT_RSN[word])
            found |= {Security.WPA_PERSONAL} if word in ("wpa-psk", "wpa-eap") else set()
        else:
            return None
    if protocols and "WPA" not in protocols.upper().split():
        found -= {Security.WPA_PERSONAL}
    return frozenset(found)

"""``allow once``: a person passes a denial for a while, on the network of that moment.

Theory
------
What is kept is until when, and a salted fingerprint of each way out as it was. The
name of a network goes into the fingerprint and nowhere else. When a way with another
fingerprint is met, the network has changed and the allowance is over for good.

The clock may jump: an allowance that lies in the future, or was given in the future,
is void.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec

from ksync.network.evidence import Evidence, Link, Reach
from ksync.paths import write_private

MOST_SECONDS = 24 * 3600
"""Nobody remembers for longer that something is allowed."""


class Allowance(msgspec.Struct, frozen=True):
    """What is kept.

    :param networks: fingerprints of the ways out, by interface: one for each depth
        to which rules let a network be looked at.
    """

    since: float
    until: float
    salt: str
    networks: dict[str, list[str]]


_DECODER = msgspec.json.Decoder(Allowance)


class Once:
    """The allowance of this user, in a file of the state folder.

    :param clock: seconds since the epoch.
    """

    def __init__(self, file: Path, clock: Callable[[], float] = time.time) -> None:
        self._file = file
        self._clock = clock
        self._stamp: tuple[int, int, int] | None = None
        self._kept: Allowance | None = None

    def grant(self, seconds: float, ways: Iterable[Evidence]) -> Allowance | None:
        """Allow the networks of these ways for a while; ``None``: there is none.

        :raises OSError: it cannot be kept.
        """
        salt, now = os.urandom(16).hex(), self._clock()
        networks: dict[str, list[str]] = {}
        for way in ways:
            if way.reach is Reach.ROUTED and way.link.interface:
                networks.setdefault(way.link.interface, []).append(_fingerprint(salt, way))
        if not networks:
            return None
        kept = Allowance(now, now + min(seconds, MOST_SECONDS), salt, networks)
        write_private(self._file, msgspec.json.encode(kept))
        return kept

    def revoke(self) -> bool:
        """End it; ``False``: there was none."""
        try:
            self._file.unlink()
        except FileNotFoundError:
            return False
        return True

    def current(self) -> Allowance | None:
        """The allowance that holds now, whatever the network is."""
        kept = self._read()
        if kept is None or not kept.since <= self._clock() < kept.until:
            return None
        return kept

    def applied(self, way: Evidence) -> Evidence:
        """The evidence, marked if its network is the one that was allowed.

        Another network by the same interface ends the allowance.
        """
        kept = self.current()
        if kept is None or way.reach is not Reach.ROUTED:
            return way
        known = kept.networks.get(way.link.interface)
        if known is None:
            return way
        if _fingerprint(kept.salt, way) in known:
            return replace(way, once=True)
        if _is_told(way.link):
            with suppress(OSError):
                self.revoke()
        return way

    def _read(self) -> Allowance | None:
        try:
            found = self._file.stat()
            stamp = (found.st_ino, found.st_mtime_ns, found.st_size)
            if stamp != self._stamp:
                self._kept = _DECODER.decode(self._file.read_bytes())
                self._stamp = stamp
        except (OSError, msgspec.DecodeError):
            self._kept = self._stamp = None
        return self._kept


def _fingerprint(salt: str, way: Evidence) -> str:
    """What tells this network from others, as far as the rules let it be read."""
    digest = hashlib.sha256(bytes.fromhex(salt))
    for link in (way.link, *way.underlays):
        for part in _parts(link):
            digest.update(len(part).to_bytes(2, "big") + part)
    return digest.hexdigest()


def _parts(link: Link) -> tuple[bytes, ...]:
    place = link.ssid or (link.gateway_mac or "").encode()
    texts = (link.interface, link.kind, link.connection or "")
    return (place, *(text.encode() for text in texts))


def _is_told(link: Link) -> bool:
    """Whether it is known which network it is; the router's address may be forgotten."""
    return link.ssid is not None or link.gateway_mac is not None

"""What the Linux kernel says of links, routes and neighbours (rtnetlink(7)).

Reading needs no privilege. One request, one answer, on a socket of its own; the
``RouteMonitor`` is told of every change of links, addresses, routes and rules.
"""

from __future__ import annotations

import errno
import ipaddress
import itertools
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

# linux/rtnetlink.h, linux/netlink.h, linux/if_link.h, linux/neighbour.h
_GETLINK, _GETROUTE, _GETNEIGH = 18, 26, 30
_REQUEST, _DUMP = 0x1, 0x300
_ERROR, _DONE = 2, 3
_IFLA_ADDRESS, _IFLA_IFNAME, _IFLA_LINK, _IFLA_MASTER = 1, 3, 5, 10
_IFLA_LINKINFO, _IFLA_LINK_NETNSID, _INFO_KIND = 18, 37, 1
_RTA_DST, _RTA_OIF, _RTA_GATEWAY, _RTA_PREFSRC = 1, 4, 5, 7
_NDA_DST, _NDA_LLADDR = 1, 2
_RTN_LOCAL = 2
_NUD_USABLE = 0x02 | 0x04 | 0x08 | 0x10 | 0x80  # reachable, stale, delay, probe, permanent
_GROUPS = 0x1 | 0x10 | 0x40 | 0x80 | 0x100 | 0x400 | 0x80000  # link; v4, v6: address, route, rule
_FLAGS_UP = 0x1 | 0x10000  # IFF_UP, IFF_LOWER_UP
_HEADER = struct.Struct("=IHHII")
_TIMEOUT = 2.0

_numbers = itertools.count(1)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A network interface.

    :param hardware: ARPHRD_ type, of linux/if_arp.h.
    :param kind: what made it (``veth``, ``bridge``, ``wireguard`` …), ``""`` for hardware.
    :param lower: index of the interface below it.
    :param lower_elsewhere: that is in another network namespace.
    :param master: index of the bridge or bond that it belongs to.
    """

    index: int
    name: str
    hardware: int
    up: bool
    kind: str = ""
    mac: str = ""
    lower: int | None = None
    lower_elsewhere: bool = False
    master: int | None = None


@dataclass(frozen=True, slots=True)
class RouteRow:
    """The route that a packet to an address takes."""

    local: bool
    interface: int | None
    gateway: str | None
    source: str | None


def links() -> list[LinkRow]:
    """All interfaces of this network namespace.

    :raises OSError: the kernel does not say.
    """
    found = []
    for body in _ask(_GETLINK, struct.pack("=BxHiII", 0, 0, 0, 0, 0), dump=True):
        _family, hardware, index, flags, _change = struct.unpack_from("=BxHiII", body)
        fields = dict(_attributes(body[16:]))
        info = dict(_attributes(fields.get(_IFLA_LINKINFO, b"")))
        lower = _number(fields.get(_IFLA_LINK))
        found.append(
            LinkRow(
                index,
                _text(fields.get(_IFLA_IFNAME, b"")),
                hardware,
                flags & _FLAGS_UP == _FLAGS_UP,
                _text(info.get(_INFO_KIND, b"")),
                _mac(fields.get(_IFLA_ADDRESS, b"")),
                lower if lower not in (0, index) else None,
                _IFLA_LINK_NETNSID in fields,
                _number(fields.get(_IFLA_MASTER)),
            )
        )
    return found


def route(address: str) -> RouteRow | None:
    """The route to an address; ``None`` if there is none.

    :raises OSError: the kernel does not say.
    """
    packed = ipaddress.ip_address(address).packed
    family = socket.AF_INET if len(packed) == 4 else socket.AF_INET6
    head = struct.pack("=BBBBBBBBI", family, len(packed) * 8, 0, 0, 0, 0, 0, 0, 0)
    try:
        (body,) = _ask(_GETROUTE, head + _attribute(_RTA_DST, packed))
    except OSError as error:
        if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EACCES, errno.EINVAL):
            return None
        raise
    fields = dict(_attributes(body[12:]))
    return RouteRow(
        local=body[7] == _RTN_LOCAL,
        interface=_number(fields.get(_RTA_OIF)),
        gateway=_address(fields.get(_RTA_GATEWAY)),
        source=_address(fields.get(_RTA_PREFSRC)),
    )


def neighbours(index: int) -> dict[str, str]:
    """Addresses on an interface, with the hardware addresses that answered for them.

    :raises OSError: the kernel does not say.
    """
    found = {}
    for body in _ask(_GETNEIGH, struct.pack("=BxxxiHBB", 0, index, 0, 0, 0), dump=True):
        _family, place, state, _flags, _type = struct.unpack_from("=BxxxiHBB", body)
        fields = dict(_attributes(body[12:]))
        address, mac = _address(fields.get(_NDA_DST)), _mac(fields.get(_NDA_LLADDR, b""))
        if place == index and state & _NUD_USABLE and address and mac:
            found[address] = mac
    return found


class RouteMonitor:
    """Told of changes. Use ``changed`` from one thread at a time."""

    def __init__(self) -> None:
        self._socket = _open(_GROUPS)
        self._socket.setblocking(False)

    def fileno(self) -> int:
        """For select(2): readable when something changed."""
        return self._socket.fileno()

    def changed(self) -> bool:
        """Whether something changed since the last call; never waits."""
        found = False
        while True:
            try:
                self._socket.recv(65536)
            except BlockingIOError:
                return found
            except OSError as error:
                # ENOBUFS: so much changed that some of it was dropped
                if error.errno != errno.ENOBUFS:
                    raise
            found = True

    def close(self) -> None:
        """Stop."""
        self._socket.close()


def _open(groups: int = 0) -> socket.socket:
    if not hasattr(socket, "AF_NETLINK"):
        raise OSError(errno.ENOTSUP, os.strerror(errno.ENOTSUP))
    sock = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, 0)
    try:
        sock.bind((0, groups))
    except BaseException:
        sock.close()
        raise
    return sock


def _ask(kind: int, body: bytes, *, dump: bool = False) -> Iterator[bytes]:
    """The bodies of the answers."""
    number = next(_numbers)
    flags = _REQUEST | (_DUMP if dump else 0)
    with _open() as sock:
        sock.settimeout(_TIMEOUT)
        sock.send(_HEADER.pack(_HEADER.size + len(body), kind, flags, number, 0) + body)
        while True:
            data = sock.recv(1 << 20)
            while len(data) >= _HEADER.size:
                length, what, _flags, sequence, _port = _HEADER.unpack_from(data)
                message, data = data[_HEADER.size : length], data[_align(length) :]
                if sequence != number:
                    continue
                if what == _DONE:
                    return
                if what == _ERROR:
                    code = -struct.unpack_from("=i", message)[0]
                    raise OSError(code, os.strerror(code))
                yield message
                if not dump:
                    return


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    while len(data) >= 4:
        length, kind = struct.unpack_from("=HH", data)
        if length < 4:
            return
        yield kind & 0x3FFF, data[4:length]
        data = data[_align(length) :]


def _attribute(kind: int, value: bytes) -> bytes:
    length = 4 + len(value)
    return struct.pack("=HH", length, kind) + value + b"\0" * (_align(length) - length)


def _align(length: int) -> int:
    return (length + 3) & ~3


def _number(value: bytes | None) -> int | None:
    return struct.unpack_from("=i", value)[0] if value else None


def _text(value: bytes) -> str:
    return value.rstrip(b"\0").decode("utf-8", "replace")


def _mac(value: bytes) -> str:
    return value.hex(":") if len(value) == 6 else ""


def _address(value: bytes | None) -> str | None:
    with suppress(ValueError):
        if value:
            return str(ipaddress.ip_address(value))
    return None

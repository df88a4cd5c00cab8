"""Which interface carries the traffic to an address, and what that interface is.

Theory
------
A UDP socket that is connected to an address sends nothing, but has got the source
address that the kernel would use; netifaces says which interface has that address.
On Linux the kernel is also asked for the route itself, which names interface and
router; the two have to agree.

Rules
-----
* What is reached without leaving this machine is loopback, whatever the address: an
  address of one's own, ``0.0.0.0``, all of 127.0.0.0/8.
* An address that several interfaces have, or none, belongs to no interface.
* Where the kernel cannot be asked (other systems), a kind is what a provider says;
  without one it is unknown, and unknown is denied.
"""

from __future__ import annotations

import errno
import ipaddress
import socket
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import netifaces

from ksync.network import netlink
from ksync.network.evidence import Kind, Reach
from ksync.network.kinds import kinds, read_hardware

_GONE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EACCES}

_FAMILIES = (netifaces.AF_INET, netifaces.AF_INET6)

_TUNNEL_NAMES = ("utun", "ipsec", "ppp", "tun", "tap")
"""Names of VPN interfaces on systems whose kernel is not asked."""


@dataclass(frozen=True, slots=True)
class Egress:
    """The way to an address.

    :param interface: ``None``: it cannot be said.
    :param gateway_mac: hardware address of the router on the way, if it is known.
    """

    reach: Reach
    interface: str | None = None
    source: str | None = None
    gateway_mac: str | None = None


@dataclass(frozen=True, slots=True)
class Interface:
    """An interface as the system sees it."""

    name: str
    kind: Kind
    up: bool = True
    index: int = 0
    addresses: tuple[str, ...] = field(default=())

    @property
    def carries(self) -> bool:
        """Whether packets may leave by it: it is up, and has more than a link-local address."""
        return self.up and any(not _is_link_local(address) for address in self.addresses)


class System:
    """The machine that kSync runs on."""

    def interfaces(self) -> Mapping[str, Interface]:
        """All interfaces, by name.

        :raises OSError: the kernel does not say.
        """
        if not hasattr(socket, "AF_NETLINK"):
            return _by_name_alone()
        rows = netlink.links()
        found = kinds(rows, {row.name: read_hardware(row.name) for row in rows})
        return {
            row.name: Interface(row.name, found[row.name], row.up, row.index, _addresses(row.name))
            for row in rows
        }

    def egress(self, address: str, port: int) -> Egress:
        """The way to an address; nothing is sent.

        :raises OSError: the system does not say.
        """
        wanted = ipaddress.ip_address(address)
        if isinstance(wanted, ipaddress.IPv6Address) and wanted.ipv4_mapped:
            wanted = wanted.ipv4_mapped
        if wanted.is_loopback or wanted.is_unspecified:
            return Egress(Reach.LOOPBACK)
        source = _source_towards(str(wanted), port)
        if source is None:
            return Egress(Reach.NO_ROUTE)
        if source == str(wanted):
            return Egress(Reach.LOOPBACK, source=source)
        holders = [name for name in netifaces.interfaces() if source in _addresses(name)]
        if len(holders) != 1:
            return Egress(Reach.ROUTED, None, source)
        if not hasattr(socket, "AF_NETLINK"):
            return Egress(Reach.ROUTED, holders[0], source)
        return self._checked(str(wanted), source, holders[0])

    def gateway_mac(self, interface: Interface) -> str | None:
        """The hardware address of an interface's router, if it is known.

        :raises OSError: the kernel does not say.
        """
        if not hasattr(socket, "AF_NETLINK"):
            return None
        known = netlink.neighbours(interface.index)
        routers = (_default_gateway(interface.name, one) for one in interface.addresses)
        return next((known[one] for one in routers if one in known), None)

    def _checked(self, address: str, source: str, interface: str) -> Egress:
        """The same, if the kernel's route agrees."""
        route = netlink.route(address)
        if route is None:
            return Egress(Reach.NO_ROUTE)
        if route.local:
            return Egress(Reach.LOOPBACK, source=source)
        index = socket.if_nametoindex(interface)
        if route.interface != index:
            return Egress(Reach.ROUTED, None, source)
        gateway = route.gateway or _default_gateway(interface, address)
        mac = netlink.neighbours(index).get(gateway) if gateway else None
        return Egress(Reach.ROUTED, interface, source, mac)


def _source_towards(address: str, port: int) -> str | None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((address, port or 9))
            return str(probe.getsockname()[0]).partition("%")[0]
    except OSError as error:
        if error.errno in _GONE:
            return None
        raise


def _addresses(name: str) -> tuple[str, ...]:
    try:
        found = netifaces.ifaddresses(name)
    except ValueError:  # it went away meanwhile
        return ()
    return tuple(
        str(entry["addr"]).partition("%")[0]
        for family in _FAMILIES
        for entry in found.get(family, ())
        if "addr" in entry
    )


def _default_gateway(interface: str, address: str) -> str | None:
    """The router of an interface: what is on the same network is told apart by it."""
    family = netifaces.AF_INET6 if ":" in address else netifaces.AF_INET
    routers: Iterable[tuple[Any, ...]] = netifaces.gateways().get(family, ())  # type: ignore[assignment]  # the key "default" has other values
    for gateway, name, *_rest in routers:
        if name == interface:
            return str(gateway).partition("%")[0]
    return None


def _by_name_alone() -> dict[str, Interface]:
    found = {}
    for name in netifaces.interfaces():
        addresses = _addresses(name)
        if any(ipaddress.ip_address(one).is_loopback for one in addresses):
            kind = Kind.LOOPBACK
        else:
            kind = Kind.VPN if name.startswith(_TUNNEL_NAMES) else Kind.UNKNOWN
        found[name] = Interface(name, kind, addresses=addresses)
    return found


def _is_link_local(address: str) -> bool:
    return ipaddress.ip_address(address).is_link_local

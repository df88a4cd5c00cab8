"""Where a request goes: origin, request-target, and which addresses are private.

Rules
-----
* The request-target is sent exactly as the URL spells it: no dot segment is
  removed, no escape decoded or re-cased (servers list hrefs of which ``%40``
  and ``@`` are two resources). Only octets that may not stand in a request
  line (RFC 9112 §3.2) are escaped.
* User information in a URL is never used; a fragment is never sent (RFC 9110 §4.2).
* Plain http is for this machine only: a literal loopback address, or a name of
  the ``localhost`` domain that resolves to one (RFC 6761 §6.3).
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}

_NOT_SENDABLE = re.compile(r"[^!-~]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class BadUrl(ValueError):
    """Not an absolute http(s) URL."""


class Origin(NamedTuple):
    """RFC 6454 §4: scheme, host (lower case, no brackets), port."""

    scheme: str
    host: str
    port: int

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        if DEFAULT_PORTS.get(self.scheme) == self.port:
            return f"{self.scheme}://{host}"
        return f"{self.scheme}://{host}:{self.port}"

    @property
    def authority(self) -> str:
        """The Host field's value (RFC 9110 §7.2)."""
        return str(self).partition("://")[2]


@dataclass(frozen=True, slots=True)
class Locator:
    """An absolute URL, taken apart.

    :param url: as given, without user information and fragment.
    :param target: the request-target, e.g. ``/dav/a%40b?x``.
    """

    url: str
    origin: Origin
    target: str


def locate(url: str) -> Locator:
    """Take an absolute http(s) URL apart.

    :raises BadUrl: another scheme, no host, a bad port, control characters.
    """
    if _CONTROL.search(url):
        raise BadUrl("control character in URL")
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as exc:
        raise BadUrl(str(exc)) from exc
    if parts.scheme not in DEFAULT_PORTS or not host:
        raise BadUrl("not an absolute http(s) URL")
    origin = Origin(parts.scheme, _ascii_host(host), port or DEFAULT_PORTS[parts.scheme])
    rest = url.partition("#")[0].partition("://")[2]
    cut = re.search(r"[/?]", rest)
    target = rest[cut.start() :] if cut else "/"
    if target.startswith("?"):
        target = "/" + target
    target = _NOT_SENDABLE.sub(_escape, target)
    return Locator(f"{origin}{target}", origin, target)


def _escape(match: re.Match[str]) -> str:
    return "".join(f"%{octet:02X}" for octet in match[0].encode("utf-8", "surrogatepass"))


def _ascii_host(host: str) -> str:
    """The A-label form (RFC 5891 §4.4) of an international name, in lower case."""
    if host.isascii():
        return host.lower()
    import idna  # noqa: PLC0415 - needed for international names alone

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError as exc:
        raise BadUrl(f"not a host name: {exc}") from exc


def literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address that a host is spelled as, or ``None`` for a name.

    An IPv4 address mapped into IPv6 counts as the IPv4 address (RFC 4291 §2.5.5.2).
    """
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
        return address.ipv4_mapped
    return address


def is_loopback(host: str) -> bool:
    """Whether it is spelled as a loopback address (127.0.0.0/8, ::1)."""
    address = literal(host)
    return address is not None and address.is_loopback


def is_localhost_name(host: str) -> bool:
    """RFC 6761 §6.3: ``localhost`` and the names under it."""
    return host == "localhost" or host.endswith(".localhost")


def is_private(host: str) -> bool:
    """Whether it is spelled as an address that is not global (RFC 6890).

    Private, loopback, link-local, carrier-grade NAT and unspecified ones. A
    name is not private: what it resolves to is judged when connecting.
    """
    address = literal(host)
    return address is not None and not address.is_global

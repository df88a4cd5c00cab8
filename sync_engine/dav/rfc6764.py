"""RFC 6764, locating services: from what a person knows to context URLs.

Theory
------
A person gives an e-mail address, a domain or a URL. §6 orders the places to ask:
a URL that was given; then the SRV records of the domain with the path that a
TXT record names; then the well-known URI; then the root. Looking names up is
I/O and done elsewhere; here is what to look up and what follows from the answer.

Rules
-----
* Only https, except to a literal loopback address. A plain ``_caldav`` record
  on port 80 stands for the same host by https; on another port it is left out.
* Order is fixed: RFC 2782 wants a random choice by weight, and this module has
  no randomness, so the heavier record comes first.
* Records come from DNS that anybody may have forged (§8): ``Place`` tells which
  candidates the person never named, and the caller decides whom to trust.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from sync_engine.core.collection import Kind
from sync_engine.errors import DiscoveryFailed

_SERVICE: Final = {Kind.CALENDAR: "caldav", Kind.ADDRESSBOOK: "carddav"}
_HOST_LABEL: Final = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.IGNORECASE)

_PATH: Final = re.compile(r"/(?!/)[!-~]*")


class Place(StrEnum):
    """How a candidate was found."""

    GIVEN = "given"
    SRV = "srv"
    WELL_KNOWN = "well-known"
    ROOT = "root"


@dataclass(frozen=True, slots=True)
class SrvRecord:
    """RFC 2782. ``target`` without or with the final dot."""

    priority: int
    weight: int
    port: int
    target: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """What DNS knows about one service name.

    :param txt: the strings of the TXT records at the same name.
    """

    srv: tuple[SrvRecord, ...] = ()
    txt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """What a person gave, read by ``read_address``.

    :param domain: host name (IDNA A-labels, lower case) or literal address.
    :param url: the context URL if one was given, else ``None``.
    :param user: the local part of an e-mail address, else ``None``.
    """

    domain: str
    url: str | None = None
    user: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A context URL to ask for the principal.

    :param place: ``SRV`` leads to hosts that the person did not name.
    """

    url: str
    place: Place = field(compare=False)


def srv_names(kind: Kind, domain: str) -> tuple[str, str]:
    """§3: the names to look SRV and TXT records up at: TLS first, then plain."""
    service = _SERVICE[kind]
    return (f"_{service}s._tcp.{domain}", f"_{service}._tcp.{domain}")


def well_known(kind: Kind) -> str:
    """§5: the well-known path."""
    return f"/.well-known/{_SERVICE[kind]}"


def txt_path(strings: Iterable[str]) -> str | None:
    """§4: the ``path`` of a TXT record (RFC 6763 §6.4: keys ignore case, the first
    one counts); ``None`` if there is none or it is no absolute path.
    """
    for string in strings:
        key, separator, value = string.partition("=")
        if separator and key.strip().lower() == "path":
            return value if _PATH.fullmatch(value) else None
    return None


def order_srv(records: Iterable[SrvRecord]) -> list[SrvRecord]:
    """RFC 2782: lower priority first, then higher weight.

    A target ``.`` means that there is no such service; a name that no host can
    have is left out too (DNS allows any bytes).
    """
    offered = (record for record in records if _is_host(record.target.rstrip(".")))
    return sorted(offered, key=lambda srv: (srv.priority, -srv.weight, srv.target, srv.port))


def read_address(text: str) -> Address:
    """Read an e-mail address, a host name with or without a port, or a URL.

    :raises DiscoveryFailed: it is none of them.
    """
    text = text.strip()
    scheme, separator, rest = text.partition("://")
    if separator and scheme.lower() not in {"http", "https"}:
        raise DiscoveryFailed(f"not an http or https address but {scheme}")
    if separator or "/" in text or (":" in text and "@" not in text):
        return _read_url(scheme.lower() if separator else "https", rest if separator else text)
    user, _, domain = text.rpartition("@")
    return Address(_host(domain, text), user=user or None)


def candidates(
    address: Address, kind: Kind, lookups: Mapping[str, Lookup] | None = None
) -> list[Candidate]:
    """The context URLs to try, best first, each once.

    :param lookups: what DNS said, by the names of ``srv_names``.
    """
    lookups = lookups or {}
    found: list[Candidate] = []
    base = f"https://{_bracketed(address.domain)}"
    if address.url is not None:
        parts = urlsplit(address.url)
        base = f"{parts.scheme}://{parts.netloc}"
        if parts.path not in {"", "/"}:
            found.append(Candidate(address.url, Place.GIVEN))
        found += _usual(base, kind)
    tls, plain = (lookups.get(name, Lookup()) for name in srv_names(kind, address.domain))
    for origin_, path in [*_from_srv(tls, 443), *_from_srv(_upgraded(plain), 443)]:
        if path is not None:
            found.append(Candidate(origin_ + path, Place.SRV))
        found += [Candidate(url.url, Place.SRV) for url in _usual(origin_, kind)]
    found += _usual(base, kind)
    unique: dict[str, Candidate] = {}
    for candidate in found:
        unique.setdefault(candidate.url, candidate)
    return list(unique.values())


def is_loopback(host: str) -> bool:
    """Whether ``host`` is a literal loopback address; a name never is."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _usual(base: str, kind: Kind) -> Sequence[Candidate]:
    """§6 step 3 and what remains: Infomaniak answers at its root."""
    return (
        Candidate(base + well_known(kind), Place.WELL_KNOWN),
        Candidate(base + "/", Place.ROOT),
    )


def _from_srv(lookup: Lookup, default_port: int) -> Iterable[tuple[str, str | None]]:
    path = txt_path(lookup.txt)
    for record in order_srv(lookup.srv):
        host = record.target.rstrip(".").lower()
        port = "" if record.port == default_port else f":{record.port}"
        yield f"https://{host}{port}", path


def _upgraded(plain: Lookup) -> Lookup:
    """Plain records on port 80 as https on 443."""
    records = (record for record in plain.srv if record.port == 80)
    return Lookup(
        tuple(SrvRecord(srv.priority, srv.weight, 443, srv.target) for srv in records), plain.txt
    )


def _read_url(scheme: str, rest: str) -> Address:
    netloc, slash, path = rest.partition("/")
    host_and_port = netloc.rpartition("@")[2]
    try:
        parts = urlsplit(f"//{host_and_port}")
        host, port = _host(parts.hostname or "", host_and_port), parts.port
    except ValueError:
        raise DiscoveryFailed("not a valid address", where=host_and_port) from None
    if not is_loopback(host):
        port = None if (scheme, port) == ("http", 80) else port
        scheme = "https"
    origin_ = f"{scheme}://{_bracketed(host)}" + (f":{port}" if port is not None else "")
    return Address(host, origin_ + slash + path.partition("#")[0])


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _host(name: str, given: str) -> str:
    """A host name in A-labels, or a literal address.

    :raises DiscoveryFailed: it is neither.
    """
    try:
        return str(ip_address(name.strip("[]")))
    except ValueError:
        pass
    try:
        ascii_name = name.rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        ascii_name = ""
    if not _is_host(ascii_name):
        raise DiscoveryFailed("not a host name, an e-mail address or a URL", where=given)
    return ascii_name


def _is_host(name: str) -> bool:
    return all(_HOST_LABEL.fullmatch(label) for label in name.split("."))

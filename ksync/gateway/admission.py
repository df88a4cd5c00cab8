"""Who may ask: a pure decision on a request's head, before anything of its body is read.

Theory
------
Loopback is no wall. Any page in a browser can send requests to 127.0.0.1, with a name of its
own that resolves to it (DNS rebinding); any program of any user of the computer can connect.
So, in this order:

1. Host has to be one of this server's own names (RFC 9110 §7.2, §7.4: 421);
2. Origin, where there is one, has to be its own: a page of another origin sends its own;
3. the token: the first segment of the path, or the password of Basic (RFC 7617).

That the peer is a process of the owner's is decided once per connection (``peers``).

Rules
-----
* A wrong token is answered with a challenge, as no token is: some programs (KDE) give a
  password only when they are asked for one.
* Tokens are compared in constant time.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

LOGIN_PREFIX = "dav"
"""The first segment of paths where Basic carries the token."""

REALM = 'Basic realm="kSync", charset="UTF-8"'
WELL_KNOWN = ("/.well-known/caldav", "/.well-known/carddav")


@dataclass(frozen=True, slots=True)
class Head:
    """What is judged.

    :param target: as in the request line (RFC 9112 §3.2).
    """

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        """The values of a header, whose name is in lower case."""
        return [value for key, value in self.headers if key == name]

    def get(self, name: str, default: str = "") -> str:
        """The first of them."""
        found = self.all(name)
        return found[0] if found else default


@dataclass(frozen=True, slots=True)
class Admitted:
    """The request may go on.

    :param prefix: the first segment, which all hrefs of the answer begin with.
    :param path: what follows it, percent-encoded, with a slash in front.
    """

    prefix: str
    path: str


@dataclass(frozen=True, slots=True)
class Turned:
    """It may not.

    :param location: where to go instead (a redirection).
    """

    status: int
    reason: str
    challenge: bool = False
    location: str = ""


@dataclass(frozen=True, slots=True)
class Doors:
    """What this server calls itself."""

    port: int
    token: str

    @property
    def hosts(self) -> frozenset[str]:
        """RFC 9110 §7.2; the port may be left out by nobody, as it is no default one."""
        return frozenset(f"{host}:{self.port}" for host in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def origins(self) -> frozenset[str]:
        """RFC 6454 §6.2."""
        return frozenset(f"{scheme}://{h}" for scheme in ("http", "https") for h in self.hosts)


def admit(head: Head, doors: Doors) -> Admitted | Turned:
    """Decide."""
    hosts = head.all("host")
    if len(hosts) != 1 or hosts[0].strip().lower() not in doors.hosts:
        return Turned(HTTPStatus.MISDIRECTED_REQUEST, "this is not the host that was asked for")
    if any(value.strip().lower() not in doors.origins for value in head.all("origin")):
        return Turned(HTTPStatus.FORBIDDEN, "web pages may not ask")
    path = head.target.partition("?")[0].partition("#")[0]
    if not path.startswith("/") or path.startswith("//"):
        return Turned(HTTPStatus.BAD_REQUEST, "the request target is no path")
    first, _, rest = path[1:].partition("/")
    if _same(first, doors.token):
        return Admitted(first, "/" + rest)
    if not _has_login(head.all("authorization"), doors.token):
        return Turned(HTTPStatus.UNAUTHORIZED, "the token is missing or wrong", challenge=True)
    if path.rstrip("/") in WELL_KNOWN:
        # RFC 6764 §5: a redirection to the context path
        there = f"/{LOGIN_PREFIX}/"
        return Turned(HTTPStatus.MOVED_PERMANENTLY, "discovery starts there", location=there)
    if first == LOGIN_PREFIX:
        return Admitted(first, "/" + rest)
    # discovery by programs that know the host only starts at its root
    return (
        Admitted(LOGIN_PREFIX, "/") if path == "/" else Turned(HTTPStatus.NOT_FOUND, "no such path")
    )


def _has_login(values: Iterable[str], token: str) -> bool:
    found = list(values)
    if len(found) != 1:
        return False
    scheme, _, credentials = found[0].strip().partition(" ")
    if scheme.lower() != "basic":
        return False
    try:
        pair = base64.b64decode(credentials.strip(), validate=True)
    except (binascii.Error, ValueError):
        return False
    _user, colon, password = pair.partition(b":")
    return bool(colon) and hmac.compare_digest(password, token.encode("ascii"))


def _same(one: str, token: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "surrogateescape"), token.encode("ascii"))

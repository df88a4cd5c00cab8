"""Which redirects are followed, and with what (RFC 9110 §15.4), as a pure decision.

Theory
------
HTTP libraries turn a redirected PROPFIND into a GET (302, 303) or resend it
without its body (301). For WebDAV both are wrong: a redirected request is the
same request at another place. And a redirect is the server's wish to have our
request sent elsewhere: it decides nothing about where our login may go.

The table (first row that matches)
----------------------------------
===== =========================================================== ========
row   situation                                                   verdict
===== =========================================================== ========
1     303 to anything but GET or HEAD (asks for another method)   refuse
2     Location is no absolute http(s) URL once resolved           refuse
3     Location carries user information                           refuse
4     more than 5 redirects in a row                              refuse
5     a URL that was asked before                                 refuse
6     https to http                                               refuse
7     public to a private or loopback address                     refuse
8     same origin, or one that the login may go to                follow, with the login
9     another origin, to discover, with a safe method             follow, without it
10    another origin                                              refuse
===== =========================================================== ========

Row 7 judges literal addresses here; ``Follow.forbid_private`` makes the
connection refuse what a name resolves to. Method and body are kept always.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from sync_engine.transport.port import Request
from sync_engine.transport.targets import BadUrl, Origin, is_private, locate

STATUSES = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "PROPFIND", "REPORT"})
"""RFC 9110 §9.2.1, RFC 4918 §9.1, RFC 3253 §3.6."""


@dataclass(frozen=True, slots=True)
class Follow:
    """Send the same method and body to ``url``.

    :param with_credentials: whether the login may go along.
    :param forbid_private: the name must not resolve to a private address.
    """

    url: str
    with_credentials: bool
    forbid_private: bool


@dataclass(frozen=True, slots=True)
class Refuse:
    """Do not follow."""

    reason: str


@dataclass(frozen=True, slots=True)
class Policy:
    """What the decision depends on beside the request.

    :param may_receive: whether the login may go to an origin.
    :param from_public: whether the redirecting server has a public address.
    """

    may_receive: Callable[[Origin], bool]
    from_public: bool


def decide(
    request: Request, status: int, location: str, hops: Sequence[str], policy: Policy
) -> Follow | Refuse:
    """Judge one redirect.

    :param status: one of ``STATUSES``.
    :param location: the Location field's value.
    :param hops: URLs asked so far, the redirecting one last.
    """
    if status == 303 and request.method not in ("GET", "HEAD"):
        return Refuse(f"303 would turn {request.method} into GET")
    here = locate(hops[-1])
    try:
        # RFC 9110 §10.2.2: a relative reference is resolved against the URL asked.
        joined = urljoin(here.url, location.strip())
        there = locate(joined)
    except (BadUrl, ValueError) as exc:
        return Refuse(f"Location is not usable: {exc}")
    if "@" in urlsplit(joined).netloc:
        return Refuse("Location carries user information")
    if len(hops) > MAX_REDIRECTS:
        return Refuse(f"more than {MAX_REDIRECTS} redirects")
    if there.url in {locate(hop).url for hop in hops}:
        return Refuse("redirects form a loop")
    if here.origin.scheme == "https" and there.origin.scheme == "http":
        return Refuse("from https to http")
    if policy.from_public and is_private(there.origin.host):
        return Refuse("from a public to a private address")
    with_credentials = policy.may_receive(there.origin)
    if not (with_credentials or there.origin == here.origin or _may_wander(request)):
        return Refuse(f"to another origin, {there.origin}")
    return Follow(there.url, with_credentials, policy.from_public)


def _may_wander(request: Request) -> bool:
    """Discovery is sent from host to host (RFC 6764 §5), always without the login."""
    return request.purpose == "discovery" and request.method in SAFE_METHODS

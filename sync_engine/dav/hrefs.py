"""Hrefs: joining, naming and comparing them (RFC 4918 §8.3, RFC 3986).

Rules
-----
* Percent-escapes are never touched: a resource is requested as it was listed.
* §8.3 wants an absolute URI or an absolute path; servers also give paths that
  are relative to the collection, their own host in another spelling, and
  ``http:`` behind a proxy that speaks ``https:``.
* A path that begins with two slashes is a path (§8.3 has no network-path
  references): it never leads to another host.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from sync_engine.core.identifiers import Href

_ABSOLUTE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}


def origin(url: str) -> str:
    """Scheme, host and port as ``url`` writes them, without a slash at the end."""
    end = url.find("/", url.find("://") + 3)
    return (url if end < 0 else url[:end]).partition("?")[0].partition("#")[0]


def join_href(base_url: str, href: str) -> str:
    """The absolute URL of an href found in a reply from ``base_url``.

    :param base_url: absolute; with a trailing slash if it is a collection.
    """
    if _ABSOLUTE.match(href):
        return href
    if href.startswith("/"):
        return origin(base_url) + href
    base = base_url.partition("#")[0].partition("?")[0]
    if not href:
        return base
    root = origin(base)
    folders = (base[len(root) :] or "/").split("/")[1:-1]
    while href.startswith(("./", "../")):
        step, _, href = href.partition("/")
        if step == ".." and folders:
            folders.pop()
    return "/".join([root, *folders, href])


def resource_href(collection_url: str, href: str) -> Href:
    """The one form that state keeps: a path on the collection's own origin, an
    absolute URL only on another one.

    ``http:`` on the collection's own host is its own origin too: a server
    behind a proxy does not know that it is reached by ``https:``.
    """
    if href.startswith("/"):
        return Href(href)
    url = join_href(collection_url, href)
    if _same_origin(collection_url, url):
        return Href(url[len(origin(url)) :] or "/")
    return Href(url)


def is_collection_itself(href: str, url: str) -> bool:
    """Whether a row is about the collection at ``url`` and not about a member.

    Only the decoded paths count, without their trailing slashes: no spelling of
    a member's path can be equal to its collection's.
    """
    return decoded_path(href, url) == decoded_path(url, url)


def decoded_path(href: str, base_url: str) -> str:
    """The path of an href for comparison only: decoded, without outer slashes."""
    if not href.startswith("/"):
        url = join_href(base_url, href)
        href = url[len(origin(url)) :]
    if "?" in href or "#" in href:
        href = href.partition("#")[0].partition("?")[0]
    return (unquote(href) if "%" in href else href).strip("/")


def as_collection(url: str) -> str:
    """``url`` with a trailing slash (RFC 4918 §5.2)."""
    return url if url.endswith("/") else url + "/"


def _same_origin(collection_url: str, url: str) -> bool:
    try:
        own, other = urlsplit(collection_url), urlsplit(url)
        own_port = own.port or _DEFAULT_PORTS.get(own.scheme)
        other_port = other.port or _DEFAULT_PORTS.get(other.scheme)
    except ValueError:
        return False
    if own.hostname != other.hostname:
        return False
    downgraded = (own.scheme, other.scheme, other_port) == ("https", "http", 80)
    return downgraded or (own.scheme, own_port) == (other.scheme, other_port)

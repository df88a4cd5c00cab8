"""Hrefs of a collection's members: which URL they mean, and which are the same.

Rules
-----
* A member is requested exactly as the server listed it; only for comparison is
  it normalised (``href_key``, RFC 3986 §6.2.2).
* A server may write one resource in several ways: as a path, as an absolute
  URL, with other percent-escapes. The key of an href is its path on its origin;
  the collection's own origin is left out.
* An answer is matched to the question by key, and only where that fails by full
  percent-decoding, and only if that is unique: ``a%2Fb`` and ``a/b`` may be two
  resources.
* Hrefs on another host are believed only where that host is trusted for the
  account (iCloud's partition hosts): else anybody's server could make kSync
  send the login and the data elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from sync_engine.core.hosts import trusted
from sync_engine.core.identifiers import ResourceId, href_key
from sync_engine.dav.hrefs import is_collection_itself, join_href, origin, resource_href


def host_of(url: str) -> str:
    """The lower-case host of an absolute URL, ``""`` if it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:  # brackets that hold no address
        return ""


def path_of(url: str) -> str:
    """The path of an absolute URL with its query, escapes untouched."""
    return url[len(origin(url)) :] or "/"


class Hrefs:
    """The hrefs of one collection.

    :param base: absolute URL of the collection with a trailing slash.
    :param trusted_hosts: further host names whose hrefs are believed.
    """

    def __init__(self, base: str, trusted_hosts: Iterable[str] = ()) -> None:
        self._base = base
        self._secure = base.startswith("https:")
        self._hosts = tuple(trusted_hosts)
        self._path = path_of(base)

    def url(self, id_: ResourceId) -> str:
        """The absolute URL of a member."""
        return join_href(self._base, id_)

    def child(self, name: str) -> ResourceId:
        """The id of a new member of that name."""
        return ResourceId(self._path + name)

    def id(self, href: str) -> ResourceId:
        """The id of a listed href: its path with its escapes untouched; an
        absolute URL only where it is on another origin.
        """
        return ResourceId(resource_href(self._base, href))

    def key(self, href: str) -> str:
        """The comparison key of an href as listed."""
        return href_key(self.id(href))

    def trusted(self, href: str) -> bool:
        """Whether requests may go where this href points."""
        id_ = self.id(href)
        if id_.startswith("/"):
            return True
        # Never from https to http, whatever the host.
        return trusted(host_of(id_), self._hosts) and (not self._secure or id_.startswith("https:"))

    def is_own(self, href: str) -> bool:
        """Whether it is the collection itself (with or without a trailing slash)."""
        return self.trusted(href) and is_collection_itself(href, self._base)

    def member(self, href: str) -> bool:
        """Whether it may be a resource of the collection: trusted, not itself, no folder."""
        return not href.endswith("/") and self.trusted(href) and not self.is_own(href)


class Asked:
    """The ids of one question, to match the rows of the reply with."""

    def __init__(self, hrefs: Hrefs, ids: Iterable[ResourceId]) -> None:
        self._hrefs = hrefs
        self._by_key: dict[str, ResourceId] = {}
        decoded: dict[str, ResourceId | None] = {}
        for id_ in ids:
            key = hrefs.key(id_)
            self._by_key[key] = id_
            loose = unquote(key)
            decoded[loose] = None if loose in decoded else id_
        self._by_decoded = decoded

    def match(self, href: str) -> ResourceId | None:
        """The id that a row's href answers, or ``None``."""
        if not self._hrefs.trusted(href):
            return None
        key = self._hrefs.key(href)
        return self._by_key.get(key) or self._by_decoded.get(unquote(key))

"""Names of things: hrefs, ETags, tokens, fingerprints, collection keys.

Rules
-----
* An href is requested exactly as the server listed it, and compared by
  ``href_key``: RFC 3986 §6.2.2 normalisation only. ``a%2Fb`` and ``a/b`` stay
  apart, and so do ``a%40b`` and ``a@b`` (two resources on Stalwart).
* A weak ETag never becomes a precondition: only ``StrongETag`` fits
  ``IfMatch`` (RFC 9110 §13.1.1 compares strongly; GMX gives weak ones on PUT).
* Sync-tokens and fingerprints are opaque; the only operation is equality.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NewType
from urllib.parse import unquote

Href = NewType("Href", str)
"""A resource's address as listed: a path on the collection's origin with its
percent-escapes untouched, or an absolute URL where it is on another origin."""

ResourceId = NewType("ResourceId", str)
"""A resource's name inside one replica: the Href (remote), the file name (vdir)."""

Fingerprint = NewType("Fingerprint", str)
"""Changes whenever the stored text may have changed. Remote: the ETag's header form."""

SyncToken = NewType("SyncToken", str)
"""RFC 6578 §3.2: opaque."""

ContentHash = NewType("ContentHash", str)
"""SHA-256 of a resource's bytes, hexadecimal, 64 characters."""

_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")


def href_key(href: str) -> str:
    """The comparison key of an href (RFC 3986 §6.2.2.1 and §6.2.2.2).

    Escapes of unreserved characters are decoded, all others get upper-case
    hexadecimal digits; nothing else changes.
    """
    if "%" not in href:
        return href

    def normalise(match: re.Match[str]) -> str:
        char = chr(int(match[1], 16))
        return char if char in _UNRESERVED else match[0].upper()

    return _ESCAPE.sub(normalise, href)


def same_place(one: str, other: str) -> bool:
    """Whether two URLs or paths name one collection or principal, whatever their host.

    The host is left out because a principal is often given with the host of
    another partition; the trailing slash, because servers are careless with it.
    """
    return _loose_path(one) == _loose_path(other)


def _loose_path(url: str) -> str:
    path = url if url.startswith("/") else url.partition("://")[2].partition("/")[2]
    return unquote(path).strip("/")


@dataclass(frozen=True, slots=True)
class ETag:
    """An entity tag (RFC 9110 §8.8.3).

    :param opaque: the tag with its quotes, e.g. ``"abc"``.
    :param weak: whether ``W/`` stood before it.
    """

    opaque: str
    weak: bool = False

    @classmethod
    def parse(cls, text: str | None) -> ETag | None:
        """Read a header or a DAV:getetag value; ``None`` for none or an empty one.

        Servers that leave the quotes out get them added (some do in getetag).
        """
        text = (text or "").strip()
        weak = text[:2] in ("W/", "w/")
        if weak:
            text = text[2:]
        if not text or text == '""':
            return None
        if not (len(text) >= 2 and text[0] == text[-1] == '"'):
            text = f'"{text.strip(chr(34))}"'
        return cls(text, weak)

    @property
    def strong(self) -> StrongETag | None:
        """Itself as a validator for a write, or ``None`` if it is weak."""
        return None if self.weak else StrongETag(self.opaque)

    @property
    def fingerprint(self) -> Fingerprint:
        """The header form, as the base store keeps it."""
        return Fingerprint(str(self))

    def __str__(self) -> str:
        return f"W/{self.opaque}" if self.weak else self.opaque


@dataclass(frozen=True, slots=True)
class StrongETag:
    """An ETag that may stand in If-Match, with its quotes."""

    opaque: str

    def __str__(self) -> str:
        return self.opaque


@dataclass(frozen=True, slots=True)
class IfMatch:
    """Write only over the version with this tag (RFC 9110 §13.1.1)."""

    etag: StrongETag


@dataclass(frozen=True, slots=True)
class IfNoneMatch:
    """Create only where nothing is: ``If-None-Match: *`` (RFC 9110 §13.1.2)."""


Precondition = IfMatch | IfNoneMatch


@dataclass(frozen=True, slots=True, order=True)
class CollectionKey:
    """What the state of a collection is keyed by (loss class L14).

    :param account: the account's UUID.
    :param principal: the principal's URL.
    :param url: the collection's URL, with a trailing slash.
    """

    account: str
    principal: str
    url: str

"""What the gateway offers to the programs of this computer."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from sync_engine.core.collection import Kind
from sync_engine.replicas.names import one_line

_NAMESPACE = uuid.UUID("6f5d1a56-7e0b-4d5f-9a3c-0d6a4f6b1c52")


@dataclass(frozen=True, slots=True)
class Offered:
    """A collection as a program sees it.

    :param id: ``ACCOUNT/SLUG``.
    :param key: the account's UUID, a slash and the slug: the same for as long as the
        collection lives, whatever the account is called.
    :param components: upper-case component names; empty: not restricted.
    :param color: ``#rrggbb``, ``""`` where there is none.
    :param url: with a slash at its end.
    """

    id: str
    key: str
    kind: Kind
    name: str
    color: str
    url: str
    read_only: bool = False
    components: frozenset[str] = frozenset()

    @property
    def uuid(self) -> uuid.UUID:
        """By what a program knows it: always the same one, so that nothing is there twice."""
        return uuid.uuid5(_NAMESPACE, self.key)

    @property
    def shown_name(self) -> str:
        """The name without line breaks and other control characters."""
        return one_line(self.name)

    @property
    def path(self) -> str:
        """The path of its address."""
        return urlsplit(self.url).path


@dataclass(frozen=True, slots=True)
class Offer:
    """All of them, and how to get in.

    :param address: where discovery starts.
    :param username, password: for programs that want to log in.
    :param secure: the same by https, which Apple's programs want; ``""``: there is none.
    :param certificate: what ``secure`` shows, as DER.
    :param unread: UUIDs of accounts whose collections could not be listed now.
    """

    address: str
    username: str
    password: str
    collections: tuple[Offered, ...]
    secure: str = ""
    certificate: bytes = b""
    unread: frozenset[str] = frozenset()

    def may_be_there(self, key: str) -> bool:
        """Whether a collection that is not listed may be there all the same."""
        return key.partition("/")[0] in self.unread

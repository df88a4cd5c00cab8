"""From a path to what it names, and back.

::

    /PREFIX/                                  root
    /PREFIX/principal/                        the one principal (RFC 3744 §2)
    /PREFIX/calendars/                        home set (RFC 4791 §6.2.1)
    /PREFIX/contacts/                         home set (RFC 6352 §7.1.1)
    /PREFIX/calendars/ACCOUNT.SLUG/           collection
    /PREFIX/calendars/ACCOUNT.SLUG/NAME.ics   resource

A file's name and the last segment of a path are the same text, but for what no file name can
be: there the escape itself is the file's name (``a%2Fb.ics``), and the path has it once more.
No path leads out of a collection: it is cut into segments before anything is decoded, a
collection is looked up by its name, and a file's name has no separator in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from ksync.gateway.answers import segment
from ksync.gateway.catalogue import HOMES, Served
from sync_engine.core.collection import Kind

PRINCIPAL = "principal"
_KINDS = {segment: kind for kind, segment in HOMES.items()}
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f/\\]|^\.")
_ESCAPED = re.compile(r"%25([01][0-9A-F]|7F|2F|5C)|^%252E")


@dataclass(frozen=True, slots=True)
class Root:
    """Where discovery starts."""


@dataclass(frozen=True, slots=True)
class Principal:
    """The owner."""


@dataclass(frozen=True, slots=True)
class Home:
    """The collections of one kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Collection:
    """A calendar or an address book."""

    served: Served


@dataclass(frozen=True, slots=True)
class Member:
    """A resource, there or not."""

    served: Served
    name: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nothing has this path; something may be made there only in a collection."""

    in_home: bool = False


Node = Root | Principal | Home | Collection | Member | Unknown


def resolve(path: str, served: Mapping[str, Served]) -> Node:
    """What a path names. :param served: collections by their ``path``."""
    first, *rest = path.removeprefix("/").split("/")
    if not first:
        return Root() if not rest else Unknown()
    kind = _KINDS.get(first)
    tail = [part for part in rest if part] if rest[-1:] == [""] else rest
    if first == PRINCIPAL:
        return Principal() if not tail else Unknown()
    if kind is None:
        return Unknown()
    if not tail:
        return Home(kind)
    collection = served.get(f"{first}/{tail[0]}/")
    if collection is None:
        return Unknown(in_home=len(tail) == 1)
    if len(tail) == 1:
        return Collection(collection)
    if len(tail) > 2 or rest[-1:] == [""]:
        return Unknown()
    return Member(collection, file_name(tail[1]))


def file_name(encoded: str) -> str:
    """A path segment as a file's name."""
    text = unquote_to_bytes(encoded).decode("utf-8", "backslashreplace")
    return _UNUSABLE.sub(lambda match: f"%{ord(match[0]):02X}", text)


def file_segment(name: str) -> str:
    """A file's name as a path segment: the reverse of ``file_name``."""
    return _ESCAPED.sub(lambda match: "%" + match[0][3:], segment(name))


@dataclass(frozen=True, slots=True)
class Hrefs:
    """The paths of an answer. :param prefix: as the request had it."""

    prefix: str

    def root(self) -> str:
        """Of the root."""
        return f"/{self.prefix}/"

    def principal(self) -> str:
        """Of the principal."""
        return f"/{self.prefix}/{PRINCIPAL}/"

    def home(self, kind: Kind) -> str:
        """Of a home set."""
        return f"/{self.prefix}/{HOMES[kind]}/"

    def collection(self, served: Served) -> str:
        """Of a collection."""
        return f"/{self.prefix}/{served.path}"

    def member(self, served: Served, name: str) -> str:
        """Of a resource."""
        return f"/{self.prefix}/{served.path}{file_segment(name)}"

    def of(self, node: Node) -> str:
        """Of anything that has one."""
        match node:
            case Principal():
                return self.principal()
            case Home(kind):
                return self.home(kind)
            case Collection(served):
                return self.collection(served)
            case Member(served, name):
                return self.member(served, name)
            case _:
                return self.root()


def by_path(served: Iterable[Served]) -> dict[str, Served]:
    """Collections by their path."""
    return {one.path: one for one in served}

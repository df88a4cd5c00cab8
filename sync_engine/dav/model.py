"""What a multistatus says, as values. Names are in Clark notation: ``{ns}local``.

The parser of ``rfc4918`` builds these; every RFC module reads them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sync_engine.core.identifiers import Href


@dataclass(slots=True)
class Element:
    """A small XML element: name, attributes, text (all character data), children."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def find(self, name: str) -> Element | None:
        """The first child of that name."""
        for child in self.children:
            if child.name == name:
                return child
        return None

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name."""
        return (child for child in self.children if child.name == name)


@dataclass(frozen=True, slots=True)
class PropStat:
    """RFC 4918 §14.22: properties that share a status."""

    status: int
    properties: dict[str, Element]


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """RFC 4918 §14.24: one DAV:response of a multistatus.

    :param href: as the server wrote it (white space stripped, nothing else).
    :param status: the response-level status, or ``None``. Where it is there it
        wins over any propstat, and its place among the children does not
        matter (SabreDAV 4.3.1 writes it first, with a dummy 418 propstat).
    :param errors: Clark names of the children of DAV:error.
    """

    href: Href
    status: int | None = None
    propstats: tuple[PropStat, ...] = ()
    errors: tuple[str, ...] = ()

    def ok(self) -> dict[str, Element]:
        """The properties that came with a 2xx status."""
        found: dict[str, Element] = {}
        for propstat in self.propstats:
            if 200 <= propstat.status < 300:
                found.update(propstat.properties)
        return found

"""RFC 4918, WebDAV: multistatus replies, error bodies, PROPFIND, PROPPATCH, MKCOL.

Theory
------
A multistatus (§13) is a list of DAV:response rows, each about one or several
hrefs, with either a status of its own or propstats, one for each status that
the asked properties had. Rows come out as they arrive; a reply that stops
before its end tag is an error and never a short listing (loss class L1).

Rules
-----
* A response-level status wins over any propstat, wherever it stands.
* An empty 418 propstat is SabreDAV's filler beside a response-level status.
* A status line that cannot be read is status 0: neither success nor absence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sync_engine.core.identifiers import Href, IfMatch, Precondition, SyncToken
from sync_engine.dav import names
from sync_engine.dav.hrefs import (
    as_collection,
    is_collection_itself,
    join_href,
    origin,
    resource_href,
)
from sync_engine.dav.model import Element, PropStat, ResponseRow
from sync_engine.dav.xml import Limits, XmlStream, document, element
from sync_engine.errors import MalformedXml, ProtocolError

CONTENT_TYPE: Final = ("Content-Type", "application/xml; charset=utf-8")
"""Header of every XML body (§8.2: application/xml is to be preferred)."""
DEPTH_0: Final = ("Depth", "0")
DEPTH_1: Final = ("Depth", "1")

_STATUS: Final = re.compile(r"(?:HTTP/[0-9.]+\s+)?([1-5][0-9]{2})(?![0-9])", re.IGNORECASE)
_USUAL_STATUS: Final = {"HTTP/1.1 200 OK": 200, "HTTP/1.1 404 Not Found": 404}
"""Read without a regular expression: there is one in each row."""
_ERROR_LIMITS: Final = Limits(total=1 << 20, child=1 << 20, elements=10_000, names=1_000)


@dataclass(frozen=True, slots=True)
class MultistatusEnd:
    """What is known when a multistatus has ended well.

    :param sync_token: RFC 6578 §6.4: DAV:sync-token of the multistatus.
    :param rows: how many rows there were in all.
    :param root: Clark name of the root.
    :param tail: rows that only the end of the document completed; expat may
        hold a last piece back, so they have to be read too.
    :param dropped: characters taken out because XML cannot hold them.
    """

    sync_token: SyncToken | None
    rows: int
    root: str
    tail: tuple[ResponseRow, ...] = ()
    dropped: int = 0


class MultistatusParser:
    """Rows of a DAV:multistatus as they arrive."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._stream = XmlStream(limits, names.MULTISTATUS)
        self._rows = 0
        self._token: SyncToken | None = None

    def feed(self, chunk: bytes) -> list[ResponseRow]:
        """Take bytes of any length; returns the rows that they completed.

        :raises MalformedXml: not well-formed, over a limit, or a row without href.
        :raises NotDav: no multistatus.
        """
        return self._read(self._stream.feed(chunk))

    def close(self) -> MultistatusEnd:
        """End of the body; look at ``tail`` for rows that came with it.

        :raises MalformedXml: truncated.
        :raises NotDav: an empty body.
        """
        tail = tuple(self._read(self._stream.close()))
        return MultistatusEnd(
            self._token, self._rows, names.MULTISTATUS, tail, self._stream.dropped
        )

    def _read(self, children: list[Element]) -> list[ResponseRow]:
        rows: list[ResponseRow] = []
        for child in children:
            if child.name == names.RESPONSE:
                _read_response(child, rows)
            elif child.name == names.SYNC_TOKEN:
                self._token = SyncToken(child.text.strip()) if child.text.strip() else None
        self._rows += len(rows)
        return rows


def parse_multistatus(
    chunks: Iterable[bytes], limits: Limits | None = None
) -> tuple[list[ResponseRow], MultistatusEnd]:
    """A whole multistatus at once, for replies that are known to be small.

    :raises MalformedXml, NotDav: see ``MultistatusParser``.
    """
    parser = MultistatusParser(limits)
    rows = [row for chunk in chunks for row in parser.feed(chunk)]
    end = parser.close()
    return [*rows, *end.tail], end


def parse_status(text: str) -> int:
    """The code of a status line (§14.28), 0 if there is none in it."""
    known = _USUAL_STATUS.get(text)
    if known is not None:
        return known
    match = _STATUS.match(text.strip())
    return int(match[1]) if match else 0


def parse_error_body(body: bytes) -> tuple[str, ...]:
    """Clark names of the elements inside DAV:error (§16).

    Also those inside the rows of a multistatus; ``()`` for anything else (HTML,
    plain text, nothing), because an error body is only ever an extra.
    """
    stream = XmlStream(_ERROR_LIMITS)
    try:
        children = stream.feed(body) + stream.close()
    except ProtocolError:
        return ()
    root = stream.root.name if stream.root else ""
    if root == names.ERROR:
        return tuple(child.name for child in children)
    if root == names.MULTISTATUS:
        errors = (error for child in children for error in _all_errors(child))
        return tuple(dict.fromkeys(errors))
    return ()


def href_of(prop: Element | None, base_url: str) -> str | None:
    """The absolute URL in a property that holds one DAV:href, e.g. a principal."""
    href = prop.find(names.HREF) if prop else None
    return join_href(base_url, href.text.strip()) if href and href.text.strip() else None


def hrefs_of(prop: Element | None, base_url: str) -> tuple[str, ...]:
    """The absolute URLs of all DAV:href in a property, in order, each once."""
    hrefs = (child.text.strip() for child in prop.all(names.HREF)) if prop else ()
    return tuple(dict.fromkeys(join_href(base_url, href) for href in hrefs if href))


def propfind_body(props: Iterable[str]) -> bytes:
    """§9.1: ask for these properties (Clark names)."""
    return document(element(names.PROPFIND, prop_element(props)))


def proppatch_body(set_: Mapping[str, str], remove: Iterable[str] = ()) -> bytes:
    """§9.2: set properties to a text, remove others; all or nothing."""
    parts: list[Element] = []
    if set_:
        parts.append(element(names.SET, element(names.PROP, *text_properties(set_))))
    removed = tuple(remove)
    if removed:
        parts.append(element(names.REMOVE, prop_element(removed)))
    return document(element(names.PROPERTYUPDATE, *parts))


def mkcol_body(
    resource_types: Iterable[str],
    set_: Mapping[str, str],
    more: Iterable[Element] = (),
) -> bytes:
    """RFC 5689 §5.1, extended MKCOL: a collection of these types.

    :param resource_types: Clark names beside DAV:collection, which is implied.
    :param set_: properties with a text.
    :param more: properties with structure.
    """
    types = (element(name) for name in (names.COLLECTION, *resource_types))
    properties = (element(names.RESOURCETYPE, *types), *text_properties(set_), *more)
    return document(element(names.MKCOL, element(names.SET, element(names.PROP, *properties))))


def text_properties(properties: Mapping[str, str]) -> list[Element]:
    """One element with a text for each property."""
    return [element(name, text) for name, text in properties.items()]


def prop_element(props: Iterable[str]) -> Element:
    """DAV:prop that names properties (§14.18)."""
    return element(names.PROP, *(element(name) for name in props))


def precondition_header(precondition: Precondition) -> tuple[str, str]:
    """The header of a conditional write (RFC 9110 §13.1): never a list of tags."""
    if isinstance(precondition, IfMatch):
        return ("If-Match", str(precondition.etag))
    return ("If-None-Match", "*")


def _read_response(response: Element, rows: list[ResponseRow]) -> None:
    """§14.24: ``(href, propstat+)`` or ``(href+, status)``, in whatever order."""
    hrefs: list[Href] = []
    propstats: list[PropStat] = []
    status: int | None = None
    errors: tuple[str, ...] = ()
    for child in response.children:
        name = child.name
        if name == names.PROPSTAT:
            propstat = _propstat(child)
            if propstat.properties or propstat.status != 418:
                propstats.append(propstat)
        elif name == names.HREF:
            hrefs.append(Href(child.text.strip()))
        elif name == names.STATUS:
            status = parse_status(child.text)
        elif name == names.ERROR:
            errors = tuple(error.name for error in child.children)
    if not hrefs:
        # A row about nobody knows what: the listing cannot be vouched for.
        raise MalformedXml("a DAV:response without DAV:href")
    for href in hrefs:
        rows.append(ResponseRow(href, status, tuple(propstats), errors))


def _propstat(propstat: Element) -> PropStat:
    status = 0
    properties: dict[str, Element] = {}
    for child in propstat.children:
        if child.name == names.PROP:
            for prop in child.children:
                properties[prop.name] = prop
        elif child.name == names.STATUS:
            status = parse_status(child.text)
    return PropStat(status, properties)


def _all_errors(response: Element) -> Iterator[str]:
    """Errors of a row (§14.24) and of its propstats (§14.22)."""
    for holder in (response, *response.all(names.PROPSTAT)):
        for error in holder.all(names.ERROR):
            yield from (child.name for child in error.children)


__all__ = [
    "CONTENT_TYPE",
    "DEPTH_0",
    "DEPTH_1",
    "MultistatusEnd",
    "MultistatusParser",
    "as_collection",
    "href_of",
    "hrefs_of",
    "is_collection_itself",
    "join_href",
    "mkcol_body",
    "origin",
    "parse_error_body",
    "parse_multistatus",
    "parse_status",
    "precondition_header",
    "prop_element",
    "propfind_body",
    "proppatch_body",
    "resource_href",
    "text_properties",
]

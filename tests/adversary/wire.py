"""Requests and replies, and the XML of a multistatus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from xml.sax.saxutils import escape

XML: Final = ("Content-Type", "application/xml; charset=utf-8")
_HEAD: Final = (
    '<?xml version="1.0"?>\n<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"'
    ' xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:card="urn:ietf:params:xml:ns:carddav"'
    ' xmlns:cs="http://calendarserver.org/ns/" xmlns:x="http://apple.com/ns/ical/">'
)
PREFIXES: Final = {
    "DAV:": "d",
    "urn:ietf:params:xml:ns:caldav": "cal",
    "urn:ietf:params:xml:ns:carddav": "card",
    "http://calendarserver.org/ns/": "cs",
    "http://apple.com/ns/ical/": "x",
}
REASONS: Final = {
    200: "OK",
    201: "Created",
    204: "No Content",
    207: "Multi-Status",
    301: "Moved Permanently",
    302: "Found",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    412: "Precondition Failed",
    415: "Unsupported Media Type",
    418: "I'm a teapot",
    423: "Locked",
    429: "Too Many Requests",
    500: "Internal Server Error",
    501: "Not Implemented",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
    507: "Insufficient Storage",
}


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request as it came.

    :param target: path (and query), escapes untouched.
    :param headers: by lower-case name.
    """

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Row:
    """A DAV:response.

    :param props: properties that are there: (qualified name, inner XML).
    :param missing: qualified names with a 404 propstat.
    :param status: at response level; it then stands BEFORE the href, as at SabreDAV.
    :param raw: goes into the row as it is.
    """

    href: str
    props: tuple[tuple[str, str], ...] = ()
    missing: tuple[str, ...] = ()
    status: int | None = None
    raw: str = ""

    def without(self, name: str) -> Row:
        """The same row with a property missing."""
        kept = tuple(prop for prop in self.props if prop[0] != name)
        gone = len(kept) < len(self.props)
        return replace(self, props=kept, missing=(*self.missing, name) if gone else self.missing)

    def with_prop(self, name: str, inner: str) -> Row:
        """The same row with another value of a property that it has."""
        return replace(self, props=tuple((n, inner if n == name else v) for n, v in self.props))

    def prop(self, name: str) -> str | None:
        """A property's inner XML."""
        return next((inner for found, inner in self.props if found == name), None)

    def render(self) -> str:
        """The row's XML."""
        if self.status is not None and not self.props:
            return (
                f"<d:response><d:status>{status_line(self.status)}</d:status>"
                f"<d:href>{escape(self.href)}</d:href>{self.raw}"
                f"<d:propstat><d:prop/><d:status>{status_line(418)}</d:status></d:propstat>"
                "</d:response>"
            )
        parts = [f"<d:response><d:href>{escape(self.href)}</d:href>{self.raw}"]
        if self.props:
            inner = "".join(f"<{name}>{value}</{name}>" for name, value in self.props)
            parts.append(
                f"<d:propstat><d:prop>{inner}</d:prop>"
                "<d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
            )
        if self.missing:
            inner = "".join(f"<{name}/>" for name in self.missing)
            parts.append(
                f"<d:propstat><d:prop>{inner}</d:prop>"
                "<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat>"
            )
        return f"{''.join(parts)}</d:response>"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    :param rows: of a multistatus, rendered when the reply is sent; :param token: its
        DAV:sync-token.
    :param cut: the connection breaks after that many octets of the body; :param short:
        the same, but the length told is that of what was sent.
    :param lost: no octet of it is sent at all.
    """

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    rows: tuple[Row, ...] | None = None
    token: str | None = None
    cut: int | None = None
    short: bool = False
    lost: bool = False

    def rendered(self) -> Reply:
        """The same with its body written out and cut."""
        body = self.body
        if self.rows is not None:
            end = f"<d:sync-token>{self.token}</d:sync-token>" if self.token else ""
            rows = "".join(row.render() for row in self.rows)
            body = f"{_HEAD}{rows}{end}</d:multistatus>\n".encode()
        cut = self.cut
        if cut is not None:
            # any number will do: it is taken round the length, and less than all is sent
            cut %= max(1, len(body.rstrip()))
            if self.short:
                return replace(self, rows=None, body=body[:cut], cut=None)
        return replace(self, rows=None, body=body, cut=cut)

    def header(self, name: str) -> str | None:
        """A field's value."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)

    def without(self, name: str) -> Reply:
        """The same without a field."""
        kept = tuple(pair for pair in self.headers if pair[0].lower() != name.lower())
        return replace(self, headers=kept)


def status_line(status: int) -> str:
    """As it stands in DAV:status."""
    return f"HTTP/1.1 {status} {REASONS.get(status, 'Whatever')}"


def multistatus(rows: Iterable[Row], token: str | None = None) -> Reply:
    """A 207."""
    return Reply(207, (XML,), rows=tuple(rows), token=token)


def error(status: int, *elements: str, message: str = "") -> Reply:
    """An error in SabreDAV's words."""
    inside = "".join(f"<{element}/>" for element in elements)
    body = (
        '<?xml version="1.0" encoding="utf-8"?>\n<d:error xmlns:d="DAV:"'
        ' xmlns:s="http://sabredav.org/ns" xmlns:cal="urn:ietf:params:xml:ns:caldav"'
        ' xmlns:card="urn:ietf:params:xml:ns:carddav"><s:sabredav-version>4.3.1'
        f"</s:sabredav-version><s:message>{escape(message)}</s:message>{inside}</d:error>\n"
    )
    return Reply(status, (XML,), body.encode())


def qualified(clark: str) -> str:
    """``{namespace}name`` with the prefix of our replies."""
    space, _, name = clark[1:].partition("}")
    prefix = PREFIXES.get(space)
    return f"{prefix}:{name}" if prefix else f'u:{name} xmlns:u="{escape(space)}"'

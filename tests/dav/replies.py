"""Replies as servers write them, in short."""

from __future__ import annotations

from xml.sax.saxutils import escape

from sync_engine.dav.model import ResponseRow
from sync_engine.dav.rfc4918 import MultistatusEnd, MultistatusParser

OK = "HTTP/1.1 200 OK"
HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns"'
    ' xmlns:cal="urn:ietf:params:xml:ns:caldav" xmlns:card="urn:ietf:params:xml:ns:carddav"'
    ' xmlns:cs="http://calendarserver.org/ns/" xmlns:a="http://apple.com/ns/ical/"'
    ' xmlns:nc="http://nextcloud.com/ns">'
)
TAIL = "</d:multistatus>"
HOME = "https://dav.example.org/calendars/alice/"
CALENDAR = "https://dav.example.org/calendars/alice/work/"


def multistatus(*parts: str) -> bytes:
    """A multistatus of these parts."""
    return (HEAD + "".join(parts) + TAIL).encode()


def response(href: str, props: str = "", status: str = OK) -> str:
    """A row with one propstat."""
    return (
        f"<d:response><d:href>{escape(href)}</d:href><d:propstat><d:prop>{props}</d:prop>"
        f"<d:status>{status}</d:status></d:propstat></d:response>"
    )


def plain(href: str, status: str, error: str = "") -> str:
    """A row with a status of its own."""
    return (
        f"<d:response><d:href>{escape(href)}</d:href><d:status>HTTP/1.1 {status}</d:status>"
        f"{error}</d:response>"
    )


def etag(value: str) -> str:
    """DAV:getetag."""
    return f"<d:getetag>{escape(value)}</d:getetag>"


def token(value: str) -> str:
    """DAV:sync-token."""
    return f"<d:sync-token>{value}</d:sync-token>"


def parse(body: bytes, size: int = 1 << 16) -> tuple[list[ResponseRow], MultistatusEnd]:
    """Feed a body in chunks of ``size``."""
    parser = MultistatusParser()
    rows: list[ResponseRow] = []
    for start in range(0, len(body), size):
        rows += parser.feed(body[start : start + size])
    end = parser.close()
    rows += end.tail
    return rows, end


def rows_of(*parts: str) -> list[ResponseRow]:
    """The rows of a multistatus of these parts."""
    return parse(multistatus(*parts))[0]

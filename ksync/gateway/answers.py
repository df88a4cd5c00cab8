"""Replies: status, headers, and multistatus bodies (RFC 4918 §13).

A listing of thousands of resources is written as text, row by row, without a tree. What is
written is XML 1.0 whatever a folder holds: characters that XML cannot carry are never
written, and a CR is written as a reference, so that a text arrives octet by octet (XML 1.0
§2.11 would turn CR LF into LF).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from sync_engine.dav.names import PREFIXES

XML = 'application/xml; charset="utf-8"'
_NAMESPACES = "".join(f' xmlns:{prefix}="{uri}"' for uri, prefix in PREFIXES.items())
_OPEN = f'<?xml version="1.0" encoding="utf-8"?>\n<D:multistatus{_NAMESPACES}>\n'
_CLOSE = "</D:multistatus>\n"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;", '"': "&quot;"})
_SAFE = "!$&'()*+,;=:@-._~"


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def escape(text: str) -> str:
    """Character data or an attribute's value."""
    return text.translate(_ESCAPES)


def visible(text: str) -> str:
    """A name of somebody's choice without what XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


def segment(name: str) -> str:
    """A name as a path segment (RFC 3986 §3.3)."""
    return quote(name, safe=_SAFE)


def status_line(status: int) -> str:
    """RFC 4918 §14.28."""
    return f"HTTP/1.1 {int(status)} {HTTPStatus(status).phrase}"


def propstat(found: Iterable[str], missing: Iterable[str], forbidden: Iterable[str] = ()) -> str:
    """RFC 4918 §14.22: property elements by their status."""
    parts = []
    for elements, status in (
        ("".join(found), HTTPStatus.OK),
        ("".join(missing), HTTPStatus.NOT_FOUND),
        ("".join(forbidden), HTTPStatus.FORBIDDEN),
    ):
        if elements:
            parts.append(
                f"<D:propstat><D:prop>{elements}</D:prop>"
                f"<D:status>{status_line(status)}</D:status></D:propstat>"
            )
    if not parts:
        parts.append(
            f"<D:propstat><D:prop/><D:status>{status_line(HTTPStatus.OK)}</D:status></D:propstat>"
        )
    return "".join(parts)


def row(href: str, content: str) -> str:
    """RFC 4918 §14.24. :param href: percent-encoded. :param content: propstats."""
    return f"<D:response><D:href>{escape(href)}</D:href>{content}</D:response>\n"


def status_row(href: str, status: int, error: str = "") -> str:
    """A row about a whole resource."""
    told = f"<D:error>{error}</D:error>" if error else ""
    return row(href, f"<D:status>{status_line(status)}</D:status>{told}")


def multistatus(rows: Iterable[str], token: str = "") -> Reply:
    """RFC 4918 §13. :param token: RFC 6578 §6.4."""
    ends = f"<D:sync-token>{escape(token)}</D:sync-token>\n" if token else ""
    text = "".join((_OPEN, *rows, ends, _CLOSE))
    return Reply(HTTPStatus.MULTI_STATUS, text.encode("utf-8"), {"Content-Type": XML})


def error(status: int, condition: str, reason: str = "") -> Reply:
    """RFC 4918 §16: a precondition that was not met, and words for people.

    :param condition: an element, e.g. ``<D:valid-sync-token/>``.
    """
    words = f"<D:responsedescription>{escape(visible(reason))}</D:responsedescription>"
    text = (
        f'<?xml version="1.0" encoding="utf-8"?>\n<D:error{_NAMESPACES}>{condition}'
        f"{words if reason else ''}</D:error>\n"
    )
    return Reply(status, text.encode("utf-8"), {"Content-Type": XML})


def plain(status: int, reason: str = "", headers: Mapping[str, str] | None = None) -> Reply:
    """Words for people."""
    body = f"{reason}\n".encode() if reason else b""
    return Reply(status, body, {"Content-Type": "text/plain; charset=utf-8", **(headers or {})})


def tag(name: str) -> str:
    """The tag of a Clark name, with what it needs to be declared."""
    namespace, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    prefix = PREFIXES.get(namespace)
    if prefix is not None:
        return f"{prefix}:{local}"
    return f'x:{local} xmlns:x="{escape(namespace)}"' if namespace else f'{local} xmlns=""'


def element(name: str, inner: str = "") -> str:
    """An element of a Clark name. :param inner: XML."""
    opened = tag(name)
    return f"<{opened}>{inner}</{opened.partition(' ')[0]}>" if inner else f"<{opened}/>"

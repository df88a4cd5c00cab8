"""Live properties: a table from a Clark name to what each kind of resource answers.

A function returns the inside of the element as XML, or ``None`` where the resource has no such
property (404 in a propstat, RFC 4918 §9.1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from email.utils import formatdate
from types import MappingProxyType

from ksync.gateway.answers import element, escape, propstat, visible
from ksync.gateway.index import Entry
from ksync.gateway.tree import Collection, Home, Hrefs, Member, Node, Principal, Root
from sync_engine.core.collection import Kind
from sync_engine.dav import names

MAX_RESOURCE = 16 * 1024 * 1024
"""Octets of one resource (RFC 4791 §5.2.5); no event or card comes near."""

MEDIA_TYPES = {Kind.CALENDAR: "text/calendar", Kind.ADDRESSBOOK: "text/vcard"}
DATA = {Kind.CALENDAR: names.CALENDAR_DATA, Kind.ADDRESSBOOK: names.ADDRESS_DATA}

NOTHING: Mapping[str, str | None] = MappingProxyType({})

_READ = ("read", "read-current-user-privilege-set")
_WRITE = ("write-content", "bind", "unbind")
_REPORTS = {
    Kind.CALENDAR: ("D:sync-collection", "C:calendar-multiget", "C:calendar-query"),
    Kind.ADDRESSBOOK: ("D:sync-collection", "CR:addressbook-multiget", "CR:addressbook-query"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A resource whose properties are asked for.

    :param token: of a collection, from the look that came before all that is told of it.
    :param entry: of a member.
    """

    node: Node
    hrefs: Hrefs
    token: str = ""
    entry: Entry | None = None

    @property
    def href(self) -> str:
        """Its path."""
        return self.hrefs.of(self.node)


def answer(view: View, wanted: Iterable[str], texts: Mapping[str, str | None] = NOTHING) -> str:
    """The propstats for what is wanted.

    :param texts: properties that are no live ones, with their inside.
    """
    found, missing = [], []
    for name in wanted:
        read = TABLE.get(name)
        inner = texts.get(name) if read is None else read(view)
        if inner is None:
            missing.append(element(name))
        else:
            found.append(element(name, inner))
    return propstat(found, missing)


def all_names(view: View) -> list[str]:
    """What a resource has (RFC 4918 §14.2, §14.20)."""
    return [name for name, read in TABLE.items() if read(view) is not None]


def _href(path: str) -> str:
    return f"<D:href>{escape(path)}</D:href>"


def _resourcetype(view: View) -> str:
    match view.node:
        case Principal():
            return "<D:collection/><D:principal/>"
        case Collection(served):
            what = "C:calendar" if served.kind is Kind.CALENDAR else "CR:addressbook"
            return f"<D:collection/><{what}/>"
        case Member():
            return ""
        case _:
            return "<D:collection/>"


def _displayname(view: View) -> str | None:
    match view.node:
        case Collection(served):
            return escape(visible(served.display_name))
        case Member():
            return None
        case Home(kind):
            return "Calendars" if kind is Kind.CALENDAR else "Contacts"
        case _:
            return "kSync"


def _principal(view: View) -> str:
    return _href(view.hrefs.principal())


def _owner(view: View) -> str | None:
    return None if isinstance(view.node, Root) else _principal(view)


def _principal_url(view: View) -> str | None:
    return _principal(view) if isinstance(view.node, Principal) else None


def _home(kind: Kind) -> Callable[[View], str | None]:
    def read(view: View) -> str | None:
        # some programs ask the address that they were given, not the principal
        if isinstance(view.node, Principal | Root):
            return _href(view.hrefs.home(kind))
        return None

    return read


def _privileges(view: View) -> str:
    match view.node:
        case Collection(served) | Member(served, _):
            granted = _READ if served.read_only else _READ + _WRITE
        case _:
            granted = _READ
    return "".join(f"<D:privilege><D:{one}/></D:privilege>" for one in granted)


def _reports(view: View) -> str | None:
    if not isinstance(view.node, Collection):
        return None
    return "".join(
        f"<D:supported-report><D:report><{one}/></D:report></D:supported-report>"
        for one in _REPORTS[view.node.served.kind]
    )


def _token(view: View) -> str | None:
    return escape(view.token) if view.token else None


def _etag(view: View) -> str | None:
    return f"&quot;{view.entry.etag}&quot;" if view.entry is not None else None


def _content_type(view: View) -> str | None:
    if not isinstance(view.node, Member):
        return None
    return f"{MEDIA_TYPES[view.node.served.kind]}; charset=utf-8"


def _length(view: View) -> str | None:
    return str(view.entry.size) if view.entry is not None else None


def _modified(view: View) -> str | None:
    return modified(view.entry.mark) if view.entry is not None else None


def modified(mark: str) -> str | None:
    """When a file was changed, from its fingerprint (size, mtime, …)."""
    parts = mark.split("-")
    digits = parts[1] if len(parts) > 1 else ""
    return formatdate(int(digits) / 1e9, usegmt=True) if digits.isdigit() else None


def _of_collection(
    kind: Kind, read: Callable[[Collection], str | None]
) -> Callable[[View], str | None]:
    def answered(view: View) -> str | None:
        if isinstance(view.node, Collection) and view.node.served.kind is kind:
            return read(view.node)
        return None

    return answered


def _components(node: Collection) -> str:
    return "".join(f'<C:comp name="{escape(one)}"/>' for one in node.served.components)


def _color(node: Collection) -> str | None:
    return f"{node.served.color}FF" if node.served.color else None


def _description(node: Collection) -> str | None:
    text = node.served.description
    return escape(visible(text)) if text else None


def _max_size(_node: Collection) -> str:
    return str(MAX_RESOURCE)


_CARDS = "".join(
    f'<CR:address-data-type content-type="text/vcard" version="{version}"/>'
    for version in ("3.0", "4.0")
)

TABLE: dict[str, Callable[[View], str | None]] = {
    names.RESOURCETYPE: _resourcetype,
    names.DISPLAYNAME: _displayname,
    names.CURRENT_USER_PRINCIPAL: _principal,
    names.PRINCIPAL_URL: _principal_url,
    "{DAV:}owner": _owner,
    names.CURRENT_USER_PRIVILEGE_SET: _privileges,
    names.SUPPORTED_REPORT_SET: _reports,
    names.SYNC_TOKEN: _token,
    names.GETCTAG: _token,
    names.GETETAG: _etag,
    names.GETCONTENTTYPE: _content_type,
    "{DAV:}getcontentlength": _length,
    "{DAV:}getlastmodified": _modified,
    names.CALENDAR_HOME_SET: _home(Kind.CALENDAR),
    names.ADDRESSBOOK_HOME_SET: _home(Kind.ADDRESSBOOK),
    names.SUPPORTED_CALENDAR_COMPONENT_SET: _of_collection(Kind.CALENDAR, _components),
    names.SUPPORTED_CALENDAR_DATA: _of_collection(
        Kind.CALENDAR, lambda _: '<C:calendar-data content-type="text/calendar" version="2.0"/>'
    ),
    names.SUPPORTED_ADDRESS_DATA: _of_collection(Kind.ADDRESSBOOK, lambda _: _CARDS),
    names.CALENDAR_MAX_RESOURCE_SIZE: _of_collection(Kind.CALENDAR, _max_size),
    names.ADDRESSBOOK_MAX_RESOURCE_SIZE: _of_collection(Kind.ADDRESSBOOK, _max_size),
    names.CALENDAR_COLOR: _of_collection(Kind.CALENDAR, _color),
    names.CALENDAR_DESCRIPTION: _of_collection(Kind.CALENDAR, _description),
    names.ADDRESSBOOK_DESCRIPTION: _of_collection(Kind.ADDRESSBOOK, _description),
}
"""What is known. What RFC 4918 §15 has beside these is not: a file has no creation date that
lasts, and nothing is locked."""

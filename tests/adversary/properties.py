"""PROPFIND and PROPPATCH."""

from __future__ import annotations

import functools
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from tests.adversary.model import CALENDAR, Account, Collection, Properties
from tests.adversary.wire import HttpRequest, Reply, Row, error, multistatus, qualified

if TYPE_CHECKING:
    from tests.adversary.handler import Adversary

TOKEN: Final = "http://sabre.io/ns/sync/"
_READ: Final = "<d:privilege><d:read/></d:privilege>"
_WRITE: Final = _READ + "".join(
    f"<d:privilege><d:{name}/></d:privilege>"
    for name in ("write", "write-content", "write-properties", "bind", "unbind")
)
_REPORTS: Final = ("sync-collection", "expand-property")
_CALENDAR_REPORTS: Final = ("calendar-multiget", "calendar-query")
_BOOK_REPORTS: Final = ("addressbook-multiget", "addressbook-query")


@functools.lru_cache(maxsize=256)
def asked(body: bytes) -> tuple[str, ...] | None:
    """Qualified names in DAV:prop of a request, ``None`` if it cannot be read."""
    try:
        root = ET.fromstring(body) if body else None
    except ET.ParseError:
        return None
    prop = root.find("{DAV:}prop") if root is not None else None
    return tuple(qualified(child.tag) for child in prop) if prop is not None else ()


def propfind(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 4918 §9.1."""
    names = asked(request.body)
    if names is None:
        return error(400, message="this is no XML")
    path = request.path if request.path.endswith("/") else request.path + "/"
    deep = request.headers.get("depth", "infinity") == "1"
    for kind in ("calendar", "addressbook"):
        if path == server.home(account.login, kind):
            return _home(server, path, account, names, deep=deep)
    collection = server.collection(path)
    if collection is not None:
        return _collection(server, collection, account, names, deep=deep)
    if path in ("/", account.principal):
        return multistatus([_place(server, path, account, names)])
    found = server.member(request.path)
    if found is None or found[1] not in found[0].resources:
        return error(404, message="not found")
    return multistatus([member(server, *found, names)])


def _home(
    server: Adversary, path: str, account: Account, names: Iterable[str], *, deep: bool
) -> Reply:
    rows = [_place(server, path, account, names)]
    if deep and account.initialised:
        for collection in server.listed(path):
            rows.append(collection_row(server, collection, account, names))
        if server.quirks.boxes:
            for box in (".in", ".out"):
                extra = Collection(f"{path}{box}/", CALENDAR, Properties(box))
                rows.append(collection_row(server, extra, account, names))
    return multistatus(rows)


def _collection(
    server: Adversary,
    collection: Collection,
    account: Account,
    names: Iterable[str],
    *,
    deep: bool,
) -> Reply:
    rows = [collection_row(server, collection, account, names)]
    if deep:
        for name in collection.resources:
            rows += [member(server, collection, name, names)] * (1 + server.quirks.twice)
    return multistatus(rows)


def _place(server: Adversary, path: str, account: Account, names: Iterable[str]) -> Row:
    """The root, the principal or a home set."""
    props = {
        "d:resourcetype": "<d:collection/>",
        "d:current-user-principal": _href(server.located(account.principal)),
        "d:current-user-privilege-set": _WRITE,
    }
    if path == account.principal:
        props["d:resourcetype"] = "<d:collection/><d:principal/>"
        props["d:displayname"] = account.login
        props["d:principal-URL"] = _href(server.located(path))
        props["cal:calendar-user-address-set"] = _href(f"mailto:{account.login}@example.org")
        if account.initialised:
            homes = (server.located(server.home(account.login, k)) for k in (CALENDAR, "book"))
            props["cal:calendar-home-set"], props["card:addressbook-home-set"] = map(_href, homes)
    return row(server.located(path), props, names)


def collection_row(
    server: Adversary, collection: Collection, account: Account, names: Iterable[str]
) -> Row:
    """What a collection says of itself."""
    told = collection.properties
    if collection.seen is not None and server.clock.now < collection.seen_until:
        told = collection.seen
    hint = token(server, collection)
    if server.quirks.hint_step and collection.changes:
        hint = f"{hint}-{int(server.clock.now // server.quirks.hint_step)}"
    calendar = collection.kind == CALENDAR
    known = _CALENDAR_REPORTS if calendar else _BOOK_REPORTS
    prefix = "cal" if calendar else "card"
    reports = [f"<{prefix}:{name}/>" for name in known if not server.quirks.no_multiget]
    if server.quirks.sync_report:
        reports += [f"<d:{name}/>" for name in _REPORTS]
    props = {
        "d:resourcetype": f"<d:collection/><{prefix}:{collection.kind}/>",
        "d:displayname": escape(told.title),
        "d:current-user-principal": _href(server.located(account.principal)),
        "d:current-user-privilege-set": _READ if collection.read_only else _WRITE,
        "d:owner": _href(server.located(account.principal)),
        "d:supported-report-set": "".join(
            f"<d:supported-report><d:report>{name}</d:report></d:supported-report>"
            for name in reports
        ),
        "cs:getctag": hint,
    }
    if server.quirks.sync_report:
        props["d:sync-token"] = hint
    if calendar:
        props["cal:supported-calendar-component-set"] = "".join(
            f'<cal:comp name="{name}"/>' for name in collection.components
        )
        if told.color:
            props["x:calendar-color"] = told.color
    else:
        props["card:supported-address-data"] = "".join(
            f'<card:address-data-type content-type="text/vcard" version="{version}"/>'
            for version in ("3.0", "4.0")
        )
    return row(server.located(collection.path), props, names)


def member(server: Adversary, collection: Collection, name: str, names: Iterable[str]) -> Row:
    """A resource's row, without its text."""
    resource = collection.resources[name]
    props = {
        "d:resourcetype": "",
        "d:getcontenttype": server.quirks.content_type,
        "d:getcontentlength": str(len(resource.body)),
    }
    if not server.quirks.no_etags:
        props["d:getetag"] = escape(resource.etag, {'"': "&quot;"})
    return row(server.href(collection, name), props, names)


def row(href: str, props: dict[str, str], names: Iterable[str]) -> Row:
    """The asked ones of a resource's properties."""
    there = tuple((name, props[name]) for name in names if name in props)
    return Row(href, there, tuple(name for name in names if name not in props))


def token(server: Adversary, collection: Collection) -> str:
    """The collection's token as it is told."""
    epoch = f"{collection.epoch}-" if collection.epoch else ""
    return f"{TOKEN}{epoch}{collection.token}"


def _href(url: str) -> str:
    return f"<d:href>{escape(url)}</d:href>"


def color(text: str) -> str:
    """As it is stored: without transparency, in small letters."""
    return text[:7].lower() if re.fullmatch(r"#[0-9A-Fa-f]{6,8}", text.strip()) else text


def proppatch(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 4918 §9.2; what is read stays the old for a while."""
    collection = server.collection(request.path)
    if collection is None:
        return error(404)
    if collection.read_only:
        return error(403, "d:need-privileges")
    new, names = changed(collection.properties, request.body)
    collection.seen, collection.seen_until = (
        collection.properties,
        server.clock.now + server.quirks.property_lag,
    )
    collection.properties = new
    if server.quirks.rename_moves and new.title != collection.seen.title:
        del server.collections[collection.path]
        collection.path = f"{server.home(account.login, collection.kind)}{new.title}/"
        server.collections[collection.path] = collection
    return multistatus([Row(server.located(collection.path), tuple((n, "") for n in names))])


def changed(before: Properties, body: bytes) -> tuple[Properties, list[str]]:
    """Properties after the DAV:set of a request, and the names in it."""
    new = Properties(before.title, before.color)
    names = []
    for prop in ET.fromstring(body).iterfind("{DAV:}set/{DAV:}prop/*"):
        name = qualified(prop.tag)
        names.append(name)
        if name == "d:displayname":
            new.title = prop.text or ""
        elif name == "x:calendar-color":
            new.color = color(prop.text or "")
    return new, names

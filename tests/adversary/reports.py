"""REPORT: sync-collection, multiget, and queries that ignore their filters. And GET."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit
from xml.sax.saxutils import escape

from tests.adversary import contents
from tests.adversary.model import CALENDAR, Account, Collection
from tests.adversary.properties import TOKEN, collection_row, member, token
from tests.adversary.wire import XML, HttpRequest, Reply, Row, error, multistatus, qualified

if TYPE_CHECKING:
    from tests.adversary.handler import Adversary

_DATA: Final = {CALENDAR: "cal:calendar-data", "addressbook": "card:address-data"}
_CALDAV: Final = "{urn:ietf:params:xml:ns:caldav}"
_CARDDAV: Final = "{urn:ietf:params:xml:ns:carddav}"


def report(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 3253 §3.6. On what is no collection of this kind: an empty 207."""
    try:
        root = ET.fromstring(request.body)
    except ET.ParseError:
        return error(400)
    collection = server.collection(request.path)
    if collection is None:
        if server.quirks.empty_207_body:
            return Reply(207, (XML,))
        return multistatus([])
    prop = root.find("{DAV:}prop")
    names = [qualified(child.tag) for child in prop] if prop is not None else []
    if root.tag == "{DAV:}sync-collection" and server.quirks.sync_report:
        return _sync(server, collection, account, root, names)
    prefix = _CALDAV if collection.kind == CALENDAR else _CARDDAV
    if server.quirks.no_multiget:
        return error(405)
    if root.tag == f"{prefix}{collection.kind}-multiget":
        hrefs = [(element.text or "").strip() for element in root.iterfind("{DAV:}href")]
        return _multiget(server, collection, hrefs, names, _version(prop))
    if root.tag == f"{prefix}{collection.kind}-query":
        # filters are ignored (Infomaniak)
        return multistatus(
            _with_data(server, collection, name, names, _version(prop))
            for name in collection.resources
        )
    return error(403, "d:supported-report")


def _version(prop: ET.Element | None) -> str:
    data = prop.find(f"{_CARDDAV}address-data") if prop is not None else None
    return (data.get("version") if data is not None else None) or "3.0"


def _with_data(
    server: Adversary,
    collection: Collection,
    name: str,
    names: Sequence[str],
    version: str | None,
) -> Row:
    """A member with its text.

    :param version: of vCard; ``None``: as stored.
    """
    row = member(server, collection, name, names)
    data = _DATA[collection.kind]
    if data not in names:
        return row
    body = collection.resources[name].body
    if version is not None and collection.kind != CALENDAR:
        body = contents.in_version(body, version)
    text = escape(body.decode("utf-8", "replace"), {"\r": "&#13;"})
    missing = tuple(m for m in row.missing if m != data)
    return replace(row, props=(*row.props, (data, text)), missing=missing)


def _multiget(
    server: Adversary, collection: Collection, hrefs: Sequence[str], names: list[str], version: str
) -> Reply:
    rows: list[Row] = []
    for href in hrefs:
        path = urlsplit(href).path
        name = server.name(path.rpartition("/")[2])
        inside = unquote(path.rpartition("/")[0] + "/") == unquote(collection.path)
        if server.quirks.href == "relative" and "/" not in path:
            inside = True
        if inside and name in collection.resources:
            rows.append(_with_data(server, collection, name, names, version))
        elif server.quirks.multiget_missing == "report":
            return error(404)
        elif server.quirks.multiget_missing == "row":
            rows.append(Row(href, status=404))
    return multistatus(rows)


def _sync(
    server: Adversary, collection: Collection, account: Account, root: ET.Element, names: list[str]
) -> Reply:
    """RFC 6578 §3.2."""
    quirks = server.quirks
    asked = (root.findtext("{DAV:}sync-token") or "").strip()
    limit = int(root.findtext("{DAV:}limit/{DAV:}nresults") or 0)
    number, everything = _number(server, collection, asked)
    if number is None:
        return error(quirks.refusal, *(["d:valid-sync-token"] if quirks.refusal_element else []))
    if everything:
        changed, gone = list(collection.resources), []
        if quirks.lists_removed:
            gone = [n for _, n, gone in collection.changes if gone and n not in changed]
            gone = list(dict.fromkeys(gone))
        if quirks.first_cut and not asked:
            changed = changed[: quirks.first_cut]
    else:
        changed, gone = collection.since(number)
        if quirks.forgets_short_lives:
            known = {n for at, n, _ in collection.changes if at < number}
            gone = [name for name in gone if name in known]
    if not quirks.data_in_sync:
        names = [name for name in names if name != _DATA[collection.kind]]
    rows = [_with_data(server, collection, name, names, None) for name in changed]
    rows += [Row(server.href(collection, name), status=404) for name in gone]
    if quirks.twice:
        rows = [row for row in rows for _ in range(2)]
    if quirks.removed_and_changed and asked:
        rows += [replace(row, props=(), missing=(), status=404) for row in rows if row.props][:1]
    if quirks.lists_itself:
        rows.insert(0, collection_row(server, collection, account, names))
    if limit and len(rows) > limit and quirks.obeys_limit == "cut":
        # neither told nor in the token: the rest is never seen
        rows = rows[:limit]
    if quirks.page and len(rows) > quirks.page:
        return _page(server, collection, rows, asked, number)
    return multistatus(rows, token(server, collection))


def _number(server: Adversary, collection: Collection, asked: str) -> tuple[int | None, bool]:
    """What a token means: (its number, whether all is listed); no number: refused."""
    if not asked:
        return 0, True
    current = token(server, collection).removesuffix(str(collection.token))
    digits = asked.removeprefix(current)
    if asked.startswith(current) and digits.partition("+")[0].isdecimal():
        number = int(digits.partition("+")[0])
        known = number <= collection.token or server.quirks.future_token != "refused"
        if known and (number <= collection.token or server.quirks.future_token == "silent"):
            # a page of a first report begins at 0, which no token is
            return number, number == 0
        return (0, True) if known else (None, False)
    dead = server.quirks.dead_token
    if not asked.startswith(TOKEN) and dead == "refused":
        return None, False
    return {"refused": (None, False), "silent": (collection.token, False), "all": (0, True)}[dead]


def _page(
    server: Adversary, collection: Collection, rows: list[Row], asked: str, number: int
) -> Reply:
    """§3.6: a page, a 507 row, and a token that leads to the next one."""
    base, _, at = asked.partition("+")
    start = int(at or 0)
    part = rows[start : start + server.quirks.page]
    if start + server.quirks.page >= len(rows):
        return multistatus(part, token(server, collection))
    part.append(Row(server.located(collection.path), status=507))
    first = base or token(server, collection).removesuffix(str(collection.token)) + str(number)
    return multistatus(part, f"{first}+{start + server.quirks.page}")


def get(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """A resource, with its ETag."""
    found = server.member(request.path)
    if found is None or found[1] not in found[0].resources:
        return error(404)
    collection, name = found
    resource = collection.resources[name]
    body = resource.body
    if collection.kind != CALENDAR:
        wanted = "4.0" if "4.0" in request.headers.get("accept", "") else "3.0"
        body = contents.in_version(body, wanted)
    type_ = server.quirks.content_type
    headers = [("Content-Type", type_ if collection.kind == CALENDAR else "text/vcard")]
    if not server.quirks.no_etags:
        headers.append(("ETag", resource.etag))
    return Reply(200, tuple(headers), body if request.method == "GET" else b"")

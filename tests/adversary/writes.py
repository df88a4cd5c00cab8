"""PUT, DELETE, MOVE, MKCALENDAR and extended MKCOL."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tests.adversary import contents
from tests.adversary.model import ADDRESSBOOK, CALENDAR, Account, Collection, Properties, Resource
from tests.adversary.properties import changed
from tests.adversary.wire import HttpRequest, Reply, Row, error, multistatus

if TYPE_CHECKING:
    from tests.adversary.handler import Adversary


def put(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 9110 §9.3.4, RFC 4791 §5.3.2."""
    quirks = server.quirks
    if quirks.put_redirect and not request.target.endswith("?moved"):
        return Reply(301, (("Location", server.base + request.path + "?moved"),))
    found = server.member(request.path)
    if found is None:
        return error(404, message="no such collection (yet)")
    collection, name = found
    there = collection.resources.get(name)
    refused = _refused(server, request, collection, name, there)
    if refused is not None:
        return refused
    stored = contents.repaired(collection, request.body)
    if quirks.rewrite is not None:
        stored = quirks.rewrite(stored)
    server.watch(collection, name, there.body if there else None, stored)
    resource = collection.put(name, stored)
    headers: tuple[tuple[str, str], ...] = ()
    if not quirks.no_etags and (stored == request.body or quirks.put_etag == "always"):
        headers = (("ETag", f"W/{resource.etag}" if quirks.weak_put else resource.etag),)
    if quirks.put_multistatus:
        return multistatus([Row(server.href(collection, name), (("d:getetag", ""),))])
    return Reply(quirks.put_status if there else 201, headers)


def _refused(
    server: Adversary,
    request: HttpRequest,
    collection: Collection,
    name: str,
    there: Resource | None,
) -> Reply | None:
    """Why a PUT is not carried out."""
    quirks = server.quirks
    stale = precondition(server, request, there)
    if stale is not None and not (
        (quirks.revives and there is None)
        or (quirks.ignores_if_none_match and "if-none-match" in request.headers)
    ):
        return stale
    if collection.read_only:
        return error(403, "d:need-privileges")
    element = contents.refusal(collection, request.body)
    if element is not None:
        status = 403 if element.endswith("component") else quirks.invalid_status
        return error(status, element)
    if quirks.unique_uid and _uid_taken(server, collection, name, request.body):
        prefix = "cal" if collection.kind == CALENDAR else "card"
        return error(quirks.unique_status, f"{prefix}:no-uid-conflict")
    return None


def _uid_taken(server: Adversary, collection: Collection, name: str, body: bytes) -> bool:
    wanted = contents.uid(body)
    places = [collection]
    if server.quirks.unique_uid == "account":
        places = [c for c in server.collections.values() if c.kind == collection.kind]
    return any(
        contents.uid(resource.body) == wanted
        for place in places
        for other, resource in place.resources.items()
        if (place, other) != (collection, name)
    )


def precondition(server: Adversary, request: HttpRequest, there: Resource | None) -> Reply | None:
    """RFC 9110 §13.1: 412, or ``None`` where the request may go on."""
    match, none = request.headers.get("if-match"), request.headers.get("if-none-match")
    if none == "*" and there is not None:
        return error(412, message="An If-None-Match header was specified, and it exists")
    if match == "*":
        star = server.quirks.if_match_star
        if star == "never" or (star == "honoured" and there is None):
            return error(412, message="An If-Match header was specified")
    elif match is not None:
        tags = [tag.strip() for tag in match.split(",")]
        if there is None or there.etag not in tags:
            return error(412, message="An If-Match header was specified, but none matched")
    return None


def delete(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """A resource, or a collection that is still listed for a while."""
    collection = server.collection(request.path)
    if collection is not None:
        collection.deleted_at = server.clock.now
        return Reply(204)
    found = server.member(request.path)
    if found is None:
        return error(404)
    collection, name = found
    there = collection.resources.get(name)
    if there is None:
        return error(server.quirks.delete_gone if "if-match" in request.headers else 404)
    if collection.read_only:
        return error(403, "d:need-privileges")
    if not server.quirks.ignores_if_match_on_delete:
        stale = precondition(server, request, there)
        if stale is not None:
            return stale
    server.watch(collection, name, there.body, None)
    collection.drop(name)
    return Reply(204)


def move(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 4918 §9.9, of a resource."""
    how = server.quirks.move
    if how == "none":
        return error(501)
    source = server.member(request.path)
    target = server.member(urlsplit(request.headers.get("destination", "")).path)
    if source is None or source[1] not in source[0].resources:
        return error(404)
    if target is None:
        return error(409)
    (collection, name), (destination, new) = source, target
    there = collection.resources[name]
    stale = precondition(server, request, there)
    if stale is not None and not server.quirks.move_ignores_if_match:
        return stale
    overwritten = destination.resources.get(new)
    if overwritten is not None and request.headers.get("overwrite", "T").upper() == "F":
        return error(412, message="The destination node already exists")
    if collection.read_only or destination.read_only:
        return error(403, "d:need-privileges")
    if server.quirks.unique_uid == "collection" and _uid_taken(
        server, destination, new, there.body
    ):
        return error(server.quirks.unique_status, "cal:no-uid-conflict")
    if how != "loses":
        server.watch(destination, new, overwritten.body if overwritten else None, there.body)
        destination.put(new, there.body)
    if how != "copies":
        # nothing is taken away by that: the text is at the other end
        collection.drop(name)
    return Reply(204 if overwritten else 201)


def make(server: Adversary, request: HttpRequest, account: Account) -> Reply:
    """RFC 4791 §5.3.1, RFC 5689; it is there after a while."""
    kind = CALENDAR if request.method == "MKCALENDAR" or b"caldav" in request.body else ADDRESSBOOK
    path = request.path if request.path.endswith("/") else request.path + "/"
    if server.quirks.no_mkcalendar and kind == CALENDAR:
        return error(405)
    old = server.collections.get(path)
    if old is not None and old.deleted_at is None:
        return error(405, message="The resource you tried to create already exists")
    if not path.startswith(server.home(account.login, kind)):
        return error(403)
    mine = [c for c in server.collections.values() if c.kind == kind and c.deleted_at is None]
    if len(mine) >= server.quirks.limit_of_calendars:
        return replace(error(429, message="Too many calendars"), headers=(("Retry-After", "600"),))
    body = request.body
    new, _ = changed(Properties(""), body) if body else (Properties(""), [])
    components = (
        tuple(
            element.get("name", "")
            for element in (ET.fromstring(body).iter("{urn:ietf:params:xml:ns:caldav}comp"))
        )
        if body
        else ()
    )
    server.collections[path] = Collection(
        path,
        kind,
        new,
        components or ("VEVENT", "VTODO"),
        visible_from=server.clock.now + server.quirks.creation_lag,
        etag_by_count=server.quirks.counts_etags,
    )
    return Reply(201)

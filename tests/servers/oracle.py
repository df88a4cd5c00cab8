"""An independent DAV client for tests: it edits "on the server" and reads what is there.

Nothing here comes from the engine under test: the few methods that a test needs
(MKCALENDAR of RFC 4791 §5.3.1, extended MKCOL of RFC 5689, PROPFIND) over the
client of ``http_client``. A status that was not expected raises ``Unexpected``.
"""

from __future__ import annotations

import threading
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit
from xml.sax.saxutils import escape

from tests.servers.http_client import DavClient, Reply

if TYPE_CHECKING:
    from tests.servers.base import TestServer

DAV = "DAV:"
CALDAV = "urn:ietf:params:xml:ns:caldav"
CARDDAV = "urn:ietf:params:xml:ns:carddav"
XML_HEADERS = {"Content-Type": 'application/xml; charset="utf-8"'}


@dataclass(frozen=True, slots=True)
class Collection:
    """A member of a home set: its path as listed, and its kind.

    :param kind: ``calendar`` or ``addressbook``.
    """

    href: str
    kind: str
    name: str


def propfind_body(*properties: tuple[str, str]) -> bytes:
    """A DAV:propfind for properties, each ``(namespace, name)``."""
    inner = "".join(f'<x:{name} xmlns:x="{space}"/>' for space, name in properties)
    return f'<d:propfind xmlns:d="DAV:"><d:prop>{inner}</d:prop></d:propfind>'.encode()


def responses(body: bytes) -> list[tuple[str, ET.Element]]:
    """The rows of a multistatus: href as written, and the DAV:response element."""
    rows = []
    for row in ET.fromstring(body).iter(f"{{{DAV}}}response"):
        rows.append(((row.findtext(f"{{{DAV}}}href") or "").strip(), row))
    return rows


class Account:
    """A login on a running server with the paths of its home sets.

    This is what the fixture ``server`` gives. What a user would type is ``url``,
    ``username``, ``password`` (and ``ca_file`` where the certificate is our own).

    :param url: address by another way, e.g. through a proxy; else the server's.
    """

    def __init__(
        self,
        server: TestServer,
        username: str,
        password: str,
        *,
        calendar_home: str,
        addressbook_home: str,
        principal: str,
        url: str | None = None,
    ) -> None:
        self.server = server
        self.url = url or server.url
        self.kind = server.kind
        self.traits = server.traits
        self.ca_file = server.ca_file
        self.username = username
        self.password = password
        self.calendar_home = calendar_home
        self.addressbook_home = addressbook_home
        self.principal = principal
        self.permanent = tuple(p.format(username=username) for p in server.traits.permanent)
        self.client = DavClient(
            self.url,
            username if server.traits.authenticates else None,
            password,
            ca_file=server.ca_file,
        )
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the connection."""
        self.client.close()

    def other(self) -> Account:
        """A second, fresh user on the same server."""
        return self.server.new_account()

    # -- collections ---------------------------------------------------------

    def make_calendar(
        self, name: str, components: Sequence[str] = ("VEVENT",), *, title: str | None = None
    ) -> str:
        """Make a calendar (RFC 4791 §5.3.1).

        :param name: last path segment; of letters, digits and hyphens, for that
            is what every server takes (Cyrus refuses what needs escapes).
        :param components: supported-calendar-component-set.
        :param title: display name, if not ``name``.
        :returns: its path, with the closing slash.
        """
        path = f"{self.calendar_home}{quote(name)}/"
        comps = "".join(f'<c:comp name="{component}"/>' for component in components)
        body = (
            f'<c:mkcalendar xmlns:d="DAV:" xmlns:c="{CALDAV}"><d:set><d:prop>'
            f"<d:displayname>{escape(title or name)}</d:displayname>"
            f"<c:supported-calendar-component-set>{comps}</c:supported-calendar-component-set>"
            "</d:prop></d:set></c:mkcalendar>"
        )
        self._request("MKCALENDAR", path, body.encode(), XML_HEADERS, expect=(200, 201))
        return path

    def make_addressbook(self, name: str, *, title: str | None = None) -> str:
        """Make an address book (RFC 6352 §6.3.1, extended MKCOL).

        Where calendars and address books share a home set (Radicale), ``name``
        must differ from a calendar's.

        :returns: its path, with the closing slash.
        """
        path = f"{self.addressbook_home}{quote(name)}/"
        body = (
            f'<d:mkcol xmlns:d="DAV:" xmlns:c="{CARDDAV}"><d:set><d:prop>'
            "<d:resourcetype><d:collection/><c:addressbook/></d:resourcetype>"
            f"<d:displayname>{escape(title or name)}</d:displayname>"
            "</d:prop></d:set></d:mkcol>"
        )
        self._request("MKCOL", path, body.encode(), XML_HEADERS, expect=(200, 201))
        return path

    def collections(self) -> list[Collection]:
        """The calendars and address books of the home sets, sorted by path.

        Scheduling inbox and outbox are none. A fresh account has none at all,
        or only those that its server insists on (``traits.permanent``).
        """
        found: dict[str, Collection] = {}
        wanted = propfind_body((DAV, "resourcetype"), (DAV, "displayname"))
        for home in {self.calendar_home, self.addressbook_home}:
            reply = self._request(
                "PROPFIND", home, wanted, {**XML_HEADERS, "Depth": "1"}, expect=(207,)
            )
            for href, row in responses(reply.body):
                for kind, space in (("calendar", CALDAV), ("addressbook", CARDDAV)):
                    if row.find(f".//{{{DAV}}}resourcetype/{{{space}}}{kind}") is not None:
                        name = row.findtext(f".//{{{DAV}}}displayname") or ""
                        found[href] = Collection(href, kind, name)
        return [found[href] for href in sorted(found)]

    # -- resources -----------------------------------------------------------

    def put(self, path: str, body: bytes, *, if_match: str | None = None) -> Reply:
        """Store a resource.

        :param path: absolute path; what ends in ``.vcf`` is sent as a vCard.
        """
        headers = {"Content-Type": content_type(path)}
        if if_match is not None:
            headers["If-Match"] = if_match
        return self._request("PUT", path, body, headers, expect=(200, 201, 204))

    def get(self, path: str, *, vcard: str | None = None) -> Reply:
        """Read a resource.

        :param vcard: version of vCard to ask for. Without it a server that
            converts (Cyrus) gives 3.0, whatever it stores; with it, that version.
        """
        headers = {} if vcard is None else {"Accept": f"text/vcard; version={vcard}"}
        return self._request("GET", path, headers=headers, expect=(200,))

    def exists(self, path: str) -> bool:
        """Whether there is a resource at that path."""
        return self._request("GET", path, expect=(200, 404, 410)).status == 200

    def delete(self, path: str) -> None:
        """Delete a resource or a collection."""
        self._request("DELETE", path, expect=(200, 204))

    def etags(self, collection: str) -> dict[str, str]:
        """What is in a collection: ``{href as listed: ETag}``, without its own row."""
        wanted = propfind_body((DAV, "getetag"), (DAV, "resourcetype"))
        headers = {**XML_HEADERS, "Depth": "1"}
        reply = self._request("PROPFIND", collection, wanted, headers, expect=(207,))
        own = unquote(collection).rstrip("/")
        found = {}
        for href, row in responses(reply.body):
            is_collection = row.find(f".//{{{DAV}}}resourcetype/{{{DAV}}}collection") is not None
            if not is_collection and unquote(urlsplit(href).path).rstrip("/") != own:
                found[href] = row.findtext(f".//{{{DAV}}}getetag") or ""
        return found

    def listing(self, collection: str, *, vcard: str | None = None) -> dict[str, bytes]:
        """All that is in a collection: ``{href as listed: body}``.

        :param vcard: see ``get``.
        """
        hrefs = self.etags(collection)
        return {href: self.get(urlsplit(href).path, vcard=vcard).body for href in hrefs}

    def seed(
        self, collection: str, bodies: Sequence[bytes], *, prefix: str = "r", writers: int = 1
    ) -> list[str]:
        """Store many resources quickly over kept connections.

        :param prefix: names are ``<prefix>-00000.ics`` (or ``.vcf``) and so on.
        :param writers: connections that write at the same time.
        :returns: the paths, in the order of ``bodies``.
        """
        ending = "vcf" if bodies and bodies[0].startswith(b"BEGIN:VCARD") else "ics"
        paths = [f"{collection}{prefix}-{number:05d}.{ending}" for number in range(len(bodies))]
        todo = list(zip(paths, bodies, strict=True))

        def write(share: list[tuple[str, bytes]]) -> None:
            with self.client.twin() as client:
                for path, body in share:
                    headers = {"Content-Type": content_type(path)}
                    client.request("PUT", path, body, headers, expect=(200, 201, 204))

        shares = [todo[start::writers] for start in range(writers)]
        with ThreadPoolExecutor(writers) as pool:
            list(pool.map(write, shares))
        return paths

    def clear(self) -> None:
        """Delete the calendars and address books that can be deleted."""
        for collection in self.collections():
            if collection.href not in self.permanent:
                self.delete(collection.href)

    def _request(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        expect: Iterable[int],
    ) -> Reply:
        with self._lock:
            return self.client.request(method, path, body, headers, expect=expect)


def content_type(path: str) -> str:
    """The media type that goes with a path's ending."""
    if path.endswith(".vcf"):
        return "text/vcard; charset=utf-8"
    return "text/calendar; charset=utf-8"

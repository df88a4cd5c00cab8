"""Plain requests to the server, past every client."""

from __future__ import annotations

import base64
import re
import xml.etree.ElementTree as ET

from tests.adversary.handler import HOST, LOGIN, PASSWORD, Adversary
from tests.adversary.wire import HttpRequest, Reply

DAV = "{DAV:}"
HOME = f"/calendars/{LOGIN}/"
BASIC = "Basic " + base64.b64encode(f"{LOGIN}:{PASSWORD}".encode()).decode()
REPORT = (
    '<d:{what} xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"'
    ' xmlns:r="urn:ietf:params:xml:ns:carddav">{inside}</d:{what}>'
)
PROPS = "<d:prop><d:getetag/><c:calendar-data/></d:prop>"


def ask(server: Adversary, method: str, target: str, body: bytes = b"", **headers: str) -> Reply:
    """One request with the login; ``if_match`` is If-Match, and so on."""
    fields = {"authorization": BASIC, "host": HOST}
    fields |= {name.replace("_", "-").lower(): value for name, value in headers.items()}
    return server.handle(HttpRequest(method, target, fields, body))


def propfind(server: Adversary, target: str, *names: str, depth: str = "1") -> Reply:
    """Names are Clark names."""
    inside = "".join(
        f'<x:{name.partition("}")[2]} xmlns:x="{name[1:].partition("}")[0]}"/>' for name in names
    )
    body = f'<d:propfind xmlns:d="DAV:"><d:prop>{inside}</d:prop></d:propfind>'.encode()
    return ask(server, "PROPFIND", target, body, depth=depth)


def sync(server: Adversary, target: str, token: str = "", *, limit: int = 0) -> Reply:
    """A sync-collection report."""
    cut = f"<d:limit><d:nresults>{limit}</d:nresults></d:limit>" if limit else ""
    inside = f"<d:sync-token>{token}</d:sync-token><d:sync-level>1</d:sync-level>{cut}{PROPS}"
    body = REPORT.format(what="sync-collection", inside=inside).encode()
    return ask(server, "REPORT", target, body)


def multiget(server: Adversary, target: str, *hrefs: str) -> Reply:
    """A calendar-multiget."""
    inside = PROPS + "".join(f"<d:href>{href}</d:href>" for href in hrefs)
    body = REPORT.format(what="X", inside=inside).replace("d:X", "c:calendar-multiget")
    return ask(server, "REPORT", target, body.encode())


def rows(reply: Reply) -> list[tuple[str, ET.Element]]:
    """(href, DAV:response) of a multistatus."""
    assert reply.status == 207, reply
    found = ET.fromstring(reply.body).iter(f"{DAV}response")
    return [(row.findtext(f"{DAV}href", ""), row) for row in found]


def hrefs(reply: Reply) -> list[str]:
    """The hrefs of a multistatus, in order, without their folders."""
    return [href.rstrip("/").rpartition("/")[2] for href, _ in rows(reply)]


def gone(reply: Reply) -> list[str]:
    """Those with a 404 at response level."""
    found = rows(reply)
    return [
        href.rpartition("/")[2]
        for href, row in found
        if "404" in (row.findtext(f"{DAV}status") or "")
    ]


def token(reply: Reply) -> str:
    """DAV:sync-token of a multistatus."""
    found = re.search(rb"<d:sync-token>([^<]*)</d:sync-token></d:multistatus>", reply.body)
    assert found is not None, reply.body
    return found[1].decode()

"""An in-process Transport that answers from a script, and the replies to write one with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Self

from sync_engine.cancellation import CancelToken
from sync_engine.transport.port import Meter, Request

HOST = "https://dav.example.org"


@dataclass
class Answer:
    """A response; ``chunk`` is the size of the pieces that the body comes in."""

    status: int = 207
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    url: str = ""
    chunk: int = 1000
    closed: bool = False

    def header(self, name: str) -> str | None:
        return {key.lower(): value for key, value in self.headers.items()}.get(name.lower())

    def chunks(self) -> Iterator[bytes]:
        for start in range(0, len(self.body), self.chunk):
            yield self.body[start : start + self.chunk]

    def read(self) -> bytes:
        return b"".join(self.chunks())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.closed = True


Step = Answer | Exception | Callable[[Request], Answer]


class Script:
    """Answers each request with the next step, and keeps the requests.

    A request beyond the script's end is an error of the test.
    """

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.requests: list[Request] = []
        self.answers: list[Answer] = []

    def exchange(
        self, request: Request, *, meter: Meter | None = None, cancel: CancelToken | None = None
    ) -> Answer:
        if cancel is not None:
            cancel.check()
        self.requests.append(request)
        assert self.steps, f"no answer in the script for {request.method} {request.url}"
        if meter is not None:
            meter.requests += 1
        step = self.steps.pop(0)
        if isinstance(step, Exception):
            raise step
        answer = step(request) if callable(step) else step
        answer.url = answer.url or request.url
        self.answers.append(answer)
        return answer

    def close(self) -> None:
        pass

    @property
    def done(self) -> list[tuple[str, str]]:
        """Method and path of each request."""
        return [(r.method, r.url.removeprefix(HOST)) for r in self.requests]

    def sent(self, number: int, name: str) -> str | None:
        """A header of a request."""
        return dict(self.requests[number].headers).get(name)


def multistatus(*rows: str, token: str | None = None, **more: object) -> Answer:
    """A 207 of these rows."""
    end = f"<D:sync-token>{token}</D:sync-token>" if token is not None else ""
    body = (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
        'xmlns:CR="urn:ietf:params:xml:ns:carddav" '
        'xmlns:CS="http://calendarserver.org/ns/">' + "".join(rows) + end + "</D:multistatus>"
    )
    headers = {"Content-Type": "application/xml; charset=utf-8"}
    return Answer(207, body.encode(), headers, **more)


def row(href: str, props: str = "", *, missing: str = "", status: int | None = None) -> str:
    """A DAV:response; ``missing`` are properties with a 404 propstat."""
    parts = [f"<D:href>{href}</D:href>"]
    if status is not None:
        parts.insert(0, f"<D:status>HTTP/1.1 {status} X</D:status>")
    if props:
        parts.append(
            f"<D:propstat><D:prop>{props}</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat>"
        )
    if missing:
        parts.append(
            f"<D:propstat><D:prop>{missing}</D:prop>"
            "<D:status>HTTP/1.1 404 Not Found</D:status></D:propstat>"
        )
    return f"<D:response>{''.join(parts)}</D:response>"


def etag(value: str) -> str:
    return f'<D:getetag>"{value}"</D:getetag>'


def event(text: str) -> str:
    return f"<C:calendar-data>{text}</C:calendar-data>"


def card(text: str) -> str:
    return f"<CR:address-data>{text}</CR:address-data>"


def length(value: int) -> str:
    return f"<D:getcontentlength>{value}</D:getcontentlength>"


def principal(path: str) -> str:
    return f"<D:current-user-principal><D:href>{path}</D:href></D:current-user-principal>"


CALENDAR = "<D:resourcetype><D:collection/><C:calendar/></D:resourcetype>"
ADDRESSBOOK = "<D:resourcetype><D:collection/><CR:addressbook/></D:resourcetype>"
FOLDER = "<D:resourcetype><D:collection/></D:resourcetype>"
UNAUTHENTICATED = "<D:current-user-principal><D:unauthenticated/></D:current-user-principal>"


def error(status: int, *elements: str) -> Answer:
    """An error answer with a DAV:error body if there are elements."""
    if not elements:
        return Answer(status, b"", {})
    inside = "".join(f"<{name}/>" for name in elements)
    body = (
        '<D:error xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav" '
        f'xmlns:CR="urn:ietf:params:xml:ns:carddav">{inside}</D:error>'
    )
    return Answer(status, body.encode(), {"Content-Type": "application/xml"})


def page(status: int = 200) -> Answer:
    """What a captive portal answers."""
    return Answer(
        status, b"<!DOCTYPE html><html><body>log in</body></html>", {"Content-Type": "text/html"}
    )


def done(status: int = 204, tag: str | None = None) -> Answer:
    """An answer without a body."""
    return Answer(status, b"", {"ETag": tag} if tag else {})


def resource(body: bytes, tag: str | None = '"1"') -> Answer:
    """An answer to a GET."""
    headers = {"Content-Type": "text/calendar"}
    return Answer(200, body, headers | ({"ETag": tag} if tag else {}))

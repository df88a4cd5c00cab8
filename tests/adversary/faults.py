"""What goes wrong once: a table of faults, each for one request (or for some).

A fault is due at a request that it is about; it may answer in the server's place, or
spoil the server's answer. ``FAULTS`` names all of them; a number that comes along (an
octet, a second) makes each a family.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from typing import TYPE_CHECKING, Final

from tests.adversary.wire import HttpRequest, Reply, Row, error

if TYPE_CHECKING:
    from tests.adversary.handler import Adversary

READS: Final = frozenset({"PROPFIND", "REPORT", "GET"})
REPORTS: Final = frozenset({"REPORT"})
WRITES: Final = frozenset({"PUT", "DELETE", "MOVE"})
ANY: Final = READS | WRITES

Before = Callable[["Adversary", HttpRequest, int], Reply | None]
After = Callable[["Adversary", HttpRequest, Reply, int], Reply]


def nothing_before(server: Adversary, request: HttpRequest, number: int) -> None:
    """The request goes on."""


def nothing_after(server: Adversary, request: HttpRequest, reply: Reply, number: int) -> Reply:
    """The reply stays as it is."""
    return reply


@dataclass(frozen=True, slots=True)
class Kind:
    """A row of the table.

    :param methods: what it can happen to.
    :param safe: whether the request is still answered in the end by a retry.
    """

    methods: frozenset[str]
    before: Before = nothing_before
    after: After = nothing_after


@dataclass(slots=True)
class Fault:
    """A fault that waits for its request.

    :param nth: of the requests that it is about, which one (from 1).
    :param left: how many times it happens from there.
    :param number: what makes it one of its family.
    :param on: further methods it is restricted to; :param under: paths.
    """

    kind: Kind
    nth: int = 1
    left: int = 1
    number: int = 0
    on: frozenset[str] = ANY
    under: str = ""
    seen: int = field(default=0)

    def due(self, request: HttpRequest) -> bool:
        """Whether it happens to this request."""
        if request.method not in self.kind.methods & self.on or self.left <= 0:
            return False
        if not request.path.startswith(self.under):
            return False
        self.seen += 1
        if self.seen < self.nth:
            return False
        self.left -= 1
        return True

    def before(self, server: Adversary, request: HttpRequest) -> Reply | None:
        """An answer in the server's place."""
        return self.kind.before(server, request, self.number)

    def after(self, server: Adversary, request: HttpRequest, reply: Reply) -> Reply:
        """The server's answer, spoiled."""
        return self.kind.after(server, request, reply, self.number)


def _answer(reply: Callable[[Adversary, int], Reply]) -> Before:
    return lambda server, _request, number: reply(server, number)


def _status(status: int, *elements: str) -> Before:
    return _answer(lambda _server, _number: error(status, *elements))


def _waits(status: int) -> Before:
    """Retry-After in seconds."""
    return _answer(
        lambda _server, number: replace(
            error(status), headers=(("Retry-After", str(number % 120)),)
        )
    )


def _waits_until(status: int) -> Before:
    """Retry-After as an HTTP-date."""
    return _answer(
        lambda server, number: replace(
            error(status),
            headers=(("Retry-After", formatdate(server.clock.now + number % 120, usegmt=True)),),
        )
    )


def _rows(change: Callable[[tuple[Row, ...], int], tuple[Row, ...]]) -> After:
    """Change the rows of a multistatus; other replies stay."""

    def after(_server: Adversary, _request: HttpRequest, reply: Reply, number: int) -> Reply:
        if reply.rows is None:
            return reply
        return replace(reply, rows=change(reply.rows, number))

    return after


def _cut(reply: Reply, number: int, *, short: bool) -> Reply:
    return replace(reply, cut=number, short=short)


def _lost(_server: Adversary, _request: HttpRequest, reply: Reply, _number: int) -> Reply:
    return replace(reply, lost=True)


def _insufficient(*, token: bool) -> After:
    """RFC 6578 §3.6: the report is cut, and says so by a 507 row."""

    def after(server: Adversary, request: HttpRequest, reply: Reply, number: int) -> Reply:
        if reply.rows is None or reply.token is None:
            return reply
        kept = reply.rows[: number % (len(reply.rows) + 1)]
        rows = (*kept, Row(server.located(request.path), status=507))
        # a token that leads nowhere new is no progress, and none is no page
        return replace(reply, rows=rows, token=reply.token if token else None)

    return after


def _with_teapots(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """An empty 418 propstat beside what a row says."""
    teapot = "<d:propstat><d:prop/><d:status>HTTP/1.1 418 I'm a teapot</d:status></d:propstat>"
    return tuple(replace(row, raw=teapot) for row in rows)


def _each_etag(value: Callable[[str], str | None]) -> After:
    """Change DAV:getetag in rows, and ETag in the answers to GET and PUT."""

    def after(_server: Adversary, _request: HttpRequest, reply: Reply, _number: int) -> Reply:
        if reply.rows is not None:
            return replace(reply, rows=tuple(_etag_of(row, value) for row in reply.rows))
        found = reply.header("ETag")
        if found is None:
            return reply
        bare, new = reply.without("ETag"), value(found)
        return bare if new is None else replace(bare, headers=(*bare.headers, ("ETag", new)))

    return after


def _etag_of(row: Row, value: Callable[[str], str | None]) -> Row:
    found = row.prop("d:getetag")
    if found is None:
        return row
    new = value(found)
    return row.without("d:getetag") if new is None else row.with_prop("d:getetag", new)


def _twice(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    return tuple(row for row in rows for _ in range(2))


def _removed_too(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """One of the members is also told to be gone."""
    members = [row for row in rows if not row.href.endswith("/")]
    if not members:
        return rows
    chosen = members[number % len(members)]
    return (*rows, replace(chosen, props=(), missing=(), status=404))


def _left_out(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """A row is missing, and nothing says so."""
    members = [row for row in rows if not row.href.endswith("/")]
    if not members:
        return rows
    chosen = members[number % len(members)]
    return tuple(row for row in rows if row is not chosen)


def _one_refused(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """A row is an error of its own."""
    members = [row for row in rows if not row.href.endswith("/")]
    if not members:
        return rows
    chosen = members[number % len(members)]
    status = (403, 500, 423)[number % 3]
    bad = replace(chosen, props=(), missing=(), status=status)
    return tuple(bad if row is chosen else row for row in rows)


def _other_principal(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    other = "<d:href>/principals/users/SOMEBODY/</d:href>"
    return tuple(row.with_prop("d:current-user-principal", other) for row in rows)


def _control_characters(rows: tuple[Row, ...], number: int) -> tuple[Row, ...]:
    """XML that is none: a program wrote a form feed into a title."""
    return tuple(
        replace(row, props=tuple((n, v.replace("SUMMARY:", "SUMMARY:\x0c")) for n, v in row.props))
        for row in rows
    )


_PORTAL: Final = b"<!DOCTYPE html><html><body><h1>Free Wi-Fi</h1>Please log in</body></html>"
_HTML: Final = ("Content-Type", "text/html; charset=utf-8")


def _mocked(_server: Adversary, _request: HttpRequest, _reply: Reply, _number: int) -> Reply:
    return Reply(200, (_HTML,), _PORTAL)


FAULTS: Final[dict[str, Kind]] = {
    # the connection
    "request lost": Kind(ANY, before=lambda *_: Reply(0, lost=True)),
    "reply lost": Kind(ANY, after=_lost),
    "cut at an octet": Kind(READS, after=lambda _s, _q, r, n: _cut(r, n, short=False)),
    "cut in silence": Kind(READS, after=lambda _s, _q, r, n: _cut(r, n, short=True)),
    # statuses
    "401": Kind(ANY, before=_status(401)),
    "403": Kind(ANY, before=_status(403)),
    "404": Kind(ANY, before=_status(404)),
    "409": Kind(ANY, before=_status(409)),
    "412": Kind(WRITES, before=_status(412)),
    "423": Kind(ANY, before=_status(423)),
    "429 in seconds": Kind(ANY, before=_waits(429)),
    "429 until a date": Kind(ANY, before=_waits_until(429)),
    "500": Kind(ANY, before=_status(500)),
    "502 after it was done": Kind(ANY, after=lambda *_: error(502)),
    "503 in seconds": Kind(ANY, before=_waits(503)),
    "503 until a date": Kind(ANY, before=_waits_until(503)),
    "503 after it was done": Kind(ANY, after=lambda *_: error(503)),
    "507": Kind(WRITES, before=_status(507, "d:quota-not-exceeded")),
    # pages instead of answers
    "portal with 200": Kind(ANY, before=_answer(lambda *_: Reply(200, (_HTML,), _PORTAL))),
    "portal with 302": Kind(
        ANY,
        before=_answer(
            lambda *_: Reply(302, (("Location", "http://portal.example/login"), _HTML), _PORTAL)
        ),
    ),
    "page after it was done": Kind(WRITES, after=_mocked),
    # listings that are not whole
    "507 with a token": Kind(REPORTS, after=_insufficient(token=True)),
    "507 without a token": Kind(REPORTS, after=_insufficient(token=False)),
    "empty 207": Kind(READS - {"GET"}, after=_rows(lambda _rows, _number: ())),
    "207 without a body": Kind(
        READS - {"GET"}, after=lambda _s, _q, r, _n: replace(r, rows=None, body=b"")
    ),
    "a row left out": Kind(READS - {"GET"}, after=_rows(_left_out)),
    "a row refused": Kind(READS - {"GET"}, after=_rows(_one_refused)),
    "418 beside each row": Kind(READS - {"GET"}, after=_rows(_with_teapots)),
    "each row twice": Kind(READS - {"GET"}, after=_rows(_twice)),
    "changed and removed": Kind(REPORTS, after=_rows(_removed_too)),
    "control characters": Kind(REPORTS, after=_rows(_control_characters)),
    "no token": Kind(REPORTS, after=lambda _s, _q, r, _n: replace(r, token=None)),
    # ETags
    "no ETag": Kind(ANY, after=_each_etag(lambda _: None)),
    "weak ETag": Kind(ANY, after=_each_etag(lambda tag: f"W/{tag}")),
    "an ETag that lies": Kind(ANY, after=_each_etag(lambda _: '"a-lie"')),
    # somebody else
    "another principal": Kind(frozenset({"PROPFIND"}), after=_rows(_other_principal)),
}
"""By name."""


def fault(name: str, **how: int | str | frozenset[str]) -> Fault:
    """A fault by its name."""
    return Fault(FAULTS[name], **how)  # type: ignore[arg-type]  # fields of Fault

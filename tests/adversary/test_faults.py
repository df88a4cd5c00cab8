"""The table of faults: each at the wire, and each met by a client at every request.

"Met" means: a run in which everything is to be done meets the fault at its n-th request,
for every n; nothing is lost by that (``tests.properties.realm`` looks at every write), and
the runs after it bring both sides to what an undisturbed run brings.
"""

from __future__ import annotations

import time
from collections import Counter
from email.utils import parsedate_to_datetime

import pytest

from sync_engine.core.identifiers import ResourceId
from tests.adversary.asking import HOME, ask, gone, hrefs, propfind, rows, sync
from tests.adversary.faults import FAULTS, REPORTS, fault
from tests.adversary.handler import Adversary
from tests.adversary.model import Clock
from tests.adversary.quirks import PROMPT
from tests.adversary.wire import Reply
from tests.cycle.twin import event
from tests.properties.http_world import HttpWorld
from tests.properties.realm import ANY_FAILURE

PUT = f"{HOME}work/new.ics"


def spoiled(name: str, number: int = 0, method: str = "") -> tuple[Adversary, Reply]:
    """A fault, and the reply to the first request that it happens to."""
    server = Adversary(PROMPT)
    calendar = server.add("work")
    for count in range(3):
        calendar.put(f"{count}.ics", event(f"u{count}"))
    kind = FAULTS[name]
    server.faults.append(fault(name, number=number))
    method = method or ("REPORT" if "REPORT" in kind.methods else sorted(kind.methods)[-1])
    if method == "REPORT":
        return server, sync(server, calendar.path)
    if method == "PROPFIND":
        return server, propfind(server, HOME, "{DAV:}current-user-principal")
    return server, ask(server, "PUT", PUT, event("new"))


def status(code: int):
    def check(server: Adversary, reply: Reply) -> None:
        assert reply.status == code

    return check


def lost(server: Adversary, reply: Reply) -> None:
    assert reply.lost


def retry(code: int, *, date: bool):
    def check(server: Adversary, reply: Reply) -> None:
        told = reply.header("Retry-After") or ""
        assert reply.status == code
        assert (parsedate_to_datetime(told) is not None) if date else told.isdigit()

    return check


def etags(pattern: str | None):
    def check(server: Adversary, reply: Reply) -> None:
        if pattern is None:
            assert b"<d:getetag>" not in reply.body
        else:
            assert reply.body.count(pattern.encode()) == 3

    return check


def page(code: int):
    def check(server: Adversary, reply: Reply) -> None:
        assert reply.status == code and b"<html>" in reply.body
        assert (reply.header("Content-Type") or "").startswith("text/html")

    return check


def cut(server: Adversary, reply: Reply) -> None:
    assert reply.cut == 700 % len(reply.body.rstrip())


def short(server: Adversary, reply: Reply) -> None:
    assert reply.cut is None and not reply.body.endswith(b"</d:multistatus>\n")


def insufficient(*, token: bool):
    def check(server: Adversary, reply: Reply) -> None:
        assert b"<d:status>HTTP/1.1 507" in reply.body
        assert (b"<d:sync-token>" in reply.body) is token

    return check


def teapots(server: Adversary, reply: Reply) -> None:
    assert reply.body.count(b"418 I'm a teapot") == 3


CHECKS = {
    "request lost": lost,
    "reply lost": lost,
    "cut at an octet": cut,
    "cut in silence": short,
    "401": status(401),
    "403": status(403),
    "404": status(404),
    "409": status(409),
    "412": status(412),
    "423": status(423),
    "429 in seconds": retry(429, date=False),
    "429 until a date": retry(429, date=True),
    "500": status(500),
    "502 after it was done": status(502),
    "503 in seconds": retry(503, date=False),
    "503 until a date": retry(503, date=True),
    "503 after it was done": status(503),
    "507": status(507),
    "portal with 200": page(200),
    "portal with 302": page(302),
    "page after it was done": page(200),
    "507 with a token": insufficient(token=True),
    "507 without a token": insufficient(token=False),
    "empty 207": lambda _s, reply: _equal(hrefs(reply), []),
    "207 without a body": lambda _s, reply: _equal((reply.status, reply.body), (207, b"")),
    "a row left out": lambda _s, reply: _equal(len(hrefs(reply)), 2),
    "a row refused": lambda _s, reply: _equal(reply.body.count(b"HTTP/1.1 403"), 1),
    "418 beside each row": teapots,
    "each row twice": lambda _s, reply: _equal(len(hrefs(reply)), 6),
    "changed and removed": lambda _s, reply: _equal(gone(reply), ["2.ics"]),
    "control characters": lambda _s, reply: _equal(reply.body.count(b"\x0c"), 3),
    "no token": lambda _s, reply: _equal(b"sync-token" in reply.body, False),
    "no ETag": etags(None),
    "weak ETag": etags("W/&quot;"),
    "an ETag that lies": etags('"a-lie"'),
    "another principal": lambda _s, reply: _equal(reply.body.count(b"SOMEBODY"), len(rows(reply))),
}


def _equal(found: object, wanted: object) -> None:
    assert found == wanted


def test_every_fault_has_a_check():
    assert CHECKS.keys() == FAULTS.keys()


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_at_the_wire(name):
    CHECKS[name](*spoiled(name, number=700 if "cut" in name else 2 if "removed" in name else 0))


@pytest.mark.parametrize("octet", [0, 1, 40, 500, 1500])
def test_a_cut_at_any_octet(octet):
    _, reply = spoiled("cut in silence", number=octet)
    assert len(reply.body) == octet


@pytest.mark.parametrize("name", [name for name in FAULTS if "after it was done" in name])
def test_what_is_answered_badly_was_done(name):
    server, _ = spoiled(name, method="PUT")
    assert "new.ics" in server.collections[f"{HOME}work/"].resources


def test_the_reply_to_a_put_is_lost_and_the_put_was_done():
    server, reply = spoiled("reply lost", method="PUT")
    assert reply.lost and "new.ics" in server.collections[f"{HOME}work/"].resources
    server, reply = spoiled("request lost", method="PUT")
    assert reply.lost and "new.ics" not in server.collections[f"{HOME}work/"].resources


def test_a_date_is_by_the_servers_clock():
    server = Adversary(PROMPT, clock=Clock(time.time() + 1e6))
    server.faults.append(fault("429 until a date", number=30))
    told = ask(server, "GET", "/").header("Retry-After") or ""
    assert abs(parsedate_to_datetime(told).timestamp() - server.clock.now - 30) < 2


def test_faults_wait_for_their_request():
    server = Adversary(PROMPT)
    server.add("work")
    server.faults.append(fault("500", nth=2, left=2, on=REPORTS))
    answers = [sync(server, f"{HOME}work/").status for _ in range(4)]
    assert answers == [207, 500, 500, 207]
    assert server.faults == []


def test_the_same_calls_give_the_same_bytes():
    def story() -> list[Reply]:
        server = Adversary(PROMPT, seed=3)
        calendar = server.add("work")
        calendar.put("a.ics", event("a"))
        server.faults.append(fault("cut at an octet", nth=2, number=99))
        return [sync(server, calendar.path) for _ in range(3)]

    assert story() == story()


# Every fault at every request of a run in which there is everything to do


class Run:
    """A client that is in sync, and changes on both sides that its next run carries over."""

    def __init__(self) -> None:
        self.world = HttpWorld(PROMPT)
        self.work, self.home = (self.world.add_collection(name) for name in ("work", "home"))
        for number in range(5):
            self.there(f"{number}.ics", event(f"u{number}"))
        self.person = self.world.add_person()
        for _ in range(2):
            self.world.sync(self.person)
        names = {body: name for name, body in self.person.folder("work").bodies().items()}
        self.there("0.ics", event("u0", "theirs"))
        self.here(names[event("u1")], event("u1", "mine"))
        self.there("2.ics", None)
        self.here(names[event("u3")], None)
        self.there("4.ics", event("u4", "theirs"))
        self.here(names[event("u4")], event("u4", "x", "LOCATION:mine"))
        self.here("new.ics", event("new"))

    def there(self, name: str, body: bytes | None) -> None:
        self._do(self.work, self.world.href(self.work, name), body)

    def here(self, name: str, body: bytes | None) -> None:
        self._do(self.person.folder("work"), ResourceId(name), body)

    def _do(self, place, name, body) -> None:
        if body is None:
            self.world.remove(place, name)
        else:
            self.world.write(place, name, body)

    def settled(self) -> tuple[Counter[bytes], Counter[bytes]]:
        """What the folder and the server have in the end."""
        self.world.mended()
        for number in range(4):
            self.person.wait(7200)
            self.world.sync(self.person, full=number == 0)
        assert self.person.store.holds.all() == []
        here = Counter(self.person.folder("work").bodies().values())
        return here, Counter(self.work.bodies().values())


@pytest.fixture(scope="module")
def undisturbed():
    run = Run()
    try:
        here, there = run.settled()
        assert here == there
        return here
    finally:
        run.world.close()


REFUSALS = {
    "403": "a write that is forbidden is told and sleeps until something changes",
    "412": "so does data that the server refuses; and nothing else is a 412 over nothing",
    "404": "a DELETE is done by it: what the server has all the same comes down again",
}
"""Believed, as they have to be: what was to be done may stay undone, but nothing is lost."""


def judge(name: str, run: Run, undisturbed: Counter[bytes], where: str = "") -> None:
    here, there = run.settled()
    if name in REFUSALS:
        assert set(undisturbed) <= {*here, *there}, where
    else:
        assert here == there == undisturbed, where


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_client_meets_it_at_every_request(name, undisturbed):
    nth = 0
    while True:
        nth += 1
        run = Run()
        try:
            met = fault(name, nth=nth, number=nth * 97)
            run.world.server.faults.append(met)
            run.world.sync(run.person, expected=ANY_FAILURE)
            judge(name, run, undisturbed, f"at request {nth}")
            if met.left:
                break
        finally:
            run.world.close()
    assert nth > 1


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_client_meets_nothing_else_in_a_run(name, undisturbed):
    run = Run()
    try:
        run.world.server.faults.append(fault(name, left=1000, number=11))
        for _ in range(2):
            run.world.sync(run.person, expected=ANY_FAILURE)
        judge(name, run, undisturbed)
    finally:
        run.world.close()

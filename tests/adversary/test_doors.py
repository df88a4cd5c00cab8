"""The two doors: the same server with and without sockets, for the real client."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest

from sync_engine.client.client import DavClient
from sync_engine.client.discovery import discover
from sync_engine.core.collection import Kind
from sync_engine.core.identifiers import IfMatch, IfNoneMatch, StrongETag
from sync_engine.errors import (
    AuthenticationRejected,
    HoldOff,
    MalformedXml,
    NotDav,
    OutcomeUnknown,
    PreconditionFailed,
    RedirectRefused,
    TransportError,
    Unreachable,
)
from sync_engine.replicas.remote.account import RemoteAccount
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Meter, Secret, Transport
from sync_engine.transport.resolver import GatedResolver, SystemResolver
from tests.adversary.doors import InProcess
from tests.adversary.faults import WRITES, fault
from tests.adversary.handler import LOGIN, PASSWORD, Adversary
from tests.adversary.quirks import PROMPT
from tests.adversary.sockets import SocketServer
from tests.cycle.twin import event
from tests.servers.http_client import DavClient as PlainClient
from tests.servers.oracle import responses

TYPE = "text/calendar"


@contextmanager
def in_process(server: Adversary, login: str = LOGIN) -> Iterator[Transport]:
    yield InProcess(server, login=Secret(login, PASSWORD))


@contextmanager
def over_sockets(server: Adversary, login: str = LOGIN) -> Iterator[Transport]:
    with SocketServer(server) as running:
        parts = urlsplit(running.url)
        transport = HttpTransport(
            AllowAll(),
            lambda: Secret(login, PASSWORD),
            origin=("http", parts.hostname or "", parts.port or 0),
            pause=lambda seconds, _cancel: server.clock.jump(seconds),
        )
        yield transport
        transport.close()
        assert running.raised == []


@pytest.fixture(params=[in_process, over_sockets])
def door(request):
    return request.param


@pytest.fixture
def server():
    made = Adversary(PROMPT)
    calendar = made.add("work")
    for number in range(3):
        calendar.put(f"{number}.ics", event(f"u{number}"))
    return made


def work(server: Adversary) -> str:
    return f"{server.base}/calendars/{LOGIN}/work/"


def test_discovery_and_a_report(server, door):
    server.add("contacts", "addressbook")
    with door(server) as transport:
        resolver = GatedResolver(SystemResolver(), AllowAll())
        found = discover(transport, resolver, server.base + "/")
        assert {kind for home in found.home_sets for kind in home.kinds} == set(Kind)
        account = RemoteAccount(DavClient(transport), found.principal, found.home_sets)
        infos = account.listing().collections
        assert [info.url for info in infos if info.kind is Kind.CALENDAR] == [work(server)]
        replica = account.open(infos[0])
        seen = replica.observe(None)
        assert [item.body for item in seen.items.values()] == [event(f"u{n}") for n in range(3)]


def test_a_wrong_login(server, door):
    with door(server, "anna@example.org") as transport, pytest.raises(AuthenticationRejected):
        list(DavClient(transport).propfind(work(server), ["{DAV:}getetag"], 1))


def test_writes_are_conditional(server, door):
    with door(server) as transport:
        client = DavClient(transport)
        written = client.put(f"{work(server)}new.ics", event("new"), TYPE, IfNoneMatch())
        assert written.status == 201 and written.etag is not None and written.etag.strong
        with pytest.raises(PreconditionFailed):
            client.put(f"{work(server)}new.ics", event("new", "b"), TYPE, IfNoneMatch())
        with pytest.raises(PreconditionFailed):
            client.delete(f"{work(server)}new.ics", IfMatch(StrongETag('"stale"')))
        client.delete(f"{work(server)}new.ics", IfMatch(written.etag.strong))
        assert "new.ics" not in server.collections[urlsplit(work(server)).path].resources


def test_what_breaks_is_what_the_client_sees(server, door):
    """Each at the first request; the transport's own retries run into it as well."""

    def ask(transport):
        return list(DavClient(transport).sync_collection(work(server), None, Kind.CALENDAR))

    for name, number, error in (
        ("cut at an octet", 700, Unreachable),
        ("cut in silence", 700, MalformedXml),
        ("207 without a body", 0, NotDav),
        ("portal with 200", 0, NotDav),
        ("portal with 302", 0, RedirectRefused),
        ("request lost", 0, Unreachable),
        ("429 in seconds", 100, HoldOff),
    ):
        server.faults[:] = [fault(name, left=9, number=number)]
        with door(server) as transport, pytest.raises(error):
            ask(transport)
    server.faults.clear()
    with door(server) as transport:
        assert len(ask(transport)) == 3


def test_a_write_whose_reply_is_lost(server, door):
    server.faults.append(fault("reply lost", on=WRITES))
    with door(server) as transport, pytest.raises(OutcomeUnknown):
        DavClient(transport).put(f"{work(server)}new.ics", event("new"), TYPE, IfNoneMatch())
    assert "new.ics" in server.collections[urlsplit(work(server)).path].resources


def test_a_read_that_is_lost_is_asked_again(server, door):
    server.faults.append(fault("reply lost"))
    meter = Meter()
    with door(server) as transport:
        DavClient(transport, meter=meter).get(f"{work(server)}0.ics")
    assert meter.requests == 2


def test_pauses_move_the_servers_clock(server, door):
    server.faults.append(fault("429 in seconds", number=7))
    before = server.clock.now
    with door(server) as transport:
        DavClient(transport).get(f"{work(server)}0.ics")
    assert server.clock.now - before >= 7


def test_nothing_else_is_served_without_sockets(server):
    with in_process(server) as transport, pytest.raises(TransportError):
        DavClient(transport).get("ftp://dav.adversary.example/")


def test_by_hand():
    """``python -m tests.adversary`` says where it is and how to log in."""
    command = [sys.executable, "-m", "tests.adversary", "--profile", "sabre"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            told = dict(process.stdout.readline().split(maxsplit=1) for _ in range(3))
            url, user, password = (told[k].strip() for k in ("address", "user", "password"))
            with PlainClient(url, user, password) as client:
                reply = client.request("PROPFIND", f"/calendars/{user}/", headers={"Depth": "1"})
                assert len(responses(reply.body)) == 4
        finally:
            process.terminate()
            process.wait(10)

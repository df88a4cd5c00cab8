"""caldav rides on our transport: through the gate, and by no other way."""

from __future__ import annotations

import socket
from urllib.parse import urljoin, urlsplit

import pytest

from sync_engine.client.caldav_bridge import (
    compatibility_hint,
    create_calendar,
    delete_collection,
)
from sync_engine.errors import (
    DiscoveryFailed,
    Forbidden,
    GateDenied,
    HoldOff,
    OutcomeUnknown,
    ProtocolError,
    ServerFailure,
)
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Request, Secret
from tests.servers import Account
from tests.transport.conftest import MakeTransport
from tests.transport.lab import LOGIN, Answer, FakeTime, Lab, SwitchGate, status

PROPFIND = (
    b'<propfind xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><prop><displayname/>'
    b"<C:supported-calendar-component-set/></prop></propfind>"
)


def test_a_calendar_is_made_and_deleted_on_a_real_server(radicale: Account) -> None:
    home = urljoin(radicale.url, radicale.calendar_home)
    parts = urlsplit(home)
    origin = (parts.scheme, parts.hostname or "", parts.port or 0)
    login = Secret(radicale.username, radicale.password)
    with HttpTransport(AllowAll(), lambda: login, origin=origin) as transport:
        url = create_calendar(transport, home, "Büro & <Heim>", ["VTODO"])
        assert url.startswith(home)
        assert url.endswith("/")
        asked = Request("PROPFIND", url, (("Depth", "0"),), PROPFIND)
        with transport.exchange(asked) as reply:
            body = reply.read().decode()
        assert "Büro &amp; &lt;Heim&gt;" in body
        assert 'name="VTODO"' in body
        assert 'name="VEVENT"' not in body
        delete_collection(transport, url)
        assert status(transport, asked) == 404
        delete_collection(transport, url)


def test_a_denying_gate_stops_caldav_and_no_other_stack_opens_a_socket(
    lab: Lab, make: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    looked_up: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda self, address: opened.append(address))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: looked_up.append(args))
    transport = make(lab, SwitchGate(deny=True))
    with pytest.raises(GateDenied):
        create_calendar(transport, lab.url("/home/"), "Work", ["VEVENT"])
    with pytest.raises(GateDenied):
        delete_collection(transport, lab.url("/home/work/"))
    monkeypatch.undo()
    assert opened == []
    assert looked_up == []
    assert lab.accepted == 0


def test_caldavs_own_session_refuses(lab: Lab, make: MakeTransport) -> None:
    from sync_engine.client import caldav_bridge

    with caldav_bridge._client(make(lab), lab.url("/home/"), None) as client:
        with pytest.raises(ProtocolError, match="own HTTP session"):
            client.session.request("GET", lab.url())
        with pytest.raises(ProtocolError, match="own HTTP session"):
            client._sync_request(lab.url(), "GET")
        client.close()
    assert lab.accepted == 0


def test_all_requests_carry_our_login_and_our_name(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(201)
    url = create_calendar(make(lab, user_agent="kSync/9"), lab.url("/home/"), "Work", ["VEVENT"])
    assert {seen.headers["user-agent"] for seen in lab.seen} == {"kSync/9"}
    assert None not in lab.authorizations
    assert lab.seen[0].method == "MKCALENDAR"
    assert lab.url(lab.seen[0].target) == url
    assert b"Work" in lab.seen[0].body


@pytest.mark.parametrize(
    ("code", "kind"), [(403, Forbidden), (500, ServerFailure), (503, HoldOff), (429, HoldOff)]
)
def test_a_refusal_is_one_of_our_errors(
    lab: Lab, make: MakeTransport, code: int, kind: type
) -> None:
    body = b'<error xmlns="DAV:"><resource-must-be-null/></error>'
    lab.app = lambda seen: Answer(code, (("Content-Type", "text/xml"),), body)
    transport = make(lab, pause=FakeTime().pause)
    with pytest.raises(kind) as error:
        create_calendar(transport, lab.url("/home/"), "Work")
    assert error.value.preconditions == ("{DAV:}resource-must-be-null",)
    lab.app = lambda seen: Answer(code)
    with pytest.raises(kind):
        delete_collection(make(lab, pause=FakeTime().pause), lab.url("/home/work/"))


def test_a_lost_answer_is_unknown(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(reset=True)
    with pytest.raises(OutcomeUnknown):
        create_calendar(make(lab, credentials=lambda: LOGIN), lab.url("/home/"), "Work")
    assert len(lab.seen) == 1


def test_hints() -> None:
    assert compatibility_hint("infomaniak", "save.no-uid-conflict")["support"] == "unsupported"
    assert compatibility_hint("cyrus", "create-calendar")["support"] == "full"
    for profile, feature in (("no-such", "x"), ("infomaniak", "no-such")):
        with pytest.raises(DiscoveryFailed):
            compatibility_hint(profile, feature)

"""The gate is asked before each request, and a denial means that nothing is sent."""

from __future__ import annotations

import socket
import time

import pytest

from sync_engine.errors import GateDenied, Unreachable
from sync_engine.transport.port import AllowAll, Meter, Request, Route, Secret
from tests.transport.conftest import MakeTransport
from tests.transport.lab import LOGIN, Answer, FakeResolver, Lab, SwitchGate


def settled(lab: Lab) -> tuple[int, int]:
    """What the server saw, after anything under way has had time to arrive."""
    time.sleep(0.05)
    return lab.accepted, lab.bytes_in


def test_a_denying_gate_sends_nothing_and_asks_nobody(lab: Lab, make: MakeTransport) -> None:
    asked: list[str] = []

    def credentials() -> Secret:
        asked.append("credentials")
        return LOGIN

    resolver = FakeResolver({"localhost": ["127.0.0.1"]})
    transport = make(lab, SwitchGate(deny=True), credentials, resolver=resolver)
    meter = Meter()
    for host in ("localhost", "127.0.0.1"):
        with pytest.raises(GateDenied) as denied:
            transport.exchange(Request("PROPFIND", lab.url(host=host)), meter=meter)
        assert denied.value.code == "ssid_not_listed"
    with pytest.raises(GateDenied):
        transport.names().services("_caldavs._tcp.example.com")
    with pytest.raises(GateDenied):
        transport.names().texts("_caldavs._tcp.example.com")
    with pytest.raises(GateDenied):
        transport.names().addresses("example.com", 443)
    assert settled(lab) == (0, 0)
    assert resolver.calls == []
    assert asked == []
    assert meter == Meter()


def test_the_second_stage_denies_after_the_look_up_and_before_a_packet(
    lab: Lab, make: MakeTransport
) -> None:
    gate = SwitchGate(deny_choice=True)
    resolver = FakeResolver({"localhost": ["127.0.0.1"]})
    with pytest.raises(GateDenied):
        make(lab, gate, resolver=resolver).exchange(Request("GET", lab.url(host="localhost")))
    assert resolver.calls == ["localhost"]
    assert gate.asked[-1] == "choose 127.0.0.1"
    assert settled(lab) == (0, 0)


@pytest.mark.parametrize("stage", ["deny", "deny_choice"])
def test_a_gate_that_turns_stops_the_next_request_on_a_kept_connection(
    lab: Lab, make: MakeTransport, stage: str
) -> None:
    gate = SwitchGate()
    transport = make(lab, gate)
    for _ in range(2):
        transport.exchange(Request("GET", lab.url())).read()
    accepted, received = settled(lab)
    assert accepted == 1
    setattr(gate, stage, True)
    with pytest.raises(GateDenied):
        transport.exchange(Request("GET", lab.url()))
    assert settled(lab) == (accepted, received)


def test_a_kept_connection_is_judged_by_its_peer_and_replaced_when_the_route_changed(
    lab: Lab, make: MakeTransport
) -> None:
    gate = SwitchGate()
    transport = make(lab, gate)
    transport.exchange(Request("GET", lab.url())).read()
    gate.asked.clear()
    transport.exchange(Request("GET", lab.url())).read()
    assert gate.asked == ["before_lookup", "choose 127.0.0.1"]
    assert lab.accepted == 1
    gate.route = lambda address: Route(address, source="127.0.0.2")
    transport.exchange(Request("GET", lab.url())).read()
    assert lab.accepted == 2


def test_redirects_and_challenges_pass_the_gate_too(lab: Lab, make: MakeTransport) -> None:
    gate = SwitchGate()

    def app(seen):
        gate.deny = True
        return Answer(307, (("Location", "/elsewhere"),))

    lab.app = app
    with pytest.raises(GateDenied):
        make(lab, gate).exchange(Request("GET", lab.url()))
    gate.deny = False

    def challenge(seen):
        gate.deny = True
        return Answer(401, (("WWW-Authenticate", 'Digest realm="r", nonce="n", qop="auth"'),))

    lab.app = challenge
    with pytest.raises(GateDenied):
        make(lab, gate).exchange(Request("GET", lab.url()))
    assert len(lab.seen) == 2


def test_void_drops_idle_connections_by_reset(lab: Lab, make: MakeTransport) -> None:
    endings: list[str] = []
    receive = lab.receive

    def watched(wire: socket.socket) -> bytes:
        try:
            data = receive(wire)
        except ConnectionResetError:
            endings.append("reset")
            raise
        if not data:
            endings.append("regular")
        return data

    lab.receive = watched
    transport = make(lab)
    transport.exchange(Request("GET", lab.url())).read()
    transport.void()
    settled(lab)
    assert endings == ["reset"]
    transport.exchange(Request("GET", lab.url())).read()
    assert lab.accepted == 2


def test_void_lets_a_reply_finish_but_does_not_keep_its_connection(
    lab: Lab, make: MakeTransport
) -> None:
    lab.app = lambda seen: Answer(body=b"x" * 1000)
    transport = make(lab)
    reply = transport.exchange(Request("GET", lab.url()))
    transport.void()
    assert len(reply.read()) == 1000
    transport.exchange(Request("GET", lab.url())).read()
    assert lab.accepted == 2


def test_the_route_is_bound_to_source_and_interface(lab: Lab, make: MakeTransport) -> None:
    peers: list[str] = []
    converse = lab.converse

    def watched(wire: socket.socket, number: int) -> None:
        peers.append(wire.getpeername()[0])
        converse(wire, number)

    lab.converse = watched
    gate = SwitchGate(route=lambda address: Route(address, interface="lo", source="127.0.0.9"))
    assert make(lab, gate).exchange(Request("GET", lab.url())).read() == b""
    assert peers == ["127.0.0.9"]


def test_an_interface_that_is_not_there_is_unreachable(lab: Lab, make: MakeTransport) -> None:
    gate = SwitchGate(route=lambda address: Route(address, interface="no-such-if0"))
    with pytest.raises(Unreachable, match="No such device"):
        make(lab, gate).exchange(Request("GET", lab.url()))
    assert settled(lab) == (0, 0)


def test_a_dead_first_address_falls_to_the_next(lab: Lab, make: MakeTransport) -> None:
    class TwoRoutes(AllowAll):
        def choose(self, target, addresses):
            return [Route("127.0.0.77"), Route("127.0.0.1")]

    make(lab, TwoRoutes()).exchange(Request("GET", lab.url())).read()
    assert lab.accepted == 1


def test_the_purpose_reaches_the_gate(lab: Lab, make: MakeTransport) -> None:
    gate = SwitchGate()
    make(lab, gate).exchange(Request("GET", lab.url(), purpose="password-test")).read()
    assert {target.purpose for target in gate.targets} == {"password-test"}
    assert {(t.scheme, t.host, t.port) for t in gate.targets} == {lab.origin}

"""Name look-ups, against a name server of our own."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.rrset
import pytest

from sync_engine.errors import NameNotResolved
from sync_engine.transport.resolver import GatedResolver, ServiceRecord, SystemResolver
from tests.transport.lab import FakeResolver, SwitchGate

ZONE = {
    ("_caldavs._tcp.example.com.", "SRV"): [
        "10 1 443 backup.example.com.",
        "0 1 8443 light.example.com.",
        "0 9 443 dav.example.com.",
    ],
    ("_carddavs._tcp.example.com.", "SRV"): ["0 0 0 ."],
    ("_caldavs._tcp.example.com.", "TXT"): ['"path=" "/dav/"', '"other=1"'],
}


class NameServer:
    def __init__(self) -> None:
        self.questions: list[str] = []
        self.silent = False
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            data, peer = self._socket.recvfrom(4096)
            if not data:
                return
            query = dns.message.from_wire(data)
            name, kind = query.question[0].name.to_text(), query.question[0].rdtype.name
            self.questions.append(f"{name} {kind}")
            if self.silent:
                continue
            reply = dns.message.make_response(query)
            reply.flags |= dns.flags.RA
            if name.startswith("broken"):
                reply.set_rcode(dns.rcode.SERVFAIL)
            elif (name, kind) in ZONE:
                reply.answer.append(
                    dns.rrset.from_text_list(name, 60, "IN", kind, ZONE[name, kind])
                )
            elif not any(owner == name for owner, _ in ZONE):
                reply.set_rcode(dns.rcode.NXDOMAIN)
            self._socket.sendto(reply.to_wire(), peer)

    def stop(self) -> None:
        self._socket.sendto(b"", ("127.0.0.1", self.port))
        self._thread.join(5)
        self._socket.close()


@pytest.fixture
def nameserver() -> Iterator[NameServer]:
    server = NameServer()
    yield server
    server.stop()


def ask(server: NameServer, timeout: float = 2.0) -> SystemResolver:
    return SystemResolver(timeout, nameservers=["127.0.0.1"], nameserver_port=server.port)


def test_services_best_first(nameserver: NameServer) -> None:
    assert ask(nameserver).services("_caldavs._tcp.example.com") == [
        ServiceRecord(0, 9, 443, "dav.example.com"),
        ServiceRecord(0, 1, 8443, "light.example.com"),
        ServiceRecord(10, 1, 443, "backup.example.com"),
    ]


def test_a_service_that_is_decidedly_not_there(nameserver: NameServer) -> None:
    assert ask(nameserver).services("_carddavs._tcp.example.com") == [ServiceRecord(0, 0, 0, "")]


def test_texts_are_joined(nameserver: NameServer) -> None:
    found = ask(nameserver).texts("_caldavs._tcp.example.com")
    assert sorted(found) == ["other=1", "path=/dav/"]


def test_no_records_are_no_failure(nameserver: NameServer) -> None:
    assert list(ask(nameserver).services("_caldavs._tcp.nowhere.example")) == []
    assert list(ask(nameserver).texts("_carddavs._tcp.example.com")) == []


def test_the_domain_of_this_machine_is_not_appended(nameserver: NameServer) -> None:
    ask(nameserver).services("_caldavs._tcp.nowhere.example")
    assert set(nameserver.questions) == {"_caldavs._tcp.nowhere.example. SRV"}


def test_failure_and_silence_are_told(nameserver: NameServer) -> None:
    with pytest.raises(NameNotResolved, match="SRV"):
        ask(nameserver).services("broken.example.com")
    nameserver.silent = True
    with pytest.raises(NameNotResolved):
        ask(nameserver, timeout=0.2).texts("_caldavs._tcp.example.com")


def test_addresses_of_this_machine() -> None:
    assert "127.0.0.1" in SystemResolver().addresses("localhost", 80)
    with pytest.raises(NameNotResolved):
        SystemResolver().addresses("name.invalid", 80)
    with pytest.raises(NameNotResolved):
        SystemResolver().addresses("a" * 64 + ".example", 80)


def test_a_look_up_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: time.sleep(0.5) or [])
    begun = time.monotonic()
    with pytest.raises(NameNotResolved, match="timed out"):
        SystemResolver(0.05).addresses("slow.example", 443)
    assert time.monotonic() - begun < 0.4


def test_every_look_up_passes_the_gate() -> None:
    gate, inner = SwitchGate(), FakeResolver({"a.example": ["192.0.2.1"]})
    resolver = GatedResolver(inner, gate)
    assert resolver.addresses("a.example", 443) == ["192.0.2.1"]
    assert (resolver.services("_s.a.example"), resolver.texts("_t.a.example")) == ((), ())
    assert gate.asked == ["before_lookup"] * 3
    assert [target.purpose for target in gate.targets] == ["discovery"] * 3

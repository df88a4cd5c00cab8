"""A proxy is an explicit setting, judged by the gate; the environment has no say."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Iterator

import pytest

from sync_engine.errors import GateDenied, OutcomeUnknown, RedirectRefused, Unreachable
from sync_engine.transport.lanes import Proxy
from sync_engine.transport.port import Meter, Request
from tests.transport.conftest import MakeTransport
from tests.transport.lab import (
    Answer,
    Authority,
    FakeResolver,
    FakeTime,
    Lab,
    SwitchGate,
    status,
)


class TunnelLab(Lab):
    """A proxy that tunnels every name to one server on 127.0.0.1."""

    def __init__(self, upstream: int, verdict: int = 200) -> None:
        super().__init__()
        self.upstream = upstream
        self.verdict = verdict
        self.heads: list[str] = []

    def converse(self, wire: socket.socket, number: int) -> None:
        head = self.receive(wire).decode()
        if not head:
            return
        self.heads.append(head)
        if self.verdict == 0:
            return
        if self.verdict != 200:
            wire.sendall(f"HTTP/1.1 {self.verdict} No\r\nContent-Length: 0\r\n\r\n".encode())
            return
        with socket.create_connection(("127.0.0.1", self.upstream)) as further:
            wire.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=self._copy, args=(further, wire), daemon=True)
            back.start()
            self._copy(wire, further)
            back.join(5)

    @staticmethod
    def _copy(source: socket.socket, sink: socket.socket) -> None:
        with contextlib.suppress(OSError):  # one end went away
            while data := source.recv(65536):
                sink.sendall(data)
        with contextlib.suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def far(authority: Authority) -> Iterator[Lab]:
    with Lab(context=authority.server_context(names=("dav.example.com",))) as running:
        yield running


@pytest.fixture
def proxy(far: Lab) -> Iterator[TunnelLab]:
    with TunnelLab(far.port) as running:
        yield running


URL = "https://dav.example.com/x"
ORIGIN = ("https", "dav.example.com", 443)


def test_a_tunnel_and_whom_the_gate_judges(
    far: Lab, proxy: TunnelLab, authority: Authority, make: MakeTransport
) -> None:
    gate, resolver = SwitchGate(), FakeResolver()
    address = f"http://us%40er:p%3Aw@127.0.0.1:{proxy.port}"
    transport = make(
        None, gate, origin=ORIGIN, proxy=address, ca_file=authority.ca_file, resolver=resolver
    )
    meter = Meter()
    for _ in range(2):
        with transport.exchange(Request("PROPFIND", URL), meter=meter) as reply:
            assert reply.status == 200
    assert meter.requests == 2
    assert proxy.heads[0].startswith("CONNECT dav.example.com:443 HTTP/1.1\r\n")
    assert base64.b64encode(b"us@er:p:w").decode() in proxy.heads[0]
    assert "proxy-authorization" not in far.seen[0].headers
    assert far.authorizations[0] is not None
    assert (proxy.accepted, len(far.seen)) == (1, 2)
    assert {(t.scheme, t.host, t.port) for t in gate.targets} == {("http", "127.0.0.1", proxy.port)}
    assert resolver.calls == []
    received = proxy.bytes_in
    gate.deny = True
    with pytest.raises(GateDenied):
        transport.exchange(Request("PROPFIND", URL))
    assert proxy.bytes_in == received


@pytest.mark.parametrize("verdict", [403, 407, 502])
def test_a_proxy_that_refuses_leaves_no_doubt_about_a_write(
    far: Lab, authority: Authority, make: MakeTransport, verdict: int
) -> None:
    with TunnelLab(far.port, verdict) as proxy:
        transport = make(None, origin=ORIGIN, proxy=f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(Unreachable, match=str(verdict)) as error:
            transport.exchange(Request("PUT", URL, body=b"x", idempotent=False))
        assert not isinstance(error.value, OutcomeUnknown)
    assert far.seen == []


def test_a_proxy_that_hangs_up_leaves_no_doubt_either(far: Lab, make: MakeTransport) -> None:
    with TunnelLab(far.port, verdict=0) as proxy:
        transport = make(None, origin=ORIGIN, proxy=f"http://127.0.0.1:{proxy.port}")
        with pytest.raises(Unreachable) as error:
            transport.exchange(Request("PUT", URL, body=b"x", idempotent=False))
        assert type(error.value) is Unreachable
    assert (proxy.accepted, far.seen) == (1, [])


def test_a_public_server_behind_a_proxy_cannot_send_to_a_private_address(
    far: Lab, proxy: TunnelLab, authority: Authority, make: MakeTransport
) -> None:
    far.app = lambda seen: Answer(302, (("Location", "https://10.0.0.1/"),))
    transport = make(
        None, origin=ORIGIN, proxy=f"http://127.0.0.1:{proxy.port}", ca_file=authority.ca_file
    )
    with pytest.raises(RedirectRefused, match="private"):
        transport.exchange(Request("PROPFIND", URL, purpose="discovery"))


def test_this_machine_is_reached_directly(lab: Lab, proxy: TunnelLab, make: MakeTransport) -> None:
    transport = make(lab, proxy=f"http://127.0.0.1:{proxy.port}")
    assert status(transport, Request("GET", lab.url())) == 200
    assert proxy.accepted == 0


def test_the_environment_is_not_followed(
    tls_lab: Lab, authority: Authority, make: MakeTransport, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TunnelLab(tls_lab.port) as proxy:
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
            monkeypatch.setenv(name.lower(), f"http://127.0.0.1:{proxy.port}")
        monkeypatch.setenv("NO_PROXY", "")
        resolver = FakeResolver({"localhost": ["127.0.0.1"]})
        transport = make(tls_lab, ca_file=authority.ca_file, resolver=resolver)
        assert status(transport, Request("GET", tls_lab.url(host="localhost"))) == 200
        assert proxy.accepted == 0


def test_no_proxy_does_not_take_the_set_one_away(
    far: Lab,
    proxy: TunnelLab,
    authority: Authority,
    make: MakeTransport,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    transport = make(
        None, origin=ORIGIN, proxy=f"http://127.0.0.1:{proxy.port}", ca_file=authority.ca_file
    )
    assert status(transport, Request("GET", URL)) == 200
    assert proxy.accepted == 1


def test_netrc_is_not_read(
    lab: Lab, make: MakeTransport, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login eve password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    assert status(make(lab, credentials=lambda: None), Request("GET", lab.url())) == 200
    assert lab.authorizations == [None]


@pytest.mark.parametrize("url", ["socks5://127.0.0.1:1080", "https://proxy:3128", "proxy:3128"])
def test_other_proxies_are_refused(url: str, make: MakeTransport) -> None:
    with pytest.raises(ValueError, match="http://host:port"):
        make(None, proxy=url)
    assert Proxy.parse("http://proxy.example:3128").origin.port == 3128


def test_a_proxy_that_is_not_there(make: MakeTransport) -> None:
    transport = make(None, proxy="http://127.0.0.1:9", pause=FakeTime().pause)
    with pytest.raises(Unreachable):
        transport.exchange(Request("GET", URL))

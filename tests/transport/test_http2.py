"""HTTP/2 where ALPN gives it: one request at a time on a connection, kept between them."""

from __future__ import annotations

import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import h2.config
import h2.connection
import h2.errors
import h2.events
import pytest

from sync_engine.errors import GateDenied, OutcomeUnknown, Unreachable
from sync_engine.transport.port import Request
from tests.transport.conftest import MakeTransport
from tests.transport.lab import LOGIN, Answer, Authority, FakeTime, Lab, Seen, SwitchGate, status


class Http2Lab(Lab):
    """The server, in HTTP/2."""

    end_after = 10**9
    says_goodbye = True

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self.ended = threading.Event()

    def converse(self, wire: socket.socket, number: int) -> None:
        assert isinstance(wire, ssl.SSLSocket)
        assert wire.selected_alpn_protocol() == "h2"
        state = h2.connection.H2Connection(
            h2.config.H2Configuration(client_side=False, header_encoding="utf-8")
        )
        state.initiate_connection()
        wire.sendall(state.data_to_send())
        streams: dict[int, tuple[dict[str, str], bytearray]] = {}
        served = 0
        while data := self.receive(wire):
            for event in state.receive_data(data):
                match event:
                    case h2.events.RequestReceived(stream_id=int(stream), headers=list(headers)):
                        streams[stream] = (dict(headers), bytearray())
                    case h2.events.DataReceived(stream_id=stream, data=bytes(part)):
                        streams[stream][1].extend(part)
                        state.acknowledge_received_data(len(part), stream)
                    case h2.events.StreamEnded(stream_id=int(stream)):
                        fields, body = streams.pop(stream)
                        assert not streams, "two requests at once on one connection"
                        if not self._serve_one(state, stream, fields, bytes(body), number):
                            wire.sendall(state.data_to_send())
                            return
                        served += 1
            wire.sendall(state.data_to_send())
            if served >= self.end_after:
                if self.says_goodbye:
                    state.close_connection()
                    wire.sendall(state.data_to_send())
                wire.shutdown(socket.SHUT_WR)
                self.ended.set()
                # Closing now would reset the connection, for what the client still sends.
                while self.receive(wire):
                    pass
                return

    def _serve_one(
        self,
        state: h2.connection.H2Connection,
        stream: int,
        fields: dict[str, str],
        body: bytes,
        number: int,
    ) -> bool:
        seen = Seen(fields[":method"], fields[":path"], fields, body, len(self.seen) + 1, number)
        self.seen.append(seen)
        answer = self.app(seen)
        if answer.reset:
            return False
        headers = [(":status", str(answer.status)), *answer.headers]
        state.send_headers(stream, [(name.lower(), value) for name, value in headers])
        cut = answer.body if answer.cut is None else answer.body[: answer.cut]
        for at in range(0, len(cut), 16_000):
            state.send_data(stream, cut[at : at + 16_000])
        if answer.cut is not None:
            state.reset_stream(stream, h2.errors.ErrorCodes.INTERNAL_ERROR)
        else:
            state.end_stream(stream)
        return True


@pytest.fixture
def h2_lab(authority: Authority) -> Iterator[Http2Lab]:
    context = authority.server_context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with Http2Lab(context=context) as running:
        yield running


def test_alpn_gives_http2_and_the_connection_is_kept(
    h2_lab: Http2Lab, authority: Authority, make: MakeTransport
) -> None:
    gate = SwitchGate()
    transport = make(h2_lab, gate, ca_file=authority.ca_file)
    h2_lab.app = lambda seen: Answer(207, body=seen.body)
    for _ in range(3):
        with transport.exchange(
            Request("PROPFIND", h2_lab.url("/a%40b"), (("Depth", "1"),), b"x" * 40_000)
        ) as reply:
            assert (reply.http_version, reply.status) == ("HTTP/2", 207)
            assert reply.read() == b"x" * 40_000
    assert h2_lab.accepted == 1
    seen = h2_lab.seen[-1]
    assert (seen.method, seen.target, seen.headers["depth"]) == ("PROPFIND", "/a%40b", "1")
    assert seen.headers["content-length"] == "40000"
    received = h2_lab.bytes_in
    gate.deny = True
    with pytest.raises(GateDenied):
        transport.exchange(Request("PROPFIND", h2_lab.url()))
    assert h2_lab.bytes_in == received


def test_http1_is_spoken_where_alpn_does_not_give_http2(
    tls_lab: Lab, authority: Authority, make: MakeTransport
) -> None:
    transport = make(tls_lab, ca_file=authority.ca_file)
    with transport.exchange(Request("GET", tls_lab.url())) as reply:
        assert reply.http_version == "HTTP/1.1"


def test_threads_do_not_share_a_connection_at_the_same_time(
    h2_lab: Http2Lab, authority: Authority, make: MakeTransport
) -> None:
    transport = make(h2_lab, ca_file=authority.ca_file)
    h2_lab.app = lambda seen: Answer(body=seen.body * 100)

    def work(number: int) -> bool:
        body = b"%04d" % number
        with transport.exchange(Request("REPORT", h2_lab.url(), body=body)) as reply:
            return reply.read() == body * 100

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(80)))
    assert h2_lab.accepted <= 8


@pytest.mark.parametrize("goodbye", [True, False])
def test_a_connection_that_was_ended_between_two_writes_is_not_used(
    h2_lab: Http2Lab, authority: Authority, make: MakeTransport, goodbye: bool
) -> None:
    h2_lab.end_after = 1
    h2_lab.says_goodbye = goodbye
    transport = make(h2_lab, ca_file=authority.ca_file)
    for count in (1, 2, 3):
        put = Request("PUT", h2_lab.url(), body=b"x", idempotent=False)
        assert status(transport, put) == 200
        assert h2_lab.ended.wait(5)
        h2_lab.ended.clear()
        assert (len(h2_lab.seen), h2_lab.accepted) == (count, count)


def test_a_lost_write_and_a_cut_off_body(
    h2_lab: Http2Lab, authority: Authority, make: MakeTransport
) -> None:
    transport = make(h2_lab, ca_file=authority.ca_file, pause=FakeTime().pause)
    h2_lab.app = lambda seen: Answer(reset=True)
    with pytest.raises(OutcomeUnknown):
        transport.exchange(Request("PUT", h2_lab.url(), body=b"x", idempotent=False))
    assert len(h2_lab.seen) == 1
    h2_lab.app = lambda seen: Answer(body=b"BEGIN:VCARD", cut=5)
    with pytest.raises(Unreachable):
        status(transport, Request("GET", h2_lab.url()))
    h2_lab.app = lambda seen: Answer(body=b"fine")
    assert status(transport, Request("GET", h2_lab.url())) == 200


def test_the_login_is_in_no_log(
    h2_lab: Http2Lab,
    authority: Authority,
    make: MakeTransport,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The compression of HTTP/2 would log each field at DEBUG."""
    caplog.set_level(logging.DEBUG)
    status(make(h2_lab, ca_file=authority.ca_file), Request("GET", h2_lab.url()))
    sent = h2_lab.authorizations[0]
    assert sent is not None
    assert sent.removeprefix("Basic ") not in caplog.text
    assert "127.0.0.1" not in caplog.text
    assert LOGIN.password not in repr(LOGIN)

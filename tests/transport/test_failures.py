"""What breaks, and what the caller is told; bodies; limits; threads."""

from __future__ import annotations

import gzip
import socket
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor

import pytest

from sync_engine.cancellation import CancelToken
from sync_engine.errors import (
    Cancelled,
    HttpsRequired,
    NameNotResolved,
    OutcomeUnknown,
    ReplyTooLarge,
    TransportError,
    Unreachable,
)
from sync_engine.transport.lanes import Timeouts
from sync_engine.transport.port import Meter, Request
from tests.transport.conftest import MakeTransport
from tests.transport.lab import Answer, FakeResolver, FakeTime, Lab, Seen, status

QUICK = Timeouts(connect=0.5, read=0.2, write=0.5, lane=0.2)


def put(lab: Lab) -> Request:
    return Request("PUT", lab.url("/a.ics"), body=b"BEGIN:VCALENDAR", idempotent=False)


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.mark.parametrize("idempotent", [True, False])
def test_refused_is_unreachable_even_for_a_write(make: MakeTransport, idempotent: bool) -> None:
    meter = Meter()
    url = f"http://127.0.0.1:{closed_port()}/"
    with pytest.raises(Unreachable, match="refused") as error:
        make(None).exchange(Request("PUT", url, idempotent=idempotent), meter=meter)
    assert type(error.value) is Unreachable
    assert meter == Meter()


def test_a_name_without_address(make: MakeTransport) -> None:
    resolver = FakeResolver()
    with pytest.raises(NameNotResolved):
        make(None, resolver=resolver).exchange(Request("GET", "https://nowhere.example/"))
    assert resolver.calls == ["nowhere.example"]


@pytest.mark.parametrize("answer", [Answer(reset=True), Answer(cut=0, length=None, close=True)])
def test_a_lost_read_is_tried_twice_more(lab: Lab, make: MakeTransport, answer: Answer) -> None:
    time = FakeTime()

    def app(seen: Seen) -> Answer:
        return Answer(reset=True) if seen.number < 3 else Answer(207)

    lab.app = app
    transport = make(lab, pause=time.pause, clock=time.clock)
    assert status(transport, Request("PROPFIND", lab.url())) == 207
    assert time.pauses == [0.2, 1.0]
    lab.app = lambda seen: Answer(reset=True)
    with pytest.raises(Unreachable) as error:
        transport.exchange(Request("PROPFIND", lab.url()))
    assert type(error.value) is Unreachable
    assert len(lab.seen) == 6


def test_a_write_whose_reply_is_lost_is_sent_once(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(reset=True)
    with pytest.raises(OutcomeUnknown):
        make(lab).exchange(put(lab))
    assert len(lab.seen) == 1


def test_a_write_without_an_answer_in_time_is_unknown(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(delay=0.4)
    with pytest.raises(OutcomeUnknown):
        make(lab, timeouts=QUICK).exchange(put(lab))


def test_a_slow_answer_is_unreachable_and_not_asked_for_again(
    lab: Lab, make: MakeTransport
) -> None:
    lab.app = lambda seen: Answer(delay=0.4)
    with pytest.raises(Unreachable, match="in time") as error:
        make(lab, timeouts=QUICK).exchange(Request("REPORT", lab.url()))
    assert type(error.value) is Unreachable
    assert len(lab.seen) == 1


def test_a_connection_that_the_server_ended_meanwhile_is_not_used(
    lab: Lab, make: MakeTransport
) -> None:
    transport = make(lab)
    assert status(transport, put(lab)) == 200
    lab.drop_connections()
    assert status(transport, put(lab)) == 200
    assert (lab.accepted, len(lab.seen)) == (2, 2)


def test_something_that_is_no_http(lab: Lab, make: MakeTransport) -> None:
    lab.converse = lambda wire, number: wire.sendall(b"220 smtp ready\r\n")
    with pytest.raises(Unreachable):
        make(lab, pause=FakeTime().pause).exchange(Request("GET", lab.url()))


@pytest.mark.parametrize("cut", [0, 10])
def test_a_cut_off_body_is_unreachable_not_shorter(lab: Lab, make: MakeTransport, cut: int) -> None:
    lab.app = lambda seen: Answer(body=b"x" * 100, cut=cut)
    with make(lab).exchange(put(lab)) as reply, pytest.raises(Unreachable) as error:
        reply.read()
    assert type(error.value) is Unreachable


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"x" * 100_000)),
        ("x-gzip", gzip.compress(b"x" * 60_000) + gzip.compress(b"x" * 40_000)),
        ("deflate", zlib.compress(b"x" * 100_000)),
        ("deflate", zlib.compress(b"x" * 100_000)[2:-4]),
        ("identity", b"x" * 100_000),
        ("deflate, gzip", gzip.compress(zlib.compress(b"x" * 100_000))),
    ],
    ids=["gzip", "members", "deflate", "raw-deflate", "identity", "both"],
)
def test_content_codings(lab: Lab, make: MakeTransport, coding: str, body: bytes) -> None:
    lab.app = lambda seen: Answer(headers=(("Content-Encoding", coding),), body=body)
    meter = Meter()
    transport = make(lab)
    with transport.exchange(Request("GET", lab.url()), meter=meter) as reply:
        assert reply.read() == b"x" * 100_000
    assert lab.seen[0].headers["accept-encoding"] == "gzip, deflate"
    assert len(body) < meter.bytes_received < len(body) + 300
    plain = Request("GET", lab.url(), (("Accept-Encoding", "identity"),))
    transport.exchange(plain).close()
    assert lab.seen[1].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("gzip", gzip.compress(b"x" * 1000)[:-9]),
        ("gzip", gzip.compress(b"x" * 1000) + b"junk"),
        ("gzip", b"not gzip at all"),
        ("deflate", zlib.compress(b"x" * 1000)[:-1]),
        ("br", b"whatever"),
    ],
    ids=["cut", "junk-after", "no-gzip", "cut-deflate", "not-asked-for"],
)
def test_a_body_that_cannot_be_decoded(
    lab: Lab, make: MakeTransport, coding: str, body: bytes
) -> None:
    lab.app = lambda seen: Answer(headers=(("Content-Encoding", coding),), body=body)
    with make(lab).exchange(Request("GET", lab.url())) as reply, pytest.raises(Unreachable):
        reply.read()


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"x" * 5001),
        Answer(body=b"x" * 5001, length=None),
        Answer(headers=(("Content-Encoding", "gzip"),), body=gzip.compress(b"x" * 50_000_000)),
    ],
    ids=["announced", "endless", "bomb"],
)
def test_a_huge_body(lab: Lab, make: MakeTransport, answer: Answer) -> None:
    lab.app = lambda seen: answer
    transport = make(lab, max_reply_bytes=5000)
    sizes: list[int] = []
    with transport.exchange(Request("GET", lab.url())) as reply, pytest.raises(ReplyTooLarge):
        sizes.extend(len(chunk) for chunk in reply.chunks())
    assert sum(sizes) <= 5000
    lab.app = lambda seen: Answer(body=b"x" * 5000)
    assert status(transport, Request("GET", lab.url())) == 200


def test_what_is_sent(lab: Lab, make: MakeTransport) -> None:
    transport = make(lab, user_agent="kSync/9")
    meter = Meter()
    body = "é".encode()
    with transport.exchange(
        Request("PUT", lab.url("/a%40b/%e9 é/../x?q=%2f#f"), (("If-Match", '"é"'),), body),
        meter=meter,
    ) as reply:
        reply.read()
    seen = lab.seen[0]
    assert seen.target == "/a%40b/%e9%20%C3%A9/../x?q=%2f"
    assert seen.body == body
    assert seen.headers["content-length"] == "2"
    assert seen.headers["user-agent"] == "kSync/9"
    assert seen.headers["host"] == f"127.0.0.1:{lab.port}"
    assert seen.headers["if-match"].encode("latin-1").decode() == '"é"'
    assert not {"transfer-encoding", "content-encoding", "cookie"} & set(seen.headers)
    assert (meter.requests, meter.bytes_sent) == (1, lab.bytes_in)
    for method, length in (("PROPFIND", "0"), ("MKCALENDAR", "0"), ("GET", None)):
        transport.exchange(Request(method, lab.url())).close()
        assert lab.seen[-1].headers.get("content-length") == length


def test_cookies_are_not_kept(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(headers=(("Set-Cookie", "a=b"), ("Set-Cookie", "c=d")))
    transport = make(lab)
    with transport.exchange(Request("GET", lab.url())) as reply:
        assert reply.header("set-cookie") == "a=b, c=d"
        assert reply.header("X-None") is None
    status(transport, Request("GET", lab.url()))
    assert "cookie" not in lab.seen[1].headers


def test_fields_of_the_transport_are_refused(lab: Lab, make: MakeTransport) -> None:
    with pytest.raises(ValueError, match="authorization, host"):
        make(lab).exchange(
            Request("GET", lab.url(), (("Host", "evil"), ("Authorization", "Basic x")))
        )


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("ftp://127.0.0.1/", ()),
        ("/relative", ()),
        ("https://[::1", ()),
        ("https://exa mple/\r\nX: y", ()),
        ("http://127.0.0.1:{port}/", (("If-Match", "a\r\nEvil: 1"),)),
    ],
)
def test_what_cannot_be_sent(
    lab: Lab, make: MakeTransport, url: str, headers: tuple[tuple[str, str], ...]
) -> None:
    with pytest.raises(TransportError):
        make(lab).exchange(Request("GET", url.replace("{port}", str(lab.port)), headers))
    assert lab.seen == []


def test_plain_http_is_for_this_machine(lab: Lab, make: MakeTransport) -> None:
    resolver = FakeResolver(
        {
            "localhost": ["127.0.0.1"],
            "evil.localhost": ["10.0.0.1"],
            "dav.example.com": ["127.0.0.1"],
        }
    )
    origin = ("http", "localhost", lab.port)
    transport = make(lab, origin=origin, resolver=resolver)
    for host in ("dav.example.com", "10.0.0.1"):
        with pytest.raises(HttpsRequired):
            transport.exchange(Request("GET", lab.url(host=host)))
    assert resolver.calls == []
    with pytest.raises(HttpsRequired):
        transport.exchange(Request("GET", lab.url(host="evil.localhost")))
    assert lab.accepted == 0
    assert status(transport, Request("GET", lab.url(host="localhost"))) == 200
    assert lab.seen[0].headers["host"] == f"localhost:{lab.port}"


def test_connections_are_kept_and_bounded(lab: Lab, make: MakeTransport) -> None:
    transport = make(lab, concurrency=3)

    def work(number: int) -> bytes:
        with transport.exchange(Request("PUT", lab.url("/"), body=b"%d" % number)) as reply:
            return reply.read()

    lab.app = lambda seen: Answer(body=seen.body)
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(60))) == [b"%d" % number for number in range(60)]
    assert lab.accepted <= 3


def test_a_short_body_that_nobody_reads_costs_no_connection(lab: Lab, make: MakeTransport) -> None:
    transport = make(lab)
    for body in (b"", b"x" * 1000, b"x" * 1_000_000, b""):
        lab.app = lambda seen, body=body: Answer(body=body)
        with transport.exchange(Request("PUT", lab.url(), body=b"x")) as reply:
            assert reply.status == 200
    assert lab.accepted == 2


def test_a_ninth_request_waits_for_a_free_connection(lab: Lab, make: MakeTransport) -> None:
    transport = make(lab, concurrency=1, timeouts=QUICK)
    lab.app = lambda seen: Answer(body=b"x")
    reply = transport.exchange(Request("GET", lab.url()))
    with pytest.raises(Unreachable, match="in use"):
        transport.exchange(Request("GET", lab.url()))
    threading.Timer(0.05, reply.close).start()
    assert status(transport, Request("GET", lab.url())) == 200


def test_a_body_is_read_once(lab: Lab, make: MakeTransport) -> None:
    with make(lab).exchange(Request("GET", lab.url())) as reply:
        assert reply.read() == b""
        with pytest.raises(RuntimeError):
            reply.read()


def test_a_cancellation_between_two_chunks(lab: Lab, make: MakeTransport) -> None:
    lab.app = lambda seen: Answer(body=b"x" * 3_000_000)
    cancel = CancelToken()
    with make(lab).exchange(Request("GET", lab.url()), cancel=cancel) as reply:
        chunks = reply.chunks()
        next(chunks)
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(chunks)


def test_a_closed_transport_sends_nothing(lab: Lab, make: MakeTransport) -> None:
    transport = make(lab)
    assert status(transport, Request("GET", lab.url())) == 200
    transport.close()
    with pytest.raises(Unreachable, match="closed"):
        transport.exchange(Request("GET", lab.url()))
    assert len(lab.seen) == 1


@pytest.mark.parametrize(
    ("field", "date"),
    [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784111777.0),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 784111777.0),
        ("yesterday", None),
        ("", None),
    ],
)
def test_the_servers_clock_is_noted(
    lab: Lab, make: MakeTransport, field: str, date: float | None
) -> None:
    meter = Meter()
    lab.app = lambda seen: Answer(headers=(("Date", field),) if field else ())
    with make(lab).exchange(Request("GET", lab.url()), meter=meter) as reply:
        reply.read()
    assert meter.date == date

"""The proxy: transparent, counts what is on the wire, breaks exactly what it is told to."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.servers import Account, DavClient, samples
from tests.servers.http_stream import ConnectionEnded, HttpStream, parse_head
from tests.servers.oracle import XML_HEADERS, propfind_body
from tests.servers.wire import CountingProxy, Fault

_GETETAG = propfind_body(("DAV:", "getetag"))


class _Echo(BaseHTTPRequestHandler):
    """Keeps what it was sent, by path; answers in the framing that the path names."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _read(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body
        return self.rfile.read(int(self.headers.get("Content-Length", "0")))

    def _answer(self) -> None:
        body = self._read()
        self.server.seen.append((self.command, self.path, body))
        if self.path == "/chunked":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for piece in (b"one", b"two" * 1000):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
            self.wfile.write(b"0\r\nX-Trailer: yes\r\n\r\n")
        elif self.path == "/until-closed":
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(b"z" * 5000)
        elif self.path == "/nothing":
            self.send_response(204)
            self.end_headers()
        else:
            content = b"%s %s" % (self.path.encode(), body)
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

    do_GET = do_PUT = do_HEAD = do_DELETE = _answer  # noqa: N815 - names are the base's


@pytest.fixture
def echo() -> Iterator[ThreadingHTTPServer]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Echo)
    server.seen = []
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def proxy(echo: ThreadingHTTPServer) -> Iterator[CountingProxy]:
    with CountingProxy(echo.server_port) as running:
        yield running


@pytest.fixture
def client(proxy: CountingProxy) -> Iterator[DavClient]:
    with DavClient(f"http://127.0.0.1:{proxy.port}/", None, timeout=10) as made:
        yield made


def _raw(proxy: CountingProxy) -> http.client.HTTPConnection:
    """A connection that never sends anything twice."""
    return http.client.HTTPConnection("127.0.0.1", proxy.port, timeout=10)


def test_counts_requests_on_one_connection(proxy: CountingProxy, client: DavClient) -> None:
    for number in range(5):
        assert client.request("PUT", f"/{number}", b"abc").body == b"/%d abc" % number
    assert client.request("HEAD", "/h").status == 200
    assert client.request("GET", "/nothing").status == 204
    assert proxy.connections == 1
    assert proxy.methods() == {"PUT": 5, "HEAD": 1, "GET": 1}
    first = proxy.requests[0]
    assert (first.method, first.path, first.body, first.status) == ("PUT", "/0", b"abc", 200)
    assert first.headers["user-agent"] == "ksync-test-oracle"
    assert proxy.bytes_up > 5 * 3
    assert proxy.bytes_down == sum(seen.reply_bytes for seen in proxy.requests)


def test_counts_connections(proxy: CountingProxy, client: DavClient) -> None:
    for _ in range(3):
        client.request("GET", "/a")
        client.close()
    assert (proxy.connections, len(proxy.requests)) == (3, 3)
    assert [seen.connection for seen in proxy.requests] == [1, 2, 3]
    proxy.reset()
    assert (proxy.connections, proxy.requests, proxy.bytes_up, proxy.bytes_down) == (0, [], 0, 0)


@pytest.mark.parametrize(
    ("path", "body"), [("/chunked", b"one" + b"two" * 1000), ("/until-closed", b"z" * 5000)]
)
def test_every_framing_of_an_answer_passes(
    proxy: CountingProxy, client: DavClient, path: str, body: bytes
) -> None:
    assert client.request("GET", path).body == body
    assert client.request("GET", "/after").body == b"/after "
    assert len(proxy.requests) == 2


def test_a_chunked_request_passes(proxy: CountingProxy, echo: ThreadingHTTPServer) -> None:
    connection = _raw(proxy)
    connection.request(
        "PUT",
        "/c",
        iter([b"abc", b"defg"]),
        encode_chunked=True,
        headers={"Transfer-Encoding": "chunked"},
    )
    assert connection.getresponse().read() == b"/c abcdefg"
    connection.request("GET", "/d")
    assert connection.getresponse().read() == b"/d "
    connection.close()
    assert echo.seen[0] == ("PUT", "/c", b"abcdefg")
    assert [seen.method for seen in proxy.requests] == ["PUT", "GET"]


@pytest.mark.parametrize(
    ("fault", "error", "applied"),
    [
        (Fault.BEFORE, http.client.RemoteDisconnected, False),
        (Fault.RESET, ConnectionResetError, False),
        (Fault.LOST_REPLY, http.client.RemoteDisconnected, True),
        (Fault.TRUNCATED, http.client.IncompleteRead, True),
    ],
)
def test_each_fault(
    proxy: CountingProxy,
    echo: ThreadingHTTPServer,
    fault: Fault,
    error: type[Exception],
    applied: bool,
) -> None:
    proxy.fail(fault, nth=2, method="PUT")
    connection = _raw(proxy)
    for path in ("/1", "/g"):
        connection.request("PUT" if path == "/1" else "GET", path, b"x")
        connection.getresponse().read()
    connection.request("PUT", "/2", b"x" * 100)
    with pytest.raises(error):
        connection.getresponse().read()
    connection.close()
    assert ("PUT", "/2", b"x" * 100) in echo.seen or not applied
    assert (("PUT", "/2", b"x" * 100) in echo.seen) is applied
    assert [seen.fault for seen in proxy.requests] == [None, None, fault]
    assert proxy.requests[2].status == (200 if applied else None)
    connection = _raw(proxy)
    connection.request("PUT", "/3", b"x")
    assert connection.getresponse().status == 200
    connection.close()


def test_an_answer_without_body_is_truncated_too(proxy: CountingProxy) -> None:
    proxy.fail(Fault.TRUNCATED)
    connection = _raw(proxy)
    connection.request("DELETE", "/nothing")
    with pytest.raises((http.client.HTTPException, ConnectionError)):
        connection.getresponse()
    connection.close()


def test_an_injected_answer(
    proxy: CountingProxy, client: DavClient, echo: ThreadingHTTPServer
) -> None:
    proxy.answer(503, b"later", {"Retry-After": "7"}, path="/b")
    assert client.request("GET", "/a").status == 200
    reply = client.request("PUT", "/b", b"body")
    assert (reply.status, reply.body, reply.headers["retry-after"]) == (503, b"later", "7")
    assert client.request("PUT", "/b", b"body").status == 200
    assert [path for _, path, _ in echo.seen] == ["/a", "/b"]
    assert [seen.status for seen in proxy.requests] == [200, 503, 200]
    assert proxy.connections == 1


def test_rules_count_side_by_side(proxy: CountingProxy, client: DavClient) -> None:
    proxy.answer(500, nth=1, method="GET")
    proxy.answer(501, nth=2)
    proxy.answer(502, nth=2, method="GET")
    statuses = [client.request(method, "/").status for method in ("GET", "PUT", "GET", "GET")]
    assert statuses == [500, 501, 502, 200]


def test_refuses_and_accepts_again(proxy: CountingProxy, client: DavClient) -> None:
    assert client.request("GET", "/1").status == 200
    proxy.refuse()
    with pytest.raises(ConnectionRefusedError):
        client.request("GET", "/2")
    proxy.accept()
    assert client.request("GET", "/3").status == 200
    assert [seen.path for seen in proxy.requests] == ["/1", "/3"]


def test_cut_all_breaks_open_connections(proxy: CountingProxy) -> None:
    connection = _raw(proxy)
    connection.request("GET", "/1")
    connection.getresponse().read()
    proxy.cut_all()
    assert connection.sock.recv(1) == b""
    connection.close()


def test_pauses_until_resumed(proxy: CountingProxy, client: DavClient) -> None:
    proxy.pause()
    answers: list[int] = []
    thread = threading.Thread(target=lambda: answers.append(client.request("GET", "/held").status))
    thread.start()
    thread.join(0.3)
    assert answers == []
    proxy.resume()
    thread.join(10)
    assert answers == [200]


def test_delay_is_added_to_each_request(proxy: CountingProxy, client: DavClient) -> None:
    proxy.delay = 0.1
    begun = time.monotonic()
    client.request("GET", "/1")
    client.request("GET", "/2")
    assert time.monotonic() - begun >= 0.2


def test_a_server_that_is_gone_closes_the_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    with (
        CountingProxy(port) as proxy,
        DavClient(proxy.rebase("http://127.0.0.1:1/"), None) as client,
    ):
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            client.request("GET", "/")
        assert proxy.requests == []


def test_rebase_keeps_the_rest_of_the_url(proxy: CountingProxy) -> None:
    url = proxy.rebase("http://127.0.0.1:99/a%20b/?c=d")
    assert url == f"http://127.0.0.1:{proxy.port}/a%20b/?c=d"


@pytest.mark.parametrize(
    "data", [b"GET / HTTP/1.1\r\nHo", b"GET / HTTP/1.1\r\nContent-Length: 5\r\n\r\nab"]
)
def test_a_message_that_ends_early_is_an_error(data: bytes) -> None:
    near, far = socket.socketpair()
    with near, far:
        near.sendall(data)
        near.shutdown(socket.SHUT_WR)
        stream = HttpStream(far)
        with pytest.raises(ConnectionEnded):
            list(stream.request_body(stream.head()))


def test_repeated_header_fields_are_joined() -> None:
    head = parse_head(b"HTTP/1.1 200 OK\r\nDAV: 1\r\ndav: 2, 3\r\n\r\n")
    assert head.headers == {"dav": "1, 2, 3"}
    assert head.status == 200


def test_stands_before_every_server(server: Account) -> None:
    opaque = server.traits.tls
    calendar = server.make_calendar("c")
    body = samples.events(1)[0]
    with CountingProxy(server.server.port, opaque=opaque) as proxy:
        account = Account(
            server.server,
            server.username,
            server.password,
            calendar_home=server.calendar_home,
            addressbook_home=server.addressbook_home,
            principal=server.principal,
            url=proxy.rebase(server.url),
        )
        account.put(f"{calendar}a.ics", body)
        assert account.etags(calendar) == server.etags(calendar)
        account.close()
        assert proxy.connections >= 1
        assert proxy.bytes_up > len(body)
        if not opaque:
            challenges = int(server.traits.digest)
            assert proxy.methods() == {"PUT": 1 + challenges, "PROPFIND": 1}
            assert [seen.status for seen in proxy.requests] == [401] * challenges + [201, 207]
            assert proxy.requests[-1].headers["content-type"] == XML_HEADERS["Content-Type"]
            assert (proxy.connections == 1) is server.traits.keep_alive

"""The server on a socket of 127.0.0.1."""

from __future__ import annotations

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

from tests.adversary.handler import Adversary
from tests.adversary.wire import REASONS, HttpRequest, Reply


class SocketServer:
    """A running server; a context manager.

    :param port: 0 for a free one.
    :param around: see ``doors.InProcess``; it runs in the connection's thread.
    :param told: called with what a handler raised, which is a mistake of the test's.
    """

    def __init__(
        self,
        server: Adversary,
        *,
        port: int = 0,
        around: Callable[[HttpRequest, Callable[[], Reply]], Reply] | None = None,
    ) -> None:
        self.server = server
        self.around = around or (lambda _request, carry_out: carry_out())
        self.raised: list[BaseException] = []
        self._http = _Http(("127.0.0.1", port), _Handler)
        self._http.owner = self
        self.server.base = self.url.rstrip("/")
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True)

    @property
    def url(self) -> str:
        """The address that a user would type."""
        return f"http://127.0.0.1:{self._http.server_address[1]}/"

    def start(self) -> None:
        """Serve, in a thread."""
        self._thread.start()

    def stop(self) -> None:
        """Stop serving."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64
    owner: SocketServer


class _Handler(BaseHTTPRequestHandler):
    """One connection; every method goes to ``Adversary.handle``."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60
    server: _Http

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._any
        raise AttributeError(name)

    def _any(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        if "content-length" not in headers and "transfer-encoding" in headers:
            self.close_connection = True
            body = b""
        else:
            body = self.rfile.read(int(headers.get("content-length", 0)))
        request = HttpRequest(self.command, self.path, headers, body)
        owner = self.server.owner
        try:
            reply = owner.around(request, lambda: owner.server.handle(request))
        except BaseException as error:  # noqa: BLE001 - told to the test, which raises it
            owner.raised.append(error)
            reply = Reply(0, lost=True)
        self._send(reply)

    def _send(self, reply: Reply) -> None:
        if reply.lost:
            self.close_connection = True
            return
        body = reply.body if reply.cut is None else reply.body[: reply.cut]
        lines = [f"HTTP/1.1 {reply.status} {REASONS.get(reply.status, 'Whatever')}"]
        lines += [f"{name}: {value}" for name, value in reply.headers]
        if reply.status != 204:
            lines.append(f"Content-Length: {len(reply.body)}")
        head = "\r\n".join([*lines, "", ""]).encode("latin-1")
        self.wfile.write(head + (b"" if self.command == "HEAD" else body))
        self.close_connection = self.close_connection or reply.cut is not None

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""

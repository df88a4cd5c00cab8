"""A server that knows only web pages: a captive portal, a parked domain."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PAGE = b"<!DOCTYPE html><html><head><title>Welcome</title></head><body>Log in</body></html>"


@contextmanager
def portal(redirect: str | None = None) -> Iterator[int]:
    """Answers everything with a page, or sends everything to ``redirect``; yields its port."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            page = redirect is None or self.path == "/welcome"
            self.send_response(200 if page else 302)
            if not page:
                self.send_header("Location", redirect or "")
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(_PAGE)))
            self.end_headers()
            self.wfile.write(_PAGE)

        do_GET = do_HEAD = do_OPTIONS = do_PROPFIND = do_REPORT = _answer  # noqa: N815 - named by the method
        do_PUT = do_DELETE = do_POST = _answer  # noqa: N815 - named by the method

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

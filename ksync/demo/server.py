"""The demo's server: a Radicale in a process of its own, on 127.0.0.1 alone.

It listens on a port that was free a moment ago. Whether it is our server that
answers there is seen by the login: nobody else knows the random password. If the
port was taken in between, another one is tried.
"""

from __future__ import annotations

import base64
import http.client
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Self
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from ksync.demo.errors import DemoFailed, ServerFailed, ServerMissing
from ksync.extras import command_that_adds
from ksync.paths import ensure_private, write_private

if TYPE_CHECKING:
    from ksync.demo.samples import SampleCollection

USERNAME = "anna"
REQUIREMENT = "radicale>=3.5"
"""What the extra ``demo`` asks for in pyproject.toml."""

START_SECONDS = 20.0
STOP_SECONDS = 3.0
_ATTEMPTS = 3
_REQUEST_SECONDS = 10.0
_POLL_SECONDS = 0.05
_WRITTEN = (201, 204)  # RFC 9110 §9.3.4: created, or replaced
_MEMBERS = "{DAV:}response/{DAV:}href"
_SEPARATE = "-P"  # this folder's modules must not stand in for others' of the same name


def require() -> None:
    """Go on only where the server is installed.

    :raises ServerMissing: it is not; the hint names the command that adds it.
    """
    if find_spec("radicale") is None:
        raise ServerMissing(hint=f"This command adds it: {command_that_adds(REQUIREMENT)}")


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP response."""

    status: int
    body: bytes
    etag: str


class DemoServer:
    """Use it as a context manager; inside, it answers.

    :param folder: made for it; its data, its password file and its log.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._password = secrets.token_urlsafe(18)
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._lifeline: socket.socket | None = None

    @property
    def url(self) -> str:
        """The address to type."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def password(self) -> str:
        """The password of ``USERNAME``."""
        return self._password

    def __enter__(self) -> Self:
        """Start it.

        :raises ServerFailed: it does not answer.
        """
        ensure_private(self._folder)
        write_private(self._folder / "users", f"{USERNAME}:{self._password}\n".encode())
        try:
            self._start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *exc: object) -> None:
        self.stop()

    def _start(self) -> None:
        for _ in range(_ATTEMPTS):
            self._launch()
            if self._answers():
                return
            self.stop()
        raise ServerFailed(self._last_words())

    def _launch(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._lifeline, other_end = socket.socketpair()
        with other_end, (self._folder / "log").open("ab") as log:
            program = Path(__file__).with_name("serve.py")
            self._process = subprocess.Popen(  # noqa: S603  our own program, no shell
                [sys.executable, _SEPARATE, program, self._folder, str(self._port)],
                stdin=other_end.fileno(),
                stdout=log,
                stderr=log,
                # Ctrl-C on the terminal is for the demo, which stops the server at its end.
                start_new_session=True,
            )

    def _answers(self) -> bool:
        """Wait until it does; false if it ended, or takes too long."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process is None or self._process.poll() is not None:
                return False
            try:
                if self.request("PROPFIND", f"/{USERNAME}/", headers={"Depth": "0"}).status == 207:
                    return True
            except ServerFailed:
                pass
            time.sleep(_POLL_SECONDS)
        return False

    def _last_words(self) -> str:
        log = self._folder / "log"
        lines = log.read_text("utf-8", "replace").split("\n") if log.exists() else []
        return next((line for line in reversed(lines) if line.strip()), "it does not answer")

    def stop(self) -> None:
        """End the process and wait until it is gone; nothing happens twice."""
        if self._lifeline is not None:
            self._lifeline.close()
            self._lifeline = None
        if self._process is None:
            return
        for harder in (self._process.terminate, self._process.kill, None):
            try:
                self._process.wait(STOP_SECONDS)
                break
            except subprocess.TimeoutExpired:
                if harder is not None:
                    harder()
        self._process = None

    def request(
        self, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Reply:
        """One request, with the login.

        :raises ServerFailed: no reply.
        """
        login = base64.b64encode(f"{USERNAME}:{self._password}".encode()).decode("ascii")
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_REQUEST_SECONDS)
        try:
            given = {"Authorization": f"Basic {login}", **(headers or {})}
            connection.request(method, path, body, given)
            response = connection.getresponse()
            return Reply(response.status, response.read(), response.getheader("ETag", ""))
        except (OSError, http.client.HTTPException) as error:
            raise ServerFailed(str(error) or type(error).__name__) from error
        finally:
            connection.close()

    def fill(self, collection: SampleCollection) -> None:
        """Make a collection with what is in it.

        :raises DemoFailed: the server does not accept it.
        """
        home = f"/{USERNAME}/{collection.slug}/"
        if collection.component:
            self._expect((201,), "MKCALENDAR", home, _make_calendar(collection))
        else:
            self._expect((201,), "MKCOL", home, _make_address_book(collection))
        for name, text in collection.resources.items():
            self._expect(_WRITTEN, "PUT", home + name, text)

    def get(self, path: str) -> Reply:
        """Read a resource.

        :param path: below the account, e.g. ``work/stand-up.ics``.
        :raises DemoFailed: it is not there.
        """
        return self._expect((200,), "GET", f"/{USERNAME}/{path}")

    def names(self, slug: str) -> list[str]:
        """The names of a collection's resources.

        :raises DemoFailed: it is not there.
        """
        home = f"/{USERNAME}/{slug}/"
        reply = self._expect((207,), "PROPFIND", home, headers={"Depth": "1"})
        tree = ElementTree.fromstring(reply.body)  # noqa: S314  from our own server
        hrefs = [unquote(found.text or "") for found in tree.iterfind(_MEMBERS)]
        return sorted({href.removeprefix(home) for href in hrefs} - {""})

    def put(self, path: str, body: bytes, etag: str) -> None:
        """Replace the version that has this ETag.

        :raises DemoFailed: it was refused.
        """
        self._expect(_WRITTEN, "PUT", f"/{USERNAME}/{path}", body, {"If-Match": etag})

    def _expect(
        self,
        wanted: Collection[int],
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> Reply:
        reply = self.request(method, path, body, headers)
        if reply.status not in wanted:
            said = reply.body.decode("utf-8", "replace").strip()[:200]
            raise DemoFailed(f"{method} {path} was answered with {reply.status}: {said}")
        return reply


def _make_calendar(collection: SampleCollection) -> bytes:
    """RFC 4791 §5.3.1."""
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<set><prop>
<displayname>{escape(collection.name)}</displayname>
<C:supported-calendar-component-set><C:comp name="{collection.component}"/>\
</C:supported-calendar-component-set>
<calendar-color xmlns="http://apple.com/ns/ical/">{collection.color}</calendar-color>
</prop></set>
</C:mkcalendar>
""".encode()


def _make_address_book(collection: SampleCollection) -> bytes:
    """RFC 5689 §3, RFC 6352 §6.3.1."""
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">
<set><prop>
<resourcetype><collection/><C:addressbook/></resourcetype>
<displayname>{escape(collection.name)}</displayname>
</prop></set>
</mkcol>
""".encode()

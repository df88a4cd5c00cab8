"""The HTTP side of the oracle: one kept connection with a Basic or Digest login.

Nothing here comes from the engine under test: plain ``http.client``, and Digest
as in RFC 7616 (MD5 and SHA-256, qop=auth).
"""

from __future__ import annotations

import base64
import hashlib
import http.client
import re
import secrets
import ssl
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

_CHALLENGE_PART = re.compile(r'(\w+)=(?:"([^"]*)"|([^\s,]+))')


class Unexpected(AssertionError):
    """A server of the tests answered with a status that was not expected."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def etag(self) -> str | None:
        """The ETag header, quotes included."""
        return self.headers.get("etag")


class _Digest:
    """The state of a Digest login: one challenge, used with a rising count."""

    def __init__(self, challenge: str, username: str, password: str) -> None:
        self._parts = {name: a or b for name, a, b in _CHALLENGE_PART.findall(challenge)}
        self._username = username
        self._password = password
        self._count = 0

    def header(self, method: str, target: str) -> str:
        """The Authorization header for a request (RFC 7616 §3.4)."""
        self._count += 1
        parts = self._parts
        algorithm = parts.get("algorithm", "MD5")
        new = hashlib.sha256 if algorithm.upper().startswith("SHA-256") else hashlib.md5
        count, cnonce = f"{self._count:08x}", secrets.token_hex(8)

        def h(*texts: str) -> str:
            return new(":".join(texts).encode()).hexdigest()

        response = h(
            h(self._username, parts["realm"], self._password),
            parts["nonce"],
            count,
            cnonce,
            "auth",
            h(method, target),
        )
        fields = {
            "username": self._username,
            "realm": parts["realm"],
            "nonce": parts["nonce"],
            "uri": target,
            "response": response,
            "cnonce": cnonce,
        }
        if "opaque" in parts:
            fields["opaque"] = parts["opaque"]
        quoted = ", ".join(f'{name}="{value}"' for name, value in fields.items())
        return f"Digest {quoted}, algorithm={algorithm}, qop=auth, nc={count}"


class DavClient:
    """One kept connection with a login. Not for use from several threads at once.

    :param base: URL whose scheme, host and port are used.
    :param username: ``None`` sends no credentials.
    """

    def __init__(
        self,
        base: str,
        username: str | None,
        password: str = "",
        *,
        ca_file: Path | None = None,
        timeout: float = 60.0,
    ) -> None:
        self._base = base
        self._parts = urlsplit(base)
        self._username = username
        self._password = password
        self._ca_file = ca_file
        self._timeout = timeout
        self._digest: _Digest | None = None
        self._connection: http.client.HTTPConnection | None = None

    def twin(self) -> DavClient:
        """Another client of the same login, with a connection of its own."""
        return DavClient(
            self._base,
            self._username,
            self._password,
            ca_file=self._ca_file,
            timeout=self._timeout,
        )

    @property
    def connected(self) -> bool:
        """Whether a connection is kept for the next request."""
        return self._connection is not None

    def close(self) -> None:
        """Close the connection; the next request opens a new one."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def request(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        *,
        expect: Iterable[int] | None = None,
    ) -> Reply:
        """Send a request; answer a Digest challenge once.

        :param path: absolute path, percent-escaped as it shall be sent.
        :param expect: the statuses that are fine; ``None`` takes any.
        :raises Unexpected: another status than those.
        :raises OSError: no answer.
        """
        reply = self._send(method, path, body, headers or {})
        challenge = reply.headers.get("www-authenticate", "")
        if reply.status == 401 and self._username and challenge.lower().startswith("digest"):
            self._digest = _Digest(challenge, self._username, self._password)
            reply = self._send(method, path, body, headers or {})
        if expect is not None and reply.status not in set(expect):
            said = reply.body[:600].decode("utf-8", "replace")
            raise Unexpected(f"{method} {path} gave {reply.status}: {said}")
        return reply

    def _authorization(self, method: str, path: str) -> dict[str, str]:
        if self._username is None:
            return {}
        if self._digest is not None:
            return {"Authorization": self._digest.header(method, path)}
        login = f"{self._username}:{self._password}".encode()
        return {"Authorization": "Basic " + base64.b64encode(login).decode("ascii")}

    def _send(self, method: str, path: str, body: bytes, headers: Mapping[str, str]) -> Reply:
        complete = {
            "User-Agent": "ksync-test-oracle",
            **self._authorization(method, path),
            **headers,
        }
        reused = self._connection is not None
        try:
            return self._exchange(method, path, body, complete)
        except (http.client.RemoteDisconnected, ConnectionError):
            # A server may close an idle connection at any time (RFC 9112 §9.3.1).
            if not reused:
                raise
            return self._exchange(method, path, body, complete)

    def _exchange(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Reply:
        if self._connection is None:
            self._connection = self._connect()
        try:
            self._connection.request(method, path, body or None, headers)
            answer = self._connection.getresponse()
            content = answer.read()
        except BaseException:
            self.close()
            raise
        found = {name.lower(): value for name, value in answer.getheaders()}
        if answer.will_close:
            self.close()
        return Reply(answer.status, found, content)

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self._parts.hostname or "", self._parts.port
        if self._parts.scheme == "https":
            context = ssl.create_default_context(cafile=self._ca_file)
            return http.client.HTTPSConnection(host, port, timeout=self._timeout, context=context)
        return http.client.HTTPConnection(host, port, timeout=self._timeout)

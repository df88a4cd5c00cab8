"""A server that does what a test tells it, certificates, gates, clocks.

The server speaks HTTP/1.1 with its own hands on a listening socket of
127.0.0.1, so that it can also break what it says. It counts the connections
that it accepted and the bytes that came.
"""

from __future__ import annotations

import contextlib
import datetime
import ipaddress
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sync_engine.cancellation import CancelToken
from sync_engine.errors import GateDenied, NameNotResolved
from sync_engine.transport.http import HttpTransport
from sync_engine.transport.port import AllowAll, Request, Route, Secret, Target
from sync_engine.transport.resolver import ServiceRecord

LOGIN = Secret("alice", "wonder:land")
RST = struct.pack("ii", 1, 0)


@dataclass(frozen=True)
class Seen:
    """A request as it came; ``number`` counts from 1, ``connection`` too."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    number: int
    connection: int


@dataclass(frozen=True)
class Answer:
    """What to answer.

    :param length: what Content-Length says, if not the truth; ``None`` for none.
    :param cut: close after this many bytes of body.
    :param reset: close by RST before a byte of the reply.
    """

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    length: int | None = -1
    cut: int | None = None
    reset: bool = False
    delay: float = 0.0
    close: bool = False

    def raw(self) -> bytes:
        lines = [f"HTTP/1.1 {self.status} Whatever"]
        length = len(self.body) if self.length == -1 else self.length
        if length is not None:
            lines.append(f"Content-Length: {length}")
        if self.close:
            lines.append("Connection: close")
        lines += [f"{name}: {value}" for name, value in self.headers]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode()
        return head + (self.body if self.cut is None else self.body[: self.cut])


App = Callable[[Seen], Answer]


class Lab:
    """The server. ``app`` may be replaced while it runs."""

    def __init__(self, app: App | None = None, context: ssl.SSLContext | None = None) -> None:
        self.app: App = app or (lambda seen: Answer())
        self.context = context
        self.seen: list[Seen] = []
        self.accepted = 0
        self.bytes_in = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._stopping = False

    @property
    def scheme(self) -> str:
        return "https" if self.context else "http"

    @property
    def origin(self) -> tuple[str, str, int]:
        return (self.scheme, "127.0.0.1", self.port)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    @property
    def requests(self) -> list[tuple[str, str]]:
        return [(seen.method, seen.target) for seen in self.seen]

    @property
    def authorizations(self) -> list[str | None]:
        return [seen.headers.get("authorization") for seen in self.seen]

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(self, *exc: object) -> None:
        self._stopping = True
        with socket.create_connection(("127.0.0.1", self.port)):
            pass
        self._listener.close()
        self.drop_connections()
        for thread in self._threads:
            thread.join(5)

    def drop_connections(self) -> None:
        """End every open connection."""
        with self._lock:
            for sock in self._open:
                with contextlib.suppress(OSError):  # the client was first
                    sock.shutdown(socket.SHUT_RDWR)

    def _spawn(self, work: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return  # the listener was closed
            if self._stopping:
                sock.close()
                return
            with self._lock:
                self.accepted += 1
                number = self.accepted
            self._spawn(self._serve, sock, number)

    def _serve(self, sock: socket.socket, number: int) -> None:
        wire: socket.socket = sock
        try:
            if self.context:
                wire = self.context.wrap_socket(sock, server_side=True)
            with self._lock:
                self._open.add(wire)
            self.converse(wire, number)
        except OSError:
            pass  # the client went away, or a test made it
        finally:
            with self._lock:
                self._open.discard(wire)
            wire.close()

    def converse(self, wire: socket.socket, number: int) -> None:
        buffer = b""
        while True:
            while b"\r\n\r\n" not in buffer:
                more = self.receive(wire)
                if not more:
                    return
                buffer += more
            head, _, buffer = buffer.partition(b"\r\n\r\n")
            lines = head.decode("latin-1").split("\r\n")
            method, target, _ = lines[0].split(" ")
            headers: dict[str, str] = {}
            for line in lines[1:]:
                name, _, value = line.partition(":")
                assert name.lower() not in headers, "a field came twice"
                headers[name.lower()] = value.strip()
            while len(buffer) < int(headers.get("content-length", 0)):
                buffer += self.receive(wire)
            length = int(headers.get("content-length", 0))
            body, buffer = buffer[:length], buffer[length:]
            with self._lock:
                seen = Seen(method, target, headers, body, len(self.seen) + 1, number)
                self.seen.append(seen)
            answer = self.app(seen)
            if answer.delay:
                time.sleep(answer.delay)
            if answer.reset:
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RST)
                return
            wire.sendall(answer.raw())
            if answer.close or answer.cut is not None or answer.length is None:
                return

    def receive(self, wire: socket.socket) -> bytes:
        data = wire.recv(65536)
        with self._lock:
            self.bytes_in += len(data)
        return data


@dataclass
class SwitchGate(AllowAll):
    """Allows until ``deny`` is set; notes every question."""

    deny: bool = False
    deny_choice: bool = False
    asked: list[str] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    route: Callable[[str], Route] = Route

    def before_lookup(self, target: Target) -> None:
        self.asked.append("before_lookup")
        self.targets.append(target)
        if self.deny:
            raise GateDenied("ssid_not_listed")

    def choose(self, target: Target, addresses: Sequence[str]) -> Sequence[Route]:
        self.asked.append("choose " + " ".join(addresses))
        self.targets.append(target)
        if self.deny_choice:
            raise GateDenied("mixed_egress")
        return [self.route(address) for address in addresses]


@dataclass
class FakeResolver:
    """Names from a table; notes every look-up."""

    table: dict[str, list[str]] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)

    def addresses(self, host: str, port: int) -> Sequence[str]:
        self.calls.append(host)
        if host not in self.table:
            raise NameNotResolved("not in the table", where=host)
        return self.table[host]

    def services(self, name: str) -> Sequence[ServiceRecord]:
        self.calls.append(name)
        return ()

    def texts(self, name: str) -> Sequence[str]:
        self.calls.append(name)
        return ()


def status(transport: HttpTransport, request: Request) -> int:
    """The status of the answer, its body read."""
    with transport.exchange(request) as reply:
        reply.read()
        return reply.status


class FakeTime:
    """A clock that moves only when somebody pauses."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.pauses: list[float] = []

    def clock(self) -> float:
        return self.now

    def pause(self, seconds: float, cancel: CancelToken | None) -> None:
        if cancel is not None:
            cancel.check()
        self.pauses.append(seconds)
        self.now += seconds


class Authority:
    """A private certificate authority in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"CA {folder.name}")])
        now = datetime.datetime.now(datetime.UTC)
        day = datetime.timedelta(days=1)
        self._certificate = (
            self._builder(self._name, self._key, now - day, now + 30 * day)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        self.ca_file = folder / "ca.pem"
        self.ca_file.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def _builder(
        self,
        subject: x509.Name,
        key: ec.EllipticCurvePrivateKey,
        begin: datetime.datetime,
        end: datetime.datetime,
    ) -> x509.CertificateBuilder:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begin)
            .not_valid_after(end)
        )

    def server_context(
        self, *, names: Sequence[str] = ("localhost",), expired: bool = False
    ) -> ssl.SSLContext:
        """A server context with a certificate for 127.0.0.1 and ``names``."""
        key = ec.generate_private_key(ec.SECP256R1())
        now = datetime.datetime.now(datetime.UTC)
        day = datetime.timedelta(days=1)
        end = now - day if expired else now + day
        alternatives: list[x509.GeneralName] = [x509.DNSName(name) for name in names]
        if "localhost" in names:
            alternatives.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
        certificate = (
            self._builder(x509.Name([]), key, now - 2 * day, end)
            .add_extension(x509.SubjectAlternativeName(alternatives), critical=True)
            .sign(self._key, hashes.SHA256())
        )
        path = self._folder / f"{len(list(self._folder.iterdir()))}.pem"
        path.write_bytes(
            certificate.public_bytes(serialization.Encoding.PEM)
            + key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path)
        return context

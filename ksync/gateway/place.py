"""Where the gateway is found: its port and its token, the same from one start to the next.

Programs store the address that they were connected with, so it has to last. It is kept in
the state folder, 0600: whoever may read that file may read the calendars themselves. The
token is in no keyring, because the programs that it is for keep the address in their own
settings, and because a service that starts at login cannot wait for a keyring to be opened.

Rules
-----
* A new token has 256 random bits; it is compared in constant time (``admission``).
* Port and token are one: where the port has to be another one, whoever has the old one may
  have been told the old token by a program that asked there. It is void.
"""

from __future__ import annotations

import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ksync.locks import ProcessLock
from ksync.paths import Paths, write_private

HOST = "127.0.0.1"
_ATTEMPTS = 50
_LOWEST, _HIGHEST = 20_000, 32_000
"""Below the ports that systems give to outgoing connections: nobody gets one by chance."""


class Place(msgspec.Struct, frozen=True):
    """What a program is told once."""

    port: int
    token: str

    @property
    def origin(self) -> str:
        """``http://127.0.0.1:PORT``."""
        return f"http://{HOST}:{self.port}"

    @property
    def secure_origin(self) -> str:
        """``https://localhost:PORT``, for programs that want a certificate."""
        return f"https://localhost:{self.port}"


_DECODER = msgspec.json.Decoder(Place)


@dataclass(frozen=True, slots=True)
class Files:
    """The gateway's files."""

    folder: Path

    @classmethod
    def of(cls, paths: Paths) -> Files:
        """Those of a profile."""
        return cls(paths.state / "gateway")

    @property
    def place(self) -> Path:
        """Port and token."""
        return self.folder / "place.json"

    @property
    def certificate(self) -> Path:
        """The certificate, PEM."""
        return self.folder / "certificate.pem"

    @property
    def key(self) -> Path:
        """The certificate's private key, PEM."""
        return self.folder / "key.pem"


def gateway_lock(paths: Paths) -> ProcessLock:
    """What the one gateway of a profile holds; not yet taken."""
    return ProcessLock(paths.state / "locks" / "gateway.lock")


def read(paths: Paths) -> Place | None:
    """What was kept; ``None`` if nothing was, or nothing that can be read."""
    try:
        found = _DECODER.decode(Files.of(paths).place.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None
    return found if 0 < found.port < 1 << 16 and len(found.token) >= 32 else None


def read_or_make(paths: Paths) -> Place:
    """What was kept, else a new one.

    :raises OSError: it cannot be kept.
    """
    return read(paths) or renew(paths)


def renew(paths: Paths) -> Place:
    """Another port and another token, kept.

    :raises OSError: they cannot be kept, or no port is free.
    """
    place = Place(_free_port(), secrets.token_urlsafe(32))
    write_private(Files.of(paths).place, msgspec.json.encode(place) + b"\n")
    return place


def _free_port() -> int:
    for _ in range(_ATTEMPTS):
        port = _LOWEST + secrets.randbelow(_HIGHEST - _LOWEST)
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return port
    raise OSError("no port is free")

"""The gateway's own certificate, for programs that want https on localhost.

It certifies this gateway and nothing else: it is a leaf (CA:FALSE), so whoever trusts it
trusts no other certificate by that, and its key never leaves this computer.

Rules
-----
* Names are ``localhost``, 127.0.0.1 and ::1, and no others.
* It is valid for 820 days (Apple accepts 825 at most) and is not made anew by itself:
  a program that trusts it would refuse the new one.
"""

from __future__ import annotations

import ssl
from pathlib import Path

from ksync.extras import command_that_adds
from ksync.gateway.place import Files
from ksync.paths import write_private
from ksync.reporting.errors import AppError

DAYS = 820
_NAMES = ("localhost",)
_ADDRESSES = ("127.0.0.1", "::1")


class CertificateUnavailable(AppError):
    """What makes certificates is not installed."""

    reference = "gateway.no_certificates"


def make(files: Files) -> Path:
    """Make key and certificate; the certificate's path.

    :raises CertificateUnavailable: the extra is not installed.
    :raises OSError: they cannot be written.
    """
    try:
        from ksync.gateway.signing import signed  # noqa: PLC0415  needs the extra
    except ImportError as error:
        hint = f"`{command_that_adds('ksync[gateway]')}` adds it."
        raise CertificateUnavailable(hint=hint) from error
    key, certificate = signed(_NAMES, _ADDRESSES, DAYS)
    write_private(files.key, key)
    write_private(files.certificate, certificate)
    return files.certificate


class Contexts:
    """TLS as the files say now; made again when they are."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._made: tuple[int, ssl.SSLContext] | None = None

    def __call__(self) -> ssl.SSLContext | None:
        """The context; ``None`` if there is no certificate, or none that can be used."""
        try:
            stamp = self._files.certificate.stat().st_mtime_ns
            if self._made is None or self._made[0] != stamp:
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.minimum_version = ssl.TLSVersion.TLSv1_2
                context.load_cert_chain(self._files.certificate, self._files.key)
                self._made = (stamp, context)
        except (OSError, ssl.SSLError):
            return None
        return self._made[1]

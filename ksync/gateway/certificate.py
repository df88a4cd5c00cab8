"""The gateway's own certificate, for programs that want https on localhost.

It certifies this gateway and nothing else: it is a leaf (CA:FALSE), so whoever trusts it
trusts no other certificate by that, and its key never leaves this computer.

Rules
-----
* Names are ``localhost``, 127.0.0.1 and ::1, and no others.
* It is valid for 825 days (Apple accepts no longer ones) and is not made anew by itself:
  a program that trusts it would refuse the new one.
"""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
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
        from cryptography import x509  # noqa: PLC0415  an extra
        from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
        from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID  # noqa: PLC0415
    except ImportError as error:
        hint = f"`{command_that_adds('ksync[gateway]')}` adds it."
        raise CertificateUnavailable(hint=hint) from error
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kSync on this computer")])
    names: list[x509.GeneralName] = [x509.DNSName(one) for one in _NAMES]
    names += [x509.IPAddress(ipaddress.ip_address(one)) for one in _ADDRESSES]
    now = datetime.now(UTC)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=DAYS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    write_private(files.key, private)
    write_private(files.certificate, made.public_bytes(serialization.Encoding.PEM))
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

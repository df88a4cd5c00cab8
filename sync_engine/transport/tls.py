"""Which certificates are trusted: the system's, and one file of private authorities.

Rules
-----
* Verification cannot be switched off, and TLS is 1.2 or later (RFC 9325 §3.1.1).
* The environment moves nothing: ``SSL_CERT_FILE`` and ``SSL_CERT_DIR`` are not
  looked at. A private authority is a setting (``ca_file``) that adds to the
  system's trust. Where truststore asks the operating system (macOS, Windows) it
  is used; elsewhere it would end in OpenSSL's default paths, which the
  environment can move, so the same places are read from their fixed names.
* An end of the stream without close_notify is an error. Python before 3.11.3 asks
  OpenSSL 3 to take it for a farewell (OP_IGNORE_UNEXPECTED_EOF), which is undone:
  a body without a length would seem complete wherever it is cut (RFC 9112 §9.8).
* The name is checked against subjectAltName alone (RFC 9525 §6.3).
"""

from __future__ import annotations

import re
import ssl
import sys
from dataclasses import dataclass
from pathlib import Path

from sync_engine.errors import TlsUntrusted

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, NixOS
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # SUSE
    "/etc/ssl/cert.pem",  # Alpine, BSD
)
_HASHED_NAME = re.compile(r"[0-9a-f]{8}\.[0-9]+")


@dataclass(frozen=True, slots=True)
class Secured:
    """How a connection is protected.

    :param version: e.g. ``TLSv1.3``.
    :param ends: when the server's certificate ends, seconds since the epoch; ``None``
        where the system that verified it does not tell.
    """

    version: str
    ends: float | None


def secured(connection: ssl.SSLSocket | None) -> Secured | None:
    """How a connection is protected, of its encrypted end; ``None`` without one."""
    if connection is None:
        return None
    ends = (connection.getpeercert() or {}).get("notAfter")
    return Secured(
        connection.version() or "",
        ssl.cert_time_to_seconds(ends) if isinstance(ends, str) else None,
    )


def make_context(ca_file: str | Path | None = None) -> ssl.SSLContext:
    """A client context that trusts the system and ``ca_file`` (PEM).

    :raises TlsUntrusted: ``ca_file`` cannot be read or holds no certificate.
    """
    if sys.platform in ("darwin", "win32"):
        context = _native_context()
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        _load_system(context)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options &= ~getattr(ssl, "OP_IGNORE_UNEXPECTED_EOF", 0)  # came with OpenSSL 3
    if ssl.HAS_NEVER_CHECK_COMMON_NAME:
        context.hostname_checks_common_name = False
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=str(ca_file))
        except (OSError, ssl.SSLError) as exc:
            detail = f"the file of private authorities cannot be used: {exc}"
            raise TlsUntrusted(detail, where=str(ca_file)) from exc
    return context


def _native_context() -> ssl.SSLContext:
    import truststore  # noqa: PLC0415 - only where the system verifies by itself

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _load_system(context: ssl.SSLContext) -> None:
    """Load OpenSSL's compiled-in places, else the well-known bundle of the distribution."""
    built_in = ssl.get_default_verify_paths()
    bundle = next(
        (name for name in (built_in.openssl_cafile, *_BUNDLES) if Path(name).is_file()), None
    )
    folder = Path(built_in.openssl_capath)
    if bundle is not None:
        context.load_verify_locations(cafile=bundle)
    if folder.is_dir() and any(_HASHED_NAME.fullmatch(entry.name) for entry in folder.iterdir()):
        context.load_verify_locations(capath=str(folder))

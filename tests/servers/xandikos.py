"""Xandikos: a git repository for each collection; plain for one user, TLS for several."""

from __future__ import annotations

import base64
import hashlib
import os
import sys
import time
from pathlib import Path

from tests.servers.base import TestServer, Traits
from tests.servers.process import Daemon, fresh_folder, run_tool


class XandikosServer(TestServer):
    """``xandikos serve``: http, no login, one principal.

    It has no authentication without TLS, so there is one account; a test gets
    it with its home sets emptied.
    """

    kind = "xandikos"
    traits = Traits(
        authenticates=False,
        several_users=False,
        data_in_sync=False,
        rewrites=True,
        schedule_tag=True,
    )

    def _make_folder(self) -> Path:
        folder = fresh_folder(self.kind)
        (folder / "data").mkdir()
        return folder

    def _prepare(self, folder: Path) -> Daemon:
        return Daemon(
            [
                *self._program(folder, "serve"),
                "--current-user-principal",
                "/alice/",
                "--autocreate",
            ],
            folder,
        )

    def _program(self, folder: Path, command: str) -> list[str]:
        return [
            *(sys.executable, "-m", "xandikos", command),
            *("-d", str(folder / "data"), "--state-dir", str(folder / "state")),
            *("-l", "127.0.0.1", "-p", str(self.port), "--no-detect-systemd"),
        ]

    def _add_user(self, username: str, password: str) -> None:
        raise AssertionError("one user only")

    def _home_sets(self, username: str) -> tuple[str, str, str]:
        return f"/{username}/", f"/{username}/calendars/", f"/{username}/contacts/"


class XandikosTlsServer(XandikosServer):
    """``xandikos multi-user``: https with htpasswd, a principal for each user."""

    kind = "xandikos-tls"
    traits = Traits(tls=True, data_in_sync=False, rewrites=True, schedule_tag=True)

    @property
    def ca_file(self) -> Path:
        """The authority that signed the server's certificate."""
        return self._folder / "ca.pem"

    def _make_folder(self) -> Path:
        folder = super()._make_folder()
        certificates = folder / "state" / "certs"
        certificates.mkdir(parents=True)
        make_certificate(
            folder,
            certificate=certificates / "selfsigned.crt",
            key=certificates / "selfsigned.key",
            ca=folder / "ca.pem",
        )
        return folder

    def _prepare(self, folder: Path) -> Daemon:
        for username, password in self._passwords.items():
            self._add_user(username, password)
        users = str(folder / "users")
        # --autocert takes the certificate that lies in the state folder; the one
        # that it would make itself names 127.0.0.1 as a DNS name, which no
        # client may accept for an address (RFC 9525 §6.3).
        return Daemon(
            [*self._program(folder, "multi-user"), "--autocert", "--htpasswd", users], folder
        )

    def _add_user(self, username: str, password: str) -> None:
        digest = base64.b64encode(hashlib.sha1(password.encode()).digest()).decode("ascii")
        users = self._folder / "users"
        with users.open("a", encoding="utf-8") as file:
            file.write(f"{username}:{{SHA}}{digest}\n")
        # It reads the file again when the modification time differs, and two
        # writes can fall into one tick of the file system's clock.
        self._stamp = max(getattr(self, "_stamp", 0.0) + 1.0, time.time())
        os.utime(users, (self._stamp, self._stamp))


def make_certificate(
    folder: Path,
    *,
    certificate: Path,
    key: Path,
    ca: Path,
    names: str = "IP:127.0.0.1,DNS:localhost",
) -> None:
    """Make an authority and a certificate for some names, else 127.0.0.1 and localhost.

    Both are as RFC 5280 wants them (key identifiers, key usage, basic
    constraints), so that strict verifiers accept them too.

    :param folder: where the authority's key and working files go.
    """
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    ca_key, request, extensions = folder / "ca.key", folder / "request.pem", folder / "leaf.ext"
    extensions.write_text(
        "basicConstraints=critical,CA:FALSE\n"
        "keyUsage=critical,digitalSignature\n"
        "extendedKeyUsage=serverAuth\n"
        "subjectKeyIdentifier=hash\n"
        "authorityKeyIdentifier=keyid\n"
        f"subjectAltName={names}\n",
        encoding="ascii",
    )
    run_tool(
        [
            *(
                "openssl",
                "req",
                "-x509",
                *curve,
                "-days",
                "30",
                "-subj",
                "/CN=ksync test authority",
            ),
            *("-addext", "keyUsage=critical,keyCertSign,cRLSign"),
            *("-keyout", str(ca_key), "-out", str(ca)),
        ],
        folder=folder,
    )
    run_tool(
        [
            *("openssl", "req", *curve, "-subj", "/CN=ksync test server"),
            *("-keyout", str(key), "-out", str(request)),
        ],
        folder=folder,
    )
    run_tool(
        [
            *("openssl", "x509", "-req", "-in", str(request), "-days", "100"),
            *("-CA", str(ca), "-CAkey", str(ca_key), "-CAcreateserial"),
            *("-extfile", str(extensions), "-out", str(certificate)),
        ],
        folder=folder,
    )
